"""Whether a clause admits a gap.

Some words are verbs of lack (尚未, 仍需) and admit one wherever they are the predicate; others name what is weak
(薄弱, 短板) and do so unless the clause tells how it was mended: 不足 after 破解 is what was overcome.
"""

from __future__ import annotations

import re
from functools import partial

from checker.lexicon import Lexicon
from checker.statements.patterns import AnyOf, alternation, compiled, group
from checker.statements.stance.clauses import ADMITS, Clauses

_TAIL = r"(?:[、等和及与]|的?(?:问题|情况|情形|现象|局面|矛盾|短板|困难|状况|倾向|难题)|了?$)"
_NUMBER = r"(?:\d[\d.,]*|[一二两三四五六七八九十百]{1,4})"
_MEASURE = (
    "件|名|人|位|家|户|项|条|台|起|宗|例|笔|所|支|份|卷|篇|部|批|期|场|次|处|辆|套|间|座|组|课时|学时"
    "|个(?!工作日|小时|月|环节)|成"
)
_COUNTED = _NUMBER + rf"\s?(?:{_MEASURE}|％|%|分之)"
_NOT_BAD = "".join(
    f"(?<!{bad})" for bad in ("不合格率", "不满意率", "不满意度", "逾期公示率", "逾期办结率", "超期办结率", "未办结率")
)
"""Rates that hold a good rate in their name and are better low."""
_FLAWS = "难|软|弱|差|散|浅|虚|松|乱|粗|慢|窄"
_FRACTION = r"一半|半数|[一二三四五六七八九]成|\d[\d.]*(?:％|%|人|名|台|家|课时|学时)"
_SALIENT = "尤为突出|较为突出|比较突出|十分突出|依然突出|依然存在|仍然存在|时有发生"
_PERSISTS = "依然|仍然|尤为|更为|较为|普遍|突出|存在|时有|并不鲜见|没有"
_STILL = "是|为|需|要|有(?!效)|以|靠|习惯|依赖|难|多(?!措)|占|偏|显|较|比较|不|未|没|由|用(?!足)|存|挂"
_CUT_DOWN = r"(?<![减缩压短简低降][至到]仅)(?<![减缩压短简低降][至到]只)"
"""材料由11份减至仅2份: so few because it was cut down."""
_NEXT_YEAR = "下一?年|下年度|下一?个年度|明年|次年|来年|翌年|下一?届"
_PUT_OFF = (
    r"(?:移[至到]|转[至到](?<!结转[至到])|顺延|延[至到后]|改[到在列至为]|挪[至到]|滑[至到入]|推[至到迟后]|调[至到]|调整[至到]|拖[至到]|留[至到待])"
    rf"[^，]{{0,4}}(?:{_NEXT_YEAR})|(?:顺延|延[至到]|推迟)(?:至|到|于)?20\d\d年"
    rf"|(?:项目|草案|规章|法规|计划|任务|预案|目录)[^，]{{0,12}}结转(?:至|到)?(?:{_NEXT_YEAR}|20\d\d年)"
)
_OVERDUE = compiled(r"(?:原定|原计划|本应|应于|按计划应)[^。]{0,40}(?:未|仍|尚|延至|延到|推迟|推后|才)")
"""What should have been done by now and is not; it may run over several clauses."""
_RANKED = compiled(
    r"(?<!\d)(\d{1,4})个[^，。\d]{1,12}(?:中|里)[^，。\d]{0,6}(?:排|列|居|位)[^，。\d]{0,4}第(\d{1,4})(?!\d)"
)
_ROSE = compiled(r"前移|上升|提升|提高|进位|跃升|跃居|进步|较上年升|比上年升")
_FAR_DOWN = 5, 3
"""Below three fifths of those that are ranked."""
_FELL = compiled(r"(?:同比|较上年|比上年|较去年|比去年|环比|较上年同期)[^，]{0,4}(?:下降|回落|下滑|降低|跌)")
_REMOVES = compiled(
    r"[一-鿿\d、]{0,8}?(?:停止|取消|叫停|剔除|撤销|纠正|删除|清退|清理|下架|关停|拆除|废止|查处|退回|驳回|否决|拦截|堵住|修改|修订)"
)
"""撤销证据不足的决定: what is amiss is what was done away with."""
_SOME = compiled(
    r"(?:其中|也有|还有|但|仍有)?(?:极?少数|个别|有的|有些|某些|部分|一些|不少|相当一部分)(?:市直|县直|区直|基层)?"
    r"(?:单位|部门|项目|乡镇|镇|街道|街镇|苏木|县区?|区|干部|领导|人员|执法|社区|司法所|文书|案卷|行政机关|群众|同志|地方)"
)
"""个别单位, 少数干部: named in a report they fall short, unless the clause tells what they achieved."""
_A_FEW = compiled(r"少数|个别|[有某]些|有的|部分|一些|不少")
"""One of these stands in every such phrase, and is found faster."""
_LAPSE = compiled(
    r"发生|出现|败诉|通报|撤销|纠错|纠正|投诉|事故|违法|违规|超期|逾期|上访|举报|追责|问责|瞒报|漏|推翻|变更|差评|退回|积压|拖欠|伤亡|死亡|被|事件"
    r"|隐患|冤|欠薪|欠债|滞留|反弹|争议|复议|诉讼|受理过|需要|例外|瑕疵|游离|多收|乱收|摊派|新增|舆情|问题|跑|让|出台|下发|增加|例|以罚|越权|滥用"
    r"|不作为|出庭|擅自|搞|再|晚于|迟于"
)
"""What is better when there is none of it."""
_FAULTS = compiled(
    r"复议案件|诉讼案件|信访|举报|隐患|瑕疵|问题|积压|拖欠|争议|差错|败诉|撤销|纠错|纠正|投诉|事故|违法|违规|超期|逾期|上访|追责|问责|变更|差评|伤亡|死亡|欠薪|退回"
)
_NAMES = compiled(
    r"[一-鿿]{0,10}的(?:\d|单位|部门|机关|县|区|乡|镇|街道|企业|人员|干部|事项|案件|项目|文件|问题|地方|领域|一律|不得|处罚|行政|群众|执法|当事人|经营主体|自动|予以|立即|当场|依法|由|要|须|[，,])"
)
"""未通过的3人: after a verb of lack, the words only name whom the clause is about."""
_OF_A_NUMBER = compiled(r"的\d")
_NO_MORE = compiled(r"(?:编制|人员|人手|经费|投入|力量)[^，]{0,12}(?:没有|未有)(?:增加|新增|增长)")
_CONDITION = compiled(r"没有[^，]{1,8}(?:不得|不上|不予|一律|不能|不准|不许)")
"""没有绿码不上会: a rule, not a gap."""
_ATTRIBUTE = compiled(r"[一-鿿]{0,8}的(?![还仍]?有\d)[一-鿿\d]")
"""对……薄弱的部门: in the object of a deed, the words only name it."""
_TAKES_AN_OBJECT = ("对", "将", "把", "为", "给", "向", "督促", "帮助", "推动", "解决", "约谈", "组织")
_WAS = compiled(r"(?:从|由|告别|改变|扭转|结束|不再)[^，]{0,16}$")
_NOW = compiled(
    r"[^，]{0,10}(?:改为|变为|转为|转变为|走向|迈向|变成|升级为|转向|到[“\"]|的?(?:局面|状况|历史|做法|被动))"
)
"""由东拼西凑改为统一聘任: what was amiss before."""
_GRANTED = compiled(r"(?:情况|条件|背景|形势|压力|困难)之?下")
_HANDLED = compiled(
    r"(?:问题|现象|情形|行为|情况)[^，]{0,8}"
    r"(?:开展|进行|予以|逐[一条件项]|挂牌|集中|专项|立案|严肃|依法|及时|全面|加大|持续)"
)
"""对……问题开展整治: the gap is the object of a deed."""
_LOW = compiled(r"(?:低于|不及|落后于)(?:全省|全市|全国|全县|全区|平均|省定|规定|国家|要求|目标|预期|计划|序时|考核)")
_HIGH = compiled(r"(?:高于|超过)(?:全省|全市|全国|平均)")
_BETTER_LOW = compiled(
    r"利率|能耗|成本|发生率|失业率|死亡|败诉|纠错|事故|投诉|信访|价格|浓度|时限|负债|发案|差错|上访|不合格"
)
_NOMINAL = compiled(r"进展|力度|效果|成效|工作|能力|机制|水平|手段|率|质量|作用|不|较|偏|仍|还")
"""After 整改, 化解 these show that it is a noun: 化解能力."""
_UNFINISHED = compiled(r"(?:还|尚)未(?:结束|完结|走完)")
_NOT = compiled(r"[未没不]")


