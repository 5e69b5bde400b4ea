"""Stance of a statement: achieved, ongoing, shortfall, planned or context, each with the rule that said so.

Order of judgement (the first that applies):

S01  announcement without content (现将……报告如下)                       context
S02  reflection, thanks, slogan (实践证明, ……之年)                        context
S03  figures, demands, laws of others; deeds of another government      context
S04  ideology that opens a paragraph and tells no fact                  context
S05  opening of the report without a fact                               context
S06  figures of an earlier year alone                                   context
S07  the named tasks strung together, or the times we live in, no fact   context
S08  results: only as a condition (凡全部公布的部门，加1分)                 context
S10  plan chapter                                                       planned
S11  plan chapter: a finished act told as such (目前……已通过)             achieved
S12  plan chapter: a gap of today, no plan in the sentence              shortfall
S20  chapter or passage of shortfalls                                   shortfall
S21  there: a plan without a gap (我们将认真解决)                          planned
S22  there: what has been put right, no gap                             achieved
S23  there: a fact with a figure and no word of a gap                    achieved
S30  results: a turn (但, 不过) and a gap after it                        shortfall
S31  results: a gap in the main clause (尚未, ……薄弱)                      shortfall
S40  results: a future verb and nothing done before it                  planned
S41  results: something done, the rest still to come                    ongoing
S42  results: a demand, a promise, a target (任务：……全覆盖)                planned
S50  results: waited for or worked on (尚待装修, 正在修订，已完成两个)       ongoing
S50  results: a stage (已进入……阶段, 正在)                                 ongoing
S51  results: direction without fact (推动……全覆盖)                        ongoing
S52  results: only as a purpose or a matter (为使……，研究……问题)            ongoing
S60  results: a finished act, a document or a figure                    achieved
S61  results: an act told without fact                                  achieved
S62  results: a deed that asks whether it is so, or serves it (检查是否……)    achieved
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from checker.lexicon import Lexicon
from checker.model import Level, Part, Sentence, Stance
from checker.patterns import Pattern
from checker.statements.patterns import group
from checker.statements.stance.background import Background
from checker.statements.stance.clauses import Clauses, clauses
from checker.statements.stance.cues import Screen
from checker.statements.stance.frames import Frames
from checker.statements.stance.gaps import Gaps
from checker.statements.stance.neighbours import Neighbours
from checker.statements.stance.signs import Signs
from checker.statements.stance.sources import Sources, View
from checker.statements.stance.stages import Stages
from checker.statements.stance.times import by_then, done_by_now, names_later_year, to_come

_GUIDED = Pattern(r"以.{0,24}(?:思想|精神|主题).{0,12}为(?:指导|指引|统领|引领|遵循)")
_OF_GAPS = Pattern(r"问题|不足|短板|差距|困难|挑战|薄弱|弱项|原因")
_TODAY = Pattern(r"目前|当前|现有|截至")
_SAYS_WHEN = Pattern(r"已|月")
_INTENDS = Pattern(r"[，,](?:要|须|力争|尽快|倒排|加快|推动|确保|督促|抓紧|着力|争取|指导|限期|下|逐步|强化|加强)")
_BELIEF = Pattern(r"我们(?:坚信|相信|有信心|深信)|让我们")
_RESOLVE = Pattern(
    r"我们(?:将|一定|要|必须)|(?:加以|予以|认真|着力|切实|逐步|努力)(?:解决|改进|克服)|采取.{0,8}措施|不辜负|高度重视"
)
_INTENT = Pattern(r"拟|力争|计划|争取|谋划|起草")
"""What these say is a plan, whatever was done before it; 预计 and 将 after something done tell work under way."""
_DRAFTS = Pattern("起草|拟[定订制]|草拟|谋划|研究制定|酝酿")
_COMES_INTO_FORCE = Pattern(r"(?<!印发)(?<!出台)(?<!发布)(?:施行|实施|生效|执行)")
_TURNS_THE_SENTENCE = frozenset(("但", "但是", "不过", "然而", "可是", "只是", "遗憾的是", "美中不足"))
_SINCE = Pattern(r"20\d\d年\d{1,2}月(?:\d{1,2}日)?起")
"""The day from which on something is so; one still to come is a plan."""
_HONOUR = Pattern(r"获评|荣获|入选|命名|授予|获得.{0,20}(?:称号|奖)")


class StanceLabel(NamedTuple):
    """A stance with the code of the rule that gave it and the words it went by; `sure` is False for a guess."""

    stance: Stance
    rule: str
    detail: str
    sure: bool = True


class Stances:
    """Labels the sentences of a report; patterns are compiled once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._screen = Screen()
        self._signs = Signs(lexicon, self._screen)
        self._gaps = Gaps(lexicon, self._screen)
        self._sources = Sources(lexicon, self._screen)
        self._frames = Frames(lexicon, self._screen, self._signs)
        self._stages = Stages(lexicon)
        self._background = Background(lexicon, self._screen, self._signs, self._sources)

    def label(
        self, sentences: Sequence[Sentence], year: int | None, level: Level | None = None, government: str = ""
    ) -> tuple[StanceLabel, ...]:
        """One label a sentence, in order; `level` and `government` are the reporting government's."""
        view = self._sources.view(level, government)
        cuts = [clauses(sentence.quote, sentence.head, self._screen) for sentence in sentences]
        others = Neighbours(level, government)
        return tuple(
            self._one(sentence, cut, year, view, others) for sentence, cut in zip(sentences, cuts, strict=True)
        )

    def _one(self, sentence: Sentence, cut: Clauses, year: int | None, view: View, others: Neighbours) -> StanceLabel:
        if sentence.part is Part.SHORTFALLS:
            return self._in_shortfalls(cut, any(map(_OF_GAPS.search, sentence.headings)))
        if background := self._background.view(cut, sentence.part, year, view):
            rule, words, sure = background
            return StanceLabel(Stance.CONTEXT, rule, words, sure)
        if sentence.part is Part.PLAN:
            return self._in_plan(cut, year)
        if told := others.told(sentence):
            return StanceLabel(Stance.CONTEXT, "S03", told)
        return self._in_results(sentence, cut, year)

    def _in_plan(self, cut: Clauses, year: int | None) -> StanceLabel:
        text = cut.text
        if future := self._future(cut):
            return StanceLabel(Stance.PLANNED, "S10", future)
        today = _TODAY.search(text)
        finished = done_by_now(text, year) or _first(self._gaps.good_news(part, cut.cues) for part in cut.parts)
        if finished and (today or _SAYS_WHEN.search(finished)):
            return StanceLabel(Stance.ACHIEVED, "S11", finished)
        if today and not _INTENDS.search(text) and (gap := self._gap(cut)):
            return StanceLabel(Stance.SHORTFALL, "S12", f"{today.group()}……{gap}", sure=False)
        return StanceLabel(Stance.PLANNED, "S10", "")

    def _in_shortfalls(self, cut: Clauses, headed: bool) -> StanceLabel:
        signs = self._signs
        if belief := _BELIEF.search(cut.text):
            return StanceLabel(Stance.CONTEXT, "S02", belief.group())
        gap = self._gap(cut)
        future = self._future(cut) or group(_RESOLVE.search(cut.text))
        if future and not gap:
            begun = self._promise(cut, None, signs.finished)
            under_way = begun is not None and begun.stance is Stance.ONGOING and "已" in cut.text
            return begun if begun and under_way else StanceLabel(Stance.PLANNED, "S21", future)
        mended = _first(self._gaps.mended(part, cut.cues) for part in cut.parts)
        if mended and not gap and "已" in cut.text:
            return StanceLabel(Stance.ACHIEVED, "S22", mended)
        if not gap and (reflection := self._background.reflection(cut)):
            return StanceLabel(Stance.CONTEXT, "S02", reflection)
        weak = gap or _first(self._gaps.slight(part, cut.cues) for part in cut.parts)
        fact = signs.figure(cut.text)
        if fact and not weak and (not headed or any(map(signs.finished, cut.parts))):
            return StanceLabel(Stance.ACHIEVED, "S23", fact, sure=False)
        return StanceLabel(Stance.SHORTFALL, "S20", weak, sure=bool(weak))

    def _future(self, cut: Clauses) -> str:
        """The words with which the first clause that tells a plan does so."""
        if not self._signs.may_plan(cut):
            return ""
        return _first(self._signs.future(part, cut.cues) for part in cut.parts)

    def _gap(self, cut: Clauses) -> str:
        """The first gap that a clause admits by itself."""
        return _first(self._gaps.gap(part, cut.cues) for part in cut.parts)

    def _in_results(self, sentence: Sentence, cut: Clauses, year: int | None) -> StanceLabel:
        if label := self._waits(cut) or self._admission(cut) or self._framed(cut) or self._promise(cut, year):
            return label
        if sentence.part is Part.OPENING and not self._concrete(cut):
            return StanceLabel(Stance.CONTEXT, "S05", "")
        guided = _GUIDED.search(cut.text)
        if guided and sentence.opens_paragraph and "《" not in cut.text and not self._tells_fact(cut.text):
            return StanceLabel(Stance.CONTEXT, "S04", guided.group(), sure=False)
        return self._deed(cut)

    def _waits(self, cut: Clauses) -> StanceLabel | None:
        """S50: others are waited for, and no other clause admits a gap."""
        waits = self._stages.waits(cut)
        if not waits or any(self._gaps.gap(part, cut.cues) for part in cut.parts if waits not in part):
            return None
        return StanceLabel(Stance.ONGOING, "S50", waits)

    def _framed(self, cut: Clauses) -> StanceLabel | None:
        """S08, S42, S52, S62: a result that is only spoken of."""
        framed = self._frames.found(cut)
        return StanceLabel(*framed) if framed else None

    def _tells_fact(self, text: str) -> bool:
        return bool(self._signs.figure(text) or _HONOUR.search(text))

    def _concrete(self, cut: Clauses) -> bool:
        """Whether a clause tells a finished act with its figure, or a prize."""
        signs = self._signs
        return bool(_HONOUR.search(cut.text)) or any(signs.figure(part) and signs.finished(part) for part in cut.parts)

    def _admission(self, cut: Clauses) -> StanceLabel | None:
        """S30, S31: a gap admitted among the results."""
        signs, gaps, turned, last_mended = self._signs, self._gaps, "", None
        if late := gaps.behind(cut):
            return StanceLabel(Stance.SHORTFALL, "S31", late)
        if not gaps.may_stand_in(cut) and not signs.turns(cut):
            return None
        for index, part in enumerate(cut.parts):
            turned = signs.turn(part, cut.cues) or turned
            finder = gaps.slight if turned in _TURNS_THE_SENTENCE else gaps.gap
            gap = finder(part, cut.cues, cut.parts[index - 1] if index else "")
            if not gap or signs.concession(part):
                continue
            if last_mended is None:
                last_mended = _last(gaps.mended(other, cut.cues) for other in cut.parts)
            if index > last_mended:
                return StanceLabel(Stance.SHORTFALL, "S30" if turned else "S31", gap)
        return None

    def _promise(self, cut: Clauses, year: int | None, doing: Callable[[str], str] | None = None) -> StanceLabel | None:
        """S40, S41: a plan among the results; `doing` finds what was done before it."""
        if not self._signs.may_plan(cut) and not names_later_year(cut.text, year):
            return None
        done = list(map(doing or self._signs.done, cut.parts))
        before, staged, last_done = "", False, _last(done)
        for index, (part, deed) in enumerate(zip(cut.parts, done, strict=True)):
            ahead = part + "，".join(cut.parts[index + 1 : index + 2]) if part.endswith("起") else part
            future = self._signs.future(part, cut.cues) or to_come(ahead, year) or by_then(part, year)
            done_since = future.startswith("谋划") and last_done > index
            takes_effect = before and _COMES_INTO_FORCE.search(part) and not future.startswith(("拟", "准备"))
            if future and not done_since and not takes_effect:
                if before and (staged or not _INTENT.search(future)):
                    return StanceLabel(Stance.ONGOING, "S41", f"{before}……{future}", sure=False)
                return StanceLabel(Stance.PLANNED, "S40", future)
            stage = self._signs.progress(part, cut.cues)
            staged = staged or bool(stage and not _DRAFTS.search(part))
            before = before or deed or stage
        return None

    def _deed(self, cut: Clauses) -> StanceLabel:
        """S50 to S61: something that was done or is being done."""
        signs = self._signs
        if cut.parts and (stage := signs.progress(cut.parts[-1], cut.cues)):
            return StanceLabel(Stance.ONGOING, "S50", stage)
        if works := self._stages.works(cut):
            return StanceLabel(Stance.ONGOING, "S50", works)
        if cut.parts and all(map(signs.aims, cut.parts)) and not any(map(signs.figure, cut.parts)):
            return StanceLabel(Stance.ONGOING, "S51", signs.aims(cut.parts[0]), sure=False)
        done = [signs.done(part) for part in cut.parts]
        if papers := self._stages.plans_work(cut, done):
            return StanceLabel(Stance.ONGOING, "S50", papers, sure=False)
        if fact := _first(done) or group(_SINCE.search(cut.text) if "起" in cut.text else None):
            return StanceLabel(Stance.ACHIEVED, "S60", fact)
        return StanceLabel(Stance.ACHIEVED, "S61", "", sure=False)


def _last(words: Iterable[str]) -> int:
    """The index of the last that is not empty, -1 where all are."""
    return max((index for index, word in enumerate(words) if word), default=-1)


def _first(words: Iterable[str]) -> str:
    """The first that is not empty."""
    return next(filter(None, words), "")
