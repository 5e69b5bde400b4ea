"""Changes: growth over a stated base, differences of rates and of counts (C13, C54)."""

from __future__ import annotations

from fractions import Fraction

from checker.audit.earlier import is_later, ordered, year_of
from checker.audit.found import Results, Sum, confirmed, finding
from checker.audit.model import Finding
from checker.audit.spans import (
    Exact,
    Span,
    apart,
    decimals_of,
    fits_rate,
    fits_share,
    percent,
    rate_span,
    ratio,
    rounded,
    step_of,
)
from checker.audit.terms import LISTED, Term, number, same_kind
from checker.model import Severity, Statement
from checker.patterns import Pattern

_UP = Pattern(r"增长|增加|提高|提升|上升|上涨|上浮|上调|增|扩大|升|多|翻|超额|超出|超计划|超(?!过)|高出|高于")
_DOWN = Pattern(
    r"下降|降低|减少|压缩|压减|缩短|缩减|精简|下调|下浮|下跌|降|减|少|回落|低于|节省|节约|砍|取消|核减|削减"
)
_MOVE = Pattern(rf"(?:{_UP.source}|{_DOWN.source})[^，。；、至到为]{{0,4}}$|(?:[增降涨升]幅|增速)[^，。；、]{{0,4}}$")
_MOVE_LENGTH = 8
"""No match of it is longer."""
_TO = Pattern(rf"(?:{_UP.source}|{_DOWN.source}|调整|扩展|变)(?:[^，。；、]{{0,4}})(?:至|到|为)")
_BEHIND = Pattern(r"^(?:[（(][^，。；]{0,12}|，(?:而)?(?:上年|上一年|去年|20[0-9]{2}年)(?:度|同期)?[^，。；]{0,6})$")
_FROM = Pattern(r"^[，（(](?:即)?(?:由|从)[^，。；]{0,12}$")
_LAST = Pattern("上年|上一年|去年|同期|年初|20[0-9]{2}年")
_SENTENCE_END = Pattern(r"[。；;]")
_TIME_WORDS = Pattern(r"20[0-9]{2}年度?|今年|本年度?|全年|达到|达|共|为|增至|升至|降至")
_POINTS = {"个百分点": "%", "百分点": "%", "个千分点": "‰", "千分点": "‰"}
_JOINED = Pattern(rf"^[，、（(,]?[^，。；、,]{{0,8}}?(?:{_UP.source}|{_DOWN.source})")
# a mean over years, and output at comparable prices, do not follow from the two printed values
_OTHER_MEASURE = Pattern(r"年均|平均增|平均每年|名义|可比|不变价|实际增长|复合|生产总值|GDP|增加值")


def check_changes(statement: Statement, terms: tuple[Term, ...], earlier: tuple[Term, ...] = ()) -> Results:
    """Every change of a statement whose earlier and later value are told beside it, or in the statement before."""
    for change in terms:
        if change.figure.role != "change" and not _MOVE.search(change.left[-_MOVE_LENGTH:]):
            continue
        behind = _told_behind(change, terms)
        if _one_of_several(change, terms):
            continue
        if behind:
            yield from _compared(statement, change, *behind)
            continue
        if not _JOINED.match(change.gap) or _OTHER_MEASURE.search(_since(statement, change)):
            continue
        pair = _from_to(change, terms) or _side_by_side(change, terms) or _across(change, terms, earlier)
        if pair:
            yield from _compared(statement, change, *pair)
        elif change.unit == "%":
            yield from _derived(statement, change, terms)


def _one_of_several(change: Term, terms: tuple[Term, ...]) -> bool:
    """Whether further counts of its list make up the change with it: 取消34项、新增10项."""
    following = terms[change.place + 1 : change.place + 2]
    return any(change.unit == term.unit and LISTED.match(term.gap) for term in following)


def _since(statement: Statement, change: Term) -> str:
    """The sentence in front of a change, cut to what can name its subject."""
    return _SENTENCE_END.split(statement.quote[max(0, change.figure.start - 60) : change.figure.start])[-1]


def _from_to(change: Term, terms: tuple[Term, ...]) -> tuple[Term, Term] | None:
    """The earlier and the later value in front of a change, in its sentence; None where they are not both told."""
    near = [term for term in terms[: change.place] if term.sentence == change.sentence]
    old = next((term for term in reversed(near) if term.figure.role == "previous"), None)
    if old is None or change.place - old.place > 2:
        return None
    behind = [term for term in near if term.place > old.place and term.figure.role != "change"]
    if behind:
        new = behind[0]
        told = bool(_TO.search(new.gap) or _TO.search(old.right))
        return (old, new) if told and _comparable(old, new) else None
    current = next((term for term in reversed(near) if term.place < old.place and _comparable(old, term)), None)
    return (old, current) if current else None


