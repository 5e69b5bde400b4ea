"""Word lists of the lexicon as patterns that are quick to search."""

from __future__ import annotations

import re

from checker.lexicon import Lexicon

NEVER = r"(?!)"
"""Matches nothing: what an empty list of words becomes."""


def alternation(lexicon: Lexicon, section: str, name: str) -> str:
    """The words of one list as an alternation, longest first."""
    return "|".join(map(re.escape, lexicon.words(section, name))) or NEVER


class AnyOf:
    """Several patterns, tried in order.

    They are kept apart because `re` skips quickly only to where a pattern of fixed first characters can begin;
    joined into one pattern they would be tried at every character, ten times slower.
    """

    def __init__(self, *patterns: str) -> None:
        self._patterns = tuple(map(re.compile, patterns))

    def search(self, text: str) -> re.Match[str] | None:
        """The match of the first pattern that is found anywhere in the text."""
        for pattern in self._patterns:
            if found := pattern.search(text):
                return found
        return None


def group(found: re.Match[str] | None) -> str:
    """The words that were found, "" where there are none."""
    return found.group() if found else ""
