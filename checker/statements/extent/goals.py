"""Whether 'all' is said of the goal of a work, of which nothing is done by that.

These are forms of speech rather than words, so that they stand in code.
"""

from __future__ import annotations

from checker.patterns import Pattern

_GOAL = Pattern(
    r"(?:[^。；;]{0,14}?(?:[，,]|率|%|％))?(?:这|已)?(?:是|为|作为|成为|列为|定为)(?!.{0,20}(?:已完成|如期完成|全面完成))[^，,。；]{0,20}?"
    r"(?:任务|目标|指标|工程|抓手|要求|重点|关键|重头戏|课题|必答题|硬杠杠|前提)(?![^，,。；]{0,4}(?:已|完成|实现))"
)
"""……全覆盖，是今年的任务: named as what is aimed at; so is 以……全部落实为目标."""
_AIMED_AT = Pattern(
    r"[^，,。；]{0,24}?为(?:总|主要|根本|工作)?(?:目标|任务|抓手|导向|方向|牵引|重点|目的|己任|契机|标准|要求)"
)
_TAKES = Pattern(r"(?:^|[，,；;。])[^，,。；;]{0,10}?以[^，,。；]{0,30}$")
_LOOK = 48


def is_goal(text: str, start: int, end: int) -> bool:
    """Whether the words text[start:end] that say 'all' stand in the name of an aim (以全部落实为目标)."""
    if _GOAL.match(text, end):
        return True
    before = max(0, start - _LOOK)
    return text.find("以", before, start) >= 0 and bool(
        _AIMED_AT.match(text, end) and _TAKES.search(text, before, start)
    )
