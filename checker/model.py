"""The nouns of the field. Every value is frozen, built once and passed on.

Flow: Document -> Statement -> Entry -> Assessment. Stages know these nouns, not each other.
The codes (levels, stances, statuses) stand in checker/codes.py and are handed on from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checker.codes import (
    LEVEL_RANK,
    OBLIGATIONS,
    Confidence,
    Extent,
    Kind,
    Level,
    Part,
    Severity,
    Stance,
    Status,
    Verdict,
)

__all__ = [
    "LEVEL_RANK",
    "OBLIGATIONS",
    "Because",
    "Cell",
    "Confidence",
    "Document",
    "Entry",
    "Extent",
    "Figure",
    "Gap",
    "GatePolicy",
    "Kind",
    "Level",
    "Minimum",
    "Paragraph",
    "Part",
    "Plan",
    "Ratio",
    "Reach",
    "Report",
    "Requirement",
    "Sentence",
    "Severity",
    "Source",
    "Stance",
    "Statement",
    "Status",
    "Task",
    "TaskMatch",
    "Verdict",
    "Waiver",
]

# ---------------------------------------------------------------- the plan


@dataclass(frozen=True, slots=True)
class Requirement:
    """A task that has to come first, and why."""

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Task:
    """One obligation of the plan."""

    id: str
    no: str
    title: str
    clause: int
    kind: Kind
    levels: tuple[Level, ...]
    criterion: str
    lead: tuple[str, ...]
    requires: tuple[Requirement, ...]
    terms: tuple[str, ...]
    units: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()
    proofs: tuple[str, ...] = ()
    obligation: str | None = None
    due: date | None = None
    due_type: str = ""
    due_text: str = ""
    due_source: str = ""
    due_confidence: Confidence | None = None
    from_year: int | None = None
    criterion_before: str | None = None


@dataclass(frozen=True, slots=True)
class Minimum:
    """A minimum coverage (0 to 1) of the due cells in a scope; None leaves a side open."""

    ratio: float
    obligation: str | None = None
    level: Level | None = None
    clause: int | None = None
    lead: str | None = None


@dataclass(frozen=True, slots=True)
class GatePolicy:
    """What makes the gate fail.

    `only_confirmed`: results count only when a person has confirmed them. `require_answered_errors`: an error of
    the audit shuts the gate until a person has answered it. `require_settled_suspects`: so does an entry that a
    newer draft dropped or reworded.
    """

    fail: tuple[Status, ...]
    audit_errors: bool
    minimums: tuple[Minimum, ...]
    only_confirmed: bool = False
    require_answered_errors: bool = False
    require_settled_suspects: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The task list with its head and the policy of its gate."""

    title: str
    government: str
    level: Level
    assess_levels: tuple[Level, ...]
    period: tuple[int, int]
    source: str
    clauses: dict[int, str]
    sources: dict[str, str]
    tasks: tuple[Task, ...]
    gate: GatePolicy
    sha256: str


# ---------------------------------------------------------------- a report


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A logical paragraph: wrapped lines and page breaks already joined.

    `lines` maps offsets of `text` to line numbers of the file: pairs (offset, line), rising,
    the first at offset 0; formats without lines count paragraphs. `heading` is 0 for body text,
    else the depth of the heading where the format says so (text alone need not).
    """

    text: str
    lines: tuple[tuple[int, int], ...]
    page: int | None = None
    heading: int = 0
    kind: str = "text"  # text | table | footnote

    def line_at(self, offset: int) -> int:
        """The line of the file in which the character at `offset` stands."""
        line = self.lines[0][1]
        for start, number in self.lines:
            if start > offset:
                break
            line = number
        return line


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file, whole and in order."""

    name: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    scanned: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement before it is labelled: verbatim text with its place and surroundings.

    `quote` has line wraps and layout white space removed and a run-in heading joined in front;
    `head` is that run-in heading ("" where there is none). `headings` are the titles it stands
    under, outermost first. `chapter` is the short form of their numbers, such as 一(六).
    """

    quote: str
    head: str
    chapter: str
    headings: tuple[str, ...]
    part: Part
    ordinal: int
    line: int
    page: int | None
    opens_paragraph: bool
    continues: bool = False  # the tail of a sentence that was split between its gaps


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
    """A level that a statement names, and how much of it was covered."""

    level: Level
    extent: Extent


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
        return tuple(reach.level for reach in self.reaches)


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


# ---------------------------------------------------------------- evidence


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
        """The levels that it names."""
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


# ---------------------------------------------------------------- the assessment


@dataclass(frozen=True, slots=True)
class Cell:
    """One task at one level, the unit of coverage: its status and why.

    `evidence` are ids of entries, the deciding ones first. `blocked_by` are the prerequisites without
    evidence. `due` is the date of the task; `counted` says whether the cell is due at the as-of date and
    applies (not waived, not beyond the plan), so that it counts in coverage.
    """

    task: Task
    level: Level
    status: Status
    reason: str
    evidence: tuple[str, ...]
    blocked_by: tuple[str, ...]
    counted: bool


@dataclass(frozen=True, slots=True)
class Ratio:
    """Coverage of what is due: `met` of `applicable` cells; no ratio over nothing."""

    met: int
    applicable: int

    @property
    def ratio(self) -> float | None:
        """met / applicable, or None when nothing applies."""
        return self.met / self.applicable if self.applicable else None


@dataclass(frozen=True, slots=True)
class Gap:
    """An open task that waits on no other open task.

    `holds_back` is the number of open tasks that wait for it; `order` its place in the order of closing.
    """

    task: Task
    holds_back: int
    waiting: tuple[str, ...]
    cells: tuple[Cell, ...]
