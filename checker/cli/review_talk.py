"""checker review in the terminal: one entry after the other, each decision written at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from checker.cli.clock import now
from checker.cli.screen import Screen
from checker.errors import InputError, NothingCheckedError
from checker.ledger import sheet as form
from checker.ledger.model import Attachment, Draft, Ruling
from checker.ledger.papers import bound
from checker.ledger.settle import Matter
from checker.ledger.store import Ledger, decide, load_ledger
from checker.ledger.words import clean
from checker.model import Plan

T = TypeVar("T")

_KEYS = "y 确认  n 不采用  m 改归  s 改立场  f 改数字  a 附佐证  k 跳过  b 上一条  u 撤回刚才的决定  q 退出"


def talk(args: argparse.Namespace, plan: Plan, ledger: Ledger, screen: Screen) -> int:
    """Go through what is left to decide; leaving at any point loses nothing."""
    by = clean(args.by) or _ask("审核人姓名：", screen)
    if not by:
        raise NothingCheckedError("没有审核人，什么也没有记：用 --by 给出姓名")
    waiting = [
        matter.entry.id
        for matter in form.in_order(list(ledger.matters.values()))
        if (args.all or not matter.decided) and args.year in (None, matter.entry.source.year)
    ]
    if not waiting:
        screen.write("没有待决定的条目了（--all 可以重看已决定的）\n")
        return 0
    return _Talk(args, plan, ledger, screen, by, waiting).run()


def _ask(question: str, screen: Screen) -> str:
    """One line of the person's; "" at the end of input."""
    screen.write(question)
    screen.out.flush()
    return sys.stdin.readline().strip()


