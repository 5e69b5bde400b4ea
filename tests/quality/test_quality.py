"""The judgement never falls below what is recorded, and our scores are those of the shared script."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from checker.rendering.documents import statements_document
from scripts.quality import METRICS, RECORDED, Checker, measure, sets_at_hand
from scripts.scoring import Scores

LOWER_IS_BETTER = {"false_achieved", "false_covered"}
TOLERANCE = 0.0005
FLOORS = json.loads(RECORDED.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


@pytest.mark.parametrize("name", FLOORS)
def test_scores__of_a_set__are_not_below_what_is_recorded(name, checker, shared):
    texts = sets_at_hand(shared).get(name)
    if texts is None:
        pytest.skip("标注集不在项目旁边（../shared）")
    scores = measure(texts, checker)
    for metric in METRICS:
        floor, now = FLOORS[name][metric], scores[metric]
        if floor is None:
            continue
        if metric in LOWER_IS_BETTER:
            assert now <= floor + TOLERANCE, (metric, now, floor)
        else:
            assert now >= floor - TOLERANCE, (metric, now, floor)


def test_recorded__false_covered__is_none_on_every_development_set():
    for name, scores in FLOORS.items():
        if "测试" not in name and scores["false_covered"] is not None:
            assert scores["false_covered"] == 0, name


@pytest.mark.shared
def test_scores__by_our_script_and_the_shared_one__are_equal(checker, shared):
    theirs = _shared_script(shared / "gold" / "score.py").Scores()
    ours = Scores()
    for text in sets_at_hand(shared)["西宁 + 甲市"]:
        predicted = statements_document(checker.report(text.path))["statements"]
        theirs.add(list(text.labels), predicted)
        ours.add(text.labels, predicted)
    result = theirs.result()
    for name, value in ours.result().items():
        expected = result[name]["f1"] if isinstance(result[name], dict) else result[name]
        assert value == pytest.approx(expected, abs=1e-4), name


def _shared_script(path: Path):
    spec = importlib.util.spec_from_file_location("shared_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
