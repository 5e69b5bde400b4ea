"""Numerals as reports print them -> exact values: 4,215 · 3.6万 · 3亿5000万 · 二百五十 · 三分之二.

Values are int or Decimal, so that 3.6万 is 36000 and not nearly so. A numeral longer than a count can
be (MAX_DIGITS) has no value: such runs are identifiers or damage, and must cost nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal

from checker.patterns import Pattern

MAX_DIGITS = 15
"""No count, sum of money or rate in such reports has more digits."""

Exact = int | Decimal

ARABIC = Pattern(r"\d{1,3}(?:[,，\u00a0\u2009\u202f ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
CHINESE = Pattern(r"[零〇○一二两三四五六七八九十百千万亿]+")
_SCALE = Pattern(r"(?:百|千|十)?(?:万亿|亿|万)|百(?!分)|千(?![瓦克米伏卡升])")
_SCALES = frozenset("十百千万亿")
_GROUP_MARK = Pattern(r"[,，\u00a0\u2009\u202f ]")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}


def arabic(text: str) -> Exact | None:
    """The value of an Arabic numeral with or without thousands marks; None if it is too long for one."""
    if text.isdecimal():
        return int(text) if len(text) <= MAX_DIGITS + 1 else None
    plain = _GROUP_MARK.sub("", text) if len(text) <= 2 * MAX_DIGITS else text
    if len(plain) > MAX_DIGITS + 1:
        return None
    return Decimal(plain) if "." in plain else int(plain)


def scale_at(text: str, at: int) -> tuple[int, int]:
    """The multiplier written at `at` (万, 亿, 百万, 万亿 …) and where it ends; (1, at) where there is none."""
    match = _SCALE.match(text, at) if text[at : at + 1] in _SCALES else None
    if match is None:
        return 1, at
    factor = 1
    for char in match.group():
        factor *= _SMALL.get(char) or _LARGE[char]
    return factor, match.end()


def chinese(text: str) -> int | None:
    """The value of a Chinese numeral; None where the characters are no number (十四五, 八八, 二〇二三).

    A leading 十, 百, 千, 万 or 亿 counts as one of it (十二, 百, 万亿).
    """
    if len(text) > MAX_DIGITS:
        return None
    total = section = 0
    digit: int | None = None
    last_small, last_large = 10_000, 10**17
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
        elif char in _SMALL:
            unit = _SMALL[char]
            if unit >= last_small or digit == 0:
                return None
            section += (1 if digit is None else digit) * unit
            digit, last_small = None, unit
        else:
            total, section, last_large = _close_section(total, section + (digit or 0), _LARGE[char], last_large)
            if total < 0:
                return None
            digit, last_small = None, 10_000
    if digit and len(text) > 1 and text[-2] not in "十零〇○":
        return None  # 两万五 is 25,000 in speech; reports do not write so
    return total + section + (digit or 0)


def _close_section(total: int, section: int, large: int, last_large: int) -> tuple[int, int, int]:
    """Multiply out a section before 万 or 亿; the total is -1 where the order of units is impossible."""
    if large >= last_large and not (section == 0 and large > last_large):
        return -1, 0, last_large
    if section == 0 and total:
        return total * large, 0, large
    return total + (section or 1) * large, 0, large


def is_bare(text: str) -> bool:
    """Whether a Chinese numeral is a scale alone (百, 千亿), which counts only in 上千, 近百, 百余."""
    return all(char in "百千万亿" for char in text)


def tidy(value: Exact) -> int | float:
    """The plainest number of the same value: 36000, not 36000.0."""
    if isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
