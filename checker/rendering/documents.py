"""Values -> the JSON documents of the outside contract. Keys are fixed; a change raises the number in `schema`."""

from __future__ import annotations

import json
import math
from typing import Any

from checker.audit.model import Audit, Confirmed, Finding
from checker.gate import GateResult, Reason
from checker.judge.assessment import Assessment
from checker.judge.claims import Claim
from checker.judge.coverage import Coverage
from checker.model import Cell, Figure, Plan, Ratio, Report, Statement


def dumps(document: dict[str, Any], compact: bool = False) -> str:
    """A document as text: stable key order, Chinese as it is, no NaN, one line end at the end.

    `compact` keeps it on one line, for several documents in a row.
    """
    indent = None if compact else 1
    return json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False) + "\n"


def statements_document(report: Report) -> dict[str, Any]:
    """checker.statements/1: every statement of a report with its labels and why it has them."""
    return {
        "schema": "checker.statements/1",
        "report": {
            "name": report.name,
            "sha256": report.sha256,
            "title": report.title,
            "government": report.government,
            "level": report.level.value,
            "year": report.year,
        },
        "statements": [_statement(statement) for statement in report.statements],
    }


def assessment_document(assessment: Assessment) -> dict[str, Any]:
    """checker.assessment/1: cells, claims, coverage and what follows from them."""
    return {
        "schema": "checker.assessment/1",
        "plan": _plan(assessment.plan),
        "government": assessment.scope.subject,
        "year": assessment.scope.year,
        "as_of": assessment.scope.as_of.isoformat(),
        "cells": [_cell(cell) for cell in assessment.cells],
        "claims": [_claim(claim) for claim in assessment.claims],
        "coverage": _coverage(assessment.coverage),
        "gaps": [
            {"task": gap.task.id, "title": gap.task.title, "holds_back": gap.holds_back, "waiting": list(gap.waiting)}
            for gap in assessment.gaps
        ],
        "unmatched": list(assessment.unmatched),
        "findings": [_finding(finding) for finding in assessment.audit.findings],
        "notes": list(assessment.notes),
    }


def gate_document(assessment: Assessment, result: GateResult) -> dict[str, Any]:
    """The assessment with the outcome of the gate and each reason."""
    document = assessment_document(assessment)
    document["gate"] = {
        "holds": result.holds,
        "checked": result.checked,
        "failures": [_reason(reason) for reason in result.failures],
        "remarks": [_reason(reason) for reason in result.remarks],
    }
    return document


def audit_document(audit: Audit) -> dict[str, Any]:
    """checker.audit/1: what the audit found and what it recomputed."""
    return {
        "schema": "checker.audit/1",
        "findings": [_finding(finding) for finding in audit.findings],
        "confirmed": [_confirmed(confirmed) for confirmed in audit.confirmed],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "quote": finding.quote,
        "stated": _number(finding.stated),
        "expected": _number(finding.expected),
        "formula": finding.formula,
        "message": finding.message,
        "statement": finding.statement,
        "line": finding.line,
        "chapter": finding.chapter,
        "wants": finding.wants,
    }


def _confirmed(confirmed: Confirmed) -> dict[str, Any]:
    return {
        "rule": confirmed.rule,
        "quote": confirmed.quote,
        "stated": _number(confirmed.stated),
        "formula": confirmed.formula,
        "statement": confirmed.statement,
    }


def _number(value: float | None) -> int | float | None:
    """A finite number in its plainest form; None for what JSON cannot carry."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if float(value).is_integer() else value


def _statement(statement: Statement) -> dict[str, Any]:
    value: dict[str, Any] = {
        "id": statement.id,
        "quote": statement.quote,
        "chapter": statement.chapter,
        "ordinal": statement.ordinal,
        "line": statement.line,
        "part": statement.part.value,
        "tasks": [{"id": match.id, "score": round(match.score, 2)} for match in statement.tasks],
        "clauses": list(statement.clauses),
        "obligations": list(statement.obligations),
        "levels": [level.value for level in statement.levels],
        "extents": {reach.level.value: reach.extent.value for reach in statement.reaches},
        "extent": statement.extent.value,
        "stance": statement.stance.value,
        "figures": [_figure(figure) for figure in statement.figures if not figure.minor],
        "because": [
            {"label": because.label, "rule": because.rule, "detail": because.detail} for because in statement.because
        ],
        "review": list(statement.review),
    }
    if statement.page is not None:
        value["page"] = statement.page
    if statement.scanned:
        value["scanned"] = True
    return value


def _figure(figure: Figure) -> dict[str, Any]:
    value: dict[str, Any] = {
        "value": figure.value,
        "unit": figure.unit,
        "approx": figure.approx,
        "text": figure.text,
        "role": figure.role,
    }
    if figure.bound:
        value["bound"] = figure.bound
    if figure.counts:
        value["counts"] = figure.counts
    return value


def _plan(plan: Plan) -> dict[str, Any]:
    return {"title": plan.title, "sha256": plan.sha256, "government": plan.government, "level": plan.level.value}


def _cell(cell: Cell) -> dict[str, Any]:
    task = cell.task
    return {
        "task": task.id,
        "title": task.title,
        "clause": task.clause,
        "obligation": task.obligation,
        "level": cell.level.value,
        "status": cell.status.value,
        "reason": cell.reason,
        "evidence": list(cell.evidence),
        "blocked_by": list(cell.blocked_by),
        "due": task.due.isoformat() if task.due else None,
        "due_confidence": task.due_confidence.value if task.due_confidence else None,
        "counted": cell.counted,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "obligation": claim.obligation,
        "level": claim.level.value,
        "verdict": claim.verdict.value,
        "evidence": list(claim.evidence),
        "reason": claim.reason,
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "due": _ratio(coverage.due),
        "by_status": {status.value: count for status, count in coverage.by_status.items()},
        "by_level": {level.value: _ratio(ratio) for level, ratio in coverage.by_level.items()},
        "by_clause": {str(clause): _ratio(ratio) for clause, ratio in coverage.by_clause.items()},
        "by_obligation": {name: _ratio(ratio) for name, ratio in coverage.by_obligation.items()},
    }


def _ratio(ratio: Ratio) -> dict[str, Any]:
    value = ratio.ratio
    return {
        "met": ratio.met,
        "applicable": ratio.applicable,
        "ratio": None if value is None else round(value, 4),
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {"rule": reason.rule, "subject": reason.subject, "message": reason.message}
