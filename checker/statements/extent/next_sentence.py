"""An 'all' that the next sentence of the paragraph takes back, or gives to another place.

全部公布。上述数字系年初计划数，实际公布6个: each sentence is labelled by itself, so that this is looked at afterwards.
It never makes a result larger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.model import Because, Extent, Sentence
from checker.patterns import Pattern
from checker.statements.extent.label import ExtentLabel

_TAKES_BACK = Pattern(
    r"说明的是[^。]{0,60}(?:计划|预计|拟|并非|仅|实际|尚|未)"
    r"|(?:上述|以上|前述|该|这|此)(?:项|一|些|次)?(?:数字|数据|情况|结果|命名|称号|表述|说法|统计|口径)[^。]{0,60}"
    r"(?:计划数|预计|不含|未含|不包括|未计|不符|不实|有误|暂缓|撤销|取消|异议|待核|核查|更正|未经)"
    r"|(?:抽查|复查|核查|督查|检查|评查|审计|运行中|实际上|事实上)[^。]{0,60}"
    r"(?:不符|不一致|不实|仍自行|仍各自|无法打开|打不开|仍是|旧版|未(?:落实|公布|建立|执行)|没有(?:落实|公布|执行)|流于形式|走过场)"
    r"|(?:^|，)(?:这[是些也]?|该)?(?!我|本|全|各)[一-鿿]{2,4}[省市州盟县区旗]的?(?:这|该|上述|此)?(?:一|项|些|套)?(?:经验|做法|模式|改革时间表|改革方案)"
    r"|^这是(?!我|本|全|各)[一-鿿]{2,4}[省市州盟县区旗]的"
)
"""What a sentence says of the one before it: 上述数字系计划数, 抽查发现与上报不符, 邻区的这一经验."""


def unless_taken_back(labels: Sequence[ExtentLabel], sentences: Sequence[Sentence]) -> list[ExtentLabel]:
    """The labels, each with its sentence; what was all is some where the sentence behind says so."""
    behind = [*("" if sentence.opens_paragraph else sentence.quote for sentence in sentences[1:]), ""]
    return [_held(label, following) for label, following in zip(labels, behind, strict=True)]


def _held(label: ExtentLabel, following: str) -> ExtentLabel:
    whole = label.own is Extent.ALL or any(reach.extent is Extent.ALL for reach in label.reaches)
    found = _TAKES_BACK.search(following) if whole and following else None
    if found is None:
        return label
    reaches = tuple(replace(reach, extent=_less(reach.extent)) for reach in label.reaches)
    why = Because("extent", "extent.next", f"下一句：{found.group()}→{Extent.SOME.zh}")
    return label._replace(reaches=reaches, own=_less(label.own), because=(*label.because, why))


def _less(extent: Extent) -> Extent:
    return Extent.SOME if extent is Extent.ALL else extent
