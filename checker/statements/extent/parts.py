"""The parts of a sentence between commas, and what each can say about extent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.model import Figure
from checker.patterns import Pattern

_PART = Pattern(r"[^，,；;。！？!?：:]+")


class Part(NamedTuple):
    """A part of a sentence between commas; each cue holds the words that say so, "" where none do.

    `all` and `some` are facts about extent; `counted` is a number of bodies without their total, or of fewer than
    were due; `done` says of a part with figures that something was finished or put in force; `won` is a title
    received, `bearer` who is named to have received it (命名甲县为); `settled` says that what a single body has to do
    is in place (复议局挂牌, the own 裁量基准 published).
    `near`: a title not yet received or only seen (入围, 观看命名大会).
    `topical`: it speaks of one of the named obligations; `foreign`: of something beside them, or of the cases just
    counted; not `heard`: left out, because the sentence has parts that are to the point.
    """

    start: int
    end: int
    all: str = ""
    some: str = ""
    counted: str = ""
    done: bool = False
    won: str = ""
    bearer: str = ""
    settled: str = ""
    near: str = ""
    topical: bool = False
    foreign: bool = False
    heard: bool = True

    @property
    def speaks(self) -> bool:
        """Whether any cue stands in it."""
        return bool(self.all or self.some or self.counted or self.won or self.settled or self.near)

    @property
    def tells(self) -> bool:
        """Whether it bears on extent: a cue, or a result to hold figures against."""
        return self.done or self.speaks


def with_figures(text: str, figures: Sequence[Figure]) -> Iterator[tuple[int, int, Sequence[Figure]]]:
    """The parts by their offsets, each with the figures that stand in it; figures come in order."""
    if not figures:
        yield from ((*part.span(), ()) for part in _PART.finditer(text))
        return
    ahead = iter(figures)
    figure = next(ahead, None)
    for part in _PART.finditer(text):
        start, end = part.span()
        inside = []
        while figure is not None and figure.start < end:
            if figure.start >= start:
                inside.append(figure)
            figure = next(ahead, None)
        yield start, end, inside
