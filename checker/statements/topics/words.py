"""Words in a text: folding, patterns such as 规范性文件…审核/备案, and finding all of them in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from checker.statements.patterns import replaced
from checker.statements.word_index import WordIndex

NEAR, FAR = 12, 60
"""How many characters may stand between two parts of a pattern that are joined by … and by ……."""

_DROP = "“”‘’\"'「」『』*# \t\r\n\u3000\ufeff"
_ASCII = tuple(zip("（），：；！？％～－—＋０１２３４５６７８９", "(),:;!?%~--+0123456789", strict=True))
_FOLD = (*((char, "") for char in _DROP), *_ASCII)
_FOLDED = re.compile(f"[{re.escape(''.join(char for char, _ in _FOLD))}]")
# OCR reads the plus of these coinages as the numeral ten
_PLUS = re.compile(r"(?<=[网上演案工])十(?=[监政调执实审服检])")


def fold(text: str) -> str:
    """The text as patterns see it: no quotation marks or white space, ASCII punctuation and digits, 十 read as +."""
    if _FOLDED.search(text):
        text = replaced(text, _FOLD)
    return _PLUS.sub("+", text).lower()


class Found:
    """The words that stand in a text; where they stand is looked up when it is asked for.

    `at(word, start, stop)` is the offset of the first occurrence of a word within text[start:stop], -1 where
    there is none; it is the `find` of the text itself where every occurrence counts.
    """

    __slots__ = ("_partly", "at", "text", "words")

    def __init__(self, text: str, words: set[str], partly: Mapping[str, Sequence[int]] | None = None) -> None:
        """`partly` are the rising offsets that count, for words of which some occurrences do not."""
        self.text = text
        self.words = words
        self._partly = partly or {}
        self.at: Callable[..., int] = self._at if partly else text.find

    def _at(self, word: str, start: int = 0, stop: int | None = None) -> int:
        places = self._partly.get(word)
        if places is None:
            return self.text.find(word, start, stop)
        index = bisect_left(places, start)
        within = index < len(places) and (stop is None or places[index] + len(word) <= stop)
        return places[index] if within else -1

    def starts(self, word: str) -> list[int]:
        """The rising offsets of a word, overlapping occurrences too; [] where it does not stand in the text."""
        starts, start = list[int](), self.at(word)
        while start >= 0:
            starts.append(start)
            start = self.at(word, start + 1)
        return starts


class Pattern(NamedTuple):
    """Words that have to follow each other; `text` is how the file writes them.

    `rest` holds each part after the first with the most characters that may stand before it.
    """

    text: str
    parts: tuple[str, ...]
    rest: tuple[tuple[str, int], ...]

    def first(self, found: Found) -> int | None:
        """The offset of the first place where all parts stand in order, None where there is none."""
        if not found.words.issuperset(self.parts):
            return None
        begin, at = self.parts[0], found.at
        start = at(begin)
        while start >= 0:
            end = start + len(begin)
            for part, gap in self.rest:
                place = at(part, end, end + gap + len(part))
                if place < 0:
                    break
                end = place + len(part)
            else:
                return start
            start = at(begin, start + 1)
        return None


@cache  # a list is checked and then built from, and lists share words
def patterns(text: str) -> tuple[Pattern, ...]:
    """Read one entry of the file: … joins parts that stand near, …… parts further apart, / parts alternatives."""
    text = fold(text)
    if "…" not in text and "/" not in text:
        return (Pattern(text, (text,), ()),)
    pieces = re.split("(…+)", text)
    dots = pieces[1::2]
    gaps = [FAR if len(mark) > 1 else NEAR for mark in dots]
    places = [place.split("/") for place in pieces[::2]]
    return tuple(_pattern(parts, dots, gaps) for parts in product(*places))


def _pattern(parts: tuple[str, ...], dots: Sequence[str], gaps: Sequence[int]) -> Pattern:
    if len(parts) == 2:
        return Pattern(f"{parts[0]}{dots[0]}{parts[1]}", parts, ((parts[1], gaps[0]),))
    text = parts[0] + "".join(mark + part for mark, part in zip(dots, parts[1:], strict=True))
    return Pattern(text, parts, tuple(zip(parts[1:], gaps, strict=True)))


class WordFinder(WordIndex):
    """Finds which words stand in a text, with the text in which their places are looked up."""

    def find(self, text: str) -> Found:
        """The words that occur in a text."""
        return Found(text, self.words_in(text))


def without_inner(found: Found, shields: frozenset[str]) -> Found:
    """Take out the occurrences that lie inside a longer word (示范村 inside 民主法治示范村); shields stay."""
    spans = sorted((start, start + len(shield)) for shield in shields for start in found.starts(shield))
    longest = max(map(len, shields))
    hiding = "\n".join(shields)
    kept, free = set(found.words), dict[str, list[int]]()
    for word in found.words - shields:
        if word in hiding:
            free[word] = [start for start in found.starts(word) if not _inside(start, len(word), spans, longest)]
            if not free[word]:
                kept.remove(word)
    return Found(found.text, kept, free)


def _inside(start: int, length: int, spans: list[tuple[int, int]], longest: int) -> bool:
    """Whether a strictly longer span holds the word."""
    end = start + length
    index = bisect_left(spans, (start + 1, 0)) - 1
    while index >= 0 and spans[index][0] > start - longest:
        left, right = spans[index]
        if end <= right and right - left > length:
            return True
        index -= 1
    return False
