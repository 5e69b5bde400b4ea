"""A judgement as the rows of plain tables, one value a column, for stores that keep columns well."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from checker.store import codes
from checker.store.judgement import Judgement
from checker.store.model import PlanCell

Row = dict[str, Any]
Columns = dict[str, str]

REPORTS: Columns = {
    "version": "string", "sha256": "string", "name": "string", "title": "string", "government": "string",
    "level": "string", "year": "int16", "characters": "int32", "statuses": "string", "verdicts": "string",
    "details": "string", "findings": "string",
}  # fmt: skip
FILES: Columns = {
    "path": "string", "fingerprint": "string", "version": "string", "sha256": "string", "code": "string",
    "message": "string", "hint": "string",
}  # fmt: skip
_WHOSE: Columns = {"sha256": "string", "government": "string", "year": "int16"}
_STATEMENTS: Columns = {
    **_WHOSE, "statement": "int32", "line": "int32", "chapter": "string", "part": "string", "stance": "string",
    "extent": "string", "levels": "string", "obligations": "string", "tasks": "string", "quote": "string",
}  # fmt: skip
_CELLS: Columns = {
    **_WHOSE, "task": "string", "level": "string", "status": "string", "counted": "bool", "evidence": "string",
}  # fmt: skip
_CLAIMS: Columns = {**_WHOSE, "obligation": "string", "level": "string", "verdict": "string", "evidence": "string"}
_FINDINGS: Columns = {
    **_WHOSE, "rule": "string", "severity": "string", "statement": "int32", "stated": "float64",
    "expected": "float64", "formula": "string", "message": "string",
}  # fmt: skip


def statements(one: Judgement, _: Sequence[PlanCell]) -> Iterator[Row]:
    """Every statement; lists are joined by a space."""
    for told in one.detail.statements():
        yield _whose(one) | {
            "statement": told.ordinal,
            "line": told.line,
            "chapter": told.chapter,
            "part": told.part.value,
            "stance": told.stance.value,
            "extent": told.extent.value,
            "levels": " ".join(f"{reach.level.value}:{reach.extent.value}" for reach in told.reaches),
            "obligations": " ".join(told.obligations),
            "tasks": " ".join(told.tasks),
            "quote": told.quote,
        }


def cells(one: Judgement, plan: Sequence[PlanCell]) -> Iterator[Row]:
    """Every cell of the plan; evidence are numbers of statements, the deciding one first."""
    for at, cell in enumerate(plan):
        status, counted = one.status(at)
        evidence = " ".join(map(str, one.detail.of_cell(at)))
        named = {"task": cell.task, "level": cell.level, "status": status.value}
        yield _whose(one) | named | {"counted": counted, "evidence": evidence}


def claims(one: Judgement, _: Sequence[PlanCell]) -> Iterator[Row]:
    """Every verdict on a named obligation at a level that was judged."""
    for at, (obligation, level) in enumerate(codes.CLAIMS):
        verdict = one.verdict(at)
        if verdict is not None:
            evidence = " ".join(map(str, one.detail.of_claim(at)))
            named = {"obligation": obligation, "level": level.value, "verdict": verdict.value}
            yield _whose(one) | named | {"evidence": evidence}


def findings(one: Judgement, _: Sequence[PlanCell]) -> Iterator[Row]:
    """Every finding of the audit."""
    for at, found in enumerate(one.findings):
        yield _whose(one) | {
            "rule": found.rule,
            "severity": found.severity,
            "statement": found.ordinal,
            "stated": found.stated,
            "expected": found.expected,
            "formula": found.formula,
            "message": one.detail.message(at),
        }


def _whose(one: Judgement) -> Row:
    return {"sha256": one.sha256, "government": one.government, "year": one.year}


Rows = Callable[[Judgement, Sequence[PlanCell]], Iterator[Row]]

TABLES: tuple[tuple[str, Columns, Rows], ...] = (
    ("statements", _STATEMENTS, statements),
    ("cells", _CELLS, cells),
    ("claims", _CLAIMS, claims),
    ("findings", _FINDINGS, findings),
)
"""Name, columns and rows of each table that is made from the judgements."""
