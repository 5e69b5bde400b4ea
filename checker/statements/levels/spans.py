"""What the rules of levels find: the words that name a level, with the rule that took them so."""

from __future__ import annotations

from typing import NamedTuple

from checker.model import Level


class LevelSpan(NamedTuple):
    """The words that name a level: offsets in the quote, and the rule that took them so."""

    level: Level
    start: int
    end: int
    word: str
    rule: str
