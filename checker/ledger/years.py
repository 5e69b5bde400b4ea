"""Years beside each other: what closed, what came back, what was promised and never heard of again, what fell.

Pure functions over assessments of one government, oldest first. A promise is a planned statement of one year; the next
year's report answers it where it speaks of the same task in similar words, or in nearly the same words. The answer is
an offer for a person to check, and silence is only that: 未见回音.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from checker.judge.assessment import Assessment
from checker.judge.cells import ACCEPT, OPEN_STATUSES
from checker.ledger.likeness import candidates, index_of, likeness, pairs_of
from checker.model import Cell, Entry, Figure, Level, Stance, Status, Task

SAME_TASK = 0.15
"""Likeness from which on a statement on the same task answers a promise."""

SAME_WORDS = 0.45
"""Likeness from which on one without a common task does."""

_CONTEXT = 24
_LOOKED_AT = 200
_LEAST_CONTEXT = 4


class Answer(str, Enum):
    """What the next year's report says of a promise."""

    REPORTED = "reported"
    ADMITTED = "admitted"
    ONGOING = "ongoing"
    AGAIN = "again"
    SILENT = "silent"

    @property
    def zh(self) -> str:
        """The word for people."""
        return _ANSWERS[self]


_ANSWERS = {
    Answer.REPORTED: "次年报告称已做",
    Answer.ADMITTED: "次年自认不足",
    Answer.ONGOING: "次年仍在进行",
    Answer.AGAIN: "次年再次列入计划",
    Answer.SILENT: "次年未见回音",
}
_BY_STANCE = (
    (Stance.SHORTFALL, Answer.ADMITTED),
    (Stance.ACHIEVED, Answer.REPORTED),
    (Stance.ONGOING, Answer.ONGOING),
    (Stance.PLANNED, Answer.AGAIN),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One cell through the years; None for a year in which the plan has no such cell."""

    task: Task
    level: Level
    statuses: tuple[Status | None, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A cell that closed (open, then met) or came back (met, then open) in `year`."""

    cell: Cell
    year: int
    before: Status


@dataclass(frozen=True, slots=True)
class Promise:
    """A planned statement and what the next year says of it; `by` are the answering entries, the likest first."""

    entry: Entry
    answer: Answer
    by: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure of one name and unit that is lower in the later year."""

    name: str
    unit: str
    before: float
    after: float
    earlier: Entry
    later: Entry


@dataclass(frozen=True, slots=True)
class Trend:
    """Several years of one government."""

    years: tuple[int, ...]
    rows: tuple[Row, ...]
    closed: tuple[Turn, ...]
    returned: tuple[Turn, ...]
    promises: tuple[Promise, ...]
    falls: tuple[Fall, ...]


def trend(assessments: Sequence[Assessment]) -> Trend:
    """Put years beside each other; `assessments` are of one government, oldest first."""
    cells = [{(cell.task.id, cell.level): cell for cell in one.cells} for one in assessments]
    keys = list(dict.fromkeys(key for found in cells for key in found))
    turns = [turn for earlier, later in pairwise(assessments) for turn in turns_of(earlier, later)]
    return Trend(
        years=tuple(one.scope.year for one in assessments),
        rows=tuple(_row(key, cells) for key in keys),
        closed=tuple(turn for turn in turns if turn.cell.status is Status.MET),
        returned=tuple(turn for turn in turns if turn.cell.status is not Status.MET),
        promises=tuple(
            promise
            for earlier, later in pairwise(assessments)
            if earlier.scope.year + 1 == later.scope.year
            for promise in promises_of(told_in(earlier), told_in(later))
        ),
        falls=tuple(fall for one, other in pairwise(assessments) for fall in falls_of(told_in(one), told_in(other))),
    )


def told_in(assessment: Assessment) -> tuple[Entry, ...]:
    """The entries of the assessed government in the assessed year."""
    scope = assessment.scope
    return tuple(
        entry
        for entry in assessment.entries.values()
        if (entry.source.year, entry.source.government) == (scope.year, scope.subject)
    )


def _row(key: tuple[str, Level], cells: Sequence[Mapping[tuple[str, Level], Cell]]) -> Row:
    found = [year.get(key) for year in cells]
    cell = next(cell for cell in found if cell)
    return Row(cell.task, cell.level, tuple(cell.status if cell else None for cell in found))


def turns_of(earlier: Assessment, later: Assessment) -> Iterable[Turn]:
    """Cells that were open and are met, and the other way round; those that are not yet due are neither."""
    before = {(cell.task.id, cell.level): cell for cell in earlier.cells}
    for cell in later.cells:
        old = before.get((cell.task.id, cell.level))
        if old is None:
            continue
        closed = old.status in OPEN_STATUSES and cell.status is Status.MET
        returned = old.status is Status.MET and cell.status in OPEN_STATUSES
        if closed or returned:
            yield Turn(cell, later.scope.year, old.status)


# ---------------------------------------------------------------- promises


def promises_of(earlier: Sequence[Entry], later: Sequence[Entry]) -> Iterable[Promise]:
    """Every planned statement of the earlier year with its answer."""
    later = [entry for entry in later if entry.stance is not Stance.CONTEXT]
    pairs = {at: pairs_of(entry.text) for at, entry in enumerate(later)}
    index = index_of(pairs)
    by_task: dict[str, list[int]] = {}
    for at, entry in enumerate(later):
        for task in _tasks(entry):
            by_task.setdefault(task, []).append(at)
    for entry in earlier:
        if entry.stance is not Stance.PLANNED:
            continue
        mine = pairs_of(entry.text)
        shared = {at for task in _tasks(entry) for at in by_task.get(task, ())[:_LOOKED_AT]}
        scores = {at: likeness(mine, pairs[at]) for at in shared | set(candidates(mine, index))}
        near = [at for at, score in scores.items() if score >= (SAME_TASK if at in shared else SAME_WORDS)]
        by = tuple(later[at] for at in sorted(near, key=lambda at: (-scores[at], at)))
        yield Promise(entry, _answer(by), by)


def _answer(by: Sequence[Entry]) -> Answer:
    stances = {entry.stance for entry in by}
    return next((answer for stance, answer in _BY_STANCE if stance in stances), Answer.SILENT)


def _tasks(entry: Entry) -> frozenset[str]:
    return frozenset(match.id for match in entry.tasks if match.score >= ACCEPT)


# ---------------------------------------------------------------- figures


def falls_of(earlier: Sequence[Entry], later: Sequence[Entry]) -> Iterable[Fall]:
    """Figures that both years print under one name, and that fell. A name with two values in a year is left out."""
    before, after = _named(earlier), _named(later)
    for key in sorted(before.keys() & after.keys()):
        (old, one), (new, other) = before[key], after[key]
        if new < old:
            yield Fall(key[0], key[1], old, new, one, other)


def _named(entries: Iterable[Entry]) -> dict[tuple[str, str], tuple[float, Entry]]:
    found: dict[tuple[str, str], tuple[float, Entry]] = {}
    doubtful: set[tuple[str, str]] = set()
    for entry in entries:
        if entry.stance not in (Stance.ACHIEVED, Stance.ONGOING):
            continue
        for figure in entry.figures:
            key = (name_of(figure, entry.text), figure.unit)
            if figure.minor or len(key[0]) < _LEAST_CONTEXT:
                continue
            if key in found and found[key][0] != figure.value:
                doubtful.add(key)
            found[key] = (figure.value, entry)
    return {key: value for key, value in found.items() if key not in doubtful}


_FILLERS = "累计|总计|共计|全年|今年|本年|上年|全市|全县|全区|全省|各级|已经|超过|达到|增至|不少于|左右"
_ENDS = re.compile(f"(?:{_FILLERS}|[共达约近超为了已有至到占])+$")
_STARTS = re.compile(f"^(?:{_FILLERS}|其中|同时|分别)+")
_CLAUSE = re.compile("[，。、；：,;]")
_NOT_NAME = re.compile(r"[^\u4e00-\u9fff]+")


def name_of(figure: Figure, text: str) -> str:
    """The words in front of a figure that say what it counts; "" where the text does not print it."""
    at = next((place for printed in _printed(figure) if (place := _find(printed, text)) >= 0), -1)
    if at < 0:
        return ""
    context = _NOT_NAME.sub("", _CLAUSE.split(text[max(0, at - _CONTEXT) : at])[-1])
    return _STARTS.sub("", _ENDS.sub("", context))


def _find(printed: str, text: str) -> int:
    """Where a numeral stands that is no part of a longer one."""
    at = text.find(printed)
    while at >= 0:
        if not (at and (text[at - 1].isdigit() or text[at - 1] in ".,")):
            return at
        at = text.find(printed, at + 1)
    return -1


def _printed(figure: Figure) -> tuple[str, ...]:
    """How a figure may stand in the text: 12000件, 12,000件, 1.2万件."""
    value, unit = figure.value, figure.unit
    forms = [f"{value:.10g}{unit}", f"{value:,.10g}{unit}"]
    for word, size in (("万", 10_000), ("亿", 100_000_000)):
        if value >= size:
            forms.append(f"{value / size:.10g}{word}{unit}")
    return (figure.text, *forms)
