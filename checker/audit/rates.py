"""Named rates against their parts and bases (C01, C02, C05, C06, C07, C08, C13)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from checker.audit.amounts import Amount, complement, fits, fitting
from checker.audit.found import Results, Sum, confirmed, finding
from checker.audit.model import Finding
from checker.audit.outcomes import (
    QUALIFIER,
    Outcome,
    may_tell_part,
    of_another_thing,
    outcome_of,
    rate_names,
    tells_part,
)
from checker.audit.spans import Exact, apart, decimals_of, fits_share, percent, rounded
from checker.audit.terms import LISTED, Term, before, counts_of, number, same_kind
from checker.model import Severity, Statement
from checker.patterns import HAN, Pattern

_CANNOT_EXCEED = Pattern(
    r"(?:办结|结案|审结|合格|优秀|满意|覆盖|出庭|应诉|采纳|备案|报备|成功|整改|及时|调解|和解|败诉|持证|公开|答复|回复|占|占比|比重)(?:率|比例)?[^率]{0,5}$"
)
_DURATIONS = frozenset(("年", "个月", "天", "日", "周", "小时", "分钟", "个工作日", "工作日", "个季度"))
# between these and their closing lies the step of acceptance, whose count may be the base
_STAGED = Pattern(r"复议|诉讼|仲裁|申请")
_CLOSED = Pattern("[）)]")
_COUNTED = frozenset("件起宗例份部条项个家户名人位卷")
_NEAR_POINTS = 15
"""A rate further from what the counts beside it give is of other counts."""
_SMALL_BASE = 100
"""A bound such as 99%以上 says "all" on a base below this (C08)."""


def check_rates(statement: Statement, terms: tuple[Term, ...], earlier: tuple[Term, ...]) -> Results:
    """Every named rate of a statement; `earlier` are the terms of the statement before it."""
    for rate in terms:
        if rate.unit != "%" or not rate.is_rate:
            continue
        if rate.value > 100:
            yield from _impossible(statement, rate)
        names = rate_names(rate.left)
        if names:
            yield from _named(statement, rate, names, terms, earlier)


def _impossible(statement: Statement, rate: Term) -> Results:
    """C13: a share of a whole above 100 per cent."""
    if _CANNOT_EXCEED.search(rate.left):
        yield finding(
            "C13",
            Severity.ERROR,
            statement,
            f"{rate.left.strip()}{rate.figure.text}：部分不会多于全部，比率不应超过100%",
            Sum(float(rate.value), 100.0, f"{number(rate)}%>100%"),
            "核对分子、分母和小数点",
        )


def _named(
    statement: Statement, rate: Term, names: list[str], terms: tuple[Term, ...], earlier: tuple[Term, ...]
) -> Results:
    name = names[-1]
    outcome = outcome_of(name)
    counts = before(terms, rate) + _in_brackets(statement, rate, terms)
    told = [(each, outcome_of(each)) for each in names]
    parts = [term for term in counts if any(tells_part(term.label, each, kind) for each, kind in told)]
    parts = [term for term in parts if not of_another_thing(name, term.label)] or _told_otherwise(rate, name, terms)
    undone = [term for term in counts if term not in parts and any(_denies(term, each) for each in names)]
    hit = (
        next(fitting(rate, parts, counts), None)
        or next(complement(rate, undone, counts), None)
        or next(fitting(rate, parts, counts_of(earlier)), None)
    )
    if hit:
        part, base, how = hit
        yield from _agreed(statement, rate, part, base, how)
    elif parts:
        yield from _disagreed(statement, rate, _Case(name, outcome, len(names) > 1), parts, counts, earlier)
    else:
        yield from _without_part(statement, rate, name, outcome, counts)


def _told_otherwise(rate: Term, name: str, terms: tuple[Term, ...]) -> list[Term]:
    """The part of a rate that follows whole and part at once, where it is told in other words (实考, 参考率)."""
    if rate.place < 2:
        return []
    whole, part = terms[rate.place - 2 : rate.place]
    follow = whole.sentence == part.sentence == rate.sentence and whole.unit == part.unit and part.is_count
    if not follow or LISTED.match(part.gap) or not 0 < part.value <= whole.value or rate.value >= 100:
        return []
    near = apart(percent(part.value, whole.value), rate.value) <= _NEAR_POINTS
    mostly = part.value * 2 >= whole.value and part.span.exact and whole.span.exact
    return [part] if near and may_tell_part(part.label, name, mostly) else []


class _Case(NamedTuple):
    """A rate's name, the outcome that it tells, and whether other names share the number."""

    name: str
    outcome: Outcome | None
    shared: bool


