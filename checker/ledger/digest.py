"""Digests of values: equal for equal content, whatever the file's line ends, order of keys or layout."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from checker.evidence import Mark
from checker.model import Entry, TaskMatch

SHORT = 32
"""Hexadecimal digits of a digest in a hand-kept file: 128 bits, half the width of a line."""


def digest_of(value: Any) -> str:
    """The digest of plain values (numbers, texts, lists, mappings)."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()[:SHORT]


def state_of(entry: Entry, mark: Mark | None = None) -> str:
    """The state of an entry that a person decides about: all it says, and whether a newer draft still says it.

    A decision carries the state its author saw; when the entry is edited, or a newer draft drops it, the state
    changes and the decision is known to be about something else.
    """
    seen = mark and {"change": mark.change.value, "by": mark.by}
    return digest_of({**entry_values(entry), "mark": seen})


def entry_values(entry: Entry) -> Mapping[str, Any]:
    """What an entry says, as far as a file of evidence keeps it (minor figures and extents beside levels are not)."""
    return {
        "id": entry.id,
        "government": entry.source.government,
        "year": entry.source.year,
        "text": entry.text,
        "chapter": entry.chapter,
        "line": entry.line,
        **label_values(entry),
    }


def _match(match: TaskMatch) -> list[Any]:
    """A task with its score, and the levels of which less is said of it, where there are some."""
    told: list[Any] = [match.id, round(match.score, 2)]
    if match.less:
        told.append([[reach.level.value, reach.extent.value] for reach in match.less])
    return told


def label_values(entry: Entry) -> dict[str, Any]:
    """The labels of an entry."""
    return {
        "stance": entry.stance.value,
        "reaches": [[reach.level.value, reach.extent.value] for reach in entry.reaches],
        "extent": None if entry.reaches else entry.extent.value,
        "tasks": [_match(match) for match in entry.tasks],
        "clauses": list(entry.clauses),
        "obligations": list(entry.obligations),
        "figures": [
            [round(float(figure.value), 6), figure.unit, figure.approx] for figure in entry.figures if not figure.minor
        ],
    }
