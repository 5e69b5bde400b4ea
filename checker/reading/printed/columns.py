"""Reading order: lines from the top down; where the page has two columns, the left one before the right one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from statistics import median

from checker.reading.printed.lines import Span

Line = list[Span]

_FEWEST = 6
"""Lines with text on both sides from which a page can have two columns."""
_FILLED = 0.55
"""Share of its column that an ordinary line fills; cells of a table are emptier."""
_CROSSING = 0.35
"""Share of lines that may cross the gap between columns: title and headings over both."""


def in_reading_order(pages: Sequence[Sequence[Line]], widths: Sequence[float]) -> list[list[list[Line]]]:
    """For each page its lines in groups that are read one after another: all in one, or bands of columns.

    A page that is too empty to show its columns has those of the other pages.
    """
    gutters = [_gutter(lines, width) for lines, width in zip(pages, widths, strict=True)]
    found = [gutter for gutter in gutters if gutter is not None]
    common = median(found) if len(found) * 2 >= len(pages) else None
    return [
        _bands(lines, gutter if gutter is not None or common is None else _fitting(lines, common))
        for lines, gutter in zip(pages, gutters, strict=True)
    ]


def _fitting(lines: Sequence[Line], gap: float) -> float | None:
    crossing = sum(any(span.x0 < gap < span.x1 for span in line) for line in lines)
    return gap if crossing <= _CROSSING * len(lines) else None


def _bands(lines: Sequence[Line], gap: float | None) -> list[list[Line]]:
    if gap is None:
        return [list(lines)]
    lines = [
        [part for span in line for part in (span.split(gap) if span.x0 < gap < span.x1 else [span])] for line in lines
    ]
    groups: list[list[Line]] = []
    for crosses, band in groupby(lines, key=lambda line: any(span.x0 < gap < span.x1 for span in line)):
        rows = list(band)
        if crosses:
            groups.append(rows)
            continue
        for left in (True, False):
            side = [[span for span in line if (span.x0 < gap) == left] for line in rows]
            groups.append([line for line in side if line])
    return [group for group in groups if group]


def _gutter(lines: Sequence[Line], width: float) -> float | None:
    """The middle of the white strip between two columns of running text, None where there is none."""
    spans = [span for line in lines for span in line]
    edges = sorted({round(span.x0) for span in spans if width * 0.3 < span.x0 < width * 0.7})
    for edge in edges:
        left_edge = max((span.x1 for span in spans if span.x0 < edge - 2 and span.x1 <= edge), default=0.0)
        middle = (left_edge + edge) / 2
        if edge - left_edge >= 6 and _splits(lines, middle):
            return middle
    return None


def _splits(lines: Sequence[Line], at: float) -> bool:
    both = crossing = 0
    left: list[float] = []
    right: list[float] = []
    for line in lines:
        if any(span.x0 < at < span.x1 for span in line):
            crossing += 1
            continue
        sides = [[span for span in line if span.x1 <= at], [span for span in line if span.x0 >= at]]
        both += all(sides)
        for side, widths in zip(sides, (left, right), strict=True):
            if side:
                widths.append(side[-1].x1 - side[0].x0)
    if both < _FEWEST or crossing > _CROSSING * len(lines):
        return False
    return all(sum(widths) >= _FILLED * max(widths) * len(widths) for widths in (left, right))
