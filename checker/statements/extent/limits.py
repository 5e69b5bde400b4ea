"""What keeps 'all' from being a fact, or makes a result one of some: samples, shares, M of N, named organs, elsewhere.

These are forms of speech rather than words, so that they stand in code. None of them ever makes a result larger.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from checker.model import Figure
from checker.patterns import Pattern

_BODIES = r"(?:部门|单位|机关|[县区旗市州盟乡镇村]|街道|苏木|社区|嘎查|机构|司法所|[支大中]队)"
_SAMPLE = Pattern(
    rf"(?:抽[查检取样选]|督[查察]|[检核]查|走访|暗访|随机选[择取])(?:了|的)?\d+[个家所][^，,。；]{{0,8}}?{_BODIES}"
    r"|(?:被|受|所)(?:抽|检|督)[查检中到]?[^，,。；\d]{0,3}的|抽[查检中到](?:范围|对象)?的|受检(?:的|单位|部门|乡|县|区)"
    r"|(?:纳入|列入|参加|接受)了?[^，,。；\d的]{0,10}(?:评查|评估|考核|检查|抽查|试点|示范|评比|测评|清理|排查|督察|巡查|计划|范围|名单)的\d+[个家所]"
    r"|(?:参评|受评|送审|报审|报送|先行|首批|前期)的\d+[个家所]"
)
_SHARE = Pattern(
    rf"占[^，,。；\d]{{0,14}}?{_BODIES}[^，,。；\d]{{0,6}}$|占(?:比|总数|全部|应[^，,。；\d]{{1,4}}数)?[的约达为近]{{0,2}}$"
)
_SHARE_OF_BODIES = Pattern(_BODIES)
_BODY_UNITS = frozenset(("个", "家", "所"))
_NUMERAL = r"[一二两三四五六七八九十百\d]{1,3}"
_TENTHS = Pattern(r"[一二三四五六七八九]成(?!立|为|效|果|功|员|本|就|熟|长|品|绩|型)")
_FRACTION = Pattern(rf"(?:{_NUMERAL}分之{_NUMERAL}|{_TENTHS.source})")
_FRACTION_OF = Pattern(
    rf"(?:以上|多|左右|半)?的?(?:[^，,。；]{{0,6}}?{_BODIES}|[^，,。；]{{0,4}}?(?:制度|事项|任务|改革))"
)
_SHARE_DONE = Pattern(
    r"(?:完成|覆盖|落实|达到?|超过?|占|行使|公布|建立|划转|集中|推行|接入|上线|配备|制定|建成|到位)[^，,。；]{0,3}$"
)
_LATER_RATE = Pattern(r"(?:兑现|到位|入驻|进驻|接入|上线|履约|挂接|整改|通办)(?:率|比例)[^，,]{0,8}$")
_ELSEWHERE = Pattern(
    r"邻[省市州县区旗]|兄弟(?:[省市州县区旗]|城市|地区)|友邻|外[省市州县区旗地]|周边[^，,。；]{0,3}[省市州县区旗]"
    r"|某[省市州县区旗]|其他[省市州县区旗]|先进地区|(?<![应本])该(?:[省市州县区旗盟镇乡]|街道|苏木)"
)
_HOME = Pattern(r"[我本全][省市州盟县区旗镇乡]")
_LEARNING = Pattern(
    r"(?:赴|到|前往)[^，,。；]{0,10}(?:学习|考察|取经|调研|观摩|交流)|值得[^，,。；]{0,6}(?:学习|借鉴)|前往学习|借鉴"
)
_LEARNT = Pattern(
    r"(?:学习|借鉴|考察|观摩)(?!贯彻)[^，,。；]{0,40}(?:经验|做法)|(?:赴|前往)[^，,。；]{0,40}的[^，,。；]{0,6}(?:学习|考察|取经|观摩)"
)
_LEARNT_OF = Pattern(r"(?:学习|借鉴|考察|观摩)[^，,。；]{0,2}(?:其(?![他它中余])|该[省市州县区旗盟镇乡]|他们|对方)")
"""枫州市被命名为示范市，我市学习其经验: what stands before is the other place."""
_THERE = Pattern(r"[，,；](?:该|其)(?:[省市州县区旗盟地])|当地")
"""学习枫州市经验，该市……: still the other place."""
_AFTER_ORGANS = Pattern(r"裁量|率|三项|公示|法制审核|全部|均|都|实现")
_ORGAN = r"[一-鿿]{2,14}?(?:局|委|办|厅)"
_ORGANS = Pattern(
    rf"在?{_ORGAN}(?:[、和与及]{_ORGAN})*(?:等(?:\d+[个家])?(?:部门|单位)?)?(?:的|已|行政|执法|处罚|许可|强制|检查|税务"
    r"|(?:制定|公布|印发|出台|发布|修订|编制)了?)*"
    rf"(?={_AFTER_ORGANS.source})"
)
_ORGANS_RATE = Pattern(
    rf"{_ORGAN}(?:[、和与及]{_ORGAN})+[^，,。；]{{0,16}}率"
    rf"|{_ORGAN}[^，,。；]{{0,10}}?(?:决策|决定|文件|信息|负责人|人员|出庭)[^，,。；]{{0,10}}率"
)
"""The rate of one organ in what all of them have to do."""
_FIELD = Pattern(
    r"(?:全[省市州盟县区旗])?(?!行政|执法|各|所有|全部|全|[省市州盟县区旗乡镇][级直]|重点|基层|主要)[一-鿿]{2,6}?(?:领域|系统|机关)"
    rf"(?:的|已|行政|执法|办案|处罚|许可|强制|检查)*(?={_AFTER_ORGANS.source})"
)
"""One field or branch (交通运输领域裁量基准, 税务机关裁量基准)."""
_BRANCH = Pattern(
    r"(?:在|对)?(?:全[省市州盟县区旗])(?!政务|行政|执法|司法|政法|党政|法治|各|使用|建立|推广|统建|办案|信息|平台|监管)[一-鿿]{2,6}?"
    r"(?:系统|行业|条线|领域)(?![的完])(?=[^，。；]{0,30}(?:率|全部|均|都|全覆盖|全面|覆盖|裁量|三项制度))"
)
"""全市税务系统适用率100%, 在全市生态环境系统全面落实: one branch alone."""
_NOT_NAMED = Pattern(
    r"[各每]|所有|全部|复议|司法局|本级|均|都|由|经|将|把|为|组织|牵头|指导|推动|督促|协调|会同"
    r"|市直|(?<![等个家])部门|[市县区]委|政府"
)
_LOOK = 20


class Around:
    """What a sentence says that bears on all its parts; looked for once, and only where a part asks."""

    def __init__(self, text: str) -> None:
        self._text = text

    def drawn_before(self, end: int) -> str:
        """Units drawn for a check (抽查的12个乡镇): what holds for all of them holds for some of their level."""
        return self._drawn.group() if self._drawn and self._drawn.start() < end else ""

    def is_elsewhere(self, start: int) -> bool:
        """Whether the part that begins at `start` tells of another place."""
        return self._elsewhere[0] <= start < self._elsewhere[1]

    @cached_property
    def _drawn(self) -> re.Match[str] | None:
        return _SAMPLE.search(self._text)

    @cached_property
    def _elsewhere(self) -> tuple[int, int]:
        return elsewhere(self._text)


def has_limit(text: str, figures: Sequence[Figure]) -> bool:
    """Whether a sentence without a cue of extent may hold one in numbers: a fraction, so many of so many due."""
    for due, reached in pairwise(figures):
        if due.unit == reached.unit and reached.value <= due.value:
            return True
    return _has_fraction(text)


def in_words(text: str) -> bool:
    """Whether a sentence may hold a limit in words: a fraction, named organs, one branch."""
    return _AFTER_ORGANS.search(text) is not None or _BRANCH.search(text) is not None or _has_fraction(text)


def _has_fraction(text: str) -> bool:
    return "分之" in text or ("成" in text and _TENTHS.search(text) is not None)


def limit_in_words(text: str, start: int, end: int) -> str:
    """The first words of the part text[start:end] that make a result one of some, "" where none do."""
    may_be_fraction = text.find("成", start, end) >= 0 or text.find("分之", start, end) >= 0
    told = fraction(text, start, end) if may_be_fraction else ""
    return told or named_organs(text, start, end)


def share(text: str, start: int, figures: Sequence[Figure], last: Figure | None) -> str:
    """A share below 100 % of the units spoken of (占全部县区的77.8%), "" where there is none.

    `figures` are those of the part that begins at `start`, `last` is the one before them.
    """
    for before, figure in zip([last, *figures], figures, strict=False):
        if figure.unit != "%" or figure.value >= 100 or figure.role in ("previous", "change", "target"):
            continue
        if _LATER_RATE.search(text, max(start, figure.start - _LOOK), figure.start):
            return figure.text
        found = _SHARE.search(text, max(start, figure.start - _LOOK), figure.start)
        counted = before is not None and before.unit in _BODY_UNITS
        if found and (counted or _SHARE_OF_BODIES.search(found.group())):
            return figure.text
    return ""


def fraction(text: str, start: int, end: int) -> str:
    """四分之三的乡镇, 完成九成以上: a fraction in words, "" where there is none."""
    for found in _FRACTION.finditer(text, start, end):
        before = _SHARE_DONE.search(text, max(start, found.start() - 6), found.start())
        if before or _FRACTION_OF.match(text, found.end(), end):
            return found.group()
    return ""


def elsewhere(text: str) -> tuple[int, int]:
    """The stretch of a sentence that tells of another place (邻市被命名为…，我市赴该市学习); (0, 0) where none does."""
    learnt = _LEARNT.search(text)
    if learnt:
        there = _THERE.search(text, learnt.end())
        home = _HOME.search(text, there.end()) if there else None
        end = learnt.end() if there is None else home.start() if home else len(text)
        before = _LEARNT_OF.match(text, learnt.start())
        return (0 if before else _part_start(text, learnt.start()), end)
    found = _ELSEWHERE.search(text)
    if found is None:
        learning = _LEARNING.search(text)
        home = _HOME.search(text)
        if learning is None or home is None or "，" not in text[: home.start()]:
            return (0, 0)
        return (0, text.rindex("，", 0, home.start()))
    begin = _part_start(text, found.start())
    if _HOME.search(text, begin, found.start()):
        return (0, 0)
    home = _HOME.search(text, found.end())
    return (begin, home.start() if home else len(text))


def _part_start(text: str, place: int) -> int:
    return max(text.rfind(mark, 0, place) for mark in "，,；。") + 1


def named_organs(text: str, start: int, end: int) -> str:
    """The organs by whose names a part begins (市公安局、市水务局裁量基准全部公布), "" where it begins otherwise."""
    if branch := _BRANCH.search(text, start, end):
        return branch.group()
    found = _ORGANS.match(text, start, end) or _ORGANS_RATE.match(text, start, end) or _FIELD.match(text, start, end)
    return "" if found is None or _NOT_NAMED.search(found.group()) else found.group()
