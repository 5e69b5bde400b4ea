"""The words that admit a gap, with what has to stand about them."""

from __future__ import annotations

from functools import partial
from itertools import product

from checker.lexicon import Lexicon
from checker.statements.patterns import alternation
from checker.statements.stance.clauses import ADMITS
from checker.statements.stance.cues import AnyCue, Screen

_TAIL = r"(?:[、等和及与]|的?(?:问题|情况|情形|现象|局面|矛盾|短板|困难|状况|倾向|难题)|了?$)"
_NUMBER = r"(?:\d[\d.,]*|[一二两三四五六七八九十百]{1,4})"
_MEASURE = (
    "件|名|人|位|家|户|项|条|台|起|宗|例|笔|所|支|份|卷|篇|部|批|期|场|次|处|辆|套|间|座|组|课时|学时"
    "|个(?!工作日|小时|月|环节)|成"
)
_COUNTED = _NUMBER + rf"\s?(?:{_MEASURE}|％|%|分之)"
NOT_BAD = "".join(
    f"(?<!{bad})" for bad in ("不合格率", "不满意率", "不满意度", "逾期公示率", "逾期办结率", "超期办结率", "未办结率")
)
"""Rates that hold a good rate in their name and are better low."""
_FLAWS = "难软弱差散浅虚松乱粗慢窄"
_FRACTION = r"一半|半数|[一二三四五六七八九]成|\d[\d.]*(?:％|%|人|名|台|家|课时|学时)"
_SALIENT = "尤为突出|较为突出|比较突出|十分突出|依然突出|依然存在|仍然存在|时有发生"
_PERSISTS = "依然|仍然|尤为|更为|较为|普遍|突出|存在|时有|并不鲜见|没有"
_STILL = "是|为|需|要|有(?!效)|以|靠|自行|习惯|依赖|难|多(?!措)|占|偏|显|较|比较|不|未|没|由|用(?!足)|存|挂"
_CUT_DOWN = r"(?<![减缩压短简低降][至到]仅)(?<![减缩压短简低降][至到]只)"
"""材料由11份减至仅2份: so few because it was cut down."""
_SHOULD_BE = "完成|落实|公布|到位|建成|覆盖|印发|出台|配齐|建立|实现|启用|上线|整改|办结|达到"
"""本应在年底前落实: what ought to have been done was not."""
_NEXT_YEAR = ("下一年", "下年", "下一个年度", "下个年度", "明年", "次年", "来年", "翌年", "下一届", "下届")
_PUT_OFF = (
    r"(?:移[至到]|转[至到](?<!结转[至到])|顺延|延[至到后]|改[到在列至为]|挪[至到]|滑[至到入]|推[至到迟后]|调[至到]|调整[至到]|拖[至到]|留[至到待])"
    r"[^，]{0,4}"
)
_GREATER_PART = ("多", "大多", "大都", "普遍", "基本上", "基本", "全", "均", "都")
_A_PART = (*(f"{number}成" for number in "一二三四五六七八九"), "部分", "一些", "多数", "不少")
_LACKS = r"[^，]{0,14}(?:缺少|缺失|漏填|漏记|漏报|没有|未)"


def verbs(lexicon: Lexicon, screen: Screen) -> AnyCue:
    """Verbs of lack: they admit a gap wherever they are the predicate."""
    cue = screen.cue
    return AnyCue(
        cue(lexicon.words("stance", "gap_verbs")),
        cue(("仍",), rf"然?(?:{_STILL})"),
        cue(("还",), r"(?:比较|较|很|相对|太)[一-鿿]{0,2}(?:窄|少|低|弱|慢|难|差|小|浅|粗|薄|短|紧|滞后|落后|突出)"),
        cue(("无法",), r"(?![律定治规])"),
        cue(("延期",), r"(?!审理|审结|审查|办理|办结|答复|举证|申请|缴|的|案件|事项|复议)"),
        cue(("本应", "本该", "早该", "早应", "早就该"), rf"[^，]{{0,24}}(?:{_SHOULD_BE})"),
        cue(("没有一个", "没有一家", "没有哪个", "无一"), r"[^，]{0,12}不(?:存在|缺)"),
        cue(
            ("由不", "由没有", "由未", "由无", "由非"),
            r"[^，]{1,12}(?:人员?|干部|同志)(?:承担|担任|兼任|负责|办理|审核|把关|代)",
        ),
        cue(
            ("只", "仅"),
            rf"(?:有|占|为|达|配备|覆盖|完成|办理|建成|设立)了?(?:[一二三四五六七八九]成|一半|{_COUNTED})",
        ),
        cue(
            ("只",),
            rf"(?![跑进需用填交收看要减增查盖敲]|检查|提[供交]|上门|保留|[设留]一)[一-鿿]{{1,3}}了?{_NUMBER}(?:天|{_MEASURE})",
        ),
        cue(("未", "没"), r"[一-鿿]{1,3}过(?<!超过)(?<!不过)(?<!发生过)(?<!出现过)"),
        cue(
            ("没有", "无一", "未有"),
            rf"(?:(?<=没有)|[^，]{{0,8}}?(?:{alternation(lexicon, 'stance', 'lacking')}))",
        ),
    )


