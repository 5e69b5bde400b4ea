"""Amounts of a statement that may be divided: single counts, sums of neighbours, what one leaves of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.audit.spans import Span, fits_rate, percent, rate_span, total
from checker.audit.terms import Term, number, same_kind


class Amount(NamedTuple):
    """One count, or the sum of counts told one after the other."""

    terms: tuple[Term, ...]
    rest: bool = False  # what the second leaves of the first, not their sum

    @property
    def span(self) -> Span:
        """The values that the amount may stand for."""
        if self.rest:
            return self.terms[0].span.minus(self.terms[1].span)
        return total([term.span for term in self.terms])

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
        return fits_rate(percent(part.low, base.low), rate.figure)
    return "约数" if part.over(base).times(100).meets(rate_span(rate.figure)) else ""


def fitting(rate: Term, parts: list[Term], counts: list[Term]) -> Iterator[tuple[Amount, Amount, str]]:
    """Pairs of part and base that give the rate, the nearest first; sums of neighbours after single counts."""
    if not parts or not counts:
        return
    singles = [Amount((term,)) for term in parts]
    bases = [(base, base.span) for base in (*(Amount((term,)) for term in counts), *_runs(counts))]
    for part in (*singles, *_runs(parts)):
        own = part.span
        for base, whole in bases:
            if not same_kind(part.terms[0], base.terms[0]) or not _apart(part, base):
                continue
            how = fits(own, whole, rate)
            if how:
                yield part, base, how


def complement(rate: Term, undone: list[Term], counts: list[Term]) -> Iterator[tuple[Amount, Amount, str]]:
    """Pairs of base and rest: (1200-36)/1200."""
    for rest in undone:
        for base in counts:
            if base.value > rest.value and same_kind(base, rest):
                how = fits(base.span.minus(rest.span), base.span, rate)
                if how:
                    yield Amount((base, rest), rest=True), Amount((base,)), how


def _runs(terms: Sequence[Term]) -> Iterator[Amount]:
    """Sums of two or three counts of one unit that stand next to each other."""
    ordered = sorted(terms, key=lambda term: term.place)
    for size in (2, 3):
        for i in range(min(len(ordered), 12) - size + 1):
            run = ordered[i : i + size]
            if len({term.unit for term in run}) == 1:
                yield Amount(tuple(run))


def _apart(part: Amount, base: Amount) -> bool:
    return not any(term in base.terms for term in part.terms) or len(base.terms) > len(part.terms)
