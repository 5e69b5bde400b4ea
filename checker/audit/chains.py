"""Chains of counts that can only shrink: 收到 ≥ 受理 ≥ 办结, 审核 and 报备 (C03, C04, C19, C22, C25)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from checker.audit.found import Results, Sum, confirmed, finding
from checker.audit.terms import Term, number, terms_of
from checker.model import Report, Severity, Stance, Statement

_CARRIED = re.compile(r"结转|旧存|转入|往年|上年|存量|历年|含.{0,6}年")
_LINKS = (
    re.compile(r"(?:新收|共收|收到|接到|接收|收件|收案)(?!.{0,8}受理)"),
    re.compile(r"(?<!不予)(?<!未)(?<!不)受理"),
    re.compile(r"(?<!未)(?<!待)(?:办结|审结|结案)"),
)
_DUE = re.compile(r"应(?:当)?(?:出庭|参加|参训|参考|到|报备|备案|公开|办结|整改|述法|培训|考)")
_DONE = re.compile(r"实际|实到|^[，、]?实")
_LARGE_REST = 10
"""A tenth of the cases left open is worth a question; less is normal at the end of a year."""
_REVIEWED = re.compile(r"规范性文件.{0,20}(?:审核|审查)|(?:审核|审查).{0,20}规范性文件")
_FILED = re.compile(r"报备|备案")
_SUITS = re.compile(r"(?:行政诉讼|行政应诉|应诉)案件")


def check_chain(statement: Statement, terms: tuple[Term, ...]) -> Results:
    """收到 ≥ 受理 ≥ 办结 and 应出庭 ≥ 实际出庭 within a sentence."""
    yield from _due(statement, terms)
    links: list[Term] = []
    for term in terms:
        if not term.is_count or term.figure.role in ("previous", "part", "cumulative", "other"):
            continue
        place = _link(term)
        if place < 0:
            continue
        if links and (links[-1].sentence != term.sentence or links[-1].unit != term.unit or _link(links[-1]) >= place):
            links = []
        links.append(term)
        if len(links) > 1:
            yield from _step(statement, links[-2], term)


def _due(statement: Statement, terms: tuple[Term, ...]) -> Results:
    """What was done cannot be more than what was due."""
    for above, below in pairwise(terms):
        due, done = _DUE.search(above.left), _DONE.search(below.left)
        alike = above.unit == below.unit and below.is_count and above.sentence == below.sentence
        if due and done and alike and below.span.low > above.span.high:
            computed = Sum(float(below.value), float(above.value), f"{number(above)}>={number(below)}")
            message = f"实际数{below.figure.text}多于应有数{above.figure.text}"
            yield finding("C03", Severity.ERROR, statement, message, computed, "核对应有数和实际数")


def _link(term: Term) -> int:
    return next((i for i, word in enumerate(_LINKS) if word.search(term.left)), -1)


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
        message = f"尚有{int(rest)}{above.unit}没有说明去向（占{float(rest / above.value):.1%}）"
        wants = "不予受理、撤回、转送等的分类数" if _link(above) == 0 else "未结件的原因和是否在期限内"
        yield finding("C04", Severity.QUESTION, statement, message, Sum(float(below.value), None, formula), wants)


def check_chains(report: Report, statements: Sequence[Statement]) -> Results:
    """Chains that run through more than one statement."""
    yield from _filing(statements)
    yield from _lost_suits(report, statements)


def _filing(statements: Sequence[Statement]) -> Results:
    """C19: more documents filed or reviewed than the neighbour says."""
    reviewed: Term | None = None
    for statement in statements:
        for term in terms_of(statement):
            if not term.is_count or term.unit not in ("件", "份", "部"):
                continue
            if _FILED.search(term.left) and reviewed and "规范性文件" in statement.quote:
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


def _lost_suits(report: Report, statements: Sequence[Statement]) -> Results:
    """C25: suits are counted and the rate of those lost is not."""
    told = [s for s in statements if s.stance is not Stance.PLANNED]
    suits = next((s for s in told if s.figures and _SUITS.search(s.quote)), None)
    if suits and not any(re.search(r"败诉|胜诉|纠错", s.quote) for s in told):
        message = "写了行政诉讼案件数，没有写败诉情况"
        yield finding("C25", Severity.QUESTION, suits, message, wants="败诉件数和败诉率")
