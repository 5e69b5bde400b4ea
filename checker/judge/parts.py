"""Which clause of a sentence is on which obligation, and on the whole of it or on a part.

What is done of one part everywhere is not the obligation done everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Extent
from checker.patterns import Pattern

WORDS = {
    "三项制度": Pattern(r"三项制度|公示|记录|音视频|音像|审核"),
    "裁量基准": Pattern(r"裁量"),
    "复议改革": Pattern(r"复议"),
    "示范创建": Pattern(r"示范"),
}
"""The words of each named obligation, by which the clauses of a sentence on several of them are told apart."""

_SYSTEMS: dict[str, tuple[tuple[str, ...], ...]] = {
    "三项制度": (
        ("公示", "公开", "公布", "亮证", "亮明身份", "出示证件", "持证"),
        ("全过程记录", "记录", "音视频", "音像", "留痕", "同步录"),
        ("法制审核", "审核", "法核", "法审"),
    ),
}
"""Obligations of several systems, each with the words that name it (国办发〔2018〕118号 lists the three)."""

_BESIDE = Pattern(r"整改|案卷|评查|培训|考试|上一?年度")
"""What a text that names no part of an obligation tells of: a check of files, a training, the yearly figures."""

_CORES = {
    "复议改革": (
        "统一行使职责",
        Pattern(
            r"职[责能权]|复议权|改革(?!后)|(?:统一|集中)(?:由|办理|履行|承担|审理|到|于|至)|行使|受理(?![点室窗])|管辖|归口"
            r"|整合(?!平台|系统)|并入|收归|一级政府|一个(?:复议)?机关|一口对外|换届"
        ),
        Pattern(
            r"人员|编制|干警|队伍|场所|用房|经费|装备|[室厅]|大厅|窗口|受理点|联系点|委员会|委员|平台|系统|设施|设备|牌|服务站|培训|文书|格式|标识|印章|案|办结|审结|申请"
        ),
    ),
    "裁量基准": (
        "制定公布",
        Pattern(
            r"制[定发]|编制|印发|出台|公[布开示]|发布|修订|更新|调整|细化|量化|梳理|落实|执行|适用|施行|实施|应用|使用|建[立成]|健全|完善|完成|覆盖|推行"
            r"|动态|上[网墙]|入库|落地|到位|统一|对外|张贴|公之"
        ),
        Pattern(r"审核|审查|备案|征求|培训|评查|论证|抽查|自查|评估|督[查察导]|说理|报送|意见"),
    ),
}
"""Obligations with a core, which is named first: the words that speak of it, and those of things that only serve it
(a room for hearings, staff, a committee, a plate: obligations 22.02; a review or a training: 15.18)."""

_WHOLE = Pattern(
    r"全[部面]|[均都]|覆盖|100[%％]|百分百|应.{1,3}[尽必]|统一|集中|所有|每个|各(?=.{0,14}已)|悉数|[一无].?不|零遗漏"
)
"""Words that say all, in a clause that is known to tell of the whole of something."""
_CLAUSE = Pattern(r"[^，,；;。]+")


def said_of(obligation: str, named: Sequence[str], text: str, extent: Extent) -> Extent:
    """How much a sentence says of one obligation: all only where its own clauses say so.

    Where a sentence names several obligations in clauses of their own, all of one is not all of the other
    (复议局全部挂牌，公布裁量基准156项).
    """
    words = WORDS.get(obligation)
    others = [WORDS[name] for name in named if name != obligation and name in WORDS]
    if extent is not Extent.ALL or words is None or not others or not words.search(text):
        return extent
    mine = False
    for clause in _CLAUSE.finditer(text):
        if words.search(clause.group()):
            mine = True
        elif any(other.search(clause.group()) for other in others):
            mine = False
        if mine and _WHOLE.search(clause.group()):
            return extent
    return Extent.UNSTATED


def says_all_beside(obligations: Sequence[str], text: str) -> bool:
    """Whether clauses of a sentence say all and none of them names its obligations."""
    wholes = _wholes(text)
    named = [WORDS[name] for name in obligations if name in WORDS]
    return bool(wholes) and not any(words.search(clause) for clause in wholes for words in named)


def missing_parts(obligation: str, texts: Sequence[str]) -> tuple[str, ...]:
    """The parts of an obligation that no text reports as done everywhere; () where it is whole.

    `texts` each tell something done for all of a level. A text that names the obligation itself, or none of its
    parts, speaks for the whole.
    """
    missing = [
        words[0]
        for words in _SYSTEMS.get(obligation, ())
        if not any(_speaks_of(words, obligation, text) for text in texts)
    ]
    if obligation in _CORES and not any(_speaks_of_core(obligation, text) for text in texts):
        missing.append(_CORES[obligation][0])
    return tuple(missing)


def _speaks_of(words: tuple[str, ...], obligation: str, text: str) -> bool:
    if obligation in text or any(word in text for word in words):
        return True
    others = any(word in text for others in _SYSTEMS[obligation] for word in others)
    return not others and _BESIDE.search(text) is None


def _speaks_of_core(obligation: str, text: str) -> bool:
    """Whether the clauses that say all, or the text where none does, speak of the core or of nothing beside it."""
    _, core, served = _CORES[obligation]
    told = _wholes(text) or [text]
    return any(map(core.search, told)) or not any(map(served.search, told))


def _wholes(text: str) -> list[str]:
    """The clauses that say all."""
    return [clause for clause in _CLAUSE.findall(text) if _WHOLE.search(clause)]
