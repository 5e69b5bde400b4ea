"""What is left: of a total from which some were taken away, and of cases not yet closed (C04, C11)."""

from __future__ import annotations

from itertools import combinations

from checker.audit.found import Results, Sum, confirmed, finding
from checker.audit.spans import apart
from checker.audit.terms import MAX_PARTS, TOTAL, Term, number, plus, sum_of, together
from checker.model import Severity, Statement
from checker.patterns import HAN, Pattern

_REMAINS = Pattern(
    r"(?:现行有效|继续有效|保留|现有|剩余|尚余|尚有|仍有|余下|结余|缺编|空编)[^，。；、]{0,10}$", needs="有留余编"
)
_SURE_REMAINS = Pattern(r"(?:保留|剩余|尚余|余下|现行有效[^，。；、]{0,8}为)[^，。；、]{0,4}$")
_LEFT = Pattern(r"(?:空缺|缺额|空余|缺口)$|^(?:其余|剩下|余下|剩余|尚余|余|还有|尚有|仍有|另外?)[^，。；、]{0,8}$")
_KEPT = Pattern(r"修改|修订|保留")
_AT_FIRST = Pattern(r"原有|原来|原|上年末|年初|去年底")
_PENDING = Pattern(
    rf"未办结|未结|尚在|仍在|正在{HAN}{{2}}|未完成|未整改|未销号|推进中|正在推进|在办|正在办理|正在审理|正在整改"
    r"|尚未|待办|办理中|审理中|整改中|结转下年|转下年",
    needs="未在中待转",
)
_DONE = Pattern(r"办结|审结|结案|调结|调成|答复|回复|办复|解决|化解|销号|整改到位|完成整改|已整改|完成")
_TAKEN = Pattern(r"受理|收到|接收|新收|立案|交办|反馈|发现|梳理|转办|接到")
_CARRIED = Pattern(r"上年结转|结转上年|上年度结转|旧存|上年转入|往年|上年未结|存量")


def check_remainders(statement: Statement, terms: tuple[Term, ...]) -> Results:
    """Every remainder of a statement whose total is told in front of it."""
    for term in terms:
        if term.is_count and _REMAINS.search(term.left) and not TOTAL.search(term.left):
            yield from _remainder(statement, term, terms)
    pending = list(_pending(statement, terms))
    yield from pending
    if not pending and not _CARRIED.search(statement.quote):
        yield from _left_over(statement, terms)


def _left_over(statement: Statement, terms: tuple[Term, ...]) -> Results:
    """Whole, part and rest one after the other, whatever the words of the part: 线索380条，查实342条，其余38条不实."""
    for whole, part, rest in zip(terms, terms[1:], terms[2:], strict=False):
        if not _are_whole_part_rest(whole, part, rest):
            continue
        off = apart(whole.value - part.value, rest.value)
        last = rest.place + 1 == len(terms) or terms[rest.place + 1].unit != rest.unit
        if not off:
            yield confirmed("C04", statement, float(rest.value), f"{number(whole)}-{number(part)}")
        elif last and off * 6 <= whole.value and all(term.plain for term in (whole, part, rest)):
            computed = Sum(float(rest.value), float(whole.value - part.value), f"{number(whole)}-{number(part)}")
            message = f"余数写{rest.figure.text}，按{computed.formula}应为{computed.expected:.10g}"
            yield finding("C04", Severity.ERROR, statement, message, computed, "核对总数、已办数和余数")


def _are_whole_part_rest(whole: Term, part: Term, rest: Term) -> bool:
    """Whether three neighbouring counts of one unit end in what is left; a rest of its own kind is checked apart."""
    alike = whole.unit == part.unit == rest.unit and whole.sentence == part.sentence == rest.sentence
    if not (alike and whole.is_count and part.is_count and rest.is_count):
        return False
    told = _LEFT.search(rest.left) or (_PENDING.search(rest.label) and not _PENDING.search(part.label))
    of_its_own = _SURE_REMAINS.search(rest.left) or (_REMAINS.search(rest.left) and _AT_FIRST.search(whole.left))
    return bool(told and not of_its_own)


def _remainder(statement: Statement, rest: Term, terms: tuple[Term, ...]) -> Results:
    """What is left after some were taken away: 对27件规章…修改3件、废止2件，现行有效规章为25件."""
    earlier = [term for term in terms[: rest.place] if term.unit == rest.unit and term.is_count]
    if len(earlier) < 2 or any(term.sentence != rest.sentence for term in earlier):
        return
    whole, parts = earlier[0], earlier[1:][-6:]
    if whole.value < rest.value or any(term.value > whole.value for term in parts):
        return
    for size in range(1, len(parts) + 1):
        for chosen in combinations(parts, size):
            if whole.span.minus(together(chosen)).meets(rest.span):
                yield confirmed("C11", statement, float(rest.value), f"{number(whole)}-{'-'.join(map(number, chosen))}")
                return
    sure = _SURE_REMAINS.search(rest.left) or (_AT_FIRST.search(whole.left) and len(parts) == 1)
    if sure and whole.span.exact and rest.span.exact:
        away = [term for term in parts if not _KEPT.search(term.left)] or parts
        expected = float(whole.value - sum_of(away))
        computed = Sum(float(rest.value), expected, f"{number(whole)}-{'-'.join(map(number, away))}")
        message = f"余数写{rest.figure.text}，按{computed.formula}应为{expected:.10g}"
        yield finding("C11", Severity.ERROR, statement, message, computed, "核对总数、减少数和余数")


def _pending(statement: Statement, terms: tuple[Term, ...]) -> Results:
    """What is open is what came in less what was finished: 受理93件，办结71件，在办22件 (C04)."""
    for term in terms:
        if not term.is_count or not _PENDING.search(term.label) or _CARRIED.search(term.label):
            continue
        if _SURE_REMAINS.search(term.left):
            continue
        here = [other for other in terms[: term.place] if other.unit == term.unit and other.sentence == term.sentence]
        done = next((other for other in reversed(here) if _DONE.search(other.left)), None)
        taken = [other for other in here if done and other.place < done.place and _is_intake(other, done)]
        if done is None or not taken:
            continue
        carried = [other for other in here if _CARRIED.search(other.left)]
        bases = [(other,) for other in taken] + [
            (other, *carried) for other in taken if carried and other not in carried
        ]
        hit = next((base for base in bases if together(base).minus(done.span).meets(term.span)), None)
        if hit is None and _more_follow(term, done, taken, terms):
            continue
        formula = f"{plus(hit or (taken[-1],))}-{number(done)}"
        if hit:
            yield confirmed("C04", statement, float(term.value), formula)
        elif not carried and not _CARRIED.search(statement.quote):
            expected = float(taken[-1].value - done.value)
            message = f"未结数写{term.figure.text}，按{formula}应为{expected:.10g}"
            computed = Sum(float(term.value), expected, formula)
            yield finding("C04", Severity.ERROR, statement, message, computed, "核对受理、办结和在办数")


def _more_follow(rest: Term, done: Term, taken: list[Term], terms: tuple[Term, ...]) -> bool:
    """Whether further groups behind it make up the whole: 已解决176件、正在解决132件、列入计划33件."""
    group = [done, rest]
    for term in terms[rest.place + 1 : rest.place + MAX_PARTS]:
        if term.unit != rest.unit or term.sentence != rest.sentence or not term.is_count:
            break
        group.append(term)
        if any(together(group).meets(base.span) for base in taken):
            return True
    return False


def _is_intake(term: Term, done: Term) -> bool:
    return bool(_TAKEN.search(term.left)) or (term.place == done.place - 1 and term.value >= done.value)
