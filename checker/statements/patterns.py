"""Word lists of the lexicon as patterns that are quick to search."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.lexicon import Lexicon

NEVER = r"(?!)"
"""Matches nothing: what an empty list of words becomes."""

HAN = "[一-鿿]"
_LETTER = r"[^\W\da-zA-Z_]"


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """re.compile for patterns that hold [一-鿿].

    Python builds that set character by character, a millisecond each time; letters that are not Latin are the
    same characters in these texts and cost nothing.
    """
    return re.compile(pattern.replace(HAN, _LETTER), flags)


def replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    """The text with characters replaced: three times as fast as str.translate, which looks at each of them."""
    for char, plain in pairs:
        if char in text:
            text = text.replace(char, plain)
    return text


def alternation(lexicon: Lexicon, section: str, name: str) -> str:
    """The words of one list as an alternation, of those with one beginning the longest first.

    Words are grouped by their first characters, because `re` tries the branches of an alternation one after
    another: that takes half the time for a list of hundreds.
    """
    rests: dict[str, list[str]] = {}
    for word in lexicon.words(section, name):
        rests.setdefault(word[:1], []).append(re.escape(word[1:]))
    return "|".join(_branch(first, tails) for first, tails in rests.items()) or NEVER


def _branch(first: str, tails: list[str]) -> str:
    """The words with one first character."""
    return re.escape(first) + (tails[0] if len(tails) == 1 else f"(?:{'|'.join(sorted(tails, key=len, reverse=True))})")


class AnyOf:
    """Several patterns, tried in order.

    They are kept apart because `re` skips quickly only to where a pattern of fixed first characters can begin;
    joined into one pattern they would be tried at every character, ten times slower. ^ and $ hold at each line,
    so that one look at many clauses (`Clauses.lines`) can spare looking at each.
    """

    def __init__(self, *patterns: str) -> None:
        self._patterns = tuple(compiled(pattern, re.MULTILINE) for pattern in patterns)

    def search(self, text: str) -> re.Match[str] | None:
        """The match of the first pattern that is found anywhere in the text."""
        for pattern in self._patterns:
            if found := pattern.search(text):
                return found
        return None


def group(found: re.Match[str] | None) -> str:
    """The words that were found, "" where there are none."""
    return found.group() if found else ""
