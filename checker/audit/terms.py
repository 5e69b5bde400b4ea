"""Figures in their sentence: each with the words in front of it and behind it, ready to be computed with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.audit.spans import Exact, Span, span_of, total, value_of
from checker.model import Figure, Statement
from checker.patterns import HAN, Pattern

_CLAUSE = Pattern(r"[，。；：,;:！？（）()\n]")
_SENTENCE = Pattern(r"[。；;！？]")
_NOUN_END = Pattern(r"[，。；：、,;:！？（）()\n]")
_BRACKETS = Pattern(r"（[^（）]*）|\([^()]*\)")
_GROUPS = (
    ("件", "起", "宗", "例", "桩", "份", "部", "卷", "条", "项"),
    ("名", "人", "位"),
    ("家", "户", "个"),
    ("次", "场", "场次", "轮", "轮次"),
)
MAX_TERMS = 200
"""A statement with more figures is a table or damage; the rest of it is not computed with."""
_NOT_COUNTED = frozenset(("%", "‰", "", "倍", "个百分点", "百分点", "个千分点", "千分点"))
_RATES = frozenset(("%", "‰"))


class Term(NamedTuple):
    """A figure in its statement, `place` its number among the figures there.

    `value` is exact, `span` what a count may stand for (of a percentage `rate_span` tells it), `unit` the measure
    word; `is_count` says whether it counts things: no rate, no fraction, no change, no figure of speech. `left` is
    the clause in front of it after the figure before (其中优秀), `right` the noun behind it, `label` both: the words
    that say what is counted. `gap` is all that stands between it and the figure before, `sentence` the number of its
    sentence (a ； also ends one).
    """

    place: int
    figure: Figure
    span: Span
    value: Exact
    unit: str
    is_count: bool
    left: str
    right: str
    label: str
    gap: str
    sentence: int

    @property
    def plain(self) -> bool:
        """Whether the report tells it without 约, 余, 以上 and the like."""
        return not self.figure.approx and self.figure.bound is None

    @property
    def is_rate(self) -> bool:
        """Whether it tells a rate as it is, not how it moved nor what it shall be."""
        return self.unit in _RATES and self.figure.role not in ("change", "target")


class Told(NamedTuple):
    """A statement with its terms, which nearly every check asks for."""

    statement: Statement
    terms: tuple[Term, ...]


def told_in(statements: Iterable[Statement]) -> list[Told]:
    """Statements with their terms."""
    return [Told(statement, terms_of(statement)) for statement in statements]


def terms_of(statement: Statement) -> tuple[Term, ...]:
    """The terms of a statement, in order."""
    quote, figures = statement.quote, statement.figures[:MAX_TERMS]
    if not figures:
        return ()
    found, end = [], 0
    marks = [match.start() for match in _SENTENCE.finditer(quote)]
    starts = [*(figure.start for figure in figures[1:]), len(quote)]
    bracketed = "（" in quote or "(" in quote
    for place, (figure, after) in enumerate(zip(figures, starts, strict=True)):
        gap, behind = quote[end : figure.start], quote[figure.end : min(after, figure.end + 40)]
        end = figure.end
        front = gap
        if bracketed:
            front, behind = _BRACKETS.sub("", gap), _BRACKETS.sub("", behind)
        # the clause in front ends at the figure: read backward it is what stands before the first mark
        left = _CLAUSE.split(front[::-1], 1)[0][:60][::-1]
        right = _NOUN_END.split(behind, 1)[0]
        found.append(_term(place, figure, left, right, gap[-120:], bisect_left(marks, figure.start)))
    return tuple(found)


def _term(place: int, figure: Figure, left: str, right: str, gap: str, sentence: int) -> Term:
    value, unit = value_of(figure), figure.unit
    span = Span(value, value) if unit == "%" else span_of(figure)
    is_count = not figure.minor and figure.role != "change" and unit not in _NOT_COUNTED
    return Term(place, figure, span, value, unit, is_count, left, right, left + right, gap, sentence)


def same_kind(one: Term, other: Term) -> bool:
    """Whether two units can measure the same things (件 and 起, 名 and 人), so that they may be divided."""
    return one.unit == other.unit or any(one.unit in group and other.unit in group for group in _GROUPS)


_PEOPLE = frozenset("名人位")


def addable(one: Term, other: Term) -> bool:
    """Whether two counts can be added up: of one unit, or both of people."""
    return one.unit == other.unit or (one.unit in _PEOPLE and other.unit in _PEOPLE)


def before(terms: Iterable[Term], term: Term) -> list[Term]:
    """The counts in front of a term, nearest first."""
    return [other for other in reversed(tuple(terms)) if other.place < term.place and other.is_count]


def counts_of(terms: Iterable[Term]) -> list[Term]:
    """The counts among terms, the last first."""
    return [term for term in reversed(tuple(terms)) if term.is_count]


TOTAL = Pattern(
    r"(?:共计|合计|总计|共|总量|总数|总共|累计共|总额|总和|总(?:投入|投资|人数|件数|规模|面积))"
    r"[^，。；、]{0,12}$|(?:组成|构成)的[^，。；、]{0,2}$",
    needs="共总合成",
)
"""Words in front of a total."""
MAX_PARTS = 12
"""A sum of more parts is a table."""
LISTED = Pattern(rf"^{HAN}{{0,10}}[、和与及][^，。；]*$")
"""What joins two counts of one list, the noun behind the first between them (19名律师、14名教师)."""
JOINED = Pattern(rf"^(?:[，,和与及]|{HAN}{{0,10}}、)[^。；]*$")
"""What joins two counts of one sentence."""
OVERLAPPING = Pattern(r"同时|既是|重复|交叉|兼(?!职)|并罚|并处|部分")
"""Parts that overlap need not add up."""


def together(parts: Sequence[Term]) -> Span:
    """What the parts may come to."""
    return total([term.span for term in parts])


def sum_of(parts: Sequence[Term]) -> Exact:
    """What the parts come to as printed."""
    return sum(term.value for term in parts)


def plus(parts: Sequence[Term]) -> str:
    """The parts as a formula."""
    return "+".join(map(number, parts))


def number(term: Term) -> str:
    """The value as it goes into a formula: 397, 3.28, 328000000."""
    value = term.figure.value
    return f"{value:.10g}" if isinstance(value, float) and not value.is_integer() else str(int(value))
