"""The road from files to an assessment: ties reading, statements, evidence, audit and judge together.

Commands call these functions; they read files and return values, and print nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from checker.audit import audit, audit_years
from checker.audit.model import Audit
from checker.errors import InputError, NothingCheckedError, Problem
from checker.evidence import Evidence, entries_of, load_evidence
from checker.judge.assessment import Assessment, assess
from checker.judge.cells import Scope
from checker.lexicon import load_lexicon
from checker.model import Entry, Level, Plan, Report
from checker.paths import default_plan, lexicon_for, topics_for
from checker.plan import load_plan
from checker.reading import read, read_folder
from checker.reading.limits import LIMITS, Limits
from checker.statements.label import Labeller
from checker.statements.topics import load_topics


@dataclass(frozen=True, slots=True)
class Request:
    """What to assess: files, year and day; None leaves the choice to the defaults of the contract."""

    plan: Path | None = None
    evidence: Path | None = None
    year: int | None = None
    as_of: date | None = None
    reports: tuple[Path, ...] = ()
    limits: Limits = LIMITS


def open_plan(path: Path | None) -> tuple[Plan, Path]:
    """The plan of a path, or the default one, with the path it was read from."""
    path = path or default_plan()
    return load_plan(path), path


def labeller(plan: Plan, plan_path: Path) -> Labeller:
    """A labeller for a plan with the lexicon and topic words that go with it; all problems of both at once."""
    problems: list[Problem] = []
    lexicon = rules = None
    try:
        lexicon = load_lexicon(lexicon_for(plan_path))
    except InputError as error:
        problems.extend(error.problems)
    try:
        rules = load_topics(topics_for(plan_path), plan)
    except InputError as error:
        problems.extend(error.problems)
    if lexicon is None or rules is None:
        raise InputError(problems)
    return Labeller(plan, lexicon, rules)


def read_reports(
    paths: Sequence[Path], maker: Labeller, year: int | None, limits: Limits = LIMITS
) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Read and label reports and folders of reports; what failed comes back as problems, the rest whole.

    A report given twice (the same bytes) is read once.
    """
    problems: list[Problem] = []
    reports: dict[str, Report] = {}
    for path in paths:
        try:
            if path.is_dir():
                documents, failed = read_folder(path, limits)
                problems.extend(failed)
            else:
                documents = (read(path, limits),)
        except InputError as error:
            problems.extend(error.problems)
            continue
        for document in documents:
            try:
                report = maker.label(document, year)
                reports.setdefault(report.sha256, report)
            except InputError as error:
                problems.extend(error.problems)
    return tuple(reports.values()), tuple(problems)


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
    reports: tuple[Report, ...] = ()
    if request.reports:
        reports, failed = read_reports(request.reports, labeller(plan, plan_path), None, request.limits)
        problems.extend(failed)
    if problems:
        raise InputError(problems)
    return _assess(request, plan, evidence, reports)


def _evidence(request: Request, plan: Plan) -> Evidence:
    """The folder asked for; without one, evidence/ here, which need not exist when reports are given."""
    folder = request.evidence or Path("evidence")
    if request.evidence is None and request.reports and not folder.exists():
        return Evidence((), ())
    return load_evidence(folder, plan)


def audit_reports(reports: Sequence[Report]) -> Audit:
    """The figure checks of each report, and between the years of one government where two follow each other."""
    ordered = sorted(reports, key=lambda report: (report.government, report.year, report.sha256))
    audits = [audit(report) for report in ordered]
    for last, this in pairwise(ordered):
        if (last.government, last.year + 1) == (this.government, this.year):
            audits.append(audit_years(this, last))
    return Audit(
        tuple(finding for one in audits for finding in one.findings),
        tuple(confirmed for one in audits for confirmed in one.confirmed),
    )


def _assess(request: Request, plan: Plan, evidence: Evidence, reports: Sequence[Report]) -> Assessment:
    entries = list(evidence.entries)
    kept = {entry.source.sha256 for entry in entries}
    notes = []
    for report in sorted(reports, key=lambda report: (report.year, report.sha256)):
        if report.sha256 in kept:
            notes.append(f"{report.name} 已在佐证文件夹中，按佐证计，不重复计算")
            continue
        entries.extend(entries_of(report, {entry.id for entry in entries}))
    if not entries:
        raise NothingCheckedError("没有佐证：佐证文件夹里没有年度文件，也没有给出报告")
    year = request.year or max(entry.source.year for entry in entries)
    if not any(entry.source.year == year for entry in entries):
        raise NothingCheckedError(f"没有 {year} 年的佐证或报告")
    scope = _scope(plan, entries, year, request.as_of)
    if scope.subject != plan.government:
        notes.append(f"计划属于{plan.government}，本年佐证来自{scope.subject}：按{scope.subject}（{scope.own.zh}级）评估")
    mine = [entry for entry in entries if _speaks_for(entry, scope)]
    others = sorted({entry.source.government for entry in entries} - {entry.source.government for entry in mine})
    if others:
        notes.append(f"未计入{scope.subject}的评估：{'、'.join(others)}的报告")
    told = [report for report in reports if report.year == year]
    return assess(plan, mine, evidence.waivers, scope, audit_reports(told), notes)


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
