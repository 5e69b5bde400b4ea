"""Sentences -> the levels of government that each says were covered, reached or lacking.

The rules are those of the labelled sets: named units count as their level (寅县, 街道, 社区), so do groups
(市县乡三级, 区县, 街镇) and what belongs to the own level (市级部门, 市直); the government that merely acts
(市政府, 县司法局), 全市, 各级 and the level of an award, a rule or a rank do not. `rules` lists them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from checker.lexicon import Lexicon
from checker.model import Because, Level, Sentence
from checker.patterns import Pattern
from checker.statements.levels.rules import RunRules, beside_lower, without_addresses
from checker.statements.levels.runs import runs
from checker.statements.levels.spans import LevelSpan
from checker.statements.levels.titles import title_spans
from checker.statements.units import Unit, UnitReader
from checker.statements.viewpoint import LEVELS, Viewpoint, viewpoint

__all__ = ["LevelLabel", "LevelSpan", "Levels"]

_REST = Pattern(
    r"[^，。]{0,3}(?:其余|其他|剩余|余下|另有|另外|还有|尚有)的?(?:\d+|[一二两三四五六七八九十]+)(?:个|家|地)(?!部门|单位|事项|问题|项目)"
)
_SO_MANY = Pattern(r"(?:其中，?)?([两三四五])级")
_GRASSROOTS = Pattern(r"(?:[一二三四五六七八九十]是|\d[.．、])?基层")
_LISTED_WITH = Pattern(r"、[一-鿿]{1,3}")
_SUBJECT = Pattern(r"(?:部分|个别|少数|一些|有些|有的|不少|多数|大多数)(?:边远|偏远)?$")
_PARTITIVE = Pattern(
    r"[）)]?[中里]，?(?:还|仍|尚)?(?:近|约|有)?(?:[一二两三四五六七八九十\d]+(?:分之|成|个)|半数|一半|大部分|大多|多数|部分|少数|个别)"
)
"""乡镇中近三分之一没有……: the few are counted behind their level."""
_OWN_SUBJECT = Pattern(
    r"^(?:[一二三四五六七八九十]是|同时|另外|此外|对此|下一步|今后|[将拟])|部门|单位|机关|干部|基层|群众|企业|领导|宣传|普法|营商环境|立法|[我全本][省市州盟县区旗镇乡]|有的|个别|部分|一些|少数"
)
_LOOK = 6
_COUNT = {"两": 2, "三": 3, "四": 4, "五": 5}


@dataclass(frozen=True, slots=True)
class LevelLabel:
    """The levels that a sentence names, highest first, and where.

    No level named: the sentence speaks of the reporting government's own. `sure` is False where the levels
    are taken from the sentence before by a number alone (两级…).
    """

    levels: tuple[Level, ...]
    spans: tuple[LevelSpan, ...]
    because: tuple[Because, ...]
    sure: bool


_NO_LEVEL = LevelLabel((), (), (), sure=True)


class Levels:
    """Labels sentences with levels; compiled once from section [level] of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._reader = UnitReader(lexicon)
        self._rules = RunRules(lexicon)

    def label(self, sentences: Sequence[Sentence], own: Level, government: str) -> tuple[LevelLabel, ...]:
        """One label for each sentence, in order.

        `own` and `government` (its name, may be "") are those of the reporting government; a department's own
        level is that of its government.
        """
        view = viewpoint(own, government)
        units = [self._reader.read(sentence.quote) for sentence in sentences]
        if view.own is Level.CITY:
            view = replace(view, town_cities=_town_cities(sentences, units, view))
        labels: list[LevelLabel] = []
        quote_before = ""
        for sentence, found in zip(sentences, units, strict=True):
            spans = self._spans(sentence.quote, found, view)
            if not spans and labels:
                spans = _carried(sentence, labels[-1], view, quote_before)
            labels.append(_label(spans))
            quote_before = sentence.quote
        return tuple(labels)

    def _spans(self, text: str, units: Sequence[Unit], view: Viewpoint) -> list[LevelSpan]:
        found: list[LevelSpan] = []
        if units:
            for run in without_addresses(text, runs(text, units, view)):
                found += self._rules.spans(text, run, view)
            found += beside_lower(text, found, view)
        return title_spans(text, units, found, view)


