"""The road from plan, evidence and reports to an assessment.

Commands call these functions; they read files and return values, and print nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.audit.model import Audit
from checker.errors import InputError, NothingCheckedError, Problem
from checker.evidence import Evidence, entries_of
from checker.judge.assessment import Assessment, assess
from checker.judge.cells import Scope
from checker.ledger.settle import Settled, matters_of, named_as_kept, settle
from checker.ledger.store import Ledger, load_ledger
from checker.model import LEVEL_RANK, Entry, Plan, Report
from checker.paths import default_plan
from checker.plan import load_plan

if TYPE_CHECKING:
    from checker.reading.limits import Limits, Progress



@dataclass(frozen=True, slots=True)
class Request:
    """What to assess: files, year and day; None leaves the choice to the defaults of the contract.

    `limits` are those of the readers, `progress` is told of the pages of a scan.
    """

    plan: Path | None = None
    evidence: Path | None = None
    year: int | None = None
    as_of: date | None = None
    reports: tuple[Path, ...] = ()
    limits: Limits | None = None
    progress: Progress | None = None


def open_plan(path: Path | None) -> tuple[Plan, Path]:
    """The plan of a path, or the default one, with the path it was read from."""
    path = path or default_plan()
    return load_plan(path), path


def run(request: Request) -> Assessment:
    """Assess a plan.

    Raises InputError with the problems of all inputs together, NothingCheckedError when there is no
    statement and no entry of the year.
    """
    return assess_inputs(request, *inputs_of(request))


def run_years(request: Request) -> tuple[Assessment, ...]:
    """The assessment of `run`, last, after those of earlier years of the same government; each at its year's end.

    Raises what `run` raises.
    """
    plan, ledger, reports = inputs_of(request)
    last = assess_inputs(request, plan, ledger, reports)
    years = {entry.source.year for entry in ledger.evidence.entries} | {report.year for report in reports}
    found = []
    for year in sorted(year for year in years if year < last.scope.year):
        try:
            one = assess_inputs(replace(request, year=year, as_of=None), plan, ledger, reports)
        except NothingCheckedError:
            continue
        if one.scope.subject == last.scope.subject:
            found.append(one)
    return (*found, last)


def ledger_of(request: Request) -> Ledger:
    """The ledger that a request reads. Raises InputError with all its problems."""
    plan, _ = open_plan(request.plan)
    return _ledger(request, plan)


def inputs_of(request: Request) -> tuple[Plan, Ledger, tuple[Report, ...]]:
    """Everything that is read, all problems at once."""
    problems: list[Problem] = []
    plan, plan_path = open_plan(request.plan)
    ledger = Ledger()
    try:
        ledger = _ledger(request, plan)
    except InputError as error:
        problems.extend(error.problems)
    reports, failed = reports_of(request, plan, plan_path)
    if problems or failed:
        raise InputError([*problems, *failed])
    return plan, ledger, reports


def _ledger(request: Request, plan: Plan) -> Ledger:
    """The folder asked for; without one, evidence/ here, which need not exist when reports are given."""
    folder = request.evidence or Path("evidence")
    if request.evidence is None and request.reports and not folder.exists():
        return Ledger()
    return load_ledger(folder, plan)


def reports_of(request: Request, plan: Plan, plan_path: Path) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """The reports of a request, labelled, and what could not be read."""
    if not request.reports:
        return (), ()
    # The labelling stages are only loaded where there is a report to read: a check of kept evidence starts quicker.
    from checker.reports import labeller, read_reports

    maker = labeller(plan, plan_path)
    return read_reports(request.reports, maker, request.year, request.limits, request.progress)


def assess_inputs(request: Request, plan: Plan, ledger: Ledger, reports: Sequence[Report]) -> Assessment:
    """Assess what was read. Raises NothingCheckedError when there is no statement and no entry of the year."""
    evidence = ledger.evidence
    entries, notes = _all_entries(evidence, reports)
    if not entries:
        raise NothingCheckedError("没有佐证：佐证文件夹里没有年度文件，也没有给出报告")
    year = request.year or max(entry.source.year for entry in entries)
    scope = _scope(plan, entries, year, request.as_of)
    if scope.subject != plan.government:
        whose = f"按{scope.subject}（{scope.own.zh}级）评估，认错了可用 checker ingest 的 --government、--level 指定"
        notes.append(f"计划属于{plan.government}，本年佐证来自{scope.subject}：{whose}")
    mine = [entry for entry in entries if _speaks_for(entry, scope)]
    notes.extend(_left_out(entries, mine, scope))
    if not any(entry.source.year == year for entry in mine):
        sources = sorted({(entry.source.government or "未写明的政府", entry.source.year) for entry in entries})
        read = "、".join(f"{government} {told} 年" for government, told in sources)
        raise NothingCheckedError(f"没有{scope.subject} {year} 年的佐证或报告；读到的是：{read}")
    told = [entry for entry in mine if entry.source.year <= year]
    settled = settle(matters_of(told, evidence.marks, ledger.decisions), plan.gate.only_confirmed)
    notes.extend(_ledger_notes(settled))
    audit = named_as_kept(_audit(reports, year), reports, evidence.entries)
    assessment = assess(plan, settled.entries, evidence.waivers, scope, audit, notes)
    return replace(assessment, standing=settled.standing)


def _ledger_notes(settled: Settled) -> list[str]:
    """What the ledger keeps from counting, said aloud."""
    standing, notes = settled.standing, []
    if settled.unconfirmed:
        notes.append(f"口径只计已确认的佐证：{settled.unconfirmed} 条成效还没有人确认，未计入（checker review）")
    if standing.suspects:
        notes.append(f"{len(standing.suspects)} 条佐证存疑（新稿有变或条目被改），其中的成效在有人处理之前不计入")
    if standing.contested:
        listed = "、".join(standing.contested[:5])
        notes.append(f"{len(standing.contested)} 条佐证有人改了别人的决定，按后一个决定计：{listed}")
    return notes


def _all_entries(evidence: Evidence, reports: Sequence[Report]) -> tuple[list[Entry], list[str]]:
    """The entries kept and those of the reports; a report that is kept already is not counted twice."""
    entries = list(evidence.entries)
    kept = {source.sha256 for source in evidence.sources}
    notes = []
    for report in sorted(reports, key=lambda report: (report.year, report.sha256)):
        if report.sha256 in kept:
            notes.append(f"{report.name} 已在佐证文件夹中，按佐证计，不重复计算")
        else:
            entries.extend(entries_of(report, {entry.id for entry in entries}))
    return entries, notes


def _audit(reports: Sequence[Report], year: int) -> Audit:
    told = [report for report in reports if report.year == year]
    if not told:
        return Audit((), ())
    from checker.reports import audit_reports

    return audit_reports(told)


def _scope(plan: Plan, entries: Sequence[Entry], year: int, as_of: date | None) -> Scope:
    """Whose evidence is judged, and at which levels: its own and those below.

    The plan's government where the year has evidence of it; else the one government above all others that the
    year has evidence of; else, for several of one level, the plan's, of which they are then parts.
    """
    sources = {(entry.source.government, entry.source.level) for entry in entries if entry.source.year == year}
    subject, own = plan.government, plan.level
    highest = min((LEVEL_RANK[level] for _, level in sources), default=0)
    above = [source for source in sources if LEVEL_RANK[source[1]] == highest]
    if all(name != plan.government for name, _ in sources) and len(above) == 1:
        subject, own = above[0]
    levels = {level for level in plan.assess_levels if LEVEL_RANK[level] >= LEVEL_RANK[own]}
    return Scope(year, as_of or date(year, 12, 31), subject, own, frozenset({*levels, own}))


def _left_out(entries: Sequence[Entry], mine: Sequence[Entry], scope: Scope) -> list[str]:
    """What was read and does not count, said aloud: other places, later years; and who counts as a part."""
    notes = []
    others = sorted({entry.source.government for entry in entries} - {entry.source.government for entry in mine})
    if others:
        notes.append(f"未计入{scope.subject}的评估：{'、'.join(others)}的报告")
    later = sorted({entry.source.name for entry in mine if entry.source.year > scope.year})
    if later:
        notes.append(f"未计入 {scope.year} 年的评估：{'、'.join(later)}（是以后年份的）")
    parts = sorted({entry.source.government for entry in mine if entry.source.government != scope.subject})
    if parts:
        notes.append(f"按{scope.subject}的下级计（只算该级的一部分）：{'、'.join(parts)}")
    return notes


def _speaks_for(entry: Entry, scope: Scope) -> bool:
    """The subject's own evidence, and that of governments below it; another place's proves nothing here."""
    return entry.source.government == scope.subject or LEVEL_RANK[entry.source.level] > LEVEL_RANK[scope.own]
