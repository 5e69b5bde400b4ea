"""Averages: 户均, 件均, 人均, 平均每支 (C10)."""

from __future__ import annotations

import re

from checker.audit.found import Results, Sum, confirmed, finding
from checker.audit.spans import Span, rounded, step_of, value_of
from checker.audit.terms import Term, number
from checker.model import Severity, Statement

_MEAN = re.compile(r"(?:(户|家|件|人|案|次|场|村|项|起|宗|期|个|支)均|平均(?:每|一)([\u4e00-\u9fff]))[^，。；、]{0,8}$")
_UNITS = {
    "户": ("户", "家"),
    "家": ("家", "户"),
    "件": ("件", "起", "宗", "例"),
    "案": ("件", "起", "宗", "例"),
    "人": ("人", "名", "位"),
    "名": ("名", "人", "位"),
    "村": ("个", "村"),
}


def check_averages(statement: Statement, terms: tuple[Term, ...]) -> Results:
    """Every average whose sum and number are told in front of it in its sentence."""
    for mean in terms:
        match = _MEAN.search(mean.left)
        if match is None or not mean.is_count:
            continue
        each = match.group(1) or match.group(2)
        near = [term for term in terms[: mean.index] if term.is_count and term.sentence == mean.sentence]
        counts = [term for term in near if term.unit in _UNITS.get(each, (each,)) or each in term.right[:3]]
        sums = [term for term in near if _measures(term, mean) and term not in counts]
        pairs = [(one, count) for one in reversed(sums) for count in reversed(counts) if count.span.low > 0]
        yield from _compared(statement, mean, pairs)


def _measures(term: Term, mean: Term) -> bool:
    people = ("人", "名", "位")
    return term.unit == mean.unit or (term.unit in people and mean.unit in people)


def _compared(statement: Statement, mean: Term, pairs: list[tuple[Term, Term]]) -> Results:
    for one, count in pairs:
        if one.span.over(count.span).meets(_stated(mean)):
            yield confirmed("C10", statement, float(mean.value), f"{number(one)}/{number(count)}")
            return
    if len(pairs) != 1:
        return
    one, count = pairs[0]
    true = one.value / count.value
    if abs(true - mean.value) * 20 <= true:
        return  # within a twentieth: the author rounds in a way that we do not know
    computed = Sum(float(mean.value), rounded(true, 2), f"{number(one)}/{number(count)}")
    message = f"平均数写{mean.figure.text}，按{computed.formula}应为{computed.expected:.10g}"
    yield finding("C10", Severity.ERROR, statement, message, computed, "核对总额、件数和平均数")


def _stated(mean: Term) -> Span:
    """What a printed average may stand for; whole numbers are rounded to the unit."""
    step = step_of(mean.figure) or 1
    value = value_of(mean.figure)
    slack = value / 20 if mean.figure.approx else 0
    return Span(value - step - slack, value + step + slack)
