"""Words of a reason: entries quoted short, each with the id and place by which it is found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from checker.model import Entry

QUOTED = 40
"""Characters of a sentence that a reason shows."""
_BEHIND = 8
"""So many characters a reason shows behind the place that it is about."""

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
    """One entry in words, around those that decided: “…text…”（2022-070，一(八) 第47行，据“均已”）."""
    cue = _cue(entry)
    why = f"，据“{cue}”" if cue else ""
    return f"“{shortened(entry.text, max(0, entry.text.find(cue)))}”（{entry.id}，{entry.where}{why}）"


def shortened(text: str, at: int = 0) -> str:
    """At most QUOTED characters of a sentence, of which one is the character `at`."""
    if len(text) <= QUOTED:
        return text
    start = 0 if at < QUOTED - _BEHIND else min(at - QUOTED // 2, len(text) - QUOTED)
    end = start + QUOTED
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def _cue(entry: Entry) -> str:
    """The words that said how much is done, else those that said that it is done; "" where they are not known."""
    extents = [told.detail.partition("：")[2].partition("→")[0] for told in entry.because if told.label == "extent"]
    stances = [told.detail for told in entry.because if told.label == "stance"]
    return next((words for words in (*extents, *stances) if words and words in entry.text), "")
