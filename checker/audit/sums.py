"""A total behind its parts: 新增46项、取消31项、变更127项，共计204项 (C11)."""

from __future__ import annotations

from itertools import combinations

from checker.audit.found import Results, Sum, confirmed, finding
from checker.audit.spans import apart
from checker.audit.terms import JOINED, LISTED, MAX_PARTS, OVERLAPPING, TOTAL, Term, addable, plus, sum_of, together
from checker.model import Severity, Statement
from checker.patterns import Pattern

_SURE_TOTAL = Pattern(r"(?:共计|合计|总计)[^，。；、]{0,12}$|共$|(?:组成|构成)的")
_POINTER = Pattern(r"([两二三四五六]|[2-6])[项类批级者期轮次年种部][^，。；、]{0,4}(?:累计|合计|共计|总计|共)")
_TOTAL = Pattern(rf"{TOTAL.source}|累计[^，。；、]{{0,8}}$", needs="共总合成计")
_RUNNING = Pattern(r"累计(?!.*共)")
_SUMMED = Pattern(r"[^，。；、]{0,4}(?:累计|合计|共计|总计|共)")
_NUMERALS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_LIKELY_TOTAL = Pattern(r"(?:共有|总共|一共)[^，。；、]{0,12}$")


def check_sums(statement: Statement, terms: tuple[Term, ...], earlier: tuple[Term, ...]) -> Results:
    """Every total of a statement behind its parts; `earlier` are the terms of the statement before it."""
    for term in terms:
        if term.is_count and (_TOTAL.search(term.left) or _pointed(term, terms, earlier)):
            yield from _after_parts(statement, term, terms, earlier)


def _after_parts(statement: Statement, whole: Term, terms: tuple[Term, ...], earlier: tuple[Term, ...]) -> Results:
    """A total behind its parts: 新增46项、取消31项、变更127项，共计204项."""
    run = _pointed(whole, terms, earlier) or _run_before(whole, terms)
    for size in range(len(run), 1, -1):
        if together(run[-size:]).meets(whole.span):
            yield confirmed("C11", statement, float(whole.value), plus(run[-size:]))
            return
    mixed = _mixed_run(whole, terms)
    if len(mixed) > 1 and together(mixed).meets(whole.span):
        yield confirmed("C11", statement, float(whole.value), plus(mixed))
        return
    pair = _pair_across(whole, terms, earlier)
    if pair:
        yield confirmed("C11", statement, float(whole.value), plus(pair))
        return
    if len(run) > 1 and _is_plain_list(run, whole, terms) and not _some_subset(run, whole):
        expected = float(sum_of(run))
        computed = Sum(float(whole.value), expected, plus(run))
        message = f"合计写{whole.figure.text}，各项相加为{expected:.10g}"
        yield finding("C11", Severity.ERROR, statement, message, computed, "核对各分项和合计数")


def _pointed(whole: Term, terms: tuple[Term, ...], earlier: tuple[Term, ...]) -> list[Term]:
    """The parts that a pointer back counts, in an earlier sentence too: 首批68项，第二批37项。两批累计107项."""
    start, lead = whole.place, whole.left
    if "计" not in lead and "共" not in lead:
        return []
    if start and terms[start - 1].value <= MAX_PARTS and _SUMMED.match(lead):
        start, lead = start - 1, f"{terms[start - 1].figure.text}{lead}"  # the pointer is itself read as a figure
    pointer = _POINTER.search(lead)
    if pointer is None:
        return []
    wanted = _NUMERALS.get(pointer.group(1)) or int(pointer.group(1))
    told = [term for term in (*earlier, *terms[:start]) if term.is_count and term.unit == whole.unit]
    return told[-wanted:] if len(told) >= wanted else []


def _run_before(whole: Term, terms: tuple[Term, ...]) -> list[Term]:
    """The counts of the total's unit right in front of it, in its sentence, in order."""
    run: list[Term] = []
    gap = _lead(whole, terms)
    for term in reversed(terms[: whole.place]):
        if term.figure.minor and term.place == whole.place - 1:
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
    pointer = terms[whole.place - 1] if whole.place else None
    return pointer.gap if pointer and pointer.figure.minor else whole.gap


def _mixed_run(whole: Term, terms: tuple[Term, ...]) -> list[Term]:
    """Counts of one other unit in the same clause: 7个县区和38个部门的负责人共45名."""
    run: list[Term] = []
    for term in reversed(terms[: whole.place]):
        if term.sentence != whole.sentence or not term.is_count or (run and term.unit != run[0].unit):
            break
        run.append(term)
        if "，" in term.gap or "," in term.gap:
            break
    return run[::-1]


def _pair_across(whole: Term, terms: tuple[Term, ...], earlier: tuple[Term, ...]) -> tuple[Term, ...]:
    """One addend in the statement before, one in this: 人民调解、行政调解总量约5.03万件."""
    if not any(mark in whole.left for mark in "、和与及"):
        return ()
    here = [term for term in terms[: whole.place] if term.unit == whole.unit and term.is_count]
    there = [term for term in earlier[:MAX_PARTS] if term.unit == whole.unit and term.is_count]
    return next(((one, other) for other in here for one in there if together((one, other)).meets(whole.span)), ())


def _is_plain_list(run: list[Term], whole: Term, terms: tuple[Term, ...]) -> bool:
    """Whether the counts are one list that ends in the total, with nothing between that could be outside it."""
    if any(term not in terms for term in run):
        return all(term.plain for term in (*run, whole))
    gaps = [*(term.gap for term in run[1:]), _lead(whole, terms)]
    if any(not JOINED.match(gap) or OVERLAPPING.search(gap) or "其中" in gap for gap in gaps):
        return False
    if not all(term.plain for term in (*run, whole)):
        return False
    listed = any(LISTED.match(gap) for gap in gaps[:-1])
    near = apart(sum_of(run), whole.value) * 3 <= whole.value
    likely = _LIKELY_TOTAL.search(whole.left) or _of_one_thing(run, whole)
    if _RUNNING.search(whole.left) and not whole.left.endswith("累计") and sum_of(run) < whole.value:
        return False  # a running total may hold former years
    if _SURE_TOTAL.search(whole.left) or (near and (listed or _of_one_thing(run, whole)) and likely):
        return True
    return (listed or len(run) > 2) and apart(sum_of(run), whole.value) * 6 <= whole.value


def _of_one_thing(run: list[Term], whole: Term) -> bool:
    """Whether the total names what every part names: 提交报告42份、提交报告86份，共收到报告138份."""
    name = whole.left.rpartition("共")[2][-2:]
    return len(name) == 2 and all(name in term.label for term in run)


def _some_subset(run: list[Term], whole: Term) -> bool:
    """Whether some of the counts in front give the total: 新收110件，旧存12件，办结105件，共计122件."""
    near = run[-6:]
    sizes = range(2, len(near) + 1)
    return any(together(chosen).meets(whole.span) for size in sizes for chosen in combinations(near, size))
