"""Entries -> Cells: the status of every task at every level it binds.

The order of the rules is the first that applies (docs/design.md): not applicable, waived, admitted
gap, done for all, done but a prerequisite without evidence, done for some, under way, only planned,
nothing; the last three before the date are not due. Plans and background never lift a cell above
`planned`. A `state` keeps what an earlier year showed until a later year takes it back; everything
else needs evidence of the year itself. Silence never meets a `ban`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from checker.judge.demands import stance_at
from checker.judge.left_open import is_left_open
from checker.judge.parts import says_all_beside
from checker.judge.reasons import quotes
from checker.model import LEVEL_RANK, Cell, Entry, Extent, Kind, Level, Plan, Stance, Status, Task, Waiver

ACCEPT = 0.6
"""A task match below this score is for review: it is shown, but enters no verdict."""

OPEN_STATUSES = frozenset(
    {Status.PARTIAL, Status.ONGOING, Status.PLANNED, Status.SHORTFALL, Status.UNPROVEN, Status.MISSING}
)
"""Statuses in which something is left to do."""

_BEFORE_DATE = frozenset({Status.ONGOING, Status.PLANNED, Status.MISSING})
_NOT_COUNTED = frozenset({Status.NOT_APPLICABLE, Status.WAIVED, Status.NOT_DUE})


@dataclass(frozen=True, slots=True)
class Scope:
    """What the judge looks at: the year, the day, and whose report it is.

    `subject` is the government that is assessed and `own` its level; the report of a lower government
    speaks for one of several and never for a whole level. `levels` are the levels that are assessed.
    """

    year: int
    as_of: date
    subject: str
    own: Level
    levels: frozenset[Level]


@dataclass(frozen=True, slots=True)
class Signal:
    """An entry that speaks of a cell, with how much of the level it covers, and how it speaks of it."""

    entry: Entry
    extent: Extent
    stance: Stance


@dataclass(frozen=True, slots=True)
class _Facts:
    """All that bears on one cell: what counts, what is for review, unmet prerequisites, a waiver."""

    signals: Sequence[Signal]
    review: Sequence[Signal]
    blocked: tuple[str, ...]
    waiver: Waiver | None


Signals = Mapping[tuple[str, Level], Sequence[Signal]]


def signals_of(plan: Plan, entries: Iterable[Entry], scope: Scope) -> tuple[Signals, Signals]:
    """Which entries speak of which cell: those that count, and those that are for review."""
    bound = {task.id: frozenset(task.levels) for task in plan.tasks}
    named = {task.id: task.obligation for task in plan.tasks}
    counted: dict[tuple[str, Level], list[Signal]] = {}
    review: dict[tuple[str, Level], list[Signal]] = {}
    for entry in entries:
        if entry.source.year > scope.year:
            continue
        spans = [
            (level, extent, stance_at(entry.stance, entry.text, own=level is scope.own))
            for level, extent in reaches_of(entry, scope)
        ]
        for match in entry.tasks:
            into = counted if match.score >= ACCEPT else review
            for level, extent, stance in spans:
                if level in bound.get(match.id, ()):
                    told = match.extent_at(level, extent) if extent is not Extent.SOME else extent
                    signal = Signal(entry, _extent_for(named[match.id], entry, told), stance)
                    into.setdefault((match.id, level), []).append(signal)
    return counted, review


def _extent_for(obligation: str | None, entry: Entry, extent: Extent) -> Extent:
    """How much of a level an entry says of a task of this obligation.

    In a sentence on a named obligation, all is said of that (三项制度全部落实，培训执法人员3200人次), but for the
    clauses that say all and do not name it (亮证执法，执法人员全部取得执法证).
    """
    beside = entry.obligations and obligation not in entry.obligations
    if not beside or extent is not Extent.ALL or says_all_beside(entry.obligations, entry.text):
        return extent
    return Extent.UNSTATED


def reaches_of(entry: Entry, scope: Scope) -> tuple[tuple[Level, Extent], ...]:
    """The levels an entry speaks of; one that names none speaks for its government's own level.

    A government below the assessed one is one of several: what it reports in full is part of its level.
    """
    spans = tuple((reach.level, reach.extent) for reach in entry.reaches)
    spans = spans or ((entry.source.level, entry.extent),)
    lower = LEVEL_RANK[entry.source.level] > LEVEL_RANK[scope.own]
    if lower and entry.source.government != scope.subject:
        return tuple((level, Extent.SOME) for level, _ in spans)
    return spans


def with_evidence(plan: Plan, signals: Signals, scope: Scope) -> frozenset[str]:
    """Tasks that are done or under way at any level: the prerequisites that somebody has shown something for."""
    usable: set[str] = set()
    kinds = {task.id: task.kind for task in plan.tasks}
    for (task, _), found in signals.items():
        for signal in found:
            this_year = signal.entry.source.year == scope.year
            if signal.stance in (Stance.ACHIEVED, Stance.ONGOING) and (this_year or kinds[task] is Kind.STATE):
                usable.add(task)
    return frozenset(usable)


def judge_cells(
    plan: Plan, signals: Signals, review: Signals, waivers: Sequence[Waiver], scope: Scope
) -> tuple[Cell, ...]:
    """All cells, in the order of the plan and of the levels."""
    shown = with_evidence(plan, signals, scope)
    active = {(w.task, w.level): w for w in waivers if w.start <= scope.as_of <= w.until}
    excused = {task for task, _ in active}
    known = {task.id: task for task in plan.tasks}
    cells = []
    for task in plan.tasks:
        blocked = tuple(
            need.id
            for need in task.requires
            if need.id not in shown and need.id not in excused and applies(known[need.id], scope)
        )
        for level in task.levels:
            key = (task.id, level)
            facts = _Facts(signals.get(key, ()), review.get(key, ()), blocked, active.get(key))
            cells.append(_cell(task, level, facts, scope))
    return tuple(cells)


def applies(task: Task, scope: Scope) -> bool:
    """Whether a task binds anybody in this assessment: a level that is assessed, a criterion old enough."""
    return _too_young(task, scope) is None and not scope.levels.isdisjoint(task.levels)


def _cell(task: Task, level: Level, facts: _Facts, scope: Scope) -> Cell:
    status, reason, used = _outside(task, level, facts, scope) or _judged(task, level, facts, scope)
    due = task.due is None or task.due <= scope.as_of
    if status in _BEFORE_DATE and not due:
        status, reason = Status.NOT_DUE, f"期限 {task.due}，截至 {scope.as_of} 未到期；目前：{status.zh}。{reason}"
    counted = due and status not in _NOT_COUNTED
    evidence = tuple(dict.fromkeys(signal.entry.id for signal in used))
    return Cell(task, level, status, reason, evidence, facts.blocked if status in OPEN_STATUSES else (), counted)


_Ruling = tuple[Status, str, Sequence[Signal]]


def _outside(task: Task, level: Level, facts: _Facts, scope: Scope) -> _Ruling | None:
    """What keeps a cell out of judgement: a level or a year to which the task does not apply, a waiver."""
    if level not in scope.levels:
        return Status.NOT_APPLICABLE, f"本次评估不含{level.zh}一级", ()
    young = _too_young(task, scope)
    if young:
        return Status.NOT_APPLICABLE, young, ()
    waiver = facts.waiver
    if waiver:
        return Status.WAIVED, f"已豁免至 {waiver.until}：{waiver.reason}（{waiver.approver}批准）", facts.signals
    return None


def _judged(task: Task, level: Level, facts: _Facts, scope: Scope) -> _Ruling:
    """The first that applies: gap, done for all, for some, under way, planned, nothing."""
    if not facts.signals:
        return Status.MISSING, _why_missing(facts.review), ()
    gaps, done, under_way, plans = _sorted(task, facts.signals, scope)
    whole = [signal for signal in done if _whole(task, level, signal, scope)]
    if gaps:
        beside = f"；同时已做的：{quotes(done)}" if done else ""
        return Status.SHORTFALL, f"报告自认短板：{quotes(gaps)}{beside}", [*gaps, *done]
    if whole:
        return _fulfilled(facts, whole, under_way, scope)
    if done:
        return Status.PARTIAL, f"{_why_part(task, done)}：{quotes(done)}", [*done, *under_way]
    if under_way:
        return Status.ONGOING, f"仍在进行：{quotes(under_way)}", under_way
    if plans:
        return Status.PLANNED, f"只有计划，不是结果：{quotes(plans)}", plans
    return Status.MISSING, _why_missing(facts.review), ()


def _fulfilled(facts: _Facts, whole: Sequence[Signal], under_way: Sequence[Signal], scope: Scope) -> _Ruling:
    """A result that is enough for the cell, where nothing beside it or before it holds it back."""
    left = [signal for signal in under_way if is_left_open(signal.stance, signal.extent, signal.entry.text)]
    if left:
        return Status.PARTIAL, f"另有一部分仍未做到：{quotes(left)}；已做的：{quotes(whole)}", [*whole, *left]
    if facts.blocked:
        return Status.UNPROVEN, f"报告写到：{quotes(whole)}；但前提任务没有佐证", whole
    return Status.MET, f"{quotes(whole)}{_older(whole, scope)}", whole


def _sorted(
    task: Task, signals: Sequence[Signal], scope: Scope
) -> tuple[list[Signal], list[Signal], list[Signal], list[Signal]]:
    """Gaps, results, work under way and plans that still speak for the year.

    What an earlier year reported counts only for a `state`, and only until a later gap takes it back;
    an earlier gap lasts until a later result closes it.
    """
    now = [signal for signal in signals if signal.entry.source.year == scope.year]
    if task.kind is Kind.STATE:
        gap_year = max((s.entry.source.year for s in signals if s.stance is Stance.SHORTFALL), default=0)
        done = [s for s in signals if s.stance is Stance.ACHIEVED and s.entry.source.year >= gap_year]
        closed = any(signal.entry.source.year > gap_year for signal in done)
        gaps = [s for s in signals if s.stance is Stance.SHORTFALL and s.entry.source.year == gap_year and not closed]
    else:
        gaps = [signal for signal in now if signal.stance is Stance.SHORTFALL]
        done = [signal for signal in now if signal.stance is Stance.ACHIEVED]
    under_way = [signal for signal in now if signal.stance is Stance.ONGOING]
    plans = [signal for signal in now if signal.stance is Stance.PLANNED]
    return gaps, done, under_way, plans


def _whole(task: Task, level: Level, signal: Signal, scope: Scope) -> bool:
    """Whether a result is enough for the cell.

    A rate needs the whole level, said so. Otherwise a result without a stated extent is enough at the
    government's own level (the thing exists), but not for the many units of a level below it.
    """
    if signal.extent is Extent.ALL:
        return True
    return signal.extent is Extent.UNSTATED and task.kind is not Kind.RATE and level is scope.own


def _why_part(task: Task, parts: Sequence[Signal]) -> str:
    if any(signal.extent is Extent.SOME for signal in parts):
        return "只及一部分，或有数无总数"
    if task.kind is Kind.RATE:
        return "有做法，但没有说明全部做到（此项要看比例）"
    return "提到了这一层级，但没有说明全部做到"


def _why_missing(review: Sequence[Signal]) -> str:
    if not review:
        return "报告未见佐证"
    return f"报告未见可认定的佐证；可能相关、待人工复核：{quotes(review)}"


def _older(whole: Sequence[Signal], scope: Scope) -> str:
    years = sorted({signal.entry.source.year for signal in whole})
    return f"（{years[-1]}年已有，此后未见倒退）" if years[-1] < scope.year else ""


def _too_young(task: Task, scope: Scope) -> str | None:
    if task.from_year and task.from_year > scope.year and not task.criterion_before:
        return f"达标口径自{task.from_year}年起适用"
    return None
