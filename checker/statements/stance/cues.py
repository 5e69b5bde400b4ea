"""Cues: words of which one has to stand in a text, with what stands about it.

A sentence has some sixty characters and holds hardly any of the two thousand words that give a stance. To ask
once which words stand in it, and to try the few cues that these allow, is quicker than to search it for every
list of words; and what is never tried is never compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import cached_property

from checker.patterns import Pattern
from checker.statements.patterns import NEVER
from checker.statements.word_index import WordIndex


class Cue:
    """One of some words, with patterns for what stands before and after it.

    ^ and $ hold at each line, so that one look at many clauses (`Clauses.lines`) can spare looking at each.
    """

    def __init__(self, words: Iterable[str], after: str = "", before: str = "") -> None:
        self.words, self._after, self._before = tuple(words), after, before

    @cached_property
    def pattern(self) -> Pattern:
        """The whole, compiled when it is first asked for."""
        words = "|".join(map(re.escape, self.words)) or NEVER
        return Pattern(f"{self._before}(?:{words}){self._after}", re.MULTILINE)

    def search(self, text: str, possible: Set[Cue]) -> re.Match[str] | None:
        """The first place of the cue in a text, where it is among those that are possible there."""
        return self.pattern.search(text) if self in possible else None

    def opens(self, text: str) -> re.Match[str] | None:
        """The cue at the head of a text."""
        return self.pattern.match(text) if text.startswith(self.words) else None


class AnyCue:
    """Several cues, tried in order."""

    def __init__(self, *cues: Cue) -> None:
        self.cues, self._all = cues, frozenset(cues)

    def search(self, text: str, possible: Set[Cue]) -> re.Match[str] | None:
        """The first place of the first cue that is found."""
        if self._all.isdisjoint(possible):
            return None
        for cue in self.cues:
            if cue in possible and (found := cue.pattern.search(text)):
                return found
        return None


class Screen:
    """Makes cues, and tells which of them may be found in a text."""

    def __init__(self) -> None:
        self._of_word: dict[str, list[Cue]] = {}

    def cue(self, words: Iterable[str], after: str = "", before: str = "") -> Cue:
        """A cue that `possible` knows of; all are to be made before it is asked."""
        cue = Cue(words, after, before)
        for word in cue.words:
            self._of_word.setdefault(word, []).append(cue)
        return cue

    def possible(self, text: str) -> frozenset[Cue]:
        """The cues of which a word stands in a text; those of its clauses are among them."""
        return frozenset([cue for word in self._index.words_in(text) for cue in self._of_word[word]])

    @cached_property
    def _index(self) -> WordIndex:
        return WordIndex(self._of_word)
