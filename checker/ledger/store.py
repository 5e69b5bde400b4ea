"""The folder of the ledger: read whole, written under its lock, every write checked against what lies there now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from checker.errors import InputError, Problem
from checker.evidence import Evidence, load_evidence
from checker.ledger.atomic import appended, locked, read_or_empty, write_whole
from checker.ledger.decisions import FILE, decision_text, faults, load_decisions, opening, readable, sealed
from checker.ledger.ingest import Ingestion, ingestion
from checker.ledger.model import Decision, Draft
from checker.ledger.settle import Matter, matters_of
from checker.ledger.words import clean
from checker.model import Plan, Report, Waiver
from checker.toml_out import table
from checker.waivers import faults as waiver_faults

WAIVERS = "waivers.toml"


@dataclass(frozen=True)
class Ledger:
    """Everything a folder of evidence holds: proposals, waivers, marks, and what people decided."""

    evidence: Evidence = field(default_factory=lambda: Evidence((), ()))
    decisions: tuple[Decision, ...] = ()

    @cached_property
    def matters(self) -> dict[str, Matter]:
        """Every entry with what bears on it, by id."""
        return matters_of(self.evidence.entries, self.evidence.marks, self.decisions)

    @property
    def decided(self) -> frozenset[str]:
        """The entries on which a decision is in force."""
        return frozenset(name for name, matter in self.matters.items() if matter.decision)


def load_ledger(folder: Path, plan: Plan) -> Ledger:
    """Read a folder whole. Raises InputError with the problems of all its files."""
    problems: list[Problem] = []
    evidence: Evidence | None = None
    decisions: tuple[Decision, ...] = ()
    try:
        evidence = load_evidence(folder, plan)
    except InputError as error:
        problems.extend(error.problems)
    try:
        known = {entry.id: entry for entry in evidence.entries} if evidence else None
        decisions = load_decisions(folder, plan, known)
    except InputError as error:
        problems.extend(error.problems)
    if problems or evidence is None:
        raise InputError(problems)
    return Ledger(evidence, decisions)


def ingest_report(folder: Path, plan: Plan, report: Report) -> Ingestion:
    """Write what a report adds; writing nothing where it adds nothing.

    Raises InputError N001 for a report that does not say whose it is: its evidence could not be judged.
    """
    if not clean(report.government):
        hint = "用 --government 给出政府名称，--level 给出层级"
        raise InputError([Problem(report.name, 0, "N001", "看不出这份报告是哪个政府的", hint)])
    with locked(folder):
        ledger = load_ledger(folder, plan)
        found = ingestion(report, ledger.evidence, ledger.decided)
        if found.text:
            path = folder / found.name
            write_whole(path, appended(read_or_empty(path), found.text))
    return found


@dataclass(frozen=True, slots=True)
class Conflict:
    """A decision that is not taken silently: why, and the decision that stands against it."""

    what: Draft
    why: str
    against: Decision | None = None


def decide(
    folder: Path,
    plan: Plan,
    drafts: Sequence[Draft],
    at: datetime | Mapping[str, datetime],
    overrule: Collection[str] = (),
) -> tuple[Conflict, ...]:
    """Write decisions, all or none; `at` is when, for all or by entry.

    Returns the conflicts that keep them from being written: the entry is no longer what the author saw, or
    somebody else has decided meanwhile (unless the entry is in `overrule`). Raises InputError for decisions that
    are wrong in themselves.
    """
    drafts = [readable(what) for what in drafts]
    with locked(folder):
        ledger = load_ledger(folder, plan)
        _refuse_faulty(drafts, plan, ledger)
        found = tuple(conflicts(drafts, ledger, overrule))
        if not found and drafts:
            last = ledger.decisions[-1].seal if ledger.decisions else ""
            _append(folder, drafts, at, last)
    return found


def _refuse_faulty(drafts: Iterable[Draft], plan: Plan, ledger: Ledger) -> None:
    problems = [
        Problem(what.entry, 0, code, message, hint)
        for what in drafts
        for code, _, message, hint in faults(what, plan, ledger.matters)
    ]
    if problems:
        raise InputError(problems)


def conflicts(drafts: Iterable[Draft], ledger: Ledger, overrule: Collection[str] = ()) -> Iterable[Conflict]:
    """What stands against each decision."""
    for what in drafts:
        matter = ledger.matters[what.entry]
        now = matter.decision
        if what.digest != matter.state:
            yield Conflict(what, "这条佐证在看过之后变了，请重新看过再决定", now)
        elif what.after != matter.last and what.entry not in overrule and _anothers(what, now):
            yield Conflict(what, "别人已有不同的决定", now)


def _anothers(what: Draft, now: Decision | None) -> bool:
    return now is not None and now.what.by != what.by and now.what.outcome != what.outcome


def _append(folder: Path, drafts: Sequence[Draft], at: datetime | Mapping[str, datetime], last: str) -> None:
    texts = []
    for what in drafts:
        decision = sealed(what, at if isinstance(at, datetime) else at[what.entry], last)
        last = decision.seal
        texts.append(decision_text(decision))
    path = folder / FILE
    old = read_or_empty(path)
    text = "".join(texts)
    write_whole(path, appended(old, text if old.strip() else opening() + text))


def waive(folder: Path, plan: Plan, waiver: Waiver) -> None:
    """Add a waiver. Raises InputError where the cell, the dates or what lies there already forbid it."""
    with locked(folder):
        ledger = load_ledger(folder, plan)
        known = {task.id: task.levels for task in plan.tasks}
        found = waiver_faults(waiver, known, ledger.evidence.waivers)
        if found:
            raise InputError(Problem(waiver.file, 0, code, message, hint) for code, _, message, hint in found)
        fields = {
            "task": waiver.task,
            "level": waiver.level.value,
            "reason": waiver.reason,
            "approver": waiver.approver,
            "from": waiver.start,
            "until": waiver.until,
        }
        path = folder / WAIVERS
        write_whole(path, appended(read_or_empty(path), "\n" + table("[[waiver]]", fields)))