class Gaps:
    """Finds admissions; each finder returns the words that it found, "" where there are none."""

    def __init__(self, lexicon: Lexicon) -> None:
        def words(name: str) -> str:
            return alternation(lexicon, "stance", name)

        self._verb = _verbs(lexicon)
        self._weakness = _weaknesses(lexicon)
        self._rate = compiled(rf"(?:{words('good_rates')}){_NOT_BAD}")
        self._slight = compiled(words("weak_gaps"))
        self._remedy = compiled(words("remedies"))
        self._mended = compiled(words("mended"))
        self._good = compiled(words("good_negations"))
        self._finished = compiled(words("done"))
        self._stage = compiled(words("progress"))

    def may_stand_in(self, cut: Clauses) -> bool:
        """Whether a clause may admit a gap: most statements have no word of one, and need no look at each clause."""
        finders = (self._verb, self._weakness, _FELL, _LOW, _HIGH, _A_FEW)
        return any(finder.search(cut.lines) for finder in finders)

    def gap(self, clause: str, before: str = "") -> str:
        """The words with which a clause admits a gap, "" where what it names was mended or never happened.

        `before` is the clause before it, which says of what a clause such as 低于全省平均水平 speaks.
        """
        verb = self._verb.search(clause)
        found = verb or self._weakness.search(clause) or self._worse(clause, before) or self._of_some(clause)
        if not found or self._good.search(clause) or _is_lapse(clause, found) or self._is_stage(clause, found):
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
        if _GRANTED.search(clause) or _HANDLED.search(clause, found.start()) or self.mended(clause):
            return ""
        return "" if verb is None and self._mends(clause, found) else found.group()

    def _mends(self, clause: str, found: re.Match[str]) -> bool:
        """Whether the gap is the object of a remedy; in 整改进展缓慢 the remedy is itself what is slow."""
        return any(
            not _NOMINAL.match(clause, remedy.end()) for remedy in self._remedy.finditer(clause, 0, found.start())
        )

    def slight(self, clause: str, before: str = "") -> str:
        """Words that admit a gap only after a turn: 仍, 难, 少."""
        return self.gap(clause, before) or ("" if self.good_news(clause) else group(self._slight.search(clause)))

    def good_news(self, clause: str) -> str:
        """What did not happen, and is better so: 未发生."""
        return group(self._good.search(clause))

    def mended(self, clause: str) -> str:
        """What was amiss has been put right; 没有整改到位 is not."""
        found = self._mended.search(clause)
        return found.group() if found and not _NOT.search(clause, max(0, found.start() - 4), found.start()) else ""

    def _of_some(self, clause: str) -> re.Match[str] | None:
        found = _SOME.match(clause)
        return None if found and self._finished.search(clause) else found

    def _is_stage(self, clause: str, found: re.Match[str]) -> bool:
        """有待观察, 尚待公布: a stage, no gap."""
        return ("待" in found.group() or "未" in found.group()) and bool(
            _UNFINISHED.search(clause) or ("待" in found.group() and self._stage.search(clause))
        )

    def _worse(self, clause: str, before: str) -> re.Match[str] | None:
        """A good rate that fell; below the average where more is better, above it where less is."""
        if (fell := _FELL.match(clause)) and self._rate.search(before):
            return fell
        low, high = _LOW.search(clause), _HIGH.search(clause)
        if not low and not high:
            return None
        return high if _BETTER_LOW.search(before + clause) else low


