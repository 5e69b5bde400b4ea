"""Sums: parts and their total, 其中, remainders (C03, C04, C11)."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations

from checker.audit.found import Results, Sum, confirmed, finding
from checker.audit.spans import Span, total
from checker.audit.terms import Term, addable, number, same_kind
from checker.model import Severity, Statement

_TOTAL = re.compile(r"(?:共计|合计|总计|共|总量|总数|总共|累计共)[^，。；、]{0,12}$")
_SURE_TOTAL = re.compile(r"(?:共计|合计|总计)[^，。；、]{0,12}$|共$")
_LIKELY_TOTAL = re.compile(r"(?:共有|总共|一共)[^，。；、]{0,12}$")
_OF_WHICH = re.compile(r"(?:^|[，、；（(,;])其中|^。其中")
_LIST_GAP = re.compile(r"^[、和与及][^，。；]*$")
_COMMA_GAP = re.compile(r"^[，,、和与及][^。；]*$")
_OVERLAP = re.compile(r"同时|既是|重复|交叉|兼|并罚|并处|部分")
_REMAINS = re.compile(r"(?:现行有效|继续有效|保留|现有|剩余|尚余|尚有|仍有|余下|结余|缺编|空编)[^，。；、]{0,10}$")
_SURE_REMAINS = re.compile(r"(?:保留|剩余|尚余|余下|现行有效[^，。；、]{0,8}为)[^，。；、]{0,4}$")
_PENDING = re.compile(
    r"未办结|未结|尚在|仍在|正在[\u4e00-\u9fff]{2}|未完成|未整改|未销号|推进中|正在推进|在办|正在办理|正在审理|正在整改|尚未|待办|办理中|审理中|整改中|结转下年|转下年"
)
_DONE = re.compile(r"办结|审结|结案|调结|调成|解决|化解|销号|整改到位|完成整改|已整改|完成")
_TAKEN = re.compile(r"受理|收到|接收|新收|立案|交办|反馈|发现|梳理|转办|接到")
_CARRIED = re.compile(r"上年结转|结转上年|上年度结转|旧存|上年转入|往年|上年未结|存量")
_COMPLEMENTS = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        (r"(?<![不非])合格", "不合格"),
        ("继续有效|保留", "废止|失效"),
        ("(?<!不予)(?<!未)受理", "不予受理|未受理|未予受理"),
        ("胜诉", "败诉"),
        ("(?<![不未予])采纳", "未采纳|不采纳|不予采纳"),
        ("(?<!未)办结", "未办结|在办|正在办理"),
        ("男", "女"),
        ("一般程序|普通程序", "简易程序"),
        ("一审", "二审"),
        ("调解", "裁决"),
        ("预期性", "约束性"),
        ("城镇|城市", "农村|乡村"),
        ("初次|初信|首次", "重复"),
        ("现场", "书面"),
        ("市级|市本级|市直", "县级|县区|区县|县（市、区）"),
        ("专职", "兼职"),
        ("(?<!未)整改到位|已整改|完成整改", "正在整改|未整改|尚未整改"),
        ("(?<![不予])许可", "不予许可"),
        ("(?<!未)达标", "未达标|不达标"),
        ("国有", "民营|非公"),
        ("线上", "线下"),
        ("新增", "取消"),
    )
)
MAX_PARTS = 12


def check_sums(statement: Statement, terms: tuple[Term, ...], earlier: tuple[Term, ...]) -> Results:
    """Every total of a statement with its parts; `earlier` are the terms of the statement before it."""
    for term in terms:
        if not term.is_count or term.figure.minor:
            continue
        if _TOTAL.search(term.left):
            yield from _after_parts(statement, term, terms, earlier)
        elif _REMAINS.search(term.left):
            yield from _remainder(statement, term, terms)
        yield from _of_which(statement, term, terms)
    yield from _pending(statement, terms)


def _more_follow(rest: Term, done: Term, taken: list[Term], terms: tuple[Term, ...]) -> bool:
    """Whether further groups behind it make up the whole: 已解决176件、正在解决132件、列入计划33件."""
    group = [done, rest]
    for term in terms[rest.index + 1 : rest.index + MAX_PARTS]:
        if term.unit != rest.unit or term.sentence != rest.sentence or not term.is_count:
            break
        group.append(term)
        if any(_spans(group).meets(base.span) for base in taken):
            return True
    return False


def _is_intake(term: Term, done: Term) -> bool:
    return bool(_TAKEN.search(term.left)) or (term.index == done.index - 1 and term.value >= done.value)


def _spans(parts: tuple[Term, ...] | list[Term]) -> Span:
    return total([term.span for term in parts])


def _value(parts: tuple[Term, ...] | list[Term]) -> Fraction:
    return sum((term.value for term in parts), Fraction(0))


def _plus(parts: tuple[Term, ...] | list[Term]) -> str:
    return "+".join(map(number, parts))


def _after_parts(statement: Statement, whole: Term, terms: tuple[Term, ...], earlier: tuple[Term, ...]) -> Results:
    """A total behind its parts: 新增46项、取消31项、变更127项，共计204项."""
    run = _run_before(whole, terms)
    for size in range(len(run), 1, -1):
        if _spans(run[-size:]).meets(whole.span):
            yield confirmed("C11", statement, float(whole.value), _plus(run[-size:]))
            return
    mixed = _mixed_run(whole, terms)
    if len(mixed) > 1 and _spans(mixed).meets(whole.span):
        yield confirmed("C11", statement, float(whole.value), _plus(mixed))
        return
    pair = _pair_across(whole, terms, earlier)
    if pair:
        yield confirmed("C11", statement, float(whole.value), _plus(pair))
        return
    if len(run) > 1 and _is_plain_list(run, whole, terms) and not _some_subset(run, whole):
        expected = float(_value(run))
        computed = Sum(float(whole.value), expected, _plus(run))
        message = f"合计写{whole.figure.text}，各项相加为{expected:.10g}"
        yield finding("C11", Severity.ERROR, statement, message, computed, "核对各分项和合计数")


def _run_before(whole: Term, terms: tuple[Term, ...]) -> list[Term]:
    """The counts of the total's unit right in front of it, in its sentence, in order."""
    run: list[Term] = []
    gap = _lead(whole, terms)
    for term in reversed(terms[: whole.index]):
        if term.figure.minor and term.index == whole.index - 1:
            continue
        if not addable(term, whole) or not term.is_count or "。" in gap or len(run) == MAX_PARTS:
            break
        if term.figure.role == "previous":
            break
        run.append(term)
        gap = term.gap
    return run[::-1]


