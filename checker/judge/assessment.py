"""The assessment of a plan against the evidence of a year, and its narrowing to what somebody asks about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from checker.audit.model import Audit
from checker.judge.cells import ACCEPT, Scope, judge_cells, reaches_of, signals_of
from checker.judge.claims import Claim, Fact, claims
from checker.judge.coverage import Coverage, coverage_of, gaps_of
from checker.model import Cell, Entry, Gap, Level, Plan, Reach, Stance, Status, Waiver


@dataclass(frozen=True, slots=True)
class Suspect:
    """An entry about which a person has to decide again, and why."""

    entry: str
    why: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the ledger stands: what people have said about the entries of the folder.

    `confirmed` counts entries that a person let stand, as they were or put right. `answered` are entries whose
    figures a person has settled, `contested` those on which one person overruled another.
    """

    confirmed: int = 0
    rejected: int = 0
    undecided: int = 0
    suspects: tuple[Suspect, ...] = ()
    answered: frozenset[str] = frozenset()
    contested: tuple[str, ...] = ()


@dataclass(frozen=True)
class Assessment:
    """What the plan asks, what was shown, and what is left to do.

    `cells` are those asked about, `judged` all cells of the plan, which the order of closing gaps looks at.
    `entries` are the entries of the year by id (and earlier ones that a verdict rests on), `unmatched`
    the ids of those of the year that no task took, `notes` remarks for the user, such as expired waivers.
    """

    plan: Plan
    scope: Scope
    cells: tuple[Cell, ...]
    claims: tuple[Claim, ...]
    coverage: Coverage
    judged: tuple[Cell, ...]
    entries: Mapping[str, Entry]
    unmatched: tuple[str, ...]
    notes: tuple[str, ...]
    audit: Audit
    standing: Standing = Standing()

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """The root gaps among the cells asked about; only worked out where somebody shows them."""
        found = gaps_of(self.plan, self.judged)
        if self.cells == self.judged:
            return found
        asked = {(cell.task.id, cell.level) for cell in self.cells}
        shown = {task for task, _ in asked}
        return tuple(
            replace(gap, cells=tuple(cell for cell in gap.cells if (cell.task.id, cell.level) in asked))
            for gap in found
            if gap.task.id in shown
        )


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What to look at; None leaves a side open. `lead` matches a part of a lead unit's name."""

    level: Level | None = None
    obligation: str | None = None
    clause: int | None = None
    status: Status | None = None
    lead: str | None = None

    def takes(self, cell: Cell) -> bool:
        """Whether a cell is looked at."""
        task = cell.task
        return (
            self.level in (None, cell.level)
            and self.obligation in (None, task.obligation)
            and self.clause in (None, task.clause)
            and self.status in (None, cell.status)
            and (self.lead is None or any(self.lead in unit for unit in task.lead))
        )


def assess(
    plan: Plan,
    entries: Sequence[Entry],
    waivers: Sequence[Waiver],
    scope: Scope,
    audit: Audit | None = None,
    notes: Sequence[str] = (),
) -> Assessment:
    """Judge every cell and claim of the plan. The order of entries, waivers and tasks changes no verdict."""
    ordered = sorted(entries, key=lambda entry: entry.id)
    cells, told = judge(plan, ordered, waivers, scope)
    this_year = [entry for entry in ordered if entry.source.year == scope.year]
    taken = {entry.id: entry for entry in ordered}
    used = {ref for cell in cells for ref in cell.evidence} | {entry.id for entry in this_year}
    return Assessment(
        plan=plan,
        scope=scope,
        cells=cells,
        claims=told,
        coverage=coverage_of(cells),
        judged=cells,
        entries={ref: taken[ref] for ref in sorted(used)},
        unmatched=tuple(entry.id for entry in this_year if not _matched(entry)),
        notes=(*notes, *_waiver_notes(waivers, cells, taken, scope)),
        audit=audit or Audit((), ()),
    )


def judge(
    plan: Plan, entries: Sequence[Entry], waivers: Sequence[Waiver], scope: Scope
) -> tuple[tuple[Cell, ...], tuple[Claim, ...]]:
    """The cells and claims alone, for many reports; `entries` in order of id."""
    signals, review = signals_of(plan, entries, scope)
    facts = [_fact(entry, scope) for entry in entries if entry.source.year == scope.year]
    levels = [level for level in Level if level in scope.levels]
    return judge_cells(plan, signals, review, waivers, scope), claims(facts, scope.own, levels)


def narrow(assessment: Assessment, narrowing: Narrowing) -> Assessment:
    """The same verdicts, only those asked about, counted anew."""
    if narrowing == Narrowing():
        return assessment
    cells = tuple(filter(narrowing.takes, assessment.cells))
    asked = {(cell.task.obligation, cell.level) for cell in cells}
    told = tuple(claim for claim in assessment.claims if (claim.obligation, claim.level) in asked)
    used = {ref for cell in cells for ref in cell.evidence} | {ref for claim in told for ref in claim.evidence}
    return replace(
        assessment,
        cells=cells,
        claims=told,
        entries={ref: entry for ref, entry in assessment.entries.items() if ref in used},
        unmatched=(),
        coverage=coverage_of(cells),
    )


def _fact(entry: Entry, scope: Scope) -> Fact:
    """An entry as a fact for the claims; its levels as the judge of cells sees them."""
    reaches = tuple(Reach(level, extent) for level, extent in reaches_of(entry, scope))
    return Fact(entry.id, entry.stance, reaches, entry.extent, entry.obligations, entry.tasks, entry.text, entry.where)


def _matched(entry: Entry) -> bool:
    return any(match.score >= ACCEPT for match in entry.tasks)


def _waiver_notes(
    waivers: Sequence[Waiver], cells: Sequence[Cell], entries: Mapping[str, Entry], scope: Scope
) -> list[str]:
    """Expired waivers and those that nobody needs (a result is reported and no gap), said aloud."""
    status = {(cell.task.id, cell.level): cell for cell in cells}
    notes = []
    for waiver in sorted(waivers, key=lambda waiver: (waiver.task, waiver.level.value)):
        name = f"{waiver.file}:{waiver.row} 豁免 {waiver.task}（{waiver.level.zh}）"
        cell = status[(waiver.task, waiver.level)]
        if waiver.until < scope.as_of:
            notes.append(f"{name}已于 {waiver.until} 到期，不再生效")
        elif waiver.start > scope.as_of:
            notes.append(f"{name}自 {waiver.start} 起才生效")
        elif _done_without_gap(entries[ref].stance for ref in cell.evidence):
            notes.append(f"{name}已有佐证，可能不再需要")
    return notes


def _done_without_gap(stances: Iterable[Stance]) -> bool:
    told = set(stances)
    return Stance.ACHIEVED in told and Stance.SHORTFALL not in told