def _verbs(lexicon: Lexicon) -> AnyOf:
    """Verbs of lack: they admit a gap wherever they are the predicate."""
    words = partial(alternation, lexicon, "stance")
    return AnyOf(
        words("gap_verbs"),
        rf"仍然?(?:{_STILL})",
        r"还(?:比较|较|很|相对|太)[一-鿿]{0,2}(?:窄|少|低|弱|慢|难|差|小|浅|粗|薄|短|紧|滞后|落后|突出)",
        r"无法(?![律定治规])",
        rf"[只仅](?:有|占|为|达|配备|覆盖|完成|办理|建成|设立)了?(?:[一二三四五六七八九]成|一半|{_COUNTED})",
        rf"只(?![跑进需用填交收看要减增查盖敲]|检查|提[供交]|上门|保留)[一-鿿]{{1,3}}了?{_NUMBER}(?:天|{_MEASURE})",
        r"[未没][一-鿿]{1,3}过(?<!超过)(?<!不过)(?<!发生过)(?<!出现过)",
        rf"没有|(?:无一|未有)[^，]{{0,8}}?(?:{words('lacking')})",
    )


def _weaknesses(lexicon: Lexicon) -> AnyOf:
    """What is weak, few, late or falling: a gap unless the clause tells how it was mended."""
    words = partial(alternation, lexicon, "stance")
    return AnyOf(
        words("gap_phrases"),
        rf"(?:{words('gap_predicates')}){_TAIL}",
        rf"不够[一-鿿]{{0,5}}{_TAIL}",
        rf"(?:{words('gap_holders')})[^，]{{0,24}}?(?:{words('gap_nouns')})",
        rf"[仅只才](?<![不人天英][仅只才]){_CUT_DOWN}(?:有|占|为|达|配|设|完成|覆盖|办理|配备|建成|剩)?(?!\d+条){_COUNTED}",
        r"(?:人均|平均)(?:仅|不足|不到|只有)",
        rf"只有[^，]{{0,6}}{_NUMBER}",
        r"[尚还仍][余剩]?有[^，]{0,16}(?:未|没)",
        rf"有{_NUMBER}[^，]{{0,12}}(?:未|没有|尚无)",
        r"剩[余下]?\d+[^，]{0,8}(?:未|没)",
        r"(?:其余|剩余|余下)[^，]{0,12}(?:结转|顺延|推迟|未|没)",
        rf"(?:{words('bad_rates')})[^，]{{0,10}}(?:偏高|较高|过高|居高不下|反弹|不降反升|上升|攀升)",
        rf"(?:{words('good_rates')}){_NOT_BAD}[^，]{{0,14}}(?:下降|回落|下滑|降低|降[至到]|跌|走低)",
        _PUT_OFF,
        r"(?:流失|走|调走|离职|辞职)了?\d+[名人]",
        r"少(?:完成|办|建|报|配|招|开)(?:了|成)?\d",
        rf"(?:不足|不到)(?:{_FRACTION}|[一两二三四五半](?:人|名|台|家|次(?!性)))",
        r"(?:尚在|勉强(?:达到|过)?|刚过|徘徊于|停在|卡在)[^，]{0,3}(?:[一二三四五]成|[1-5]\d(?:\.\d+)?[％%])",
        r"(?:多|大多|大都|普遍|基本上?|全|均|都)(?:是|由|为|靠)[^，]{0,10}(?:兼任|兼职|代管|代劳|代办|借调|人工|手工|经验|临聘)",
        r"(?:[一二三四五六七八九]成|\d[％%]|部分|一些|多数|不少)[^，]{0,14}(?:缺少|缺失|漏填|漏记|漏报|没有|未)",
        r"无人(?:导出|管|维护|问津|负责|接|办理|审|过问|认领|监管|值班|应|回|会|能|愿|懂|理)",
        r"缺(?:\d+|[一二两三四五六七八九十]+)[名人台个]",
        r"(?:听证|出庭|应诉|参与|知晓|采纳|调解|办结|使用|利用|覆盖|持证|合格|优秀|公开|公示|网办)率(?:还?较|很|太|还)?低(?!于)",
        r"(?:写|办|做|管|抓|学|查|审|用|讲|开|走|改|跟|落实|执行|运行|推进|衔接|掌握|把握|研究)得[很太较还]?"
        r"(?:简单|笼统|粗|少|慢|浅|虚|散|乱|晚|不(?!错|少|断|仅))",
        r"时常[没不无断卡掉]|(?:更新|进度|版本|数据)[^，]{0,4}停[在留]",
        rf"[一-鿿]{{2}}(?:{_FLAWS})、[一-鿿]{{2}}(?:{_FLAWS}){_TAIL}",
        r"有的(?:把|将|对|在|以|靠|连|重|只|还|仍|甚至)",
        rf"“{ADMITS}",
        r"(?:参与|满意|知晓|利用|使用|覆盖|专业化|规范化|信息化)[度率面性程度]{1,2}[^，]{0,2}(?:低|差|窄|弱)",
        r"重[一-鿿]{1,5}[、，]?轻[一-鿿]{1,5}",
        rf"□[”\"]?(?:{_SALIENT}|的?(?:现象|问题|情况|矛盾|倾向)[^，]{{0,4}}(?:{_PERSISTS}))",
    )


def behind(text: str) -> str:
    """The words that tell what should have been done by now and is not, or a place far down a ranking."""
    if overdue := _OVERDUE.search(text):
        return overdue.group()
    ranked = _RANKED.search(text) if "第" in text else None
    if not ranked or _ROSE.search(text):
        return ""
    return ranked.group() if _FAR_DOWN[0] * int(ranked[2]) > _FAR_DOWN[1] * int(ranked[1]) else ""


def _is_lapse(clause: str, found: re.Match[str]) -> bool:
    """没有一件被督办, 败诉的仅2件: what did not happen, or hardly, is a lapse, so the news are good."""
    if found.group().startswith(("仅", "只")):
        return bool(_FAULTS.search(clause, 0, found.start()) or _FAULTS.search(clause, found.end()))
    if _NO_MORE.search(clause):
        return False
    last = found.group() == "没有" and found.end() == len(clause)
    return found.group().startswith(("没有", "无一", "未有")) and bool(
        _LAPSE.search(clause, 0 if last else found.start())
    )
