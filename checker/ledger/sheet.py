"""The sheet 审核 that goes out to people and comes back: its columns, and the words of its drop-down lists.

One row an entry. The columns to the left tell what the program found, as a list of proofs (佐证目录) does; those
from 决定 on are for people. The last one, hidden, holds the state in which the row went out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from checker.ledger.model import FigureFix, Ruling
from checker.ledger.settle import Matter
from checker.model import Extent, Level, Plan, Stance, Task

NAME = "审核"
ID, QUOTE, RULING, TASK, LEVEL, EXTENT, STANCE, FIGURE = (
    "佐证编号", "证明内容", "决定", "改归任务", "改归层级", "改后范围", "改后立场", "改后数字",
)  # fmt: skip
WHY, BY, DAY, PAPER, NUMBER, URL, STATE = (
    "理由", "审核人", "审核日期", "佐证文件", "佐证文号", "公开网址", "校验（勿改）",
)  # fmt: skip

SHOWN = (
    (ID, 12), ("指标号", 8), ("指标名称", 20), ("材料名称", 20), ("制发单位", 10), ("日期", 8), ("页码", 14),
    (QUOTE, 48), ("层级", 8), ("立场", 8), ("数字", 12), ("提示", 16), ("已有决定", 20),
)  # fmt: skip
"""What the program fills in: heading and width in Chinese characters."""

FILLED = (
    (RULING, 8), (TASK, 24), (LEVEL, 8), (EXTENT, 8), (STANCE, 8), (FIGURE, 10), (WHY, 24), (BY, 8), (DAY, 10),
    (PAPER, 20), (NUMBER, 14), (URL, 16),
)  # fmt: skip
"""What people fill in."""

NEEDED = (ID, QUOTE, *(name for name, _ in FILLED), STATE)
"""The columns without which nothing is read."""

RULINGS = {ruling.zh: ruling for ruling in Ruling if ruling is not Ruling.WITHDRAWN}
LEVELS = {level.zh: level for level in Level}
EXTENTS = {extent.zh: extent for extent in Extent}
STANCES = {stance.zh: stance for stance in Stance}

_NUMBER = r"[-+]?\d[\d,]*(?:\.\d+)?"
_FIGURE = re.compile(rf"(?:({_NUMBER})\s*[^\d\s→]{{0,12}}\s*(?:→|->|改为))?\s*({_NUMBER})\s*([^\d\s]{{0,12}})")
_ID_IN_CHOICE = re.compile(r"（([a-z0-9.\-_]+)）$")
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+00:00(?::00)?)?")
_DAY_IN_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")


def choices(plan: Plan) -> dict[str, tuple[str, ...]]:
    """The drop-down lists by column."""
    return {
        RULING: tuple(RULINGS),
        TASK: tuple(choice_of(task) for task in plan.tasks),
        LEVEL: tuple(LEVELS),
        EXTENT: tuple(EXTENTS),
        STANCE: tuple(STANCES),
    }


def choice_of(task: Task) -> str:
    """A task in a drop-down list: 15.01 公示执法信息（id）."""
    return f"{task.no} {task.title}（{task.id}）".strip()


def task_named(text: str, plan: Plan) -> str | None:
    """The id of the task that a cell names: a choice of the list, an id, or a title or number that only one has."""
    found = _ID_IN_CHOICE.search(text)
    wanted = found.group(1) if found else text.strip()
    if any(task.id == wanted for task in plan.tasks):
        return wanted
    named = {task.id for task in plan.tasks if text.strip() in (task.title, task.no)}
    return named.pop() if len(named) == 1 else None


def stamp(matter: Matter) -> str:
    """The state in which a row goes out: of the entry, and of the last decision on it."""
    return f"{matter.state}:{matter.last}"


def unstamp(text: str) -> tuple[str, str]:
    """(state of the entry, seal of the last decision) of a stamp."""
    state, _, last = text.partition(":")
    return state, last


def day_of(text: str) -> date | None:
    """A date as people write it in a table: 2023-3-1, 2023.03.01, 2023年3月1日, 20230301; None for anything else."""
    found = _DAY.fullmatch(text.strip()) or _DAY_IN_DIGITS.fullmatch(text.strip())
    if not found:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def figure_of(text: str) -> FigureFix | None:
    """A figure put right, as people write it: 110件, or 101件→110件; None for anything else."""
    found = _FIGURE.fullmatch(text.replace("，", ",").strip()) if len(text) < 100 else None
    if not found:
        return None
    old, value, unit = found.groups()
    return FigureFix(_number(value), unit, _number(old) if old else None)


def _number(text: str) -> float:
    return float(text.replace(",", ""))


def told(matter: Matter) -> str:
    """The decision in force, in words; "" for none."""
    return matter.decision.told if matter.decision else ""


def in_order(matters: Sequence[Matter]) -> list[Matter]:
    """The order of work: what is suspect first, then what nobody has decided, then the rest; each in order of id."""
    return sorted(matters, key=lambda one: (not one.suspect, one.decided, one.entry.id))
