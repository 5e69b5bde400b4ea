"""Enumerators of reports: 第一部分 一、 （一） 1. （1） ① and the run-in 一是, whatever scanning made of them."""

from __future__ import annotations

from typing import NamedTuple

from checker.patterns import Pattern

PART_RANK, CHAPTER, SECTION, POINT, SUBPOINT, CIRCLE, ITEM = 0, 1, 2, 3, 4, 5, 6
"""Ranks of enumerators, outermost first; ITEM is 一是, which heads a sentence and never a section."""

_HAN = "一二三四五六七八九十"
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_PATTERN = Pattern(
    rf"第(?P<part>[{_HAN}]{{1,3}}|\d{{1,2}})(?:部分|章|篇)[\s、：:，,]{{0,3}}"
    rf"|(?P<item>[{_HAN}]{{1,3}}|[1-9—－])\s?(?:是(?!否)|要(?![么求点素]))[：:，,]?"
    rf"|第(?P<ordinal>[{_HAN}]{{1,3}})[，,、：:是]"
    rf"|(?P<chapter>[{_HAN}]{{1,3}})\s?[、．.]\s?"
    rf"|[（(〔]\s?(?P<section>[{_HAN}]{{1,3}})\s?[）)〕][、.．]?\s?"
    r"|(?P<point>\d{1,2})\s?(?:[.．](?!\d)|、)\s?"
    r"|[（(]\s?(?P<subpoint>\d{1,2})\s?[）)][、.．]?\s?"
    rf"|(?P<circle>[{_CIRCLES}])\s?[、.．]?"
)
_RANKS = {
    "part": PART_RANK,
    "chapter": CHAPTER,
    "section": SECTION,
    "point": POINT,
    "subpoint": SUBPOINT,
    "circle": CIRCLE,
    "item": ITEM,
    "ordinal": ITEM,
}
_DIGITS = {char: value for value, char in enumerate(_HAN, 1)}


class Enumerator(NamedTuple):
    """An enumerator at the head of a text: its rank, its number (0 where unreadable), where it ends."""

    rank: int
    number: int
    end: int


def enumerator(text: str, at: int = 0) -> Enumerator | None:
    """The enumerator that stands at offset `at` of a text, None where there is none."""
    found = _PATTERN.match(text, at)
    if not found:
        return None
    name = found.lastgroup or ""
    return Enumerator(_RANKS[name], _number(found[name]), found.end())


def han(number: int) -> str:
    """A number from 1 to 99 in Chinese: 6 -> 六, 12 -> 十二; other numbers as digits."""
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _HAN[tens - 1] + "十"
    return head + (_HAN[ones - 1] if ones else "")


def _number(text: str) -> int:
    """十二 -> 12, 7 -> 7, ③ -> 3; a dash is 一 misread."""
    if text in "—－":
        return 1
    if text in _CIRCLES:
        return _CIRCLES.index(text) + 1
    if text.isdigit():
        return int(text)
    head, ten, tail = text.partition("十")
    if not ten:
        return _DIGITS[text[0]] if len(text) == 1 else 0
    return _DIGITS.get(head, 1 if not head else 0) * 10 + (_DIGITS.get(tail, 0) if tail else 0)
