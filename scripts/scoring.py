"""Scores of labelled statements against a prediction, as the shared scoring script defines them.

Both sides are laid on the same text without white space; a predicted statement speaks for a labelled
one when it shares more than half of the shorter. The suite needs these scores where the shared script
is not at hand; a test holds the two against each other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]
SETS = ("clauses", "levels", "obligations")
NOT_RESULTS = frozenset({"planned", "shortfall", "context"})
_LAYOUT = re.compile(r"[\s*#\u3000\ufeff]+")
_FOLD = str.maketrans("（），：；！？“”‘’％～－—０１２３４５６７８９", "(),:;!?\"\"''%~--0123456789")


@dataclass
class Tally:
    """Hits, extras and misses of one kind of label, pooled over statements."""

    hit: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, gold: Counter[Any], seen: Counter[Any], ignore: Counter[Any]) -> None:
        """Count one statement; extras that are in `ignore` are neither asked for nor punished."""
        both = gold & seen
        self.hit += sum(both.values())
        self.extra += sum((seen - both - ignore).values())
        self.missed += sum((gold - both).values())

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there is nothing to find and nothing was found."""
        whole = 2 * self.hit + self.extra + self.missed
        return 2 * self.hit / whole if whole else None


@dataclass
class Scores:
    """Counts over reports; `add` one after another."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in (*SETS, "figures")})
    statements: int = 0
    right_stance: int = 0
    not_results: int = 0
    false_achieved: int = 0

    def add(self, gold: Sequence[Row], predicted: Sequence[Row]) -> None:
        """Count one report."""
        for row, guesses in zip(gold, speakers(gold, predicted), strict=True):
            self._one(row, guesses)

    def _one(self, row: Row, guesses: Sequence[Row]) -> None:
        for name in SETS:
            seen = {value for guess in guesses for value in guess.get(name, [])}
            self.tallies[name].add(Counter(set(row[name])), Counter(seen), Counter())
        must = _figures(figure for figure in row["figures"] if not figure.get("minor"))
        may = _figures(figure for figure in row["figures"] if figure.get("minor"))
        seen_figures = _figures(figure for guess in guesses for figure in guess.get("figures", []))
        self.tallies["figures"].add(must, seen_figures, may)
        got = guesses[0].get("stance", "") if guesses else "absent"
        self.statements += 1
        # Work in progress that a report lists among its results may be called either.
        self.right_stance += got == row["stance"] or {got, row["stance"]} == {"achieved", "ongoing"}
        if row["stance"] in NOT_RESULTS:
            self.not_results += 1
            self.false_achieved += got == "achieved"

    def result(self) -> dict[str, float | None]:
        """Shares between 0 and 1; None over nothing."""
        return {
            "clauses": self.tallies["clauses"].f1,
            "stance": _share(self.right_stance, self.statements),
            "false_achieved": _share(self.false_achieved, self.not_results),
            "levels": self.tallies["levels"].f1,
            "obligations": self.tallies["obligations"].f1,
            "figures": self.tallies["figures"].f1,
        }


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _figures(figures: Iterable[Row]) -> Counter[Any]:
    return Counter((round(float(figure["value"]), 4), figure.get("unit") or "") for figure in figures)


def normal(text: str) -> str:
    """A text without layout, marks folded to half width."""
    return _LAYOUT.sub("", text).translate(_FOLD)


def speakers(gold: Sequence[Row], predicted: Sequence[Row]) -> list[list[Row]]:
    """For each labelled statement the predictions that speak for it, the one that shares most first."""
    text, spans = "", []
    for row in gold:
        quote = normal(row["quote"])
        spans.append((len(text), len(text) + len(quote)))
        text += quote
    places = [(place, guess) for guess, place in zip(predicted, _places(predicted, text), strict=True) if place]
    return [_sharing(span, places) for span in spans]


def _sharing(span: tuple[int, int], places: Sequence[tuple[tuple[int, int], Row]]) -> list[Row]:
    found = []
    for place, guess in places:
        shared = min(span[1], place[1]) - max(span[0], place[0])
        if shared > 0 and shared * 2 > min(span[1] - span[0], place[1] - place[0]):
            found.append((shared, guess))
    return [guess for _, guess in sorted(found, key=lambda pair: -pair[0])]


def _places(predicted: Sequence[Row], text: str) -> list[tuple[int, int] | None]:
    """Where each prediction stands, reading forward; one joined to a heading is placed by its tail."""
    places: list[tuple[int, int] | None] = []
    at = 0
    for row in predicted:
        quote = normal(row["quote"])
        start = text.find(quote, at)
        start = text.find(quote) if start < 0 else start
        if start >= 0:
            at = start
            places.append((start, start + len(quote)))
            continue
        tail = quote[-max(12, len(quote) // 2) :] if len(quote) > 12 else ""
        start = text.find(tail) if tail else -1
        places.append((start, start + len(tail)) if start >= 0 else None)
    return places
