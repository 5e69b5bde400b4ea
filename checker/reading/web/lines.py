"""The element of the report -> blocks: paragraphs, broken lines, table rows; link lists are left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from checker.reading.blocks import CELL, UNKNOWN_DEPTH, Block
from checker.reading.headings import looks_like_heading
from checker.reading.web.tree import BLOCKS, Page

_LAYOUT = re.compile(r"[ \t\r\n\f]+")
_NOTED = re.compile(r"[，。；]")
_DEEPEST_ROW = 12
"""Tables in tables to this depth are told apart; below, rows are lines."""
_LONG_CELL = 200
"""Characters from which a cell holds running text: the table only lays out the page."""


@dataclass(slots=True)
class _Line:
    """Text between two breaks, and how it looks."""

    pieces: list[str] = field(default_factory=list)
    at: int = -1
    chars: int = 0
    linked: int = 0
    bold: int = 0
    indented: bool = False


@dataclass(slots=True)
class _Row:
    """The cells of a table row that is open; each holds its blocks."""

    cells: list[list[Block]] = field(default_factory=list)
    nested: bool = False


class _Writer:
    """Collects text and gives out a block at each break."""

    def __init__(self, page: Page, starts: list[int]) -> None:
        self.page, self._starts = page, starts
        self.blocks: list[Block] = []
        self._rows: list[_Row] = []
        self._line = _Line()
        self._tag = ""
        self._gap = self._opens = False
        self._depth = 0  # of table rows

    def text(self, index: int, text: str, at: int) -> None:
        if text == "\n":
            self.end_line(broken=True)
            return
        node = self.page.nodes[index]
        line = self._line
        line.pieces.append(_LAYOUT.sub(" ", text))
        chars = len(text.strip())
        if chars and line.at < 0:
            line.at, line.indented = at + len(text) - len(text.lstrip()), node.indented
        line.chars += chars
        line.linked += chars if node.link else 0
        line.bold += chars if node.bold else 0

    def end_line(self, broken: bool = False) -> None:
        """Give out the line; after a <br> an empty one is a gap between paragraphs."""
        line, self._line = self._line, _Line()
        if not line.chars:
            self._gap = self._gap or broken
            return
        text = "".join(line.pieces).lstrip(" ").rstrip()
        if line.linked * 2 <= line.chars or (_NOTED.search(text) and line.chars > 40):
            heading = self._heading(text, line)
            number = bisect_right(self._starts, line.at)
            opens = self._opens or line.indented
            self._put(Block(text, number, heading=heading, gap=self._gap, opens=opens))
        self._gap = self._opens = False

    def _heading(self, text: str, line: _Line) -> int:
        if self._tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            return int(self._tag[1])
        if line.bold == line.chars and looks_like_heading(text.strip()) and not self._rows:
            return UNKNOWN_DEPTH
        return 0

    def _put(self, block: Block) -> None:
        if self._rows and self._rows[-1].cells:
            self._rows[-1].cells[-1].append(block)
        else:
            self.blocks.append(block)

    def begin(self, tag: str) -> None:
        self.end_line()
        self._tag = tag
        if tag == "li":
            self._opens = True
        elif tag == "tr":
            if self._rows:
                self._rows[-1].nested = True
            self._depth += 1
            if self._depth <= _DEEPEST_ROW:
                self._rows.append(_Row())
        elif tag in {"td", "th"} and self._rows and self._depth <= _DEEPEST_ROW:
            self._rows[-1].cells.append([])

    def end(self, tag: str) -> None:
        self.end_line()
        if self._tag == tag:
            self._tag = ""
        if tag == "tr":
            self._end_row()

    def _end_row(self) -> None:
        self._depth -= 1
        if self._rows and self._depth < _DEEPEST_ROW:
            for block in _row_blocks(self._rows.pop()):
                self._put(block)

    def finish(self) -> list[Block]:
        """The blocks, those of rows that were never closed too."""
        self.end_line()
        while self._rows:
            self._depth = len(self._rows)
            self._end_row()
        return self.blocks


def _row_blocks(row: _Row) -> list[Block]:
    """A row of data as one block; a row that lays out the page as the blocks of its cells."""
    cells = [cell for cell in row.cells if cell]
    sizes = [sum(len(block.text) for block in cell) for cell in cells]
    frame = len(cells) == 1 and any("。" in block.text for block in cells[0])
    if row.nested or frame or any(size >= _LONG_CELL for size in sizes):
        return [block for cell in cells for block in cell]
    if not cells:
        return []
    texts = ["".join(block.text.strip() for block in cell).replace(CELL, " ") for cell in cells]
    return [Block(CELL.join(texts), cells[0][0].line, kind="table")]


def page_blocks(page: Page, root: int, dropped: list[bool], text: str) -> list[Block]:
    """The blocks of the element `root`; `text` is the source, for the numbers of its lines."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    writer = _Writer(page, starts)
    node = page.nodes[root]
    for position in range(node.start, node.end or len(page.events)):
        index, piece, at = page.events[position]
        inside = page.nodes[index]
        if dropped[index]:
            if piece is None and inside.tag in BLOCKS:
                writer.end_line()
        elif piece is not None:
            writer.text(index, piece, at)
        elif inside.tag in BLOCKS:
            if inside.start == position + 1:
                writer.begin(inside.tag)
            else:
                writer.end(inside.tag)
    return writer.finish()
