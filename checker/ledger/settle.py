"""Entries × decisions -> the entries that count, and where the ledger stands.

What a person decided stands in the place of what the program proposed. Where the entry is no longer what was
decided about (edited, dropped or reworded by a newer draft), it is suspect until somebody decides again. Doubt
never helps: a suspect or, where the policy asks for it, an unconfirmed result does not count, an admitted gap
goes on counting until a person takes it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.audit.model import Audit
from checker.evidence import Change, Mark
from checker.judge.assessment import Standing, Suspect
from checker.judge.cells import ACCEPT
from checker.ledger.digest import state_of
from checker.ledger.ingest import current_marks
from checker.ledger.model import Decision, Draft, FigureFix, Ruling
from checker.model import Because, Entry, Extent, Figure, Level, Reach, Report, Stance, TaskMatch

_RESULTS = frozenset({Stance.ACHIEVED, Stance.ONGOING})
_HUMAN_SCORE = 1.0


@dataclass(frozen=True, slots=True)
class Matter:
    """An entry with all that bears on it: its mark, its decision in force, and those that this one overruled.

    `last` is the seal of the last decision written about it, of whatever kind.
    """

    entry: Entry
    mark: Mark | None
    decision: Decision | None
    overruled: tuple[Decision, ...]
    last: str

    @property
    def state(self) -> str:
        """The digest of the entry as it is now; only worked out for what somebody decides or has decided."""
        return state_of(self.entry, self.mark)

    @property
    def decided(self) -> bool:
        """Whether a decision is in force and is about the entry as it is now."""
        return self.decision is not None and self.decision.what.digest == self.state

    @property
    def suspect(self) -> str:
        """Why somebody has to look again; "" where nobody has to."""
        if self.decided:
            return ""
        if self.mark:
            return "新稿里已没有这句话" if self.mark.change is Change.VANISHED else f"新稿改了说法（见 {self.mark.by}）"
        return "作出决定之后，这条佐证又被改过" if self.decision else ""

    @property
    def contested(self) -> bool:
        """Whether people disagree: the decision in force overrules one of somebody else's with another outcome."""
        now = self.decision
        return now is not None and any(
            old.what.by != now.what.by and old.what.outcome != now.what.outcome for old in self.overruled
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """What the judge gets: entries as they count, and where the ledger stands."""

    entries: tuple[Entry, ...]
    standing: Standing
    unconfirmed: int


def matters_of(entries: Iterable[Entry], marks: Sequence[Mark], decisions: Sequence[Decision]) -> dict[str, Matter]:
    """Every entry with its mark and decisions, in order of id."""
    marked = current_marks(marks)
    stacks: dict[str, list[Decision]] = {}
    last: dict[str, str] = {}
    for decision in decisions:
        name = decision.what.entry
        stack = stacks.setdefault(name, [])
        last[name] = decision.seal
        if decision.what.ruling is not Ruling.WITHDRAWN:
            stack.append(decision)
        elif stack:
            stack.pop()
    return {
        entry.id: _matter(entry, marked.get(entry.id), stacks.get(entry.id, []), last.get(entry.id, ""))
        for entry in sorted(entries, key=lambda entry: entry.id)
    }


def _matter(entry: Entry, mark: Mark | None, stack: Sequence[Decision], last: str) -> Matter:
    decision = stack[-1] if stack else None
    return Matter(entry, mark, decision, tuple(stack[:-1]), last)


def settle(matters: Mapping[str, Matter], only_confirmed: bool = False) -> Settled:
    """Which entries count, and how. With `only_confirmed` a result counts only when a person has said so."""
    counted: list[Entry] = []
    suspects: list[Suspect] = []
    unconfirmed = 0
    for matter in matters.values():
        replaced = _replaced(matter, matters)
        if matter.suspect and not replaced:
            suspects.append(Suspect(matter.entry.id, matter.suspect))
        entry = _as_counted(matter, replaced)
        if entry is None:
            continue
        if only_confirmed and not matter.decided and entry.stance in _RESULTS:
            unconfirmed += 1
            continue
        counted.append(entry)
    return Settled(tuple(counted), _standing(matters, suspects), unconfirmed)


def _replaced(matter: Matter, matters: Mapping[str, Matter]) -> bool:
    """Whether a newer proposal simply stands in the place of one that nobody had decided on.

    An admitted gap is not replaced by a sentence that no longer admits it: that is for a person to say.
    """
    mark = matter.mark
    if matter.decision or not mark or mark.change is not Change.CHANGED or mark.by not in matters:
        return False
    return matter.entry.stance is not Stance.SHORTFALL or matters[mark.by].entry.stance is Stance.SHORTFALL


def _as_counted(matter: Matter, replaced: bool) -> Entry | None:
    """The entry as it counts; None where it does not."""
    if replaced:
        return None
    decision = matter.decision
    if matter.decided and decision:
        return None if decision.what.ruling is Ruling.REJECTED else _with_word(matter.entry, decision)
    if not matter.suspect:
        return matter.entry
    now = applied(matter.entry, decision.what) if decision else matter.entry
    gaps = [entry for entry in (now, matter.entry) if entry.stance is Stance.SHORTFALL]
    return gaps[0] if gaps else None


def _with_word(entry: Entry, decision: Decision) -> Entry:
    """The entry as decided, with the decision among the reasons for its labels: whoever asks why is told."""
    word = Because("decision", decision.what.ruling.value, decision.told)
    now = applied(entry, decision.what)
    return replace(now, because=(*now.because, word))


def _standing(matters: Mapping[str, Matter], suspects: Sequence[Suspect]) -> Standing:
    decided = [matter for matter in matters.values() if matter.decided]
    rulings = [matter.decision.what.ruling for matter in decided if matter.decision]
    answered = {m.entry.id for m in decided if m.decision and m.decision.what.figure is not None}
    return Standing(
        confirmed=sum(ruling is not Ruling.REJECTED for ruling in rulings),
        rejected=sum(ruling is Ruling.REJECTED for ruling in rulings),
        undecided=len(matters) - len(decided),
        suspects=tuple(suspects),
        answered=frozenset(answered),
        contested=tuple(matter.entry.id for matter in matters.values() if matter.contested),
    )


def named_as_kept(audit: Audit, reports: Iterable[Report], entries: Iterable[Entry]) -> Audit:
    """The findings on reports that are kept, under the ids that their sentences have in the ledger."""
    kept = {(entry.source.government, entry.source.year, entry.text): entry.id for entry in entries}
    if not kept:
        return audit
    names: dict[tuple[str, str], str] = {}
    for report in reports:
        for told in report.statements:
            name = kept.get((report.government, report.year, told.quote))
            if name:
                names.setdefault((told.id, told.quote), name)
    quotes: dict[str, list[tuple[str, str]]] = {}
    for (told_id, quote), name in names.items():
        quotes.setdefault(told_id, []).append((quote, name))
    return replace(
        audit,
        findings=tuple(replace(one, statement=_kept_name(one.statement, one.quote, quotes)) for one in audit.findings),
    )


def _kept_name(told: str, quote: str, quotes: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    return next((name for text, name in quotes.get(told, ()) if quote in text or text in quote), told)


# ---------------------------------------------------------------- what a decision does to an entry


def applied(entry: Entry, what: Draft) -> Entry:
    """The entry as a person decided. Tasks that it keeps count in full; those that were for review stay so."""
    tasks = (TaskMatch(what.to_task, _HUMAN_SCORE),) if what.to_task else _sure(entry.tasks)
    if what.extent:  # the person has said how much, of every task
        tasks = tuple(replace(match, less=()) for match in tasks)
    reaches, extent = _moved(entry, what.to_level, what.extent)
    return replace(
        entry,
        tasks=tasks,
        reaches=reaches,
        extent=extent,
        stance=what.stance or entry.stance,
        figures=_mended(entry.figures, what.figure) if what.figure else entry.figures,
    )


def _sure(tasks: Iterable[TaskMatch]) -> tuple[TaskMatch, ...]:
    return tuple(replace(match, score=_HUMAN_SCORE) if match.score >= ACCEPT else match for match in tasks)


def _moved(entry: Entry, level: Level | None, extent: Extent | None) -> tuple[tuple[Reach, ...], Extent]:
    """Levels and extent after a move. A new level takes over no extent that was said of another one."""
    if level is None:
        if extent is None:
            return entry.reaches, entry.extent
        return tuple(Reach(reach.level, extent) for reach in entry.reaches), extent
    said = {reach.level: reach.extent for reach in entry.reaches}
    return (Reach(level, extent or said.get(level, Extent.UNSTATED)),), Extent.UNSTATED


def _mended(figures: Sequence[Figure], fix: FigureFix) -> tuple[Figure, ...]:
    """The figures with one put right; one that the entry does not have is added."""
    value = int(fix.value) if fix.value == int(fix.value) else fix.value
    new = Figure(value, fix.unit, False, f"{fix.value:g}{fix.unit}", 0, 0)
    places = [at for at, figure in enumerate(figures) if _meant(figure, fix)]
    if not places:
        return (*figures, new)
    at = places[0]
    return (*figures[:at], new, *figures[at + 1 :])


def _meant(figure: Figure, fix: FigureFix) -> bool:
    return figure.unit == fix.unit and (fix.old is None or abs(figure.value - fix.old) < 1e-9)
