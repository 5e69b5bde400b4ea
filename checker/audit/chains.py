"""Chains of counts that can only shrink: 收到 ≥ 受理 ≥ 办结, 审核 and 报备 (C03, C04, C19, C22, C25)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.audit.found import Results, Sum, confirmed, finding
from checker.audit.spans import ratio
from checker.audit.terms import Term, Told, number
from checker.model import Severity, Statement
from checker.patterns import Pattern

_CARRIED = Pattern(r"结转|旧存|转入|往年|上年|存量|历年|含.{0,6}年")
_LINKS = (
    Pattern(r"(?:新收|共收|收到|接到|接收|收件|收案)(?!.{0,8}受理)"),
    Pattern(r"(?<!不予)(?<!未)(?<!不)受理", needs=("受理",)),
    Pattern(r"(?<!未)(?<!待)(?:办结|审结|结案)", needs="结"),
)
_DUE = Pattern(r"应(?:当)?(?:出庭|参加|参训|参考|到|报备|备案|公开|办结|整改|述法|培训|考)", needs="应")
_DONE = Pattern(r"实际|实到|^[，、]?实", needs="实")
_LARGE_REST = 10
"""A tenth of the cases left open is worth a question; less is normal at the end of a year."""
_REVIEWED = Pattern(r"规范性文件.{0,20}(?:审核|审查)|(?:审核|审查).{0,20}规范性文件", needs=("规范性文件",))
_SUITS = Pattern("行政诉讼案件|应诉案件", needs=("诉讼案件", "应诉案件"))
_LOST = ("败诉", "胜诉", "纠错")


def check_chain(statement: Statement, terms: tuple[Term, ...]) -> Results:
    """收到 ≥ 受理 ≥ 办结 and 应出庭 ≥ 实际出庭 within a sentence."""
    quote = statement.quote
    if "应" in quote and "实" in quote:
        yield from _due(statement, terms)
    if "受理" not in quote and "结" not in quote:
        return
    above: Term | None = None
    above_place = -1
    for term in terms:
        if not term.is_count or term.figure.role in ("previous", "part", "cumulative", "other"):
            continue
        place = _link(term)
        if place < 0:
            continue
        if above and above.sentence == term.sentence and above.unit == term.unit and above_place < place:
            yield from _step(statement, above, term)
        above, above_place = term, place


def _due(statement: Statement, terms: tuple[Term, ...]) -> Results:
    """What was done cannot be more than what was due."""
    for above, below in pairwise(terms):
        if above.unit != below.unit or not below.is_count or above.sentence != below.sentence:
            continue
        if below.span.low > above.span.high and _DUE.search(above.left) and _DONE.search(below.left):
            computed = Sum(float(below.value), float(above.value), f"{number(above)}>={number(below)}")
            message = f"实际数{below.figure.text}多于应有数{above.figure.text}"
            yield finding("C03", Severity.ERROR, statement, message, computed, "核对应有数和实际数")


def _link(term: Term) -> int:
    for place, words in enumerate(_LINKS):
        if words.search(term.left):
            return place
    return -1


def _step(statement: Statement, above: Term, below: Term) -> Results:
    formula = f"{number(above)}>={number(below)}"
    if below.span.low <= above.span.high:
        yield confirmed("C03", statement, float(below.value), formula)
        yield from _rest(statement, above, below)
        return
    computed = Sum(float(below.value), float(above.value), formula)
    carried = _CARRIED.search(statement.quote) or _LINKS[2].search(below.left)
    message = f"{below.left.strip()}{below.figure.text}多于{above.left.strip()}{above.figure.text}"
    if carried:
        yield finding("C03", Severity.QUESTION, statement, f"{message}：是否含上年结转", computed, "上年结转数")
    else:
        yield finding("C03", Severity.ERROR, statement, message, computed, "核对前后两个数")


def _rest(statement: Statement, above: Term, below: Term) -> Results:
    """C04: what is left between two links."""
    rest = above.value - below.value
    if rest * _LARGE_REST >= above.value and above.value >= _LARGE_REST:
        formula = f"{number(above)}-{number(below)}"
        message = f"尚有{int(rest)}{above.unit}没有说明去向（占{float(ratio(rest, above.value)):.1%}）"
        wants = "不予受理、撤回、转送等的分类数" if _link(above) == 0 else "未结件的原因和是否在期限内"
        yield finding("C04", Severity.QUESTION, statement, message, Sum(float(below.value), None, formula), wants)


def check_chains(told: Sequence[Told]) -> Results:
    """Chains that run through more than one statement."""
    yield from _filing(told)
    yield from _lost_suits(told)


def _filing(told: Sequence[Told]) -> Results:
    """C19: more documents filed or reviewed than the neighbour says."""
    reviewed: Term | None = None
    for statement, terms in told:
        if "规范性文件" not in statement.quote:
            continue
        for term in terms:
            if not term.is_count or term.unit not in ("件", "份", "部"):
                continue
            if reviewed and ("报备" in term.left or "备案" in term.left):
                if term.value != reviewed.value:
                    formula = f"{number(reviewed)}-{number(term)}"
                    message = (
                        f"审核{reviewed.figure.text}，报备{term.figure.text}：相差的是未印发、部门印发还是跨年报备"
                    )
                    yield finding(
                        "C19", Severity.QUESTION, statement, message, Sum(float(term.value), None, formula), "印发件数"
                    )
                reviewed = None
            elif _REVIEWED.search(f"{term.label}{statement.quote[term.figure.end : term.figure.end + 24]}"):
                reviewed = term


def _lost_suits(told: Sequence[Told]) -> Results:
    """C25: suits are counted and the rate of those lost is not."""
    suits = next((s for s, terms in told if terms and _SUITS.search(s.quote)), None)
    if suits and not any(word in s.quote for s, _ in told for word in _LOST):
        message = "写了行政诉讼案件数，没有写败诉情况"
        yield finding("C25", Severity.QUESTION, suits, message, wants="败诉件数和败诉率")
