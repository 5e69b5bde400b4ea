"""The plan: tasks with what they need, and the policy of the gate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checker.codes import Confidence, Kind, Level, Status


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
