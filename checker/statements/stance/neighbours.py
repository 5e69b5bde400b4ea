"""Deeds of another government by its name or kind: the superior's naming, a neighbour's practice.

潼州市被命名为示范市，我县积极配合 tells of the city: what the reporting government did is no more than to stand by.
Whose name is another's depends on who reports: below a city stand counties and county-level cities, so that in a
city's report only the name of a province, a prefecture or a city with its own 市级 is another's.
"""

from __future__ import annotations

import re

from checker.model import Level, Sentence
from checker.patterns import Pattern
from checker.statements.viewpoint import viewpoint

_VERBS = (
    "接入|落实|纳入|依托|推进|推动|完成|报送|配合|贯彻|执行|承接|参加|组织|编制|审查|通过|争取|协助|邀请|迎接|承办|上报|提请"
    "|办结|办理|取得|召开|加强|强化|深化|严格|认真|坚持|积极|主动|有关|相关|所有"
)
_NO_NAME = rf"(?!(?:{_VERBS})|[全我本各该某每两几跨设省市县区外整凡在对将与和按从到由以为据经同向就把被使让其等及或第])"
"""What no name begins with: the verb of a sentence without subject (接入市统一平台) or a word of quantity."""
_NAME = "(?:(?![被把将和与在对经由从以向为的了各全])[一-鿿])"
_NO_PLACE = (
    r"(?<![城都超上门级辖些他])(?<!示范)(?<!试点)(?<!先进)(?<!部分)(?<!多数)(?<!少数)(?<!个别)(?<!重点)(?<!贫困)"
    r"(?<!农业)(?<!所辖)(?<!下辖)(?<!受援)(?<!结对)(?<!对口)(?<!牵头)(?<!样板)(?<!标杆)(?<!创建)"
)
"""城市, 示范县 and 部分县 are no names."""
_BORDERS = "毗邻|邻近|相邻|友邻|兄弟|接壤"
_NEAR = (
    r"(?:邻近?|兄弟|周边|外|友邻|相邻|毗邻)的?(?:地?[省市州县区旗镇乡]|[市州][县区])"
    r"|(?:对口|结对|友好)(?:协作|支援|帮扶|合作)?(?:城市|地区|[市县区])(?:[一-鿿]{2,4}?[市县区州])?"
)
_BELOW = r"省|州(?!市)|盟|市(?![场民容区县直内域])|县(?![城域区级])|旗(?![县帜])"
_ENDS = {Level.CITY: r"省|州(?!市)|盟", Level.COUNTY: _BELOW, Level.TOWNSHIP: _BELOW}
_CITY_OF_RANK = r"市(?=市级|市委|市直|市本级|市县[两三]级)"
"""A city that has a city's own level; other 市 may be county-level cities of the one that reports."""
_DOES = (
    r"(?:(?:严格|全面|认真|扎实|深入)(?:落实|执行|推行|推进)|统一(?:行使|履行|承担|受理)|集中行使|被|获|荣|摘|入选|成功|已|建成|建立|成立|出台|印发|公布|实现|完成|推行|推出|率先|探索|的(?:做法|经验|模式)|\d{1,2}个[县区乡镇街]"
    r"|市级|市县[两三]级|[一-鿿]{0,4}(?:局|厅|委|办)(?:建|出|推|印|公|组织|召开|开展))"
)
_STANDS_BY = Pattern(
    r"作为其|作为辖|所辖|下辖|配合|协助|贡献|迎检|受检|迎评|鼓舞|派员|派人|学习|考察|借鉴|参观|观摩|取经|之一|祝贺|提供(?:了)?(?:案例|经验|材料|素材)|供稿|参与创建|为此"
)
"""What a government does that only looks on."""
_OTHERS = Pattern(r"[邻外]|兄弟|先进地|其他")
_OTHERS_PRACTICE = Pattern(
    r"(?:推广|介绍|转发|印发|刊发|推介|宣传)了?[^，]{0,8}"
    r"(?:邻[省市州县区旗镇乡近]|兄弟[一-鿿]{1,3}|外[省市县地]|先进地区|其他[省市州县区])[^，]{0,6}(?:经验|做法|模式|案例)"
)
_OWN_DEED = Pattern(r"\d|《|出台|制定|建成|公布|建立|印发")
_BOX = Pattern(
    r"(?:经验|做法|案例|信息)[^，]{0,4}(?:摘登|摘编|选登|选编|推介|借鉴|链接)|他山之石|外地动态|兄弟[市县区]"
)
_TITLE = (
    r"(?:被[^，]{0,16}(?:命名|授予|评为|确定)|获评|荣获|荣膺|成功入选|成功创建|摘得|入选|捧回|跻身"
    r"|获得[^，]{0,16}(?:称号|命名))"
)
_PLACE_OF = r"所在的?[一-鿿]{0,5}?"
_ABOVE_ITSELF = {
    Level.COUNTY: rf"(?:[省市]里|我[省市]|{_PLACE_OF}[省市州盟]|上级[市州])",
    Level.TOWNSHIP: rf"(?:[县区旗市省]里|我[县区旗市省]|本[县区旗]|{_PLACE_OF}[省市州盟县区旗])",
    Level.CITY: rf"(?:省里|我省|{_PLACE_OF}省)",
}
"""How a government speaks of those above it."""
_FOREMOST = r"(?![^，]{0,8}(?:唯一|首|率先|第))"
"""我市唯一入选的县 is the county itself."""
_LED_IN = (
    r"^(?:[^，。]{0,10}(?:当年|年|月|日|期间|方面|同时|此外)[，,])?(?:当年|今年|去年|上年|20\d\d年|\d{1,2}月)?[，,]?"
)
_OURSELVES = {
    Level.PROVINCE: "[我全本](?:省|市|自治区)|我们",
    Level.CITY: "[我本](?:市|州|盟|地区|师)|我们",
    Level.COUNTY: "[我全本][县区旗]|我们",
    Level.TOWNSHIP: "[我全本](?:镇|乡|街道|苏木|街|团)|街道|我们",
}
_CLAUSE = Pattern(r"[^，,；;。：:]+")


