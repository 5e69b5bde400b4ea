"""The shipped topics, built once, and a report made of plain sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from checker.model import Part, Plan, Sentence
from checker.plan import load_plan
from checker.statements.topics.label import TopicLabel, TopicRules, Topics, load_topics

# Enough words of law for a report to count as one on law-based government, whatever sentence a test adds.
LAW = ("依法行政水平稳步提高。", "执法人员全部参加法律知识考试。", "法治宣传进机关。")


@pytest.fixture(scope="session")
def shipped_plan(root: Path) -> Plan:
    return load_plan(root / "plan" / "tasks.toml")


@pytest.fixture(scope="session")
def rules(root: Path, shipped_plan: Plan) -> TopicRules:
    return load_topics(root / "plan" / "topics.toml", shipped_plan)


@pytest.fixture(scope="session")
def topics(shipped_plan: Plan, rules: TopicRules) -> Topics:
    return Topics(shipped_plan, rules)


def sentence(quote: str, headings: Sequence[str] = (), **changes: object) -> Sentence:
    """A statement of the results of a report, opening a paragraph."""
    values: dict[str, object] = {
        "quote": quote,
        "head": "",
        "chapter": "",
        "headings": tuple(headings),
        "part": Part.RESULTS,
        "ordinal": 1,
        "line": 1,
        "page": None,
        "opens_paragraph": True,
    }
    return Sentence(**(values | changes))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def label(topics: Topics) -> Callable[..., TopicLabel]:
    """The label of one sentence in a report on law-based government."""

    def labelled(quote: str, headings: Sequence[str] = (), **changes: object) -> TopicLabel:
        around = [sentence(text) for text in LAW]
        return topics.label([*around, sentence(quote, headings, **changes)])[-1]

    return labelled
