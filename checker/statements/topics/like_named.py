"""Sentences on systems of the same name in another trade: three systems of a canteen, the benchmarks of a court."""

from __future__ import annotations

import re

_OF_ENFORCEMENT = re.compile("执法|处罚|法制审核|法核|行政[许强检裁]")
"""What only the systems of administrative enforcement are spoken of with."""
_ENUMERATED = re.compile("、([^,;:。、()]{2,10})[、和]([^,;:。、()]{2,10}?)(?:等|这)?三项制度(?!改革)")
"""The second and the third of three names: the first is hard to tell from what stands before it."""
_BARE = re.compile(
    "(?:事前|事中|事后|信息|全过程|全程|过程|音像|文字|重大|决定|结果)*(?:公示|公开|记录|留痕|审核|审查)(?:制度)?"
)
"""A system named without what it is applied to: it may be one of enforcement."""

_CLAUSE_ON_DISCRETION = re.compile("[^,;:。]*裁量[^,;:。]*")
_OTHER_BODIES = re.compile("(?:法院|检察|仲裁|裁判|审判|量刑|评审|评标)[^,;:。]*裁量")


def other_systems(text: str) -> bool:
    """Whether a folded sentence tells of three systems or of discretion outside administrative enforcement."""
    if "三项制度" in text and _three_of_another_trade(text):
        return True
    return "裁量" in text and _OTHER_BODIES.search(text) is not None and _discretion_of_another_body(text)


def _three_of_another_trade(text: str) -> bool:
    """Whether three systems are listed and named after other things (管理公示、留样记录、食材审核三项制度)."""
    if _OF_ENFORCEMENT.search(text):
        return False
    listed = _ENUMERATED.search(text)
    return listed is not None and not all(map(_BARE.fullmatch, listed.groups()))


def _discretion_of_another_body(text: str) -> bool:
    """Whether every clause on discretion has a court, an arbitrator or a jury before it and no enforcement."""
    return all(
        _OTHER_BODIES.search(clause) and not _OF_ENFORCEMENT.search(clause)
        for clause in _CLAUSE_ON_DISCRETION.findall(text)
    )
