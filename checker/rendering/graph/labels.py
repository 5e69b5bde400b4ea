"""Labels of boxes: how wide a text is, and where it is broken."""

from __future__ import annotations

import unicodedata

from checker.rendering.text import printable

FONT_SIZE = 13
LINE_HEIGHT = 17
MAX_LINES = 3
_NARROW = 0.62
"""Width of a letter or digit against a Chinese character; on the safe side for common fonts."""


def text_width(text: str) -> float:
    """Pixels that a text takes at the size of a label (an estimate from above)."""
    return sum(FONT_SIZE * (1 if unicodedata.east_asian_width(char) in "WFA" else _NARROW) for char in text)


def wrapped(text: str, width: float) -> tuple[str, ...]:
    """The text in at most three lines that fit `width` pixels; … where it goes on. Never empty."""
    lines: list[str] = []
    line, used = "", 0.0
    for char in " ".join(printable(text).split()):
        size = text_width(char)
        if used + size > width:
            if len(lines) == MAX_LINES - 1:
                line = line[:-1] + "…"
                break
            lines.append(line)
            line, used = "", 0.0
        line, used = line + char, used + size
    return (*lines, line)
