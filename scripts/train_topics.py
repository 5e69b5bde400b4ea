#!/usr/bin/env python3
"""Train the n-gram weights of checker/statements/topics/weights.json, in the open and reproducibly.

usage: train_topics.py [LABELS.jsonl ...] [--out FILE]

Without files it takes tests/corpus/dev/*.jsonl and, where they lie beside the project, the labelled
reports of ../shared/gold; the test half is refused. The plan's own words (titles, criteria, terms) are
added as examples of their clauses. One logistic regression a clause, AdaGrad, fixed seed and order: the
same files give the same weights. N-grams of fewer than four sentences and small weights are left out, so
that no sentence can be read back from the file.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from checker.plan import load_plan  # noqa: E402
from checker.statements.topics.model import SHARPNESS, UNIT, ngrams  # noqa: E402
from checker.statements.topics.words import fold  # noqa: E402

SEED = 7
EPOCHS = 12
RATE, BIAS_RATE = 0.3, 0.05
FEWEST = 4
"""An n-gram has to occur in so many sentences."""
SMALLEST = 0.5
"""Weights nearer to 0 than this are left out."""
WELL_KNOWN = 0.02
"""An example that is off by less than this teaches nothing more."""

Example = tuple[list[str], float, frozenset[int]]


def labelled(files: Sequence[Path]) -> list[tuple[str, frozenset[int]]]:
    """The sentences of label files with their clauses."""
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [json.loads(line) for line in lines]
    return [(row["quote"], frozenset(row["clauses"])) for row in rows]


def plan_words() -> list[tuple[str, frozenset[int]]]:
    """Titles, criteria and terms of the plan's tasks as examples of their clauses."""
    tasks = load_plan(ROOT / "plan" / "tasks.toml").tasks
    rows = []
    for task in tasks:
        truth = frozenset([task.clause])
        rows += [(f"{task.title}。{task.criterion}", truth), ("、".join(task.terms), truth)]
    return rows


def examples(rows: Sequence[tuple[str, frozenset[int]]]) -> list[Example]:
    """Known n-grams of each sentence, sorted, with the scale of a sentence of that length."""
    grams = [sorted(ngrams(fold(text))) for text, _ in rows]
    often = Counter(gram for row in grams for gram in row)
    found = []
    for row, (_, clauses) in zip(grams, rows, strict=True):
        known = [gram for gram in row if often[gram] >= FEWEST]
        if known:
            found.append((known, SHARPNESS / math.sqrt(len(known)), clauses))
    return found


def train(rows: Sequence[tuple[str, frozenset[int]]]) -> tuple[dict[int, float], dict[int, dict[str, float]]]:
    """Bias and weights of each clause."""
    data = examples(rows)
    clauses = [0, *range(4, 36)]
    bias = dict.fromkeys(clauses, -3.0)
    weights: dict[int, dict[str, float]] = {clause: {} for clause in clauses}
    slopes: dict[int, dict[str, float]] = {clause: {} for clause in clauses}
    order = random.Random(SEED)
    for _ in range(EPOCHS):
        order.shuffle(data)
        for grams, scale, truth in data:
            for clause in clauses:
                bias[clause] += _step(weights[clause], slopes[clause], grams, scale, bias[clause], clause in truth)
    return bias, weights


def _step(
    weights: dict[str, float], slopes: dict[str, float], grams: list[str], scale: float, bias: float, truth: bool
) -> float:
    """Teach one clause one sentence; the change of its bias."""
    logit = bias + scale * sum(weights.get(gram, 0.0) for gram in grams)
    error = float(truth) - 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
    if abs(error) < WELL_KNOWN:
        return 0.0
    step = error * scale
    for gram in grams:
        slopes[gram] = slopes.get(gram, 0.0) + step * step
        weights[gram] = weights.get(gram, 0.0) + RATE * step / math.sqrt(slopes[gram] + 1e-3)
    return BIAS_RATE * error


def compact(weights: dict[int, dict[str, float]]) -> dict[str, tuple[int, ...]]:
    """N-gram -> clause, weight, clause, weight, … without the small weights."""
    grams: dict[str, list[int]] = {}
    for clause, row in weights.items():
        for gram, weight in row.items():
            if abs(weight) >= SMALLEST:
                grams.setdefault(gram, []).extend((clause, round(weight * UNIT)))
    return {gram: tuple(row) for gram, row in sorted(grams.items())}


def _plain(row: tuple[int, ...]) -> str:
    return json.dumps(row, separators=(",", ":"))


def default_files() -> list[Path]:
    """The development half, and the shared labelled reports where they are."""
    shared = ROOT.parent / "shared" / "gold"
    return [*sorted((ROOT / "tests/corpus/dev").glob("*.jsonl")), *sorted(shared.glob("**/*.jsonl"))]


def main() -> int:
    """Train and write the weights; exit code 2 for a file of the test half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "checker/statements/topics/weights.json")
    options = parser.parse_args()
    files = options.files or default_files()
    if any(file.resolve().parent == ROOT / "tests/corpus/test" for file in files):
        parser.error("the test half is for measuring only")
    rows = labelled(files)
    bias, weights = train([*rows, *plan_words()])
    grams = compact(weights)
    about = f"n-gram weights x{UNIT} for the clauses; made by scripts/train_topics.py, seed {SEED}"
    head = {"about": about, "sentences": len(rows), "bias": {str(c): round(b, 2) for c, b in bias.items()}}
    lines = [f"{json.dumps(gram, ensure_ascii=False)}:{_plain(row)}" for gram, row in grams.items()]
    body = json.dumps(head, ensure_ascii=False)[:-1] + ', "grams": {\n' + ",\n".join(lines) + "\n}}\n"
    options.out.write_text(body, encoding="utf-8")
    print(f"{len(rows)} sentences, {len(grams)} n-grams, {sum(map(len, grams.values())) // 2} weights")
    return 0


if __name__ == "__main__":
    sys.exit(main())
