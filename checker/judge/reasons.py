"""Words of a reason: entries quoted short, each with the id and place by which it is found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from checker.model import Entry

QUOTED = 40
"""Characters of a sentence that a reason shows."""

LISTED = 3
"""Entries that a reason shows; the rest are counted."""


class Speaks(Protocol):
    """Anything that holds the entry it speaks for."""

    @property
    def entry(self) -> Entry:
        """The entry."""
        ...


def quotes(speakers: Sequence[Speaks]) -> str:
    """The first entries in words, with their ids and places, and how many there are in all."""
    entries = [*{speaker.entry.id: speaker.entry for speaker in speakers}.values()]
    shown = "、".join(quoted(entry) for entry in entries[:LISTED])
    return f"{shown}等{len(entries)}处" if len(entries) > LISTED else shown


def quoted(entry: Entry) -> str:
    """One entry in words: “text…”（2022-070，一(八) 第47行）."""
    return f"“{shortened(entry.text)}”（{entry.id}，{entry.where}）"


def shortened(text: str) -> str:
    """At most QUOTED characters of a sentence."""
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}…"
