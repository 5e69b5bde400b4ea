"""Text -> the words in it that may name a level of government (县, 乡镇, 社区), words that only look so left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from checker.lexicon import Lexicon
from checker.model import Level
from checker.patterns import HAN, Pattern
from checker.statements.patterns import NEVER, alternation

LISTED = {
    Level.PROVINCE: "province",
    Level.CITY: "city",
    Level.COUNTY: "county",
    Level.TOWNSHIP: "township",
    Level.VILLAGE: "village",
}
"""Levels and the names of their word lists in section [level] of the lexicon."""

_TITLE = Pattern(r"《[^《》]{1,200}》")
_SELF = Pattern(r"(?:(?<![健完安齐成])全|我|(?<![基根资])本|(?<!应)该|邻|贵|跨)$")
_SELF_ENDS = frozenset("全我本该邻贵跨")
_FIRM, _KEPT, _OTHER = 1, 2, 3
"""Kinds of words that hold a unit, those that outweigh the others first: never a level, a level after all, no level."""
_IN_NAME = Pattern(r"[区市]")
_BEFORE_LEVEL = Pattern(rf"[省市县旗州盟乡镇各个每两、（(和与及]$|(?!{HAN}).$")
_GRADED_WITH = Pattern(r"、?(?:街道|镇街|乡镇|街镇|[镇乡街村])[^，。；、]{0,6}(?:、[^，。；、]{1,6})?[两三四]级")
"""区、街道两级 is a level, whatever stands before."""
_DISTRICT_ORGAN = Pattern(
    r"级|直|属(?:各|执法|部门|单位|机关|行政)|本级|委|政府|人民政府|人大|政协|监委|法院|检察院|司法局|里(?!面|程)"
)
_HAN_TAIL = Pattern(r"[^\W的在和与及或对向到从于等为是由被把将以有各个市县州盟省\d]+$")
_QUOTE_MARK = Pattern('[“"‘]')
_TITLE_WORD = "示范"
_LONGEST_LEAD = 12
_LONGEST_NAME = 3
_QUOTED = Pattern(r"“[^“”]{1,200}”|\"[^\"]{1,60}\"|‘[^‘’]{1,60}’")


class Unit(NamedTuple):
    """A word of level in a text; `level` is what it means by itself, before place and company are looked at.

    `start` and `end` are offsets in the text; `quoted` says that it stands within quotation marks.
    """

    level: Level
    word: str
    start: int
    end: int
    quoted: bool = False


class _Compounds:
    """Words that hold a unit (城市, 社区矫正), found by the unit and the character beside it."""

    def __init__(self, lists: Iterable[tuple[int, Iterable[str]]], units: Pattern) -> None:
        """Lists of words with their kinds, the least kind first."""
        # the unit and the character before it (after it, where the word begins with the unit) -> rest of the word
        self._before: dict[str, list[tuple[str, str, int]]] = {}
        self._after: dict[str, list[tuple[str, int]]] = {}
        for kind, words in lists:
            for word in words:
                for found in units.finditer(word):
                    head, tail = word[: found.start()], word[found.end() :]
                    if head:
                        self._before.setdefault(head[-1] + found.group(), []).append((head, tail, kind))
                    elif tail:
                        self._after.setdefault(found.group() + tail[0], []).append((tail, kind))

    def kind(self, text: str, start: int, end: int) -> int:
        """The kind of the word around the unit at text[start:end], the least where there are several, 0 for none."""
        least = 0
        if start and (words := self._before.get(text[start - 1 : end])):
            for head, tail, kind in words:
                if text.endswith(head, 0, start) and text.startswith(tail, end):
                    least = kind
                    break
        if tails := self._after.get(text[start : end + 1]):
            for tail, kind in tails:
                if text.startswith(tail, end):
                    return min(kind, least) if least else kind
        return least


class UnitReader:
    """Finds the units of a text; compiled once from section [level] of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._levels = {word: level for level, name in LISTED.items() for word in lexicon.words("level", name)}
        words = sorted(self._levels, key=lambda word: (-len(word), word))
        self._units = Pattern("|".join(map(re.escape, words)) or NEVER)
        kinds = ((_FIRM, "always_others"), (_KEPT, "keeps"), (_OTHER, "others"))
        self._compounds = _Compounds(((kind, lexicon.words("level", name)) for kind, name in kinds), self._units)
        self._bare = Pattern(alternation(lexicon, "level", "bare"))
        self._leads = Pattern(f"(?:{alternation(lexicon, 'level', 'name_leads')})*")

    def read(self, text: str) -> list[Unit]:
        """The units of a text in order; those within 《》 are left out: a title names no level that was reached."""
        outside = _TITLE.sub(_blank, text) if "《" in text else text
        units = []
        for found in self._units.finditer(outside):
            start, end = found.span()
            if not self._is_other(text, start, end):
                word = found.group()
                units.append(Unit(self._levels[word], word, start, end))
        return _quoted(text, units) if units and _QUOTE_MARK.search(text) else units

    def _is_other(self, text: str, start: int, end: int) -> bool:
        """Whether the unit at text[start:end] is part of a word that names no level (城市, 偏远山区, 我县)."""
        if kind := self._compounds.kind(text, start, end):
            return kind != _KEPT
        if text[start - 1 : start] in _SELF_ENDS and _SELF.search(text, max(0, start - 2), start):
            return True
        word = text[start:end]
        if word == "州":
            return _IN_NAME.match(text, end) is not None and not _BEFORE_LEVEL.search(text, start - 1, start)
        return word == "区" and not self._is_district(text, start)

    def _is_district(self, text: str, start: int) -> bool:
        """Whether 区 at `start` is a level: in company of levels, of its organs, or behind a short name.

        Chinese makes new words of 区 every day (生态涵养区), so it has to show a name of one to three
        characters; geographic words (山区) need one character more (青山区).
        """
        if not start or _BEFORE_LEVEL.search(text, start - 1, start) or _DISTRICT_ORGAN.match(text, start + 1):
            return True
        if text.endswith(_TITLE_WORD, 0, start) or _GRADED_WITH.match(text, start + 1):
            return True
        name = _HAN_TAIL.search(text, max(0, start - _LONGEST_LEAD), start)
        if name is None:
            return True
        lead = self._leads.match(text, name.start(), start)
        length = start - (lead.end() if lead else name.start())
        shortest = 2 if self._bare.match(text, start - 1) else 1
        return shortest <= length <= _LONGEST_NAME


def _quoted(text: str, units: Iterable[Unit]) -> list[Unit]:
    """The units, those within quotation marks marked."""
    spans = [found.span() for found in _QUOTED.finditer(text)]
    starts = [start for start, _ in spans]
    marked = []
    for unit in units:
        nearest = bisect_right(starts, unit.start) - 1
        inside = nearest >= 0 and unit.start < spans[nearest][1]
        marked.append(unit._replace(quoted=True) if inside else unit)
    return marked


def _blank(found: re.Match[str]) -> str:
    """Keep the length, so that offsets stay true."""
    return "《" + "□" * (len(found.group()) - 2) + "》"
