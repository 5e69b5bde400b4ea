"""Which of many words stand in a text, found in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import add

from checker.patterns import Pattern
from checker.statements.patterns import NEVER


class WordIndex:
    """Tells which of its words stand in a text, overlapping ones too.

    A longer word is filed under its second and third character, which fewer texts hold than the first two, often a
    word themselves, and is looked for only where the text has this pair: the pairs of a text are found without a
    step of the interpreter for each character, and few words are left to try.
    """

    def __init__(self, words: Iterable[str]) -> None:
        by_pair: dict[str, list[str]] = {}
        for word in sorted(words := set(words)):
            if len(word) > 2:
                by_pair.setdefault(word[1:3], []).append(word)
        single = "".join(sorted(word for word in words if len(word) == 1))
        self._single = Pattern(f"[{re.escape(single)}]" if single else NEVER)
        self._double = frozenset(word for word in words if len(word) == 2)
        self._longer = {pair: tuple(group) for pair, group in by_pair.items()}
        self._known = self._double.union(by_pair)

    def words_in(self, text: str) -> set[str]:
        """The words that occur in a text."""
        pairs = self._known.intersection(map(add, text, text[1:]))
        words = {word for pair in pairs for word in self._longer.get(pair, ()) if word in text}
        words.update(self._double & pairs, self._single.findall(text))
        return words
