"""Whether a clause admits a gap.

Some words are verbs of lack (尚未, 仍需) and admit one wherever they are the predicate; others name what is weak
(薄弱, 短板) and do so unless the clause tells how it was mended: 不足 after 破解 is what was overcome.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import partial
from itertools import product

from checker.lexicon import Lexicon
from checker.patterns import Pattern
from checker.statements.patterns import alternation, group
from checker.statements.stance.clauses import Clauses
from checker.statements.stance.cues import AnyCue, Cue, Screen
from checker.statements.stance.lacks import NOT_BAD, verbs, weaknesses

_THAN_BEFORE = ("同比", "较上年", "比上年", "较去年", "比去年", "环比", "较上年同期")
_WHOLES = ("全省", "全市", "全国", "全县", "全区")
_NORMS = "全省|全市|全国|全县|全区|平均|省级|市级|县级|区级|上年|去年|省定|规定|国家|要求|目标|预期|计划|序时|考核"
_SOME = ("少数", "个别", "有的", "有些", "某些", "部分", "一些", "不少", "相当一部分")
"""个别单位, 少数干部: named in a report they fall short, unless the clause tells what they achieved."""
_SOMEBODY = (
    "单位|部门|项目|乡镇|镇|街道|街镇|苏木|县区?|区|干部|领导|人员|执法|社区|司法所|文书|案卷|行政机关|群众|同志|地方"
)
_LED_IN = r"^(?:其中|也有|还有|但|仍有)?(?:极(?=少数))?"
_RANKED = Pattern(
    r"(?<!\d)(\d{1,4})个[^，。\d]{1,12}(?:中|里)[^，。\d]{0,6}(?:排|列|居|位)[^，。\d]{0,4}第(\d{1,4})(?!\d)"
)
_OUGHT = Pattern(r"(?:应当?|须|需要?)[配有设达][备有]?[^，。\d]{0,6}(\d{1,6})([台个名人辆套家件支部所])")
_HAVE = Pattern(r"(?:配|有|备|到位|购|发|为)[^，。\d]{0,8}(\d{1,6})([台个名人辆套家件支部所])")
_ROSE = Pattern(r"前移|上升|提升|提高|进位|跃升|跃居|进步|较上年升|比上年升")
_FAR_DOWN = 5, 3
"""Below three fifths of those that are ranked."""
_REMOVES = Pattern(
    r"(?:[一-鿿]|[\d、]){0,8}?(?:停止|取消|叫停|剔除|撤销|纠正|删除|清退|清理|下架|关停|拆除|废止|查处|退回|驳回|否决|拦截|堵住|修改|修订)"
)
"""撤销证据不足的决定: what is amiss is what was done away with."""
_LAPSE = Pattern(
    r"发生|出现|败诉|通报|撤销|纠错|纠正|投诉|事故|违法|违规|超期|逾期|上访|举报|追责|问责|瞒报|漏|推翻|变更|差评|退回|积压|拖欠|伤亡|死亡|被|事件"
    r"|隐患|冤|欠薪|欠债|滞留|反弹|争议|复议|诉讼|受理过|需要|例外|瑕疵|游离|多收|乱收|摊派|新增|舆情|问题|跑|让|出台|下发|增加|例|以罚|越权|滥用"
    r"|不作为|出庭|擅自|搞|再|晚于|迟于|空白|死角|盲区|缺漏|遗漏|清单外|清单之外"
)
"""What is better when there is none of it."""
_FAULTS = Pattern(
    r"复议案件|诉讼案件|信访|举报|隐患|瑕疵|问题|积压|拖欠|争议|差错|败诉|撤销|纠错|纠正|投诉|事故|违法|违规|超期|逾期|上访|追责|问责|变更|差评|伤亡|死亡|欠薪|退回"
    r"|再诉|再次起诉|起诉|上诉|申诉|进入诉讼"
)
_NAMES = Pattern(
    r"[一-鿿]{0,10}的(?:\d|单位|部门|机关|县|区|乡|镇|街道|企业|人员|干部|事项|案件|项目|文件|问题|地方|领域|一律|不得|处罚|行政|群众|执法|当事人|经营主体|自动|予以|立即|当场|依法|由|要|须|[，,])"
)
"""未通过的3人: after a verb of lack, the words only name whom the clause is about."""
_OF_A_NUMBER = Pattern(r"的\d")
_NO_MORE = Pattern(r"(?:编制|人员|人手|经费|投入|力量)[^，]{0,12}(?:没有|未有)(?:增加|新增|增长)")
_NONE_WITHOUT = Pattern(r"(?:没有一|没有哪)[^，]*不(?:存在|缺)")
"""没有一个县不存在人员不足: all of them do."""
_NONE_THAT_DOES_NOT = Pattern(r"没有[^，]{1,10}(?<![并都还])(?:不|未)")
"""没有部门不公布: all of them do."""
_SETS_UP = Pattern(r"没有(?:成立|设立|建立|组建|挂牌|配[备齐]|明确|公布|制定|出台|接入|编制|纳入|落实)")
"""没有成立复议委员会: what is missing is an organ or a rule, whatever it is to deal with."""
_CONDITION = Pattern(r"没有[^，]{1,8}(?:不得|不上|不予|一律|不能|不准|不许)")
"""没有绿码不上会: a rule, not a gap."""
_ATTRIBUTE = Pattern(r"[一-鿿]{0,8}的(?![还仍]?有\d)(?:[一-鿿]|\d)")
"""对……薄弱的部门: in the object of a deed, the words only name it."""
_TAKES_AN_OBJECT = ("对", "将", "把", "为", "给", "向", "督促", "帮助", "推动", "解决", "约谈", "组织")
_WAS = Pattern(r"(?:从|由|告别|改变|扭转|结束|不再)[^，]{0,16}$")
_NOW = Pattern(
    r"[^，]{0,10}(?:改为|变为|转为|转变为|走向|迈向|变成|升级为|转向|到[“\"]|的?(?:局面|状况|历史|做法|被动))"
)
"""由东拼西凑改为统一聘任: what was amiss before."""
_GRANTED = Pattern(r"(?:情况|条件|背景|形势|压力|困难)之?下")
_HANDLED = Pattern(
    r"(?:问题|现象|情形|行为|情况)[^，]{0,8}"
    r"(?:开展|进行|予以|逐[一条件项]|挂牌|集中|专项|立案|严肃|依法|及时|全面|加大|持续"
    r"|(?:批示|督办|问责|追责|约谈|查处|通报|处理)+[^，]{0,4}\d)"
)
"""对……问题开展整治: the gap is the object of a deed."""
_BETTER_LOW = Pattern(
    r"利率|能耗|成本|发生率|失业率|死亡|败诉|纠错|事故|投诉|信访|价格|浓度|时限|负债|发案|差错|上访|不合格"
)
_NOMINAL = Pattern(r"进展|力度|效果|成效|工作|能力|机制|水平|手段|率|质量|作用|不|较|偏|仍|还")
"""After 整改, 化解 these show that it is a noun: 化解能力."""
_UNFINISHED = Pattern(r"(?:还|尚)未(?:结束|完结|走完)")
_NOT = Pattern(r"[未没不无难]")


class Gaps:
    """Finds admissions; each finder returns the words that it found, "" where there are none.

    `cues` are those that may be found in the statement that the clause is of.
    """

    def __init__(self, lexicon: Lexicon, screen: Screen) -> None:
        listed, cue = partial(lexicon.words, "stance"), screen.cue
        self._verb = verbs(lexicon, screen)
        self._weakness = weaknesses(lexicon, screen)
        self._fell = cue(_THAN_BEFORE, r"[^，]{0,4}(?:下降|回落|下滑|降低|跌)", before="^")
        self._rose = cue(_THAN_BEFORE, r"[^，]{0,4}(?:上升|提高|升高|增加|反弹|回升)", before="^")
        self._low = cue(("低于", "不及", "落后于"), rf"(?:{_NORMS})")
        self._below = cue(map("".join, product("较比", _WHOLES)), r"(?:平均)?(?:水平)?低(?!于)")
        self._high = cue(("高于", "超过"), r"(?:全省|全市|全国|平均)")
        self._some = cue(_SOME, rf"(?:市直|县直|区直|旗直|基层|乡镇|镇街|街镇|村|一线)?(?:{_SOMEBODY})", before=_LED_IN)
        others = (self._fell, self._rose, self._low, self._below, self._high, self._some)
        self._any = AnyCue(*self._verb.cues, *self._weakness.cues, *others)
        self._overdue = cue(
            ("原定", "原计划", "本应", "理应", "应于", "按计划应"), r"[^。]{0,40}(?:未|仍|尚|延至|延到|推迟|推后|才)"
        )
        self._mended = cue(listed("mended"))
        self._good = cue(listed("good_negations"))
        self._rate = Cue(listed("good_rates"), NOT_BAD)
        self._bad_rate = Cue(listed("bad_rates"))
        self._slight = Cue(listed("weak_gaps"))
        self._remedy = Cue(listed("remedies"))
        self._stage = Cue(listed("progress"))
        self._none_behind = Pattern(
            rf"(?:没有|无)(?:任何)?(?:一|哪)[^，]{{0,8}}?(?:{alternation(lexicon, 'stance', 'left_behind')})"
        )
        self._finished = Pattern(alternation(lexicon, "stance", "done"))

    def may_stand_in(self, cut: Clauses) -> bool:
        """Whether a clause may admit a gap: most statements have no word of one, and need no look at each clause."""
        return self._any.search(cut.lines, cut.cues) is not None

    def behind(self, cut: Clauses) -> str:
        """What should have been done by now and is not, or a place far down a ranking; over several clauses."""
        if overdue := self._overdue.search(cut.text, cut.cues):
            return overdue.group()
        if "应" in cut.text and (short := _too_few(cut.text)):
            return short
        ranked = _RANKED.search(cut.text) if "第" in cut.text else None
        if not ranked or _ROSE.search(cut.text):
            return ""
        return ranked.group() if _FAR_DOWN[0] * int(ranked[2]) > _FAR_DOWN[1] * int(ranked[1]) else ""

    def gap(self, clause: str, cues: Set[Cue], before: str = "") -> str:
        """The words with which a clause admits a gap, "" where what it names was mended or never happened.

        `before` is the clause before it, which says of what a clause such as 低于全省平均水平 speaks.
        """
        verb = self._verb.search(clause, cues)
        found = verb or self._weakness.search(clause, cues)
        found = found or self._worse(clause, cues, before) or self._of_some(clause, cues)
        if verb and _NONE_WITHOUT.match(verb.group()):
            return verb.group()
        if not found or self._is_none(clause, found, cues):
            return ""
        if _OF_A_NUMBER.match(clause, found.end()) or _CONDITION.search(clause, found.start()):
            return ""
        if verb is not None and _NAMES.match(clause, found.end()):
            return ""
        takes = (
            clause.startswith(_TAKES_AN_OBJECT)
            or _REMOVES.match(clause, 0, found.start())
            or self._finished.search(clause, 0, found.start())
        )
        if takes and _ATTRIBUTE.match(clause, found.end()):
            return ""
        if _WAS.search(clause, 0, found.start()) and _NOW.match(clause, found.end()):
            return ""
        if _GRANTED.search(clause) or _HANDLED.search(clause, found.start()) or self.mended(clause, cues):
            return ""
        return "" if verb is None and self._mends(clause, found) else found.group()

    def _is_none(self, clause: str, found: re.Match[str], cues: Set[Cue]) -> bool:
        """Whether the words of a gap are denied, tell what better did not happen, or a stage of work."""
        if _denied(clause, found) or self.good_news(clause, cues) or self._none_behind.search(clause):
            return True
        return _is_lapse(clause, found) or self._is_stage(clause, found)

    def _mends(self, clause: str, found: re.Match[str]) -> bool:
        """Whether the gap is the object of a remedy; in 整改进展缓慢 the remedy is itself what is slow."""
        remedies = self._remedy.pattern.finditer(clause, 0, found.start())
        return any(not _NOMINAL.match(clause, remedy.end()) for remedy in remedies)

    def slight(self, clause: str, cues: Set[Cue], before: str = "") -> str:
        """Words that admit a gap only after a turn: 仍, 难, 少."""
        gap = self.gap(clause, cues, before)
        return gap or ("" if self.good_news(clause, cues) else group(self._slight.pattern.search(clause)))

    def good_news(self, clause: str, cues: Set[Cue]) -> str:
        """What did not happen, and is better so: 未发生."""
        return group(self._good.search(clause, cues))

    def mended(self, clause: str, cues: Set[Cue]) -> str:
        """What was amiss has been put right; 没有整改到位 is not."""
        found = self._mended.search(clause, cues)
        return found.group() if found and not _NOT.search(clause, max(0, found.start() - 4), found.start()) else ""

    def _of_some(self, clause: str, cues: Set[Cue]) -> re.Match[str] | None:
        found = self._some.search(clause, cues)
        return None if found and self._finished.search(clause) else found

    def _is_stage(self, clause: str, found: re.Match[str]) -> bool:
        """有待观察, 尚待公布: a stage, no gap."""
        waits = "待" in found.group()
        return (waits or "未" in found.group()) and bool(
            _UNFINISHED.search(clause) or (waits and self._stage.pattern.search(clause))
        )

    def _worse(self, clause: str, cues: Set[Cue], before: str) -> re.Match[str] | None:
        """A good rate that fell; below the average where more is better, above it where less is."""
        if (fell := self._fell.search(clause, cues)) and self._rate.pattern.search(before):
            return fell
        if (rose := self._rose.search(clause, cues)) and self._bad_rate.pattern.search(before):
            return rose
        low = self._low.search(clause, cues) or self._below.search(clause, cues)
        high = self._high.search(clause, cues)
        if not low and not high:
            return None
        return high if _BETTER_LOW.search(before + clause) else low


def _denied(clause: str, found: re.Match[str]) -> bool:
    """不走过场 is no gap, and 有没有落实 a question."""
    before = clause[found.start() - 1 : found.start()] if found.start() else ""
    if before == "不" and found.group()[0] != "不":
        return True
    return found.group().startswith("没有") and (
        before == "有" or _NONE_THAT_DOES_NOT.match(clause, found.start()) is not None
    )


def _too_few(text: str) -> str:
    """配备记录仪6台，按标准应配18台: what there is, counted in the same unit, is less than what there ought to be."""
    ought = _OUGHT.search(text)
    if not ought:
        return ""
    rest = f"{text[: ought.start()]}，{text[ought.end() :]}"
    have = [int(found[1]) for found in _HAVE.finditer(rest) if found[2] == ought[2]]
    return ought.group() if have and max(have) < int(ought[1]) else ""


def _is_lapse(clause: str, found: re.Match[str]) -> bool:
    """没有一件被督办, 败诉的仅2件: what did not happen, or hardly, is a lapse, so the news are good."""
    if found.group().startswith(("仅", "只")):
        return bool(_FAULTS.search(clause, 0, found.start()) or _FAULTS.search(clause, found.end()))
    if _NO_MORE.search(clause) or _SETS_UP.match(clause, found.start()):
        return False
    last = found.group() == "没有" and found.end() == len(clause)
    return found.group().startswith(("没有", "无一", "未有")) and bool(
        _LAPSE.search(clause, 0 if last else found.start())
    )
