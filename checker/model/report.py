"""A report: its statements with their labels and figures."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.codes import Extent, Level, Part, Stance


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that a statement states.

    `value` is multiplied out (3.6万 -> 36000), percentages stay as printed (99.4 with unit "%").
    `bound` is "least" (以上), "most" (以内, 不足) or None. `role` is one of count, part, whole,
    rate, change, previous, cumulative, target, other. `start` and `end` are offsets in the quote.
    """

    value: float
    unit: str
    approx: bool
    text: str
    start: int
    end: int
    minor: bool = False
    bound: str | None = None
    role: str = "count"
    counts: str = ""


@dataclass(frozen=True, slots=True)
class Because:
    """Which rule or weight gave a label: `label` names it, `rule` is a stable code, `detail` the words."""

    label: str
    rule: str
    detail: str


@dataclass(frozen=True, slots=True)
class Reach:
    """A level that a statement speaks of, and how much of it was covered.

    It is `named` unless no word says so: 28个部门、10个乡镇 are the own departments beside the townships.
    """

    level: Level
    extent: Extent
    named: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class TaskMatch:
    """A task that a statement speaks of; `score` is between 0 and 1.

    `less` are the levels of which the statement says less of this task than of the level as a whole, because the
    part that speaks of the task has a limit or says nothing of extent (执法公示全覆盖，执法记录仪配备率96%).
    """

    id: str
    score: float
    less: tuple[Reach, ...] = ()

    def extent_at(self, level: Level, extent: Extent) -> Extent:
        """How much the statement says of this task at a level of which it says `extent`."""
        for reach in self.less:
            if reach.level is level:
                return reach.extent
        return extent


@dataclass(frozen=True, slots=True)
class Statement:
    """What a report says in one breath, with its labels.

    `levels` are the levels that it names (none: the reporting government's own level, whose
    extent is `extent`). `review` lists what the checker is unsure of; such labels enter no verdict.
    """

    id: str
    quote: str
    chapter: str
    ordinal: int
    line: int
    page: int | None
    part: Part
    stance: Stance
    reaches: tuple[Reach, ...]
    extent: Extent
    tasks: tuple[TaskMatch, ...]
    clauses: tuple[int, ...]
    obligations: tuple[str, ...]
    figures: tuple[Figure, ...]
    because: tuple[Because, ...]
    review: tuple[str, ...] = ()
    scanned: bool = False

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels that it names."""
        return tuple(reach.level for reach in self.reaches if reach.named)


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its labelled statements."""

    name: str
    sha256: str
    title: str
    government: str
    level: Level
    year: int
    statements: tuple[Statement, ...]
