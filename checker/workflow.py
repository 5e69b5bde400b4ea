"""The road from plan, evidence and reports to an assessment.

Commands call these functions; they read files and return values, and print nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from checker.audit.model import Audit
from checker.errors import InputError, NothingCheckedError, Problem
from checker.evidence import Evidence, entries_of, load_evidence
from checker.judge.assessment import Assessment, assess
from checker.judge.cells import Scope
from checker.model import Entry, Level, Plan, Report
from checker.paths import default_plan
from checker.plan import load_plan


@dataclass(frozen=True, slots=True)
class Request:
    """What to assess: files, year and day; None leaves the choice to the defaults of the contract."""

    plan: Path | None = None
    evidence: Path | None = None
    year: int | None = None
    as_of: date | None = None
    reports: tuple[Path, ...] = ()


def open_plan(path: Path | None) -> tuple[Plan, Path]:
    """The plan of a path, or the default one, with the path it was read from."""
    path = path or default_plan()
    return load_plan(path), path


def run(request: Request) -> Assessment:
    """Assess a plan.

    Raises InputError with the problems of all inputs together, NothingCheckedError when there is no
    statement and no entry of the year.
    """
    problems: list[Problem] = []
    plan, plan_path = open_plan(request.plan)
    try:
        evidence = _evidence(request, plan)
    except InputError as error:
        problems.extend(error.problems)
        evidence = Evidence((), ())
    reports, failed = _reports(request, plan, plan_path)
    if problems or failed:
        raise InputError([*problems, *failed])
    return _assess(request, plan, evidence, reports)


def _evidence(request: Request, plan: Plan) -> Evidence:
    """The folder asked for; without one, evidence/ here, which need not exist when reports are given."""
    folder = request.evidence or Path("evidence")
    if request.evidence is None and request.reports and not folder.exists():
        return Evidence((), ())
    return load_evidence(folder, plan)


def _reports(request: Request, plan: Plan, plan_path: Path) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    if not request.reports:
        return (), ()
    # The labelling stages are only loaded where there is a report to read: a check of kept evidence starts quicker.
    from checker.reports import labeller, read_reports

    return read_reports(request.reports, labeller(plan, plan_path))


def _assess(request: Request, plan: Plan, evidence: Evidence, reports: Sequence[Report]) -> Assessment:
    entries, notes = _all_entries(evidence, reports)
    if not entries:
        raise NothingCheckedError("没有佐证：佐证文件夹里没有年度文件，也没有给出报告")
    year = request.year or max(entry.source.year for entry in entries)
    scope = _scope(plan, entries, year, request.as_of)
    if scope.subject != plan.government:
        notes.append(f"计划属于{plan.government}，本年佐证来自{scope.subject}：按{scope.subject}（{scope.own.zh}级）评估")
    mine = [entry for entry in entries if _speaks_for(entry, scope)]
    others = sorted({entry.source.government for entry in entries} - {entry.source.government for entry in mine})
    if others:
        notes.append(f"未计入{scope.subject}的评估：{'、'.join(others)}的报告")
    if not any(entry.source.year == year for entry in mine):
        raise NothingCheckedError(f"没有{scope.subject} {year} 年的佐证或报告")
    return assess(plan, mine, evidence.waivers, scope, _audit(reports, year), notes)


def _all_entries(evidence: Evidence, reports: Sequence[Report]) -> tuple[list[Entry], list[str]]:
    """The entries kept and those of the reports; a report that is kept already is not counted twice."""
    entries = list(evidence.entries)
    kept = {entry.source.sha256 for entry in entries}
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
    """Whose evidence is judged: the plan's government, or, where the year's evidence is of one other, that one."""
    sources = {(entry.source.government, entry.source.level) for entry in entries if entry.source.year == year}
    subject, own = plan.government, plan.level
    if len(sources) == 1:
        subject, own = next(iter(sources))
    return Scope(year, as_of or date(year, 12, 31), subject, own, frozenset({*plan.assess_levels, own}))


def _speaks_for(entry: Entry, scope: Scope) -> bool:
    """The subject's own evidence, and that of governments below it; another place's proves nothing here."""
    ranks = list(Level)
    return entry.source.government == scope.subject or ranks.index(entry.source.level) > ranks.index(scope.own)
