"""Averages: 户均, 件均, 人均, 平均每支 (C10)."""

from __future__ import annotations

from fractions import Fraction

from checker.audit.found import Results, Sum, confirmed, finding
from checker.audit.spans import Span, apart, last_place, ratio, rounded, step_of, value_of
from checker.audit.terms import Term, number
from checker.model import Severity, Statement
from checker.patterns import HAN, Pattern

_MEAN = Pattern(
    r"(?:([户家件人案次场村项起宗期个支所队单企站校县区镇乡街班批笔份月年])均"
    rf"|(?:平均)?每(?:一)?({HAN})[^，。；、]{{0,6}}?平均|平均(?:每|一)({HAN}))"
    r"[^，。；、]{0,10}$",
    needs="均",
)
_FILLER = Pattern(r"[约达为近超有是的]+")
_MONTHLY = Pattern(r"全年|年内|今年|一年|本年度")
_NO_MEANS = frozenset(("", "%", "‰", "倍", "个百分点", "百分点"))
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
    for mean in terms if "均" in statement.quote else ():
        match = _MEAN.search(mean.left)
        if match is None or mean.figure.minor or mean.unit in _NO_MEANS:
            continue
        each = next(filter(None, match.groups()))
        near = [term for term in terms[: mean.place] if term.is_count and term.sentence == mean.sentence]
        noun = _FILLER.sub("", mean.left[match.end(match.lastindex or 0) :]) if each == "个" else ""
        counts = [term for term in near if _is_number_of(term, each) and (not noun or noun[0] in term.label)]
        sums = [term for term in near if _measures(term, mean) and term not in counts]
        pairs = [(one, count) for one in reversed(sums) for count in reversed(counts) if count.span.low > 0]
        yield from _compared(statement, mean, pairs)
        if each == "月" and len(sums) == 1 and _MONTHLY.search(sums[0].left):
            yield from _monthly(statement, mean, sums[0])


def _is_number_of(term: Term, each: str) -> bool:
    """Whether a count tells how many there are of what the average is over: 18支综合执法队伍, 平均每队."""
    return term.unit in _UNITS.get(each, (each, f"{each}次")) or each in term.right[:8]


def _monthly(statement: Statement, mean: Term, year: Term) -> Results:
    """A year's count by months: 全年受理1,350件，平均每月112.5件."""
    if (year.span.times(Fraction(1, 12))).meets(_stated(mean)):
        yield confirmed("C10", statement, float(mean.value), f"{number(year)}/12")
    elif mean.plain and year.plain and apart(ratio(year.value, 12), mean.value) >= last_place(mean.value):
        computed = Sum(float(mean.value), rounded(ratio(year.value, 12), 2), f"{number(year)}/12")
        message = f"月均写{mean.figure.text}，按{computed.formula}应为{computed.expected:.10g}"
        yield finding("C10", Severity.ERROR, statement, message, computed, "核对全年数和月均数")


def _measures(term: Term, mean: Term) -> bool:
    people = ("人", "名", "位")
    return term.unit == mean.unit or (term.unit in people and mean.unit in people)


def _compared(statement: Statement, mean: Term, pairs: list[tuple[Term, Term]]) -> Results:
    for one, count in pairs:
        if one.span.over(count.span).meets(_stated(mean)):
            yield confirmed("C10", statement, float(mean.value), f"{number(one)}/{number(count)}")
            return
    near = [pair for pair in pairs if {pair[0].place, pair[1].place} == {mean.place - 1, mean.place - 2}]
    if len(pairs) != 1 and not near:
        return
    one, count = (near or pairs)[0]
    true = ratio(one.value, count.value)
    vague = not (mean.plain and one.span.exact and count.span.exact)
    if apart(true, mean.value) < (true / 20 if vague else last_place(mean.value)):
        return  # the author may have rounded in a way that we do not know
    computed = Sum(float(mean.value), rounded(true, 2), f"{number(one)}/{number(count)}")
    message = f"平均数写{mean.figure.text}，按{computed.formula}应为{computed.expected:.10g}"
    yield finding("C10", Severity.ERROR, statement, message, computed, "核对总额、件数和平均数")


def _stated(mean: Term) -> Span:
    """What a printed average may stand for; whole numbers are rounded to the unit."""
    step = step_of(mean.figure) or 1
    value = value_of(mean.figure)
    slack = ratio(value, 20) if mean.figure.approx else 0
    return Span(value - step - slack, value + step + slack)
