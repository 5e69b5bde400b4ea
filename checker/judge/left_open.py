"""Bodies that a report says are still behind: beside them, 'all' of the same level is not all."""

from __future__ import annotations

from checker.model import Extent, Stance
from checker.patterns import Pattern

_BEHIND = Pattern(
    r"(?:(?:\d{1,5}|[一两二三四五六七八九十]{1,4})[个家][^，,。；]{0,10}|(?:其余|余下|剩余|另有)[^，,。；]{0,14})"
    r"(?:仍|尚|还|正)(?:在|处|未|待|需)"
)
"""12个仍在配备, 两个县仍在过渡期, 其余3个县正在编制."""


def is_left_open(stance: Stance, extent: Extent, text: str) -> bool:
    """Whether a fact under way tells of some bodies of its level that are still behind the others."""
    return stance is Stance.ONGOING and extent is Extent.SOME and _BEHIND.search(text) is not None