def _lead(whole: Term, terms: tuple[Term, ...]) -> str:
    """The words between a total and its last part, a pointer back skipped: 下放17项，两项合计29项."""
    pointer = terms[whole.index - 1] if whole.index else None
    return pointer.gap if pointer and pointer.figure.minor else whole.gap


def _mixed_run(whole: Term, terms: tuple[Term, ...]) -> list[Term]:
    """Counts of one other unit in the same clause: 7个县区和38个部门的负责人共45名."""
    run: list[Term] = []
    for term in reversed(terms[: whole.index]):
        if term.sentence != whole.sentence or not term.is_count or (run and term.unit != run[0].unit):
            break
        run.append(term)
        if "，" in term.gap or "," in term.gap:
            break
    return run[::-1]


def _pair_across(whole: Term, terms: tuple[Term, ...], earlier: tuple[Term, ...]) -> tuple[Term, ...]:
    """One addend in the statement before, one in this: 人民调解、行政调解总量约5.03万件."""
    if not re.search(r"[、和与及]", whole.left):
        return ()
    here = [term for term in terms[: whole.index] if term.unit == whole.unit and term.is_count]
    there = [term for term in earlier[:MAX_PARTS] if term.unit == whole.unit and term.is_count]
    return next(((one, other) for other in here for one in there if _spans((one, other)).meets(whole.span)), ())


def _is_plain_list(run: list[Term], whole: Term, terms: tuple[Term, ...]) -> bool:
    """Whether the counts are one list that ends in the total, with nothing between that could be outside it."""
    gaps = [*(term.gap for term in run[1:]), _lead(whole, terms)]
    if any(not _COMMA_GAP.match(gap) or _OVERLAP.search(gap) or "其中" in gap for gap in gaps):
        return False
    if not all(term.plain for term in (*run, whole)):
        return False
    listed = any(_LIST_GAP.match(gap) for gap in gaps[:-1])
    near = abs(_value(run) - whole.value) * 3 <= whole.value
    likely = _LIKELY_TOTAL.search(whole.left) or _of_one_thing(run, whole)
    return bool(_SURE_TOTAL.search(whole.left)) or bool(listed and near and likely)


