"""The order of boxes and passing lines within the layers of a drawing: few crossings, always the same result."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

_ROUNDS = 24
"""Sweeps down and up; the best order seen is kept, so more rounds never harm."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A place in a layer: a box (`name`), or a line passing through (`edge`, name None)."""

    layer: int
    name: str | None
    edge: tuple[str, str] | None = None


Layers = tuple[tuple[Lane, ...], ...]
Links = Mapping[Lane, Sequence[Lane]]


@dataclass(frozen=True, slots=True)
class Ordering:
    """Layers from left to right, each from top to bottom, with the neighbours of every lane in the layers beside it.

    `passing` are the lanes that an edge takes through the layers between its ends.
    """

    layers: Layers
    before: dict[Lane, list[Lane]]
    after: dict[Lane, list[Lane]]
    passing: dict[tuple[str, str], tuple[Lane, ...]]
    crossings: int


def order_layers(part: nx.DiGraph[str]) -> Ordering:
    """Order a connected part of the graph; its node and edge order decides ties."""
    layers, before, after, passing = _lanes(part)
    best, fewest = layers, crossings_of(layers, after)
    for number in range(_ROUNDS):
        layers = _swept(layers, before, range(1, len(layers))) if number % 2 == 0 else layers
        layers = _swept(layers, after, range(len(layers) - 2, -1, -1)) if number % 2 else layers
        layers = _exchanged(layers, before, after)
        count = crossings_of(layers, after)
        if count < fewest:
            best, fewest = layers, count
    return Ordering(best, before, after, passing, fewest)


def crossings_of(layers: Layers, after: Links) -> int:
    """How many pairs of lines cross between neighbouring layers (inversions, in n log n)."""
    total = 0
    for layer, following in pairwise(layers):
        place = {lane: number for number, lane in enumerate(following)}
        seen: list[int] = []
        for lane in layer:
            ends = sorted(place[other] for other in after[lane])
            total += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return total


def _lanes(
    part: nx.DiGraph[str],
) -> tuple[Layers, dict[Lane, list[Lane]], dict[Lane, list[Lane]], dict[tuple[str, str], tuple[Lane, ...]]]:
    """Layers with a lane for every box and for every layer that an edge passes."""
    import networkx as nx

    layers: list[list[Lane]] = []
    boxes: dict[str, Lane] = {}
    for number, names in enumerate(nx.topological_generations(part)):
        members = set(names)
        layers.append([Lane(number, name) for name in part if name in members])
        boxes.update((str(lane.name), lane) for lane in layers[-1])
    before: dict[Lane, list[Lane]] = {lane: [] for lane in boxes.values()}
    after: dict[Lane, list[Lane]] = {lane: [] for lane in boxes.values()}
    passing: dict[tuple[str, str], tuple[Lane, ...]] = {}
    for edge in part.edges:
        start, end = boxes[edge[0]], boxes[edge[1]]
        passed = tuple(Lane(layer, None, edge) for layer in range(start.layer + 1, end.layer))
        for lane in passed:
            layers[lane.layer].append(lane)
            before[lane], after[lane] = [], []
        if passed:
            passing[edge] = passed
        road = (start, *passed, end)
        for one, other in pairwise(road):
            after[one].append(other)
            before[other].append(one)
    return tuple(map(tuple, layers)), before, after, passing


def _swept(layers: Layers, toward: Links, numbers: range) -> Layers:
    """Sort each of the layers by the mean place of its neighbours in the layer that was sorted before it."""
    result = list(layers)
    step = numbers.step
    for number in numbers:
        place = {lane: at for at, lane in enumerate(result[number - step])}
        at = {lane: float(index) for index, lane in enumerate(result[number])}
        mean = {
            lane: sum(place[other] for other in toward[lane]) / len(toward[lane]) if toward[lane] else at[lane]
            for lane in result[number]
        }
        result[number] = tuple(sorted(result[number], key=mean.__getitem__))
    return tuple(result)


def _exchanged(layers: Layers, before: Links, after: Links) -> Layers:
    """Exchange neighbours of a layer where that takes crossings away; one pass over all layers."""
    result = [list(layer) for layer in layers]
    for number, layer in enumerate(result):
        left = {lane: at for at, lane in enumerate(result[number - 1])} if number else {}
        right = {lane: at for at, lane in enumerate(result[number + 1])} if number + 1 < len(result) else {}
        for at in range(len(layer) - 1):
            above, below = layer[at], layer[at + 1]
            gain = _gain(above, below, before, left) + _gain(above, below, after, right)
            if gain > 0:
                layer[at], layer[at + 1] = below, above
    return tuple(map(tuple, result))


def _gain(above: Lane, below: Lane, links: Links, place: Mapping[Lane, int]) -> int:
    """Crossings that go, less those that come, on one side when two neighbours change places."""
    gain = 0
    for one in links[above]:
        for other in links[below]:
            gain += (place[one] > place[other]) - (place[one] < place[other])
    return gain
