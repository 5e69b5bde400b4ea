"""What a reader hands on: blocks of raw text in reading order, before joining and cleaning."""

from __future__ import annotations

from dataclasses import dataclass

CELL = " | "
"""What stands between the cells of a table row (kind "table")."""

UNKNOWN_DEPTH = 9
"""Depth of a heading of which only the look is known (bold); composing settles it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a page or a paragraph of a format that has paragraphs.

    `line` is the line in the file, or the number of the paragraph where there are no lines.
    `heading` is the depth that the format states, 0 for none, UNKNOWN_DEPTH where it only shows
    that it is one. `gap` says that a blank line came before, `opens` that a paragraph begins here
    whatever stands before (a bullet, an indent of the format). `full` says whether a printed line
    reaches the right edge; None where the format does not show it.
    """

    text: str
    line: int
    page: int | None = None
    heading: int = 0
    kind: str = "text"
    gap: bool = False
    opens: bool = False
    full: bool | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What was found in the bytes of a file: its blocks, the title that the format states, notes."""

    blocks: tuple[Block, ...]
    title: str | None = None
    scanned: bool = False
    notes: tuple[str, ...] = ()