def narrowed(label: LevelLabel, levels: Collection[Level]) -> LevelLabel:
    """The label with some of its levels only."""
    if len(levels) == len(label.levels):
        return label
    return _label([span for span in label.spans if span.level in levels])


def _label(spans: Sequence[LevelSpan]) -> LevelLabel:
    if not spans:
        return _NO_LEVEL
    ordered = tuple(sorted(spans, key=lambda span: (span.start, LEVELS.index(span.level))))
    named = [span.level for span in ordered]
    told = dict.fromkeys((span.rule, f"{span.word}→{span.level.zh}") for span in ordered)
    return LevelLabel(
        levels=tuple([level for level in LEVELS if level in named]),
        spans=ordered,
        because=tuple([Because("levels", rule, detail) for rule, detail in told]),
        sure=not any(span.rule == "level.carried" and _SO_MANY.match(span.word) for span in ordered),
    )


def _carried(sentence: Sentence, before: LevelLabel, view: Viewpoint, quote_before: str) -> list[LevelSpan]:
    """The levels of the sentence before, where this one names none but carries its sense on.

    基层 in the next gap of the same sentence means the townships just named; 其余5个 are units of the same
    kind; 两级 at the beginning are the two just named.
    """
    text = sentence.quote
    found: re.Match[str] | None = None
    levels: tuple[Level, ...] = ()
    if sentence.continues and Level.TOWNSHIP in before.levels and (found := _GRASSROOTS.match(text)):
        levels = (Level.TOWNSHIP,)
    elif sentence.continues and (levels := _subject(before, quote_before)) and not _OWN_SUBJECT.search(text):
        found = re.match(r"[^，,；;。]*", text)
    elif not sentence.opens_paragraph and (found := _REST.match(text)):
        levels = tuple(level for level in before.levels if view.below(level))
    elif (found := _SO_MANY.match(text)) and len(before.levels) == _COUNT[found.group(1)]:
        levels = before.levels
    if found is None:
        return []
    return [LevelSpan(level, found.start(), found.end(), found.group(), "level.carried") for level in levels]


def _subject(label: LevelLabel, quote: str) -> tuple[Level, ...]:
    """The levels of the few units that are the subject of a gap (部分乡镇…不到位), in this piece or carried to it."""
    if any(span.rule == "level.carried" and not _GRASSROOTS.match(span.word) for span in label.spans):
        return label.levels
    named = {span.level for span in label.spans if _are_few(quote, span)}
    return label.levels if named == set(label.levels) else ()


def _are_few(quote: str, span: LevelSpan) -> bool:
    """Whether a span names some units of its level only."""
    few = _SUBJECT.search(quote, max(0, span.start - _LOOK), span.start) or _PARTITIVE.match(quote, span.end)
    return few is not None


def _town_cities(sentences: Sequence[Sentence], units: Sequence[Sequence[Unit]], view: Viewpoint) -> tuple[str, ...]:
    """County-level cities of a city's report: what it lists side by side with counties (寅县、卯川市).

    Given as name endings of three characters, so that no dictionary of places is needed.
    """
    found = set()
    for sentence, named in zip(sentences, units, strict=True):
        text = sentence.quote
        for one, other in pairwise(named):
            if "市" not in (one.word, other.word):
                continue
            city = one if one.word == "市" else other
            pair = {one.level, other.level}
            if pair != {Level.CITY, Level.COUNTY} or view.is_self(text, city):
                continue
            if _LISTED_WITH.fullmatch(text, one.end, other.start) and city.start >= 2:
                found.add(text[city.start - 2 : city.end])
    return tuple(sorted(found))
