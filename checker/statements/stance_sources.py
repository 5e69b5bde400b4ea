"""Whose deed a statement tells: figures and demands of other governments are background, not results."""

from __future__ import annotations

import re

from checker.lexicon import Lexicon
from checker.model import Level
from checker.statements.stance_signs import alternation

_TIME = re.compile(
    r"^(?:(?:20\d\d年?(?:以来|度|底|末|\d{1,2}月(?:\d{1,2}日)?)?|今年(?:以来)?|去年|一年来|近年来|近期|年初|年内|目前|当前|截至[^，]{0,14}|此外|同时|另外|其中|期间|据悉|据了解)[，,]?)+"
)
_ACCORDING = re.compile(r"^(?:据|根据|从)[^，,]{1,24}(?:统计|通报|测算|调研|调查|数据|公布|发布|材料|显示|评估|分析|报道|测评)[^，,]{0,10}[，,]")
_PRAISE = re.compile(r"首|率先|示范|文明|先进|优秀|前列|领先|推广|第[一二三四五六七八九十\d]|唯一|百强|十佳|试点|典型|范围内|人大|政协|统一|通用|联网|通办")
_DEMAND = re.compile(r"要求|明确|提出|部署|强调|指出|规定|印发|出台|下发|下达|确定|决定|公布|发布|施行|实施|修订|通过|批准|安排|号召|建成|覆盖|推行|开发|上线|开通|共有|累计|平均|约|占|达|新收|已有")
_LAW = re.compile(r"^(?:新修[订改]的|新)?[《“]?[一-鿿□]{0,20}(?:法|条例|规定|办法|意见|纲要|规划)[》”]?[^，]{0,10}(?:将于|自20|于20|规定|明确|要求|提出)")
_REACHES = ((Level.PROVINCE, 1), (Level.CITY, 2), (Level.COUNTY, 3), (Level.TOWNSHIP, 4), (Level.VILLAGE, 5))
_OWN = re.compile(r"我(?:省|市|州|盟|县|区|旗|镇|乡|局|厅|委|们|街道|苏木)|本(?:省|市|县|区|旗|镇|乡|局|街道)")


class Sources:
    """Tells the words of other governments, seen from a level."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._far = alternation(lexicon, "far")
        self._patterns = {level: self._of_level(level) for level in Level}
        self._unknown = self._compiled(self._far)

    def _compiled(self, names: str) -> re.Pattern[str]:
        return re.compile(rf"^(?:在)?(?:{names})")

    def _of_level(self, level: Level) -> re.Pattern[str]:
        rank = dict(_REACHES).get(level, 2)
        names = [self._far]
        if level is Level.PROVINCE:
            return self._compiled(self._far)
        names.append(r"全省|全自治区|省委|省政府|省里|省级层面|自治区(?!级)|省[一-鿿]{1,10}(?:厅|局|办|委)")
        if rank >= 3:
            names.append(r"全市(?![一-鿿]{0,6}(?:镇|街))|市委|市政府|市里|市级层面|盟委|盟里|州委|州里|市[一-鿿]{1,8}(?:局|办)|全州|全盟")
        if rank >= 4:
            names.append(r"全县|全区|全旗|县委|区委|旗委|县政府|区政府|县里|区里|县[一-鿿]{1,8}局|区[一-鿿]{1,8}局")
        if level is Level.DEPARTMENT:
            names.append(r"省局|总局|市里|省厅")
        return self._compiled("|".join(names))

    def quoted(self, text: str, level: Level | None) -> str:
        """The words that make a statement one about others' figures, demands or laws, "" where there are none."""
        said = _ACCORDING.match(text)
        rest = _TIME.sub("", text[said.end() :] if said else text)
        found = (self._patterns[level] if level else self._unknown).match(rest)
        if found and not _OWN.search(text) and not _PRAISE.match(rest, found.end(), found.end() + 8):
            if said or _DEMAND.search(rest, found.end()):
                return found.group()
            return ""
        law = _LAW.match(rest)
        return law.group() if law and not _OWN.search(text) else ""
