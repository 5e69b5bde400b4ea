"""Invented statements with planted errors, and right ones with the traps of the genre."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.audit.checks import audit
from checker.model import Severity
from tests.audit.audit_builders import of

HERE = Path(__file__).parent


def lines(name: str) -> list[tuple[str, str]]:
    text = (HERE / name).read_text(encoding="utf-8").splitlines()
    pairs = (line.split("|", 1) for line in text if line.strip() and not line.startswith("#"))
    return [(head.strip(), quote.strip()) for head, quote in pairs]


def test_cases__files__hold_enough() -> None:
    assert len(lines("errors.txt")) >= 60
    assert len(lines("right.txt")) >= 200


@pytest.mark.parametrize(("wanted", "text"), lines("errors.txt"))
def test_audit__planted_error__is_found_with_its_right_value(wanted: str, text: str) -> None:
    rule, right = wanted.split()
    (error,) = [finding for finding in audit(of(text)).findings if finding.severity is Severity.ERROR]
    assert error.rule == rule
    assert error.expected == pytest.approx(float(right), abs=0.051)
    assert error.quote == text.rsplit("//", maxsplit=1)[-1].strip()
    assert error.formula
    assert error.wants


@pytest.mark.parametrize(("wanted", "text"), lines("right.txt"))
def test_audit__right_statement__is_no_error(wanted: str, text: str) -> None:
    result = audit(of(text))
    assert [finding for finding in result.findings if finding.severity is Severity.ERROR] == []
    stated = [confirmed.stated for confirmed in result.confirmed]
    for value in () if wanted == "-" else map(float, wanted.split(",")):
        assert any(told in (pytest.approx(value, abs=1e-3), pytest.approx(value * 10_000)) for told in stated), value
