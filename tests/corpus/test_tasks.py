"""The labels of tasks hold together: ids of the plan, the statements of their text, and scores that count rightly."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.plan import load_plan
from scripts.agreement import read_labels
from scripts.task_scores import XINING, UnusableInputError, compare, with_quotes

CORPUS = Path(__file__).resolve().parent
LABELS = sorted((CORPUS / "tasks").glob("*.jsonl"))
OF_OUR_OWN = [path for path in LABELS if path.stem != XINING]


@pytest.fixture(scope="module")
def ids(root: Path) -> frozenset[str]:
    return frozenset(task.id for task in load_plan(root / "plan" / "tasks.toml").tasks)


def test_labels__all__are_many() -> None:
    assert sum(len(read_labels(path)) for path in LABELS) >= 600


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_labels__of_a_text__name_tasks_of_the_plan_once(path: Path, ids: frozenset[str]) -> None:
    for row in read_labels(path):
        named = [*row["tasks"], *row["weak"]]
        assert set(named) <= ids, row
        assert len(named) == len(set(named)), row


@pytest.mark.parametrize("path", OF_OUR_OWN, ids=lambda path: path.stem)
def test_labels__of_our_own_text__are_of_its_statements(path: Path) -> None:
    statements = read_labels(CORPUS / "dev" / path.name)
    assert [row["quote"] for row in read_labels(path)] == [row["quote"] for row in statements]


@pytest.mark.shared
def test_labels__of_the_published_report__count_its_statements_and_quote_none(shared: Path) -> None:
    labels = read_labels(CORPUS / "tasks" / f"{XINING}.jsonl")
    assert all(row.keys() == {"ordinal", "tasks", "weak"} for row in labels)
    assert len(with_quotes(labels, read_labels(shared / "gold" / f"{XINING}.jsonl"))) == len(labels)


def test_with_quotes__a_hole__is_refused() -> None:
    with pytest.raises(UnusableInputError):
        with_quotes([{"ordinal": 2, "tasks": [], "weak": []}], [{"quote": "甲。"}])


def test_compare__right_weak_false_and_missing__are_told_apart() -> None:
    labels = [
        {"quote": "公布权责清单。", "tasks": ["right", "missing"], "weak": ["weak"]},
        {"quote": "感谢大家。", "tasks": [], "weak": []},
    ]
    predicted = [
        {"quote": "公布权责清单。", "tasks": {"right": 0.9, "weak": 0.7, "false": 0.8}},
        {"quote": "感谢大家。", "tasks": {"right": 0.6}},
    ]
    tally, differences = compare(labels, predicted)
    assert (tally.hit, tally.extra, tally.missed) == (1, 2, 1)
    assert [(one.task, one.score) for one in differences] == [("false", 0.8), ("missing", None), ("right", 0.6)]
