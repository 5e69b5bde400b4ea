"""The prerequisites as a graph (networkx): cycles, what waits on what, the order in which to close gaps.

Edges run from a prerequisite to the task that needs it. All walks are iterative: chains of any
depth work. networkx is imported where a graph is built, since it costs more than half of a start.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from checker.model import Task

if TYPE_CHECKING:
    import networkx as nx


def build(tasks: Iterable[Task]) -> nx.DiGraph[str]:
    """The graph of all tasks with the edges between known ones, in the order of the plan."""
    import networkx as nx

    tasks = tuple(tasks)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(task.id for task in tasks)
    graph.add_edges_from(
        (need.id, task.id) for task in tasks for need in task.requires if need.id in graph
    )
    return graph


def cycles(tasks: Sequence[Task]) -> list[list[str]]:
    """One cycle of every knot of tasks that wait on each other, as a path of ids in waiting order.

    A path [a, b] reads: b needs a, a needs b. Each starts at its smallest id; sorted.
    """
    if _acyclic(tasks):
        return []
    import networkx as nx

    graph = build(tasks)
    found = []
    for knot in nx.strongly_connected_components(graph):
        start = min(knot)
        if len(knot) > 1 or graph.has_edge(start, start):
            edges = nx.find_cycle(graph.subgraph(knot), start)
            found.append(_from_smallest([edge[0] for edge in edges]))
    return sorted(found)


def _acyclic(tasks: Sequence[Task]) -> bool:
    """Whether no task waits on itself; the standard library tells, so that a sound plan costs no import."""
    try:
        TopologicalSorter({task.id: [need.id for need in task.requires] for task in tasks}).prepare()
    except CycleError:
        return False
    return True


def _from_smallest(path: list[str]) -> list[str]:
    at = path.index(min(path))
    return path[at:] + path[:at]


def waiting(tasks: Iterable[Task], open_tasks: Collection[str]) -> dict[str, set[str]]:
    """The open tasks that wait, directly or through other open tasks, on each open root.

    A root is an open task none of whose prerequisites is open. Tasks that are not open stop the walk. Every check
    asks this, so that it goes without networkx.
    """
    needed_by: dict[str, list[str]] = {}
    roots = []
    for task in tasks:
        if task.id in open_tasks:
            needs = [need.id for need in task.requires if need.id in open_tasks]
            for need in needs:
                needed_by.setdefault(need, []).append(task.id)
            if not needs:
                roots.append(task.id)
    return {root: _reached(root, needed_by) for root in roots}


def _reached(root: str, needed_by: Mapping[str, Sequence[str]]) -> set[str]:
    """All that waits on `root`, itself left out."""
    found: set[str] = set()
    todo = [root]
    while todo:
        fresh = [task for task in needed_by.get(todo.pop(), ()) if task not in found]
        found.update(fresh)
        todo.extend(fresh)
    return found


def closing_order(graph: nx.DiGraph[str], open_tasks: Collection[str], rank: dict[str, int]) -> list[str]:
    """The open tasks in an order in which they can be closed: prerequisites first, then by `rank` (low first)."""
    import networkx as nx

    unmet = graph.subgraph(open_tasks)
    return list(nx.lexicographical_topological_sort(unmet, key=rank.__getitem__))
