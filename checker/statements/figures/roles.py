"""What a figure counts and the role it plays: part, whole, rate, change, previous, cumulative, target, other.

Read from the words beside it: the clause in front (受理, 其中优秀, 较上年的) and the noun behind (名法律顾问).
"""

from __future__ import annotations

from typing import NamedTuple

from checker.patterns import Pattern

_CLAUSE_END = Pattern(r"[，。；：,;:！？（）()\n]")
_ITEM_END = Pattern(r"[，。；：、,;:！？（）()\n]")
_REACH = 60
"""The words that say what a figure is stand within so many characters of it."""
MAX_COUNTS = 24
"""What a figure counts is said in so many characters; a longer clause is cut in front."""

_RISES = "提高|提升|增长|增加|增|上升|上涨|升|涨|上浮|上调|扩大"
_FALLS = "下降|下跌|下浮|降低|减少|降|压缩|压减|缩短|缩减|精简|减|下调|缩小"
_MOVES = f"{_RISES}|{_FALLS}"
_CHANGE = Pattern(rf"(?:{_MOVES}|增幅|增速|降幅|高于|低于|高出|少|多|加快|回落|翻)(?:了|达|约|近|超过|超|逾)?$")
_CHANGE_LENGTH = 6
"""No match of it is longer."""
_LEVEL_AFTER = Pattern(rf"(?:{_MOVES}|调整|扩展|拓展|变)(?:至|到|为)")
_MOVE_BEHIND = tuple(_MOVES.split("|"))
_FROM = Pattern(r"(?:由|从)[^，。；]{0,16}$")
_YEAR_BEFORE = "(?:上年度|上年同期|去年同期|上一年|前一年|上年|去年|同期)"
_LAST_YEAR = Pattern(rf"(?:{_YEAR_BEFORE}|[较比]20[0-9]{{2}}年(?:同期)?)的?[^，。；、]{{0,12}}$")
_GROWTH = Pattern(rf"(?:{_YEAR_BEFORE}|20[0-9]{{2}}年)[^，。；]*?(?:{_MOVES}|多|少|高于|低于)")
_CUMULATIVE = Pattern(r"累计|截至|截止|历年|以来|成立至今|总计已")
_TARGET = Pattern(r"力争|目标|争取|计划|预计|预期|拟|要求达到|应达到|确保.{0,12}达")
_OTHER = Pattern(r"(?:据|其中|而)?[^，。]{0,10}(?:全国|我国)(?!级|.{0,6}(?:示范|称号|试点|先进|首|第))")
_WHOLE = Pattern(r"(?:共计|合计|总计|共有|总共|总数|总量|全部|应|共)[^，。；、]{0,10}$")
_OF_WHICH = Pattern(r"[，、（(；]?其中")
_LEADS = Pattern(r"(?:其中|并|以及|及|和|与|共|另|还|已|同时|此外)+")
_LONG_TAILS = ("共计", "合计", "总计", "达到", "超过", "分别")
_TAILS = (*_LONG_TAILS, *"共达为约近超逾了有已均至仅较是")
_POINTS = frozenset(("个百分点", "百分点", "个千分点", "千分点"))


class Account(NamedTuple):
    """What a figure counts and the role it plays."""

    role: str
    counts: str


def account(text: str, unit: str, place: tuple[int, int], room: tuple[int, int], former: str) -> Account:
    """What the words beside a figure say of it.

    `place` is where the figure begins and ends, `room` where the figure before it ends and the next one begins;
    `former` is the role of the figure before it, "" where there is none.
    """
    start, end = place
    left, right = _left_of(text, start, room[0]), _right_of(text, end, room[1])
    role = _role(text, unit, end, left, right)
    if role == "count" and _continues(left, former):
        role = former
    return Account(role, _counted(left, right))


def _continues(left: str, role: str) -> bool:
    """Whether an item goes on with the role of the one before: 其中有效90件、废止30件; 累计17个和206个."""
    if role == "part":
        return left != "" and left[0] in "、和与及"
    return role == "cumulative" and not left.strip("和与及、")


def _left_of(text: str, start: int, floor: int) -> str:
    """The words in front of a figure in its clause, after the figure before it (which ends at `floor`)."""
    backward = text[max(floor, start - _REACH) : start][::-1]
    return _CLAUSE_END.split(backward, 1)[0][::-1]


def _right_of(text: str, end: int, stop: int) -> str:
    """The words behind a figure up to the next mark or the next figure (which begins at `stop`)."""
    return _ITEM_END.split(text[end : min(stop, end + _REACH)], 1)[0]


def _counted(left: str, right: str) -> str:
    """What is counted: verb and noun in front (受理案件), or the noun behind (行政执法部门)."""
    front = left.rpartition("、")[2] or left
    if leads := _LEADS.match(front):
        front = front[leads.end() :]
    while front.endswith(_TAILS):
        front = front[:-2] if front.endswith(_LONG_TAILS) else front[:-1]
    front = front[-MAX_COUNTS:]
    return f"{front}…{right[:MAX_COUNTS]}" if front and right else front or right[:MAX_COUNTS]


def _role(text: str, unit: str, end: int, left: str, right: str) -> str:
    role = "rate" if unit in ("%", "‰") else "count"
    if unit in _POINTS or _CHANGE.search(left[-_CHANGE_LENGTH:]):
        role = "change"
    elif _TARGET.search(left):
        role = "target"
    elif _is_previous(left, right):
        role = "previous"
    elif _CUMULATIVE.search(left):
        role = "cumulative"
    elif "国" in left and _OTHER.match(left):
        role = "other"
    elif role == "count" and left.startswith("其中"):
        role = "part"
    elif role == "count" and (_WHOLE.search(left) or _OF_WHICH.match(text, end)):
        role = "whole"
    return role


def _is_previous(left: str, right: str) -> bool:
    """Last year's value: 较上年的4.05万户, 由88%提高到96%."""
    if _LEVEL_AFTER.match(right):
        return bool(_FROM.search(left)) or right.startswith(_MOVE_BEHIND)
    return ("年" in left or "期" in left) and bool(_LAST_YEAR.search(left)) and not _GROWTH.search(left)
