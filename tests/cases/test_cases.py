"""Cases are folders: a report and what is to be made of it, each saying why it exists."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from checker.workflow import Request, run

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("*/expected.toml"))


def test_cases__are_found():
    assert len(FOLDERS) >= 8


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_case__report__gets_what_is_expected(folder, root, tmp_path):
    expected = tomli.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    assert expected["why"]
    assessment = run(Request(root / "plan" / "tasks.toml", tmp_path, reports=(folder / "report.md",)))
    claims = {f"{claim.obligation}.{claim.level}": claim for claim in assessment.claims}
    for key, verdict in expected.get("claims", {}).items():
        assert claims[key].verdict.value == verdict, claims[key].reason
    for key, verdicts in expected.get("not_claims", {}).items():
        assert claims[key].verdict.value not in verdicts, claims[key].reason
    cells = {f"{cell.task.id}.{cell.level}": cell for cell in assessment.cells}
    for key, status in expected.get("cells", {}).items():
        assert cells[key].status.value == status, cells[key].reason


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_case__every_verdict__traces_to_an_entry(folder, root, tmp_path):
    assessment = run(Request(root / "plan" / "tasks.toml", tmp_path, reports=(folder / "report.md",)))
    for verdict in (*assessment.cells, *assessment.claims):
        assert verdict.reason
        for ref in verdict.evidence:
            assert assessment.entries[ref].line > 0