class _Talk:
    """Where a person stands in the list, and what was decided since they sat down."""

    def __init__(
        self, args: argparse.Namespace, plan: Plan, ledger: Ledger, screen: Screen, by: str, waiting: list[str]
    ) -> None:
        self._args, self._plan, self._ledger, self._screen, self._by = args, plan, ledger, screen, by
        self._waiting = waiting
        self._at = 0
        self._done: list[str] = []
        self._paper = Attachment()

    def run(self) -> int:
        """Until the list or the input ends, or the person leaves."""
        acts: dict[str, Callable[[], None]] = {
            "y": self._confirm,
            "n": self._reject,
            "m": self._move,
            "s": self._restance,
            "f": self._figure,
            "a": self._attach,
            "k": self._skip,
            "b": self._back,
            "u": self._undo,
        }
        shown = -1
        while self._at < len(self._waiting):
            if shown != self._at:
                self._show()
                shown = self._at
            self._screen.write(f"{_KEYS}\n")
            self._screen.out.flush()
            line = sys.stdin.readline()
            key = line.strip().lower()
            if not line or key == "q":
                break
            act = acts.get(key)
            if act is None:
                self._screen.write("没有这个选择\n")
                continue
            act()
            shown = -1 if key in "ua" else shown
        self._screen.write(f"这次决定了 {len(self._done)} 条；还剩 {len(self._waiting) - self._at} 条\n")
        return 0

    @property
    def _matter(self) -> Matter:
        return self._ledger.matters[self._waiting[self._at]]

    def _show(self) -> None:
        matter = self._matter
        entry = matter.entry
        source = f"{entry.source.government} {entry.source.year}"
        head = f"[{self._at + 1}/{len(self._waiting)}] {entry.id}  {source}  {entry.where}"
        before, after = self._around(matter)
        tasks = [f"{name}（{match.score:.2f}）" for match in entry.tasks if (name := self._title(match.id))]
        levels = "、".join(f"{reach.level.zh}（{reach.extent.zh}）" for reach in entry.reaches)
        levels = levels or f"本级（{entry.extent.zh}）"
        labels = f"立场 {entry.stance.zh}；层级 {levels}；任务 {'、'.join(tasks) or '无'}"
        lines = [head, f"  上文 {before}" if before else "", f"  原文 {entry.text}", f"  下文 {after}" if after else ""]
        lines += [f"  {labels}", f"  存疑 {matter.suspect}" if matter.suspect else ""]
        lines += [f"  已有 {told}" if (told := form.told(matter)) else ""]
        self._screen.write("\n" + "\n".join(_printable(line) for line in lines if line) + "\n")

    def _around(self, matter: Matter) -> tuple[str, str]:
        """The sentences before and after it in its report, shortened."""
        entry = matter.entry
        all_entries = (one.entry for one in self._ledger.matters.values())
        near = {one.ordinal: one.text for one in all_entries if one.source == entry.source}
        return near.get(entry.ordinal - 1, "")[-40:], near.get(entry.ordinal + 1, "")[:40]

    def _title(self, task_id: str) -> str:
        return next((f"{task.no} {task.title}" for task in self._plan.tasks if task.id == task_id), task_id)

    # ------------------------------------------------------------ what a person can do

    def _confirm(self) -> None:
        self._write(self._draft(Ruling.CONFIRMED, ""))

    def _reject(self) -> None:
        why = _ask("理由（回车放弃）：", self._screen)
        if why:
            self._write(self._draft(Ruling.REJECTED, why))

    def _move(self) -> None:
        task = self._choose("改归任务（编号、id 或名称；回车不改）：", lambda text: form.task_named(text, self._plan))
        level = self._choose(f"改归层级（{'、'.join(form.LEVELS)}；回车不改）：", form.LEVELS.get)
        extent = self._choose(f"该层级做到多少（{'、'.join(form.EXTENTS)}；回车不改）：", form.EXTENTS.get)
        why = _ask("理由（回车放弃）：", self._screen) if task or level or extent else ""
        if why:
            self._write(replace(self._draft(Ruling.MOVED, why), to_task=task or "", to_level=level, extent=extent))

    def _restance(self) -> None:
        stance = self._choose(f"改为（{'、'.join(form.STANCES)}；回车放弃）：", form.STANCES.get)
        why = _ask("理由（回车放弃）：", self._screen) if stance else ""
        if why:
            self._write(replace(self._draft(Ruling.RESTANCED, why), stance=stance))

    def _figure(self) -> None:
        fix = self._choose("改后的数字（110件，或 101件→110件；回车放弃）：", form.figure_of)
        why = _ask("理由（回车放弃）：", self._screen) if fix else ""
        if why:
            self._write(replace(self._draft(Ruling.FIGURE, why), figure=fix))

    def _attach(self) -> None:
        """The paper goes with the next decision on this entry."""
        path = _ask("佐证文件（回车跳过）：", self._screen)
        number = _ask("文号（回车跳过）：", self._screen)
        url = _ask("公开网址（回车跳过）：", self._screen)
        named = Attachment(clean(path).replace("\\", "/"), "", clean(number), clean(url))
        paper, fault = bound(named, self._args.evidence)
        if fault:
            self._screen.write(f"{fault}\n")
        else:
            self._paper = paper

    def _skip(self) -> None:
        self._go(self._at + 1)

    def _back(self) -> None:
        self._go(max(0, self._at - 1))

    def _undo(self) -> None:
        """Take back the last decision of this talk, by a further one that says so, and return to its entry."""
        if not self._done:
            self._screen.write("这次还没有作过决定\n")
            return
        name = self._done[-1]
        self._go(self._waiting.index(name))
        if self._write(self._draft(Ruling.WITHDRAWN, ""), onward=False):
            self._done = self._done[:-2]
            self._screen.write(f"已撤回对 {name} 的决定\n")

    def _choose(self, question: str, read: Callable[[str], T | None]) -> T | None:
        """What the person chose; asks again until it can be read, None where they choose nothing."""
        while text := _ask(question, self._screen):
            found = read(text)
            if found is not None:
                return found
            self._screen.write(f"看不懂：{_printable(text)}\n")
        return None

    # ------------------------------------------------------------ writing

    def _draft(self, ruling: Ruling, why: str) -> Draft:
        matter = self._matter
        return Draft(matter.entry.id, ruling, self._by, why, matter.state, matter.last, attachment=self._paper)

    def _write(self, what: Draft, onward: bool = True) -> bool:
        """Write a decision; where it is refused, say why and show the entry as it is now."""
        try:
            refused = decide(self._args.evidence, self._plan, [what], now(), self._args.overrule)
        except InputError as error:
            if any(problem.file != what.entry for problem in error.problems):
                raise
            self._screen.write("".join(f"没有记：{problem.message}\n" for problem in error.problems))
            return False
        self._ledger = load_ledger(self._args.evidence, self._plan)
        if refused:
            self._screen.write(f"没有记：{refused[0].why}\n")
            self._show()
            return False
        self._done.append(what.entry)
        if onward:
            self._go(self._at + 1)
        return True

    def _go(self, at: int) -> None:
        self._at = at
        self._paper = Attachment()


def _printable(text: str) -> str:
    """Without signs that a terminal would obey."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text) if not text.isprintable() else text
