"""Figures that tell how far something reached: rates of coverage, bodies counted, so many of so many."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.model import Figure
from checker.patterns import Pattern

COUNT_UNITS = frozenset(("个", "家", "所"))
_CASE_UNITS = frozenset(("件", "条", "项", "宗", "起", "卷", "份", "人", "名", "人次", "户", "次", "例", "场"))
_NOUN = (
    r"(?:覆盖|完成|公布|公开|公示|建成|落实|执行|配备|设立|组建|达标|适用|实施|推行|记录|归档|审核|审查|报备|备案|制定|编制|挂牌|建立)"
    r"(?:率|比例|比重|面|比)|制度[”\"]?(?:落实|执行)?比例"
)
_BEFORE = Pattern(rf"(?:{_NOUN})[^，,]{{0,12}}$")
_SHORT = Pattern(
    r"(?:覆盖|完成|建成|落实|配备|公布|公开|接入|组建|设立|执行)率?(?:已|均|仅|只|也|了|达到?|超过?|约|近|为)*$"
)
"""配备96%: said for short, taken only where it limits."""
_AFTER = Pattern(r"(?:落实|公布|公示|公开|覆盖|完成|建立|执行|达标)")
_IN_FULL = Pattern(r"(?<![率度比例面量])(?:做到|落实到|执行到)了?$")
"""三项制度在市县乡三级做到100%."""
_DUE_NOUN = Pattern(
    r"(?:持证(?:上岗)?|上岗|办结|审结|结案|办复|答复|回复|出庭(?:应诉)?|应诉|报送|报备|备案)率[^，,]{0,12}$"
)
_DONE_OF_ALL = Pattern(r"(?:合法性)?(?:审查|审核|备案|报备|办结|答复|整改|送达)")
_OF_THESE = Pattern(r"[^，,。；]{0,12}(?:中|当中|里)[，,]?(?:已经|已|仅|只|还|其中)?有?$")
_OPENS_WITH_ALL = Pattern(r"(?:并|且)?(?:全部|均|都)")
_HAVE_IT = Pattern(r"(?:以上)?的(?:部门|单位|机关|乡镇|街道|[县区旗市州]+)[^，,。；]{0,4}(?:占|有|达|为|共)")
_NEWLY_COME = Pattern(r"新(?:任|进|录用|招录|入职|上岗|聘用?)(?:的|行政){0,2}[^，,。；]{0,6}(?:人员|干部|领导)")
_AIMED_AT = Pattern("的(?:目标|要求|任务|指标)")
_PART_OF_YEAR = Pattern(
    r"(?:^|[，,；。])(?:第?[一二三四](?:、[一二三四])?季度|[上下]半年|前[一二三]季度|1(?:至|-|—)(?:[1-9]|1[01])月份?)(?!末|以来)"
)
_OF_NAMED = Pattern(
    r"(?:^|[，,；。])[市县区州旗省](?!司法局|[级直属域内]|委(?!办)|政府)[一-鿿]{1,6}?(?:局|委|厅)(?:[、和与及][一-鿿]{2,7}?(?:局|委|厅))*"
    r"(?!组织|牵头|指导|推动|督促|协调|会同|督导|监督)[^，,。；各所有全组织牵头]{0,14}(?:审[查核]|答复|出庭|应诉|持证|上岗)率"
)
"""Named departments with a rate of a duty that all have; the office of justice reports for the government."""
_LOOK = 24
_NEXT = 6
_AHEAD = 80
"""How far before a rate its part of the year may stand."""


def tells(figure: Figure) -> bool:
    """Whether a figure may say something of extent: a percentage or a number of bodies."""
    return figure.unit == "%" or figure.unit in COUNT_UNITS


def is_count(figure: Figure) -> bool:
    """Whether a figure may count bodies."""
    return figure.unit in COUNT_UNITS


def is_rate(text: str, start: int, figure: Figure) -> bool:
    """Whether a percentage in the part that begins at `start` says how far something reached, as this year's value."""
    if figure.unit != "%" or figure.role in ("previous", "change", "target"):
        return False
    before = _BEFORE.search(text, max(start, figure.start - _LOOK), figure.start)
    return before is not None or _AFTER.match(text, figure.end) is not None


def is_short_of_all(text: str, start: int, figure: Figure) -> bool:
    """Whether a percentage below 100 in the part that begins at `start` says how far something reached (配备96%)."""
    if figure.value >= 100 or figure.unit != "%":
        return False
    if is_rate(text, start, figure):
        return True
    counts = figure.role not in ("previous", "change", "target")
    return counts and _SHORT.search(text, max(start, figure.start - _LOOK), figure.start) is not None


def is_full_rate(text: str, start: int, figure: Figure) -> bool:
    """Whether a percentage says that all that was due was done: a rate of reach, or of a duty (出庭率) at 100 %."""
    if figure.value < 100 or figure.unit != "%" or figure.role in ("previous", "change", "target"):
        return False
    if _AIMED_AT.match(text, figure.end):
        return False
    return (
        is_rate(text, start, figure)
        or _IN_FULL.search(text, max(start, figure.start - _NEXT), figure.start) is not None
        or _DONE_OF_ALL.match(text, figure.end) is not None
        or _DUE_NOUN.search(text, max(start, figure.start - _LOOK), figure.start) is not None
    )


def of_a_part(text: str, start: int, figure: Figure) -> str:
    """The words that make a full rate one of some: of the bodies that have it, a part of the year, the newly come.

    A duty that binds every department is done by the named ones only (市公安局……审查率100%).
    """
    if figure.value < 100 or figure.unit != "%":
        return ""
    found = (
        _HAVE_IT.match(text, figure.end)
        or _NEWLY_COME.search(text, start, figure.start)
        or _PART_OF_YEAR.search(text, max(0, figure.start - _AHEAD), figure.start)
        or _OF_NAMED.search(text, start, figure.start)
    )
    return found.group() if found else ""


def of_these(text: str, figures: Sequence[Figure], last: Figure | None) -> list[tuple[Figure, Figure]]:
    """Pairs of a number of bodies and of those among them (98个乡镇中有31个); `last` is the figure before."""
    row = figures if last is None else [last, *figures]
    if len(row) < 2:
        return []
    bodies = [figure for figure in row if figure.unit in COUNT_UNITS]
    return [(whole, part) for whole, part in pairwise(bodies) if _OF_THESE.fullmatch(text, whole.end, part.start)]


def is_of_cases(text: str, start: int, last: Figure | None) -> bool:
    """Whether 全部 at the beginning of a part means the cases just counted (审核86件，全部按期完成)."""
    if last is None or last.unit not in _CASE_UNITS or start - last.end > _NEXT:
        return False
    return _OPENS_WITH_ALL.match(text, start) is not None
