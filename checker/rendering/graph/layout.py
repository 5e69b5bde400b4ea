"""A layered drawing of the prerequisites, as geometry: boxes and lines in pixels, no overlap.

Layers come from topological generations, crossings are reduced by barycentre sweeps (Sugiyama, Tagawa and
Toda 1981) with neighbours exchanged where that helps; heights by isotonic regression, which keeps the order
and the distances and otherwise brings every box as near to its neighbours as can be. Connected parts are drawn
one below the other; tasks without prerequisites that nothing waits for stand in a grid below. All walks are
iterative, every order is that of the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker import graph
from checker.model import Task
from checker.rendering.graph.heights import PADDING, ROW_GAP, middles_of
from checker.rendering.graph.labels import LINE_HEIGHT, wrapped
from checker.rendering.graph.order import Lane, Ordering, order_layers

if TYPE_CHECKING:
    import networkx as nx

BOX_WIDTH = 212
"""Pixels: a sign, 13 characters of 13 px and the padding."""

COLUMN_GAP = 76
PART_GAP = 26

MARGIN = 10
SIGN_WIDTH = 30
MIN_COLUMNS = 5
GRID_TITLE = 34


@dataclass(frozen=True, slots=True)
class Box:
    """A task: the corner at the top left, the size, the lines of its label, its layer (None: in the grid)."""

    task: Task
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    layer: int | None

    @property
    def middle(self) -> float:
        """Height of its middle, where lines arrive and leave."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A prerequisite: from the right side of a box to the left side of another.

    `stops` are horizontal pieces (left, right, y), from the end of the source to the start of the target; the
    curves between two of them lie in the free lane between layers.
    """

    source: str
    target: str
    stops: tuple[tuple[float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole drawing; `crossings` is how often two lines cross, `grid_top` where the grid starts (or None)."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: float
    height: float
    layers: int
    crossings: int
    grid_top: float | None


def layout(tasks: Sequence[Task]) -> Drawing:
    """Draw the prerequisites of all tasks. Raises networkx.NetworkXUnfeasible where tasks wait on each other."""
    import networkx as nx

    whole = graph.build(tasks)
    known = {task.id: task for task in tasks}
    place = {name: number for number, name in enumerate(known)}
    parts = [sorted(part, key=place.__getitem__) for part in nx.weakly_connected_components(whole)]
    parts.sort(key=lambda part: (-len(part), place[part[0]]))
    drawn = [part for part in parts if len(part) > 1]
    alone = sorted((part[0] for part in parts if len(part) == 1), key=place.__getitem__)
    graphs = [_in_plan_order(whole, part) for part in drawn]
    orderings = [order_layers(part) for part in graphs]
    sheet = _Sheet(known, max((len(ordering.layers) for ordering in orderings), default=0))
    for part, ordering in zip(graphs, orderings, strict=True):
        sheet.add(ordering, part.edges)
    return sheet.finish(alone)


def _in_plan_order(whole: nx.DiGraph[str], part: Sequence[str]) -> nx.DiGraph[str]:
    """A part of the graph, its nodes and edges in the order of the plan whatever networkx keeps."""
    import networkx as nx

    ordered: nx.DiGraph[str] = nx.DiGraph()
    ordered.add_nodes_from(part)
    ordered.add_edges_from((before, after) for after in part for before in whole.predecessors(after))
    return ordered


class _Sheet:
    """Collects the drawn parts: beside each other while the columns suffice, then on the next shelf below."""

    def __init__(self, known: dict[str, Task], columns: int) -> None:
        self._known = known
        self._columns = columns
        self._labels = {name: wrapped(task.title, BOX_WIDTH - SIGN_WIDTH - PADDING) for name, task in known.items()}
        self._boxes: dict[str, Box] = {}
        self._lines: list[Line] = []
        self._shelf_top: float = MARGIN
        self._shelf_bottom: float = MARGIN
        self._column = 0
        self._crossings = 0

    def add(self, ordering: Ordering, edges: Iterable[tuple[str, str]]) -> None:
        """Draw one connected part on the shelf, or on a new one where the shelf is full."""
        if self._column + len(ordering.layers) > self._columns:
            self._next_shelf()
        first, self._column = self._column, self._column + len(ordering.layers)
        heights = middles_of(ordering, self._height)
        shift = self._shelf_top - min(y - self._height(lane) / 2 for lane, y in heights.items())
        middles = {lane: y + shift for lane, y in heights.items()}
        for lane, middle in middles.items():
            if lane.name is not None:
                self._put(lane.name, _left(first + lane.layer), middle - self._height(lane) / 2, lane.layer)
        self._lines.extend(self._line(edge, ordering, middles, first) for edge in edges)
        bottom = max(middle + self._height(lane) / 2 for lane, middle in middles.items())
        self._shelf_bottom = max(self._shelf_bottom, bottom)
        self._crossings += ordering.crossings

    def finish(self, alone: Sequence[str]) -> Drawing:
        """The drawing with the grid of tasks that stand alone."""
        self._next_shelf()
        grid_top = self._shelf_top if alone else None
        top = self._shelf_top + (GRID_TITLE if alone else 0)
        columns = max(self._columns, MIN_COLUMNS)
        for start in range(0, len(alone), columns):
            row = alone[start : start + columns]
            for column, name in enumerate(row):
                self._put(name, _left(column), top, None)
            top += max(self._boxes[name].height for name in row) + ROW_GAP
        right = max((box.x + box.width for box in self._boxes.values()), default=0.0)
        boxes = tuple(self._boxes[name] for name in self._known)
        layers = 1 + max((box.layer for box in boxes if box.layer is not None), default=-1)
        return Drawing(boxes, tuple(self._lines), right + MARGIN, top + MARGIN, layers, self._crossings, grid_top)

    def _next_shelf(self) -> None:
        self._shelf_top = self._shelf_bottom + (PART_GAP if self._column else 0)
        self._shelf_bottom, self._column = self._shelf_top, 0

    def _height(self, lane: Lane) -> float:
        return 0.0 if lane.name is None else len(self._labels[lane.name]) * LINE_HEIGHT + 2 * PADDING

    def _put(self, name: str, x: float, y: float, layer: int | None) -> None:
        lines = self._labels[name]
        height = len(lines) * LINE_HEIGHT + 2 * PADDING
        self._boxes[name] = Box(self._known[name], x, y, BOX_WIDTH, height, lines, layer)

    def _line(self, edge: tuple[str, str], ordering: Ordering, middles: dict[Lane, float], first: int) -> Line:
        before, after = self._boxes[edge[0]], self._boxes[edge[1]]
        start, end = before.x + before.width, after.x
        passed = [
            (_left(first + lane.layer), _left(first + lane.layer) + BOX_WIDTH, middles[lane])
            for lane in ordering.passing.get(edge, ())
        ]
        return Line(edge[0], edge[1], ((start, start, before.middle), *passed, (end, end, after.middle)))


def _left(column: int) -> float:
    return MARGIN + column * (BOX_WIDTH + COLUMN_GAP)
