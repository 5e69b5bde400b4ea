"""Whether 'all' is said of something beside the matter: a check of it, a preparation, a paper, what existed before.

These are forms of speech rather than words, so that they stand in code.
"""

from __future__ import annotations

import re

_OF_SOMETHING = re.compile(
    r"(?:的|式)?(?:目标|要求|检查|督察|督查|监督|培训|轮训|排查|评查|抽查|宣讲|宣传|调研|走访|监测|巡查)"
    r"|[^，,。；]{0,6}方案"
    r"|[^，,。；]{0,24}?(?:前期|准备工作|摸底|动员|调研|论证|梳理|征求意见|部署(?!到位|应用|使用))"
    r"|[^，,。；]{0,10}?(?:启动|着手|起草|谋划|筹备|酝酿)"
    r"|[^，,。；]{0,3}?(?:推进|铺开|部署(?!到位|应用|使用))|[^，,。；]{0,16}?(?:在推进|推进中|推进之中|展开|进入(?!第[一-鿿\d]{1,3}(?:个年头|年)))"
)
_CHECKED = re.compile(r"(?:检查|督察|督查|考核|培训|评查|抽查|监督|调研)(?:工作)?(?:实现|达到|做到)?$")
_PREPARED = re.compile(
    r"(?:前期(?:准备)?|准备|摸底|动员|论证|调研|部署|起草|梳理|征求意见)(?:等)?(?:工作|任务)?(?:已|也|均|全面|全部)*(?:完成)?$"
)
_EXISTING = re.compile(r"(?:(?:已(?:经)?(?:制定|出台|编制|修订|公布)|现行)的|现有)[^，,。；]{0,8}裁量")
_MADE_BEFORE = re.compile(r"裁量[^，,。；]{0,10}(?:备案|报备|审核|审查)(?:工作)?(?:已|实现|达到)*$")
_MADE_AFTER = re.compile(r"(?:已|按规定|依法|完成|通过|经){0,3}(?:报?备案|报送|报备|合法性审[核查]|审[核查])")
_RATE_OF_MADE = re.compile(r"(?:备案|报备|公开|公示|审核|审查|报送)(?:率|比例|面)")
"""备案率100%: the rate of the standards that exist, which says nothing of who has made one."""
_PAPER = re.compile(r"[^，,。；]{0,4}(?:制定|印发|出台|下发|转发|编制)[^，,。；]{0,24}(?:方案|计划|通知|意见|要点)")
_LOOK = 24


def is_of_something(text: str, end: int) -> bool:
    """Whether what ends at `end` is done of something beside the matter (全覆盖检查, 全部制定方案)."""
    return _OF_SOMETHING.match(text, end) is not None


def is_of_existing(text: str, start: int, end: int) -> bool:
    """Whether the part text[start:end] tells of standards that exist (现行的裁量基准, 备案率)."""
    return (_RATE_OF_MADE.search(text, start, end) or _EXISTING.search(text, start, end)) is not None


def is_beside(text: str, start: int, end: int, found: re.Match[str], *, about: bool, made: bool) -> bool:
    """Whether the 'all' that was found in the part text[start:end] is said of something beside the matter.

    `about` says that the sentence speaks of a named obligation, `made` that it is about standards alone.
    """
    if _OF_SOMETHING.match(text, found.end()):
        return True
    before = max(start, found.start() - _LOOK)
    if any(_PREPARED.search(text, before, stop) for stop in found.span()):
        return True
    if made and (
        _EXISTING.search(text, start, end)
        or _MADE_BEFORE.search(text, start, found.start())
        or _MADE_AFTER.match(text, found.end())
    ):
        return True
    if not about:
        return False
    return (_CHECKED.search(text, before, found.start()) or _PAPER.match(text, found.end(), end)) is not None
