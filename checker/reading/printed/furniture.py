"""Running heads, page numbers and footers: what repeats at the edge of pages is no text of the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from checker.reading.printed.columns import Line

_NUMBER = re.compile(
    r"[—–\-_·•\s]{0,6}\d{1,4}[—–\-_·•\s]{0,6}|第?\d{1,4}页?[/／]?[（(]?共?\d{1,4}页?[)）]?|第\d{1,4}页(?:[，,]?共\d{1,4}页)?"
    r"|[—–-]\s?[ivxIVX]{1,5}\s?[—–-]|[Pp]age\d{1,4}(?:of\d{1,4})?"
)
_DIGITS = re.compile(r"\d+")
_EDGE = 3
"""Lines at the head and at the foot of a page that may repeat."""
_LONGEST = 80


def without_furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """Drop the lines at the edges that are page numbers or come again on other pages."""
    counts: Counter[tuple[bool, str]] = Counter()
    for lines in pages:
        counts.update({key for key, _ in _edges(lines)})
    least = max(2, (len(pages) + 2) // 3)
    kept = []
    for lines, height in zip(pages, heights, strict=True):
        gone = {index for key, index in _edges(lines) if counts[key] >= least and _far_out(lines[index], height)}
        gone |= _numbers(lines, gone, height)
        kept.append([line for index, line in enumerate(lines) if index not in gone])
    return kept


def line_text(line: Line) -> str:
    """The text of a line without white space."""
    return "".join("".join(span.text for span in line).split())


def _edges(lines: Sequence[Line]) -> list[tuple[tuple[bool, str], int]]:
    """The lines at the edges: (at the head, text with numbers masked), index."""
    found = []
    for index, line in enumerate(lines):
        head = index < _EDGE
        if head or index >= len(lines) - _EDGE:
            text = line_text(line)
            if len(text) <= _LONGEST:
                found.append(((head, _DIGITS.sub("#", text)), index))
    return found


def _far_out(line: Line, height: float) -> bool:
    """In the strip at the top or bottom of the page where nothing else is printed."""
    return line[0].y > height * 0.88 or line[0].y < height * 0.12


def _numbers(lines: Sequence[Line], gone: set[int], height: float) -> set[int]:
    """Page numbers: alone on the first or last line that is left, in the margin."""
    left = [index for index in range(len(lines)) if index not in gone]
    edge = {left[0], left[-1]} if left else set()
    return {i for i in edge if _far_out(lines[i], height) and _NUMBER.fullmatch(line_text(lines[i]))}
