"""Every task of the shipped plan: what is near and does not count, and what was truly done, in sentences of a city.

The sentences stand in near_misses/. Each is a report of its own, so that nothing around it speaks too.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from checker.judge.cells import ACCEPT
from checker.model import Plan, Report
from checker.reading import read
from checker.reports import labeller
from checker.statements.label import Labeller

TABLES = sorted((Path(__file__).parent / "near_misses").glob("*.toml"))
CASES = [(task, case) for table in TABLES for task, case in tomli.loads(table.read_text(encoding="utf-8")).items()]
NEAR = [(task, quote) for task, case in CASES for quote in case["near"]]
DONE = [(task, quote) for task, case in CASES for quote in case["done"]]
REPORT = "# 青芦市2022年法治政府建设情况报告\n\n## 一、主要成效\n\n{quote}\n"


@pytest.fixture(scope="module")
def maker(root: Path, shipped_plan: Plan) -> Labeller:
    return labeller(shipped_plan, root / "plan" / "tasks.toml")


def matched(maker: Labeller, folder: Path, quote: str) -> set[str]:
    """The tasks that a report of one sentence is evidence of."""
    path = folder / "report.md"
    path.write_text(REPORT.format(quote=quote), encoding="utf-8")
    report: Report = maker.label(read(path))
    return {match.id for statement in report.statements for match in statement.tasks if match.score >= ACCEPT}


def test_cases__of_the_tables__have_a_near_miss_and_a_result_for_every_task(shipped_plan: Plan):
    assert {task.id for task in shipped_plan.tasks} <= {task for task, _ in NEAR} & {task for task, _ in DONE}


@pytest.mark.parametrize(("task", "quote"), NEAR)
def test_near_miss__of_a_task__is_no_evidence_of_it(maker, tmp_path, task, quote):
    assert task not in matched(maker, tmp_path, quote)


@pytest.mark.parametrize(("task", "quote"), DONE)
def test_done__of_a_task__is_evidence_of_it(maker, tmp_path, task, quote):
    assert task in matched(maker, tmp_path, quote)
