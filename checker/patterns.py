"""Patterns that are compiled when first asked, and not asked where a word that they need is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

HAN = r"[^\W\da-zA-Z_]"
"""A Chinese character; `re` takes a millisecond to build [一-鿿], which these texts do not tell from it."""


class Pattern:
    """A regular expression that is compiled when it is first asked: a report asks half of two hundred.

    `needs` are words (or the characters of one string) of which every match holds at least one. Looking for them
    costs a tenth of a search, and most clauses have none.
    """

    search: Callable[[str], re.Match[str] | None]
    match: Callable[[str], re.Match[str] | None]
    finditer: Callable[[str], Iterator[re.Match[str]]]
    findall: Callable[[str], list[Any]]
    split: Callable[..., list[str]]
    sub: Callable[[str, str], str]

    def __init__(self, source: str, needs: Iterable[str] = ()) -> None:
        self.source = source
        self.needs = tuple(needs)
        if self.needs:
            self.search = self._search_where_needed

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source)

    def __getattr__(self, name: str) -> Any:
        """A method of the compiled expression, kept so that the next call finds it at once."""
        method = getattr(self._compiled, name)
        setattr(self, name, method)
        return method

    def _search_where_needed(self, text: str) -> re.Match[str] | None:
        for word in self.needs:
            if word in text:
                return self._compiled.search(text)
        return None
