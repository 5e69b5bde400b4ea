"""The quantities that a statement states: value, unit, bounds, what they count and their role.

Reads Arabic (4,215 · 342 615 · ３．６万) and Chinese numerals (八件, 三分之二, 两成), percentages, ranges and
lists that share a measure word. Dates, document numbers, slogans, versions, ordinals and codes are no
quantities. `minor` marks what a reader may or may not call a quantity (两成, 三级, 三年行动, 24小时自助).
"""

from __future__ import annotations

import re

from checker.lexicon import Lexicon
from checker.model import Figure
from checker.patterns import HAN, Pattern
from checker.statements.figures.fractions import Token, specials
from checker.statements.figures.masks import MASK, Masks, fold
from checker.statements.figures.numerals import ARABIC, CHINESE, Exact, arabic, chinese, is_bare, scale_at, tidy
from checker.statements.figures.roles import account
from checker.statements.figures.units import Units, Words

_DIGIT = Pattern(r"[0-9零〇○一二两三四五六七八九十百千万亿]")
_ANY_DIGIT = Pattern(r"[0-9０-９零〇○一二两三四五六七八九十百千万亿]")
_JOINT = Pattern(r"(?:[-—–~至到]{1,2}|[、和与及或])")
_RANGE = frozenset("-—–~至到")
_POINTS_BACK = Pattern(rf"{HAN}{{0,4}}(?:合计|共计|总计|相加)")
_NEIGHBOURS = Pattern(r"([一二三四五六七八])([二三四五六七八九])([十百千万])?")
_HELD_IN_ISSUES = frozenset("班训课刊报座坛办展")
# a score or an index has no measure word: 由84.7提升至89.6
_SCORE_BEFORE = Pattern(r"(?:为|达|达到|至|到|得分|指数|评分|升至|降至|是)$")
_SCORE_AFTER = Pattern(r"(?:提升|提高|上升|增加|增长|下降|降低|降|缩小|升|回落)(?:至|到|为)")
_STOP = frozenset("，。；、,;)")
# what can stand between a numeral and its measure word: 2600余, 3.6万
_CARRIES_ON = frozenset("余多十百千万亿")
_EVERY = frozenset("每")
_NO_CHINESE_AFTER = frozenset("几数初周末之每届")
_DURATIONS = frozenset(("小时", "个小时", "分钟", "天"))
_AGES = frozenset(("岁", "周岁"))


