"""Stance of a statement: achieved, ongoing, shortfall, planned or context, each with the rule that said so.

Order of judgement (the first that applies):

S01  announcement without content (现将……报告如下)                       context
S02  reflection, thanks, slogan (实践证明, ……之年)                        context
S03  figures, demands, laws of other governments                        context
S04  ideology that opens a part and tells no fact                       context
S05  opening paragraph without a fact                                   context
S10  plan chapter                                                       planned
S11  plan chapter, a finished act told as such (目前……已通过)             achieved
S12  plan chapter, a gap of today without a plan in the sentence        shortfall
S20  chapter or passage of shortfalls                                   shortfall
S21  there, a plan without a gap (我们将认真解决)                          planned
S22  there, what has been put right and no gap                          achieved
S30  a turn (但, 不过) and a gap after it                                 shortfall
S31  a gap that the main clause admits (尚未, ……薄弱)                      shortfall
S40  a future verb and nothing done before it                           planned
S41  something done, the rest still to come                             ongoing
S50  a stage (已进入……阶段, 正在, 试点)                                     ongoing
S51  direction without fact (推动……全覆盖)                                ongoing
S60  a fact: finished act, document or figure                           achieved
S61  an act told in the chapter of results, no fact                     achieved
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.lexicon import Lexicon
from checker.model import Level, Part, Sentence, Stance
from checker.statements.stance_clauses import Clauses, clauses
from checker.statements.stance_signs import Signs, alternation
from checker.statements.stance_sources import Sources

_LIST_FOLLOWS = re.compile(r"(?:以下|如下|下列|下面)[^，,。]{0,14}[。：:]?$|\d{0,2}[一二三四五六七八九十]{0,3}个?(?:大)?方面(?:的)?(?:重点)?(?:工作|任务|内容)?[。：:]?$")
_LONGEST_RHETORIC = 400
_GUIDED = re.compile(r"以.{0,24}(?:思想|精神|主题).{0,12}为(?:指导|指引|统领|引领|遵循)|坚持以.{2,30}为|(?:贯彻|学习|落实).{0,16}(?:精神|思想)")
_EARLIER_YEAR = re.compile(r"^(?:(20\d\d)年(?:底|末|全年|度)?[，,]|(?:上年|去年)[，,])")
_THIS_YEAR = re.compile(r"今年|本年|目前|现已|当年")


@dataclass(frozen=True, slots=True)
class StanceLabel:
    """A stance with the code of the rule that gave it and the words it went by; `sure` is False for a guess."""

    stance: Stance
    rule: str
    detail: str
    sure: bool = True


class Stances:
    """Labels the sentences of a report; patterns are compiled once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._signs = Signs(lexicon)
        self._sources = Sources(lexicon)
        self._announces = re.compile(alternation(lexicon, "announcements"))
        self._reflects = re.compile(alternation(lexicon, "rhetoric"))
        self._year_line = re.compile(alternation(lexicon, "year_lines"))

    def label(
        self, sentences: Sequence[Sentence], year: int | None, level: Level | None = None
    ) -> tuple[StanceLabel, ...]:
        """One label a sentence, in order; `level` is the reporting government's own."""
        return tuple(self._one(sentence, year, level) for sentence in sentences)

    def _one(self, sentence: Sentence, year: int | None, level: Level | None) -> StanceLabel:
        cut = clauses(sentence.quote, sentence.head)
        if sentence.part is Part.SHORTFALLS:
            return self._in_shortfalls(cut)
        background = self._background(sentence, cut, year, level)
        if background:
            return background
        if sentence.part is Part.PLAN:
            return self._in_plan(cut)
        return self._in_results(sentence, cut)

    def _background(
        self, sentence: Sentence, cut: Clauses, year: int | None, level: Level | None
    ) -> StanceLabel | None:
        """S01 to S05: what is no deed of this government in this year."""
        text = cut.text
        if found := self._announces.search(text) or _LIST_FOLLOWS.search(text):
            if len(cut.parts) <= 4:
                return StanceLabel(Stance.CONTEXT, "S01", found.group())
        facts = self._signs.figure(text)
        if (found := self._reflects.search(text)) and not (facts and len(cut.parts) > 3):
            return StanceLabel(Stance.CONTEXT, "S02", found.group())
        if (found := self._year_line.search(text, 0, 60)) and not facts:
            return StanceLabel(Stance.CONTEXT, "S02", found.group())
        if words := self._sources.quoted(text, level):
            return StanceLabel(Stance.CONTEXT, "S03", words)
        earlier = _EARLIER_YEAR.match(text)
        if earlier and year and not _THIS_YEAR.search(text) and (not earlier[1] or int(earlier[1]) < year):
            return StanceLabel(Stance.CONTEXT, "S03", earlier.group(), sure=False)
        return None

    def _in_plan(self, cut: Clauses) -> StanceLabel:
        signs, text = self._signs, cut.text
        future = next(filter(None, map(signs.future, cut.parts)), "")
        finished = _FINISHED.search(text)
        if finished and not future:
            return StanceLabel(Stance.ACHIEVED, "S11", finished.group())
        if not future and (now := _TODAY.search(text)) and (gap := self._last_gap(cut)):
            return StanceLabel(Stance.SHORTFALL, "S12", f"{now.group()}…{gap}", sure=False)
        return StanceLabel(Stance.PLANNED, "S10", future)

    def _in_shortfalls(self, cut: Clauses) -> StanceLabel:
        signs = self._signs
        gap = next(filter(None, map(signs.weak_gap, cut.parts)), "")
        strong = next(filter(None, map(signs.gap, cut.parts)), "")
        future = next(filter(None, map(signs.future, cut.parts)), "") or _group(_RESOLVE.search(cut.text))
        if future and not strong:
            return StanceLabel(Stance.PLANNED, "S21", future)
        if not gap and (mended := signs.mended(cut.text)):
            return StanceLabel(Stance.ACHIEVED, "S22", mended)
        if not strong and (found := self._reflects.search(cut.text)):
            return StanceLabel(Stance.CONTEXT, "S02", found.group())
        return StanceLabel(Stance.SHORTFALL, "S20", strong or gap, sure=bool(strong or gap))

    def _in_results(self, sentence: Sentence, cut: Clauses) -> StanceLabel:
        admission = self._admission(cut)
        if admission:
            return admission
        signs = self._signs
        done = [signs.done(part) for part in cut.parts]
        for index, part in enumerate(cut.parts):
            if future := signs.future(part):
                before = next(filter(None, done[:index]), "")
                if before and _COMES_INTO_FORCE.search(part):
                    continue
                if before:
                    return StanceLabel(Stance.ONGOING, "S41", f"{before}…{future}", sure=False)
                return StanceLabel(Stance.PLANNED, "S40", future)
        if sentence.part is Part.OPENING and not signs.figure(cut.text):
            return StanceLabel(Stance.CONTEXT, "S05", "")
        if _GUIDED.search(cut.text) and sentence.opens_paragraph and not signs.figure(cut.text) and "《" not in cut.text:
            return StanceLabel(Stance.CONTEXT, "S04", _group(_GUIDED.search(cut.text)), sure=False)
        return self._deed(cut, done)

    def _deed(self, cut: Clauses, done: list[str]) -> StanceLabel:
        """S50 to S61: something that was done or is being done."""
        signs = self._signs
        if cut.parts and (stage := signs.progress(cut.parts[-1])):
            return StanceLabel(Stance.ONGOING, "S50", stage)
        if cut.parts and all(map(signs.aims, cut.parts)) and not any(done):
            return StanceLabel(Stance.ONGOING, "S51", signs.aims(cut.parts[0]), sure=False)
        fact = next(filter(None, done), "")
        if fact:
            return StanceLabel(Stance.ACHIEVED, "S60", fact)
        return StanceLabel(Stance.ACHIEVED, "S61", "", sure=False)

    def _admission(self, cut: Clauses) -> StanceLabel | None:
        """S30, S31: a gap admitted among the results."""
        signs, turned = self._signs, ""
        for index, part in enumerate(cut.parts):
            turned = signs.turn(part) or turned
            gap = signs.weak_gap(part) if turned in _STRONG_TURNS else signs.gap(part)
            if not gap or signs.concession(part):
                continue
            if any(signs.mended(later) for later in cut.parts[index:]):
                continue
            return StanceLabel(Stance.SHORTFALL, "S30" if turned else "S31", gap)
        return None

    def _last_gap(self, cut: Clauses) -> str:
        return next(filter(None, map(self._signs.gap, cut.parts)), "")


_STRONG_TURNS = ("但", "但是", "不过", "然而", "可是", "只是", "遗憾的是", "美中不足")
_FINISHED = re.compile(r"(?:目前|现|截至[^，]{0,10}|均|业)?[，,]?已(?:经|全部|由|于|正式)?[^，。]{0,16}(?:通过|完成|印发|出台|建成|公布|办结|上线|启用|签订|落实|到位|挂牌)")
_TODAY = re.compile(r"目前|当前|现有|截至")
_RESOLVE = re.compile(r"我们(?:将|一定|要|必须)|(?:加以|予以|认真|着力|切实|逐步|努力)(?:解决|改进|克服)|采取.{0,8}措施|决不辜负|不辜负")
_COMES_INTO_FORCE = re.compile(r"施行|实施|生效|执行")


def _group(found: re.Match[str] | None) -> str:
    return found.group() if found else ""
