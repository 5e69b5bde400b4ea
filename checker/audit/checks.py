"""Every check in one run, the results in one order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from checker.audit.averages import check_averages
from checker.audit.chains import check_chain, check_chains
from checker.audit.changes import check_changes
from checker.audit.claims import check_claims
from checker.audit.form import check_form
from checker.audit.found import Result
from checker.audit.lists import check_lists
from checker.audit.model import Audit, Confirmed, Finding
from checker.audit.parts import check_parts
from checker.audit.rates import check_rates
from checker.audit.remainders import check_remainders
from checker.audit.scope import check_scope
from checker.audit.shares import check_shares
from checker.audit.sums import check_sums
from checker.audit.terms import Term, Told, terms_of, told_in
from checker.audit.times import check_times
from checker.audit.years import check_years
from checker.model import Report, Severity, Stance, Statement

_ORDER = (Severity.ERROR, Severity.QUESTION, Severity.WARNING, Severity.INFO)


def audit(report: Report) -> Audit:
    """Every check that one report decides."""
    every = told_in(report.statements)
    told = [each for each in every if each.statement.stance is not Stance.PLANNED]
    return _collected(
        report,
        chain(
            _arithmetic(told),
            check_chains(told),
            check_claims(every),
            check_times(report, told),
            check_scope(report, told),
            check_form(report),
        ),
    )


def audit_years(this: Report, last: Report) -> Audit:
    """The checks that need last year's report beside this year's; places are those of `this`."""
    return _collected(this, check_years(this, last))


def _collected(report: Report, results: Iterable[Result]) -> Audit:
    """Results in one order: errors first, then by place and rule; a finding told twice is kept once."""
    place = {statement.id: i for i, statement in enumerate(report.statements)}
    unique = list(dict.fromkeys(results))
    findings = [result for result in unique if isinstance(result, Finding)]
    confirmed = [result for result in unique if isinstance(result, Confirmed)]
    findings.sort(key=lambda f: (_ORDER.index(f.severity), place.get(f.statement, -1), f.rule))
    confirmed.sort(key=lambda c: place.get(c.statement, -1))
    return Audit(tuple(findings), tuple(confirmed))


def _arithmetic(told: list[Told]) -> Iterator[Result]:
    """Section A and the chains within a statement; each statement with the one before it in its chapter."""
    earlier: tuple[Term, ...] = ()
    chapter = ""
    previous: Statement | None = None
    for statement, terms in told:
        if statement.chapter != chapter:
            earlier, previous, chapter = (), None, statement.chapter
        if terms and previous and statement.quote.startswith("其中"):
            yield from _as_one(previous, statement)
        if terms:
            yield from check_rates(statement, terms, earlier)
            yield from check_sums(statement, terms, earlier)
            yield from check_lists(statement, terms)
        if len(terms) > 1:
            yield from check_shares(statement, terms)
            yield from check_remainders(statement, terms)
            yield from check_parts(statement, terms)
            yield from check_changes(statement, terms, earlier)
            yield from check_averages(statement, terms)
            yield from check_chain(statement, terms)
        earlier, previous = terms, statement


def _as_one(previous: Statement, statement: Statement) -> Iterator[Result]:
    """A statement that opens with 其中 speaks of the sentence before it: the two are read as one sentence."""
    front = previous.quote.rstrip("。；;.")
    head = max(front.rfind("。"), front.rfind("；")) + 1
    moved = [replace(f, start=f.start - head, end=f.end - head) for f in previous.figures if f.start >= head]
    shift = len(front) - head + 1
    figures = (*moved, *(replace(f, start=f.start + shift, end=f.end + shift) for f in statement.figures))
    joined = replace(statement, quote=f"{front[head:]}，{statement.quote}", figures=figures)
    terms = terms_of(joined)
    for check in (check_shares, check_parts):
        for result in check(joined, terms):
            yield replace(result, quote=statement.quote)
    for result in check_rates(joined, terms, ()):
        yield replace(result, quote=statement.quote)
