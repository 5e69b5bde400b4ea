"""Statements that tell of no deed of this government in this year: announcements, reflection, others, the past."""

from __future__ import annotations

from functools import partial

from checker.lexicon import Lexicon
from checker.model import Part
from checker.patterns import Pattern
from checker.statements.patterns import group
from checker.statements.stance.clauses import Clauses
from checker.statements.stance.cues import AnyCue, Screen
from checker.statements.stance.signs import Signs
from checker.statements.stance.sources import Sources, View
from checker.statements.stance.times import long_done

_THINGS = "工作|任务|方面|几项|几点|内容|事项|情况|重点|目标|措施|做法"
_IN_GENERAL = (
    r"[^，。]{2,40}"
    r"(?:制度|渠道|工程|任务|要求|保障|基石|标志|关键|重点|前提|底线|生命线|窗口|环节|一环|课题|支撑|根基|基础|法宝|必答题"
    r"|方式|手段|途径|载体|主阵地|主战场|抓手|利器|关键一招|试金石|晴雨表|名片|缩影|应有之义|题中之义|必然要求|内在要求|组成部分"
    r"|压舱石|定盘星|底色|使命|突破口|切入点|落脚点|出发点|着力点|硬道理|防线|屏障|重头戏|先手棋)[，。]"
)
_SOMEONE_SAID = r"(?!.*(?:会议|讲话|书记|[省市州县区旗镇]长|批示|常委会))"
_OF_THE_YEAR = Pattern(r"^(?:20\d\d年|今年|过去的?一年)[^，]{0,6}是")
_OWN_DEED = Pattern(r"我们|[我全][省市州盟县区旗镇乡]|坚持|围绕|推动")
_MANY_TASKS = 3
"""So many of the four named obligations in one breath, without figure or document, are rhetoric."""
_LINE = 120
"""The line of the year (……之年) stands within so many characters."""
_REST = 24
"""What may follow the line of the year without making it a deed."""
_SHORT = 4
"""So many clauses at most make an announcement or a slogan; a longer sentence has content of its own."""


class Background:
    """Finds what makes a statement background."""

    def __init__(self, lexicon: Lexicon, screen: Screen, signs: Signs, sources: Sources) -> None:
        listed, cue = partial(lexicon.words, "stance"), screen.cue
        self._signs, self._sources = signs, sources
        self._announces = _announcements(lexicon, screen)
        self._reflects = cue(listed("rhetoric"))
        self._defines = _definitions(screen)
        self._named = cue(listed("named_tasks"))
        self._trend = cue(listed("trends"), before=r"^(?:随着|面对|当前|今年以来|一年来|过去一年)[^。]*")
        self._place = cue(listed("place_facts"))
        self._year_line = cue(listed("year_lines"), r"(?P<rest>.*)")

    def view(self, cut: Clauses, part: Part, year: int | None, view: View) -> tuple[str, str, bool] | None:
        """Rule, words and whether they leave no doubt; None where the statement tells a deed. See S01 to S07."""
        facts = bool(self._signs.figure(cut.text))
        if len(cut.parts) <= _SHORT and (announced := self._announces.search(cut.text, cut.cues)):
            return "S01", announced.group(), True
        if (words := self.reflection(cut)) and (not facts or len(cut.parts) < _SHORT):
            return "S02", words, True
        if part is not Part.PLAN and (words := self._of_the_place(cut)):
            return "S02", words, True
        if not facts and "《" not in cut.text and (general := self._general(cut, part)):
            return general
        if words := self._of_the_year(cut, facts):
            return "S02", words, True
        if words := self._sources.quoted(cut, view):
            return "S03", words, True
        words = long_done(cut.text, year)
        return ("S06", words, False) if words else None

    def reflection(self, cut: Clauses) -> str:
        """Words of reflection, thanks or a slogan."""
        return group(self._reflects.search(cut.text, cut.cues))

    def _of_the_place(self, cut: Clauses) -> str:
        """What the place is like: 辖9个县区."""
        found = self._place.search(cut.text, cut.cues)
        tells = found and any(self._signs.act(part) or self._signs.finished(part) for part in cut.parts)
        return "" if not found or tells else found.group()

    def _general(self, cut: Clauses, part: Part) -> tuple[str, str, bool] | None:
        if defined := self._defines.search(cut.text, cut.cues):
            return "S02", defined.group(), False
        if part not in (Part.RESULTS, Part.OPENING):
            return None
        if trend := self._trend.search(cut.text, cut.cues):
            return "S07", trend.group(), False
        named = sorted(set(self._named.pattern.findall(cut.text))) if self._named in cut.cues else ()
        return ("S07", "、".join(named), False) if len(named) >= _MANY_TASKS else None

    def _of_the_year(self, cut: Clauses, facts: bool) -> str:
        """……之年, with hardly a word after it, or with nothing that this government did."""
        if self._year_line not in cut.cues or not (line := self._year_line.pattern.search(cut.text, 0, _LINE)):
            return ""
        alone = not facts and len(line["rest"]) < _REST
        of_the_year = alone or (_OF_THE_YEAR.match(cut.text) and not _OWN_DEED.search(cut.text))
        return line.group() if of_the_year else ""


def _announcements(lexicon: Lexicon, screen: Screen) -> AnyCue:
    """重点抓好以下工作。 What is announced is told in the next statements."""
    cue = screen.cue
    return AnyCue(
        cue(lexicon.words("stance", "announcements")),
        cue(
            ("上述", "以上", "这些", "全年", "今年"),
            r"[^，]{0,8}[，,][^，]{0,2}(?:需要|必须|关键|信心|离不开|靠|根本|实干)",
            before=r"^(?:实现|完成|做好|达成)",
        ),
        cue(("以下", "如下", "下列"), rf"[^，,。]{{0,12}}(?:(?:{_THINGS}|问题)?[：:]|(?:{_THINGS})。)$"),
        cue(
            ("方面",),
            r"(?:的)?(?:重点)?(?:工作|任务|内容)?[。：:]$",
            before=r"[\d一二三四五六七八九十几]个?大?",
        ),
    )


def _definitions(screen: Screen) -> AnyCue:
    """What a thing is in general: 行政复议是化解行政争议的主渠道。"""
    cue = screen.cue
    return AnyCue(
        cue(("是",), _IN_GENERAL, before=r"^(?:[一-鿿]|[□“”]){2,24}(?<![就于但只也还正若凡])(?:既|就)?"),
        cue(("不是",), r"[^，。]{2,24}[，,](?:而|更)是", before=r"^[^，。]{2,20}"),
        cue(("没有",), r"[^，。]{2,16}[，,]就(?:没有|无法|难以|不能|谈不上|无从)", before="^"),
        cue(
            ("提出",),
            r"了?(?:新的?)?(?:更[高严])?的?要求",
            before=rf"^{_SOMEONE_SAID}[^。]{{0,20}}对[^，。]{{2,24}}",
        ),
    )
