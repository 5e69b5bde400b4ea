"""What the reports of many places and years say together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.model import Level, Status, Verdict


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a report, with what it takes to find it again."""

    government: str
    year: int
    report: str
    sha256: str
    line: int
    chapter: str
    quote: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many places have which verdict on an obligation at a level in a year."""

    obligation: str
    level: Level
    year: int
    verdicts: Mapping[Verdict, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """One place in one year: its verdict on every obligation at every level that was judged."""

    government: str
    level: Level
    year: int
    verdicts: Mapping[tuple[str, Level], Verdict]
    met: int
    counted: int
    findings: int


@dataclass(frozen=True, slots=True)
class Admission:
    """A gap that a place admits, for an obligation (or None) and the levels that it names."""

    told: Told
    obligations: tuple[str, ...]
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class CommonGap:
    """A cell of the plan that is open in nearly all places where it is due, in one year."""

    task: str
    title: str
    level: str
    year: int
    open: int
    counted: int
    admitted: int


@dataclass(frozen=True, slots=True)
class Fall:
    """A place that told of less than in an earlier year; `after` is the sentence that now says so, if any."""

    government: str
    what: str
    level: str
    year_before: int
    year_after: int
    before: Status | Verdict
    after: Status | Verdict
    told: Told | None


@dataclass(frozen=True, slots=True)
class Outlier:
    """A figure far from those of other places of its level in its year.

    `score` is the modified z-score (Iglewicz and Hoaglin 1993), of logarithms where the figure is no percentage.
    """

    told: Told
    task: str
    counts: str
    unit: str
    value: float
    median: float
    places: int
    score: float


@dataclass(frozen=True, slots=True)
class RollUp:
    """All of it, each list in one order. `left_out` are reports that another of the same place and year replaces."""

    reports: int
    left_out: tuple[str, ...]
    standings: tuple[Standing, ...]
    counts: tuple[Count, ...]
    admissions: tuple[Admission, ...]
    common_gaps: tuple[CommonGap, ...]
    falls: tuple[Fall, ...]
    outliers: tuple[Outlier, ...]
    severities: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a report."""

    government: str
    year: int
    sha256: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Copies:
    """A paragraph that several reports share almost word for word, the oldest first."""

    passages: tuple[Passage, ...]

    @property
    def places(self) -> int:
        """How many governments print it."""
        return len({passage.government for passage in self.passages})
