"""Who fell back: what was covered or met in one year and is told to be less in the next one reported.

Silence is no fall: a later report that does not mention a matter takes nothing back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.model import Status, Verdict
from checker.rollup.model import Fall, Told
from checker.store import codes
from checker.store.judgement import Judgement
from checker.store.model import PlanCell

_LESS = frozenset({Status.PARTIAL, Status.ONGOING, Status.PLANNED, Status.SHORTFALL})
_LESS_LETTERS = frozenset(codes.STATUS_LETTER[status] for status in _LESS)


@dataclass(frozen=True, slots=True)
class Year:
    """What has to be remembered of a report: its verdicts, and the sentences behind those that say less than all."""

    government: str
    year: int
    statuses: str
    verdicts: str
    behind: dict[str, Told]

    @classmethod
    def of(cls, one: Judgement) -> Year:
        """The year of a judgement."""
        place = one.government or one.title or one.name
        behind: dict[str, Told] = {}
        for at, letter in enumerate(one.statuses):
            if letter in _LESS_LETTERS:
                behind |= _behind(one, place, f"cell {at}", one.detail.of_cell(at))
        for at, letter in enumerate(one.verdicts):
            if letter in "PS":
                behind |= _behind(one, place, f"claim {at}", one.detail.of_claim(at))
        return cls(place, one.year, one.statuses, one.verdicts, behind)


def _behind(one: Judgement, place: str, key: str, ordinals: Sequence[int]) -> dict[str, Told]:
    if not ordinals:
        return {}
    statement = one.detail.statement(ordinals[0])
    quote = statement.quote or ""
    return {key: Told(place, one.year, one.name, one.sha256, statement.line, statement.chapter, quote)}


def falls_of(years: Sequence[Year], cells: Sequence[PlanCell]) -> Iterator[Fall]:
    """The falls of one place, whose years are given in order."""
    for before, after in pairwise(years):
        yield from _of_claims(before, after)
        yield from _of_cells(before, after, cells)


def _of_claims(before: Year, after: Year) -> Iterator[Fall]:
    for at, (obligation, level) in enumerate(codes.CLAIMS):
        then, now = codes.VERDICT_OF.get(before.verdicts[at]), codes.VERDICT_OF.get(after.verdicts[at])
        if then is Verdict.COVERED and now in (Verdict.PARTIAL, Verdict.SHORTFALL):
            yield _fall(before, after, obligation, level.value, then, now, f"claim {at}")


def _of_cells(before: Year, after: Year, cells: Sequence[PlanCell]) -> Iterator[Fall]:
    for cell, at, then, now in zip(cells, range(len(cells)), before.statuses, after.statuses, strict=False):
        if then.upper() == codes.STATUS_LETTER[Status.MET] and now in _LESS_LETTERS:
            status = codes.STATUS_OF[now]
            yield _fall(before, after, cell.title, cell.level, Status.MET, status, f"cell {at}")


def _fall(
    before: Year, after: Year, what: str, level: str, then: Status | Verdict, now: Status | Verdict, key: str
) -> Fall:
    return Fall(after.government, what, level, before.year, after.year, then, now, after.behind.get(key))
