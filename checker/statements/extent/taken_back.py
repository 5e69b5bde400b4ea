"""What takes an 'all' back in the same sentence: not all, all but some, some kept apart, nearly, a step still to come.

None of this makes a result larger.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from checker.lexicon import Lexicon
from checker.model import Figure
from checker.patterns import Pattern
from checker.statements.extent.parts import Part
from checker.statements.patterns import alternation, group

_EXCEPTION = Pattern(
    r"除(?!此|了|夕)(?P<out>[^，,。；]{1,40}?)(?:之外|以外|外)(?![，,]?(?:还|另|又|也|同时|均未|都未))"
    r"|(?:(?<=[，,。；中])|^)除(?!此|了|夕)(?P<named>[^，,。；外]{2,30})[，,]"
    r"|(?:剔除|扣除|不含|不包括)(?P<less>[^，,。；]{2,30})"
)
_LEVELS = Pattern(r"[县区旗乡镇村]|街道|社区|苏木")
_MADE = Pattern(r"制定|编制|起草|修订|完成")
_PUT_OUT = Pattern(r"公布|发布|公开|印发|施行")
_TO_COME = Pattern(
    r"(?:公布|发布|公开|上网|上线|施行|实施|执行|落地)(?:工作|程序|事宜|环节|时间)?[^，,。；]{0,3}"
    r"(?:待|尚|择机|将于|将在|还未|还在|拟|另行|适时|正在|在即)"
    r"|(?:待|择机|适时|尚需|有待|拟|将于|即将|正)[^，,。；]{0,10}(?:公布|发布|公开|上线|施行|实施|执行|落地)"
)
_SO_FAR = Pattern(
    r"(?:的|已|目前|现)*(?:工作|总体)?(?:进度|进展|任务)?(?:已|为|约|近)*(?:完成|推进|达到?|实现|过|至|到|了|约|近)*"
)
_OF_THOSE = Pattern(r"(?:公开|公示|审核|报备|备案|公布|完成|归档|记录)的?(?:仅|只)?占(?:比)?(?:为|达)?$")
_NONE = Pattern(
    r"无|没有|未出现|未发生|未发现|不存在|不再|杜绝|纠正|取消|改变|结束|扭转|打破|终结|告别|避免|防止|不得|禁止"
)
_NOT_ONE = Pattern(r"(?:没有|无)(?:任何)?(?:一|哪)[^，,。；]{0,8}$")
"""没有一个单位例外."""
_CORRECTED = Pattern(
    r"(?:说法|表述|提法|口径|数据|结论|情况|统计|填报|上报)[^，,。；]{0,10}(?:有误|不实|不准|失实|有出入|错误|更正|不符)"
)
"""……全部公布，这一表述经核实有误."""
_NOT_DONE = Pattern(
    r"(?:正在)?(?:筹备|筹建|在建)中?|正在(?:推进|试点)|(?:推进|试点)中"
    r"|尚?未(?:落实|开展|建立|启动|完成)|待(?:落实|启动|建立)"
)
"""公示，全部部门，已落实；法制审核，全部部门，筹备: a table told as text."""
_LOOK = 14
_BEFORE = 30
_AHEAD = 80


class TakenBack:
    """Reads what takes an 'all' back; compiled once from section [extent] of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        def words(name: str) -> str:
            return alternation(lexicon, "extent", name)

        self._not_all = Pattern(rf"(?:{words('not_all')})(?![^，,。；]{{0,20}}而是)[^，,。；]{{0,24}}$")
        self._in_sight = Pattern(words("in_sight"))
        self._not_all_heads, self._in_sight_heads = _heads(lexicon, "not_all"), _heads(lexicon, "in_sight")
        self._left_out = Pattern(words("left_out"))
        self._lawful = Pattern(words("lawful_exceptions"))
        self._excepted = Pattern(words("excepted_bodies"))
        self._kept_apart = Pattern(rf"(?<!不再)(?:{words('kept_apart')})")
        self._quality = Pattern(rf"(?:{words('quality_rates')})[^，,。；、]{{0,4}}$")
        self._late = Pattern(words("late"))

    def denies(self, text: str, start: int, found: re.Match[str]) -> bool:
        """Whether the 'all' found in the part that begins at `start` is denied (并非所有) or only near (全覆盖在望)."""
        before = max(start, found.start() - _BEFORE)
        if not self._not_all_heads.isdisjoint(text[before : found.start()]) and self._not_all.search(
            text, before, found.start()
        ):
            return True
        end = found.end()
        return not self._in_sight_heads.isdisjoint(text[end : end + _LOOK]) and bool(
            self._in_sight.search(text, end, end + _LOOK)
        )

    def so_far(self, text: str, found: re.Match[str], figures: Sequence[Figure]) -> bool:
        """Whether a percentage says how far the 'all' has come (全覆盖已完成80%)."""
        return any(
            figure.unit == "%"
            and figure.value < 100
            and figure.start >= found.end()
            and _SO_FAR.fullmatch(text, found.end(), figure.start)
            for figure in figures
        )

    def apply(self, text: str, parts: list[Part], figures: Sequence[Figure]) -> list[Part]:
        """The parts; those that say 'all' say 'some' too where the sentence takes it back."""
        wholes = [number for number, part in enumerate(parts) if part.all or part.settled]
        for number, part in enumerate(parts):
            if part.won and _CORRECTED.search(text, part.end):
                parts[number] = part._replace(won="")
        if not wholes:
            return parts
        excepted = self._excepted_part(text, parts, wholes) if "除" in text or "不" in text else (-1, "")
        for number in wholes:
            part = parts[number]
            words = excepted[1] if number == excepted[0] else self._behind(text, parts, number, figures)
            if words and not part.some:
                parts[number] = part._replace(some=words)
        return parts

    def _excepted_part(self, text: str, parts: Sequence[Part], wholes: Sequence[int]) -> tuple[int, str]:
        """The part that an exception takes back (the next that says 'all', else the last), with its words."""
        for found in _EXCEPTION.finditer(text):
            named = found.group(found.lastgroup or 0)
            if self._excepted.search(named) and not self._lawful.search(named):
                after = (number for number in wholes if parts[number].end > found.start())
                return next(after, wholes[-1]), found.group()
        return -1, ""

    def _behind(self, text: str, parts: Sequence[Part], number: int, figures: Sequence[Figure]) -> str:
        """The words behind a part that take its 'all' back."""
        end = parts[number].end
        stop = text.find("；", end, end + _AHEAD)
        stop = stop if stop >= 0 else min(len(text), end + _AHEAD)
        return (
            self._left_out_after(text, parts[number].start, stop)
            or self._kept(text, parts, number, stop)
            or _bare_state(text, parts[number + 1 :], stop)
            or group(_CORRECTED.search(text, end, stop))
            or _still_to_come(text, parts[number], stop)
            or self._falls_short(text, parts[number], figures, stop)
        )

    def _left_out_after(self, text: str, start: int, stop: int) -> str:
        """What is excepted behind the 'all' (均已公布，市林业局除外)."""
        found = self._left_out.search(text, start, stop)
        if found is None or _NONE.search(text, max(start, found.start() - 4), found.start()):
            return ""
        if _NOT_ONE.search(text, start, found.start()):
            return ""
        named = text[max(start, found.start() - _LOOK) : found.start()]
        return found.group() if self._excepted.search(named) and not self._lawful.search(named) else ""

    def _kept(self, text: str, parts: Sequence[Part], number: int, stop: int) -> str:
        """What some bodies keep (公安部门暂时保留受理权限)."""
        if not self._kept_apart.search(text, parts[number].end, stop):
            return ""
        for part in parts[number + 1 :]:
            if part.start >= stop:
                break
            words = self._kept_apart.search(text, part.start, part.end)
            if words is None or _NONE.search(text, part.start, words.start()):
                continue
            if not self._lawful.search(text, part.start, part.end):
                return "" if _LEVELS.search(text, part.start, part.end) else words.group()
        return ""

    def _falls_short(self, text: str, whole: Part, figures: Sequence[Figure], stop: int) -> str:
        """A rate of the same matter below 100 %, or a number of those that came late, beside a rate of 100 %."""
        if not whole.all.endswith(("%", "％")):
            return ""
        for figure in figures[bisect_left(figures, whole.end, key=attrgetter("start")) :]:
            if figure.start >= stop:
                break
            if figure.role not in ("previous", "change", "target") and self._is_lower(text, whole.end, figure):
                return figure.text
        return ""

    def _is_lower(self, text: str, start: int, figure: Figure) -> bool:
        if figure.unit != "%":
            return bool(figure.value) and self._is_late(text, figure)
        before = max(start, figure.start - _LOOK)
        return (
            figure.value < 100
            and (self._quality.search(text, before, figure.start) or _OF_THOSE.search(text, before, figure.start))
            is not None
        )

    def _is_late(self, text: str, figure: Figure) -> bool:
        late = self._late.search(text, figure.end, figure.end + _LOOK)
        if late is None:
            return False
        between = text[figure.end : late.end()]
        return not set("，,。；;") & set(between) and not _NONE.search(between)


def _heads(lexicon: Lexicon, name: str) -> frozenset[str]:
    """The first characters of the words of a list: where none of them stands, no word does."""
    return frozenset(word[0] for word in lexicon.words("extent", name))


def _bare_state(text: str, behind: Sequence[Part], stop: int) -> str:
    """A part that is nothing but the state of something not done."""
    states = (_NOT_DONE.fullmatch(text, part.start, part.end) for part in behind if part.start < stop)
    return next((state.group() for state in states if state), "")


def _still_to_come(text: str, whole: Part, stop: int) -> str:
    """The step behind the making that has not come (全部制定，公布工作待……进行)."""
    part = text[whole.start : whole.end]
    if not _MADE.search(part) or _PUT_OUT.search(part):
        return ""
    found = _TO_COME.search(text, whole.end, stop)
    return found.group() if found else ""
