"""Whose report it is, as far as the meaning of words of level depends on it.

市 is the province in 北京市, a county in a county-level city's report, and a city elsewhere; 全区 and 区级 are
the region in 广西 and a county elsewhere; a name that the government bears itself names nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Level
from checker.patterns import Pattern
from checker.statements.units import Unit

LEVELS = (Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE)
"""Levels of government, highest first."""

MUNICIPALITIES = ("北京", "天津", "上海", "重庆")

_NAME = Pattern(
    r"[一-鿿]{1,8}?(?:自治区|自治州|自治县|自治旗|街道|苏木|民族乡|"
    r"省|市|州(?!市|区|县)|盟|县|区|旗|乡|镇(?![江海平远])|村|社区)"
)
_SUFFIX_LEVELS = (
    (("省", "自治区"), Level.PROVINCE),
    (("市", "州", "盟"), Level.CITY),
    (("县", "区", "旗"), Level.COUNTY),
    (("乡", "镇", "街道", "苏木"), Level.TOWNSHIP),
    (("村", "社区"), Level.VILLAGE),
)


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """The reporting government: its level, the names it goes by, and what 市 and 区 mean in its report.

    `own` is a level of government; a department's is that of its government. `town_cities` are the endings of
    the names of county-level cities below it, as far as the report shows them.
    """

    own: Level
    names: tuple[str, ...]
    municipality: bool
    region: bool
    town_city: bool
    town_cities: tuple[str, ...] = ()

    def above(self, level: Level) -> bool:
        """Whether `level` is above the own one."""
        return LEVELS.index(level) < LEVELS.index(self.own)

    def below(self, level: Level) -> bool:
        """Whether `level` is below the own one."""
        return LEVELS.index(level) > LEVELS.index(self.own)

    def down_from_own(self, level: Level) -> tuple[Level, ...]:
        """The levels from the own one down to `level`; `level` alone where it is not below."""
        first, last = LEVELS.index(self.own), LEVELS.index(level)
        return LEVELS[first : last + 1] if first < last else (level,)

    def is_self(self, text: str, unit: Unit) -> bool:
        """Whether a unit ends a name that the government bears (甲市 in the report of 甲市)."""
        return text.endswith(self.names, 0, unit.end)

    def level(self, text: str, unit: Unit, with_counties: bool) -> Level:
        """What a unit means here; `with_counties` says that a 县 or 旗 stands in the same run (市、县)."""
        if unit.word == "市":
            if text[unit.start - 2 : unit.end] in self.town_cities:
                return Level.COUNTY
            if self.municipality:
                return Level.PROVINCE
        if self.town_city and not with_counties and unit.word in ("市", "区"):
            # A county-level city has towns and zones of their rank below it (区镇), no districts.
            return Level.COUNTY if unit.word == "市" else Level.TOWNSHIP
        return unit.level


def viewpoint(own: Level, government: str) -> Viewpoint:
    """The viewpoint of a government by its level and name ("甲市", "上海市嘉定区", "甲市司法局", "")."""
    names = tuple(found.group() for found in _NAME.finditer(government))
    level = own if own is not Level.DEPARTMENT else _level_of(names)
    return Viewpoint(
        own=level,
        names=names,
        municipality=government.startswith(MUNICIPALITIES),
        region=level is Level.PROVINCE and "自治区" in government,
        town_city=level is Level.COUNTY and bool(names) and names[-1].endswith("市"),
    )


def _level_of(names: tuple[str, ...]) -> Level:
    """The level of the government that a department belongs to; a city's where its name does not say."""
    if not names:
        return Level.CITY
    if names[-1].startswith(MUNICIPALITIES) and names[-1].endswith("市"):
        return Level.PROVINCE
    return next((level for suffixes, level in _SUFFIX_LEVELS if names[-1].endswith(suffixes)), Level.CITY)
