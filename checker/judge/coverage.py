"""Cells -> coverage and gaps: how much of what is due is met, and which gap to close first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from checker import graph
from checker.judge.cells import OPEN_STATUSES
from checker.model import OBLIGATIONS, Cell, Gap, Level, Plan, Ratio, Status

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Coverage of what is due, in all and by scope, and all cells by status (zero counts left out)."""

    due: Ratio
    by_status: dict[Status, int]
    by_level: dict[Level, Ratio]
    by_clause: dict[int, Ratio]
    by_obligation: dict[str, Ratio]


def coverage_of(cells: Sequence[Cell]) -> Coverage:
    """Count cells; waived, not due and not applicable ones are told apart, never met."""
    statuses = Counter(cell.status for cell in cells)
    named = [cell for cell in cells if cell.task.obligation]
    obligations = _grouped(named, lambda cell: str(cell.task.obligation))
    return Coverage(
        due=ratio_of(cells),
        by_status={status: statuses[status] for status in Status if statuses[status]},
        by_level=_grouped(cells, lambda cell: cell.level),
        by_clause=dict(sorted(_grouped(cells, lambda cell: cell.task.clause).items())),
        by_obligation={name: obligations[name] for name in OBLIGATIONS if name in obligations},
    )


def ratio_of(cells: Iterable[Cell]) -> Ratio:
    """Met cells among those that count as due."""
    counted = [cell for cell in cells if cell.counted]
    return Ratio(sum(cell.status is Status.MET for cell in counted), len(counted))


def _grouped(cells: Iterable[Cell], key: Callable[[Cell], K]) -> dict[K, Ratio]:
    groups: dict[K, list[Cell]] = {}
    for cell in cells:
        groups.setdefault(key(cell), []).append(cell)
    return {name: ratio_of(group) for name, group in groups.items()}


def gaps_of(plan: Plan, cells: Sequence[Cell]) -> tuple[Gap, ...]:
    """The root gaps, the one on which most open tasks wait first; then by date, then in plan order.

    A task is open when one of its due cells is not met. A root waits on no other open task.
    """
    open_cells: dict[str, list[Cell]] = {}
    for cell in cells:
        if cell.counted and cell.status in OPEN_STATUSES:
            open_cells.setdefault(cell.task.id, []).append(cell)
    tasks = {task.id: task for task in plan.tasks}
    waiting = graph.waiting(plan.tasks, open_cells)
    place = {task: number for number, task in enumerate(tasks)}
    roots = sorted(waiting, key=lambda task: (-len(waiting[task]), tasks[task].due or date.max, place[task]))
    return tuple(
        Gap(
            task=tasks[root],
            holds_back=len(waiting[root]),
            waiting=tuple(sorted(waiting[root], key=place.__getitem__)),
            cells=tuple(open_cells[root]),
        )
        for root in roots
    )
