"""Chinese text that wraps as print does: no closing mark at the start of a line, no number broken in two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

_NARROWEST = 16
_NO_START = "，。；：、！？）》〉”’】〕%,.;:!?)]}"
# Runs that stay whole: a word or number with what clings to it; else one character.
_UNIT = re.compile(r"[A-Za-z0-9.,:%/_\-+]+|\s|.", re.DOTALL)


class Prose:
    """A text that rich lays out in whatever width its column has; never read as markup."""

    def __init__(self, text: Text | str, style: str = "") -> None:
        self.text = text if isinstance(text, Text) else Text(text, style)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        widest = max((cell_len(line) for line in self.text.plain.split("\n")), default=0)
        return Measurement(min(widest, _NARROWEST), min(widest, options.max_width))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        cuts = list(breaks(self.text.plain, options.max_width))
        for line in self.text.divide(cuts):
            line.rstrip()
            yield Text("").append_text(line)


def breaks(text: str, width: int) -> Iterator[int]:
    """Offsets at which to break a text into lines of at most `width` columns."""
    used, last_start, last_size = 0, 0, 0
    for unit in _UNIT.finditer(text):
        start, size = unit.start(), cell_len(unit.group())
        if unit.group() == "\n":
            yield unit.end()
            used = last_size = 0
            continue
        if used and used + size > width:
            # A closing mark takes the character before it along to the next line.
            along = last_size if unit.group() in _NO_START and last_size < used else 0
            yield last_start if along else start
            used = along
        for cut in range(width, size, width):  # a run longer than a line has to be broken somewhere
            yield start + cut
        used += (size - 1) % width + 1 if size else 0
        last_start, last_size = start, size
