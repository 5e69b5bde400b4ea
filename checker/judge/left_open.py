"""What a report leaves open beside its 'all': bodies that are still behind, or the whole matter for next year."""

from __future__ import annotations

from checker.model import Extent, Stance
from checker.patterns import Pattern

_BEHIND = Pattern(
    r"(?:(?:\d{1,5}|[一两二三四五六七八九十]{1,4})[个家][^，,。；]{0,10}|(?:其余|余下|剩余|另有)[^，,。；]{0,14})"
    r"(?:仍|尚|还|正)(?:在|处|未|待|需)"
)
"""12个仍在配备, 两个县仍在过渡期, 其余3个县正在编制."""
_DUE = {
    "三项制度": "三项制度|执法公示|全过程记录|法制审核",
    "裁量基准": "裁量",
    "复议改革": "复议",
}
"""The obligations that are done once and for all; a title for next year is another title."""
_UP_TO = r"(?:(?!培训|监督|检查|评查|宣传|督察)[^，,。；])"
_OF_IT = r"(?!成果|情况|质量|水平|[^，,。；]{0,4}(?:评估|督查|检查|培训|案例))"
_WHOLE_DUE = {
    name: Pattern(
        rf"(?:完成|实现)[^，,。；]{{0,16}}(?:{words}){_UP_TO}{{0,10}}"
        rf"(?:全覆盖|全面覆盖|制定|公布|改革|整合|划转|移交|推行){_OF_IT}"
        rf"|(?<!巩固)(?<!保持)(?<!提升)(?:{words}){_UP_TO}{{0,8}}(?:全覆盖|全面覆盖){_OF_IT}"
    )
    for name, words in _DUE.items()
}
"""全面完成复议体制改革任务, 实现三项制度全覆盖, as a plan."""


def is_still_due(obligation: str, stance: Stance, text: str) -> bool:
    """Whether a fact plans to bring the whole of an obligation about, which therefore is not done yet."""
    due = _WHOLE_DUE.get(obligation)
    return stance is Stance.PLANNED and due is not None and due.search(text) is not None


def is_left_open(stance: Stance, extent: Extent, text: str) -> bool:
    """Whether a fact under way tells of some bodies of its level that are still behind the others."""
    return stance is Stance.ONGOING and extent is Extent.SOME and _BEHIND.search(text) is not None