def _of_one_thing(run: list[Term], whole: Term) -> bool:
    """Whether the total names what every part names: 提交报告42份、提交报告86份，共收到报告138份."""
    name = whole.left.rpartition("共")[2][-2:]
    return len(name) == 2 and all(name in term.label for term in run)


def _some_subset(run: list[Term], whole: Term) -> bool:
    """Whether some of the counts in front give the total: 新收110件，旧存12件，办结105件，共计122件."""
    near = run[-6:]
    sizes = range(2, len(near) + 1)
    return any(_spans(chosen).meets(whole.span) for size in sizes for chosen in combinations(near, size))


def _of_which(statement: Statement, whole: Term, terms: tuple[Term, ...]) -> Results:
    """A total in front of its parts: 共梳理1,046件，其中有效871件、拟修改92件、废止83件."""
    following = terms[whole.index + 1 :]
    if not following:
        return
    marked = bool(_OF_WHICH.search(following[0].gap)) and "。" not in following[0].gap[1:]
    parts = _parts_after(following, whole)
    if not parts or not (marked or _complementary(parts)):
        return
    strict = [parts[0]]
    for term in parts[1:]:
        if not _LIST_GAP.match(term.gap):
            break
        strict.append(term)
    for run in (strict, *(parts[:n] for n in range(2, len(parts) + 1))):
        if len(run) > 1 and _spans(run).meets(whole.span):
            yield confirmed("C11", statement, float(whole.value), _plus(run))
            return
    yield from _unequal(statement, whole, strict if marked else parts, marked, terms)


def _parts_after(following: tuple[Term, ...], whole: Term) -> list[Term]:
    parts: list[Term] = []
    for term in following[:MAX_PARTS]:
        joined = _COMMA_GAP.match(term.gap) or (not parts and _OF_WHICH.search(term.gap))
        if not term.is_count or not same_kind(term, whole) or not joined or term.figure.role == "previous":
            break
        parts.append(term)
    return parts


def _complementary(parts: list[Term]) -> bool:
    """Whether two of the parts exclude each other and leave no third (合格 and 不合格)."""
    labels = [term.left for term in parts]
    for one, other in _COMPLEMENTS:
        sides = {(bool(one.search(label)), bool(other.search(label))) for label in labels}
        if {(True, False), (False, True)} <= sides:
            return True
    return False


def _unequal(statement: Statement, whole: Term, parts: list[Term], marked: bool, terms: tuple[Term, ...]) -> Results:
    summed = _spans(parts)
    biggest = max(parts, key=lambda term: term.value)
    if not all(term.plain for term in (*parts, whole)) or _OVERLAP.search(_rest_of_sentence(statement, parts[0])):
        return
    larger = [term for term in terms[: whole.index] if term.unit == whole.unit and term.value >= biggest.value]
    if any(term.sentence == whole.sentence for term in larger):
        return  # 受理41件，审结33件，2件结转，其中调解11件: 其中 speaks of an earlier count
    if marked and biggest.unit == whole.unit and biggest.value > whole.value:
        computed = Sum(float(biggest.value), float(whole.value), f"{number(biggest)}<={number(whole)}")
        message = f"其中一项{biggest.figure.text}大于总数{whole.figure.text}"
        yield finding("C03", Severity.ERROR, statement, message, computed, "核对总数和该项")
        return
    if len(parts) < 2 or any(term.unit != whole.unit for term in parts):
        return
    computed = Sum(float(whole.value), float(_value(parts)), _plus(parts))
    exhaustive = _complementary(parts) and (whole.value - summed.low) * 4 <= whole.value
    if marked and (exhaustive or summed.low > whole.span.high or _closed(parts, whole, summed)):
        message = f"总数写{whole.figure.text}，所列各项相加为{float(_value(parts)):.10g}"
        yield finding("C11", Severity.ERROR, statement, message, computed, "核对各分项和总数")
    elif _complementary(parts) and abs(summed.low - whole.value) * 10 <= whole.value:
        message = f"总数写{whole.figure.text}，所列各项相加为{float(_value(parts)):.10g}：是否另有未列的类别"
        yield finding("C11", Severity.QUESTION, statement, message, computed, "各分项是否列全")
    elif len(parts) > 2 and 0 < whole.value - summed.low <= whole.value / 10:
        message = f"所列各项相加为{float(_value(parts)):.10g}，与总数{whole.figure.text}相近而不等：是否列全"
        yield finding("C11", Severity.QUESTION, statement, message, computed, "其余项目是什么")


