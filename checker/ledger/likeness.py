"""Which sentences of two texts are the same, reworded or unrelated.

Likeness is Dice's coefficient over pairs of neighbouring characters, which needs no word boundaries and so suits
Chinese. Candidates come from an index of the pairs; pairs that a crowd of sentences shares are no help and are
left out, which keeps the work near linear for long texts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

K = TypeVar("K")

REWORDED = 0.6
"""From here on two sentences are one in two wordings."""

_CROWD = 40
_PUNCTUATION = str.maketrans("", "", " \t\n\u3000，。、；：！？“”‘’（）()《》,.;:!?\"'")


def plain(text: str) -> str:
    """A sentence without white space and punctuation: what has to be equal for it to be the same."""
    return text.translate(_PUNCTUATION)


def pairs_of(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a sentence."""
    bare = plain(text)
    return frozenset(bare[at : at + 2] for at in range(max(1, len(bare) - 1))) if bare else frozenset()


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Between 0 (nothing in common) and 1 (the same pairs)."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def likest(old: Mapping[K, str], new: Mapping[K, str], least: float = REWORDED) -> tuple[tuple[K, K, float], ...]:
    """Pairs (old, new, likeness) of at least `least`; the likest first, each sentence used once."""
    old_pairs = {key: pairs_of(text) for key, text in old.items()}
    new_pairs = {key: pairs_of(text) for key, text in new.items()}
    index = index_of(new_pairs)
    found = [
        (score, left, right)
        for left, pairs in old_pairs.items()
        for right in candidates(pairs, index)
        if (score := likeness(pairs, new_pairs[right])) >= least
    ]
    order_old = {key: place for place, key in enumerate(old)}
    order_new = {key: place for place, key in enumerate(new)}
    found.sort(key=lambda one: (-one[0], order_old[one[1]], order_new[one[2]]))
    return _each_once(found)


def _each_once(found: Sequence[tuple[float, K, K]]) -> tuple[tuple[K, K, float], ...]:
    used_old: set[K] = set()
    used_new: set[K] = set()
    chosen = []
    for score, left, right in found:
        if left not in used_old and right not in used_new:
            used_old.add(left)
            used_new.add(right)
            chosen.append((left, right, score))
    return tuple(chosen)


def index_of(sets: Mapping[K, frozenset[str]]) -> dict[str, list[K]]:
    """Pair -> the sentences that hold it, but for pairs that a crowd holds."""
    index: dict[str, list[K]] = defaultdict(list)
    for key, pairs in sets.items():
        for pair in pairs:
            index[pair].append(key)
    return {pair: keys for pair, keys in index.items() if len(keys) <= _CROWD}


def candidates(pairs: Iterable[str], index: Mapping[str, Sequence[K]]) -> Iterable[K]:
    """Sentences that share a rare pair, those with most in common; sorted by the index, so the order is stable."""
    shared: Counter[K] = Counter()
    for pair in sorted(pairs):
        shared.update(index.get(pair, ()))
    return [key for key, _ in shared.most_common(8)]
