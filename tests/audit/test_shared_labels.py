"""The audit against the labelled reports beside the project."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker.audit.checks import audit
from checker.audit.model import Audit
from checker.model import Level, Report, Severity, Stance
from tests.audit.audit_builders import report, statement

pytestmark = pytest.mark.shared


def labelled(path: Path, level: Level = Level.CITY) -> Report:
    labels = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return report([statement(label["quote"], stance=Stance(label["stance"])) for label in labels], level=level)


def errors(result: Audit) -> set[str]:
    return {finding.quote for finding in result.findings if finding.severity is Severity.ERROR}


@pytest.fixture(scope="module")
def labels(shared: Path) -> dict[str, list[dict[str, Any]]]:
    data: dict[str, list[dict[str, Any]]] = json.loads((shared / "gold/jiashi-2023.audit.json").read_text("utf-8"))
    return data


@pytest.fixture(scope="module")
def jiashi(shared: Path) -> Audit:
    return audit(labelled(shared / "gold/jiashi-2023.jsonl"))


def test_audit__labelled_report__finds_the_planted_errors_and_nothing_else(
    jiashi: Audit, labels: dict[str, list[dict[str, Any]]]
) -> None:
    assert errors(jiashi) == {label["quote"] for label in labels["errors"]}
    right = {label["quote"]: label["right"] for label in labels["errors"]}
    for finding in jiashi.findings:
        if finding.severity is Severity.ERROR:
            assert finding.expected == pytest.approx(right[finding.quote])


def test_audit__labelled_report__confirms_every_right_figure(
    jiashi: Audit, labels: dict[str, list[dict[str, Any]]]
) -> None:
    told = {(confirmed.quote, round(confirmed.stated, 3)) for confirmed in jiashi.confirmed}
    missing = [label["id"] for label in labels["correct"] if (label["quote"], round(label["stated"], 3)) not in told]
    assert missing == []


def test_audit__real_city_report__has_no_error_and_asks_for_the_base(shared: Path) -> None:
    result = audit(labelled(shared / "gold/xining-2022.jsonl"))
    assert errors(result) == set()
    assert [str(f.severity) for f in result.findings if f.rule == "C06"] == ["question"]
    assert {"18888/18998", "8149/8166"} <= {confirmed.formula for confirmed in result.confirmed}


def test_audit__real_provincial_reports__have_no_false_error(shared: Path) -> None:
    found = {
        path.stem: errors(audit(labelled(path, Level.PROVINCE)))
        for path in sorted((shared / "gold/provincial").glob("*.jsonl"))
    }
    assert len(found) == 12
    assert not any(found.values())
