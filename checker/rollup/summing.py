"""Judgements -> RollUp, in one pass; what has to be held is a few hundred bytes a report and the quoted gaps."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checker.model import Level, Stance, Status, Verdict
from checker.rollup.falls import Year, falls_of
from checker.rollup.model import Admission, CommonGap, Count, RollUp, Standing, Told
from checker.rollup.outliers import Figures
from checker.store import codes
from checker.store.details import StoredStatement
from checker.store.judgement import Judgement
from checker.store.model import PlanCell

COMMON = 0.9
"""From this share of the places where a cell is due, its gap is everywhere."""

FEWEST = 3
"""Fewer places than these have nothing in common that is worth a line."""


@dataclass(slots=True)
class _Sums:
    """What is added up, report by report."""

    standings: list[Standing] = field(default_factory=list)
    admissions: list[Admission] = field(default_factory=list)
    open: Counter[tuple[int, int]] = field(default_factory=Counter)
    admitted: Counter[tuple[int, int]] = field(default_factory=Counter)
    counted: Counter[tuple[int, int]] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)
    years: dict[str, list[Year]] = field(default_factory=lambda: defaultdict(list))


def roll_up(judgements: Iterable[Judgement], cells: Sequence[PlanCell]) -> RollUp:
    """Add up reports, those of one government given together, by year.

    Of several of one place and year the longest counts.
    """
    sums, figures, left_out = _Sums(), Figures(), []
    for judgement, others in _one_a_year(judgements):
        left_out += others
        _add(judgement, cells, sums)
        figures.add(judgement)
    return RollUp(
        reports=len(sums.standings),
        left_out=tuple(sorted(left_out)),
        standings=tuple(sorted(sums.standings, key=lambda one: (one.government, one.year))),
        counts=_counts(sums.standings),
        admissions=tuple(sorted(sums.admissions, key=_place)),
        common_gaps=_common_gaps(sums, cells),
        falls=tuple(fall for name in sorted(sums.years) for fall in falls_of(sums.years[name], cells)),
        outliers=figures.outliers(),
        severities=dict(sorted(sums.severities.items())),
    )


def _one_a_year(judgements: Iterable[Judgement]) -> Iterable[tuple[Judgement, list[str]]]:
    """The longest report of each place and year, with the names of the others."""
    group: list[Judgement] = []
    for judgement in judgements:
        if group and _key(group[0]) != _key(judgement):
            yield _longest(group)
            group = []
        group.append(judgement)
    if group:
        yield _longest(group)


def _key(judgement: Judgement) -> tuple[str, int]:
    return place_of(judgement), judgement.year


def place_of(judgement: Judgement) -> str:
    """The government, or, where a report does not name it, the report's title."""
    return judgement.government or judgement.title or judgement.name


def _longest(group: Sequence[Judgement]) -> tuple[Judgement, list[str]]:
    best = max(group, key=lambda one: (one.characters, one.sha256))
    return best, [one.name for one in group if one is not best]


def _add(one: Judgement, cells: Sequence[PlanCell], sums: _Sums) -> None:
    verdicts = {place: verdict for at, place in enumerate(codes.CLAIMS) if (verdict := one.verdict(at)) is not None}
    met = sum(letter == codes.STATUS_LETTER[Status.MET] for letter in one.statuses)
    counted = sum(letter.isupper() for letter in one.statuses)
    sums.standings.append(Standing(place_of(one), one.level, one.year, verdicts, met, counted, len(one.findings)))
    sums.severities.update(finding.severity for finding in one.findings)
    for at, letter in enumerate(one.statuses[: len(cells)]):
        if letter.isupper():
            sums.counted[at, one.year] += 1
            sums.open[at, one.year] += letter != codes.STATUS_LETTER[Status.MET]
            sums.admitted[at, one.year] += letter == codes.STATUS_LETTER[Status.SHORTFALL]
    sums.admissions += [
        Admission(told(one, statement), statement.obligations, tuple(reach.level for reach in statement.reaches))
        for statement in _gaps(one)
    ]
    sums.years[place_of(one)].append(Year.of(one))


def _gaps(one: Judgement) -> Iterable[StoredStatement]:
    wanted = codes.STANCE_LETTER[Stance.SHORTFALL]
    return (one.detail.statement(at) for at, found in enumerate(one.detail.value["stances"], 1) if found == wanted)


def told(one: Judgement, statement: StoredStatement) -> Told:
    """A statement with the report in which it stands."""
    return Told(place_of(one), one.year, one.name, one.sha256, statement.line, statement.chapter, statement.quote or "")


def _place(one: Admission) -> tuple[str, int, int]:
    return one.told.government, one.told.year, one.told.line


def _counts(standings: Sequence[Standing]) -> tuple[Count, ...]:
    found: dict[tuple[str, Level, int], Counter[Verdict]] = defaultdict(Counter)
    for standing in standings:
        for (obligation, level), verdict in standing.verdicts.items():
            found[obligation, level, standing.year][verdict] += 1
    order = {place: at for at, place in enumerate(codes.CLAIMS)}
    return tuple(
        Count(obligation, level, year, {verdict: tally[verdict] for verdict in Verdict if tally[verdict]})
        for (obligation, level, year), tally in sorted(
            found.items(), key=lambda item: (order[item[0][0], item[0][1]], item[0][2])
        )
    )


def _common_gaps(sums: _Sums, cells: Sequence[PlanCell]) -> tuple[CommonGap, ...]:
    found = [
        CommonGap(
            cells[at].task, cells[at].title, cells[at].level, year,
            sums.open[at, year], counted, sums.admitted[at, year],
        )
        for (at, year), counted in sums.counted.items()
        if counted >= FEWEST and sums.open[at, year] >= COMMON * counted
    ]  # fmt: skip
    return tuple(sorted(found, key=_weight))


def _weight(gap: CommonGap) -> tuple[int, int, float, int, str, str]:
    """The newest year first, then what is admitted most, then what is most common."""
    return -gap.year, -gap.admitted, -gap.open / gap.counted, -gap.open, gap.task, gap.level
