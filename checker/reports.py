"""The road from report files to labelled reports and their audit: ties reading, statements and audit together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from checker.audit.checks import audit, audit_years
from checker.audit.model import Audit
from checker.errors import InputError, Problem
from checker.lexicon import load_lexicon
from checker.model import Plan, Report
from checker.paths import lexicon_for, topics_for
from checker.reading import LIMITS, Limits, read, read_folder
from checker.reading.limits import Progress
from checker.statements.label import Labeller
from checker.statements.topics.label import load_topics


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
    paths: Sequence[Path],
    maker: Labeller,
    year: int | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Read and label reports and folders of reports; what failed comes back as problems, the rest whole.

    A report given twice (the same bytes) is read once. `progress` is told of the pages of a scan.
    """
    limits = limits or LIMITS
    problems: list[Problem] = []
    reports: dict[str, Report] = {}
    for path in paths:
        try:
            if path.is_dir():
                documents, failed = read_folder(path, limits, progress)
                problems.extend(failed)
            else:
                documents = (read(path, limits, progress),)
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
