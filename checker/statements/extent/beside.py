"""Whether 'all' is said of something beside the matter: a check of it, a preparation, a draft, what existed before.

These are forms of speech rather than words, so that they stand in code.
"""

from __future__ import annotations

import re

from checker.patterns import Pattern
from checker.statements.extent.goals import is_goal

_OF_SOMETHING = Pattern(
    r"(?:的|式)?(?:目标|任务|要求|检查|督察|督查|督导|监督|培训|轮训|排查|评查|抽查|评估|宣讲|宣传|调研|走访|监测|巡查|测评|自查)"
    r"|(?:已|予以)?(?:失效|废止|作废|停用|停止执行)"
    r"|[县区旗市乡镇街道、（()）]{0,10}(?:已|都|均)?(?:开展|参与|参加|投入|报名|组织)[^，,。；]{0,14}(?:创建|评比|评选|申报|活动|竞赛|比武|测试|考试|学习)"
    r"|[^，,。；]{0,6}方案"
    r"|(?:列入|纳入|提上|摆上|进入)[^，,。；]{0,12}(?:日程|议程|议题|计划|台账|要点|盘子|考核|范围)"
    r"|[^，,。；]{0,24}?(?:前期|准备工作|摸底|动员|调研|部署(?!到位|应用|使用))"
    r"|[^，,。；]{0,10}?(?:启动|着手|起草|谋划|筹备|酝酿)"
    r"|[^，,。；]{0,3}?(?:推进|铺开|部署(?!到位|应用|使用))|[^，,。；]{0,16}?(?:在推进|推进中|推进之中|展开|进入(?!第|新|常态|正常|运行|良性))"
)
_WORKED_OUT = Pattern(r"[^，,。；]{0,24}?(?:论证|梳理|征求意见)")
"""Steps towards a named obligation, but the matter itself of a decision (决策均公开征求意见)."""
_CHECKED = Pattern(
    r"(?:检查|督察|督查|督导|考核|考评|培训|评查|抽查|监督|调研|评估|宣讲|宣传|解读|辅导|讲座|座谈|自查|自评|验收|测评|测试|考试"
    r"|竞赛|演练|观摩|问卷|初审|预审|会审|摸排|体检|征集|征集意见|征求意见)(?:工作|任务|活动|环节)?(?:已|均|都|也|全部|全面)*(?:实现|达到|做到|完成|结束)?(?:对|了)?[省市州县区旗乡镇村街道各所两三四级、]{0,10}$"
)
_DONE_AFTER = Pattern(r"(?:已|予以)?(?:公布|发布|印发|施行|统一行使|集中行使|达[A-Z优])")
_DRAFT = Pattern(
    r"(?<![照按据用考])(?:(?:学习|宣传|培训|辅导|参考)(?:资料|材料|手册|读本)|范本|模板|样本|样表|讨论稿|征求意见稿|送审稿|草案|初稿|参考文本)[^，,。；]{0,10}$"
)
_DRAWN_ON = Pattern(r"(?:按照?|参照|对照|依据|根据|套用|借鉴|结合)[^，,。；]{0,16}$")
_SYSTEM_PAPERS = Pattern(r"(?:文件|文本|材料|资料|汇编|手册|(?:实施|工作|推进)方案)(?:已|也)?$")
_PIECE = Pattern(r"改革(?:中|涉及|所需|需要)的?[^，,。；]{0,8}(?:人员|编制|场所|经费|用房|资金|档案)")
"""One thing that a reform needs."""
_PREPARED = Pattern(
    r"(?:前期(?:准备)?|准备|摸底|动员|论证|调研|部署|起草|梳理|征求意见)(?:等)?(?:工作|任务)?(?:已|也|均|全面|全部)*(?:完成)?$"
)
_EXISTING = Pattern(r"(?:(?:已(?:经)?(?:制定|出台|编制|修订|公布)|现行)的|现有)[^，,。；]{0,8}裁量")
_MADE_BEFORE = Pattern(r"裁量[^，,。；]{0,10}(?:备案|报备|审核|审查)(?:工作)?(?:已|实现|达到)*$")
_MADE_AFTER = Pattern(
    r"(?:已|按规定|依法|完成|通过|经){0,3}(?:报?备案|报送|报备|合法性审[核查]|审[核查]"
    r"|(?:进行|开展|接受)了?(?:合法性)?审[核查]|(?:录入|纳入|导入|上传|嵌入|挂接|归集|汇编)(?![^，,。；]*(?:公布|发布|施行|执行))"
    r")"
)
_AND_PUBLISHED = Pattern(r"(?:并|后|，)[^，,。；]{0,8}(?:公布|发布|公开|施行)(?!率)")
"""全部完成合法性审核并向社会公布: reviewed and out."""
_RATE_OF_MADE = Pattern(r"(?:备案|报备|公开|公示|审核|审查|报送)(?:率|比例|面)")
"""备案率100%: the rate of the standards that exist, which says nothing of who has made one."""
_PAPER = Pattern(r"[^，,。；]{0,4}(?:制定|印发|出台|下发|转发|编制)[^，,。；]{0,24}(?:方案|计划|通知|意见|要点)")
_LOOK = 24


