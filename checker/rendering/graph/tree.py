"""The root gaps as trees for a terminal: what waits for what, each task written out once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker import graph
from checker.judge.assessment import Assessment
from checker.model import Gap
from checker.rendering.marks import is_open, statuses_of_tasks
from checker.rendering.text import printable

if TYPE_CHECKING:
    import networkx as nx

_BRANCHES = ("├─ ", "└─ ", "│  ", "   ")
_ASCII_BRANCHES = ("|- ", "`- ", "|  ", "   ")


@dataclass(frozen=True, slots=True)
class _Stop:
    """A task on the way through a tree, with what is drawn before it and before its children."""

    task: str
    before: str
    below: str


def trees(assessment: Assessment, gaps: Sequence[Gap], plain: bool) -> Iterator[str]:
    """The lines of the trees of the given root gaps; `plain` keeps to ASCII branches.

    A task that waits for several others is written out where it is met first, and only named afterwards.
    """
    branches = _ASCII_BRANCHES if plain else _BRANCHES
    tasks = {task.id: task for task in assessment.plan.tasks}
    status = statuses_of_tasks(assessment.cells)
    still_open = {cell.task.id for cell in assessment.cells if is_open(cell)} | {gap.task.id for gap in gaps}
    links = graph.build(assessment.plan.tasks)
    told: set[str] = set()
    for number, gap in enumerate(gaps, 1):
        waits = f"，{gap.holds_back} 项在等它" if gap.holds_back else ""
        yield f"{number}. {_named(gap.task.no, gap.task.title)}（{status[gap.task.id].zh}{waits}）"
        stack = _children(links, gap.task.id, still_open, "", branches)
        told.add(gap.task.id)
        while stack:
            stop = stack.pop()
            task = tasks[stop.task]
            again = stop.task in told
            more = "，见上" if again and _waiting(links, stop.task, still_open) else ""
            yield f"{stop.before}{_named(task.no, task.title)}（{status[task.id].zh}{more}）"
            if not again:
                told.add(stop.task)
                stack.extend(_children(links, stop.task, still_open, stop.below, branches))


def _named(number: str, title: str) -> str:
    return " ".join(printable(f"{number} {title}").split())


def _waiting(links: nx.DiGraph[str], task: str, still_open: set[str]) -> list[str]:
    return [name for name in links.successors(task) if name in still_open]


def _children(
    links: nx.DiGraph[str], task: str, still_open: set[str], before: str, branches: tuple[str, str, str, str]
) -> list[_Stop]:
    """The open tasks that wait for a task, last first, as a stack wants them."""
    more, last, bar, blank = branches
    waiting = _waiting(links, task, still_open)
    stops = []
    for place, name in enumerate(waiting, 1):
        end = place == len(waiting)
        stops.append(_Stop(name, before + (last if end else more), before + (blank if end else bar)))
    return stops[::-1]