def weaknesses(lexicon: Lexicon, screen: Screen) -> AnyCue:
    """What is weak, few, late or falling: a gap unless the clause tells how it was mended."""
    words, listed, cue = partial(alternation, lexicon, "stance"), partial(lexicon.words, "stance"), screen.cue
    return AnyCue(
        cue(listed("gap_phrases")),
        cue(listed("gap_predicates"), _TAIL),
        cue(("不够",), rf"[一-鿿]{{0,5}}{_TAIL}"),
        cue(listed("gap_holders"), rf"[^，]{{0,24}}?(?:{words('gap_nouns')})", before="(?<!不)"),
        cue(
            ("仅", "只", "才"),
            rf"(?<![不人天英][仅只才]){_CUT_DOWN}(?!设一个)(?:有|占|为|达|配|设|完成|覆盖|办理|配备|建成|剩)?(?!\d+条){_COUNTED}",
        ),
        cue(
            ("仅有", "只有", "仅是"),
            rf"(?!的)[^，]{{0,36}}?(?<!第){_NUMBER}[家个名所处](?!工作日|小时|月)(?![^，]{{0,30}}(?:之一|入选|获))",
            before="(?<!全国)(?<!全省)(?<!全市)(?<![缩减低降短简][至到])",
        ),
        cue(("缺口",), r"(?:共|总计|合计|仍有|还有|尚有|为|数)?(?:达|约|近|有)?\d"),
        cue(("人均", "平均"), r"(?:仅|不足|不到|只有)"),
        cue(("只有",), rf"[^，]{{0,6}}(?<!统){_NUMBER}"),
        cue(("尚", "还", "仍"), r"[余剩]?有[^，]{0,16}(?:未|没)"),
        cue(("有",), rf"{_NUMBER}[^，]{{0,12}}(?:未|没有|尚无)"),
        cue(("剩",), r"[余下]?\d+[^，]{0,8}(?:未|没)"),
        cue(("其余", "剩余", "余下"), r"[^，]{0,12}(?:结转|顺延|推迟|未|没)"),
        cue(listed("bad_rates"), r"[^，]{0,10}(?:偏高|较高|过高|居高不下|反弹|不降反升|上升|攀升)"),
        cue(listed("good_rates"), rf"{NOT_BAD}[^，]{{0,14}}(?:下降|回落|下滑|降低|降[至到]|跌|走低)"),
        cue(_NEXT_YEAR, before=_PUT_OFF),
        cue(("20",), r"\d\d年", before=r"(?:顺延|延[至到]|推迟)(?:至|到|于)?"),
        cue(
            ("结转",),
            rf"(?:至|到)?(?:{'|'.join(_NEXT_YEAR)}|20\d\d年)",
            before=r"(?:项目|草案|规章|法规|计划|任务|预案|目录)[^，]{0,12}",
        ),
        cue(("流失", "走", "调走", "离职", "辞职"), r"了?\d+[名人]"),
        cue(("少完成", "少办", "少建", "少报", "少配", "少招", "少开"), r"(?:了|成)?\d"),
        cue(("不足", "不到"), rf"(?:{_FRACTION}|[一两二三四五半](?:人|名|台|家|次(?!性)))"),
        cue(
            ("尚在", "勉强达到", "勉强过", "勉强", "刚过", "徘徊于", "停在", "卡在"),
            r"[^，]{0,3}(?:[一二三四五]成|[1-5]\d(?:\.\d+)?[％%])",
        ),
        cue(
            map("".join, product(_GREATER_PART, "是由为靠")),
            r"[^，]{0,10}(?:兼任|兼职|代管|代劳|代办|借调|人工|手工|经验|临聘)",
        ),
        cue(_A_PART, _LACKS),
        cue(("％", "%"), _LACKS, before=r"\d"),
        cue(("无人",), r"(?:导出|管|维护|问津|负责|接|办理|审|过问|认领|监管|值班|应|回|会|能|愿|懂|理)"),
        cue(("缺",), r"(?:\d+|[一二两三四五六七八九十]+)[名人台个辆套件支部]"),
        cue(
            ("仅", "只"),
            r"[^，\d]{2,30}?(?:局|厅|委|办|院|县|区|市|镇|乡|街道)(?:等)?(?:[一两二三四五六]|\d{1,2})[家个](?:部门|单位)?$",
        ),
        cue(
            ("率还较低", "率较低", "率还低", "率很低", "率太低", "率低"),
            r"(?!于)",
            before=r"(?:听证|出庭|应诉|参与|知晓|采纳|调解|办结|使用|利用|覆盖|持证|合格|优秀|公开|公示|网办)",
        ),
        cue(
            ("得",),
            r"[很太较还]?(?:简单|笼统|粗|少|慢|浅|虚|散|乱|晚|不(?!错|少|断|仅))",
            before=r"(?:写|办|做|管|抓|学|查|审|用|讲|开|走|改|跟|落实|执行|运行|推进|衔接|掌握|把握|研究)",
        ),
        cue(("时常",), r"[没不无断卡掉]"),
        cue(("停在", "停留"), before=r"(?:更新|进度|版本|数据)[^，]{0,4}"),
        cue((f"{flaw}、" for flaw in _FLAWS), rf"[一-鿿]{{2}}[{_FLAWS}]{_TAIL}", before=r"[一-鿿]{2}"),
        cue(("有的",), r"(?:把|将|对|在|以|靠|连|重|只|还|仍|甚至)"),
        cue((f"“{ADMITS}",)),
        cue(
            ("低", "差", "窄", "弱"),
            before=r"(?:参与|满意|知晓|利用|使用|覆盖|专业化|规范化|信息化)[度率面性程度]{1,2}[^，]{0,2}",
        ),
        cue(("轻",), r"[一-鿿]{1,5}", before=r"重[一-鿿]{1,5}[、，]?"),
        cue(("□",), rf"[”\"]?(?:{_SALIENT}|的?(?:现象|问题|情况|矛盾|倾向)[^，]{{0,4}}(?:{_PERSISTS}))"),
    )
