"""Figures of many places beside each other: those far from all others of their kind, level and year.

Compared are figures that count the same thing in statements on the same task. Distance is the modified z-score
0.6745 (x - median) / MAD, from 3.5 on an outlier (Iglewicz and Hoaglin 1993); numbers of things spread over orders
of magnitude, so their logarithms are taken. An outlier is a question, not an error: places differ in size.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from checker.model import Level
from checker.rollup.model import Outlier, Told
from checker.store.details import StoredFigure, StoredStatement
from checker.store.judgement import Judgement

FEWEST = 5
"""Fewer places give no picture of what is usual."""

FAR = 3.5
_MAD_TO_SIGMA = 0.6745

_Key = tuple[str, str, str, str, Level, int]
"""Task, what is counted, unit, role, level and year."""


class Figures:
    """Figures gathered report by report; one for each place and key, the first that its report prints."""

    def __init__(self) -> None:
        self._found: dict[_Key, dict[str, tuple[float, Told]]] = defaultdict(dict)

    def add(self, one: Judgement) -> None:
        """Take in the figures of a report's results."""
        place = one.government or one.title or one.name
        for ordinal in one.detail.value["figures"]:
            statement = one.detail.statement(int(ordinal))
            told = Told(place, one.year, one.name, one.sha256, statement.line, statement.chapter, statement.quote or "")
            for task, figure in _pairs(statement):
                key = (task, figure.counts, figure.unit, figure.role, one.level, one.year)
                self._found[key].setdefault(place, (figure.value, told))

    def outliers(self) -> tuple[Outlier, ...]:
        """The farthest first."""
        found = [one for key, places in self._found.items() for one in _far(key, list(places.values()))]
        return tuple(sorted(found, key=lambda one: (-abs(one.score), one.told.government, one.task, one.counts)))


def _pairs(statement: StoredStatement) -> Iterator[tuple[str, StoredFigure]]:
    """The figures of a statement with its likeliest task."""
    return ((statement.tasks[0], figure) for figure in statement.figures if statement.tasks)


def _far(key: _Key, found: Sequence[tuple[float, Told]]) -> Iterator[Outlier]:
    task, counts, unit, _, _, _ = key
    usable = [(value, told) for value, told in found if unit == "%" or value > 0]
    if len(usable) < FEWEST:
        return
    scaled = [value if unit == "%" else math.log(value) for value, _ in usable]
    middle = median(scaled)
    spread = median(abs(value - middle) for value in scaled)
    if not spread:
        return
    usual = median(value for value, _ in usable)
    for (value, told), place in zip(usable, scaled, strict=True):
        score = _MAD_TO_SIGMA * (place - middle) / spread
        if abs(score) > FAR:
            yield Outlier(told, task, counts, unit, value, usual, len(usable), round(score, 1))
