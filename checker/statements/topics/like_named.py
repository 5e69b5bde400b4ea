"""Systems of the same name in another trade: the three systems of a canteen, the benchmarks of a court."""

from __future__ import annotations

from checker.patterns import Pattern

_OF_ENFORCEMENT = Pattern("执法|处罚|法制审[核查]|法核|行政[许强检裁]")
"""What only the systems of administrative enforcement are spoken of with."""
_ENUMERATED = Pattern("、([^,;:。、()]{2,10})[、和]([^,;:。、()]{2,10}?)(?:等|这)?三项制度(?!改革)")
"""The second and the third of three names: the first is hard to tell from what stands before it."""
_BARE = Pattern(
    "(?:事前|事中|事后|现场|信息|全过程|全程|全流程|过程|音像|文字|法制|重大|决定|结果){0,4}"
    "(?:公示|公开|记录|留痕|审核|审查)(?:制度)?"
)
"""A system named without what it is applied to: it may be one of enforcement."""
_OTHER_BODIES = Pattern("法院|检察院|检察机关(?!参与)|仲裁|裁判|审判|量刑|法官|检察官|评标|职称评审")
_COURT_LEADS = Pattern(
    "(?!针对|落实|会同|联合|根据|按照|结合|邀请)(?:(?![会联]同|联合|与|和)[^,;:。、]){0,10}(?:法院|检察院)(?!裁判|判决|司法建议|反映|提出|的)"
)
"""A court as the subject; 落实法院司法建议 names it beside."""
_MARKS = Pattern("[,;:。]")


def of_another_trade(text: str) -> frozenset[str]:
    """The named obligations of which a folded sentence tells only systems outside administrative enforcement."""
    found = set()
    if "三项制度" in text and _three_of_another_trade(text):
        found.add("三项制度")
    if "裁量" in text and _OTHER_BODIES.search(text) and _discretion_of_another_body(text):
        found.add("裁量基准")
    return frozenset(found)


def _three_of_another_trade(text: str) -> bool:
    """Whether three systems are listed and named after other things (管理公示、留样记录、食材审核三项制度)."""
    if _OF_ENFORCEMENT.search(text):
        return False
    listed = _ENUMERATED.search(text)
    return listed is not None and not all(map(_BARE.fullmatch, listed.groups()))


def _discretion_of_another_body(text: str) -> bool:
    """Whether a court leads the sentence or stands before each clause on discretion, and none tells of enforcement."""
    led = _COURT_LEADS.match(text) is not None and "部门" not in text and "政府" not in text
    clauses = [clause for clause in _MARKS.split(text) if "裁量" in clause]
    return all(
        (led or _OTHER_BODIES.search(clause[: clause.index("裁量")])) and not _OF_ENFORCEMENT.search(clause)
        for clause in clauses
    )
