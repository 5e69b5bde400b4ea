"""A result that is only the object of another word: hoped for, asked about, checked, the name of a motion or a plan.

希望各县区裁量基准全部公布 and 三项制度全部落实的提案 hold a whole sentence of result, and tell none.
"""

from __future__ import annotations

import re

from checker.lexicon import Lexicon
from checker.patterns import Pattern
from checker.statements.patterns import alternation

_SUBJECT = r"[^，的]{0,12}?"
_CALLED = r"(?:这一|等)?(?:工作|任务|重点|有关|相关)?"
_ATTAINED = Pattern(r"^[^，]{0,6}?(?:如期|提前|全面|已经?|顺利|圆满|率先)*(?:实现|达成|达到|完成)了?")
_TAKEN_IN = Pattern(r"^[将把][^，]{4,60}(纳入|列入|写入|作为|融入)")


class Nested:
    """Finds the words that a result is the object of."""

    def __init__(self, lexicon: Lexicon) -> None:
        hopes, looks = alternation(lexicon, "stance", "hopes"), alternation(lexicon, "stance", "looks_at")
        self._hoped = Pattern(rf"^{_SUBJECT}(?:{hopes})(?!的)")
        self._looked_at = Pattern(rf"^{_SUBJECT}(?:{looks})(?!的|到位|应用|使用|上线)")
        nouns = alternation(lexicon, "stance", "names_of_results")
        self._name = Pattern(
            rf"[^，]{{0,44}}?(?:的{_CALLED}(?:{nouns})(?![^，]{{0,6}}(?:完成|实现|达成))|情况(?:的|开展|进行|组织|纳入|作为|列入|实施|$)|进入(?:倒计时|冲刺))"
        )

    def hoped(self, part: str, whole: re.Match[str]) -> str:
        """The words of a hope or an intention that has the result as its object."""
        return _governing(self._hoped.match(part), part, whole)

    def dealt_with(self, part: str, whole: re.Match[str]) -> str:
        """The words of dealing with a result, or of the thing that is named after it."""
        if words := _governing(self._looked_at.match(part), part, whole):
            return words
        if (taken := _TAKEN_IN.match(part)) and whole.end() < taken.start(1):
            return taken.group()
        named = self._name.match(part, whole.end())
        return named.group() if named and not _attained(part, whole) else ""


def _governing(found: re.Match[str] | None, part: str, whole: re.Match[str]) -> str:
    """The words found, where they stand before the result and no clause of its own (计划制定的……) lies between."""
    if found is None or found.end() > whole.start() or "的" in part[found.end() : whole.start()]:
        return ""
    return found.group()


def _attained(part: str, whole: re.Match[str]) -> bool:
    """Whether the clause says that what is named was reached (如期实现……全部公布的目标)."""
    found = _ATTAINED.match(part)
    return found is not None and found.end() <= whole.start()
