"""Heights in a layered drawing: near to the neighbours, in the given order, never closer than allowed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.rendering.graph.order import Lane, Ordering

PADDING = 6
ROW_GAP = 8
LINE_GAP = 9
"""Pixels between two lines that pass a layer, and between a line and a box."""

_SWEEPS = 8


def middles_of(ordering: Ordering, height: Callable[[Lane], float]) -> dict[Lane, float]:
    """The middle of every lane, near the mean of its neighbours; `height` is that of a box, 0 for a line."""
    middles: dict[Lane, float] = {}
    offsets: dict[Lane, float] = {}
    for layer in ordering.layers:
        at = 0.0
        for number, lane in enumerate(layer):
            if number:
                at += _distance(layer[number - 1], lane, height)
            middles[lane] = offsets[lane] = at
    for sweep in range(_SWEEPS):
        layers = ordering.layers if sweep % 2 else ordering.layers[::-1]
        for layer in layers:
            wanted = []
            for lane in layer:
                near = ordering.before[lane] + ordering.after[lane]
                wanted.append(sum(middles[other] for other in near) / len(near) - offsets[lane])
            for lane, y in zip(layer, _rising(wanted), strict=True):
                middles[lane] = y + offsets[lane]
    return middles


def _distance(above: Lane, below: Lane, height: Callable[[Lane], float]) -> float:
    """Between the middles of two neighbours of a layer."""
    gap = ROW_GAP if above.name is not None and below.name is not None else LINE_GAP
    return height(above) / 2 + gap + height(below) / 2


def _rising(wanted: Sequence[float]) -> list[float]:
    """The rising sequence that is nearest to `wanted` in least squares (pool adjacent violators)."""
    blocks: list[tuple[float, int]] = []
    for value in wanted:
        mean, size = value, 1
        while blocks and blocks[-1][0] > mean:
            other, count = blocks.pop()
            mean, size = (mean * size + other * count) / (size + count), size + count
        blocks.append((mean, size))
    return [mean for mean, size in blocks for _ in range(size)]