def _closed(parts: list[Term], whole: Term, summed: Span) -> bool:
    """Whether the parts are told to be all: 其他 closes the list, or one digit of a long number is off."""
    if re.search(r"其他|其余|其它", parts[-1].left):
        return True
    names = [term.left[-2:] for term in parts]
    if len(set(names)) == len(parts) and all(len(name) == 2 and name in whole.left for name in names):
        return True  # 建议和提案共52件，其中建议31件、提案21件
    one, other = str(int(whole.value)), str(int(summed.low))
    off = [i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or len(one) < 4:
        return False
    swapped = len(off) == 2 and off[1] == off[0] + 1 and one[off[0]] == other[off[1]] and one[off[1]] == other[off[0]]
    return len(off) == 1 or swapped


def _rest_of_sentence(statement: Statement, term: Term) -> str:
    """The sentence from the words in front of a term on."""
    start = term.figure.start - len(term.gap)
    return re.split(r"[。；;]", statement.quote[start : start + 400].lstrip("。；;"))[0]


def _remainder(statement: Statement, rest: Term, terms: tuple[Term, ...]) -> Results:
    """What is left after some were taken away: 对27件规章…修改3件、废止2件，现行有效规章为25件."""
    earlier = [term for term in terms[: rest.index] if term.unit == rest.unit and term.is_count]
    if len(earlier) < 2 or any(term.sentence != rest.sentence for term in earlier):
        return
    whole, parts = earlier[0], earlier[1:][-6:]
    if whole.value < rest.value or any(term.value > whole.value for term in parts):
        return
    for size in range(1, len(parts) + 1):
        for chosen in combinations(parts, size):
            if whole.span.minus(_spans(chosen)).meets(rest.span):
                yield confirmed("C11", statement, float(rest.value), f"{number(whole)}-{'-'.join(map(number, chosen))}")
                return
    if _SURE_REMAINS.search(rest.left) and whole.span.exact and rest.span.exact:
        away = [term for term in parts if not re.search(r"修改|修订|保留", term.left)] or parts
        expected = float(whole.value - _value(away))
        computed = Sum(float(rest.value), expected, f"{number(whole)}-{'-'.join(map(number, away))}")
        message = f"余数写{rest.figure.text}，按{computed.formula}应为{expected:.10g}"
        yield finding("C11", Severity.ERROR, statement, message, computed, "核对总数、减少数和余数")


def _pending(statement: Statement, terms: tuple[Term, ...]) -> Results:
    """What is open is what came in less what was finished: 受理93件，办结71件，在办22件 (C04)."""
    for term in terms:
        if not term.is_count or not _PENDING.search(term.label) or _CARRIED.search(term.label):
            continue
        here = [other for other in terms[: term.index] if other.unit == term.unit and other.sentence == term.sentence]
        done = next((other for other in reversed(here) if _DONE.search(other.left)), None)
        taken = [other for other in here if done and other.index < done.index and _is_intake(other, done)]
        if done is None or not taken:
            continue
        carried = [other for other in here if _CARRIED.search(other.left)]
        bases = [(other,) for other in taken] + [
            (other, *carried) for other in taken if carried and other not in carried
        ]
        hit = next((base for base in bases if _spans(base).minus(done.span).meets(term.span)), None)
        if hit is None and _more_follow(term, done, taken, terms):
            continue
        formula = f"{_plus(hit or (taken[-1],))}-{number(done)}"
        if hit:
            yield confirmed("C04", statement, float(term.value), formula)
        elif not carried and not _CARRIED.search(statement.quote):
            expected = float(taken[-1].value - done.value)
            message = f"未结数写{term.figure.text}，按{formula}应为{expected:.10g}"
            computed = Sum(float(term.value), expected, formula)
            yield finding("C04", Severity.ERROR, statement, message, computed, "核对受理、办结和在办数")
