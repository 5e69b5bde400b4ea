"""Words in a text: folding, patterns such as 规范性文件…审核/备案, and finding all of them in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from operator import add

NEAR, FAR = 12, 60
"""How many characters may stand between two parts of a pattern that are joined by … and by ……."""

_DROP = "“”‘’\"'「」『』*# \t\r\n\u3000\ufeff"
_FOLD = str.maketrans(
    "（），：；！？％～－—＋０１２３４５６７８９",
    "(),:;!?%~--+0123456789",
    _DROP,
)
# OCR reads the plus of these coinages as the numeral ten
_PLUS = re.compile(r"(?<=[网上演案工])十(?=[监政调执实审服检])")


def fold(text: str) -> str:
    """The text as patterns see it: no quotation marks or white space, ASCII punctuation and digits, 十 read as +."""
    return _PLUS.sub("+", text.translate(_FOLD)).lower()


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that have to follow each other; `text` is how the file writes them.

    `rest` holds each part after the first with the most characters that may stand before it.
    """

    text: str
    parts: tuple[str, ...]
    rest: tuple[tuple[str, int], ...]

    def first(self, found: Mapping[str, Sequence[int]]) -> int | None:
        """The offset of the first place where all parts stand in order, None where there is none."""
        if self.parts[-1] not in found:
            return None
        length = len(self.parts[0])
        for start in found.get(self.parts[0], ()):
            end = start + length
            for part, gap in self.rest:
                starts = found.get(part, ())
                index = bisect_left(starts, end)
                if index == len(starts) or starts[index] - end > gap:
                    break
                end = starts[index] + len(part)
            else:
                return start
        return None


@cache  # a list is checked and then built from, and lists share words
def patterns(text: str) -> tuple[Pattern, ...]:
    """Read one entry of the file: … joins parts that stand near, …… parts further apart, / parts alternatives."""
    if "…" not in text and "/" not in text:
        word = fold(text)
        return (Pattern(word, (word,), ()),)
    pieces = re.split("(…+)", text)
    gaps = tuple(FAR if len(dots) > 1 else NEAR for dots in pieces[1::2])
    places = [[fold(word) for word in place.split("/")] for place in pieces[::2]]
    return tuple(_pattern(parts, pieces[1::2], gaps) for parts in product(*places))


def _pattern(parts: tuple[str, ...], dots: Sequence[str], gaps: Sequence[int]) -> Pattern:
    text = parts[0] + "".join(mark + part for mark, part in zip(dots, parts[1:], strict=True))
    return Pattern(text, parts, tuple(zip(parts[1:], gaps, strict=True)))


class WordFinder:
    """Finds every occurrence of every word, overlapping ones too, in one pass over a text.

    Words are grouped by their first three characters and then by length, so that a place of the text
    costs two look-ups, and a few more where a longer word may begin.
    """

    def __init__(self, words: Iterable[str]) -> None:
        words = sorted(set(words))
        heads: dict[str, dict[int, set[str]]] = {}
        for word in words:
            if len(word) > 2:
                heads.setdefault(word[:3], {}).setdefault(len(word), set()).add(word)
        self._heads = {
            head: tuple((length, frozenset(group)) for length, group in sorted(lengths.items()))
            for head, lengths in heads.items()
        }
        self._pairs = frozenset(word for word in words if len(word) == 2)
        single = "".join(word for word in words if len(word) == 1)
        self._single = re.compile(f"[{re.escape(single)}]") if single else None

    def find(self, text: str) -> dict[str, list[int]]:
        """Word -> rising offsets; words that do not occur are absent."""
        found: dict[str, list[int]] = {}
        pairs = list(map(add, text, text[1:]))
        for start in [at for at, pair in enumerate(pairs) if pair in self._pairs]:
            found.setdefault(pairs[start], []).append(start)
        heads = self._heads
        for start in [at for at, triple in enumerate(map(add, pairs, text[2:])) if triple in heads]:
            for length, words in heads[text[start : start + 3]]:
                word = text[start : start + length]
                if word in words:
                    found.setdefault(word, []).append(start)
        for match in self._single.finditer(text) if self._single else ():
            found.setdefault(match[0], []).append(match.start())
        return found


def without_inner(found: dict[str, list[int]], shields: frozenset[str]) -> dict[str, list[int]]:
    """Take out the occurrences that lie inside a longer word (示范村 inside 民主法治示范村); shields stay."""
    spans = sorted((start, start + len(shield)) for shield in shields for start in found[shield])
    longest = max(map(len, shields))
    kept = {}
    for word, starts in found.items():
        free = starts if word in shields else [s for s in starts if not _inside(s, len(word), spans, longest)]
        if free:
            kept[word] = free
    return kept


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
