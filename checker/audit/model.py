"""What the audit of a report's figures finds, and what it could recompute and found right."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A figure or claim that does not hold, or that asks for proof.

    `rule` is the code of docs (C01…), `stated` what the report prints and `expected` what the formula
    gives (None where nothing can be computed), `wants` the missing item that would settle it.
    """

    rule: str
    severity: Severity
    quote: str
    stated: float | None
    expected: float | None
    formula: str
    message: str
    statement: str
    line: int
    chapter: str
    wants: str = ""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A derived figure that was recomputed and holds."""

    rule: str
    quote: str
    stated: float
    formula: str
    statement: str


@dataclass(frozen=True, slots=True)
class Audit:
    """All findings, errors first, and all confirmed figures, in reading order."""

    findings: tuple[Finding, ...]
    confirmed: tuple[Confirmed, ...]