def _in_brackets(statement: Statement, rate: Term, terms: tuple[Term, ...]) -> list[Term]:
    """The counts in brackets behind the rate: 成功率98.5%（调解31,872件，成功31,394件）."""
    behind = statement.quote[rate.figure.end :]
    if not behind.startswith(("（", "(")):
        return []
    closed = _CLOSED.search(behind)
    end = rate.figure.end + (closed.start() if closed else len(behind))
    return [term for term in terms[rate.place + 1 :] if term.is_count and term.figure.start <= end]


def _denies(term: Term, name: str) -> bool:
    """Whether a count is of what was not done: 未整改36处."""
    word = name[-2:]
    return word in term.left and bool(re.search(rf"(?:未|尚未|没有|待|在){HAN}{{0,2}}{re.escape(word)}", term.left))


def _agreed(statement: Statement, rate: Term, part: Amount, base: Amount, how: str) -> Results:
    formula = f"{part.formula}/{base.formula}"
    rule = "C02" if how == "四舍五入" and percent(part.span.high, base.span.low) < rate.value else "C01"
    if rate.value == 100 and part.span.high < base.span.low:
        left = base.span.low - part.span.high
        yield finding(
            "C02",
            Severity.QUESTION,
            statement,
            f"进位成了100%，而{formula}还差{int(left)}",
            Sum(100.0, rounded(percent(part.span.low, base.span.low), 2), formula),
            "写明保留几位小数",
        )
    else:
        yield confirmed(rule, statement, float(rate.value), formula)


def _disagreed(
    statement: Statement,
    rate: Term,
    case: _Case,
    parts: list[Term],
    counts: list[Term],
    earlier: tuple[Term, ...],
) -> Results:
    """No pair gives the rate: an error where the base is sure, a question where it may be another one."""
    part = parts[0]
    larger = [
        term for term in counts if term.place != part.place and same_kind(term, part) and term.value >= part.value
    ]
    bases = [term for term in larger if term.place < part.place or _is_defined(term, case)]
    sure = next((term for term in bases if _is_base(term, part, case, rate)), None)
    maybe = sure or next((term for term in bases if case.outcome and case.outcome.maybe.search(term.label)), None)
    if maybe is None or not maybe.value:
        if not bases and rate.value < 100 and len(parts) == 1 and _stands_before(part, rate):
            yield _no_total(statement, rate, part)
        return
    formula = f"{number(part)}/{number(maybe)}"
    expected = rounded(percent(part.value, maybe.value), decimals_of(rate.figure))
    computed = Sum(float(rate.value), expected, formula)
    if _is_qualified(case.name, part) or (case.shared and rate.value == 100):
        yield _in_time(statement, rate, case.name, maybe, part, computed)
    elif (sure is None and _any_base(part, maybe, rate)) or _elsewhere(rate, counts, earlier):
        message = f"{case.name}率{rate.figure.text}，按{formula}应为{expected}%：基数可能不是{number(maybe)}"
        yield finding("C01", Severity.QUESTION, statement, message, computed, f"{case.name}率的分子和分母")
    else:
        message = f"{case.name}率写{rate.figure.text}，按{formula}应为{expected}%"
        yield finding("C01", Severity.ERROR, statement, message, computed, "核对分子、分母或比率")


def _is_defined(term: Term, case: _Case) -> bool:
    """Whether a count is the base that the rate is defined over."""
    return case.outcome is not None and bool(case.outcome.sure.search(term.label))


def _any_base(part: Term, told: Term, rate: Term) -> bool:
    """Whether some other whole number could be the base of this part and rate; if none can, the numbers clash."""
    if part.unit != told.unit or not part.span.exact or not decimals_of(rate.figure):
        return True
    return next(_wholes(part, rate), None) is not None


