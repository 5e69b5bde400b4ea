"""Audit -> JSON of the outside contract (checker.audit/1)."""

from __future__ import annotations

import math
from typing import Any

from checker.audit.model import Audit, Confirmed, Finding

SCHEMA = "checker.audit/1"


def to_json(audit: Audit) -> dict[str, Any]:
    """The audit as plain data; no number in it is infinite or undefined, so that every reader can parse it."""
    return {
        "schema": SCHEMA,
        "findings": [_finding(finding) for finding in audit.findings],
        "confirmed": [_confirmed(confirmed) for confirmed in audit.confirmed],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "quote": finding.quote,
        "stated": _number(finding.stated),
        "expected": _number(finding.expected),
        "formula": finding.formula,
        "message": finding.message,
        "wants": finding.wants,
        "statement": finding.statement,
        "chapter": finding.chapter,
        "line": finding.line,
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
