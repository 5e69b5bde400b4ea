"""The measure word after a number: data of the lexicon, and a general rule for words that it lacks."""

from __future__ import annotations

from collections.abc import Iterable

from checker.lexicon import Lexicon
from checker.patterns import Pattern
from checker.statements.figures.masks import fold


class Words:
    """A set of words that finds the longest one that stands at a place, or ends at it."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._lengths = _lengths((word[0], len(word)) for word in self._words)
        self._lengths_back = _lengths((word[-1], len(word)) for word in self._words)

    def at(self, text: str, place: int) -> str:
        """The longest word that begins at `place`; "" where there is none."""
        for length in self._lengths.get(text[place : place + 1], ()):
            word = text[place : place + length]
            if word in self._words:
                return word
        return ""

    def before(self, text: str, place: int) -> str:
        """The longest word that ends at `place`; "" where there is none."""
        for length in self._lengths_back.get(text[place - 1 : place], ()):
            word = text[max(0, place - length) : place]
            if word in self._words:
                return word
        return ""


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """How long the words are that begin (or end) with a character, the longest first."""
    found: dict[str, list[int]] = {}
    for char, length in sorted(set(pairs), reverse=True):
        found.setdefault(char, []).append(length)
    return found


# A character between a number and a punctuation mark is its measure word even if no list has it,
# unless it is one of these: particles, verbs and the marks of dates.
_NO_MEASURE = frozenset(
    "年月日号时为至到和与及或以等的已在由比是前后内外中上下余多了个大小新老强之共达占均各其并也增减降升约近超起止"
)
_MARKS = frozenset(("", *"，。；、：,;:)"))
_PERCENT = frozenset("%‰")
_NO_TIMES = frozenset("再首其依逐层档")
_NO_TIMES_AFTER = frozenset("一二三会全数")
_LONG = Pattern(r"个多(月|小时|星期|季度|学时)")


def _is_times(text: str, place: int) -> bool:
    """Whether a measure word joined with 次 begins at `place`: 轮次, 户次 and the like."""
    return _is_han(text[place]) and text[place] not in _NO_TIMES and text[place + 2 : place + 3] not in _NO_TIMES_AFTER


def _is_han(char: str) -> bool:
    return "一" <= char <= "\u9fff"


class Units:
    """Finds the measure word of a number."""

    def __init__(self, lexicon: Lexicon) -> None:
        def words(name: str) -> list[str]:
            return list(map(fold, lexicon.words("quantity", name)))

        self._measures = Words([*words("measures"), *words("nouns"), *words("latin"), "%", "‰"])
        self._chinese = Words(words("chinese_measures"))
        self._not = Words(words("not_measures"))
        self._still = Words(words("still_measures"))
        self._not_chinese = Words(words("not_after_chinese"))
        self._per = Words(words("per"))

    def after_arabic(self, text: str, place: int) -> tuple[str, int]:
        """(unit, end) of the measure word at `place`; ("", place) where there is none."""
        if text.startswith("个多", place) and (long := _LONG.match(text, place)):
            return "个" + long.group(1), long.end()
        if text.startswith("次", place + 1) and _is_times(text, place):
            return text[place : place + 2], place + 2
        unit = self._measures.at(text, place)
        if unit and not self._is_other_word(text, place, unit):
            return self._with_per(text, unit, place + len(unit))
        char = text[place : place + 1]
        if not unit and _is_han(char) and char not in _NO_MEASURE and text[place + 1 : place + 2] in _MARKS:
            return char, place + 1
        return "", place

    def after_chinese(self, text: str, place: int) -> tuple[str, int]:
        """The same after a Chinese numeral, where only listed measure words count."""
        unit = self._chinese.at(text, place)
        if not unit or self._not_chinese.at(text, place) or self._is_other_word(text, place, unit):
            return "", place
        return unit, place + len(unit)

    def _is_other_word(self, text: str, place: int, unit: str) -> bool:
        other = self._not.at(text, place)
        return len(other) > len(unit) and not self._still.at(text, place)

    def _with_per(self, text: str, unit: str, end: int) -> tuple[str, int]:
        """A compound unit where a known one follows a slash: 微克/立方米."""
        if text.startswith("/", end) and (per := self._per.at(text, end + 1)):
            end += 1 + len(per)
            return f"{unit}/{per}", end
        return ("元" if unit == "元人民币" else unit), end
