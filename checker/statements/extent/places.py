"""What is known of a sentence, and of a part of it, while its words about extent are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.model import Figure
from checker.patterns import Pattern
from checker.statements.extent import limits


class Sentence(NamedTuple):
    """A sentence while its parts are read: what stands nowhere in it need not be looked for in each part.

    `wholes` and `partial` are the patterns that it holds; `about` says that it speaks of a named obligation,
    `made` that it is about standards alone, so that 公开率 is the rate of those that exist; `near` that it tells of a
    title not yet received or only seen (入围, 观看命名大会).
    """

    text: str
    around: limits.Around
    wholes: list[Pattern]
    partial: list[Pattern]
    limited: bool
    about: bool
    near: bool
    won: bool
    settled: bool
    made: bool

    @property
    def claims(self) -> bool:
        """Whether some words of it may say that something is done for all."""
        return bool(self.wholes or self.won or self.settled)


class Place(NamedTuple):
    """A part while it is read, with its figures and the figure before it.

    It states no fact where it is `aimed`, and `is_ground` where it tells what was there before (在……基础上, 2021年……).
    """

    start: int
    end: int
    figures: Sequence[Figure]
    last: Figure | None
    aimed: bool
    is_ground: bool
