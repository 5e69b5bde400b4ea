"""What a printed number may stand for: an interval of exact values.

3.28亿 stands for 3.275 to 3.29 hundred million (rounded or cut off), 2600余 for 2600 to 2700, 412 for 412.
Intervals make one comparison of exact, rounded and vague numbers; integers and fractions keep it exact.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from checker.model import Figure
from checker.patterns import Pattern

Exact = int | Fraction
"""Whole numbers stay integers, which compute ten times as fast; `ratio` divides, as / would give a float."""

_PRINTED = Pattern(r"([0-9０-９][0-9０-９,，\s]*)(?:[.．]([0-9０-９]+))?")
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_SCALED = Pattern(r"(?<=[0-9０-９余多])([十百千]?万亿|[十百千]?[万亿]|[百千])")
_ROUNDED = Pattern("[.．百千万亿]")
_ABOVE = 20
_BELOW = 10
"""约, 左右, 近: up to a twentieth above and a tenth below; 近 and 不足 stand below what they name."""


def ratio(part: Exact, whole: Exact) -> Exact:
    """The exact quotient."""
    quotient = Fraction(part, whole)
    return quotient.numerator if quotient.denominator == 1 else quotient


def percent(part: Exact, whole: Exact) -> Exact:
    """How many per cent of the whole the part is."""
    return ratio(part * 100, whole)


def apart(one: Exact, other: Exact) -> Exact:
    """How far two values lie apart."""
    return one - other if one >= other else other - one


class Span(NamedTuple):
    """The closed interval of values that a printed number may stand for."""

    low: Exact
    high: Exact

    @property
    def exact(self) -> bool:
        """Whether it stands for one value alone."""
        return self.low == self.high

    def meets(self, other: Span) -> bool:
        """Whether the two may stand for one value."""
        return self.low <= other.high and other.low <= self.high

    def minus(self, other: Span) -> Span:
        """The difference."""
        return Span(self.low - other.high, self.high - other.low)

    def over(self, other: Span) -> Span:
        """The quotient; `other` must be positive throughout."""
        return Span(ratio(self.low, other.high), ratio(self.high, other.low))

    def times(self, factor: Exact) -> Span:
        """The multiple by a positive factor."""
        return Span(self.low * factor, self.high * factor)


def total(spans: list[Span]) -> Span:
    """The sum of intervals."""
    return spans[0] if len(spans) == 1 else Span(sum(span.low for span in spans), sum(span.high for span in spans))


def value_of(figure: Figure) -> Exact:
    """The value of a figure, exact to the last printed digit."""
    value = figure.value
    return value if isinstance(value, int) else _printed_value(value)


@lru_cache(maxsize=512)  # a rate is compared with many pairs of counts
def _printed_value(value: float) -> Exact:
    return int(value) if value.is_integer() else Fraction(str(value))


def decimals_of(figure: Figure) -> int:
    """How many decimals are printed: 2 for 99.85%."""
    if "." not in figure.text and "．" not in figure.text:
        return 0
    match = _PRINTED.search(figure.text)
    return len(match.group(2) or "") if match else 0


def step_of(figure: Figure) -> Exact:
    """The value of one unit in the last told place: 100 for 3.28万; 0 for a number told to the unit."""
    scale = _SCALED.search(figure.text)
    decimals = decimals_of(figure)
    if not scale and not decimals:
        return 0
    factor = 1
    for char in scale.group(1) if scale else "":
        factor *= _SCALES[char]
    # 1万 beside 1.16万 is told more exactly than to the nearest ten thousand
    return ratio(factor, 10 ** max(decimals, 1))


def span_of(figure: Figure) -> Span:
    """The values that a count or a sum of money may stand for."""
    value = value_of(figure)
    step = step_of(figure) if _ROUNDED.search(figure.text) else 0
    if not (step or figure.bound or figure.approx):
        return Span(value, value)
    if figure.bound == "least":
        return Span(value, value + max(step, last_place(value), ratio(value, _BELOW)))
    if figure.bound == "most":
        return Span(value - ratio(value, _BELOW), value + step)
    low, high = value - ratio(step, 2), value + step
    if figure.approx:
        return Span(min(low, value - ratio(value, _BELOW)), max(high, value + ratio(value, _ABOVE)))
    return Span(low, high)


def rate_span(figure: Figure) -> Span:
    """The true rates that a printed rate may stand for: rounded half up or cut off at its last place."""
    value = value_of(figure)
    step = Fraction(1, 10 ** decimals_of(figure))
    if figure.bound == "least":
        return Span(value, max(value, 100))
    if figure.bound == "most":
        return Span(0, value)
    slack = 2 if figure.approx else 0
    return Span(value - step / 2 - slack, value + step + slack)


def fits_rate(true: Exact, figure: Figure) -> str:
    """How a true rate (in the unit of the figure) gives the printed one: "四舍五入", "截断" or ""."""
    return fits_share(true, 100, figure)


def fits_share(part: Exact, whole: Exact, figure: Figure) -> str:
    """The same for the rate part ÷ whole in per cent; it spares a fraction of each pair that is tried."""
    if figure.bound or figure.approx:
        span = rate_span(figure)
        return "约数" if span.low <= percent(part, whole) <= span.high else ""
    places = 10 ** decimals_of(figure)
    printed = value_of(figure)
    wanted, by = printed.numerator * places, printed.denominator
    part = part * 100 * places
    if (2 * part + whole) // (2 * whole) * by == wanted:
        return "四舍五入"
    return "截断" if part // whole * by == wanted else ""


def rounded(value: Exact, decimals: int) -> float:
    """A fraction rounded half up, for people."""
    scale = 10**decimals
    return float(Fraction((value * scale + Fraction(1, 2)).__floor__(), scale))


def last_place(value: Exact) -> int:
    """The unit of the last digit that is not zero: 100 for 2600."""
    unit, rest = 1, int(value)
    while rest and rest % 10 == 0:
        unit, rest = unit * 10, rest // 10
    return unit