def _side_by_side(change: Term, terms: tuple[Term, ...]) -> tuple[Term, Term] | None:
    """Two values right in front of a change (去年末180人，今年末460人), or one behind it: 增长12%（上年为4,000件）."""
    if not change.place:
        return None
    new = terms[change.place - 1]
    if change.place > 1 and new.sentence == change.sentence == terms[change.place - 2].sentence:
        pair = _fitting_kind(change, terms[change.place - 2], new)
        if pair:
            return pair
    for old in terms[change.place + 1 : change.place + 2]:
        if _BEHIND.match(old.gap) and _LAST.search(old.gap) and _can_lie_between(change, old, new):
            return old, new
    return None


def _told_behind(change: Term, terms: tuple[Term, ...]) -> tuple[Term, Term] | None:
    """Both values behind their change: 减少75件，由640件降至565件."""
    behind = terms[change.place + 1 : change.place + 3]
    if len(behind) < 2 or not _FROM.match(behind[0].gap) or behind[1].sentence != change.sentence:
        return None
    return _fitting_kind(change, *behind)


def _across(change: Term, terms: tuple[Term, ...], earlier: tuple[Term, ...]) -> tuple[Term, Term] | None:
    """Last year's value in the statement before, this year's in front of the change: 上年480场。今年624场，增长30%."""
    if change.place != 1 or len(earlier) != 1:
        return None
    old, new = earlier[0], terms[0]
    name = _TIME_WORDS.sub("", new.label)
    alike = len(name) < 2 or any(name[i : i + 2] in old.label for i in range(len(name) - 1))
    return _fitting_kind(change, old, new) if alike and (is_later(new) or year_of(new)) else None


def _fitting_kind(change: Term, one: Term, other: Term) -> tuple[Term, Term] | None:
    """Two values as (earlier, later) where the change can be between them."""
    return ordered(one, other) if _can_lie_between(change, one, other) else None


def _can_lie_between(change: Term, one: Term, other: Term) -> bool:
    """Whether a change in its unit can be between two values of theirs."""
    if "change" in (one.figure.role, other.figure.role) or not _comparable(one, other):
        return False
    if change.unit in _POINTS:
        return one.unit == _POINTS[change.unit]
    return one.is_count and change.unit in ("%", "倍", one.unit)


def _derived(statement: Statement, change: Term, terms: tuple[Term, ...]) -> Results:
    """Growth over a base that follows from the change itself: 6,600人次，较上年增加600人次，增长10%."""
    if change.place < 2:
        return
    by, new = terms[change.place - 1], terms[change.place - 2]
    told = by.figure.role == "change" and by.unit == new.unit and new.is_count and new.sentence == change.sentence
    if not told or not _signed(by) or not (by.span.exact and new.span.exact):
        return
    base = new.value - _signed(by) * by.value
    if base <= 0:
        return
    formula = f"{number(by)}/({number(new)}{'-' if _signed(by) > 0 else '+'}{number(by)})"
    true = percent(by.value, base)
    if fits_rate(true, change.figure) or (change.figure.minor and apart(true, change.value) < 5):
        yield confirmed("C54", statement, float(change.value), formula)
    elif not change.figure.approx:
        computed = Sum(float(change.value), rounded(true, decimals_of(change.figure)), formula)
        message = f"变化写{change.figure.text}，按{formula}应为{computed.expected:.10g}%"
        yield finding("C54", Severity.ERROR, statement, message, computed, "核对今年数、增减数和增减幅度")


def _comparable(old: Term, new: Term) -> bool:
    return old.unit == new.unit or (old.is_count and new.is_count and same_kind(old, new))


def _compared(statement: Statement, change: Term, old: Term, new: Term) -> Results:
    if change.unit in _POINTS:
        if old.unit == _POINTS[change.unit]:
            yield from _difference(statement, change, old, new, "C13")
    elif change.unit == "%" and old.unit == "%":
        yield from _rate_of_rate(statement, change, old, new)
    elif change.unit == "%":
        yield from _growth(statement, change, old, new)
    elif change.unit == "倍":
        yield from _multiple(statement, change, old, new)
    elif change.unit == old.unit:
        yield from _difference(statement, change, old, new, "C11")


def _signed(change: Term) -> int:
    """1 for a rise, -1 for a fall, 0 where the words do not say."""
    up, down = list(_UP.finditer(change.left)), list(_DOWN.finditer(change.left))
    if not up and not down:
        return 0
    return 1 if (up[-1].end() if up else -1) > (down[-1].end() if down else -1) else -1


