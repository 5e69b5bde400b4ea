"""What an office keeps: evidence of a year, and waivers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checker.codes import Extent, Level, Stance
from checker.model.report import Because, Figure, Reach, TaskMatch


@dataclass(frozen=True, slots=True)
class Source:
    """The report that a file of evidence was drawn from."""

    name: str
    sha256: str
    title: str
    government: str
    level: Level
    year: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement kept as evidence of one year.

    `text` is the verbatim quote, or a summary in the keeper's own words; `file` and `row` say where
    the entry stands (a file of evidence, or the report itself with the line of the sentence). `because`
    are the rules that gave its labels, where they are known.
    """

    id: str
    source: Source
    text: str
    chapter: str
    ordinal: int
    line: int
    stance: Stance
    reaches: tuple[Reach, ...]
    extent: Extent
    tasks: tuple[TaskMatch, ...]
    clauses: tuple[int, ...]
    obligations: tuple[str, ...]
    figures: tuple[Figure, ...]
    file: str
    row: int
    because: tuple[Because, ...] = ()

    @property
    def where(self) -> str:
        """Its place in the report, for people: 一(六) 第31行."""
        return f"{self.chapter or '开头'} 第{self.line}行" if self.line else self.chapter

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels that it speaks of, those that no word names too: what counts for verdicts."""
        return tuple(reach.level for reach in self.reaches)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A cell that somebody with the authority has excused for a time."""

    task: str
    level: Level
    reason: str
    approver: str
    start: date
    until: date
    file: str
    row: int
