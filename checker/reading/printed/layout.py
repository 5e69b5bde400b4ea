"""Lines of a page -> blocks: rows of tables, indents, full lines, larger type, footnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from checker.reading.blocks import UNKNOWN_DEPTH, Block
from checker.reading.headings import enumerator, looks_like_heading
from checker.reading.joining import ends_sentence
from checker.reading.printed.columns import Line
from checker.reading.printed.tables import add_row, table_rows

_NOTE = re.compile(r"\s*(?:[①-⑳]|\[\d{1,3}\]|［\d{1,3}］|\d{1,2}(?![\d.．、年月日%]))")
_INDENT = 1.2
"""Squares by which the first line of a paragraph is set in."""
_SHORT = 1.6
"""Squares that a full line may fall short of the right edge where lines are justified."""
_RAGGED = 0.75
"""Share of the width that a full line fills at least where they are not."""
_APART = 1.6
"""Times the usual distance of lines from which a gap sets paragraphs apart."""
_LARGER = 1.12
_SMALLER = 0.92
_FEW = 5
"""Lines from which a page or column shows its own width."""
_LONGEST_TITLE = 70


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that are read one after another: a page, or a band of a column."""

    page: int
    lines: list[Line]


def body_size(groups: Sequence[Group]) -> float:
    """The size of most of the text."""
    sizes = [span.size for group in groups for line in group.lines for span in line for _ in span.text[::4]]
    return median(sizes) if sizes else 12.0


def blocks_of(groups: Sequence[Group]) -> list[Block]:
    """The blocks of a document; lines are numbered through, footnotes come last."""
    size = body_size(groups)
    width = _usual_width(groups)
    short = _shortfall(groups, width, size)
    blocks: list[Block] = []
    notes: list[Block] = []
    number = 1
    for group in groups:
        end = _footnote_start(group.lines, size)
        blocks += _group_blocks(replace(group, lines=group.lines[:end]), size, width, short, number)
        notes += _notes(group.lines[end:], group.page, number + end)
        number += len(group.lines)
    return _merged_titles(blocks) + notes


def _group_blocks(group: Group, size: float, width: float, short: float, first: int) -> list[Block]:
    rows = table_rows(group.lines)
    running = [line for line, row in zip(group.lines, rows, strict=True) if not row]
    left, right = _edges(running, width)
    pitch = _pitch(running)
    blocks: list[Block] = []
    for index, (line, row) in enumerate(zip(group.lines, rows, strict=True)):
        above = group.lines[index - 1] if index and rows[index - 1] == row else None
        if row:
            add_row(blocks, line, above, group.page, first + index)
        else:
            gap = above is not None and above[0].y - line[0].y > _APART * pitch
            full = right - line[-1].x1 <= short
            blocks.append(_text_block(line, left, size, Block("", first + index, group.page, gap=gap, full=full)))
    return blocks


def _text_block(line: Line, left: float, size: float, place: Block) -> Block:
    square = line[0].size
    text = "　".join(span.text for span in line)
    large = square >= _LARGER * size and looks_like_heading(text.rstrip("，、"))
    indent = "　　" if line[0].x0 - left >= _INDENT * square else ""
    return replace(place, text=indent + text, heading=UNKNOWN_DEPTH if large else 0)


def _shortfall(groups: Sequence[Group], width: float, size: float) -> float:
    """Points that a full line may fall short of the right edge: little where nearly all wrapped lines reach it."""
    short = []
    for group in groups:
        left, right = _edges(group.lines, width)
        for line in group.lines:
            missing = right - line[-1].x1
            if not ends_sentence(line[-1].text) and missing <= (1 - _RAGGED) * (right - left):
                short.append(missing)
    short.sort()
    usual = short[len(short) * 9 // 10] if short else 0.0
    return max(_SHORT * size, usual + 0.5 * size)


def _usual_width(groups: Sequence[Group]) -> float:
    """The width of a column of text, from the groups that have enough lines."""
    widths = []
    for group in groups:
        if len(group.lines) >= _FEW:
            left, right = _edges(group.lines, 0.0)
            widths.append(right - left)
    return median(widths) if widths else 0.0


def _edges(lines: Sequence[Line], width: float) -> tuple[float, float]:
    """Left and right edge: the smallest start that several lines share, an end that few lines pass."""
    starts = sorted(line[0].x0 for line in lines)
    left = starts[0] if starts else 0.0
    for index, start in enumerate(starts):
        shared = sum(other <= start + 3 for other in starts[index : index + 40])
        if shared * 8 >= len(starts) or shared >= 8:
            left = start
            break
    ends = sorted(line[-1].x1 for line in lines)
    right = ends[len(ends) * 9 // 10] if ends else 0.0
    return left, max(right, left + width)


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance of base lines."""
    steps = [above[0].y - below[0].y for above, below in pairwise(lines)]
    return median([step for step in steps if step > 1] or [20.0])


def _footnote_start(lines: Sequence[Line], size: float) -> int:
    """Index of the first footnote: from there to the foot all is in small type and it begins with a number."""
    start = len(lines)
    while start > 1 and max(span.size for span in lines[start - 1]) <= _SMALLER * size:
        start -= 1
    while start < len(lines) and not _NOTE.match(lines[start][0].text):
        start += 1
    return start


def _notes(lines: Sequence[Line], page: int, first: int) -> list[Block]:
    notes: list[Block] = []
    for index, line in enumerate(lines):
        text = " ".join(span.text for span in line)
        if notes and not _NOTE.match(text):
            notes[-1] = replace(notes[-1], text=f"{notes[-1].text}\n{text}")
        else:
            notes.append(Block(text, first + index, page, kind="footnote"))
    return notes


def _one_title(last: Block, block: Block) -> bool:
    if not (last.heading and block.heading) or block.gap or last.page != block.page or enumerator(block.text):
        return False
    wrapped = last.full or not enumerator(last.text)
    return wrapped is not False and len(last.text + block.text) <= _LONGEST_TITLE


def _merged_titles(blocks: list[Block]) -> list[Block]:
    """Put the lines of one title in large type together."""
    merged: list[Block] = []
    for block in blocks:
        last = merged[-1] if merged else None
        if last is not None and _one_title(last, block):
            merged[-1] = replace(last, text=f"{last.text}\n{block.text.strip()}", full=block.full)
        else:
            merged.append(block)
    return merged
