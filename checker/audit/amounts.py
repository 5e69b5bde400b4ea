"""Amounts of a statement that may be divided: single counts, sums of neighbours, what one leaves of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.audit.spans import Span, fits_share, rate_span
from checker.audit.terms import Term, number, same_kind, together


class Amount(NamedTuple):
    """One count, or the sum of counts told one after the other; `span` holds the values it may stand for."""

    terms: tuple[Term, ...]
    span: Span
    rest: bool = False  # what the second leaves of the first, not their sum

    @property
    def formula(self) -> str:
        """The amount as it goes into a formula."""
        text = ("-" if self.rest else "+").join(map(number, self.terms))
        return text if len(self.terms) == 1 else f"({text})"


def fits(part: Span, base: Span, rate: Term) -> str:
    """How part ÷ base gives the printed rate; "" where it does not."""
    if base.low <= 0 or part.low < 0 or part.low > base.high:
        return ""
    if part.exact and base.exact:
        return fits_share(part.low, base.low, rate.figure)
    return "约数" if part.over(base).times(100).meets(rate_span(rate.figure)) else ""


def fitting(rate: Term, parts: list[Term], counts: list[Term]) -> Iterator[tuple[Amount, Amount, str]]:
    """Pairs of part and base that give the rate, the nearest first; sums of neighbours after single counts."""
    if not parts or not counts:
        return
    bases = list(_amounts(counts))
    for part in _amounts(parts):
        for base in bases:
            how = fits(part.span, base.span, rate)
            if how and same_kind(part.terms[0], base.terms[0]) and _apart(part, base):
                yield part, base, how


def complement(rate: Term, undone: list[Term], counts: list[Term]) -> Iterator[tuple[Amount, Amount, str]]:
    """Pairs of base and rest: (1200-36)/1200."""
    for rest in undone:
        for base in counts:
            if base.value > rest.value and same_kind(base, rest):
                done = base.span.minus(rest.span)
                how = fits(done, base.span, rate)
                if how:
                    yield Amount((base, rest), done, rest=True), Amount((base,), base.span), how


def _amounts(terms: Sequence[Term]) -> Iterator[Amount]:
    """Single counts, and sums of two or three of one unit that stand next to each other."""
    for term in terms:
        yield Amount((term,), term.span)
    if len(terms) == 1:
        return
    ordered = sorted(terms, key=lambda term: term.place)[:12]
    for size in (2, 3):
        for i in range(len(ordered) - size + 1):
            run = tuple(ordered[i : i + size])
            if all(term.unit == run[0].unit for term in run):
                yield Amount(run, together(run))


def _apart(part: Amount, base: Amount) -> bool:
    return not any(term in base.terms for term in part.terms) or len(base.terms) > len(part.terms)
