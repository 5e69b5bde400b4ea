"""An 'all' that the sentence right behind it takes back, or gives to another place.

全部公布。上述数字系年初计划数，实际公布6个: a sentence is labelled without the next one, so that this is looked at
afterwards. It never makes a result larger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.model import Because, Extent, Sentence
from checker.patterns import Pattern
from checker.statements.extent.label import ExtentLabel

_NOT = r"(?<!未发现)(?<!没有)(?<!没有发现)(?<!无)(?<!未出现)"
_PLACE = r"(?!我|本|全|各|相关|其他|有关|周边|先进)(?:(?!城市)[一-鿿]){2,4}(?<!城)[省市州盟县区旗]的"
_TAKES_BACK = Pattern(
    r"说明的是[^。]{0,30}(?:数字|数据|情况|命名|结果)[^。]{0,20}(?:计划数|预计|拟|仅|实际)"
    r"|(?:上述|以上|前述|该|此)(?:项|次)?(?:数字|数据|命名|称号|表述|说法|统计|口径)[^。]{0,30}"
    r"(?:(?<![较超比])计划数|预计数|不符|不实|有误|暂缓|撤销|取消|异议|待核|更正)"
    r"|(?:上述|以上)(?:数字|数据)(?:不含|未含|不包括|未计)(?![^，。]*(?:垂直|垂管|税务|海关|涉密))"
    rf"|(?:抽查|复查|核查|督查)[^。]{{0,30}}{_NOT}(?:与?(?:实际|上报|填报|自查)[^。]{{0,10}}(?:不符|不一致)|无法打开|打不开|仍未(?:落实|公布|建立|执行))"
    r"|(?:抽查|复查|核查|督查)[^。]{0,30}(?:实际情况)?[^。]{0,10}与(?:上报|填报|自查|实际)[^。]{0,6}(?:不符|不一致)"
    r"|(?:运行中|实际上|事实上)[^。]{0,40}(?:仍自行|仍各自|未(?:落实|公布|建立|执行)|没有(?:落实|公布|执行))"
)
_ELSEWHERE = Pattern(
    rf"(?:^|，)(?P<name>{_PLACE}(?:这|该|上述|此)(?:一|项|些|套)?(?:经验|做法|模式|成果))|^这是(?P<other>{_PLACE})"
)


def unless_taken_back(
    labels: Sequence[ExtentLabel], sentences: Sequence[Sentence], government: str
) -> list[ExtentLabel]:
    """The labels, each with its sentence; what was all is some where the sentence behind says so.

    `government` is the reporting one, "" where it is not known: its own practice is not another place's.
    """
    behind = [*("" if sentence.opens_paragraph else sentence.quote for sentence in sentences[1:]), ""]
    return [_held(label, following, government) for label, following in zip(labels, behind, strict=True)]


def _held(label: ExtentLabel, following: str, government: str) -> ExtentLabel:
    whole = label.own is Extent.ALL or any(reach.extent is Extent.ALL for reach in label.reaches)
    words = _words(following, government) if whole and following else ""
    if not words:
        return label
    reaches = tuple(replace(reach, extent=_less(reach.extent)) for reach in label.reaches)
    why = Because("extent", "extent.next", f"下一句：{words}→{Extent.SOME.zh}")
    return label._replace(reaches=reaches, own=_less(label.own), because=(*label.because, why))


def _words(following: str, government: str) -> str:
    """The words that take the sentence before back, "" where none do."""
    if found := _TAKES_BACK.search(following):
        return found.group()
    found = _ELSEWHERE.search(following)
    if found is None:
        return ""
    place = (found["name"] or found["other"]).split("的")[0]
    return "" if government.endswith(place) else found.group()


def _less(extent: Extent) -> Extent:
    return Extent.SOME if extent is Extent.ALL else extent
