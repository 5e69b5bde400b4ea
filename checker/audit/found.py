"""What a check hands over: findings and confirmed figures, built in one place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.audit.model import Confirmed, Finding
from checker.model import Report, Severity, Statement

Result = Finding | Confirmed
Results = Iterator[Result]


class Sum(NamedTuple):
    """A computation: what the report states, what the formula gives, and the formula."""

    stated: float
    expected: float | None
    formula: str


def finding(
    rule: str, severity: Severity, statement: Statement, message: str, computed: Sum | None = None, wants: str = ""
) -> Finding:
    """A finding at a statement."""
    return Finding(
        rule=rule,
        severity=severity,
        quote=statement.quote,
        stated=computed.stated if computed else None,
        expected=computed.expected if computed else None,
        formula=computed.formula if computed else "",
        message=message,
        statement=statement.id,
        line=statement.line,
        chapter=statement.chapter,
        wants=wants,
    )


def about(rule: str, severity: Severity, report: Report, message: str, wants: str = "") -> Finding:
    """A finding about the report as a whole."""
    return Finding(rule, severity, report.title, None, None, "", message, "", 0, "", wants)


def confirmed(rule: str, statement: Statement, stated: float, formula: str) -> Confirmed:
    """A derived figure of a statement that was recomputed and holds."""
    return Confirmed(rule, statement.quote, stated, formula, statement.id)
