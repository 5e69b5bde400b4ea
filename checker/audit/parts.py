"""A total in front of its parts: 共梳理1,046件，其中有效871件、拟修改92件、废止83件 (C03, C11)."""

from __future__ import annotations

from functools import lru_cache

from checker.audit.found import Results, Sum, confirmed, finding
from checker.audit.spans import Span, apart
from checker.audit.terms import JOINED, LISTED, MAX_PARTS, OVERLAPPING, Term, number, plus, same_kind, sum_of, together
from checker.model import Severity, Statement
from checker.patterns import Pattern

_OF_WHICH = Pattern(r"(?:^|[，、；（(,;])其中|^。其中", needs=("其中",))
_COMPLEMENTS = tuple(
    (Pattern(one), tuple(others.split("|")))
    for one, others in (
        (r"(?<![不非])合格", "不合格"),
        ("继续有效|保留", "废止|失效|取消"),
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

_INTAKE = Pattern(r"受理|收到|接到|接收|收案|新收|立案|登记|申请|办理|处理|应诉|发生|接待")
_OTHERS = Pattern(r"其他|其余|其它")
_SENTENCE_END = Pattern(r"[。；;]")
_OPEN = Pattern(r"未|在|正|待|现|剩|余")
"""Words of cases still open and of what is left, which the check of remainders computes with."""


def check_parts(statement: Statement, terms: tuple[Term, ...]) -> Results:
    """Every total of a statement in front of its parts."""
    for term in terms:
        parts = _parts_after(terms[term.place + 1 :], term) if term.is_count else []
        if parts:
            yield from _parts_of(statement, term, parts, terms)


def _parts_of(statement: Statement, whole: Term, parts: list[Term], terms: tuple[Term, ...]) -> Results:
    marked = bool(_OF_WHICH.search(parts[0].gap)) and "。" not in parts[0].gap[1:]
    if not (marked or _complementary(parts) or _is_whole_list(statement, parts, terms) or _named_in(whole, parts)):
        return
    strict = [parts[0]]
    for term in parts[1:]:
        if not LISTED.match(term.gap):
            break
        strict.append(term)
    for run in (strict, *(parts[:n] for n in range(2, len(parts) + 1))):
        if len(run) > 1 and together(run).meets(whole.span):
            yield confirmed("C11", statement, float(whole.value), plus(run))
            return
    told_apart = len(strict) == 1 and (_complementary(parts) or len(parts) > 1)
    yield from _unequal(statement, whole, strict if marked and not told_apart else parts, marked, terms)


def _is_whole_list(statement: Statement, parts: list[Term], terms: tuple[Term, ...], marked: bool = False) -> bool:
    """Whether three parts or more fill the rest of the sentence: 收到238条，转办151条、直接查处74条、不予受理13条."""
    if len(parts) < 3:
        return False
    last = parts[-1]
    tail = statement.quote[last.figure.end : last.figure.end + 12]
    ends = len(terms) == last.place + 1 or terms[last.place + 1].sentence != last.sentence
    listed = any(term.gap.startswith("、") for term in parts[1:])
    return ends and (listed or marked) and not tail.startswith("等")


def _named_in(whole: Term, parts: list[Term]) -> bool:
    """Whether the total names each of its parts in other order or one by one: 涉外与国内公证595件."""
    if len(parts) < 2:
        return False
    names = {term.left.strip("，、其中为") for term in parts}
    return len(names) == len(parts) and all(len(name) > 2 and name in whole.left for name in names)


def _slip(one: int, other: int) -> bool:
    """Whether two numbers differ as a slip of the pen has it: in one digit, or by two neighbours swapped."""
    a, b = str(one), str(other)
    if len(a) != len(b):
        return False
    off = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(off) == 1 or (
        len(off) == 2 and off[1] == off[0] + 1 and a[off[0]] == b[off[1]] and a[off[1]] == b[off[0]]
    )


def _parts_after(following: tuple[Term, ...], whole: Term) -> list[Term]:
    parts: list[Term] = []
    for term in following[:MAX_PARTS]:
        if not term.is_count or not same_kind(term, whole) or term.figure.role == "previous":
            break
        if not JOINED.match(term.gap) and (parts or not _OF_WHICH.search(term.gap)):
            break
        parts.append(term)
    return parts


def _complementary(parts: list[Term]) -> bool:
    """Whether two of the parts exclude each other and leave no third (合格 and 不合格)."""
    labels = tuple(term.left for term in parts)
    return len(labels) > 1 and _exclude(labels)


@lru_cache(maxsize=512)  # asked three times of one list
def _exclude(labels: tuple[str, ...]) -> bool:
    told = "\n".join(labels)
    for one, words in _COMPLEMENTS:
        if not any(word in told for word in words):
            continue
        others = {label for label in labels if any(word in label for word in words)}
        ones = {label for label in labels if one.search(label)}
        if ones - others and others - ones:
            return True
    return False


def _unequal(statement: Statement, whole: Term, parts: list[Term], marked: bool, terms: tuple[Term, ...]) -> Results:
    summed = together(parts)
    biggest = max(parts, key=lambda term: term.value)
    if not all(term.plain for term in (*parts, whole)) or OVERLAPPING.search(_rest_of_sentence(statement, parts[0])):
        return
    larger = [term for term in terms[: whole.place] if term.unit == whole.unit and term.value >= biggest.value]
    if any(term.sentence == whole.sentence for term in larger):
        return  # 受理41件，审结33件，2件结转，其中调解11件: 其中 speaks of an earlier count
    if marked and biggest.unit == whole.unit and biggest.value > whole.value:
        computed = Sum(float(biggest.value), float(whole.value), f"{number(biggest)}<={number(whole)}")
        message = f"其中一项{biggest.figure.text}大于总数{whole.figure.text}"
        yield finding("C03", Severity.ERROR, statement, message, computed, "核对总数和该项")
        return
    if len(parts) < 2 or any(term.unit != whole.unit for term in parts):
        return
    computed = Sum(float(whole.value), float(sum_of(parts)), plus(parts))
    message = f"总数写{whole.figure.text}，所列各项相加为{float(sum_of(parts)):.10g}"
    if _must_agree(statement, whole, parts, marked, terms):
        yield finding("C11", Severity.ERROR, statement, message, computed, "核对各分项和总数")
    elif _complementary(parts) and apart(summed.low, whole.value) * 10 <= whole.value:
        yield finding("C11", Severity.QUESTION, statement, f"{message}：是否另有未列的类别", computed, "各分项是否列全")
    elif len(parts) > 2 and 0 < (whole.value - summed.low) * 10 <= whole.value:
        message = f"所列各项相加为{float(sum_of(parts)):.10g}，与总数{whole.figure.text}相近而不等：是否列全"
        yield finding("C11", Severity.QUESTION, statement, message, computed, "其余项目是什么")


def _must_agree(statement: Statement, whole: Term, parts: list[Term], marked: bool, terms: tuple[Term, ...]) -> bool:
    """Whether the parts are told to be all of the whole, so that another sum is an error."""
    summed = together(parts)
    near = apart(summed.low, whole.value) * 7 <= whole.value
    if near and _named_in(whole, parts):
        return True
    slip = near and _slip(int(whole.value), int(summed.low))
    if summed.low < whole.value and not marked and _INTAKE.search(whole.left):
        return False  # the rest may still be open
    if marked:
        exhaustive = _complementary(parts) and (whole.value - summed.low) * 4 <= whole.value
        if any(not LISTED.match(term.gap) for term in parts[1:]):
            whole_list = _is_whole_list(statement, parts, terms, marked=True)
            told_all = whole_list and (slip or summed.low > whole.span.high)
            return near and (exhaustive or told_all or _closed(parts, whole, summed))
        return exhaustive or summed.low > whole.span.high or _closed(parts, whole, summed)
    if _complementary(parts) and slip and not _OPEN.search(parts[-1].left):
        return True
    return near and _is_whole_list(statement, parts, terms) and (slip or summed.low > whole.span.high)


def _closed(parts: list[Term], whole: Term, summed: Span) -> bool:
    """Whether the parts are told to be all: 其他 closes the list, or one digit of a long number is off."""
    if _OTHERS.search(parts[-1].left):
        return True
    names = [term.left[-2:] for term in parts]
    if len(set(names)) == len(parts) and all(len(name) == 2 and name in whole.left for name in names):
        return True  # 建议和提案共52件，其中建议31件、提案21件
    return whole.value >= 1000 and _slip(int(whole.value), int(summed.low))


def _rest_of_sentence(statement: Statement, term: Term) -> str:
    """The sentence from the words in front of a term on."""
    start = term.figure.start - len(term.gap)
    return _SENTENCE_END.split(statement.quote[start : start + 400].lstrip("。；;"), maxsplit=1)[0]
