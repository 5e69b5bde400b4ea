"""A run of level words -> whether the sentence says that these levels were covered, reached or lacking.

Every span carries the code of the rule that took it:

==============  ==================================================================================
level.graded    三级 or the like follows: every level of the run is meant (市县乡三级)
level.group     several levels side by side, some of them below the own one (市、县区)
level.below     a unit below the own level is named (寅县, 98个乡镇, 县级)
level.own       what belongs to the own level (市级部门, 市直, 在街道没有)
level.award     the own level received or seeks the title (示范市); or a government above did (titles.py)
level.peers     governments of the own level are counted or named as a group (31个县（市、区）)
level.above     from a level upwards (县级以上党政机关)
level.beside    the own government beside units below it (市政府及寅县; 5个乡镇和8个部门)
level.unnamed   the own departments, not named as such, before units below it (28个部门、10个乡镇全部)
level.carried   nothing named, the sense carries on the level of the sentence before
==============  ==================================================================================
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from checker.lexicon import Lexicon
from checker.model import Level
from checker.patterns import Pattern
from checker.statements.levels.runs import TOGETHER, Run
from checker.statements.levels.spans import UNNAMED, LevelSpan
from checker.statements.patterns import alternation
from checker.statements.viewpoint import LEVELS, Viewpoint

_AWARDED = ("示范", "“法治", '"法治')
_ZONE_AWARDED = Pattern(r"法治(?:政府)?(?:建设)?示范$")
_PEERS = Pattern(r"(?:\d余?多?个|各)$")
_EACH = Pattern(r"(?:各|每个?|所有|全部|\d个|余个|辖)$")
_GRADE = Pattern(r"级(?!别|联)")
_OWN_THING = Pattern(
    r"本级|属(?:各|执法|部门|单位|机关|行政)|直(?!接|管|达|辖|播|供|通)|一级(?!响应|战备|企业|资质)|层面"
)
_SET_UP = ("成立", "成立了", "设立", "组建", "增设", "设置", "设立了", "组建了", "增设了", "设置了")
_BODY = Pattern(r"[^，。；、]{2,10}(?:局|队|中心|委员会|办公室|机构|院|所)")
_ONE_EACH = Pattern(r"[）)]?一(?:名|个)?(?:法律|律师|公共法律|辅警|警|调解|网格|站)")
_COMPARED = Pattern(r"(?:与|同|跟|较|比)[^，。；]{0,3}$")
_THAN = Pattern(r"[^，。；]{0,8}(?:相比|比较|而言)")
_RECONSIDERING = Pattern(
    r"(?:人民)?政府(?:自20\d\d年[^，。；]{0,8}起)?(?:依法)?(?:统一|集中|一口|行政复议(?:机构|委员会|办公室|局))"
)
_AS_RULE = Pattern(r"(?:按照?|依照|执行|参照|对照|对标|沿用|适用)$")
_HIGHER = Pattern(r"及?以上")
_DEALING = Pattern(r"签订|签约|协作|合作|学习|考察|交流")
_FORUM = Pattern(r"[两三四]?级(?:财政|预算|配套|专项资金|资金|人大|政协|代表|委员)")
"""县级财政, 两级人大: who pays or asks, not what was reached."""
_GRADE_FOLLOWS = frozenset("级两三四")
_UPPER_HOUSE = Pattern(r"里(?!面|程|外|还|没|都|均|全|各)")
"""退回县里: the government as a giver or taker."""
_TAKEN_BY = Pattern(r"[）)]?(?:收回|收走|代管|代审|代为|兜底|审定|派驻|包联|派出|统筹)")
_LACKING = Pattern(r"没有|未|尚|还")
_HANDED_DOWN = Pattern(r"(?:承接|接收|接过)(?:了|的)?$")
_OF_POWERS = Pattern(r"级[^，。；、]{0,6}(?:赋权|下放|委托|事项|权限|职权|执法权)")
"""承接县级赋权事项: whose powers they were, not who was reached."""
_MINDS_OTHERS = Pattern(
    r"级(?:司法行政(?:部门|机关)|司法局|党委|人民政府|政府)(?:正在|负责|牵头|组织|指导|督促|协助|帮助|统筹|把关|审核)"
)
"""县级司法行政部门正在摸底: who works for others."""
_ORGAN = Pattern(r"[^，。；、]{1,8}?(?:局|委|办|厅)")
_UPWARDS = Pattern(r"级?(?:及)?以上的?(?:各级)?(?:地方)?(?:人民政府|政府|党政|机关|部门|行政|执法)")
_PLATFORM_USED = Pattern(r"平台(?:共|累计|全年|年度)?(?:受理|办理|办件|收到|接收|公布|发布|公示|归集)")
_RANKED = Pattern(r"排名|位居|位列|名列|居全|第[一二三四五六七八九十\d]{1,3}[位名]")
_OWN_GOVERNMENT = Pattern(
    r"(?<![各县市区旗、和及省])(?:[省市州盟县区旗](?:人民)?政府|盟?(?:行政公署|行署))(?:以及|[及和与、])"
)
_DEPARTMENTS_BESIDE = Pattern(
    r"[）)]?(?:(?:以及|[、和与及])(?:\d+[个家](?:部门|单位|委办局|机关|局办)|部门(?:主要)?负责)|长、部门)"
)
_DEPARTMENTS_BEFORE = Pattern(
    r"(?:(?:^|[，。；：])(?:全[市县区州旗盟镇乡])?|[市县区州旗]政府)(?P<own>(?:\d+[个家]|各|所有|全部)?(?:行政执法|执法|行政|职能|工作)?"
    r"(?:部门|单位|党政机关|机关|主体|委办局))(?:以及|[、和与及])(?:各|所有|全部|[^，。；、]{0,8}?的?\d+个)?$"
)
_ALL_DO = Pattern(
    r"[^，。；]{0,40}?(?:全部|(?<![平户人])均(?!价)|(?<![首成古宜])都(?!市)|一律|全面|实现|覆盖率|[^，。；]{0,8}100[%％])"
)
"""28个执法部门、10个乡镇全部使用: the own ones are named first, nobody before them, and all of both are meant."""
_LONGEST_BEFORE = 28
_GAP_BESIDE = 6
_OFFICES_BETWEEN = Pattern(r"(?:各|\d+[个家])[一-鿿]{0,4}(?:部门|单位|机关)(?:[、和与及]|以及)(?:各|所有|\d+[个家])?")
"""县政府、33个部门、14个乡镇: its departments stand between."""
_CLAUSE = 40
_NEAR = 12
_MARK = Pattern(r"[，。；！？、《]")
_NEXT = 5
_NAME_BETWEEN = Pattern(r"(?![^，]*[和与及的在向对等个各级所有为到是将被由把下属内建成])[一-鿿]{0,3}")
_LONGEST_NAME = 3


class RunRules:
    """The rules, with the words of section [level] of the lexicon that they need."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._weak = frozenset(lexicon.words("level", "weak"))
        self._ranks = Pattern(rf"(?:党政)?(?:主要)?(?:{alternation(lexicon, 'level', 'ranks')})")
        self._honours = Pattern(alternation(lexicon, "level", "honours"))
        self._things = Pattern(alternation(lexicon, "level", "province_things"))

    def spans(self, text: str, run: Run, view: Viewpoint) -> list[LevelSpan]:
        """The levels that a run names, each with its rule; [] where it only acts, ranks or decorates."""
        if run.units[0].quoted and not _counts_in_quotes(text, run):
            return []
        if text[run.end : run.end + 1] in _GRADE_FOLLOWS and _FORUM.match(text, run.end):
            return []
        if run.group and len(set(run.levels)) > 1:
            return _several(text, run, view)
        return self._one(text, run, view)

    def _one(self, text: str, run: Run, view: Viewpoint) -> list[LevelSpan]:
        level, word = run.levels[0], run.units[0].word
        if not run.group and word in self._weak and not _singled_out(text, run):
            return []
        if view.region and word == "区" and not run.group and _is_organ(text, run.end):
            level = view.own
        if view.above(level) or self._is_grade_of_something(text, run) or _is_zone(text, run):
            return []
        if _is_compared(text, run) or _acts(text, run) or _is_giver(text, run):
            return []
        if _UPWARDS.match(text, run.end):
            return [_span(text, run, one, "level.above") for one in view.down_from_own(level)]
        rule = "level.below" if view.below(level) else self._own(text, run, view)
        return [_span(text, run, level, rule)] if rule else []

    def _own(self, text: str, run: Run, view: Viewpoint) -> str:
        """The rule by which a word of the own level counts; "" where the government merely acts."""
        if text.endswith(_AWARDED, 0, run.start):
            return "level.award"
        if self._is_own_thing(text, run, view):
            return "level.own"
        if (
            (run.group or (view.own is not Level.PROVINCE and _is_counted(text, run)))
            and not _DEALING.search(text, run.end, run.end + _NEAR)
            and not _RANKED.search(text, max(0, run.start - _CLAUSE), run.end + _NEAR)
        ):
            return "level.peers"
        return ""

    def _is_own_thing(self, text: str, run: Run, view: Viewpoint) -> bool:
        """Whether something of the own level is meant: 市级部门, 市直, 组建市执法局, 在街道没有."""
        province = view.own is Level.PROVINCE
        if _GRADE.match(text, run.end):
            return not province or self._things.search(text, run.end, run.end + _NEXT) is not None
        if _OWN_THING.match(text, run.end) or _RECONSIDERING.match(text, run.end):
            return True
        if text.endswith("在", 0, run.start) and _LACKING.match(text, run.end):
            return True
        if province:
            return False
        return text.endswith(_SET_UP, 0, run.start) and _BODY.match(text, run.end) is not None

    def _is_grade_of_something(self, text: str, run: Run) -> bool:
        """省级示范, 副县级, 市级平台受理: the grade of an award, a rule, a post, or a platform that is used."""
        grade = _GRADE.match(text, run.end) if text.startswith("级", run.end) else None
        if not grade or _UPWARDS.match(text, run.end):
            return False
        if not run.group and (_MINDS_OTHERS.match(text, run.end) or _is_handed_down(text, run)):
            return True
        if _HIGHER.match(text, grade.end()) or _AS_RULE.search(text, max(0, run.start - 4), run.start):
            return True
        mark = _MARK.search(text, grade.end(), grade.end() + _NEAR)
        clause = text[grade.end() : mark.start() if mark else grade.end() + _NEAR]
        return bool(
            self._ranks.match(clause)
            or self._honours.search(clause)
            or text[run.start - 1 : run.start] in ("副", "正")
            or _PLATFORM_USED.search(text, grade.end(), grade.end() + _NEAR + _NEAR)
        )


