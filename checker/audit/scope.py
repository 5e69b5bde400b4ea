"""Whose figures, and of how many (C16, C17, C18, C42, C44)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checker.audit.found import Results, Sum, about, confirmed, finding
from checker.audit.spans import Exact
from checker.audit.terms import Term, Told, number
from checker.model import Level, Report, Severity, Stance, Statement
from checker.patterns import Pattern

_NATION = Pattern(r"(?<!在)全国(?!.{0,10}(?:示范|称号|试点|先进|首|文明|第))", needs=("全国",))
_PROVINCE = Pattern(
    r"(?<!在)全省(?!.{0,10}(?:示范|称号|试点|先进|首|率先|第|前列))|省[^市，。；]{0,20}平台", needs="省"
)
_HIGHER = {Level.PROVINCE: (_NATION,)}
_BODIES = Pattern(
    r"(?:市直|市级|区级|县级|行政执法)?(部门|县区|区县|县（市、区）|县|区|旗县|乡镇|镇街|街镇|街道|单位|村（社区）|行政村)"
)
_NOUNS = {
    "区县": "县区",
    "县（市、区）": "县区",
    "旗县": "县区",
    "镇街": "乡镇",
    "街镇": "乡镇",
    "行政村": "村（社区）",
}
_DONE = Pattern(r"完成|实现|建立|公布|配备|落实|设立|编制|出台|开展")
_ALL = Pattern(r"全部|全面|均|都|全覆盖|各")
_TOTAL = Pattern(r"(?:全市|全县|全区|全旗|市级|县级|区级|共|共有|所有|全部|下辖|辖|现有)$")
_NAMED = Pattern(r"“([^“”]{3,20})”[^，。；“”]{0,8}$", needs="”")


def check_scope(report: Report, told: Sequence[Told]) -> Results:
    """Figures of other governments, numbers without a total, names counted twice."""
    achieved = [each for each in told if each.terms and each.statement.stance is Stance.ACHIEVED]
    for each in achieved:
        if "全国" in each.statement.quote or "省" in each.statement.quote:
            yield from _not_its_own(report, each)
    yield from _without_total(list(_bodies(told)))
    yield from _told_twice(achieved)
    yield from _no_township(report, told)


def _not_its_own(report: Report, told: Told) -> Results:
    """C42: a figure of the province or the nation among a city's results."""
    statement, terms = told
    for pattern in _HIGHER.get(report.level, (_NATION, _PROVINCE)):
        for term in terms:
            if term.is_count and pattern.search(term.left):
                message = f"{term.figure.text}是上级平台或更大范围的数，不是本级的"
                yield finding("C42", Severity.WARNING, statement, message, wants="其中本级的数")
                return


def _bodies(told: Sequence[Told]) -> Iterator[tuple[Statement, Term, str]]:
    """Counts of departments, counties and townships, with the kind of body."""
    for statement, terms in told:
        for term in terms:
            match = _BODIES.match(term.right) if term.unit == "个" else None
            if match:
                yield statement, term, _NOUNS.get(match.group(1), match.group(1))


def _without_total(bodies: list[tuple[Statement, Term, str]]) -> Results:
    """C16, C17: so many bodies have done it; of how many?"""
    totals = _totals(bodies)
    for statement, term, noun in bodies:
        if statement.stance is not Stance.ACHIEVED or not statement.obligations:
            continue
        if not _DONE.search(term.right) or _ALL.search(term.right):
            continue
        whole = totals.get(noun)
        if whole and whole.value > term.value:
            computed = Sum(float(term.value), None, f"{number(term)}/{number(whole)}")
            message = f"{term.figure.text}{noun}做到，报告别处写有{whole.figure.text}{noun}：只能算部分"
            yield finding("C16", Severity.WARNING, statement, message, computed, f"{noun}总数")
        elif whole is None:
            yield finding(
                "C17", Severity.WARNING, statement, f"{term.figure.text}{noun}做到，没有写总数", None, f"{noun}总数"
            )


def _totals(bodies: list[tuple[Statement, Term, str]]) -> dict[str, Term]:
    """How many bodies of a kind there are, where the report says so: by a word, or by the same number twice."""
    totals: dict[str, Term] = {}
    seen: Counter[tuple[str, Exact]] = Counter()
    for _, term, noun in bodies:
        seen[noun, term.value] += 1
        is_total = _TOTAL.search(term.left) or term.right.endswith("中") or seen[noun, term.value] > 1
        if is_total and (noun not in totals or term.value > totals[noun].value):
            totals[noun] = term
    return totals


def _told_twice(achieved: list[Told]) -> Results:
    """C18: one name, two numbers."""
    seen: dict[tuple[str, str], tuple[Term, Statement]] = {}
    for statement, terms in achieved:
        if "”" not in statement.quote:
            continue
        for term in terms:
            match = _NAMED.search(statement.quote[max(0, term.figure.start - 40) : term.figure.start])
            if match is None or not term.is_count or term.figure.role in ("previous", "change", "cumulative"):
                continue
            first, where = seen.setdefault((match.group(1), term.unit), (term, statement))
            if where is not statement and not first.span.meets(term.span):
                message = f"“{match.group(1)}”在第{where.line}行写{first.figure.text}，这里写{term.figure.text}"
                computed = Sum(float(term.value), float(first.value), f"{number(first)}={number(term)}")
                yield finding("C18", Severity.QUESTION, statement, message, computed, "以哪一处为准")
            elif where is not statement:
                yield confirmed("C18", statement, float(term.value), f"{number(first)}={number(term)}")


def _no_township(report: Report, told: Sequence[Told]) -> Results:
    """C44: townships occur among the shortfalls alone."""
    if report.level not in (Level.CITY, Level.COUNTY):
        return
    stances = {s.stance for s, _ in told if s.reaches and Level.TOWNSHIP in s.levels}
    if stances - {Stance.CONTEXT} == {Stance.SHORTFALL}:
        message = "乡镇（街道）只见于不足部分，没有正面佐证"
        yield about("C44", Severity.WARNING, report, message, "乡镇（街道）的落实情况")
