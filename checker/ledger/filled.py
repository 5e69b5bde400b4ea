"""A filled-in sheet 审核 -> the decisions that its rows make; every mistake is named with sheet and row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from checker.errors import InputError, Problem, did_you_mean
from checker.ledger import sheet as form
from checker.ledger.decisions import faults
from checker.ledger.likeness import plain
from checker.ledger.mask import masked
from checker.ledger.model import Attachment, Draft, FigureFix, Ruling
from checker.ledger.settle import Matter
from checker.ledger.words import clean
from checker.ledger.workbook import Cells, Sheet
from checker.model import Plan

_HEAD_ROWS = 15
_CUT_MARK = "……（文字过长"

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Filled:
    """A decision that a row makes, with the place of the row, the day it names and whether it says anything new."""

    what: Draft
    sheet: Sheet
    row: int
    day: date | None

    def problem(self, code: str, message: str, hint: str = "") -> Problem:
        """A problem at the row."""
        return self.sheet.problem(self.row, code, f"{self.what.entry}：{message}", hint)


def read_filled(
    sheets: Sequence[Sheet], plan: Plan, matters: Mapping[str, Matter], by: str = ""
) -> tuple[tuple[Filled, ...], int]:
    """The decisions of the one sheet that holds any, and how many rows were left blank.

    `by` is whoever decides where a row does not say. Raises InputError with every problem: T101 no such sheet, T102
    two of them, T103 columns missing, T104 a column twice, T105 a formula, T106 a row without id, T107 unknown id,
    T108 something filled in but no decision, T109 a word that is no choice, T110 no name, T111 a date, T112 a figure,
    T113 the same entry twice; and those of a decision (D0xx).
    """
    sheet, head, columns = _find_sheet(sheets)
    reader = _Reader(sheet, columns, plan, matters, by)
    for cells in sheet.rows:
        if cells.number > head:
            reader.read(cells)
    problems = reader.problems + _twice(reader.found)
    if problems:
        raise InputError(problems)
    return tuple(reader.found), reader.blank


def _twice(found: Sequence[Filled]) -> list[Problem]:
    first: dict[str, Filled] = {}
    problems = []
    for one in found:
        other = first.setdefault(one.what.entry, one)
        if other is not one:
            problems.append(one.problem("T113", f"与第 {other.row} 行是同一条佐证", "一条佐证只留一行"))
    return problems


# ---------------------------------------------------------------- which sheet, which columns


def _find_sheet(sheets: Sequence[Sheet]) -> tuple[Sheet, int, dict[str, int]]:
    found = [(sheet, head) for sheet in sheets if (head := _head_of(sheet))]
    if not found:
        file = sheets[0].file.rsplit("[", 1)[0] if sheets else ""
        hint = f"请用 checker export --xlsx 导出，填其中的“{form.NAME}”表"
        raise InputError([Problem(file, 0, "T101", f"没有找到“{form.NAME}”表（表头要有“{form.ID}”和决定各栏）", hint)])
    if len(found) > 1:
        names = "、".join(sheet.name for sheet, _ in found)
        second, cells = found[1]
        message = f"有两张表都像审核表：{names}"
        raise InputError([second.problem(cells.number, "T102", message, "只留一张，把另一张另存")])
    sheet, cells = found[0]
    return sheet, cells.number, _columns(sheet, cells)


def _head_of(sheet: Sheet) -> Cells | None:
    """The row of headings: among the first rows the one with most of the columns to fill in, at least half."""
    best = max(sheet.rows[:_HEAD_ROWS], key=_known_headings, default=None)
    return best if best and _known_headings(best) * 2 >= len(form.NEEDED) else None


def _known_headings(cells: Cells) -> int:
    return len({plain(text) for text in cells.texts.values()} & {plain(name) for name in form.NEEDED})


def _columns(sheet: Sheet, cells: Cells) -> dict[str, int]:
    names = {plain(name): name for name in (*form.NEEDED, *(name for name, _ in form.SHOWN))}
    columns: dict[str, int] = {}
    others, problems = [], []
    for at, text in cells.texts.items():
        name = names.get(plain(text))
        if name is None:
            others.append(text)
        elif name in columns:
            problems.append(sheet.problem(cells.number, "T104", f"“{name}”一栏出现了两次", "删去多余的一栏"))
        else:
            columns[name] = at
    for name in form.NEEDED:
        if name not in columns:
            hint = did_you_mean(name, others) if others else "请重新导出，不要删改表头"
            problems.append(sheet.problem(cells.number, "T103", f"缺少“{name}”一栏", hint))
    if problems:
        raise InputError(problems)
    return columns


# ---------------------------------------------------------------- rows


class _Reader:
    """Reads rows one by one; notes problems and goes on, so that one run finds them all."""

    def __init__(
        self, sheet: Sheet, columns: Mapping[str, int], plan: Plan, matters: Mapping[str, Matter], by: str
    ) -> None:
        self._sheet, self._columns, self._plan, self._matters, self._by = sheet, columns, plan, matters, by
        self._row = Cells(0, {})
        self.problems: list[Problem] = []
        self.found: list[Filled] = []
        self.blank = 0

    def read(self, row: Cells) -> None:
        """Take a row: a decision, a blank, or a problem."""
        self._row = row
        filled = [name for name, _ in form.FILLED if self._text(name) or self._columns[name] in row.formulas]
        if not filled:
            self.blank += bool(self._text(form.ID))
            return
        self._check_formulas()
        matter = self._matter()
        if matter is None:
            return
        ruling = self._choice(form.RULING, form.RULINGS)
        if not self._text(form.RULING):
            self._note("T108", f"填了{'、'.join(filled)}，但没有选“{form.RULING}”", "选一个决定，或清空这一行")
        if ruling is None:
            return
        self._take(matter, ruling)

    def _take(self, matter: Matter, ruling: Ruling) -> None:
        before = len(self.problems)
        state, after = form.unstamp(self._text(form.STATE))
        what = Draft(
            entry=matter.entry.id,
            ruling=ruling,
            by=clean(self._text(form.BY)) or self._by,
            why=clean(self._text(form.WHY)),
            digest=state,
            after=after,
            to_task=self._task(),
            to_level=self._choice(form.LEVEL, form.LEVELS),
            extent=self._choice(form.EXTENT, form.EXTENTS),
            stance=self._choice(form.STANCE, form.STANCES),
            figure=self._figure(),
            attachment=self._attachment(),
        )
        day = self._day()
        if not what.by:
            self._note("T110", f"没有写“{form.BY}”", f"填{form.BY}，或在命令里给 --by")
        elif len(self.problems) == before:
            # The digest of a paper is taken when it is read; here only what the row itself says is looked at.
            bare = replace(what, attachment=replace(what.attachment, sha256="0" * 64 if what.attachment.path else ""))
            for code, _, message, hint in faults(bare, self._plan, self._matters):
                self._note(code, message, hint)
        self.found.append(Filled(what, self._sheet, self._row.number, day))

    def _text(self, name: str) -> str:
        return self._row.texts.get(self._columns[name], "")

    def _note(self, code: str, message: str, hint: str = "") -> None:
        self.problems.append(self._sheet.problem(self._row.number, code, message, hint))

    def _check_formulas(self) -> None:
        for name in form.NEEDED:
            if self._columns[name] in self._row.formulas:
                self._note("T105", f"“{name}”里是公式，不是文字", "复制后“选择性粘贴—数值”")

    def _matter(self) -> Matter | None:
        name = self._text(form.ID)
        matter = self._matters.get(name)
        if not name:
            self._note("T106", f"这一行有决定，但没有“{form.ID}”", "合并的单元格请拆开，每行写全编号")
        elif matter is None:
            self._note("T107", f"没有编号为 {name[:60]} 的佐证", did_you_mean(name, self._matters))
        elif not _same_words(self._text(form.QUOTE), matter.entry.text):
            hint = "可能只排序了一部分栏目，请重新导出再填"
            self._note("T107", f"{name} 的“{form.QUOTE}”与佐证原文对不上", hint)
        else:
            return matter
        return None

    def _choice(self, name: str, words: Mapping[str, C]) -> C | None:
        text = self._text(name)
        if not text:
            return None
        found = next((code for word, code in words.items() if text in (word, str(code))), None)
        if found is None:
            self._note("T109", f"“{name}”里的 {text[:30]} 不在可选之列", did_you_mean(text, words))
        return found

    def _task(self) -> str:
        text = self._text(form.TASK)
        if not text:
            return ""
        found = form.task_named(text, self._plan)
        if found is None:
            titles = [task.title for task in self._plan.tasks]
            self._note("T109", f"“{form.TASK}”里的 {text[:60]} 不是计划里的任务", did_you_mean(text, titles))
        return found or ""

    def _figure(self) -> FigureFix | None:
        text = self._text(form.FIGURE)
        fix = form.figure_of(text) if text else None
        if text and fix is None:
            self._note("T112", f"“{form.FIGURE}”里的 {text[:40]} 看不懂", "写成 110件，或 101件→110件")
        return fix

    def _day(self) -> date | None:
        text = self._text(form.DAY)
        day = form.day_of(text) if text else None
        if text and day is None:
            self._note("T111", f"“{form.DAY}”里的 {text[:30]} 不是日期", "写成 2023-03-01 或 2023年3月1日")
        return day

    def _attachment(self) -> Attachment:
        path = clean(self._text(form.PAPER)).replace("\\", "/")
        return Attachment(path, "", clean(self._text(form.NUMBER)), clean(self._text(form.URL)))


def _same_words(cell: str, text: str) -> bool:
    """Whether a cell still holds the sentence of its entry (white space and what a cell cannot hold left aside).

    Names may have been masked on the way out, and a text too long for a cell was cut with a remark.
    """
    kept, cut, _ = cell.partition(_CUT_MARK)
    wanted = [_bare(text), _bare(masked(text))]
    return any(_bare(kept) == (full[: len(_bare(kept))] if cut else full) for full in wanted)


def _bare(text: str) -> str:
    return "".join(char for char in plain(text) if char.isalnum())