def without_addresses(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs without those that only say where the next one lies (石盘乡晾甲村 names a village)."""
    if len(runs) < 2:
        return list(runs)
    kept = [run for run, following in pairwise(runs) if not _is_address(text, run, following)]
    return [*kept, *runs[-1:]]


def beside_lower(text: str, spans: Sequence[LevelSpan], view: Viewpoint) -> list[LevelSpan]:
    """The own level where its government or its departments stand beside units below it (level.beside)."""
    lower = [span for span in spans if view.below(span.level)]
    if not lower:
        return []
    found = []
    for span in sorted(lower, key=attrgetter("start")):
        if beside := _DEPARTMENTS_BESIDE.match(text, span.end):
            found.append(LevelSpan(view.own, beside.start(), beside.end(), beside.group(), "level.beside"))
        elif _ALL_DO.match(text, span.end):
            beside = _DEPARTMENTS_BEFORE.search(text, max(0, span.start - _LONGEST_BEFORE), span.start)
            if beside:
                found.append(LevelSpan(view.own, beside.start("own"), beside.end("own"), beside["own"], UNNAMED))
    if "政府" not in text and "署" not in text:
        return found
    starts = {span.start for span in lower}
    for organ in _OWN_GOVERNMENT.finditer(text):
        offices = _OFFICES_BETWEEN.match(text, organ.end())
        end = offices.end() if offices else organ.end()
        if any(place in starts for place in range(end, end + _GAP_BESIDE)):
            found.append(LevelSpan(view.own, organ.start(), organ.end(), organ.group(), "level.beside"))
    return found


def _several(text: str, run: Run, view: Viewpoint) -> list[LevelSpan]:
    """Levels side by side count when they are graded, told to act together, or reach below the own level."""
    if all(map(view.above, run.levels)):
        return []  # 市区两级公布的基准 in a township's report: its superiors
    if run.graded:
        rule = "level.graded"
    elif any(map(view.below, run.levels)) or TOGETHER.match(text, run.end):
        rule = "level.group"
    else:
        return []
    return [
        LevelSpan(level, unit.start, unit.end, unit.word, rule)
        for unit, level in zip(run.units, run.levels, strict=True)
    ]


def _span(text: str, run: Run, level: Level, rule: str) -> LevelSpan:
    return LevelSpan(level, run.start, run.end, text[run.start : run.end], rule)


def _counts_in_quotes(text: str, run: Run) -> bool:
    """Names of programmes name no level (“普法小镇”), but titles and 一村一法律顾问 do."""
    if run.graded or text.endswith(_AWARDED, 0, run.start):
        return True
    return text[run.start - 1 : run.start] == "一" and _ONE_EACH.match(text, run.end) is not None


def _singled_out(text: str, run: Run) -> bool:
    """Whether a weak word is sure to be a level here: 各州, 州直, 示范州, 州政府统一行使."""
    return (
        _EACH.search(text, max(0, run.start - 3), run.start) is not None
        or text.endswith(_AWARDED, 0, run.start)
        or _is_organ(text, run.end)
        or _RECONSIDERING.match(text, run.end) is not None
    )


def _is_counted(text: str, run: Run) -> bool:
    """31个县（市、区）, 各市: governments as a number or each of them."""
    return text.endswith(("个", "各"), 0, run.start) and bool(_PEERS.search(text, max(0, run.start - 4), run.start))


def _is_organ(text: str, end: int) -> bool:
    return bool(_GRADE.match(text, end) or _OWN_THING.match(text, end))


def _is_zone(text: str, run: Run) -> bool:
    """示范区 is a zone for trying things, except as the title of a law-based government."""
    if run.units[0].word != "区" or not text.endswith("示范", 0, run.start):
        return False
    return not _ZONE_AWARDED.search(text, max(0, run.start - _NEAR), run.start)


def _is_compared(text: str, run: Run) -> bool:
    """与县直部门相比，…: what the others are held against is not what was reached."""
    if text.find("比", run.end, run.end + _NEAR) < 0 and text.find("而言", run.end, run.end + _NEAR) < 0:
        return False
    before = _COMPARED.search(text, max(0, run.start - 4), run.start)
    return before is not None and _THAN.match(text, run.end) is not None


def _acts(text: str, run: Run) -> bool:
    """由县司法局审核…, 由县市收回: who does the work for others."""
    if text[run.start - 1 : run.start] != "由":
        return False
    return _TAKEN_BY.match(text, run.end) is not None or (not run.group and _ORGAN.match(text, run.end) is not None)


def _is_handed_down(text: str, run: Run) -> bool:
    """承接县级赋权事项: the grade of the powers that others took over."""
    return (
        _OF_POWERS.match(text, run.end) is not None
        and _HANDED_DOWN.search(text, max(0, run.start - 4), run.start) is not None
    )


def _is_giver(text: str, run: Run) -> bool:
    """退回县里, 县里派驻的: the government that gives or takes; 9个县里 are units."""
    if run.group or not text.startswith("里", run.end) or not _UPPER_HOUSE.match(text, run.end):
        return False
    return not _EACH.search(text, max(0, run.start - 3), run.start)


def _is_address(text: str, run: Run, following: Run) -> bool:
    gap = following.start - run.end
    if gap > _LONGEST_NAME:
        return False
    if text[run.end : following.start] == "的":
        return True
    if run.group or following.group or not LEVELS.index(run.levels[0]) < LEVELS.index(following.levels[0]):
        return False
    if _is_organ(text, following.end) or _EACH.search(text, max(0, run.start - 3), run.start):
        return False
    return _NAME_BETWEEN.fullmatch(text, run.end, following.start) is not None
