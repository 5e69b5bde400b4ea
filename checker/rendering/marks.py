"""Signs and colours of a status, and the one status that stands for a whole task.

A colour never speaks alone: every place that uses one also prints the word or the one-character sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.judge.cells import OPEN_STATUSES
from checker.model import Cell, Status


@dataclass(frozen=True, slots=True)
class Look:
    """How a status looks on paper: a one-character sign, dark ink, pale ground. Contrast is at least 4.5 : 1."""

    sign: str
    ink: str
    ground: str


LOOKS: dict[Status, Look] = {
    Status.MET: Look("达", "#1a5c38", "#dff0e4"),
    Status.PARTIAL: Look("部", "#734700", "#fcedcd"),
    Status.ONGOING: Look("进", "#0b4f8a", "#dcebf8"),
    Status.PLANNED: Look("划", "#45498a", "#e6e7f6"),
    Status.SHORTFALL: Look("短", "#9b1420", "#fbdfdf"),
    Status.UNPROVEN: Look("核", "#65297c", "#f1e2f6"),
    Status.MISSING: Look("无", "#454545", "#e6e6e4"),
    Status.NOT_DUE: Look("未", "#505a64", "#f1f4f6"),
    Status.WAIVED: Look("免", "#505a64", "#f1f4f6"),
    Status.NOT_APPLICABLE: Look("－", "#62686e", "#f8f8f8"),
}

URGENCY = (
    Status.SHORTFALL,
    Status.MISSING,
    Status.UNPROVEN,
    Status.PLANNED,
    Status.ONGOING,
    Status.PARTIAL,
    Status.MET,
    Status.NOT_DUE,
    Status.WAIVED,
    Status.NOT_APPLICABLE,
)
"""Statuses by what a supervisor has to look at first."""


def is_open(cell: Cell) -> bool:
    """Whether a cell is a gap: due, and something is left to do."""
    return cell.counted and cell.status in OPEN_STATUSES


def statuses_of_tasks(cells: Iterable[Cell]) -> Mapping[str, Status]:
    """The status that stands for each task: the most urgent of its due cells, else of those not yet due."""
    worst: dict[str, tuple[bool, int]] = {}
    for cell in cells:
        key = (not cell.counted, URGENCY.index(cell.status))
        task = cell.task.id
        worst[task] = min(worst.get(task, key), key)
    return {task: URGENCY[rank] for task, (_, rank) in worst.items()}
