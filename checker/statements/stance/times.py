"""What the dates in a statement say: long done, still to come, or done by the time that the plan was written."""

from __future__ import annotations

from checker.patterns import Pattern
from checker.statements.patterns import group

_YEAR = Pattern(r"(20\d\d)年?")
_THIS_YEAR = Pattern(r"今年|本年|目前|现已|当年|截至|年内|全年")
_EARLIER_YEAR = Pattern(
    r"(?:[一-鿿]{0,6}(?:早在|曾于)(20\d\d)年"
    r"|(?:截至|到|于|回顾)?(20\d\d)年"
    r"(?:(?:年?底|末|全年|度)?[，,]|[^，]{0,4}[全我][省市州盟县区旗]|(?:年?底|末|全年|度)?(?=[市县区旗州镇乡各]))"
    r"|(?:上年|上一年|去年|上年同期|去年同期|上一年度|此前|以往|过去|长期以来)[，,]"
    r"|(?:上一?年度?|去年|此前)[^，的]{0,4}[全我各][省市州盟县区旗]"
    r"|(?:[一两二三四五六几]年前|多年前|前年|早年)"
    r"|(?:上一轮|上一批|前[一两二三]批|上一?届))"
)
_LONG_DONE = Pattern(
    r"(?:早在|于|在|^|曾|[我全本][省市州盟县区旗镇乡]|[省市州盟县区旗镇乡]政府)(20\d\d)年"
    r"(?:\d{1,2}月)?(?:底|初)?(?:就|即|便)?已?经?(?:全面|全部|率先|正式|顺利)?"
    r"(?:完成|挂牌|成立|实现|建成|获|被|划转|到位|曾|入选|荣获|摘得|落选)"
    r"|(?:已?于|早在)[一两二三四五六几]年前"
)
_TO_BE_DONE = Pattern(
    r"完成|实现|建成|达到|覆盖|出台|印发|启用|投用|达标|建立|配齐|公布|启动|开展|推开|取消|动工|开工|交付|投入|验收|落地|推广|提请|审议|修订"
    r"|制定|计划|预算|要点|进行|定[在于]|施行|实施"
    r"|行使|受理|承担|管辖|履行|报送|提交|上报|移交|划转|接管|运行|负责"
)
_SET_FOR = Pattern(r"(?:定[在于为]|安排[在到]|推[到至迟]|放[在到])20\d\d")
"""时间定在2024年3月1日: set for a day, whatever is to be done then."""
_BY_THEN = Pattern(r"到(20\d\d)年(?:年?底|末|\d{1,2}月底?)?(?:前|时)?[，,]?")
_FINISHED = Pattern(
    r"已(?:经|全部|由|于|正式)?(?![^，。]{0,12}的)[^，。]{0,36}"
    r"(?:通过|批准|批复|完成|印发|出台|建成|公布|办结|上线|启用|签订|落实|到位|挂牌|开通|成立|建立|设立|召开|部署|下发|获批|立项|开工|报送|确定|完工|交付|投用|到岗|使用"
    r"|施行|发文|明确)"
)
_DECIDED = "审议通过|印发|召开|下发|获批|批复|通过了|公布了|完成了|签订了|成立了|部署|发文|施行"
_ON_THE_DAY = Pattern(rf"\d{{1,2}}月(?:\d{{1,2}}日|[上中下]旬|初)(?![起前底内])[^。]{{0,40}}(?:{_DECIDED})")
"""A day in a plan is a day that has passed: plans give months."""
_IN_THE_MONTH = Pattern(rf"(20\d\d)年\d{{1,2}}月(?![^，]{{0,6}}(?:起|前|底|以来))[^。]{{0,40}}(?:{_DECIDED})")


def long_done(text: str, year: int | None) -> str:
    """The words that make a sentence one of earlier years alone, "" where it tells of this year too."""
    if year is None or _THIS_YEAR.search(text):
        return ""
    found = _EARLIER_YEAR.match(text)
    if not found and ("20" in text or "年前" in text):
        found = _LONG_DONE.search(text)
    if not found:
        return ""
    return found.group() if all(int(named) < year for named in _YEAR.findall(text)) else ""


def names_later_year(text: str, year: int | None) -> bool:
    """Whether a year after the one that is reported on is named."""
    return year is not None and "20" in text and any(int(named) > year for named in _YEAR.findall(text))


def to_come(clause: str, year: int | None) -> str:
    """A year after the one that is reported on, with something to be done in it; "" where there is none."""
    found = _YEAR.search(clause)
    if year is None or not found or int(found[1]) <= year:
        return ""
    if not _SET_FOR.search(clause) and not _TO_BE_DONE.search(clause):
        return ""
    return found.group()


def by_then(clause: str, year: int | None) -> str:
    """A clause that is but a year still to come (到2026年，……), "" for any other."""
    found = _BY_THEN.fullmatch(clause)
    return clause if found and year is not None and int(found[1]) > year else ""


def done_by_now(text: str, year: int | None) -> str:
    """The words of an act that a plan tells as done: 已……通过, a day, a month of the year that is reported on."""
    month = _IN_THE_MONTH.search(text) if "月" in text else None
    if month and year and int(month[1]) <= year:
        return month.group()
    return group(_FINISHED.search(text) or (_ON_THE_DAY.search(text) if "月" in text else None))
