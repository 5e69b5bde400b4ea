"""Fractions, tenths and doublings: 三分之二, 百分之九十五, 两成, 一半, 翻一番, 1/4."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from checker.patterns import Pattern
from checker.statements.figures.numerals import Exact, arabic, chinese

_TIMES = {"一": 2, "二": 4, "两": 4, "三": 8, "1": 2, "2": 4}
# 翻一番 is twofold, 翻两番 fourfold
_DOUBLING = Pattern(r"翻(?:了)?([一二两三12])番")
_FRACTION = Pattern(
    r"([一二两三四五六七八九十百千万]{1,6})分之"
    r"([零一二两三四五六七八九十百千点]{1,8}|[0-9]{1,3}(?:\.[0-9]{1,4})?)"
)
_SLASH = Pattern(r"(?<![0-9/.])([1-9])/([1-9][0-9]?)(?![0-9/.])")
# 成 as a tenth: 两成, 近八成, 六成多; not 三成功, 七成新
_TENTHS = Pattern(
    r"(?<![\d一二三四五六七八九十百千])([一二两三四五六七八九1-9])成(半)?"
    r"(?![功立为员果效长绩本品都型熟就人分套交才片年新语形])"
)
_SPECIAL = Pattern(r"分之|翻|一半|半数|[一二两三四五六七八九1-9]成|[1-9]/")
"""One of these stands in every one of them, and so does one of the next characters."""
_HINTS = "分翻半成/"
_HALF = Pattern(r"(?<![大小近过多])(?:一半|半数)(?!以)")


class Token(NamedTuple):
    """A numeral with its measure word, as far as it has one yet."""

    start: int
    end: int
    value: Exact
    unit: str
    approx: bool
    minor: bool = False
    scaled: bool = False
    complete: bool = True  # whether it is a figure even without a measure word


def specials(text: str) -> list[Token]:
    """Fractions, tenths and doublings: figures that a reader may or may not count, except 百分之N."""
    if not any(map(text.__contains__, _HINTS)) or not _SPECIAL.search(text):
        return []
    found = [Token(m.start(), m.end(), _TIMES[m.group(1)], "倍", False, minor=True) for m in _DOUBLING.finditer(text)]
    for m in _TENTHS.finditer(text):
        digit = chinese(m.group(1)) if not m.group(1).isdigit() else int(m.group(1))
        found.append(Token(m.start(), m.end(), (digit or 0) * 10 + (5 if m.group(2) else 0), "%", False, minor=True))
    found.extend(Token(m.start(), m.end(), Decimal("0.5"), "", False, minor=True) for m in _HALF.finditer(text))
    found.extend(filter(None, map(_fraction, _FRACTION.finditer(text))))
    for m in _SLASH.finditer(text):
        if int(m.group(1)) < int(m.group(2)):
            value = _ratio(Decimal(m.group(1)), int(m.group(2)))
            found.append(Token(m.start(), m.end(), value, "", False, minor=True))
    return found


def _fraction(match: re.Match[str]) -> Token | None:
    base, part = match.groups()
    top = _share(part)
    if top is None:
        return None
    if base == "百":
        return Token(match.start(), match.end(), top, "%", False)
    bottom = chinese(base)
    if not bottom or not top or bottom < 2:
        return None
    return Token(match.start(), match.end(), _ratio(Decimal(top), bottom), "", False, minor=True)


def _share(text: str) -> Exact | None:
    """The upper part of a fraction: 三, 九十五, 99.4, 九十九点五."""
    if text[0].isdigit():
        return arabic(text)
    whole, point, rest = text.partition("点")
    value = chinese(whole) if whole else None
    if value is None or not point:
        return value
    digits = [str(chinese(char)) for char in rest if char not in "十百千点"]
    return Decimal(f"{value}.{''.join(digits)}") if digits and len(digits) == len(rest) else None


def _ratio(top: Decimal, bottom: int) -> Decimal:
    return round(top / bottom, 4)
