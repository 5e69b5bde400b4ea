"""What the rules of levels find: the words that name a level, with the rule that took them so."""

from __future__ import annotations

from typing import NamedTuple

from checker.model import Level

_MARKS = "，,；;。"
UNNAMED = "level.unnamed"
"""The rule that takes a level which no word names."""


class LevelSpan(NamedTuple):
    """The words that name a level: offsets in the quote, and the rule that took them so."""

    level: Level
    start: int
    end: int
    word: str
    rule: str


def part_at(text: str, place: int) -> tuple[int, int]:
    """The part between commas that holds an offset, the mark at its end included."""
    start = max(text.rfind(mark, 0, place) for mark in _MARKS) + 1
    ends = [end + 1 for mark in _MARKS if (end := text.find(mark, place)) >= 0]
    return start, min(ends, default=len(text))
