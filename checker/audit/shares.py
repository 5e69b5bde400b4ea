"""Shares of a whole: 其中X件，占27% · 占总量5.03万件的36.7% · 占三分之一 · 占两成 (C01)."""

from __future__ import annotations

from checker.audit.amounts import fits
from checker.audit.found import Results, Sum, confirmed, finding
from checker.audit.spans import apart, decimals_of, percent, ratio, rounded
from checker.audit.terms import Term, before, number, same_kind
from checker.model import Severity, Statement
from checker.patterns import Pattern

_SHARE = Pattern(r"(?:占比|比重|占|完成)[^，。；]{0,30}$")
# The share is of the count in front only where the clause has no subject of its own: ，占27%, ，占总数的27%
_OWN_NAME = Pattern(
    r"^(?:分别|各|均|仅|约|只|已)?(?:占|(?:超额)?完成(?=.*(?:计划|任务|目标|总)))(?P<whole>[^，。；省国]{0,14})$"
)
_NAMED = Pattern(r"^([^，。；]{2,16})占比[^，。；]{0,4}$")
_ANY_WHOLE = Pattern(r"总|全部|全年|计划|任务|目标|^(?:比|到|约|近|超过|超|了|比重|比达|比为|比约)*$")
_CLAUSE_END = Pattern(r"[，。；：;:！？\n]|,(?!\d{3})")
_WHOLE_FOLLOWS = Pattern(r"的(?:约|近|超|超过)?$")
_TENTH_SLACK = 5
"""两成 says 20 per cent give or take a rounding of speech; further away it is wrong."""
_FRACTION_SLACK = 3


def check_shares(statement: Statement, terms: tuple[Term, ...]) -> Results:
    """Every share of a statement whose part and whole are told beside it."""
    for share in terms:
        if share.figure.role in ("change", "other") or not _is_share(share):
            continue
        text = _text_before(statement, share, terms)
        if not _SHARE.search(text) or (share.figure.role == "target" and not text.startswith(("完成", "已完成", "占"))):
            continue
        whole = _named_whole(share, terms)
        if whole is None and (share.right.startswith("的") or not _speaks_of_front(share, text, terms)):
            continue
        counts = before(terms, share)
        own = _OWN_NAME.search(text)
        wholes = [whole] if whole else counts
        if whole is None and own and not _ANY_WHOLE.search(own.group("whole")):
            wholes = [term for term in counts if _speaks_of(term, own.group("whole"))]
        parts = [term for term in counts if whole is None or term.place < whole.place]
        if not parts:
            continue
        yield from _compared(statement, share, parts, wholes, whole is not None)


def _speaks_of_front(share: Term, text: str, terms: tuple[Term, ...]) -> bool:
    """Whether the share is of the count in front: 占27% alone, or named as it is (跨部门抽查620次，跨部门抽查占比)."""
    if _OWN_NAME.search(text):
        return True
    named = _NAMED.search(text)
    return named is not None and share.place > 0 and named.group(1) in terms[share.place - 1].left


def _speaks_of(term: Term, name: str) -> bool:
    """Whether a count is of what the share names as its whole: 占审结数的三分之一, 审结33件."""
    return any(name[i : i + 2] in term.label for i in range(len(name) - 1))


def _is_share(term: Term) -> bool:
    return term.unit in ("%", "") and not term.is_count


def _text_before(statement: Statement, share: Term, terms: tuple[Term, ...]) -> str:
    """The clause in front of the share, a whole inside it included: 占全部线索29,140条的."""
    start = share.figure.start
    piece = statement.quote[max(0, start - 60) : start]
    return _CLAUSE_END.split(piece)[-1]


def _named_whole(share: Term, terms: tuple[Term, ...]) -> Term | None:
    """The whole that stands between 占 and the share: 占总量5.03万件的36.7%."""
    if not _WHOLE_FOLLOWS.search(share.gap) or share.place == 0 or len(share.gap) > 8 or "，" in share.gap:
        return None
    whole = terms[share.place - 1]
    return whole if whole.is_count and ("占" in whole.left or "完成" in whole.left) else None


def _compared(statement: Statement, share: Term, parts: list[Term], wholes: list[Term], named: bool) -> Results:
    part = parts[0]
    pairs = [
        (one, whole)
        for one in parts[:6]
        for whole in wholes[:8]
        if one.place != whole.place and same_kind(one, whole) and (named or whole.place < one.place)
    ]
    for one, whole in pairs:
        if _holds(one, whole, share):
            yield confirmed("C01", statement, float(share.value), f"{number(one)}/{number(whole)}")
            return
    base = _whole_of(part, wholes, named)
    if base is None or part.value > base.value or not base.value:
        return
    true = percent(part.value, base.value) if share.unit == "%" else ratio(part.value, base.value)
    computed = Sum(
        float(share.value),
        rounded(true, max(decimals_of(share.figure), 0 if share.unit == "%" else 4)),
        f"{number(part)}/{number(base)}",
    )
    sure = named or bool("其中" in part.left) or _side_by_side(share, part, base)
    message = f"占比写{share.figure.text}，按{computed.formula}应为{computed.expected}{share.unit}"
    severity = Severity.ERROR if sure else Severity.QUESTION
    yield finding("C01", severity, statement, message, computed, "核对部分数、总数和占比")


def _side_by_side(share: Term, part: Term, base: Term) -> bool:
    """Whether whole, part and share follow each other in one unit and no other whole is named."""
    follow = (part.place, share.place) == (base.place + 1, base.place + 2)
    return follow and part.unit == base.unit and share.sentence == base.sentence and len(share.gap) <= 16


def _whole_of(part: Term, wholes: list[Term], named: bool) -> Term | None:
    if named:
        return wholes[0] if same_kind(part, wholes[0]) else None
    return next((w for w in wholes if w.place < part.place and same_kind(w, part) and w.value >= part.value), None)


def _holds(part: Term, whole: Term, share: Term) -> bool:
    """Whether part ÷ whole gives the share; spoken shares (两成, 三分之一) hold within their slack."""
    if whole.span.low <= 0:
        return False
    if share.unit == "%" and not share.figure.minor:
        return bool(fits(part.span, whole.span, share))
    true = percent(part.value, whole.value)
    if share.unit == "%":
        return apart(true, share.value) < (2 * _TENTH_SLACK if share.figure.approx else _TENTH_SLACK)
    return apart(true, share.value * 100) < (2 * _FRACTION_SLACK if share.figure.approx else _FRACTION_SLACK)
