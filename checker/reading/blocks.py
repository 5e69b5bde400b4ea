"""What a reader hands on: blocks of raw text in reading order, before joining and cleaning."""

from __future__ import annotations

from dataclasses import dataclass

CELL = " | "
"""What stands between the cells of a table row (kind "table")."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a page or a paragraph of a format that has paragraphs.

    `line` is the line in the file, or the number of the paragraph where there are no lines.
    `gap` says that a blank line came before. `whole` says that the format itself knows this to be
    a paragraph; blocks that are not whole are printed lines, which joining puts together.
    `heading` is the depth that the format states, 0 for none.
    """

    text: str
    line: int
    page: int | None = None
    heading: int = 0
    kind: str = "text"
    whole: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """What was found in the bytes of a file: its blocks, the title that the format states, notes."""

    blocks: tuple[Block, ...]
    title: str | None = None
    scanned: bool = False
    notes: tuple[str, ...] = ()
