"""Whether what is complete is another thing than the obligation: its timetable, its division of work, a check of it.

落实三项制度的时间表已全部明确: the thing that is complete is the noun before the words of completion.
"""

from __future__ import annotations

import re

from checker.lexicon import Lexicon
from checker.patterns import Pattern
from checker.statements.patterns import alternation

_FILLERS = r"(?:等)?(?:已经|已|均|都|也|全部|全面|基本)*(?:实现|达到|做到|完成)?了?"
_WHERE = r"[省市州县区旗乡镇街道村（）、两三四五级全各]{0,14}"
_CHECK = (
    r"(?:检查|督察|督查|督导|评查|抽查|巡查|自查|自评|考核|考评|培训|轮训|调研|评估|宣讲|宣传|解读|演练|观摩|问卷|摸排|测评|学习|收看|观看|知晓)"
    r"(?:工作|活动|任务)?"
)
_HOW_IT_GOES = Pattern(
    r"的?(?:情况|进度|进展|率)[^，,。；]{0,2}?(?!良好|较好|达|为|到)[一-鿿]{0,6}?(?:表|统计|报告|台账|材料|排名|居|位列|名列)"
)
"""改革完成情况自查表, 完成率居全省第一: a paper or a rank."""
_AND_THE_THING = Pattern(
    r"[^，,。；]{0,6}(?:公布|印发|施行|到位(?!率)|落地|建成|制定完成|统一行使|达[A-Z优标]|合格|通过|优秀|过关)"
)
"""全部列入清单并公布 goes on to the thing itself, 评估均达A档 tells what the check found."""
_SENT_TO = Pattern(r"(?:发放|分发|配发|转发|寄送|抄送|送达|送)(?:到|至|给)了?$")
"""手册发放到全部乡镇: a paper reached all of them."""
_LOOK = 60
_SENT_LOOK = 8


class OtherThings:
    """Tells the completion of another thing; compiled once from section [extent] of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        things, deeds = alternation(lexicon, "extent", "other_things"), alternation(lexicon, "extent", "other_deeds")
        self._before = Pattern(rf"(?:{things}){_FILLERS}{_WHERE}$")
        self._checked = Pattern(rf"{_CHECK}{_FILLERS}{_WHERE}$")
        self._names = Pattern(rf"(?:的[^，,。；]{{0,6}}?)?(?:{things})")
        self._done = Pattern(rf"(?:被|已|均|予以|完成|进行)*(?:{deeds})")

    def named_behind(self, text: str, end: int) -> bool:
        """Whether what ends at `end` only names such a thing (全面落实三项制度的时间表)."""
        return (_HOW_IT_GOES.match(text, end) or self._names.match(text, end)) is not None

    def complete(self, text: str, start: int, found: re.Match[str], *, about: bool) -> bool:
        """Whether the 'all' found in the part that begins at `start` is said of another thing than the matter.

        Checks and trainings that reach all are another thing only where the sentence is `about` a named obligation.
        """
        end = found.end()
        if _SENT_TO.search(text, max(start, found.start() - _SENT_LOOK), found.start()):
            return True
        if self.named_behind(text, end) or any(
            self._before.search(text, max(start, stop - _LOOK), stop) for stop in found.span()
        ):
            return True
        if not about or _AND_THE_THING.match(text, end):
            return False
        return self._done.match(text, end) is not None or any(
            self._checked.search(text, max(start, stop - _LOOK), stop) for stop in found.span()
        )
