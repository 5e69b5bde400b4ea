"""Sentences written before the rules were tuned, in other words than those the rules were made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.audit.checks import audit
from checker.audit.model import Finding
from checker.model import Severity
from tests.audit.audit_builders import of

TEXT = (Path(__file__).parent / "fresh.txt").read_text(encoding="utf-8")


def cases(kind: str) -> list[tuple[str, str]]:
    pairs = [line.split("|", 1) for line in TEXT.splitlines() if line.startswith(kind)]
    return [(head.removeprefix(kind).strip(), text.strip()) for head, text in pairs]


def errors(text: str) -> list[Finding]:
    return [finding for finding in audit(of(text)).findings if finding.severity is Severity.ERROR]


def test_fresh__file__holds_planted_errors_and_right_sentences_of_every_batch() -> None:
    assert len(cases("E")) >= 140
    assert len(cases("R")) + len(cases("-")) >= 120
    assert len(cases("?")) * 20 < len(cases("E"))


@pytest.mark.parametrize(("right", "text"), cases("E"))
def test_fresh__planted_error__is_the_one_error_with_its_right_value(right: str, text: str) -> None:
    (error,) = errors(text)
    assert error.expected == pytest.approx(float(right))


@pytest.mark.parametrize(("stated", "text"), cases("R"))
def test_fresh__right_sentence__is_confirmed(stated: str, text: str) -> None:
    assert errors(text) == []
    assert float(stated) in [pytest.approx(confirmed.stated) for confirmed in audit(of(text)).confirmed]


@pytest.mark.parametrize(("_", "text"), cases("-"))
def test_fresh__right_sentence_that_is_not_recomputed__is_no_error(_: str, text: str) -> None:
    assert errors(text) == []