def _wrong_way(change: Term, old: Term, new: Term) -> bool:
    """Whether the words say a rise where the values fall, or the other way."""
    return bool(_signed(change)) and (new.value - old.value) * _signed(change) < 0


def _difference(statement: Statement, change: Term, old: Term, new: Term, rule: str) -> Results:
    true = apart(new.value, old.value)
    high, low = (new, old) if new.value >= old.value else (old, new)
    formula = f"{number(high)}-{number(low)}"
    slack = step_of(change.figure) if not (old.span.exact and new.span.exact) and old.is_count else 0
    loose = change.figure.approx or old.figure.approx or new.figure.approx
    off = apart(true, change.value)
    holds = off <= slack or (loose and off * 10 <= max(true, change.value))
    if holds and not _wrong_way(change, old, new):
        yield confirmed(rule, statement, float(change.value), formula)
    elif not loose:
        yield _wrong(statement, change, old, new, rule, Sum(float(change.value), float(true), formula))


def _rate_of_rate(statement: Statement, change: Term, old: Term, new: Term) -> Results:
    """A change of a rate told in per cent: points are meant, or else the change relative to the old rate."""
    true = apart(new.value, old.value)
    if old.value and fits_share(true, old.value, change.figure):
        high, low = (new, old) if new.value >= old.value else (old, new)
        yield confirmed("C54", statement, float(change.value), f"({number(high)}-{number(low)})/{number(old)}")
    elif true == change.value:
        computed = Sum(float(change.value), float(true), f"|{number(new)}-{number(old)}|")
        message = f"两个比率之差应写{number(change)}个百分点，不是{change.figure.text}"
        yield finding("C13", Severity.WARNING, statement, message, computed, "改“%”为“个百分点”")
    elif not change.figure.approx:
        computed = Sum(float(change.value), float(true), f"|{number(new)}-{number(old)}|")
        yield _wrong(statement, change, old, new, "C13", computed)


def _growth(statement: Statement, change: Term, old: Term, new: Term) -> Results:
    if old.span.low <= 0:
        return
    high, low = (new, old) if new.value >= old.value else (old, new)
    formula = f"({number(high)}-{number(low)})/{number(old)}"
    true = percent(apart(new.value, old.value), old.value)
    if not _wrong_way(change, old, new) and _growth_fits(change, old, new, true):
        yield confirmed("C54", statement, float(change.value), formula)
        return
    if old.figure.approx or new.figure.approx or (change.figure.minor and apart(true, change.value) < 5):
        return
    expected = rounded(true, decimals_of(change.figure))
    yield _wrong(statement, change, old, new, "C54", Sum(float(change.value), expected, formula))


def _growth_fits(change: Term, old: Term, new: Term, true: Exact) -> bool:
    if change.figure.minor:
        return apart(true, change.value) < 5
    if old.span.exact and new.span.exact:
        return bool(fits_rate(true, change.figure))
    level = new.span.over(old.span).times(100)
    rise = new.value >= old.value
    moved = Span(level.low - 100, level.high - 100) if rise else Span(100 - level.high, 100 - level.low)
    return moved.meets(rate_span(change.figure))


def _multiple(statement: Statement, change: Term, old: Term, new: Term) -> Results:
    """增长1.5倍 is 2.5 times the base; many write it for 1.5 times: only what fits neither is asked about."""
    if old.value <= 0:
        return
    times = ratio(new.value, old.value)
    step = Fraction(1, 10 ** decimals_of(change.figure))
    near = apart(times, change.value) <= step or apart(times - 1, change.value) <= step
    formula = f"{number(new)}/{number(old)}"
    if near:
        yield confirmed("C54", statement, float(change.value), formula)
    elif not (change.figure.approx or change.figure.bound):
        computed = Sum(float(change.value), rounded(times, 2), formula)
        message = f"写{change.figure.text}，按{formula}为{computed.expected}倍"
        yield finding("C54", Severity.QUESTION, statement, message, computed, "核对两年的数和倍数")


def _wrong(statement: Statement, change: Term, old: Term, new: Term, rule: str, computed: Sum) -> Finding:
    message = f"变化写{change.figure.text}，按{computed.formula}应为{computed.expected:.10g}"
    if _wrong_way(change, old, new):
        message = f"由{old.figure.text}到{new.figure.text}，与所写的升降方向相反"
    return finding(rule, Severity.ERROR, statement, message, computed, "核对前后两个数和变化数")
