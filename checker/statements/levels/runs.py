"""Units that stand together (市、县（区）、乡镇（街道）三级) -> runs, each unit with the level that it has there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.model import Level
from checker.patterns import Pattern
from checker.statements.units import Unit
from checker.statements.viewpoint import LEVELS, Viewpoint

_JOINT = Pattern(r"[）)]?(?:以及|[、和与及或/·—\-－~～到至])?(?:各|本)?[（(]?")
_LONGEST_JOINT = 6
_GRADES = Pattern(r"[）)]?(?:党政|政府|党委政府)?(?:[两二三四五六2-6])级")
_ORGAN_OF_OWN = Pattern(r"直(?!接|管|达|辖|播|供)|本级|属(?!于|地)")
TOGETHER = Pattern(r"[两三]级|全覆盖|联动|联合|一体|协同|共建|共同|上下|贯通")
"""What shows that levels side by side are meant as levels that act or are reached together."""

_OPEN, _CLOSE = "（(", "）)"


class Run(NamedTuple):
    """Units that stand together with their levels, and where the run begins and ends in the text.

    `graded` says that 三级 or the like follows, so that every unit is meant as a level.
    """

    units: tuple[Unit, ...]
    levels: tuple[Level, ...]
    start: int
    end: int
    graded: bool

    @property
    def group(self) -> bool:
        """Whether several words form it (县区, 乡镇（街道）, 市县乡)."""
        return len(self.units) > 1


def runs(text: str, units: Sequence[Unit], view: Viewpoint) -> list[Run]:
    """The runs of a text in order; runs that name no level after all (市区 the downtown, 31个省区市) are left out."""
    found = []
    for group in _groups(text, units, view):
        run = _run(text, group, view)
        if run is not None:
            found.append(run)
    return found


def _groups(text: str, units: Sequence[Unit], view: Viewpoint) -> list[list[Unit]]:
    groups: list[list[Unit]] = []
    for unit in units:
        if groups and _joined(text, groups[-1][-1], unit, view):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return groups


def _joined(text: str, before: Unit, unit: Unit, view: Viewpoint) -> bool:
    gap = unit.start - before.end
    if gap > _LONGEST_JOINT or not _JOINT.fullmatch(text, before.end, unit.start):
        return False
    if before.quoted != unit.quoted or view.is_self(text, before) or view.is_self(text, unit):
        return False
    if gap and _ORGAN_OF_OWN.match(text, unit.end):
        return False
    rises = LEVELS.index(unit.level) < LEVELS.index(before.level)
    return not (rises and (unit.level is Level.PROVINCE or (gap and text.startswith("级", unit.end))))


def _run(text: str, group: Sequence[Unit], view: Viewpoint) -> Run | None:
    start, end = group[0].start, group[-1].end
    if len(group) == 1:
        return Run((group[0],), (view.level(text, group[0], _is_of_counties(group[0])),), start, end, graded=False)
    while end < len(text) and text[end] in _CLOSE and _OPEN[_CLOSE.index(text[end])] in text[start:end]:
        end += 1
    graded = _GRADES.match(text, end) is not None
    words = [unit.word for unit in group]
    if _is_no_level(text, words, end, graded):
        return None
    return Run(tuple(group), _levels(text, group, view, graded), start, end, graded)


def _is_no_level(text: str, words: list[str], end: int, graded: bool) -> bool:
    """市区 is the downtown and 省市 are others unless both are told to act together; 省区市 are provinces."""
    if words[:3] in (["省", "区", "市"], ["省", "自治区", "市"]):
        return True
    return words in (["市", "区"], ["省", "市"]) and not graded and not TOGETHER.match(text, end)


def _levels(text: str, group: Sequence[Unit], view: Viewpoint, graded: bool) -> tuple[Level, ...]:
    """Levels fall along a run (省、市、县): so a 市 after 县 or 区 is a county-level one (县（市、区）)."""
    county = any(map(_is_of_counties, group))
    plain = [view.level(text, unit, county) for unit in group]
    if view.region and len(group) > 2 and group[0].word == "区" and plain[1] is Level.CITY:
        plain[0] = Level.PROVINCE
    if graded and _rises(plain):
        return tuple(plain)
    if _is_county_set(text, group, view):
        return tuple(Level.COUNTY if level is Level.CITY else level for level in plain)
    for place in range(1, len(plain)):
        if plain[place] is Level.CITY and group[place].word == "市" and plain[place - 1] is Level.COUNTY:
            plain[place] = Level.COUNTY
    return tuple(plain)


def _is_of_counties(unit: Unit) -> bool:
    """Whether a unit is a 县 or 旗; 区 may be something else."""
    return unit.level is Level.COUNTY and unit.word != "区"


def _rises(levels: Sequence[Level]) -> bool:
    ranks = [LEVELS.index(level) for level in levels]
    return all(above > below for above, below in pairwise(ranks))


def _is_county_set(text: str, group: Sequence[Unit], view: Viewpoint) -> bool:
    """各市（县、区） in a city's report: the counties, a county-level city first."""
    first = group[0]
    return (
        view.own is Level.CITY
        and first.word == "市"
        and len(group) > 1
        and text[first.end : first.end + 1] in tuple(_OPEN)
        and not text.endswith("示范", 0, first.start)
    )