def is_of_something(text: str, end: int) -> bool:
    """Whether what ends at `end` is done of something beside the matter (全覆盖检查, 全部制定方案)."""
    return (_OF_SOMETHING.match(text, end) or _WORKED_OUT.match(text, end)) is not None


def is_of_existing(text: str, start: int, end: int) -> bool:
    """Whether the part text[start:end] tells of standards that exist (现行的裁量基准, 备案率)."""
    return (_RATE_OF_MADE.search(text, start, end) or _EXISTING.search(text, start, end)) is not None


def is_beside(text: str, start: int, end: int, found: re.Match[str], *, about: bool, made: bool) -> bool:
    """Whether the 'all' that was found in the part text[start:end] is said of something beside the matter.

    `about` says that the sentence speaks of a named obligation, `made` that it is about standards alone.
    """
    if _OF_SOMETHING.match(text, found.end()) or is_goal(text, *found.span()):
        return True
    before = max(start, found.start() - _LOOK)
    if any(_PREPARED.search(text, before, stop) for stop in found.span()):
        return True
    if made and (
        _EXISTING.search(text, start, end)
        or _MADE_BEFORE.search(text, start, found.start())
        or (_MADE_AFTER.match(text, found.end()) and not _AND_PUBLISHED.search(text, found.end(), end))
    ):
        return True
    if not about:
        return False
    if _WORKED_OUT.match(text, found.end()) or is_piece(text, start, found.end()) or _is_reach_of_check(text, start):
        return True
    if _is_of_draft(text, start, found.start()) or (not made and _SYSTEM_PAPERS.search(text, before, found.start())):
        return True
    if not _DONE_AFTER.match(text, found.end()) and any(_CHECKED.search(text, before, stop) for stop in found.span()):
        return True
    return _PAPER.match(text, found.end(), end) is not None


def is_piece(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] names one thing that a reform needs (改革涉及的编制)."""
    return _PIECE.search(text, start, end) is not None


def _is_reach_of_check(text: str, start: int) -> bool:
    """Whether a part tells how far the check before it reached (……开展督查，覆盖全部9个县区)."""
    return text.startswith("覆盖", start) and bool(_CHECKED.search(text, max(0, start - _LOOK), max(0, start - 1)))


def _is_of_draft(text: str, start: int, end: int) -> bool:
    """Whether the words before tell of a draft or a template, not one that was only followed (参照范本全部公布)."""
    draft = _DRAFT.search(text, max(start, end - _LOOK), end)
    return draft is not None and not _DRAWN_ON.search(text, max(start, draft.start() - _LOOK), draft.start())
