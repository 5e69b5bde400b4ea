"""Automatic numbering of Word, printed as the reader sees it: 一、 （一） 1. (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from checker.reading.word.properties import number, value

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_DIGITS = "零一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_ROMAN_LOW = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it counts, what it prints around the number."""

    start: int = 1
    form: str = "decimal"
    text: str = "%1."
    legal: bool = False
    restarts: bool = True
    style: str = ""


@dataclass(frozen=True, slots=True)
class ListKind:
    """A list of a document: the scheme whose counters it shares, its levels, new starts of its own."""

    scheme: str
    levels: tuple[Level, ...]
    starts: dict[int, int]


class Numbering:
    """Counts the numbered paragraphs of a document in reading order."""

    def __init__(self, lists: dict[str, ListKind]) -> None:
        self.lists = lists
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level_of_style(self, list_id: str, style: str) -> int:
        """The level of a list that is tied to a paragraph style, 0 where none is."""
        kind = self.lists.get(list_id)
        levels = kind.levels if kind else ()
        return next((index for index, level in enumerate(levels) if style and level.style == style), 0)

    def next(self, list_id: str, at: int) -> str | None:
        """Count one paragraph and return its printed number, "" for a bullet, None for no such list."""
        kind = self.lists.get(list_id)
        if kind is None or not 0 <= at < len(kind.levels):
            return None
        counters = self._counters.setdefault(kind.scheme, [None] * _LEVELS)
        if at in kind.starts and (list_id, at) not in self._begun:
            counters[at] = None
        self._begun.add((list_id, at))
        counters[at] = self._start(kind, at) if counters[at] is None else (counters[at] or 0) + 1
        for lower in range(at + 1, len(kind.levels)):
            if kind.levels[lower].restarts:
                counters[lower] = None
        return self._printed(kind, at, counters)

    @staticmethod
    def _start(kind: ListKind, at: int) -> int:
        return kind.starts.get(at, kind.levels[at].start)

    def _printed(self, kind: ListKind, at: int, counters: list[int | None]) -> str:
        level = kind.levels[at]
        if level.form in {"bullet", "none"}:
            return ""

        def shown(found: re.Match[str]) -> str:
            index = int(found.group(1)) - 1
            if index >= len(kind.levels):
                return ""
            count = counters[index]
            count = self._start(kind, index) if count is None else count
            return printed_number(count, "decimal" if level.legal else kind.levels[index].form)

        return _PLACE.sub(shown, level.text)


def read_numbering(root: Element) -> Numbering:
    """The lists of numbering.xml."""
    schemes = {item.get("abstractNumId", ""): item for item in root.iter("abstractNum")}
    lists: dict[str, ListKind] = {}
    for item in root.findall("num"):
        scheme = value(item, "abstractNumId")
        levels = _levels(schemes.get(scheme))
        starts = {}
        for override in item.findall("lvlOverride"):
            at = number(override.get("ilvl"), 0)
            own = override.find("lvl")
            if own is not None and 0 <= at < _LEVELS:
                levels[at] = _level(own)
            if override.find("startOverride") is not None:
                starts[at] = number(value(override, "startOverride"), 1)
        lists[item.get("numId", "")] = ListKind(scheme, tuple(levels), starts)
    return Numbering(lists)


def _levels(scheme: Element | None) -> list[Level]:
    levels = [Level(text=f"%{at + 1}.") for at in range(_LEVELS)]
    for item in scheme.findall("lvl") if scheme is not None else ():
        at = number(item.get("ilvl"), 0)
        if 0 <= at < _LEVELS:
            levels[at] = _level(item)
    return levels


def _level(item: Element) -> Level:
    legal = item.find("isLgl")
    return Level(
        start=number(value(item, "start"), 1),
        form=value(item, "numFmt") or "decimal",
        text=value(item, "lvlText")[:40],
        legal=legal is not None and legal.get("val", "1") not in {"0", "false", "off"},
        restarts=value(item, "lvlRestart") != "0",
        style=value(item, "pStyle"),
    )


def printed_number(count: int, form: str) -> str:
    """A count in one of Word's forms; forms of other languages are printed as decimals."""
    if not 0 < count < 10_000:
        return str(count)
    if form.startswith(("chineseCounting", "taiwaneseCounting", "japaneseCounting")):
        return han_number(count)
    if form in {"chineseLegalSimplified", "ideographLegalTraditional"}:
        return han_number(count, short_teens=False).translate(_FORMAL)
    if form in {"ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"}:
        return "".join("〇" if digit == "0" else _DIGITS[int(digit)] for digit in str(count))
    return _other_form(count, form)


def _other_form(count: int, form: str) -> str:
    table = {"ideographTraditional": _STEMS, "ideographZodiac": _BRANCHES}.get(form)
    if table:
        return table[(count - 1) % len(table)]
    if form.startswith("decimalEnclosedCircle") and count <= 20:
        return chr(0x2460 + count - 1)
    if form == "decimalFullWidth":
        return "".join(chr(0xFF10 + int(digit)) for digit in str(count))
    if form in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("A") + (count - 1) % 26) * min((count - 1) // 26 + 1, 20)
        return letter if form == "upperLetter" else letter.lower()
    if form in {"upperRoman", "lowerRoman"}:
        return _roman(count) if form == "upperRoman" else _roman(count).lower()
    return f"{count:02d}" if form == "decimalZero" else str(count)


def han_number(count: int, short_teens: bool = True) -> str:
    """1 to 9999 in Chinese: 十二, 二十, 一百零三."""
    text = ""
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = count // size % 10
        if digit:
            text += _DIGITS[digit] + unit
        elif text and count % size and not text.endswith("零"):
            text += "零"
    return text[1:] if short_teens and 10 <= count < 20 else text


def _roman(count: int) -> str:
    text = ""
    for size, letters in (*_ROMAN, *_ROMAN_LOW):
        while count >= size:
            text += letters
            count -= size
    return text
