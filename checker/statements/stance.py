"""Stance of a statement: achieved, ongoing, shortfall, planned or context, each with the rule that said so.

Order of judgement (the first that applies):

S01  announcement without content (现将……报告如下)                       context
S02  reflection, thanks, slogan (实践证明, ……之年)                        context
S03  figures, demands, laws of others                                   context
S04  ideology that opens a paragraph and tells no fact                  context
S05  opening of the report without a fact                               context
S06  figures of an earlier year alone                                   context
S07  the named tasks strung together, or the times we live in, no fact   context
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
S50  results: a stage (已进入……阶段, 正在)                                 ongoing
S51  results: direction without fact (推动……全覆盖)                        ongoing
S60  results: a finished act, a document or a figure                    achieved
S61  results: an act told without fact                                  achieved
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.lexicon import Lexicon
from checker.model import Level, Part, Sentence, Stance
from checker.statements.patterns import alternation, group
from checker.statements.stance_clauses import Clauses, clauses
from checker.statements.stance_gaps import OVERDUE, Gaps
from checker.statements.stance_signs import Signs
from checker.statements.stance_sources import Sources, View

_LIST_FOLLOWS = re.compile(
    r"(?:以下|如下|下列)[^，,。]{0,12}(?:工作|任务|方面|几项|几点|内容|事项|情况|重点|目标|措施|做法|问题)?[：:]$"
    r"|(?:以下|如下|下列)[^，,。]{0,12}(?:工作|任务|方面|几项|几点|内容|事项|情况|重点|目标|措施|做法)[。]$"
    r"|[\d一二三四五六七八九十几]个?大?方面(?:的)?(?:重点)?(?:工作|任务|内容)?[。：:]$"
    r"|^(?:实现|完成|做好|达成)(?:上述|以上|这些|全年|今年)[^，]{0,8}[，,][^，]{0,2}(?:需要|必须|关键|信心|离不开|靠|根本|实干)"
)
_GUIDED = re.compile(r"以.{0,24}(?:思想|精神|主题).{0,12}为(?:指导|指引|统领|引领|遵循)")
_EARLIER_YEAR = re.compile(
    r"^(?:[一-鿿]{0,6}(?:早在|曾于)(20\d\d)年|(20\d\d)年(?:(?:底|末|全年|度)?[，,]|[^，]{0,4}[全我][省市州盟县区旗])|(?:上年|去年|上年同期|去年同期|上一年度|此前|以往|过去|长期以来)[，,]|(?:上一轮|上一批|前[一两二三]批|上一?届))"
)
_OF_THE_YEAR = re.compile(r"^(?:20\d\d年|今年|过去的?一年)[^，]{0,6}是")
_OWN_DEED = re.compile(r"我们|[我全][省市州盟县区旗镇乡]|坚持|围绕|推动")
_THIS_YEAR = re.compile(r"今年|本年|目前|现已|当年|截至|年内|全年")
_YEAR = re.compile(r"(20\d\d)年?")
_TO_BE_DONE = re.compile(
    r"完成|实现|建成|达到|覆盖|出台|印发|启用|投用|达标|建立|配齐|公布|启动|开展|推开|取消|动工|开工|交付|投入|验收|落地|推广|提请|审议|修订|制定|计划|预算|要点|进行"
)
_FINISHED = re.compile(
    r"已(?:经|全部|由|于|正式)?(?![^，。]{0,12}的)[^，。]{0,36}(?:通过|批准|完成|印发|出台|建成|公布|办结|上线|启用|签订|落实|到位|挂牌|开通|成立|建立|设立|召开|部署|下发|获批|立项|开工|报送|确定|完工|施行|发文|明确)"
)
_DEFINES = re.compile(
    r"^[一-鿿□“”]{2,24}(?<![就于但只也还正若凡])(?:既|就)?是[^，。]{2,40}"
    r"(?:制度|渠道|工程|任务|要求|保障|基石|标志|关键|重点|前提|底线|生命线|窗口|环节|一环|课题|支撑|根基|基础|法宝|必答题|方式|手段|途径|载体|主阵地|主战场)[，。]"
)
"""What a thing is in general: 行政复议是化解行政争议的主渠道。"""
_DECIDED = "审议通过|印发|召开|下发|获批|批复|通过了|公布了|完成了|签订了|成立了|部署|发文|施行"
_ON_THE_DAY = re.compile(rf"\d{{1,2}}月(?:\d{{1,2}}日|[上中下]旬|初)(?![起前底内])[^。]{{0,40}}(?:{_DECIDED})")
"""A day in a plan is a day that has passed: plans give months."""
_MONTH = re.compile(rf"(20\d\d)年\d{{1,2}}月(?![^，]{{0,6}}(?:起|前|底|以来))[^。]{{0,40}}(?:{_DECIDED})")
_SAYS_WHEN = re.compile(r"已|月")
_LONG_DONE = re.compile(
    r"(?:早在|于|在|^)(20\d\d)年(?:\d{1,2}月)?(?:底|初)?(?:就|即|便|已)?(?:全面|全部|率先|正式|顺利)?"
    r"(?:完成|挂牌|成立|实现|建成|获|被|划转|到位)"
)
_OF_GAPS = re.compile(r"问题|不足|短板|差距|困难|挑战|薄弱|弱项|原因")
_TODAY = re.compile(r"目前|当前|现有|截至")
_INTENDS = re.compile(r"[，,](?:要|须|力争|尽快|倒排|加快|推动|确保|督促|抓紧|着力|争取|指导|限期|下|逐步|强化|加强)")
_BELIEF = re.compile(r"我们(?:坚信|相信|有信心|深信)|让我们")
_RESOLVE = re.compile(
    r"我们(?:将|一定|要|必须)|(?:加以|予以|认真|着力|切实|逐步|努力)(?:解决|改进|克服)|采取.{0,8}措施|不辜负|高度重视"
)
_INTENT = re.compile(r"拟|力争|计划|争取|谋划|起草")
"""What these say is a plan, whatever was done before it; 预计 and 将 after something done tell work under way."""
_COMES_INTO_FORCE = re.compile(r"施行|实施|生效|执行")
_TURNS_THE_SENTENCE = frozenset(("但", "但是", "不过", "然而", "可是", "只是", "遗憾的是", "美中不足"))
_HONOUR = re.compile(r"获评|荣获|入选|命名|授予|获得.{0,20}(?:称号|奖)")
_MANY_TASKS = 3
"""So many of the four named obligations in one breath, without figure or document, are rhetoric."""
_REST = 24
"""What may follow the line of the year (……之年) without making it a deed."""
_SHORT = 4
"""So many clauses at most make an announcement or a slogan; a longer sentence has content of its own."""


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
        def words(name: str) -> str:
            return alternation(lexicon, "stance", name)

        self._signs = Signs(lexicon)
        self._gaps = Gaps(lexicon)
        self._sources = Sources(lexicon)
        self._announces = re.compile(words("announcements"))
        self._reflects = re.compile(words("rhetoric"))
        self._named = re.compile(words("named_tasks"))
        self._trend = re.compile(rf"^(?:随着|面对|当前|今年以来|一年来|过去一年)[^。]*(?:{words('trends')})")
        self._place = re.compile(words("place_facts"))
        self._year_line = re.compile(rf"(?:{words('year_lines')})(?P<rest>.*)")

    def label(
        self, sentences: Sequence[Sentence], year: int | None, level: Level | None = None, government: str = ""
    ) -> tuple[StanceLabel, ...]:
        """One label a sentence, in order; `level` and `government` are the reporting government's."""
        view = self._sources.view(level, government)
        return tuple(self._one(sentence, year, view) for sentence in sentences)

    def _one(self, sentence: Sentence, year: int | None, view: View) -> StanceLabel:
        cut = clauses(sentence.quote, sentence.head)
        if sentence.part is Part.SHORTFALLS:
            return self._in_shortfalls(cut, any(map(_OF_GAPS.search, sentence.headings)))
        background = self._background(cut, sentence.part) or self._of_others(cut, year, view)
        if background:
            return background
        if sentence.part is Part.PLAN:
            return self._in_plan(cut, year)
        return self._in_results(sentence, cut, year)

    def _background(self, cut: Clauses, part: Part) -> StanceLabel | None:
        """S01, S02: what tells of no deed."""
        text = cut.text
        announced = self._announces.search(text) or _LIST_FOLLOWS.search(text)
        if announced and len(cut.parts) <= _SHORT:
            return StanceLabel(Stance.CONTEXT, "S01", announced.group())
        facts = self._signs.figure(text)
        reflected = self._reflects.search(text)
        if reflected and not (facts and len(cut.parts) >= _SHORT):
            return StanceLabel(Stance.CONTEXT, "S02", reflected.group())
        place = self._place.search(text)
        if place and part is not Part.PLAN and not _first(map(self._signs.act, cut.parts)):
            return StanceLabel(Stance.CONTEXT, "S02", place.group())
        if (defined := _DEFINES.match(text)) and not facts and "《" not in text:
            return StanceLabel(Stance.CONTEXT, "S02", defined.group(), sure=False)
        if part in (Part.RESULTS, Part.OPENING) and not facts and "《" not in text:
            named = {found.group() for found in self._named.finditer(text)}
            trend = self._trend.search(text)
            if len(named) >= _MANY_TASKS or trend:
                return StanceLabel(Stance.CONTEXT, "S07", group(trend) or "、".join(sorted(named)), sure=False)
        line = self._year_line.search(text, 0, 120)
        of_year = _OF_THE_YEAR.match(text) and not _OWN_DEED.search(text)
        if line and (of_year or (not facts and len(line["rest"]) < _REST)):
            return StanceLabel(Stance.CONTEXT, "S02", line.group())
        return None

    def _of_others(self, cut: Clauses, year: int | None, view: View) -> StanceLabel | None:
        """S03, S06: what others did or want, or what was so before."""
        if words := self._sources.quoted(cut.text, view):
            return StanceLabel(Stance.CONTEXT, "S03", words)
        earlier = _EARLIER_YEAR.match(cut.text) or _LONG_DONE.search(cut.text)
        if earlier and year and _of_old(cut.text, earlier, year):
            return StanceLabel(Stance.CONTEXT, "S06", earlier.group(), sure=False)
        return None

    def _in_plan(self, cut: Clauses, year: int | None) -> StanceLabel:
        signs, text = self._signs, cut.text
        future = _first(map(signs.future, cut.parts))
        finished = (
            group(_FINISHED.search(text) or _ON_THE_DAY.search(text))
            or _past_month(text, year)
            or _first(map(self._gaps.good_news, cut.parts))
        )
        if finished and not future and (_TODAY.search(text) or _SAYS_WHEN.search(finished)):
            return StanceLabel(Stance.ACHIEVED, "S11", finished)
        today = _TODAY.search(text)
        if today and not future and not _INTENDS.search(text) and (gap := _first(map(self._gaps.gap, cut.parts))):
            return StanceLabel(Stance.SHORTFALL, "S12", f"{today.group()}……{gap}", sure=False)
        return StanceLabel(Stance.PLANNED, "S10", future)

    def _in_shortfalls(self, cut: Clauses, headed: bool) -> StanceLabel:
        signs = self._signs
        if belief := _BELIEF.search(cut.text):
            return StanceLabel(Stance.CONTEXT, "S02", belief.group())
        gap = _first(map(self._gaps.gap, cut.parts))
        future = _first(map(signs.future, cut.parts)) or group(_RESOLVE.search(cut.text))
        if future and not gap:
            return StanceLabel(Stance.PLANNED, "S21", future)
        mended = _first(map(self._gaps.mended, cut.parts))
        if mended and not gap and "已" in cut.text:
            return StanceLabel(Stance.ACHIEVED, "S22", mended)
        reflected = self._reflects.search(cut.text)
        if reflected and not gap:
            return StanceLabel(Stance.CONTEXT, "S02", reflected.group())
        weak = gap or _first(map(self._gaps.slight, cut.parts))
        fact = signs.figure(cut.text)
        if fact and not weak and (not headed or any(map(signs.finished, cut.parts))):
            return StanceLabel(Stance.ACHIEVED, "S23", fact, sure=False)
        return StanceLabel(Stance.SHORTFALL, "S20", weak, sure=bool(weak))

    def _in_results(self, sentence: Sentence, cut: Clauses, year: int | None) -> StanceLabel:
        done = [self._signs.done(part) for part in cut.parts]
        label = self._admission(cut) or self._promise(cut, done, year)
        if label:
            return label
        facts = self._signs.figure(cut.text) or group(_HONOUR.search(cut.text))
        if sentence.part is Part.OPENING and not self._concrete(cut):
            return StanceLabel(Stance.CONTEXT, "S05", "")
        guided = _GUIDED.search(cut.text)
        if guided and sentence.opens_paragraph and not facts and "《" not in cut.text:
            return StanceLabel(Stance.CONTEXT, "S04", guided.group(), sure=False)
        return self._deed(cut, done)

    def _concrete(self, cut: Clauses) -> bool:
        """Whether a clause tells a finished act with its figure, or a prize."""
        signs = self._signs
        return bool(_HONOUR.search(cut.text)) or any(signs.figure(part) and signs.finished(part) for part in cut.parts)

    def _admission(self, cut: Clauses) -> StanceLabel | None:
        """S30, S31: a gap admitted among the results."""
        if overdue := OVERDUE.search(cut.text):
            return StanceLabel(Stance.SHORTFALL, "S31", overdue.group())
        signs, gaps, turned, last_mended = self._signs, self._gaps, "", None
        for index, part in enumerate(cut.parts):
            turned = signs.turn(part) or turned
            finder = gaps.slight if turned in _TURNS_THE_SENTENCE else gaps.gap
            gap = finder(part, cut.text)
            if not gap or signs.concession(part):
                continue
            if last_mended is None:
                last_mended = _last(map(gaps.mended, cut.parts))
            if index > last_mended:
                return StanceLabel(Stance.SHORTFALL, "S30" if turned else "S31", gap)
        return None

    def _promise(self, cut: Clauses, done: list[str], year: int | None) -> StanceLabel | None:
        """S40, S41: a plan among the results."""
        before, last_done = "", _last(done)
        for index, (part, deed) in enumerate(zip(cut.parts, done, strict=True)):
            future = self._signs.future(part) or _coming_year(part, year)
            done_since = future.startswith("谋划") and last_done > index
            if future and not done_since and not (before and _COMES_INTO_FORCE.search(part)):
                if before and not _INTENT.search(future):
                    return StanceLabel(Stance.ONGOING, "S41", f"{before}……{future}", sure=False)
                return StanceLabel(Stance.PLANNED, "S40", future)
            before = before or deed or self._signs.progress(part)
        return None

    def _deed(self, cut: Clauses, done: list[str]) -> StanceLabel:
        """S50 to S61: something that was done or is being done."""
        signs = self._signs
        if cut.parts and (stage := signs.progress(cut.parts[-1])):
            return StanceLabel(Stance.ONGOING, "S50", stage)
        if cut.parts and all(map(signs.aims, cut.parts)) and not any(map(signs.figure, cut.parts)):
            return StanceLabel(Stance.ONGOING, "S51", signs.aims(cut.parts[0]), sure=False)
        if fact := _first(done):
            return StanceLabel(Stance.ACHIEVED, "S60", fact)
        return StanceLabel(Stance.ACHIEVED, "S61", "", sure=False)


def _coming_year(clause: str, year: int | None) -> str:
    """A year after the one that is reported on, with something to be done in it; "" where there is none."""
    found = _YEAR.search(clause)
    if year is None or not found or int(found[1]) <= year or not _TO_BE_DONE.search(clause):
        return ""
    return found.group()


def _of_old(text: str, earlier: re.Match[str], year: int) -> bool:
    """Whether a sentence tells of earlier years alone."""
    named = next(filter(None, earlier.groups()), None)
    if _THIS_YEAR.search(text) or (named and int(named) >= year):
        return False
    return all(int(found) < year for found in _YEAR.findall(text))


def _past_month(text: str, year: int | None) -> str:
    """A month of the year that is reported on, or before, in which something was decided."""
    found = _MONTH.search(text)
    return found.group() if found and year and int(found[1]) <= year else ""


def _last(words: Iterable[str]) -> int:
    """The index of the last that is not empty, -1 where all are."""
    return max((index for index, word in enumerate(words) if word), default=-1)


def _first(words: Iterable[str]) -> str:
    """The first that is not empty."""
    return next(filter(None, words), "")