class Figures:
    """Reads the figures of statements; build it once, its patterns come from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._masks = Masks(words("quantity", "slogans"), words("quantity", "hotlines"), words("quantity", "latin"))
        self._units = Units(lexicon)
        self._before = Words(words("quantity", "approx_before"))
        self._after = Words(words("quantity", "approx_after"))
        self._least = frozenset(words("quantity", "at_least_before") + words("quantity", "at_least_after"))
        self._most = frozenset(words("quantity", "at_most_before") + words("quantity", "at_most_after"))
        self._lasting = words("quantity", "lasting")
        self._service = words("quantity", "service_hours")
        self._minor = frozenset(words("quantity", "chinese_minor"))

    def read(self, text: str) -> tuple[Figure, ...]:
        """The figures of a statement in order of place; offsets are those of `text`."""
        if not _ANY_DIGIT.search(text):
            return ()
        clean = self._masks.apply(fold(text))
        special = specials(clean)
        tokens = self._tokens(_without(clean, special) if special else clean)
        if special:
            tokens = sorted([*special, *tokens], key=lambda token: token.start)
        return self._figures(text, clean, [token for token in _shared_units(clean, tokens) if _is_figure(token)])

    def _tokens(self, text: str) -> list[Token]:
        """The tokens of all numerals."""
        found: list[Token] = []
        at = 0
        while digit := _DIGIT.search(text, at):
            match = (ARABIC if digit.group() <= "9" else CHINESE).match(text, digit.start())
            assert match is not None
            tokens = self._of_numeral(text, match)
            at = match.end()
            if tokens:
                found += tokens
                at = max(at, tokens[-1].end)
        return found

    def _of_numeral(self, text: str, match: re.Match[str]) -> list[Token]:
        """None, one, or the two of 五六十个."""
        numeral = match.group()
        if numeral[0] <= "9":
            token = self._arabic(text, match)
        elif len(numeral) > 1 and (pair := _NEIGHBOURS.fullmatch(numeral)):
            return self._neighbours(text, match, *pair.groups())
        else:
            token = self._chinese(text, match)
        return [token] if token else []

    def _neighbours(self, text: str, match: re.Match[str], low: str, high: str, scale: str) -> list[Token]:
        """Two digits that follow each other stand for either: 七八件, 五六十个."""
        first, second = chinese(low), chinese(high)
        unit, end = self._units.after_chinese(text, match.end())
        if first is None or second != first + 1 or not unit or unit in self._minor:
            return []
        factor = (chinese(scale) or 1) if scale else 1
        middle = match.start() + 1
        return [
            Token(match.start(), middle, first * factor, unit, True),
            Token(middle, end, second * factor, unit, True),
        ]

    def _arabic(self, text: str, match: re.Match[str]) -> Token | None:
        value = arabic(match.group())
        if value is None:
            return None
        start, end, approx, scaled = match.start(), match.end(), False, False
        if text[end : end + 1] in _CARRIES_ON:
            value, end, approx, scaled = _scaled(text, value, end)
        large = 1 if text.startswith("大", end) and text[end + 1 : end + 2] in "类项" else 0
        unit, unit_end = self._units.after_arabic(text, end + large)
        minor = self._is_minor(text, start, unit_end, unit)
        complete = bool(unit) or scaled or ("." in match.group() and _is_score(text, start, end))
        return Token(start, unit_end if unit else end, value, unit, approx, minor, scaled, complete)

    def _chinese(self, text: str, match: re.Match[str]) -> Token | None:
        numeral = match.group()
        start, end = match.span()
        if numeral[0] in "零〇○" or _is_article(text, start, end) or text[start - 1 : start] in _NO_CHINESE_AFTER:
            return None
        end, approx = _vague(text, end)
        factor, end = scale_at(text, end) if approx else (1, end)
        large = 1 if text.startswith("大", end) and text[end + 1 : end + 2] == "类" else 0
        unit, end = self._units.after_chinese(text, end + large)
        value = chinese(numeral) if unit else None
        if value is None or (is_bare(numeral) and not (approx or self._before.before(text, start))):
            return None
        if text.startswith("台阶", end) or (unit == "期" and not _is_issue(text, start, numeral)):
            return None
        minor = unit in self._minor or self._is_minor(text, start, end, unit)
        if unit == "年" and self._lasts(text, start):
            minor = False
        minor = minor or _refers_back(text, end)
        return Token(start, end, value * factor, unit, approx, minor)

    def _is_minor(self, text: str, start: int, end: int, unit: str) -> bool:
        """Spans of years, hours of service, ages and 每十万人 are no counts of what was done."""
        if unit == "年":
            return not self._lasts(text, start)
        if unit in _AGES:
            # a mean age or life expectancy is a figure, an age limit is none
            return "." not in text[start:end] and text[start - 1 : start] not in ("至", "到", "达", "为")
        if unit in _DURATIONS:
            after = text[end : end + 8]
            return any(word in after for word in self._service) and "内" not in after[:1]
        if text[start - 1 : start] in _EVERY:
            return not text[end : end + 1].isdigit()
        return False

    def _lasts(self, text: str, start: int) -> bool:
        before = text[max(0, start - 6) : start]
        return any(word in before for word in self._lasting)

    def _figures(self, text: str, clean: str, tokens: list[Token]) -> tuple[Figure, ...]:
        """Tokens with their bounds and with what the words beside them say."""
        figures: list[Figure] = []
        starts = [*(token.start for token in tokens[1:]), len(text)]
        floor, former = 0, ""
        for token, stop in zip(tokens, starts, strict=False):
            figure = self._figure(text, clean, token, floor, stop, former)
            figures.append(figure)
            floor, former = figure.end, figure.role
        return tuple(figures)

    def _figure(self, text: str, clean: str, token: Token, floor: int, stop: int, former: str) -> Figure:
        before = self._before.before(clean, token.start)
        after = self._after.at(clean, token.end)
        if after == "多" and (clean.startswith("出", token.end + 1) or clean[token.end + 1 : token.end + 2].isdigit()):
            after = ""  # 比上年的700篇多出20%: more than it, not somewhat more than 700
        bound = None
        if before in self._least or after in self._least:
            bound = "least"
        elif before in self._most or after in self._most:
            bound = "most"
        elif token.approx:
            bound = "least"
        start, end = token.start, token.end + len(after)
        role, counts = account(text, token.unit, (start, end), (floor, stop), former)
        approx = token.approx or bool(after) or (bool(before) and before != "上")
        return Figure(
            tidy(token.value), token.unit, approx, text[start:end], start, end, token.minor, bound, role, counts
        )


def _is_article(text: str, start: int, end: int) -> bool:
    """Whether 一 or 二 is no count (一批, 二期); two of something is 两, and one counts in 各配一名."""
    numeral = text[start:end]
    if numeral not in ("一", "二") or text.startswith("倍", end):
        return False
    return numeral == "二" or "各" not in text[max(0, start - 3) : start]


def _is_issue(text: str, start: int, numeral: str) -> bool:
    """Whether 期 counts courses or issues (培训班三期), and is not a phase of building (机场三期)."""
    return numeral[0] == "两" or text[start - 1 : start] in _HELD_IN_ISSUES


def _refers_back(text: str, end: int) -> bool:
    """Whether a count only points at things told before: 两项合计39项, 三者均."""
    return bool(_POINTS_BACK.match(text, end))


def _scaled(text: str, value: Exact, end: int) -> tuple[Exact, int, bool, bool]:
    """(value, end, approx, scaled) of an Arabic numeral with its 余, 万, 亿 and a second part (3亿5000万)."""
    end, approx = _vague(text, end)
    factor, end = scale_at(text, end)
    if factor == 1000 and not approx:  # 3千余万
        end, approx = _vague(text, end)
        again, end = scale_at(text, end) if approx else (1, end)
        factor *= again
    value = value * factor
    if factor >= 10_000 and not approx and (more := ARABIC.match(text, end)):
        second, rest = arabic(more.group()), scale_at(text, more.end())
        if second is not None and 1 < rest[0] < factor:
            value, end = value + second * rest[0], rest[1]
    if not approx:
        end, approx = _vague(text, end)
    return value, end, approx, factor > 1


def _vague(text: str, end: int) -> tuple[int, bool]:
    """Step over 余 or 多 behind a numeral."""
    return (end + 1, True) if text[end : end + 1] in ("余", "多") else (end, False)


def _without(text: str, tokens: list[Token]) -> str:
    """The text with tokens that were read overwritten, so that none is read twice."""
    pieces, at = [], 0
    for token in sorted(tokens, key=lambda token: token.start):
        pieces += [text[at : token.start], MASK * (token.end - token.start)]
        at = token.end
    return "".join(pieces) + text[at:]


def _shared_units(text: str, tokens: list[Token]) -> list[Token]:
    """Give a number without measure word that of the next one in its range or list (10至15个工作日)."""
    shared = tokens
    for i in range(len(shared) - 2, -1, -1):
        this, following = shared[i], shared[i + 1]
        gap = text[this.end : following.start]
        if this.unit or this.minor or not following.unit or not _JOINT.fullmatch(gap):
            continue
        is_range = gap[0] in _RANGE
        value = this.value
        if is_range and following.scaled and not this.scaled:
            value = _lifted(value, following.value)
        shared[i] = this._replace(value=value, unit=following.unit, minor=following.minor)
    return shared


def _lifted(low: Exact, high: Exact) -> Exact:
    """The lower end of 3至5万: as many times ten thousand as the upper end, if it stays below it."""
    for factor in (100_000_000, 10_000):
        if high >= factor and low * factor < high:
            return low * factor
    return low


def _is_figure(token: Token) -> bool:
    """A number needs a measure word; 三分之二 needs none, nor do sums told in 万 or 亿."""
    return bool(token.unit) or token.minor or token.complete


def _is_score(text: str, start: int, end: int) -> bool:
    """Whether a decimal number without measure word is a score or an index."""
    if _SCORE_AFTER.match(text, end):
        return True
    return text[end : end + 1] in _STOP and bool(_SCORE_BEFORE.search(text, max(0, start - 4), start))
