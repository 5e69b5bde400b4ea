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
_SELF = re.compile(r"(?:(?<![健完安齐成])全|我|(?<![基根资])本|(?<!应)该|邻|贵|跨)$")
_IN_NAME = re.compile(r"[区市]")
_BEFORE_LEVEL = re.compile(r"[省市县旗州盟乡镇各个每两、（(和与及]$|[^一-鿿]$")
_DISTRICT_ORGAN = re.compile(
    r"级|直|属(?:各|执法|部门|单位|机关|行政)|本级|委|政府|人民政府|人大|政协|监委|法院|检察院|司法局|里(?!面|程)"
)
_HAN_TAIL = re.compile(r"[^\W的在和与及或对向到从于等为是由被把将以有各个市县州盟省\d]+$")
_TITLE_WORD = "示范"
_LONGEST_LEAD = 12
_LONGEST_NAME = 3
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
        self._firm = _Compounds(lexicon.words("level", "always_others"), self._units)
        self._keeps = _Compounds(lexicon.words("level", "keeps"), self._units)
        self._bare = re.compile("|".join(map(re.escape, lexicon.words("level", "bare"))) or r"(?!)")
        leads = "|".join(map(re.escape, lexicon.words("level", "name_leads"))) or r"(?!)"
        self._leads = re.compile(f"(?:{leads})*")

    def read(self, text: str) -> list[Unit]:
        """The units of a text in order; those within 《》 are left out: a title names no level that was reached."""
        named = list(self._units.finditer(text))
        if not named:
            return []
        titles = _Spans(_TITLE, text)
        quotes = _Spans(_QUOTED, text)
        units = []
        for found in named:
            start, end = found.span()
            if start not in titles and not self._is_other(text, start, end):
                word = found.group()
                units.append(Unit(self._levels[word], word, start, end, start in quotes))
        return units

    def _is_other(self, text: str, start: int, end: int) -> bool:
        """Whether the unit at text[start:end] is part of a word that names no level (城市, 偏远山区, 我县)."""
        if self._firm.hold(text, start, end):
            return True
        if self._keeps.hold(text, start, end):
            return False
        if _SELF.search(text, max(0, start - 2), start) or self._others.hold(text, start, end):
            return True
        if text[start:end] == "州":
            return _IN_NAME.match(text, end) is not None and not _BEFORE_LEVEL.search(text, start - 1, start)
        return text[start:end] == "区" and not self._is_district(text, start)

    def _is_district(self, text: str, start: int) -> bool:
        """Whether 区 at `start` is a level: in company of levels, of its organs, or behind a short name.

        Chinese makes new words of 区 every day (生态涵养区), so it has to show a name of one to three
        characters; geographic words (山区) need one character more (青山区).
        """
        if not start or _BEFORE_LEVEL.search(text, start - 1, start) or _DISTRICT_ORGAN.match(text, start + 1):
            return True
        if text.endswith(_TITLE_WORD, 0, start):
            return True
        name = _HAN_TAIL.search(text, max(0, start - _LONGEST_LEAD), start)
        if name is None:
            return True
        lead = self._leads.match(text, name.start(), start)
        length = start - (lead.end() if lead else name.start())
        shortest = 2 if self._bare.match(text, start - 1) else 1
        return shortest <= length <= _LONGEST_NAME


class _Spans:
    """The stretches of a text that a pattern finds; asks whether an offset lies in one."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        spans = [found.span() for found in pattern.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def __contains__(self, offset: int) -> bool:
        nearest = bisect_right(self._starts, offset) - 1
        return nearest >= 0 and offset < self._ends[nearest]
