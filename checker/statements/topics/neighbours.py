"""Sentences that tell what another government did: a neighbour is the subject, or what a superior makes known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.statements.patterns import any_of

_MADE_KNOWN = "推广|转发|刊发|介绍|推介|摘登|通报表扬|点名表扬"
"""What a superior does with the practice of another place; 推广到 and 推广至 are said of one's own."""


class Neighbours:
    """Tells whether a sentence speaks of a neighbour's deeds (邻市建成……, 省厅推广了邻州的经验).

    A neighbour that comes to learn or that signs with one's own government (邻市来我市考察) is none of it, and
    neither is one that stands elsewhere in the clause (与邻市建立协作机制, 借鉴邻市经验，建成……).
    """

    def __init__(self, names: Sequence[str], guests: Sequence[str]) -> None:
        """`names` are words such as 邻市; `guests` what is said of those that come to one's own government."""
        name = any_of(names)
        self._names = tuple(names)
        self._told = re.compile(
            f"(?:^|[,;:。])(?:{name})(?![^;。]*(?:{any_of(guests)}))|(?:{_MADE_KNOWN})(?![到至给])了?(?:{name})"
        )

    def told(self, text: str) -> bool:
        """Whether a folded sentence tells the deeds of a neighbour."""
        return any(name in text for name in self._names) and self._told.search(text) is not None
