"""Numbers before or behind a list of names (C09, C14, C15)."""

from __future__ import annotations

from checker.audit.found import Results, Sum, confirmed, finding
from checker.audit.terms import Term
from checker.model import Severity, Statement
from checker.patterns import HAN, Pattern

_TITLES = Pattern(
    r"((?:《[^《》]*(?:《[^《》]*》[^《》]*)*》(?:（[^（）]{0,12}）)?[、和与及]?)+)(等)?(?:共)?$", needs="》"
)
_TITLE = Pattern(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_QUOTED = Pattern(
    r"(?<![、和与及])((?:“[^“”]*”[、和与及]?){2,}|(?:\"[^\"]*\"[、和与及]?){2,})(等)?(?:共)?$", needs='”"'
)
_QUOTE = Pattern(r"“[^“”]*”|\"[^\"]*\"")
_PLACES = Pattern(rf"(?:^|[，。；：:;,])((?:{HAN}{{1,7}}?[县区市旗镇乡][、和与及])+{HAN}{{1,7}}?[县区市旗镇乡])(等)?$")
_PLACE_SPLIT = Pattern(r"[、和与及]")
_PLACE_UNITS = Pattern(r"(?:个)?(?:县区|区县|旗县|县（市、区）|县|区|市|旗|镇街|街镇|乡镇|镇|乡|街道|地区|地方)")
_NOUN_SPLIT = Pattern(r"、|和(?!解)|与|以及|(?<![普涉惠])及(?!时|格)")
_TITLE_UNITS = frozenset("件部项个份")
_RESPECTIVELY = Pattern(r"([^，。；：]{2,60}?)(?:分别)[^，。；]{0,10}$", needs=("分别",))
_LIST_ENDS = ("》", "）", "”", '"', "等", "共")
_ENDS_TITLES = frozenset("》）、和与及")
_ENDS_QUOTED = frozenset('”"、和与及')
_NEAR = 300


def check_lists(statement: Statement, terms: tuple[Term, ...]) -> Results:
    """Every number of a statement that stands beside the names it counts."""
    for term in terms:
        if not term.is_count or not term.span.exact or term.value > 100:
            continue
        front = statement.quote[max(0, term.figure.start - _NEAR) : term.figure.start]
        if front.endswith(_LIST_ENDS):
            last = front.rstrip("等共")[-1:]
            if last in _ENDS_TITLES:
                yield from _titles(statement, term, front)
            if last in _ENDS_QUOTED:
                yield from _quoted(statement, term, front)
        if term.unit == "个":
            yield from _places(statement, term, front)
    if "分别" in statement.quote:
        yield from _respectively(statement, terms)


def _titles(statement: Statement, term: Term, front: str) -> Results:
    match = _TITLES.search(front) if term.unit in _TITLE_UNITS else None
    if match:
        named = len(_TITLE.findall(match.group(1)))
        yield from _counted(statement, term, named, bool(match.group(2)), Severity.ERROR, "书名号")


def _quoted(statement: Statement, term: Term, front: str) -> Results:
    match = _QUOTED.search(front)
    if match:
        named = len(_QUOTE.findall(match.group(1)))
        yield from _counted(statement, term, named, bool(match.group(2)), Severity.QUESTION, "引号")


def _places(statement: Statement, term: Term, front: str) -> Results:
    """Names of counties and towns before their number: 子县、丑区2个县区."""
    if not _PLACE_UNITS.match(term.right):
        return
    match = _PLACES.search(front[-120:])
    if match:
        named = len(_PLACE_SPLIT.split(match.group(1)))
        yield from _counted(statement, term, named, bool(match.group(2)), Severity.ERROR, "地名")


def _counted(statement: Statement, term: Term, named: int, open_list: bool, severity: Severity, what: str) -> Results:
    """Compare a number with the names told: with 等 there may be fewer names, never more."""
    rule = "C15" if open_list else "C14"
    if named < 2 and not open_list:
        return
    if named == term.value or (open_list and named < term.value):
        if named == term.value:
            yield confirmed(rule, statement, float(term.value), f"{what}{named}")
        return
    computed = Sum(float(term.value), float(named), f"{what}{named}")
    message = f"写{term.figure.text}，列出的有{named}个"
    yield finding(rule, severity, statement, message, computed, "核对件数和所列名称")


def _respectively(statement: Statement, terms: tuple[Term, ...]) -> Results:
    """C09: as many nouns before 分别 as values behind it."""
    for term in terms:
        match = _RESPECTIVELY.search(term.left)
        if match is None or "等" in match.group(1) or "、" not in match.group(1):
            continue
        fewest, most = match.group(1).count("、") + 1, len(_NOUN_SPLIT.split(match.group(1)))
        values = 1
        for following in terms[term.place + 1 :]:
            if following.gap.strip("，,") not in ("、", "和", "与", "及", "以及"):
                break
            values += 1
        if fewest <= values <= most:  # 和 may join two nouns or stand inside one (租赁和商务服务业)
            yield confirmed("C09", statement, float(values), f"{values}个名词对{values}个数")
        elif values > 1:
            message = f"“分别”前有{most}项，后有{values}个数"
            yield finding("C09", Severity.QUESTION, statement, message, None, "逐项对应的数")
