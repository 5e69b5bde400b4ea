"""Glyphs -> lines: what stands on one base line, left to right, cut where a wide gap is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from checker.reading.printed.glyphs import Glyph

_SAME_LINE = 0.45
"""Share of the size by which base lines of one line may differ (raised and lowered signs)."""
_GAP = 0.9
"""Squares (widths of a Chinese character) of white from which a line is cut: columns, cells of a table."""
_FAR = 100_000.0
"""Points beyond which nothing is printed: the largest sheet of paper is smaller."""
_OVERLAY = 0.2
"""Squares within which the same sign printed again is a bold one, not a second one."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line without a wide gap: from x0 to x1 on base line y; size is that of most signs.

    `chinks` are the places of less white inside it: index in the text, where the white begins and ends.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    chinks: tuple[tuple[int, float, float], ...] = ()

    def split(self, at: float) -> list[Span]:
        """Cut the span at the white that is nearest to `at`, if there is one within a square of it."""
        near = [chink for chink in self.chinks if chink[1] - self.size <= at <= chink[2] + self.size]
        if not near:
            return [self]
        index, left, right = min(near, key=lambda chink: abs(chink[1] + chink[2] - 2 * at))
        first = replace(self, text=self.text[:index].rstrip(), x1=left, chinks=())
        return [first, replace(self, text=self.text[index:].lstrip(), x0=right, chinks=())]


def spans_of(glyphs: Sequence[Glyph]) -> list[list[Span]]:
    """The lines of a page from the top down, each as its spans from left to right."""
    visible = [
        glyph for glyph in glyphs if glyph.text and 0.5 < glyph.size < _FAR and abs(glyph.x) + abs(glyph.y) < _FAR
    ]
    return [spans for line in _by_base_line(visible) if (spans := _cut(line))]


def _by_base_line(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Group glyphs whose base lines agree; large signs lead, so that raised ones join them."""
    ordered = sorted(glyphs, key=lambda glyph: -glyph.y)
    lines: list[list[Glyph]] = []
    for glyph in ordered:
        if lines:
            anchor = lines[-1][0]
            if anchor.y - glyph.y <= _SAME_LINE * min(max(anchor.size, glyph.size), 60):
                lines[-1].append(glyph)
                continue
        lines.append([glyph])
    return lines


def _cut(line: list[Glyph]) -> list[Span]:
    """One line as spans. White space that was printed counts as white."""
    line = sorted(line, key=lambda glyph: glyph.x)
    spans: list[Span] = []
    piece: list[Glyph] = []
    pending = False
    for glyph in line:
        if not glyph.text.strip():
            pending = bool(piece)
            continue
        if piece:
            last = piece[-1]
            white = glyph.x - (last.x + last.width)
            if glyph.text == last.text and abs(glyph.x - last.x) < _OVERLAY * glyph.size:
                continue
            if white > _GAP * max(glyph.size, last.size):
                spans.append(_span(piece))
                piece = []
            elif pending or white > 0.15 * glyph.size:
                piece.append(Glyph(" ", last.x + last.width, last.y, last.size, 0.0))
        pending = False
        piece.append(glyph)
    return [*spans, _span(piece)] if piece else spans


def _span(piece: list[Glyph]) -> Span:
    last = piece[-1]
    size = median(glyph.size for glyph in piece)
    base = median(glyph.y for glyph in piece)
    chinks: list[tuple[int, float, float]] = []
    length = 0
    for index, glyph in enumerate(piece):
        if glyph.text == " " and index + 1 < len(piece):
            chinks.append((length, glyph.x, piece[index + 1].x))
        length += len(glyph.text)
    return Span("".join(glyph.text for glyph in piece), piece[0].x, last.x + last.width, base, size, tuple(chinks))
