"""Numbers of departments and governments: how many did something, and whether these are some of all."""

from __future__ import annotations

from collections.abc import Sequence

from checker.lexicon import Lexicon
from checker.model import Figure
from checker.patterns import Pattern
from checker.statements.extent import limits
from checker.statements.extent.rates import COUNT_UNITS, is_short_of_all, of_a_part, of_these
from checker.statements.patterns import alternation

_ADDRESSED = Pattern(r"(?:分解|分工|印发|下发|交办|转办|分派|抄送)(?:落实)?(?:到|至|给)?$")
"""分解到37个部门: to whom it went."""
_WRITTEN_TO = Pattern(r"[^，,。；]{0,8}?(?:发出|制发|发送|印发|送达|通报|反馈|移送|移交|交办|转办|发函)")
"""向23个部门发出通报: who was written to; 向98个乡镇下放 tells of those who received something."""


class Bodies:
    """Tells numbers of bodies; compiled once from section [extent] of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._bodies = Pattern(rf"[^，,。；、\d]{{0,10}}?(?:{alternation(lexicon, 'extent', 'bodies')})")

    def partly(self, text: str, start: int, figures: Sequence[Figure], last: Figure | None) -> str:
        """What makes the part that begins at `start` one of some, by its figures: 96%, 等13个部门, M of N."""
        for figure in figures:
            if told := of_a_part(text, start, figure):
                return told
            if is_short_of_all(text, start, figure):
                return figure.text
            if text[figure.start - 1 : figure.start] == "等" and self._is_of(text, figure):
                return f"等{figure.text}"
        for whole, part in of_these(text, figures, last):
            if whole.value > part.value:
                return part.text
        return limits.share(text, start, figures, last)

    def counted(self, text: str, figures: Sequence[Figure]) -> str:
        """The first number of bodies that did something, "" where there is none."""
        for figure in figures:
            if self._is_of(text, figure) and not _is_addressed(text, figure):
                return figure.text
        return ""

    def _is_of(self, text: str, figure: Figure) -> bool:
        return figure.unit in COUNT_UNITS and self._bodies.match(text, figure.end) is not None


def _is_addressed(text: str, figure: Figure) -> bool:
    """Whether bodies are only those to whom a paper or a task went."""
    if text[figure.start - 1 : figure.start] == "向" and _WRITTEN_TO.match(text, figure.end):
        return True
    return _ADDRESSED.search(text, max(0, figure.start - 6), figure.start) is not None
