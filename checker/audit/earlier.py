"""Which of two told values is the earlier one, where the words beside it say so: last year's or the plan's."""

from __future__ import annotations

from checker.audit.terms import Term
from checker.patterns import Pattern

_EARLIER = Pattern(
    r"(?:上年|上一年|上期|去年|前一年|同期|年初|期初|改革前|整治前|治理前|实施前|此前|之前|[较比]20[0-9]{2}年)"
    r"[^，。；、]{0,16}$"
)
_AGAINST = Pattern(r"(?<![占同对环])[较比](?![例重率较])(?P<than>[^，。；、]{1,16})$")
_FROM = Pattern(r"(?:由|从)[^，。；、]{0,16}$")
_ONWARD = Pattern(r"^[^，。；、]{0,10}[到至为成]")
_PLANNED = Pattern(r"(?:计划|目标|任务|原|法定|额定|核定|规定)[^，。；、]{0,16}$")
_MOVED = Pattern(r"增|升|提高|扩大|降|减|压|缩|回落|高于|低于|高出|多|少")
_LATER = Pattern(r"今年|本年|当年|全年|目前|现有|现|年末|年底|实际|本期|[增升提扩降减压缩][^，。；]{0,4}[至到为]")
_PART_YEAR = Pattern(r"月|季度|半年|旬")
_YEAR = Pattern(r"(20[0-9]{2})年")
_THIS_YEAR = Pattern("今年|本年")
_LEAD = Pattern(r"[，。；：:;]")


def lead_of(term: Term) -> str:
    """The words in front of a figure, an opening bracket taken as nothing: 较上年（92.6% reads 较上年."""
    return _LEAD.split(term.gap.rstrip("（("))[-1] if term.gap.endswith(("（", "(")) else term.left


def is_earlier(term: Term) -> bool:
    """Whether the words in front say that a value is last year's or the year's start."""
    if term.figure.role == "previous":
        return True
    found = _EARLIER.search(lead_of(term)) or _AGAINST.search(lead_of(term))
    return found is not None and not _MOVED.search(found.group())


def is_planned(term: Term) -> bool:
    """Whether a value is what was planned, allowed or there before, against which another is told."""
    return bool(_PLANNED.search(lead_of(term)))


def is_later(term: Term) -> bool:
    """Whether the words in front say that a value is this year's, or what was reached."""
    return bool(_LATER.search(lead_of(term)))


def year_of(term: Term) -> int:
    """The year named in front of a value in its clause; 0 where there is none."""
    years = _YEAR.findall(lead_of(term))
    return int(years[-1]) if years else 0


def ordered(one: Term, other: Term) -> tuple[Term, Term] | None:
    """Two values told one after the other as (earlier, later); None where the words do not say which is which."""
    if bool(_PART_YEAR.search(lead_of(one))) != bool(_PART_YEAR.search(lead_of(other))):
        return None  # half a year is not compared with a year
    years = year_of(one), year_of(other)
    if all(years) and years[0] != years[1]:
        return (one, other) if years[0] < years[1] else (other, one)
    if is_earlier(one) != is_earlier(other):
        return (one, other) if is_earlier(one) else (other, one)
    if years[0] and not years[1] and _THIS_YEAR.search(lead_of(other)):
        return one, other
    if _FROM.search(lead_of(one)) and _ONWARD.match(other.gap):
        return one, other
    if is_planned(one) and not is_planned(other):
        return one, other
    return None
