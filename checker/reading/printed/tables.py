"""Rows of tables on a printed page: lines that wide gaps cut, as their neighbours, at the same places."""

from __future__ import annotations

from collections.abc import Sequence

from checker.reading.blocks import CELL, Block
from checker.reading.printed.columns import Line
from checker.reading.printed.lines import Span

_CELLS = 3
"""Pieces from which a line is a row of a table whatever stands around it."""


def table_rows(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it is a row of a table, or the rest of the wrapped cells of one."""
    flags = [False] * len(lines)
    for index, line in enumerate(lines):
        if len(line) >= 2:
            near = [lines[at] for at in (index - 1, index + 1) if 0 <= at < len(lines)]
            flags[index] = len(line) >= _CELLS or any(_aligned(line, other) for other in near)
    for index in range(1, len(lines)):
        flags[index] = flags[index] or (flags[index - 1] and _wrapped_cells(lines[index], lines[index - 1]))
    return flags


def add_row(blocks: list[Block], line: Line, above: Line | None, page: int, number: int) -> None:
    """Add a row to the blocks; the rest of wrapped cells goes to the row above."""
    if above is not None and blocks and blocks[-1].kind == "table" and _wrapped_cells(line, above):
        cells = blocks[-1].text.split(CELL)
        for span in line:
            at = next((i for i, cell in enumerate(above) if _same_place(span, cell)), len(cells) - 1)
            cells[min(at, len(cells) - 1)] += span.text
        blocks[-1] = Block(CELL.join(cells), blocks[-1].line, page, kind="table")
        return
    blocks.append(Block(CELL.join(span.text for span in line), number, page, kind="table"))


def _aligned(line: Line, other: Line) -> bool:
    """Two cells or more begin, end or are centred at the same places."""
    return sum(any(_same_place(span, place) for place in other) for span in line) >= 2


def _same_place(span: Span, other: Span) -> bool:
    middle = abs(span.x0 + span.x1 - other.x0 - other.x1) / 2
    return min(abs(span.x0 - other.x0), abs(span.x1 - other.x1), middle) <= 0.4 * span.size


def _wrapped_cells(line: Line, row: Line) -> bool:
    """Fewer pieces than the row above, close below it, none under its first cell."""
    if len(row) < 2 or len(line) >= len(row) or row[0].y - line[0].y > 2 * row[0].size:
        return False
    return line[0].x0 > row[0].x1 and all(any(_same_place(span, cell) for cell in row) for span in line)
