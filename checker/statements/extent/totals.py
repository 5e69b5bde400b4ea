"""How many units a level has, learnt from the report itself: 9个县（市、区） of which 7 are not all.

A count is taken for the total where it is the largest of its level and stated as such (全市9个县区,
98个乡镇中有31个) or stated twice. Counts of the whole province or country are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from checker.model import Figure, Level
from checker.patterns import Pattern
from checker.statements.levels.label import LevelSpan

_ELSEWHERE = Pattern(r"全省|全国|省内|全自治区|累计")
_AS_TOTAL = Pattern(r"(?:全[市县区旗州盟镇乡]|所辖|下辖|辖区|辖|全部|所有)(?:共有|共|的)?$")
_OF_THESE = Pattern(r"[^，,。；]{0,4}(?:中|当中)")
_UNITS = frozenset(("个", "家"))
_LOOK = 12
_TWICE = 2


def counts(text: str, spans: Iterable[LevelSpan], figures: Sequence[Figure]) -> Iterator[tuple[LevelSpan, Figure]]:
    """The spans that are counted, each with its figure (9个 + 县（市、区）)."""
    by_end = {figure.end: figure for figure in figures if figure.unit in _UNITS and not figure.approx}
    for span in spans:
        figure = by_end.get(span.start) if span.rule == "level.below" else None
        if (
            figure
            and text[span.end : span.end + 1] not in ("级", "直")
            and not _ELSEWHERE.search(text, max(0, figure.start - _LOOK), figure.start)
        ):
            yield span, figure


def totals(rows: Iterable[tuple[str, Sequence[LevelSpan], Sequence[Figure]]]) -> dict[Level, float]:
    """The total of each level that a report shows, from the quote, spans and figures of its sentences."""
    seen: dict[Level, Counter[float]] = {}
    for text, spans, figures in rows:
        for span, figure in counts(text, spans, figures):
            tally = seen.setdefault(span.level, Counter())
            tally[figure.value] += 1
            as_total = _AS_TOTAL.search(text, max(0, figure.start - _LOOK), figure.start)
            if as_total or _OF_THESE.match(text, span.end):
                tally[figure.value] += 1
    largest = {level: max(tally) for level, tally in seen.items()}
    return {level: value for level, value in largest.items() if value > 1 and seen[level][value] >= _TWICE}
