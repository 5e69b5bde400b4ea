"""Whose deed a statement tells: figures, demands and laws of others are background, not results.

Which others stand above depends on who reports: 全市 is a city's own and a district's superior.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from itertools import product

from checker.lexicon import Lexicon
from checker.model import Level
from checker.patterns import Pattern
from checker.statements.patterns import alternation, group
from checker.statements.stance.clauses import Clauses
from checker.statements.stance.cues import Cue, Screen
from checker.statements.viewpoint import Viewpoint, viewpoint

_TIME = Pattern(
    r"^(?:(?:20\d\d年?(?:以来|度|底|末|\d{1,2}月(?:\d{1,2}日)?)?起?|\d{1,2}月(?:\d{1,2}日|底|份)?|自(?=20)|值得一提的是|第[一二三四五六]批|首批|本轮|今年(?:以来)?|去年|一年来|近年来|近期|同期|年初|年内|目前|当前"
    r"|党的[一-鿿]{2,3}大以来|截至(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日|底|末|目前|年底)?|此外|同时|另外|其中|期间|另据|据悉|据了解|从|在|放眼|纵观)[，,]?)+"
)
_ACCORDING = Cue(
    ("另据", "据", "根据", "从", "对照"),
    r"[^，,]{0,26}(?:统计|通报|测算|调研|调查|数据|公布|发布|材料|资料|显示|评估|分析|报道|测评|口径|简报|白皮书|消息|情况看|看)[^，,]{0,10}[，,]",
)
_IN_A_RANKING = Cue(("在",), r"[^，,]{2,24}(?:评价|测评|考核|调查|评估|排名|通报)中[，,]")
"""在某市公布的评价中，全市……: of the whole, not of the reporting government."""
_RANK = Pattern(
    r"首(?!次)|率先|示范|文明|先进|优秀|前列|领先|推广|第[一二三四五六七八九十\d]|唯一|百强|十佳|试点|典型|模范|劳模|重点|卫生|双拥|范围内(?![，,])|人大|政协|通办|联网"
)
"""After 全国, 全省 these tell the own rank or prize."""
_COUNTS = Pattern(r"[共已][计有]|共(?:命名|评选|认定)|累计|占[^，]{0,12}的|平均")
"""全省首批命名的共有14个: the rank is the subject of a count of others."""
_PRIZE = Pattern(
    r"授予|批复|同意|支持|命名|表彰|表扬|批准|推广|列为|确定[^，]{1,12}为|肯定|转发|评为|评定|认定[^，]{1,12}为"
)
"""After the name of an organ above these tell what it gave to the reporting government."""
_RECEIVED = Pattern(r"(?:受到|得到|获得|赢得)[^，]{0,14}$")
"""驻区税务等单位……受到上级肯定: the praise is theirs."""
_DEED = Pattern(
    r"要求|明确|提出|部署|强调|指出|规定|印发|出台|下发|下达|确定|决定|完成|实现|公布|发布|施行|实施|修订|通过|安排|号召|显示|表明|建成|覆盖|推行|开发|上线|开通|启动|开展"
    r"|共有|累计|平均|约|占|达|新收|有|\d|总体|普遍|形成|组织|举办|召开|统一|已|大多|多数|居|探索|列入|列为|把|将|取消|抽查|进行|对|突破|制定|制发|编[制印]|走在|领先|签订|拨付|配发|设有|组建|成立|落实|执行|行使|建立|健全|全部|全面"
)
_LAW = Pattern(
    r"^(?:(?:新修[订改]|修[订改]后|新出台|新颁布|20\d\d年修[订改])的(?:[一-鿿]|[《》□]){2,24}|新[一-鿿]{2,10}法|《□+》)"
    r"(?:将?[于自](?=[^，。]{0,16}(?:起|施行|实施|生效))|将?(?:正式)?(?:施行|实施|生效)|规定|明确|要求|提出|对|正式施行|施行|赋予|进一步|扩大|调整|增加|强化|突出|确立|完善|作出)"
)
_LED_IN = Cue(("新", "随着", "自", "与之", "相比", "受"), r"[^，]{1,20}(?:后|以来|施行|相比|影响)[，,]")
"""A lead before the subject: 新法施行以来，全国……."""
_CITED = 60
"""A cited figure names within so many characters for whom it holds."""
_DEMANDED = Pattern(
    r"^(?:法律|法规|条例|办法|文件|上级[^，]{0,8})(?:明确)?(?:规定|要求)(?!的)"
    r"|^(?:国家|省里?|上级)[^，]{0,8}(?:要求|目标|标准|底线|下限)[^，]{0,4}(?:是|为)"
    r"|^(?:按照?|根据|依据)《□+》[^，]{0,6}[，,][^。]{0,50}(?:应当|须|不得|应)"
    r"|^(?:按照?|根据|依据|对照)[^，]{0,30}(?:要求|部署|规定|安排|标准|方案|办法|目标)[^，]{0,4}[，,][^。]{0,50}"
    r"(?:须|应当?|必须|都要|要在|要达到|要实现|需在|不得低于|应达|要全)"
    r"|^(?:按照?|根据|依据)[^，]{0,20}(?:规定|要求)[，,](?:各|所有|行政机关|党政)[^，。]{0,24}每(?:年|半年|季度?|月|届)[^，。]{0,6}(?:至少|不少于|不低于)[^，。]{0,24}。?$"
)
_ORDER = Pattern(r"(?:要求|明确|提出|部署)[^。]{0,40}(?:底前|年前|到20\d\d|20\d\d年|应当?|必须|须|达到|不低于|全覆盖)")
_GIVEN = Pattern(
    r"[^，]{0,10}(?:赋予|下放|授权|交办|分配|下达|核定|批准|转办|移交|统建|反馈|指出|督察)[^，]{0,12}的"
    r"|[^，]{0,16}(?:反馈|移交|交办|转办)[^，]{0,12}[，,][^。]{0,16}(?:整改|销号|办结|核查)"
    r"|[^，]{0,4}统一[^，]{0,8}的[^，]{2,16}(?:申领|接入|承接|对接|联通|领取|配发到位|下发到位)"
)
"""省政府赋予乡镇的处罚权: the others only stand in the attribute."""
_MINISTRY = (
    r"(?:司法|公安|生态环境|自然资源|人力资源和?社会保障|住房和?城乡建设|交通运输|农业农村|应急管理|财政|水利|商务|教育|民政|工业和信息化|文化和旅游)部(?!门)"
    r"|国家[一-鿿]{2,12}(?:局|委|总局)"
)
_OF_MINISTRIES = r"(?:税务|海关|海事|气象|烟草(?:专卖)?|邮政(?:管理)?|金融监管|银保监|证监|边检)(?:局|所)?"
_NOT_LED = (
    r"(?!会同|联合|配合|协[调助]|组织|指导|督促|推动|要求|取消|除|[与对向为由在把将和及全我]"
    r"|[市县区旗省州盟乡镇][直级]|部门|各)"
)
_VERTICAL = (
    rf"(?:(?:驻[一-鿿]{{1,6}}?的?)?(?:(?:{_NOT_LED}[一-鿿、]){{0,24}}?(?:等|作为))?"
    r"(?:垂直管理|垂管|中央驻[一-鿿]{1,2})的?(?:执法)?(?:单位|部门|机关)"
    rf"|(?:驻[一-鿿]{{1,6}}?的?)?{_OF_MINISTRIES}(?:、{_OF_MINISTRIES})+等?(?:\d+[个家])?(?:单位|部门|机关)"
    rf"|(?:{_NOT_LED}[一-鿿]){{0,8}}?(?:税务局|海关|海事局|气象局|烟草专卖局)(?![、和等及与以参配])(?=[^。]{{0,24}}(?:复议|裁量|三项制度|法制审核)))"
    r"(?![^，]{0,4}(?:除外|以外|外[，。]))"
)
"""Bodies that answer to the ministries alone (税务、海关等垂直管理单位): their deeds are not those of a government."""
_FOR_US = Pattern(
    r"[为给对](?:我们|我[省市州盟县区旗镇乡])[^，]*|[，,](?:其中)?我[省市州盟县区旗镇乡]仅?占[^，]*"
    r"|[，,](?:我[省市州盟县区旗镇乡]|本[县区镇乡])[^，]{0,14}(?:学习|衔接|借鉴|配合|派员|观摩|参照|承办|承接|取经|迎检|准备)[^，]*"
    r"|国家[一-鿿]{2,6}总局[一-鿿]{2,10}税务局"
)
"""What others do for us, and our share in a count of theirs (全国……，我省占9个), is no deed of ours."""
_ASSIGNED = Cue(
    ("设区市", "地级市", "上级", *("".join(pair) for pair in product("省市州", ("里", "政府", "")))),
    r"(?:下达我[市州县区旗镇乡]|[给向对]我[市州县区旗镇乡](?:下达|分配|安排))",
)
_LEVEL = Pattern(r"(?:[一-鿿]族)*(?:自治区|自治州|自治县|自治旗|省|市|州|盟|县|区|旗|镇|乡|街道)$")
_ORGANS = r"[一-鿿]{1,10}(?:厅|局|办|委|院|服务中心|综治中心)"
_BODIES = r"(?:\d+|(?:各[级类]?|所有|全部)?(?:行政|执法|部门|单位|机关|厅局|委办局|财政))"
_ABOVE = (
    (
        Level.PROVINCE,
        rf"全省|我省|统一的省级|省级(?=[^，]{{0,8}}平台)|省委|省(?:人民)?政府|省里|省级层面|省内|省{_ORGANS}|全自治区|自治区(?!级|内)"
        rf"|省[直属](?:驻[一-鿿]{{1,4}}?)?(?:单位|部门|机关)|省[直级]{_BODIES}"
        r"|驻[一-鿿]{1,4}?(?:中央|省属|部属)|(?:中央|垂管|垂直管理)[一-鿿]{0,6}(?:单位|部门|机关)",
    ),
    (
        Level.CITY,
        rf"市[级直]{_BODIES}|市本级|全市|我市|市委|市(?:人民)?政府|市里|市级层面|市内|市(?!场|容|政[园设管公]){_ORGANS}|全[州盟]|我[州盟]|[州盟](?:委|里|(?:人民)?政府|行署)",
    ),
    (Level.COUNTY, rf"[县区旗][级直]{_BODIES}|全[县区旗]|我[县区旗]|[县区旗](?:委|里|(?:人民)?政府)|[县区旗]{_ORGANS}"),
)


@dataclass(frozen=True, slots=True)
class View:
    """How things look from one reporting government: who stands above, and how it speaks of itself.

    `name` is what it is called, without its level, "" where that is not known.
    """

    above: Pattern
    own: Pattern
    name: str = ""

    def speaks_of_itself(self, text: str, start: int = 0) -> bool:
        """Whether a text names the government itself, from an offset on."""
        return bool(self.name and text.find(self.name, start) >= 0) or self.own.search(text, start) is not None


class Sources:
    """Tells the words of others from those of the reporting government."""

    def __init__(self, lexicon: Lexicon, screen: Screen) -> None:
        cue = screen.cue
        # above every government, whoever reports
        self._highest = f"{alternation(lexicon, 'stance', 'far')}|{_MINISTRY}|{_VERTICAL}"
        self._shown = cue(
            ("显示", "表明"), r"[，,]", before=r"^[一-鿿]{2,16}(?:调查|评估|统计|数据|监测|调研|测评)(?:结果)?"
        )
        self._amended = cue(
            map("".join, product(("法", "条例"), ("修订", "修改", "颁布", "出台"))),
            r"(?:施行|实施)?(?:后|以来)[，,][^。]{0,24}(?:范围|要求|标准|程序|门槛|责任)",
            before=r"^[一-鿿]{2,10}",
        )
        self._elsewhere = cue(
            ("等地", "等省", "等省市", "等市县", "等兄弟"),
            r"[^，]{0,6}(?:率先|已|普遍|先后|探索|推行|建成)",
            before=r"^(?:[一-鿿]|、){2,20}",
        )

    def view(self, level: Level | None, government: str) -> View:
        """How things look from a government; `level` None where it is not known."""
        if level is None:
            return View(Pattern(self._highest), Pattern(r"我们|我[省市县区州盟旗镇乡局]"))
        seen = viewpoint(level, government)
        superiors = (words for above, words in _ABOVE if _stands_above(seen, above, government))
        names = [self._highest, *superiors]
        if level is Level.DEPARTMENT:
            names.append("省局|省厅|总局|国家局")
        if government.endswith("旗") or (seen.own is Level.CITY and level is Level.CITY):
            names.append("全区(?!县)")
        return View(Pattern("|".join(names)), _own(seen, level), _stem(seen.names[-1]) if seen.names else "")

    def quoted(self, cut: Clauses, view: View) -> str:
        """The words that make a statement one about others' figures, demands or laws, "" where there are none."""
        text = cut.text
        if demanded := _DEMANDED.match(text):
            return demanded.group()
        said = self._shown.search(text, cut.cues) or _ACCORDING.opens(text) or _IN_A_RANKING.opens(text)
        rest = _untimed(text[said.end() :] if said else text)
        if not _LAW.match(rest) and (led := _LED_IN.opens(rest)):
            rest = _untimed(rest[led.end() :])
        others = view.above.match(rest) or (view.above.match(_untimed(said.group()[1:])) if said else None)
        if others and others.group()[0] not in "全我" and _GIVEN.match(rest, others.end()):
            others = None
        order = _ORDER.match(rest, others.end(), others.end() + 80) if others else None
        if others and order and not view.speaks_of_itself(rest, order.end()):
            return others.group() + order.group()
        if assigned := _ASSIGNED.opens(rest):
            return assigned.group()
        if others and _DEED.search(rest, others.end()) and not _honours(rest, others):
            told = others.group()
        else:
            told = _cited(text, said, view) or self._told(rest, cut.cues)
        return "" if told and view.speaks_of_itself(_FOR_US.sub("", text)) else told

    def _told(self, rest: str, cues: Set[Cue]) -> str:
        """What a new law asks for, or what is done in other places."""
        return group(_LAW.match(rest) or self._amended.search(rest, cues) or self._elsewhere.search(rest, cues))