def _is_base(term: Term, part: Term, case: _Case, rate: Term) -> bool:
    """Whether a count is the base beyond doubt: 其中, what was due, the field's own base, or the very next to it."""
    if part.place == term.place + 1 and ("其中" in part.left or term.right.endswith("中")):
        return True
    if _is_defined(term, case):
        return True
    follows = part.place == term.place + 1 and rate.place == part.place + 1
    if not follows or term.unit != part.unit or rate.value >= 100:
        return False
    return case.outcome is None or (case.outcome.single_base and not _STAGED.search(term.label))


def _stands_before(part: Term, rate: Term) -> bool:
    """Whether a count is told right in front of the rate: 可网办事项510项，网办率94.2%."""
    near = part.place == rate.place - 1 and len(rate.gap) <= 12
    return near and part.unit in _COUNTED and part.span.exact


def _is_qualified(name: str, part: Term) -> bool:
    return bool(QUALIFIER.search(name)) and not QUALIFIER.search(part.left)


def _elsewhere(rate: Term, counts: list[Term], earlier: tuple[Term, ...]) -> bool:
    """Whether any two other counts near it give the rate, told to at least one decimal."""
    if not decimals_of(rate.figure):
        return False
    near = [*counts, *counts_of(earlier)][:12]
    return any(
        one.place != other.place and same_kind(one, other) and fits(one.span, other.span, rate)
        for one in near
        for other in near
        if one.value < other.value
    )


def _in_time(statement: Statement, rate: Term, name: str, base: Term, part: Term, computed: Sum) -> Finding:
    pending = int(base.value - part.value)
    message = f"{name}率{rate.figure.text}，而{number(base)}中尚有{pending}未办结：应逐件说明是否都在期限内"
    return finding("C05", Severity.QUESTION, statement, message, computed, "未办结件的受理日期、延期和中止情况")


def _no_total(statement: Statement, rate: Term, part: Term) -> Finding:
    """C07: a part with its rate, the whole unsaid; names the wholes that would give it."""
    wholes = list(islice(_wholes(part, rate), 3))
    likely = "、".join(map(str, wholes)) or "没有一个整数"
    formula = f"{number(part)}/总数"
    return finding(
        "C07",
        Severity.QUESTION,
        statement,
        f"{rate.figure.text}的总数没有写出（{likely}与之相合）",
        Sum(float(rate.value), None, formula),
        "总数及统计时点",
    )


def _wholes(part: Term, rate: Term) -> Iterator[int]:
    """Whole numbers that give the printed rate of this part, smallest first."""
    if not part.span.exact or rate.value <= 0 or part.value > 10**7:
        return
    centre = part.value * 100 // rate.value
    for whole in range(max(int(part.value), centre - 3), centre + 4):
        if whole and fits_share(part.value, whole, rate.figure):
            yield whole


def _without_part(
    statement: Statement, rate: Term, name: str, outcome: Outcome | None, counts: Iterable[Term]
) -> Results:
    """C06 and C08: a rate with a base but no part: can a whole number of that base give it?"""
    same = [
        term
        for term in counts
        if term.figure.role not in ("previous", "other") and term.span.exact and term.unit not in _DURATIONS
    ]
    bases = [term for term in same if outcome and (outcome.sure.search(term.label) or outcome.maybe.search(term.label))]
    if len(bases) != 1:
        return
    base = bases[0]
    if rate.figure.bound == "least" and base.value < _SMALL_BASE and percent(base.value - 1, base.value) < rate.value:
        message = f"按{number(base)}计，{rate.figure.text}只能是100%：基数应是别的数"
        computed = Sum(float(rate.value), 100.0, f"{int(base.value) - 1}/{number(base)}")
        yield finding("C08", Severity.QUESTION, statement, message, computed, f"{name}率的基数")
    elif not rate.figure.approx and decimals_of(rate.figure) and not _reachable(base.value, rate):
        message = f"{name}率{rate.figure.text}：以{number(base)}为分母没有整数能得到，基数没有写明"
        computed = Sum(float(rate.value), None, f"?/{number(base)}")
        yield finding("C06", Severity.QUESTION, statement, message, computed, f"{name}率的分子和分母")


def _reachable(base: Exact, rate: Term) -> bool:
    """Whether some whole number out of `base` gives the printed rate."""
    centre = base * rate.value // 100
    return base > 10**5 or any(
        0 <= part <= base and fits_share(part, base, rate.figure) for part in range(centre - 1, centre + 3) if base
    )
