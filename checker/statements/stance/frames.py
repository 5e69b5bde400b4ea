"""Clauses that speak of a result without telling it: conditions, purposes, matters dealt with, demands, targets.

为使裁量基准全部公布，组织督导3轮 tells of three rounds; what was to come of them is told nowhere. So a word of
wholeness (全部, 统一行使, 全覆盖) that stands in such a clause, and in no other, makes no result of the sentence.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from checker.lexicon import Lexicon
from checker.model import Stance
from checker.patterns import Pattern
from checker.statements.patterns import alternation, any_of, group
from checker.statements.stance.clauses import Clauses
from checker.statements.stance.cues import Screen
from checker.statements.stance.goals import Goals
from checker.statements.stance.nested import Nested
from checker.statements.stance.signs import Signs

_AFTER_IT = Pattern(r"(?:再|方可|方能|才可|才能|方予|才予|方准|才准|即可|可|优先|给予|予以)")
_ONLY_THEN = Pattern(r"^[^，]{0,8}?(?:才|方)(?:能|可|会|算|有|是)")
_NEAR_ITS_HEAD = 8
_SUPPOSES = Pattern(r"^(?:若(?!干)|如果|假如|假若|倘若|一旦|要是|如能|如若)")
"""若通过核查，我市将获……: what follows is supposed too."""
_UNTIL = Pattern(r"^(?:待(?![遇办])|等到?(?![级候次额])|俟)[^，]{3,44}$")
_THEN_CAN = Pattern(r"即可|便可|就可|方可|才可|才能|就能|即能")
"""待人员到位，即可全面落实."""
_THEN = Pattern(r"^(?:则|就|便|将|即|可|给予|予以|一律|年终|年底|年度|直接|优先)")
_WAITS_FOR = Pattern(r"(?:之?后|以后|的|的[市县区级直]{0,2}(?:部门|单位|县区?|区县?|乡镇|街道|镇街|街镇|地方|地区))$")
_IS_THE_TERM = Pattern(r"(?:是|作为|列为|成为)[^，]{0,20}(?:前提|条件|门槛|标准|依据|关键|标志|要求|底线|内容|指标)$")
"""……全部公布是申报的前提条件."""
_CONSEQUENCE = Pattern(r"不得|不予|予以|给予|取消|评优|加分|扣分|优先|问责|追责|通报")
_FOR_THOSE = Pattern(
    r"^对[^，]{4,60}的[^，]{0,12}(?:，[^，]{0,16})?(?:给予|予以|实行|进行)[^，]{0,8}(?:奖励|表彰|表扬|加分|奖补|激励|倾斜|嘉奖|奖金)"
)
"""对裁量基准全部公布的县区给予奖励: whoever has done it."""
_GETS_READY = Pattern(r"^为[^，]{4,44}(?:做好|作好|做足|做了|作了|开展|进行|着手|做)[^，]{0,8}准备")
_TELLS_NOW = Pattern(r"已|目前|截至|现在|如今|均于|完成率|实现了|完成了|落实了|超额|兑现")
_HAS_A_STATE = Pattern(r"(?:完成情况|进展情况|进展|状态|落实情况|进度|实际|实绩)[：:为]|完成率|超额|已|均")
_TARGETS = ("任务", "目标", "指标", "要求", "计划", "责任", "内容")
_NAMES_TARGETS = (
    rf"(?:{'|'.join(_TARGETS)})"
    r"(?:（□*）)?"
    r"(?:(?:之一|分别)?(?:是|为|包括|确定为|明确为|设定为)?[：:]|(?:是|为|包括)[，,]?"
    r"|(?:共|总共)?(?:有|分为|包括)[一二三四五六七八九十两\d]{1,3}(?:个方面|[项个条件])[，,：:])"
)
_HEAD = r"^(?![^，。；：]{0,20}(?:完成|落实|实现|达到|兑现|履行|承担))[^，。；：]{0,20}?"
_MEETING = Pattern(r"^[一-鿿□“”《》]{0,14}(?:会议|全会|讲话|批示)[^，]{0,6}(?:强调|指出|要求|明确|提出)")
_URGED = Pattern(r"^[一-鿿“”]{0,12}(?:会议|全会|讲话|批示)(?:强调|要求|提出)")
"""What a meeting urges is not done, however many bodies are told to do it; what it finds (会议指出) may be."""
_WANTS = (
    r"(?:要(?:在|把|将|使|让|对|于|全|做到|实现|确保)|应(?!(?P<due>[一-鿿]{1,3})[尽必](?P=due))当?"
    r"|必须|须|务必)[^，]{0,24}"
)
_ACCORDING = Pattern(r"按照?|根据|依据|对照|落实|贯彻|遵照|依照|对标|严格按|认真落实|全面落实|响应")
"""按照要求全部公布: the demand was met."""
_WRITTEN = Pattern(r"签订|签署|签下|立下|下达|递交")
"""Letters of responsibility are counted (与7个县区签订责任书), and tell no result."""
_PLEDGE = r"(?:表示|表态|发言)[^，]{0,2}，?[^，]{0,14}?(?:一定|将|要|会|必|确保|力争|保证|争取|坚决|全力|尽快)"
"""负责人纷纷表示，年内一定全面完成: what is pledged."""
_LEADS_ON = Pattern(
    r"(?:明确|规定|要求|提出)自[^，]{4,18}起$"
    r"|(?:表示|表态|承诺|责任书|军令状|(?<!全部)(?<!均)明确|提出|规定|要求|强调|指出)$"
)
"""What is promised or laid down stands in the next clause."""
_NO_PROMISE = "(?<!告知)(?<!信用)(?<!服务)"


class Framed(NamedTuple):
    """What a sentence is whose result stands in a frame; `sure` is False where its deed may be one by itself."""

    stance: Stance
    rule: str
    words: str
    sure: bool = True


class Frames:
    """Finds the sentences that only speak of a result."""

    def __init__(self, lexicon: Lexicon, screen: Screen, signs: Signs) -> None:
        words, listed = partial(alternation, lexicon, "stance"), partial(lexicon.words, "stance")
        self._signs = signs
        wholes = {*listed("wholes"), *lexicon.words("extent", "all"), *lexicon.words("extent", "reconsidering")}
        self._whole = Pattern(rf"{any_of(wholes)}|(?:{alternation(lexicon, 'extent', 'titles_won')})(?=[^，]*示范)")
        self._nested = Nested(lexicon)
        self._named = screen.cue(listed("named_tasks"))
        self._systems = screen.cue(("法制审核", "全过程记录"))
        self._target = screen.cue(_TARGETS)
        self._targets = Pattern(_HEAD + _NAMES_TARGETS)
        self._condition = Pattern(rf"^(?:{words('conditions')})")
        self._purpose = Pattern(rf"^(?:{words('purposes')})|^以[^，]{{4,40}}为(?:目标|目的|导向|抓手|牵引|方向)")
        self._topic = Pattern(rf"^(?:{words('topics_of_deeds')})")
        self._prepares = Pattern(words("preparations"))
        nouns = words("matters")
        self._matter = Pattern(
            rf"(?:{words('deals_with')})[^，]{{4,44}}(?:{nouns}|的[^，]{{2,14}}$)"
            rf"|^就[^，]{{4,44}}(?:{nouns}|)[^，]{{0,6}}(?:{words('deals_in')})"
        )
        self._goals = Goals(lexicon, screen, signs)
        self._asks = Pattern(r"是否|有没有|有无|能否|落实没落实|到不到位")
        self._demand = Pattern(
            rf"(?:{words('demands')})[^，]{{0,30}}|{_NO_PROMISE}承诺(?!制|件|书|事项|办结|时限)|{_PLEDGE}|(?:^|[^需只重主不想]){_WANTS}"
        )

    def found(self, cut: Clauses) -> Framed | None:
        """What the frame makes of a sentence; None where it tells a result, or no frame is found."""
        if self._target in cut.cues and (told := self._target_list(cut)):
            return told
        if goal := self._goals.found(cut):
            return Framed(*goal)
        if self._named in cut.cues and (begun := self._goals.starts(cut)):
            return Framed(Stance.ONGOING, "S50", begun)
        named = self._named in cut.cues
        if not (named or self._systems in cut.cues) or not self._whole.search(cut.text):
            return None
        if demanded := self._demanded(cut):
            return Framed(Stance.PLANNED, "S42", demanded)
        if not named:
            return None
        frames = [self._frame(cut.parts, index) for index, part in enumerate(cut.parts) if self._bears(part)]
        return frames[0] if frames and all(frames) else None

    def _bears(self, part: str) -> bool:
        """Whether a clause says that something is whole; 一律不得评优 says what follows from it."""
        return self._whole.search(part) is not None and not _CONSEQUENCE.search(part, 0, _NEAR_ITS_HEAD)

    def _target_list(self, cut: Clauses) -> Framed | None:
        """任务：……; 今年的任务有三项，一是……: what is to be done, unless it goes on to say what became of it."""
        found = self._targets.match(cut.text)
        if not found or _HAS_A_STATE.search(cut.text, found.start()):
            return None
        return None if self._signs.figure(cut.text[found.end() :]) else Framed(Stance.PLANNED, "S42", found.group())

    def _demanded(self, cut: Clauses) -> str:
        """A demand, a promise or the words of a meeting, with no figure and nothing done since but preparations."""
        if _TELLS_NOW.search(cut.text) and any(map(self._tells_now, cut.parts)):
            return ""
        if (urged := _URGED.match(cut.text)) and any(map(self._whole.search, cut.parts[:2])):
            return urged.group()
        return self._demand_of(cut) if not self._signs.figure(cut.text) or _WRITTEN.search(cut.text) else ""

    def _tells_now(self, part: str) -> bool:
        """Whether a clause tells what has become of it; 已成立工作专班着手摸底 does not."""
        told = _TELLS_NOW.search(part) is not None
        return told and (self._whole.search(part) is not None or not self._prepares.search(part))

    def _demand_of(self, cut: Clauses) -> str:
        if meeting := _MEETING.match(cut.text):
            return meeting.group()
        for part, following in zip(cut.parts, (*cut.parts[1:], ""), strict=True):
            if _ACCORDING.match(part):
                continue
            told = f"{part}，{following}" if _LEADS_ON.search(part) else part
            found = self._demand.search(told)
            if found and self._whole.search(told, found.start()):
                return found.group()
        return ""

    def _frame(self, parts: tuple[str, ...], index: int) -> Framed | None:
        """The frame of one clause with a word of wholeness."""
        part = parts[index]
        following = parts[index + 1] if index + 1 < len(parts) else ""
        supposed = (index and _supposed(parts[index - 1], part)) or _supposed(part, following)
        if condition := supposed or self._conditional(part, following):
            return Framed(Stance.CONTEXT, "S08", condition)
        if matter := self._matter.search(part):
            return Framed(Stance.ONGOING, "S52", matter.group())
        if ready := _GETS_READY.match(part):
            return Framed(Stance.ONGOING, "S52", ready.group())
        prepares = len(parts) == 1 or any(self._prepares.search(other) for other in parts if other is not part)
        if (topic := self._topic.match(part)) and prepares:
            return Framed(Stance.ONGOING, "S52", topic.group(), sure=False)
        if purpose := self._purpose.match(part):
            return _served(purpose.group(), prepares)
        if asks := self._asks.search(part):
            return Framed(Stance.ACHIEVED, "S62", asks.group(), sure=False)
        return self._in_other_words(part)

    def _in_other_words(self, part: str) -> Framed | None:
        """What becomes of a result that is the object of another word."""
        whole = self._whole.search(part)
        if whole and (hoped := self._nested.hoped(part, whole)):
            return Framed(Stance.PLANNED, "S42", hoped)
        if whole and (dealt := self._nested.dealt_with(part, whole)):
            return Framed(Stance.ONGOING, "S52", dealt)
        return None

    def _conditional(self, part: str, following: str) -> str:
        found = self._condition.match(part)
        if found and (found.group() != "如" or _THEN.match(following)):
            only = found.group() == "只有"
            return found.group() if not only or _ONLY_THEN.match(following) else ""
        if _WAITS_FOR.search(part) and (then := _AFTER_IT.match(following)):
            return then.group()
        return group(_FOR_THOSE.match(f"{part}，{following}") or _IS_THE_TERM.search(part))


def _supposed(before: str, part: str) -> str:
    """The words by which one clause makes what the next one tells a supposition."""
    if found := _SUPPOSES.match(before):
        return found.group()
    found = _UNTIL.match(before) if _THEN_CAN.search(part) else None
    return group(found)


def _served(purpose: str, prepares: bool) -> Framed:
    """A deed for a purpose: no more than a preparation, or one that may be a result of its own."""
    if prepares:
        return Framed(Stance.ONGOING, "S52", purpose, sure=False)
    return Framed(Stance.ACHIEVED, "S62", purpose, sure=False)
