"""Text -> the words in it that may name a level of government (县, 乡镇, 社区), words that only look so left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from checker.lexicon import Lexicon
from checker.model import Level

LISTED = {
    Level.PROVINCE: "province",
    Level.CITY: "city",
    Level.COUNTY: "county",
    Level.TOWNSHIP: "township",
    Level.VILLAGE: "village",
}
"""Levels and the names of their word lists in section [level] of the lexicon."""

_TITLE = re.compile(r"《[^《》]{1,200}》")
_SELF = re.compile(r"(?:(?<![健完安齐成])全|我|(?<![基根资])本|(?<!应)该|邻|贵)$")
_QUOTED = re.compile(r"“[^“”]{1,200}”|\"[^\"]{1,60}\"|‘[^‘’]{1,60}’")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of level in a text; `level` is what it means by itself, before place and company are looked at.

    `start` and `end` are offsets in the text; `quoted` says that it stands within quotation marks.
    """

    level: Level
    word: str
    start: int
    end: int
    quoted: bool = False


class _Compounds:
    """Words that hold a unit (城市, 社区矫正), found by the unit and what stands beside it."""

    def __init__(self, words: Iterable[str], units: re.Pattern[str]) -> None:
        # unit and the character before it (after it, where the word begins with the unit) -> rest of the word
        self._before: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        self._after: dict[tuple[str, str], list[str]] = defaultdict(list)
        for word in words:
            for found in units.finditer(word):
                head, tail = word[: found.start()], word[found.end() :]
                if head:
                    self._before[found.group(), head[-1]].append((head, tail))
                elif tail:
                    self._after[found.group(), tail[0]].append(tail)

    def hold(self, text: str, start: int, end: int) -> bool:
        """Whether one of the words stands around the unit at text[start:end]."""
        unit = text[start:end]
        for head, tail in self._before.get((unit, text[start - 1 : start]), ()):
            if text.startswith(head, start - len(head)) and text.startswith(tail, end) and start >= len(head):
                return True
        return any(text.startswith(tail, end) for tail in self._after.get((unit, text[end : end + 1]), ()))


class UnitReader:
    """Finds the units of a text; compiled once from section [level] of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._levels = {word: level for level, name in LISTED.items() for word in lexicon.words("level", name)}
        words = sorted(self._levels, key=lambda word: (-len(word), word))
        self._units = re.compile("|".join(map(re.escape, words)) or r"(?!)")
        self._others = _Compounds(lexicon.words("level", "others"), self._units)
        self._keeps = _Compounds(lexicon.words("level", "keeps"), self._units)
        self._bare = re.compile("|".join(map(re.escape, lexicon.words("level", "bare"))) or r"(?!)")
        self._bare_heads = lexicon.words("level", "bare_heads")

    def read(self, text: str) -> list[Unit]:
        """The units of a text in order; those within 《》 are left out: a title names no level that was reached."""
        titles = _Spans(_TITLE, text)
        quotes = _Spans(_QUOTED, text)
        units = []
        for found in self._units.finditer(text):
            start, end = found.span()
            if start not in titles and not self._is_other(text, start, end):
                word = found.group()
                units.append(Unit(self._levels[word], word, start, end, start in quotes))
        return units

    def _is_other(self, text: str, start: int, end: int) -> bool:
        """Whether the unit at text[start:end] is part of a word that names no level (城市, 偏远山区, 我县)."""
        if self._keeps.hold(text, start, end):
            return False
        if _SELF.search(text, max(0, start - 2), start) or self._others.hold(text, start, end):
            return True
        bare = self._bare.match(text, start - 1) if start else None
        if bare is None:
            return False
        unnamed = start == 1 or not "一" <= text[start - 2] <= "鿿"
        return unnamed or text.endswith(self._bare_heads, 0, start - 1)


class _Spans:
    """The stretches of a text that a pattern finds; asks whether an offset lies in one."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        spans = [found.span() for found in pattern.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def __contains__(self, offset: int) -> bool:
        nearest = bisect_right(self._starts, offset) - 1
        return nearest >= 0 and offset < self._ends[nearest]
