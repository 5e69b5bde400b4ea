"""Claims against claims of the same report (C21, C22, C24, C26 to C29, C31 to C33)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.audit.found import Results, Sum, finding
from checker.audit.terms import Term, Told, number
from checker.model import Level, Severity, Stance, Statement
from checker.patterns import Pattern

_EQUIPMENT = ("装备", "设备", "设施", "记录仪")
_EQUIPPED = ("配发", "配备", "配齐", "配置", "购置", "发放", "更新")
_COMPLETE = Pattern(
    r"全覆盖|全部|全面(?:完成|实现|落实|建立|推行|覆盖)|均已|实现覆盖", needs=("全", "均已", "实现覆盖")
)
_STILL_TO_DO = Pattern(r"完成|实现|全覆盖|全面覆盖|100%|建立健全|尽快|补齐|全部")
_GOES_ON = Pattern(r"持续|深化|巩固|提升|继续")
_STAGE = Pattern(
    r"初步(?:建立|构建|形成|建成)|逐步(?:实现|建立|推开)|加快启动|(?:已)?进入[^，。；]{0,14}阶段|基本形成|探索建立",
    needs=("初步", "逐步", "加快启动", "阶段", "基本形成", "探索建立"),
)
_PILOT = Pattern(r"(?<!”)试点(?!城市|市|县|区|地区|示范|省)", needs=("试点",))
_SUPERLATIVE = Pattern(
    r"(?:全国|全省|全市|全区|国内|西北|西部)(?:率先|领先|首个|首家|首创|唯一)|率先在全|(?:全国|全省|全市)(?:提升)?最(?:快|好|高)|"
    r"居(?:全国|全省|全市)(?:第一|首位|前列)",
    needs=("先", "首", "唯一", "最", "第一", "前列"),
)
_ORDER = (
    Pattern(r"及时受理率", needs=("受理率",)),
    Pattern(r"按期(?:办结|答复)率|办结率", needs="率"),
    Pattern(r"满意率", needs=("满意率",)),
)
_PLAN_OF_LAWS = Pattern(r"立法(?:工作)?计划|规章(?:制定|立法)计划", needs=("计划",))
_TOWN_POWER = ("赋权", "下放", "承接", "综合执法", "执法队伍")


def check_claims(told: Sequence[Told]) -> Results:
    """Every claim that another statement of the report weakens, or that says less than it seems to."""
    achieved = [each for each in told if each.statement.stance is Stance.ACHIEVED]
    claims = [each.statement for each in achieved]
    shortfalls = [s for s, _ in told if s.stance is Stance.SHORTFALL]
    planned = [s for s, _ in told if s.stance is Stance.PLANNED]
    yield from _equipment(claims, shortfalls)
    for claim, terms in achieved:
        if claim.obligations:
            if _COMPLETE.search(claim.quote):
                yield from _gap_admitted(claim, shortfalls)
                yield from _still_planned(claim, planned)
            yield from _stage(claim)
        if terms:
            yield from _satisfaction(claim, terms)
        yield from _town_power(claim)
    yield from _superlatives(claims)
    yield from _plan_size(told, claims)


def _says(statement: Statement, words: tuple[str, ...]) -> bool:
    return any(word in statement.quote for word in words)


def _equipment(achieved: list[Statement], shortfalls: list[Statement]) -> Results:
    """C24: equipment handed out here, equipment short there."""
    gap = next((s for s in shortfalls if _says(s, _EQUIPMENT)), None)
    if gap is None:
        return
    claim = next((s for s in achieved if _says(s, _EQUIPMENT) and _says(s, _EQUIPPED)), None)
    if claim:
        message = f"说已配备装备，又自认装备不足（第{gap.line}行）：只能算部分"
        yield finding("C24", Severity.WARNING, claim, message, wants="装备应配数、已配数")


def _shared(claim: Statement, other: Statement) -> str:
    """The first obligation that two statements share on a level that both may speak of; "" where there is none."""
    name = next((name for name in claim.obligations if name in other.obligations), "")
    levels = set(claim.levels) if name else set()
    return name if not levels or not other.levels or levels.intersection(other.levels) else ""


def _gap_admitted(claim: Statement, shortfalls: list[Statement]) -> Results:
    """C26: all of it done here, a gap on the same obligation and level there."""
    for gap in shortfalls:
        shared = _shared(claim, gap)
        if shared:
            message = f"“{shared}”说已全面做到，又自认有缺口（第{gap.line}行）：以缺口为准"
            yield finding("C26", Severity.WARNING, claim, message, wants="按层级列出已做到和未做到的单位")
            return


def _still_planned(claim: Statement, planned: list[Statement]) -> Results:
    """C27: complete here, still to be completed in the plan; 持续深化 is routine and no contradiction."""
    for plan in planned:
        shared = _shared(claim, plan)
        if shared and _STILL_TO_DO.search(plan.quote) and not _GOES_ON.search(plan.quote):
            message = f"“{shared}”说已全面做到，下一步又列为待完成（第{plan.line}行）"
            yield finding("C27", Severity.WARNING, claim, message, wants="尚未完成的单位名单")
            return


def _stage(claim: Statement) -> Results:
    """C28, C29: words of a stage, and pilots, are no completion."""
    stage, pilot = _STAGE.search(claim.quote), _PILOT.search(claim.quote)
    if stage:
        message = f"“{stage.group()}”是进度，不是完成"
        yield finding("C28", Severity.WARNING, claim, message, wants="完成的文件或日期")
    if pilot:
        yield finding("C29", Severity.WARNING, claim, "试点不等于全面覆盖", wants="试点单位数和应覆盖单位数")


def _satisfaction(claim: Statement, terms: tuple[Term, ...]) -> Results:
    """C32, C33: a rate of 100 per cent asks for its sample; handled in time, then settled, then satisfied."""
    rates = [term for term in terms if term.is_rate]
    if "满意" in claim.quote and any("满意" in term.left and term.value == 100 for term in rates):
        yield finding("C32", Severity.QUESTION, claim, "满意率100%没有写样本", wants="调查的样本数、方式和日期")
    for above, below in pairwise(_in_order(rates) if len(rates) > 1 else ()):
        if below.value > above.value and below.sentence == above.sentence:
            computed = Sum(float(below.value), None, f"{number(above)}>={number(below)}")
            message = f"{below.left.strip('，、')}高于{above.left.strip('，、')}，基数是否相同"
            yield finding("C33", Severity.QUESTION, claim, message, computed, "各比率的基数")


def _in_order(rates: list[Term]) -> Iterator[Term]:
    """The first rate of each step 及时受理, 按期办结, 满意."""
    for pattern in _ORDER:
        term = next((term for term in rates if pattern.search(term.left)), None)
        if term:
            yield term


def _town_power(claim: Statement) -> Results:
    """C22: enforcement by townships told without matters, bodies, people or cases."""
    if claim.reaches and not claim.figures and Level.TOWNSHIP in claim.levels and _says(claim, _TOWN_POWER):
        message = "乡镇（街道）执法没有事项、机构、人员或案件数"
        yield finding("C22", Severity.WARNING, claim, message, wants="赋权事项数、执法人员数、办案数")


def _superlatives(achieved: list[Statement]) -> Results:
    """C31: rank and repute carry no weight; said once for the report."""
    boasts = [s for s in achieved if _SUPERLATIVE.search(s.quote)]
    if boasts:
        words = "、".join(dict.fromkeys(m.group() for s in boasts for m in _SUPERLATIVE.finditer(s.quote)))
        message = f"有{len(boasts)}处用了{words}：评价用语不作佐证"
        yield finding("C31", Severity.WARNING, boasts[0], message, wants="排名的发布单位和日期")


def _plan_size(told: Sequence[Told], achieved: list[Statement]) -> Results:
    """C21: a legislative plan is told of and its size is not."""
    plan = next((s for s in achieved if _PLAN_OF_LAWS.search(s.quote)), None)
    if plan and not any(term.is_count and "计划" in term.label for _, terms in told for term in terms):
        message = "写了立法计划，没有写计划件数，完成率无从计算"
        yield finding("C21", Severity.QUESTION, plan, message, wants="计划件数、提请件数、公布件数")
