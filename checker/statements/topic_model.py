"""A small linear model on character n-grams: a second opinion where the words of the rules leave doubt.

The weights are trained in the open by scripts/train_topics.py on the labelled development sets and lie
beside this module as data. The model never speaks alone for a sentence whose words are clear.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SIZES = (2, 3)
UNIT = 10
"""Weights are kept as whole numbers, this many to one."""
SHARPNESS = 3.0
"""The sum of weights is divided by the root of the number of known n-grams and multiplied by this."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MARKS = frozenset(",.:;!?。、()《》")
_WEIGHTS = Path(__file__).with_name("topic_weights.json")


@dataclass(frozen=True, slots=True)
class NgramModel:
    """Weights of n-grams for clauses: `grams` maps an n-gram to clause, weight, clause, weight, …"""

    bias: Mapping[int, float]
    grams: Mapping[str, tuple[int, ...]]

    def logits(self, text: str) -> dict[int, float]:
        """Log-odds of each clause for a folded sentence; above 0 means more likely than not."""
        totals = dict.fromkeys(self.bias, 0)
        known = 0
        for gram in ngrams(text):
            row = self.grams.get(gram)
            if row is not None:
                known += 1
                for at in range(0, len(row), 2):
                    totals[row[at]] += row[at + 1]
        scale = SHARPNESS / (UNIT * math.sqrt(known)) if known else 0.0
        return {clause: self.bias[clause] + scale * total for clause, total in totals.items()}


def ngrams(text: str) -> set[str]:
    """The n-grams of a folded sentence, numbers all read as 0, none across a punctuation mark."""
    text = _NUMBER.sub("0", text)
    grams = {text[at : at + size] for size in SIZES for at in range(len(text) - size + 1)}
    return {gram for gram in grams if _MARKS.isdisjoint(gram)}


def load_model(path: Path = _WEIGHTS) -> NgramModel:
    """Read the weights that ship with the program."""
    data = json.loads(path.read_text(encoding="utf-8"))
    bias = {int(clause): weight for clause, weight in data["bias"].items()}
    return NgramModel(bias, {gram: tuple(row) for gram, row in data["grams"].items()})
