"""A result that is only named as a goal: subject or purpose of a sentence, what is asked for, what is not yet reached.

三项制度全覆盖，是今年的任务 tells of a task; 应诉率需达到100% of a demand; …的目标分解到各单位 of a division of work.
"""

from __future__ import annotations

from functools import partial

from checker.lexicon import Lexicon
from checker.model import Stance
from checker.patterns import Pattern
from checker.statements.patterns import alternation, any_of
from checker.statements.stance.clauses import Clauses
from checker.statements.stance.cues import Screen
from checker.statements.stance.signs import Signs

_REACHED = Pattern(
    r"已(?!分解|下达|列入|纳入|写入|明确|提出|部署)|目前|实际|截至|如今|超额|兑现|(?:如期|圆满|顺利)完成(?=[，。；]|$)"
)
_RATE = r"(?<!\d)100\s?[%％]"
_MARK = Pattern("[，；]")
_PERCENT = Pattern(r"\d\s?[%％]")
_ASKS = frozenset("需须应必要")
"""The characters with which a demand begins."""
_MUST = (
    r"(?:(?<![所必急无按供亟])需要?|(?<![必])须|(?<![供响适反相对])应当?(?![急用对诉])|必须|(?<![只重主想就])要(?=[全均都达实做]))"
    r"(?:全部|全面|均|都)?(?:达到?|实现|做到|保持|为)[^，]{0,12}?"
)
_STARTS = Pattern(
    r"(?:制定|编制|修订|改革|落实|创建|推行|集中)[^，]{0,4}(?:工作|任务|活动)?(?:已|已经|全面|正式|同步|全部|顺利)*启动$"
)


class Goals:
    """Finds the sentences whose results are all goals; compiled once."""

    def __init__(self, lexicon: Lexicon, screen: Screen, signs: Signs) -> None:
        words = partial(alternation, lexicon, "stance")
        self._signs = signs
        listed = {*lexicon.words("stance", "wholes"), *lexicon.words("extent", "all")}
        # 均 and 都 are too common before 作为 and 是
        told = any_of({word for word in listed if len(word) > 1} - {"统一", "集中"})
        whole = rf"(?:{told}|{_RATE}|{words('titles_aimed_at')})"
        nouns = words("goal_nouns")
        self._whole = Pattern(whole)
        self._is_goal = Pattern(
            rf"{whole}[^，]{{0,12}}，?(?:这)?(?:(?<![不还若])是|作为|(?:被|已)?(?:列|确定|定)为)[^，。；]{{0,28}}?(?:{nouns})(?:之一|来抓)?(?=[，。；]|$)"
        )
        self._of_goal = Pattern(
            rf"{whole}[^，]{{0,12}}(?:的|这一|这个)[^，]{{0,6}}?(?:{nouns})[^，]{{0,8}}?(?:{words('goal_acts')})"
        )
        self._must = Pattern(_MUST + whole)
        self._serves = Pattern(rf"以[^，]{{0,40}}?{whole}[^，]{{0,30}}?为(?:总|工作|奋斗|主要)?(?:目标|目的|方向)")
        self._noun = screen.cue(lexicon.words("stance", "goal_nouns"))
        self._prepares = Pattern(words("preparations"))

    def found(self, cut: Clauses) -> tuple[Stance, str, str] | None:
        """Stance, rule and words of a sentence whose results are all goals; None where it tells one."""
        if self._noun not in cut.cues and _ASKS.isdisjoint(cut.text):
            return None
        if self._whole.search(cut.text) and not _REACHED.search(cut.text):
            for pattern in (self._is_goal, self._of_goal, self._must):
                found = pattern.search(cut.text)
                if found and not self._tells_more(cut, found.start(), found.end()):
                    return Stance.PLANNED, "S42", found.group()
            served = self._serves.search(cut.text)
            if served and not any(self._is_deed(part) for part in cut.parts if served.group() not in part):
                return Stance.ONGOING, "S52", served.group()
        return None

    def starts(self, cut: Clauses) -> str:
        """The words that say that the work begins, where all else only prepares it."""
        if "启动" not in cut.text or not cut.parts:
            return ""
        begun = _STARTS.search(cut.parts[0])
        return begun.group() if begun and all(map(self._prepares.search, cut.parts[1:])) else ""

    def _tells_more(self, cut: Clauses, start: int, end: int) -> bool:
        """Whether a whole or a rate stands outside the clauses of the words found: then something was reached."""
        before = max(cut.text.rfind(mark, 0, start) for mark in "，；")
        behind = _MARK.search(cut.text, end)
        rest = (cut.text[: max(before, 0)], cut.text[behind.start() :] if behind else "")
        return any(self._whole.search(text) or _PERCENT.search(text) for text in rest)

    def _is_deed(self, part: str) -> bool:
        """Whether a clause tells a deed beside its preparation."""
        deed = self._signs.figure(part) or self._signs.finished(part) or self._whole.search(part)
        return bool(deed) and not self._prepares.search(part)
