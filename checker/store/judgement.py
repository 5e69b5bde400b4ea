"""Report × verdicts -> Judgement: everything that one report gives to the store, small enough for many.

The labels of every statement are kept, and the words of those on which a verdict or a finding rests or which
admit a gap; the words of the others stand in the file, at the line that is kept. Reasons are not kept: they
follow from the status and its evidence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from checker.audit.model import Audit
from checker.judge.claims import Claim
from checker.model import Cell, Extent, Level, Part, Plan, Reach, Report, Stance, Statement, Status, TaskMatch, Verdict
from checker.store import codes


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding of the audit; `ordinal` is the statement's place in its report, 0 for the report as a whole."""

    rule: str
    severity: str
    ordinal: int
    stated: float | None
    expected: float | None
    formula: str


@dataclass(frozen=True)
class Judgement:
    """One report, judged alone against one plan.

    `statuses` has one letter for each cell of the plan, in the plan's order (`cells_of`); `verdicts` one for each
    of `codes.CLAIMS`. `details` is a JSON text with the statements and what the verdicts rest on. Two judgements
    of the same bytes, by the same program, plan and words, are equal.
    """

    sha256: str
    name: str
    title: str
    government: str
    level: Level
    year: int
    characters: int
    statuses: str
    verdicts: str
    details: str
    findings: tuple[StoredFinding, ...]

    @cached_property
    def detail(self) -> Detail:
        """The details, read."""
        return Detail(json.loads(self.details))

    def status(self, position: int) -> tuple[Status, bool]:
        """The status of the cell at a place of the plan, and whether it counts in coverage."""
        letter = self.statuses[position]
        return codes.STATUS_OF[letter.upper()], letter.isupper()

    def verdict(self, position: int) -> Verdict | None:
        """The verdict at a place of `codes.CLAIMS`; None where the level was not judged."""
        return codes.VERDICT_OF.get(self.verdicts[position])


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement with its labels; `quote` is None where only its place is kept."""

    ordinal: int
    line: int
    chapter: str
    part: Part
    stance: Stance
    extent: Extent
    reaches: tuple[Reach, ...]
    clauses: tuple[int, ...]
    obligations: tuple[str, ...]
    tasks: tuple[TaskMatch, ...]
    quote: str | None
    figures: tuple[StoredFigure, ...]


@dataclass(frozen=True, slots=True)
class StoredFigure:
    """A figure of a statement whose words are kept."""

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
        return StoredStatement(
            ordinal=ordinal,
            line=value["lines"][at],
            chapter=value["chapters"][at],
            part=codes.PART_OF[value["parts"][at]],
            stance=codes.STANCE_OF[value["stances"][at]],
            extent=codes.EXTENT_OF[value["extents"][at]],
            reaches=tuple(
                Reach(Level(level), codes.EXTENT_OF[letter]) for level, letter in value["reaches"].get(key, ())
            ),
            clauses=tuple(value["clauses"].get(key, ())),
            obligations=tuple(value["obligations"].get(key, ())),
            tasks=tuple(TaskMatch(task, score) for task, score in value["tasks"].get(key, ())),
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


def cells_of(plan: Plan) -> tuple[tuple[str, Level], ...]:
    """The cells of a plan in the order of its statuses: task by task, each at its levels."""
    return tuple((task.id, level) for task in plan.tasks for level in task.levels)


def judgement_of(
    report: Report, characters: int, cells: Sequence[Cell], claims: Sequence[Claim], audit: Audit
) -> Judgement:
    """The stored form of a judged report; `cells` are all cells of the plan in its order."""
    return Judgement(
        sha256=report.sha256,
        name=report.name,
        title=report.title,
        government=report.government,
        level=report.level,
        year=report.year,
        characters=characters,
        statuses="".join(_letter(cell) for cell in cells),
        verdicts=_verdicts(claims),
        details=_details(report, cells, claims, audit),
        findings=_findings(report, audit),
    )


def _letter(cell: Cell) -> str:
    letter = codes.STATUS_LETTER[cell.status]
    return letter if cell.counted else letter.lower()


def _verdicts(claims: Sequence[Claim]) -> str:
    told = {(claim.obligation, claim.level): codes.VERDICT_LETTER[claim.verdict] for claim in claims}
    return "".join(told.get(place, codes.NOT_JUDGED) for place in codes.CLAIMS)


def _findings(report: Report, audit: Audit) -> tuple[StoredFinding, ...]:
    ordinals = _ordinals(report)
    return tuple(
        StoredFinding(
            one.rule, one.severity.value, ordinals.get(one.statement, 0), one.stated, one.expected, one.formula
        )
        for one in audit.findings
    )


def _ordinals(report: Report) -> dict[str, int]:
    return {statement.id: number for number, statement in enumerate(report.statements, 1)}


def _details(report: Report, cells: Sequence[Cell], claims: Sequence[Claim], audit: Audit) -> str:
    ordinals, told = _ordinals(report), report.statements
    of_cells = {str(at): [ordinals[ref] for ref in cell.evidence] for at, cell in enumerate(cells) if cell.evidence}
    place = {claim: at for at, claim in enumerate(codes.CLAIMS)}
    of_claims = {
        str(place[claim.obligation, claim.level]): [ordinals[ref] for ref in claim.evidence]
        for claim in claims
        if claim.evidence
    }
    kept = {number for numbers in (*of_cells.values(), *of_claims.values()) for number in numbers}
    kept |= {ordinals[one.statement] for one in audit.findings if one.statement in ordinals}
    kept |= {number for number, one in enumerate(told, 1) if one.stance is Stance.SHORTFALL}
    words = [(str(number), told[number - 1]) for number in sorted(kept)]
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
        "quotes": {number: one.quote for number, one in words},
        "figures": {number: _figures(one) for number, one in words if one.figures},
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _labels(statements: Sequence[Statement]) -> dict[str, Any]:
    """Labels that few statements have, by ordinal."""
    numbered = [(str(number), one) for number, one in enumerate(statements, 1)]
    return {
        "reaches": {
            number: [[reach.level.value, codes.EXTENT_LETTER[reach.extent]] for reach in one.reaches]
            for number, one in numbered
            if one.reaches
        },
        "clauses": {number: list(one.clauses) for number, one in numbered if one.clauses},
        "obligations": {number: list(one.obligations) for number, one in numbered if one.obligations},
        "tasks": {
            number: [[match.id, round(match.score, 2)] for match in one.tasks] for number, one in numbered if one.tasks
        },
    }


def _figures(statement: Statement) -> list[list[Any]]:
    return [[figure.value, figure.unit, figure.counts, figure.role] for figure in statement.figures]
