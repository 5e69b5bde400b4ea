"""What a judgement keeps of the statements: all labels, the words that say most, and what each verdict rests on.

The labels of every statement are kept with its line, the words of those that say most: admitted gaps, the first
few behind each claim, those with an error or a question; and the opening words of the first behind each cell. All
else stands in the file. Reasons are not kept: they follow from the status and its evidence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.audit.model import Audit
from checker.judge.cells import ACCEPT
from checker.judge.claims import Claim
from checker.model import Cell, Extent, Level, Part, Reach, Report, Severity, Stance, Statement
from checker.store import codes

COMPARED = frozenset({"count", "whole", "part", "rate", "cumulative"})
"""Roles of figures that can be laid beside those of other places."""

_BEHIND_CLAIM = 3
_OPENING = 16
"""Characters by which a sentence is found at its line."""

_HEAVY = frozenset({Severity.ERROR, Severity.QUESTION})
_NAME = 10
"""Characters of what is counted; a longer name is a sentence of one report and compares with nothing."""


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement with its labels.

    `tasks` are those that count; `clauses` are kept where there is none of these. `quote` ends in … where only the
    opening is kept, and is None where only the place is.
    """

    ordinal: int
    line: int
    chapter: str
    part: Part
    stance: Stance
    extent: Extent
    reaches: tuple[Reach, ...]
    clauses: tuple[int, ...]
    obligations: tuple[str, ...]
    tasks: tuple[str, ...]
    quote: str | None
    figures: tuple[StoredFigure, ...]


@dataclass(frozen=True, slots=True)
class StoredFigure:
    """A figure of a result whose words are kept, that counts something with a short name."""

    value: float
    unit: str
    counts: str
    role: str


@dataclass(frozen=True, slots=True)
class Detail:
    """The details of a judgement: statements, and the ordinals of those that a verdict rests on."""

    value: Mapping[str, Any]

    def statements(self) -> Iterable[StoredStatement]:
        """All statements in reading order."""
        return map(self.statement, range(1, len(self.value["stances"]) + 1))

    def statement(self, ordinal: int) -> StoredStatement:
        """The statement at a place, counted from 1."""
        at, key, value = ordinal - 1, str(ordinal), self.value
        reaches, clauses, obligations, tasks = value["sets"][value["labels"][at]]
        return StoredStatement(
            ordinal=ordinal,
            line=value["lines"][at],
            chapter=value["chapters"][at],
            part=codes.PART_OF[value["parts"][at]],
            stance=codes.STANCE_OF[value["stances"][at]],
            extent=codes.EXTENT_OF[value["extents"][at]],
            reaches=tuple(Reach(Level(told[:-1]), codes.EXTENT_OF[told[-1]]) for told in reaches),
            clauses=tuple(clauses),
            obligations=tuple(obligations),
            tasks=tuple(tasks),
            quote=value["quotes"].get(key),
            figures=tuple(StoredFigure(*figure) for figure in value["figures"].get(key, ())),
        )

    def quote(self, ordinal: int) -> str:
        """The words of a statement, "" where they are not kept."""
        return str(self.value["quotes"].get(str(ordinal), ""))

    def of_cell(self, position: int) -> tuple[int, ...]:
        """The statements on which the status of a cell rests, the deciding ones first."""
        return tuple(self.value["cells"].get(str(position), ()))

    def of_claim(self, position: int) -> tuple[int, ...]:
        """The statements on which the verdict of a claim rests."""
        return tuple(self.value["claims"].get(str(position), ()))

    def message(self, position: int) -> str:
        """The words of a finding, by its place among the findings."""
        return str(self.value["messages"][position])


def ordinals_of(report: Report) -> dict[str, int]:
    """The place of each statement in its report, counted from 1, by id."""
    return {statement.id: number for number, statement in enumerate(report.statements, 1)}


def details_of(report: Report, cells: Sequence[Cell], claims: Sequence[Claim], audit: Audit) -> str:
    """The JSON text of a judged report's details; `cells` are all cells of the plan in its order."""
    ordinals, told = ordinals_of(report), report.statements
    of_cells = {str(at): [ordinals[ref] for ref in cell.evidence] for at, cell in enumerate(cells) if cell.evidence}
    place = {claim: at for at, claim in enumerate(codes.CLAIMS)}
    of_claims = {
        str(place[claim.obligation, claim.level]): [ordinals[ref] for ref in claim.evidence]
        for claim in claims
        if claim.evidence
    }
    full = {number for numbers in of_claims.values() for number in numbers[:_BEHIND_CLAIM]}
    full |= {ordinals[one.statement] for one in audit.findings if one.severity in _HEAVY and one.statement in ordinals}
    full |= {number for number, one in enumerate(told, 1) if one.stance is Stance.SHORTFALL}
    kept = sorted(full | {numbers[0] for numbers in of_cells.values()})
    words = [(str(number), told[number - 1]) for number in kept]
    value = {
        "stances": "".join(codes.STANCE_LETTER[one.stance] for one in told),
        "parts": "".join(codes.PART_LETTER[one.part] for one in told),
        "extents": "".join(codes.EXTENT_LETTER[one.extent] for one in told),
        "lines": [one.line for one in told],
        "chapters": [one.chapter for one in told],
        **_labels(told),
        "cells": of_cells,
        "claims": of_claims,
        "messages": [one.message for one in audit.findings],
        "quotes": {number: one.quote if int(number) in full else _opening(one.quote) for number, one in words},
        "figures": {number: figures for number, one in words if (figures := _figures(one))},
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _labels(statements: Sequence[Statement]) -> dict[str, Any]:
    """Reaches, clauses, obligations and tasks: each different set once, and which of them each statement has.

    The statements of a report share a few dozen sets, so that a number for each takes half the room.
    """
    sets: dict[_LabelSet, int] = {}
    numbers = [sets.setdefault(_label_set(one), len(sets)) for one in statements]
    return {"sets": list(sets), "labels": numbers}


_LabelSet = tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...], tuple[str, ...]]


def _label_set(one: Statement) -> _LabelSet:
    reaches = tuple(f"{reach.level.value}{codes.EXTENT_LETTER[reach.extent]}" for reach in one.reaches)
    tasks = _counted(one)
    return reaches, () if tasks else one.clauses, one.obligations, tasks


def _opening(quote: str) -> str:
    return quote if len(quote) <= _OPENING else f"{quote[:_OPENING]}…"


def _counted(statement: Statement) -> tuple[str, ...]:
    """The tasks that enter verdicts, the likeliest first."""
    matches = sorted(statement.tasks, key=lambda match: (-match.score, match.id))
    return tuple(match.id for match in matches if match.score >= ACCEPT)


def _figures(statement: Statement) -> list[list[Any]]:
    """Figures that other places may tell too: results under a name of a few characters."""
    if statement.stance is not Stance.ACHIEVED:
        return []
    return [
        [figure.value, figure.unit, figure.counts, figure.role]
        for figure in statement.figures
        if figure.role in COMPARED and len(figure.counts) <= _NAME and any(map(str.isalnum, figure.counts))
    ]
