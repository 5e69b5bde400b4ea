"""How a clause ends that tells a result: with what was done, or with the matter it was done to.

三项制度全部落实 and 全部公布裁量基准 end so; 三项制度全部落实攻坚战 and ……需要共同努力 do not: there the result is
only part of what the clause tells. The ends are few and the other words many, so that the ends are listed.
"""

from __future__ import annotations

from checker.lexicon import Lexicon
from checker.patterns import Pattern
from checker.statements.patterns import alternation

_AMOUNT = r"\d+(?:\.\d+)?(?:[部件项名个家人条次类册处所套台户份卷级%％]|余[部件项名个家])"
_LONGEST = 12
"""No end is longer."""
_CLOSED = r"[”’》）)\]】、]*$"


class Ends:
    """Tells clauses that end as results do; compiled once from section [extent] of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._result, self._title = (
            Pattern(rf"(?:{alternation(lexicon, 'extent', name)}|{_AMOUNT}|[一二两三四五六七八九十]?年){_CLOSED}")
            for name in ("ends_of_results", "ends_of_titles")
        )

    def as_result(self, text: str, end: int, stop: int) -> bool:
        """Whether the part of a clause text[end:stop] behind a word of wholeness ends as a result does."""
        return end >= stop or self._result.search(text, max(end, stop - _LONGEST), stop) is not None

    def as_title(self, text: str, end: int, stop: int) -> bool:
        """The same behind the words that say that a title was received."""
        return end >= stop or self._title.search(text, max(end, stop - _LONGEST), stop) is not None
