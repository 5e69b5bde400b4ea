"""Whose a title of the fourth obligation is (示范市, 示范县): the own government's, or that of one above it.

The suffix of a title is the level of who bears it, so that 示范市 in a county's report is the city's; so is a
title without a suffix where a government above is its subject (乙市被命名为示范地区).
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Level
from checker.patterns import Pattern
from checker.statements.levels.spans import LevelSpan, part_at
from checker.statements.units import Unit
from checker.statements.viewpoint import LEVELS, Viewpoint

TITLE = "示范"
"""What a title of the fourth obligation is called."""
AWARD = "level.award"
_OURS = "我(省|市|州|盟|县|区|旗|镇|乡|街道)"
_OUR_TITLE = Pattern(
    _OURS + r"(?:[^，。；]{0,4}?|[在于]?20\d\d年(?:\d{1,2}月)?)"
    r"(?:被[^，。；]{2,16}?命名|入选|获评|被命名|荣获|成功创建|创成|申报|落选|再次获)"
)
_OUR_LAW_TITLE = Pattern(
    _OURS + r"[^，。；]{0,10}?"
    r"(?:跻身|列入|列为|被确定为|获得|摘得|捧回|上榜|争创|创建|冲刺|喜获|被授予|通过)[^。；]{0,30}示范"
)
_OF_LAW = Pattern(r"法治|综合示范|示范(?:地区|[市州县区旗])")
_SUFFIX = Pattern(r"法治[^，,。；]{0,12}示范([省市州盟县区旗镇乡]|街道)(?![（(、/]?[市州盟县区旗镇乡])")
_SUFFIX_LEVEL = {
    "省": Level.PROVINCE,
    **dict.fromkeys("市州盟", Level.CITY),
    **dict.fromkeys("县区旗", Level.COUNTY),
    **dict.fromkeys(("镇", "乡", "街道"), Level.TOWNSHIP),
}
GIVES = ("命名", "授予")
_GIVEN_TO_US = Pattern(rf"(?:{'|'.join(GIVES)}){_OURS}")
_RECEIVES = Pattern(
    r"(?:人民政府|政府|里|又|也|已|已经|再次|成功|正式|顺利|一举|去年|今年|\d{1,4}[年月]|于[^，,。；]{2,8}|[“\"]){0,4}"
    r"(?:被[^，,。；]{0,16}?(?:命名|授予|评为|确定)|荣获|获评|获得|获命名|获颁|获“|荣膺|入选|创建成|创成|创建|跻身|捧回|摘得|喜获)"
)
"""What follows the government that bears a title; 省委命名, 省内首个 do not."""


def title_spans(text: str, units: Sequence[Unit], spans: Sequence[LevelSpan], view: Viewpoint) -> list[LevelSpan]:
    """The spans of a sentence with those of its titles: the own level where it says that it sought, won or missed
    one; the level above where the title is not its own."""
    if TITLE not in text:
        return list(spans)
    ours = _our_title(text, view)
    others = _of_above(text, units, view)
    if not others:
        return [*spans, *ours]
    clauses = [part_at(text, span.start) for span in others]
    kept = [span for span in spans if span.rule != AWARD or not _within(span, clauses)]
    return [*kept, *ours, *others]


def _our_title(text: str, view: Viewpoint) -> list[LevelSpan]:
    if given := _given_to_us(text, view):
        return [LevelSpan(view.own, *given, text[slice(*given)], AWARD)]
    found = _OUR_TITLE.search(text)
    if found is None and _OF_LAW.search(text):
        found = _OUR_LAW_TITLE.search(text)
    if found is None:
        return []
    level = _level(found.group(1), view)
    if not view.names or not view.above(level):
        level = view.own
    return [LevelSpan(level, found.start(), found.end(), found.group(), AWARD)]


def _given_to_us(text: str, view: Viewpoint) -> tuple[int, int] | None:
    """Where the own government stands behind the word of giving (命名甲县为示范县, 授予我市)."""
    if found := _GIVEN_TO_US.search(text):
        return found.start(1) - 1, found.end()
    for word in GIVES:
        for name in view.names[-1:]:
            start = text.find(word + name)
            if start >= 0:
                return start + len(word), start + len(word + name)
    return None


def _of_above(text: str, units: Sequence[Unit], view: Viewpoint) -> list[LevelSpan]:
    """The titles that governments above the own one bear."""
    if "法治" not in text or view.own is Level.PROVINCE:
        return []
    found = [
        LevelSpan(level, title.start(1), title.end(1), title.group(1), AWARD)
        for title in _SUFFIX.finditer(text)
        if view.above(level := _level(title.group(1), view))
    ]
    for unit in units:
        if view.is_self(text, unit) or text.startswith("级", unit.end) or text.endswith(TITLE, 0, unit.start):
            continue
        if _is_above(unit, view) and _RECEIVES.match(text, unit.end):
            found.append(LevelSpan(_SUFFIX_LEVEL[unit.word], unit.start, unit.end, unit.word, AWARD))
    return found


def _is_above(unit: Unit, view: Viewpoint) -> bool:
    """Whether a unit is a government above: in a county-level city's report a 市 of another name is the city."""
    if unit.word == "市" and view.municipality:
        return view.own is not Level.PROVINCE
    return unit.word in _SUFFIX_LEVEL and LEVELS.index(_SUFFIX_LEVEL[unit.word]) < LEVELS.index(view.own)


def _level(suffix: str, view: Viewpoint) -> Level:
    """The level of who bears a title with this suffix."""
    if suffix == "市" and (view.town_city or (view.own is Level.COUNTY and not view.names)):
        return Level.COUNTY
    if suffix == "市" and view.municipality:
        return Level.PROVINCE
    if suffix == "区" and view.region:
        return Level.PROVINCE
    return _SUFFIX_LEVEL[suffix]


def _within(span: LevelSpan, clauses: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span.start < end for start, end in clauses)
