"""A small linear model on character n-grams: a second opinion where the words of the rules leave doubt.

The weights are trained in the open by scripts/train_topics.py on the labelled development sets and lie
beside this module as data. The model never speaks alone for a sentence whose words are clear.
"""

from __future__ import annotations

import json
import math
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from operator import add
from pathlib import Path

UNIT = 10
"""Weights are kept as whole numbers, this many to one."""
SHARPNESS = 3.0
"""The sum of weights is divided by the root of the number of known n-grams and multiplied by this."""

_HALF = 1 << 31
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MARKS = re.compile(r"[,.:;!?。、()《》]")
_WEIGHTS = Path(__file__).with_name("weights.json")


@dataclass(frozen=True)
class NgramModel:
    """Weights of n-grams for clauses: `grams` maps an n-gram to clauses and weights in turn, as the file has them."""

    bias: Mapping[int, float]
    grams: Mapping[str, tuple[int, ...]]

    def logits(self, text: str) -> dict[int, float]:
        """Log-odds of each clause for a folded sentence; above 0 means more likely than not."""
        known = self.grams.keys() & pieces(text)
        totals = _unpacked(sum(map(self._packed.__getitem__, known)), max(self.bias) + 1)
        scale = SHARPNESS / (UNIT * math.sqrt(len(known))) if known else 0.0
        return {clause: bias + scale * totals[clause] for clause, bias in self.bias.items()}

    @cached_property
    def _packed(self) -> _Packed:
        return _Packed(self.grams)


class _Packed(dict[str, int]):
    """The weights of an n-gram as one number with 32 bits for each clause, so that one addition adds them all.

    Made when first asked for: a report has a few hundred of five thousand.
    """

    def __init__(self, grams: Mapping[str, tuple[int, ...]]) -> None:
        super().__init__()
        self._grams = grams

    def __missing__(self, gram: str) -> int:
        row = self._grams[gram]
        self[gram] = sum(weight << 32 * clause for clause, weight in zip(row[::2], row[1::2], strict=True))
        return self[gram]


def _unpacked(total: int, clauses: int) -> list[int]:
    """The sums of clauses 0, 1, …; half the room is lent to each, so that none is below 0 and borrows from the next."""
    lent = (total + _halves(clauses)).to_bytes(4 * clauses, "little")
    return [told - _HALF for told in struct.unpack(f"<{clauses}I", lent)]


@cache
def _halves(clauses: int) -> int:
    return sum(_HALF << 32 * clause for clause in range(clauses))


def pieces(text: str) -> Iterator[str]:
    """All pieces of two and three characters of a folded sentence, numbers read as 0; some come more than once."""
    text = _NUMBER.sub("0", text)
    pairs = [*map(add, text, text[1:])]
    return chain(pairs, map(add, pairs, text[2:]))


def ngrams(text: str) -> set[str]:
    """The pieces that may be learned: none across a punctuation mark."""
    return {piece for piece in pieces(text) if not _MARKS.search(piece)}


def load_model(path: Path = _WEIGHTS) -> NgramModel:
    """Read the weights that ship with the program."""
    data = json.loads(path.read_text(encoding="utf-8"))
    bias = {int(clause): weight for clause, weight in data["bias"].items()}
    return NgramModel(bias, {gram: tuple(row) for gram, row in data["grams"].items()})
