"""Paragraphs that several reports share almost word for word: MinHash (datasketch, the `batch` extra).

Work and memory are linear in the paragraphs: signatures are cut into bands, equal bands bring paragraphs together,
and each is compared with the first of its group only. Digits and the place's own name do not count, since whoever
copies changes these.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from checker.errors import InputError, Problem
from checker.rollup.model import Copies, Passage

SHORTEST = 60
"""Characters; shorter paragraphs are alike by the genre's habit."""

ALIKE = 0.8
"""Estimated share of common pieces (Jaccard) from which two paragraphs are one."""

_PIECE = 4
_PERMUTATIONS = 64
_BAND = 4
"""64 / 4 bands of 4: paragraphs alike to 0.8 meet with a probability above 0.999, to 0.4 with one in three."""

_NOISE = re.compile(r"[\s\d.,%％，。；：、！？（）()《》“”]+")


def copies_of(passages: Iterable[Passage]) -> tuple[Copies, ...]:
    """Groups that two reports or more share; those of most places and then the longest first.

    Raises InputError where datasketch is missing.
    """
    try:
        from datasketch import MinHash
    except ImportError as missing:
        hint = 'pip install "law-plan-checker[batch]"'
        raise InputError([Problem("datasketch", 0, "X001", "查找雷同段落要先安装它", hint)]) from missing
    groups: list[list[Passage]] = []
    firsts: list[Any] = []
    bands: dict[tuple[int, bytes], int] = {}
    for passage in passages:
        pieces = _pieces(passage)
        if not pieces:
            continue
        signature = MinHash(num_perm=_PERMUTATIONS, seed=1, hashfunc=_hash)
        signature.update_batch(pieces)
        keys = [(at, signature.hashvalues[at : at + _BAND].tobytes()) for at in range(0, _PERMUTATIONS, _BAND)]
        near = sorted({bands[key] for key in keys if key in bands})
        home = next((group for group in near if firsts[group].jaccard(signature) >= ALIKE), None)
        if home is None:
            home = len(groups)
            groups.append([])
            firsts.append(signature)
            for key in keys:
                bands.setdefault(key, home)
        groups[home].append(passage)
    return _told(groups)


def _pieces(passage: Passage) -> list[bytes]:
    """Runs of a few characters of the paragraph, sorted; none of a short one."""
    bare = passage.text.replace(passage.government, "") if passage.government else passage.text
    bare = _NOISE.sub("", bare)
    if len(bare) < SHORTEST:
        return []
    return sorted({bare[at : at + _PIECE].encode() for at in range(len(bare) - _PIECE + 1)})


def _hash(piece: bytes) -> int:
    from zlib import crc32

    return crc32(piece)


def _told(groups: Sequence[Sequence[Passage]]) -> tuple[Copies, ...]:
    found = []
    for group in groups:
        by_report: dict[str, list[Passage]] = defaultdict(list)
        for passage in group:
            by_report[passage.sha256].append(passage)
        if len(by_report) > 1:
            ordered = sorted(group, key=lambda one: (one.year, one.government, one.sha256, one.line))
            found.append(Copies(tuple(ordered)))
    return tuple(sorted(found, key=_weight))


def _weight(one: Copies) -> tuple[int, int, int, str]:
    text = one.passages[0].text
    return -one.places, -len(one.passages), -len(text), text
