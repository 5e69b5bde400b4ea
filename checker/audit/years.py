"""Two reports of one government beside each other (C40, C39, C53, C54)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.audit.found import Results, Sum, confirmed, finding
from checker.audit.spans import apart, decimals_of, percent, rate_span, rounded, span_of
from checker.audit.terms import Term, number, terms_of
from checker.model import Report, Severity, Stance, Statement
from checker.patterns import Pattern

_FILLER = Pattern(
    r"20[0-9]{2}年(?:度)?|全年|今年|年内|本年|目前|共计|合计|累计|分别|达到|其中|全市|全县|全区|我市|我县|[，、。；共达约近超为了至]"
)
_SIMILAR_YEAR = Pattern(r"20[0-9]{2}年")
_YEAR_ON_YEAR = Pattern(r"同比|[较比](?:上年|去年)")
_COPIED = 40
"""A sentence of at least this length told in the same words and numbers is a copy; shorter ones are phrases."""
_FEW = 20
"""Changes of smaller counts say nothing."""


class _Count(NamedTuple):
    term: Term
    statement: Statement


def check_years(this: Report, last: Report) -> Results:
    """What this year's report says about last year, or repeats of it, against last year's report."""
    before = dict(_told(last))
    for key, told in _told(this):
        if key in before:
            yield from _same_thing(told, before[key])
    for statement in this.statements:
        yield from _previous(statement, before)
    yield from _copies(this, last)


def _told(report: Report) -> Iterator[tuple[tuple[str, str, bool], _Count]]:
    """Counts by what they count, unit and whether they are cumulative; plans, changes and others' figures aside."""
    for statement in report.statements:
        if statement.stance is Stance.PLANNED:
            continue
        for term in terms_of(statement):
            name = _name(term)
            if term.is_count and len(name) >= 4 and term.figure.role not in ("previous", "target", "other", "change"):
                yield (name, term.unit, term.figure.role == "cumulative"), _Count(term, statement)


def _name(term: Term) -> str:
    """What a count counts, without years and filler words."""
    return _FILLER.sub("", term.label)


def _same_thing(now: _Count, then: _Count) -> Results:
    """C39: a running total that fell. C54: a count that moved by half, or did not move at all."""
    new, old = now.term, then.term
    formula = f"{number(new)}/{number(old)}"
    if new.figure.role == "cumulative":
        if new.span.high < old.span.low:
            message = f"累计数由上年的{old.figure.text}降为{new.figure.text}"
            computed = Sum(float(new.value), float(old.value), f"{number(new)}>={number(old)}")
            yield finding("C39", Severity.ERROR, now.statement, message, computed, "核对两年的累计口径")
        return
    if new.value == old.value and new.value >= 100 and new.span.exact:
        message = f"与上年报告同为{new.figure.text}"
        yield finding(
            "C54", Severity.QUESTION, now.statement, message, Sum(float(new.value), None, formula), "本年度的数"
        )
    elif old.value >= _FEW and (new.value * 2 >= old.value * 3 or new.value * 2 <= old.value):
        message = f"上年报告为{old.figure.text}，本年为{new.figure.text}，变化超过一半"
        yield finding(
            "C54", Severity.QUESTION, now.statement, message, Sum(float(new.value), None, formula), "变化原因"
        )


def _previous(statement: Statement, before: dict[tuple[str, str, bool], _Count]) -> Results:
    """C40: last year's value as told this year; C54: growth over last year's value."""
    terms = terms_of(statement)
    for term in terms:
        if term.place == 0:
            continue
        current = terms[term.place - 1]
        then = before.get((_name(current), current.unit, False))
        if then is None:
            continue
        if term.figure.role == "previous" and term.unit == current.unit:
            yield from _as_told(statement, term, then.term)
        elif term.figure.role == "change" and term.unit == "%" and _YEAR_ON_YEAR.search(term.gap):
            yield from _growth(statement, term, current, then.term)


def _as_told(statement: Statement, term: Term, old: Term) -> Results:
    formula = f"{number(term)}={number(old)}"
    if span_of(term.figure).meets(span_of(old.figure)):
        yield confirmed("C40", statement, float(term.value), formula)
        return
    message = f"所写上年数{term.figure.text}与上年报告的{old.figure.text}不同"
    yield finding(
        "C40",
        Severity.QUESTION,
        statement,
        message,
        Sum(float(term.value), float(old.value), formula),
        "口径调整的说明",
    )


def _growth(statement: Statement, change: Term, new: Term, old: Term) -> Results:
    if old.value <= 0:
        return
    true = percent(apart(new.value, old.value), old.value)
    formula = f"|{number(new)}-{number(old)}|/{number(old)}"
    span = rate_span(change.figure)
    if span.low <= true <= span.high:
        yield confirmed("C54", statement, float(change.value), formula)
        return
    expected = rounded(true, decimals_of(change.figure))
    message = f"变化写{change.figure.text}，按上年报告的{old.figure.text}应为{expected}%"
    yield finding(
        "C54", Severity.QUESTION, statement, message, Sum(float(change.value), expected, formula), "上年数的口径"
    )


def _copies(this: Report, last: Report) -> Results:
    """C53: a sentence told word for word as last year, the year aside."""
    before = {_SIMILAR_YEAR.sub("", s.quote) for s in last.statements if s.stance is not Stance.PLANNED}
    for statement in this.statements:
        plain = _SIMILAR_YEAR.sub("", statement.quote)
        if statement.stance is Stance.PLANNED or plain not in before:
            continue
        if len(plain) >= _COPIED or statement.figures:
            message = "与上年报告逐字相同（只换了年份）"
            yield finding("C53", Severity.WARNING, statement, message, wants="本年度的实际情况")
