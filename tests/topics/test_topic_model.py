"""The n-gram weights: small, anonymous, reproducible, and worth their place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.lexicon import load_lexicon
from checker.reading import read
from checker.statements.splitting.split import split
from checker.statements.topics.label import Topics
from checker.statements.topics.model import NgramModel, load_model, ngrams
from scripts.scoring import Scores
from scripts.train_topics import compact, train


def test_weights__are_of_short_pieces_only__so_that_no_sentence_can_be_read_from_them():
    assert max(map(len, load_model().grams)) == 3


def test_ngrams__across_marks_or_of_different_figures__are_not_told_apart():
    assert ngrams("办结31件,公布") == ngrams("公布,办结4件")


def test_logits__words_of_a_clause__speak_for_it_and_unknown_text_for_none():
    model = load_model()
    logits = model.logits("行政复议案件审结")
    assert max(logits, key=lambda clause: logits[clause]) == 22
    assert max(model.logits("xyz").values()) < 0


def test_logits__weights__are_added_and_scaled_by_the_root_of_what_is_known():
    model = NgramModel({1: -1.0, 2: 0.0}, {"甲乙": (1, 20), "乙丙": (1, 10, 2, -10)})
    assert model.logits("甲乙丙") == pytest.approx({1: -1.0 + 3 / 2**0.5 * 3.0, 2: -3 / 2**0.5})


def test_train__the_same_rows__give_the_same_weights_that_fit_them():
    rows = [("行政复议案件审结", frozenset([22])), ("应急演练场次", frozenset([18]))] * 8
    first, second = train(rows), train(rows)
    assert first == second
    bias, weights = first
    model = NgramModel(bias, compact(weights))
    assert model.logits("行政复议案件审结")[22] > 0 > model.logits("应急演练场次")[22]


@pytest.mark.parametrize("second_opinion", [True, False])
def test_scores__of_the_test_half__hold_with_and_without_the_second_opinion(root, shipped_plan, rules, second_opinion):
    topics = Topics(shipped_plan, rules, second_opinion=second_opinion)
    result = _scores(topics, sorted((root / "tests/corpus/test").glob("*.jsonl")), root)
    assert result["clauses"] >= (0.9 if second_opinion else 0.85)
    assert result["obligations"] >= 0.9


@pytest.mark.shared
def test_scores__of_the_shared_reports__reach_their_targets_by_the_rules_alone(root, shipped_plan, rules, shared):
    topics = Topics(shipped_plan, rules, second_opinion=False)
    provinces = sorted((shared / "gold/provincial").glob("*.jsonl"))
    texts = {gold: shared / "reports/provincial" / f"{gold.stem}.txt" for gold in provinces}
    provincial = _scores(topics, provinces, root, texts)
    texts = {
        shared / "gold/xining-2022.jsonl": shared / "reports/xining-2022.txt",
        shared / "gold/jiashi-2023.jsonl": shared / "reports/jiashi-2023.md",
    }
    written = _scores(topics, list(texts), root, texts)
    assert written["clauses"] >= 0.93
    assert written["obligations"] >= 0.95
    assert provincial["clauses"] >= 0.85


def _scores(topics: Topics, golds: list[Path], root: Path, texts: dict[Path, Path] | None = None) -> dict:
    lexicon = load_lexicon(root / "plan" / "lexicon.toml")
    scores = Scores()
    for gold in golds:
        sentences = split(read((texts or {}).get(gold, gold.with_suffix(".md"))), lexicon)
        labels = topics.label(sentences)
        rows = [
            {"quote": s.quote, "clauses": list(la.clauses), "obligations": list(la.obligations)}
            | {"levels": [], "stance": "achieved", "figures": []}
            for s, la in zip(sentences, labels, strict=True)
        ]
        lines = gold.read_text(encoding="utf-8").splitlines()
        scores.add([json.loads(line) for line in lines if line.strip()], rows)
    return scores.result()
