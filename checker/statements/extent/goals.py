"""Whether 'all' is said of the goal or the papers of a work, of which nothing is done by that.

These are forms of speech rather than words, so that they stand in code.
"""

from __future__ import annotations

import re

from checker.patterns import Pattern

_WORK_PAPERS = Pattern(
    r"(?:时间表|路线图|施工图|进度表|自查表|登记表|统计表|调查表|申报表|任务书|责任书|承诺书|军令状|责任人|联络员|分工|议程|日程"
    r"|(?:任务|责任|问题|整改)清单|(?:自查|自评|总结|情况|整改|工作)报告|台账|自查)"
    r"(?:已经|已|均|也|都|现|全部|全面)*(?:完成|收齐|签订|明确|上报|报送)?$"
)
"""The papers of a work (时间表全部明确, 自查表全部收齐): they are complete, the work is not."""
_OF_PAPERS = Pattern(
    r"[^，,。；的]{0,16}(?:的|情况)?(?:时间表|路线图|施工图|进度表|自查表|登记表|统计表|调查表|任务书|职责分工|任务分工)"
)
_GOAL = Pattern(
    r"(?:[^。；;]{0,14}?(?:[，,]|率|%|％))?(?:这|已)?(?:是|为|作为|成为|列为|定为)(?!.{0,20}(?:已完成|如期完成|全面完成))[^，,。；]{0,20}?"
    r"(?:任务|目标|指标|工程|抓手|要求|重点|关键|重头戏|课题|必答题|硬杠杠|前提)(?![^，,。；]{0,4}(?:已|完成|实现))"
)
"""……全覆盖，是今年的任务: named as what is aimed at; so is 以……全部落实为目标."""
_AIMED_AT = Pattern(
    r"[^，,。；]{0,24}?为(?:总|主要|根本|工作)?(?:目标|任务|抓手|导向|方向|牵引|重点|目的|己任|契机|标准|要求)"
)
_TAKES = Pattern(r"(?:^|[，,；;。])[^，,。；;]{0,10}?以[^，,。；]{0,30}$")
_LOOK = 24


def is_of_papers(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the 'all' found in the part that begins at `start` is said of the papers of a work."""
    before = max(start, found.start() - _LOOK)
    return leads_to_papers(text, found.end()) or any(_WORK_PAPERS.search(text, before, end) for end in found.span())


def leads_to_papers(text: str, end: int) -> bool:
    """Whether what ends at `end` is the name of such a paper (全面落实三项制度的时间表)."""
    return _OF_PAPERS.match(text, end) is not None


def is_goal(text: str, start: int, end: int) -> bool:
    """Whether the words text[start:end] that say 'all' stand in the name of an aim (以全部落实为目标)."""
    if _GOAL.match(text, end):
        return True
    return "以" in text[:start] and bool(_AIMED_AT.match(text, end)) and bool(_TAKES.search(text, 0, start))
