"""Patterns that are compiled when first asked, and not asked where a word that they need is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

HAN = r"[^\W\da-zA-Z_]"
"""A Chinese character; these texts do not tell it from [一-鿿], which `re` takes a millisecond to build."""


class Pattern:
    """A regular expression that is compiled when it is first asked: a report asks some half of a thousand.

    `needs` are words (or the characters of one string) of which every match holds at least one. Looking for them
    costs a tenth of a search, and most clauses have none. The methods are those of `re.Pattern`, kept once the
    expression is compiled, so that a call costs what it does there.
    """

    def __init__(self, source: str, flags: int = 0, *, needs: Iterable[str] = ()) -> None:
        self.source = source.replace("[一-鿿]", HAN)
        self.flags = flags
        self.needs = tuple(needs)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """The first match anywhere in a text."""
        return self._search_where_needed if self.needs else self._compiled.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """The match that begins a text."""
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """The match that is a whole text."""
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """All matches, one after another."""
        return self._compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        """The words of all matches."""
        return self._compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """The pieces of a text between matches."""
        return self._compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        """A text with its matches replaced."""
        return self._compiled.sub

    def _search_where_needed(self, text: str) -> re.Match[str] | None:
        for word in self.needs:
            if word in text:
                return self._compiled.search(text)
        return None
