"""What is only demanded of others is nobody's result: 要求各县区落实, 督促各乡镇建立, 指导各部门公布.

Cells and claims both ask here, so that they see a demand the same way.
"""

from __future__ import annotations

from checker.model import Stance
from checker.patterns import Pattern

_UNITS = r"(?:各|所有|全部|每|省|市|县|区|旗|乡|镇|街道|部门|单位|\d)"
# The words stand before what must not stand in front of them, so that the search skips what cannot match.
_ORDER = Pattern(
    r"(?:要求(?<![的等按]要求)(?!的)|责成(?<![的等按]责成)|责令(?<![的等按]责令)|部署(?<![的等按]部署))"
    rf"(?:全[省市州盟县区旗])?{_UNITS}"
)
_URGING = Pattern(
    r"(?:督促(?<![的等]督促)|督导(?<![的等]督导)|指导(?<![的等]指导)|敦促(?<![的等]敦促)|引导(?<![的等]引导))(?:(?:和|、|并)?(?:督促|指导|帮助|推动|支持))?(?:全[省市州盟县区旗])?"
    r"(?:各(?!类)|所有|[县区旗乡镇](?!委|政府|长)|街道|\d{1,3}个(?:县|市|区|旗|乡|镇|街道|部门|单位))"
)
_NAMED = Pattern(r"三项制度|公示|记录|审核|裁量|复议|示范")
_RESULT = Pattern(r"已|目前|截至|实现了|完成了|落实了|建立了|公布了")
_OUTCOME = Pattern(
    r"(?<![为除到])了|\d+(?:\.\d+)?[%％]|\d[\d,.，]*[余多万亿]*(?:件|条|项|次|人|场|份|起|户|名|台|套|处|宗|批|元|个(?!县|市|区|旗|乡|镇|街道|部门|单位|月))"
)
"""What shows that urging had its effect (督促各县区整改问题52个)."""
_DEED = Pattern(r"《|建成|建立|完成|公布|出台|制定|修订|开展|组建|配备|设立|推行|印发(?!通知|文件)")
"""What the own level has done before it demands anything of others."""
_LOWER = Pattern(r"各级|(?<![全我本治])(?:[县区旗乡镇村]|街道|社区)(?!委|政府|长|司法|办)")
_OBJECT = Pattern(r"(?:对|向|给|赴|深入)[^，。；]{0,14}?(?:指导|督促|监督|检查|督察|培训|服务|调研)")
"""加强对各县区的指导: the units below stand there, but nothing is told of them."""


def stance_at(told: Stance, text: str, *, own: bool) -> Stance:
    """The stance of a sentence towards a level, the reporting government's `own` or one below it."""
    under_way = told in (Stance.ACHIEVED, Stance.ONGOING)
    return Stance.CONTEXT if under_way and is_demand(text, own=own) else told


def is_demand(text: str, *, own: bool) -> bool:
    """Whether a sentence only demands the matter of a level (要求各县区落实三项制度) and tells no result of it.

    What stands before the demand may be a notice or a meeting. At the `own` level it must not name the matter itself
    nor tell a deed; a level below is told nothing of, unless its units are named before the demand too.
    """
    found = _ORDER.search(text)
    urged = None if found else _URGING.search(text)
    demand = found or urged
    if demand is None or _RESULT.search(text, demand.end()) or (urged and _OUTCOME.search(text, urged.end())):
        return False
    before = text[: demand.start()]
    if own:
        return not (_NAMED.search(before) or _DEED.search(before))
    return not _LOWER.search(_OBJECT.sub("", before))
