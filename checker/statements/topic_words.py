"""Words in a text: folding, patterns such as 规范性文件…审核/备案, and finding all of them in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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

    `gaps[i]` is the most characters between part i and part i + 1.
    """

    text: str
    parts: tuple[str, ...]
    gaps: tuple[int, ...]

    def first(self, found: Mapping[str, Sequence[int]]) -> int | None:
        """The offset of the first place where all parts stand in order, None where there is none."""
        if self.parts[-1] not in found:
            return None
        for start in found.get(self.parts[0], ()):
            if self._follows(start + len(self.parts[0]), found):
                return start
        return None

    def _follows(self, end: int, found: Mapping[str, Sequence[int]]) -> bool:
        for part, gap in zip(self.parts[1:], self.gaps, strict=True):
            starts = found.get(part, ())
            index = bisect_left(starts, end)
            if index == len(starts) or starts[index] - end > gap:
                return False
            end = starts[index] + len(part)
        return True


def patterns(text: str) -> tuple[Pattern, ...]:
    """Read one entry of the file: … joins parts that stand near, …… parts further apart, / parts alternatives."""
    pieces = re.split("(…+)", text)
    gaps = tuple(FAR if len(dots) > 1 else NEAR for dots in pieces[1::2])
    places = [[fold(word) for word in place.split("/")] for place in pieces[::2]]
    return tuple(Pattern(_written(parts, pieces[1::2]), parts, gaps) for parts in product(*places))


def _written(parts: tuple[str, ...], dots: Sequence[str]) -> str:
    return parts[0] + "".join(mark + part for mark, part in zip(dots, parts[1:], strict=True))


class WordFinder:
    """Finds every occurrence of every word, overlapping ones too, in one pass over a text.

    Words are grouped by their first two characters and then by length, so that a place of the text
    costs one look-up, and a few more where a word may begin.
    """

    def __init__(self, words: Iterable[str]) -> None:
        heads: dict[str, dict[int, set[str]]] = {}
        for word in sorted(set(words)):
            heads.setdefault(word[:2], {}).setdefault(len(word), set()).add(word)
        single = "".join(word for word in heads if len(word) == 1)
        self._single = re.compile(f"[{re.escape(single)}]") if single else None
        self._heads = {
            head: tuple((length, frozenset(group)) for length, group in sorted(lengths.items()))
            for head, lengths in heads.items()
            if len(head) > 1
        }

    def find(self, text: str) -> dict[str, list[int]]:
        """Word -> rising offsets; words that do not occur are absent."""
        found: dict[str, list[int]] = {}
        heads = self._heads
        for start, pair in enumerate(map(add, text, text[1:])):
            if pair in heads:
                for length, words in heads[pair]:
                    word = text[start : start + length]
                    if word in words:
                        if word in found:
                            found[word].append(start)
                        else:
                            found[word] = [start]
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