def _untimed(text: str) -> str:
    """The text without the words of time at its head."""
    time = _TIME.match(text)
    return text[time.end() :] if time else text


def _cited(text: str, said: re.Match[str] | None, view: View) -> str:
    """A source that is cited for what is so elsewhere: 有关机构的调查显示，……全国……."""
    return said.group() if said and view.above.search(text, 0, _CITED) else ""


def _honours(rest: str, others: re.Match[str]) -> bool:
    """Whether 全省, 全国 or an organ above only stands for the own rank or prize."""
    if others.group()[0] in "全我" or others.group().endswith("内"):
        if _COUNTS.search(rest, others.end()):
            return False
        return bool(_RANK.search(rest, others.end(), others.end() + 10))
    prize = _PRIZE.search(rest, others.end(), others.end() + 40)
    return prize is not None and _RECEIVED.search(rest, others.end(), prize.start()) is None


def _stands_above(seen: Viewpoint, level: Level, government: str) -> bool:
    """Whether the organs of a level are superiors; 市委 is a county-level city's own."""
    if level is Level.CITY and (seen.town_city or (seen.municipality and seen.own is Level.PROVINCE)):
        return False
    if level is Level.CITY and seen.municipality:
        return True
    return seen.above(level)


def _own(seen: Viewpoint, level: Level) -> Pattern:
    """How a government of its kind speaks of itself: 我县, 全县."""
    words = {
        Level.PROVINCE: "[我全本](?:省|市|自治区)",
        Level.CITY: "[我全本](?:市|州|盟|地区|师)",
        Level.COUNTY: f"[我全本](?:{seen.names[-1][-1:] if seen.names else '县|区|旗'})",
        Level.TOWNSHIP: "[我全本](?:镇|乡|街道|苏木|街|团)",
    }
    parts = [words.get(seen.own, "[我本]村"), "我们"]
    if level is Level.DEPARTMENT:
        parts.append("[我全本](?:局|委|厅|办)")
    return Pattern("|".join(parts))


def _stem(name: str) -> str:
    """A name without its level where enough is left: 云南省 -> 云南."""
    short = _LEVEL.sub("", name)
    return short if len(short) >= 2 else name
