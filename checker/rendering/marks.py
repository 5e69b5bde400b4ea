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
    """How a status looks: a one-character sign, ink on ground on white paper, and the same on a dark screen.

    The contrast of ink on ground is at least 4.5 : 1 in both (WCAG AA).
    """

    sign: str
    ink: str
    ground: str
    dark_ink: str
    dark_ground: str


LOOKS: dict[Status, Look] = {
    Status.MET: Look("达", "#1a5c38", "#dff0e4", "#86d9aa", "#12301f"),
    Status.PARTIAL: Look("部", "#734700", "#fcedcd", "#f0c570", "#3a2a08"),
    Status.ONGOING: Look("进", "#0b4f8a", "#dcebf8", "#8cc3f4", "#0e2a45"),
    Status.PLANNED: Look("划", "#45498a", "#e6e7f6", "#b9bdf6", "#24264a"),
    Status.SHORTFALL: Look("短", "#9b1420", "#fbdfdf", "#ff9f9f", "#471418"),
    Status.UNPROVEN: Look("核", "#65297c", "#f1e2f6", "#dcaef0", "#34173f"),
    Status.MISSING: Look("无", "#454545", "#e6e6e4", "#cdcdc8", "#383835"),
    Status.NOT_DUE: Look("未", "#505a64", "#f1f4f6", "#aab5be", "#23282d"),
    Status.WAIVED: Look("免", "#505a64", "#f1f4f6", "#aab5be", "#23282d"),
    Status.NOT_APPLICABLE: Look("－", "#62686e", "#f8f8f8", "#9aa3aa", "#1e2225"),
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