class Neighbours:
    """What one reporting government says of others; made for each report."""

    def __init__(self, level: Level | None, government: str) -> None:
        seen = viewpoint(level, government) if level is not None else None
        own = seen.own if seen else None
        self._own = [_stem(name) for name in seen.names[-1:]] if seen else []
        self._ourselves = Pattern(_OURSELVES.get(own, "我们") if own else "我们")
        named = _named(own, seen.names) if seen and own else ""
        self._foreign = Pattern(_LED_IN + named) if named else None
        titled = _ABOVE_ITSELF.get(own) if own and not (seen and seen.town_city) else None
        self._honoured = Pattern(_LED_IN + titled + _FOREMOST + r"[^，]{0,6}?" + _TITLE) if titled else None

    def told(self, sentence: Sentence) -> str:
        """The words by which a sentence tells the deeds of another government; "" where it tells own ones."""
        text = sentence.quote
        if box := self._box(sentence):
            return box
        practice = _OTHERS_PRACTICE.search(text) if _OTHERS.search(text) else None
        if practice and not _OWN_DEED.search(text, practice.end()) and not self._acts(text, practice.end()):
            return practice.group()
        found = self._foreign.match(text) if self._foreign else None
        if found and self._is_own(found["name"]):
            found = None
        if not found and self._honoured:
            found = self._honoured.match(text)
        if not found or self._acts(text, found.end()):
            return ""
        return found.group()

    def _box(self, sentence: Sentence) -> str:
        """A heading that brings in the experience of others."""
        title = sentence.headings[-1] if sentence.headings else ""
        found = _BOX.search(title)
        return title if found and title and not any(own in title for own in self._own) else ""

    def _is_own(self, name: str) -> bool:
        return any(own in name for own in self._own)

    def _acts(self, text: str, start: int) -> bool:
        """Whether the reporting government does more in the rest of the sentence than stand by."""
        return any(
            self._speaks_of_itself(part) and not _STANDS_BY.search(part) for part in _CLAUSE.findall(text, start)
        )

    def _speaks_of_itself(self, part: str) -> bool:
        return any(own in part for own in self._own) or self._ourselves.search(part) is not None


def _named(own: Level, names: tuple[str, ...]) -> str:
    """The name of another government as the subject of a sentence."""
    if own not in _ENDS:
        return ""
    parents = [re.escape(name) for name in names[:-1]]
    place = rf"{_NO_NAME}{_NAME}{{2,4}}?{_NO_PLACE}(?:{_ENDS[own]})"
    if own is Level.CITY:
        place += rf"|{_NO_NAME}{_NAME}{{2,3}}?{_NO_PLACE}{_CITY_OF_RANK}"
    place += rf"|(?:{_BORDERS})的?{_NAME}{{2,4}}?(?:市|县|区|州|盟|旗|省)"
    return rf"(?:我[县区镇]所属的|所在的)?(?P<name>{'|'.join([*parents, _NEAR, place])})(?={_DOES})"


def _stem(name: str) -> str:
    """A name without its level where enough is left."""
    short = re.sub(r"(?:[一-鿿]族)*(?:自治区|自治州|自治县|自治旗|省|市|州|盟|县|区|旗|镇|乡|街道)$", "", name)
    return short if len(short) >= 2 else name
