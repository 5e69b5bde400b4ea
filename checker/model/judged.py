"""What comes of a judgement: cells, ratios, gaps."""

from __future__ import annotations

from dataclasses import dataclass

from checker.codes import Level, Status
from checker.model.plan import Task


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
