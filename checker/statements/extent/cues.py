"""A sentence -> its parts, each with what its words say about extent: all, some, counted, or only aimed at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from checker.lexicon import Lexicon
from checker.model import Figure
from checker.statements.extent import limits
from checker.statements.extent.beside import is_beside, is_of_existing, is_of_something
from checker.statements.extent.parts import Part, with_figures
from checker.statements.extent.rates import (
    COUNT_UNITS,
    is_count,
    is_of_cases,
    is_rate,
    is_short_of_all,
    of_these,
    tells,
)
from checker.statements.patterns import NEVER, alternation, compiled

TITLE = "示范"
"""What a title of the fourth obligation is called."""

_BOOK = re.compile(r"《[^《》]{1,200}》")
_RESULT = "完成|建成|成立|挂牌|公布|印发|出台|设立|组建"
# Each alternative begins with a plain character, so that the search skips what cannot match.
_EVERY = compiled(
    r"全部(?<!占全部)(?!线索|收入|人口)"
    r"|均(?<![平人户]均)(?=[已由按经在能有聘设实执挂完建制公出成配编落开达纳向列明组印为通推做严统依])"
    r"|都(?<![首成古宜]都)(?=[已有建完按实设能落公配做])"
    rf"|所有(?=[^，,]{{1,12}}(?:{_RESULT}|建立|落实|实现|执行|配备))"
    rf"|每(?:个|一个)(?=[^，,]{{1,12}}(?:{_RESULT}|建立|落实|实现|执行|配备))"
    r"|应([一-鿿]{1,3})[尽必]\1"
    r"|一[家个件户人单项案处条名支]也?不[落漏少缺]"
    r"|全面建立(?!健全)"
    rf"|各(?![级地类项种方])[^，,]{{1,14}}?(?:已经|已?(?:{_RESULT}))"
)
_DONE = re.compile(rf"{_RESULT}|建立|制定|实行|执行|落实|实现|配备|达到|做到|统一|套用|沿用|照用|采用")
_EXCEPT = re.compile(r"除(?!此|了|国家|法律|另有|垂直|实行|海关|税务|金融)[^，,。；]{1,12}?外")
_NOT_YET = re.compile(r"(?:未|没有|没能|还不|尚不|难以|不能)[^，,。]{0,6}$")
_OF_SYSTEMS = re.compile(r"三项制度|法制审核|执法公示|记录")
_GIVEN_AIM = re.compile(r"(?:认真|严格|全面|坚决)?(?:按照|根据|对照|落实|贯彻|围绕|依据)")
_LOOK = 24


class _Sentence(NamedTuple):
    """A sentence while its parts are read: what stands nowhere in it need not be looked for in each part.

    `wholes` and `partial` are the patterns that it holds; `about` says that it speaks of a named obligation,
    `made` that it is about standards alone, so that 公开率 is the rate of those that exist.
    """

    text: str
    around: limits.Around
    wholes: list[re.Pattern[str]]
    partial: list[re.Pattern[str]]
    limited: bool
    about: bool
    won: bool
    settled: bool
    made: bool

    @property
    def claims(self) -> bool:
        """Whether some words of it may say that something is done for all."""
        return bool(self.wholes or self.won or self.settled)


class _Place(NamedTuple):
    """A part while it is read, with its figures and the figure before it.

    It states no fact where it is `aimed`, and `is_ground` where it only tells what was there before (在……基础上).
    """

    start: int
    end: int
    figures: Sequence[Figure]
    last: Figure | None
    aimed: bool
    is_ground: bool


class CueReader:
    """Reads the parts of a sentence; compiled once from section [extent] of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        def words(name: str) -> re.Pattern[str]:
            return re.compile(alternation(lexicon, "extent", name))

        self._wholes = (words("all"), _EVERY)
        self._wholes_of_reform = (*self._wholes, words("reconsidering"), _reform(lexicon))
        self._partial = (words("some"), words("nearly"), _EXCEPT)
        self._aims, self._lasting, self._deadlines = words("aims"), words("lasting_aims"), words("deadlines")
        self._topics, self._foreign = words("topics"), words("foreign")
        self._won, self._single = words("titles_won"), words("single_items")
        self._bodies = re.compile(rf"[^，,。；、\d]{{0,10}}?(?:{words('bodies').pattern})")
        self._settled = _settled(lexicon)

    def read(self, text: str, figures: Sequence[Figure], head: int) -> list[Part]:
        """The parts of a sentence in order, [] where none has a cue.

        The first `head` characters of the sentence are a heading, which states no extent.
        """
        if "《" in text:
            text = _BOOK.sub(lambda title: "书" * len(title.group()), text)
        sentence = self._looked_over(text, figures)
        if sentence is None:
            return []
        quiet = not (sentence.claims or sentence.partial or sentence.limited)
        parts: list[Part] = []
        tells = aimed = False
        may_aim = self._lasting.search(text) is not None
        last: Figure | None = None
        for start, end, inside in with_figures(text, figures):
            aimed = may_aim and (self._aims_on(text, start, end) or (aimed and _goes_on(text, start, end)))
            topical = sentence.about and self._topics.search(text, start, end) is not None
            if start < head or (quiet and not inside):
                parts.append(Part(start, end, topical=topical))
                continue
            place = _Place(start, end, inside, last, aimed, text.endswith("基础上", start, end))
            part = self._part(sentence, place, topical)
            parts.append(part)
            tells = tells or part.tells
            if inside:
                last = inside[-1]
        return parts if tells else []

    def _looked_over(self, text: str, figures: Sequence[Figure]) -> _Sentence | None:
        """The sentence as a whole, None where nothing in it can tell of extent."""
        about = self._topics.search(text) is not None
        # 统一由…, 改革任务完成: of reconsideration where it is said, or where no obligation is named at all
        asked = self._wholes if about and "复议" not in text else self._wholes_of_reform
        wholes = [pattern for pattern in asked if pattern.search(text)]
        partial = [pattern for pattern in self._partial if pattern.search(text)]
        won = not about and TITLE in text and self._won.search(text) is not None
        settled = about and self._settled.search(text) is not None
        if not (wholes or partial or won or settled or any(map(tells, figures)) or limits.has_limit(text, figures)):
            return None
        made = about and "裁量" in text and not _OF_SYSTEMS.search(text)
        return _Sentence(text, limits.Around(text), wholes, partial, limits.in_words(text), about, won, settled, made)

    def _part(self, sentence: _Sentence, place: _Place, topical: bool) -> Part:
        """What one part says."""
        text, (start, end, inside, last, _, _) = sentence.text, place
        foreign = sentence.about and self._is_foreign(text, place)
        if not inside and not sentence.claims:
            return Part(start, end, some=self._partly(sentence, place), topical=topical, foreign=foreign)
        whole, denied = self._whole(sentence, place)
        drawn = sentence.around.drawn_before(end) if whole else ""
        counted = (self._counted(text, inside) or limits.short_of(text, inside, last)) if inside else ""
        return Part(
            start,
            end,
            all=whole,
            some=denied or drawn or self._partly(sentence, place),
            counted=counted,
            done=bool(counted or any(map(is_count, inside))) and self._is_done(text, place),
            won=self._title(sentence, place) if sentence.won else "",
            settled=self._settled_in(sentence, place) if sentence.settled else "",
            topical=topical,
            foreign=foreign,
        )

    def _is_foreign(self, text: str, place: _Place) -> bool:
        return self._foreign.search(text, place.start, place.end) is not None or is_of_cases(
            text, place.start, place.last
        )

    def _aims_on(self, text: str, start: int, end: int) -> bool:
        """Whether an aim begins here that governs the parts behind it too (确保…，…，…全覆盖)."""
        return self._lasting.search(text, start, end) is not None and not _GIVEN_AIM.match(text, start, end)

    def _is_done(self, text: str, place: _Place) -> bool:
        done = None if place.aimed else _DONE.search(text, place.start, place.end)
        return done is not None and self._limit(text, place.start, place.end) == place.end

    def _limit(self, text: str, start: int, end: int) -> int:
        """Where an aim or a date not yet reached begins in a part: what stands behind is no fact."""
        aim = self._aims.search(text, start, end)
        if aim is None and "已" not in text[start:end]:
            aim = self._deadlines.search(text, start, end)
        return aim.start() if aim else end

    def _whole(self, sentence: _Sentence, place: _Place) -> tuple[str, str]:
        """The first words that say 'all' as a fact, and those that deny it."""
        if place.aimed or place.is_ground:
            return "", ""
        told = self._in_words(sentence, place) if sentence.wholes else ("", "")
        if place.figures and told == ("", ""):
            told = self._in_figures(sentence, place), ""
        return ("", "") if any(told) and sentence.around.is_elsewhere(place.start) else told

    def _in_words(self, sentence: _Sentence, place: _Place) -> tuple[str, str]:
        """The first words of a part that say 'all' of the matter, and those that deny it."""
        text, start, end = sentence.text, place.start, place.end
        for pattern in sentence.wholes:
            for found in pattern.finditer(text, start, end):
                if _NOT_YET.search(text, max(start, found.start() - _LOOK), found.start()):
                    return "", found.group()
                if found.start() < self._limit(text, start, end) and not is_beside(
                    text, start, end, found, about=sentence.about, made=sentence.made
                ):
                    return found.group(), ""
        return "", ""

    def _in_figures(self, sentence: _Sentence, place: _Place) -> str:
        """The figure of a part that says 'all': a rate of 100 %, as many as there are."""
        text, start, end = sentence.text, place.start, place.end
        rates = [figure for figure in place.figures if figure.value >= 100 and is_rate(text, start, figure)]
        if rates and not (sentence.made and is_of_existing(text, start, end)):
            limit = self._limit(text, start, end)
            if told := next((figure.text for figure in rates if figure.start < limit), ""):
                return told
        for whole, part in of_these(text, place.figures):
            if whole.value == part.value:
                return part.text
        return ""

    def _as_fact(self, pattern: re.Pattern[str], text: str, place: _Place) -> re.Match[str] | None:
        """A pattern in a part, before any aim in it."""
        if pattern.search(text, place.start, place.end) is None:
            return None
        return pattern.search(text, place.start, self._limit(text, place.start, place.end))

    def _partly(self, sentence: _Sentence, place: _Place) -> str:
        """The words that limit a result to some: pilots, first batches, 等13个部门, M of N, 96%."""
        if place.is_ground:
            return ""
        text, start, end = sentence.text, place.start, place.end
        for pattern in sentence.partial:
            if found := pattern.search(text, start, end):
                return found.group()
        told = self._partly_by_figures(text, place) if place.figures else ""
        return told or (limits.limit_in_words(text, start, end) if sentence.limited else "")

    def _partly_by_figures(self, text: str, place: _Place) -> str:
        for figure in place.figures:
            if is_short_of_all(text, place.start, figure):
                return figure.text
            if text[figure.start - 1 : figure.start] == "等" and self._is_of_bodies(text, figure):
                return f"等{figure.text}"
        for whole, part in of_these(text, place.figures):
            if whole.value > part.value:
                return part.text
        return limits.share(text, place.start, place.figures, place.last)

    def _counted(self, text: str, figures: Sequence[Figure]) -> str:
        return next((figure.text for figure in figures if self._is_of_bodies(text, figure)), "")

    def _is_of_bodies(self, text: str, figure: Figure) -> bool:
        return figure.unit in COUNT_UNITS and self._bodies.match(text, figure.end) is not None

    def _settled_in(self, sentence: _Sentence, place: _Place) -> str:
        """The words that say that the one body of a level has what it needs; of several bodies they say nothing."""
        text = sentence.text
        several = any(is_count(figure) and figure.value > 1 for figure in place.figures)
        found = None if place.aimed or several else self._as_fact(self._settled, text, place)
        if not found or is_of_something(text, found.end()) or sentence.around.is_elsewhere(place.start):
            return ""
        return "" if _NOT_YET.search(text, place.start, found.end() - 2) else found.group()

    def _title(self, sentence: _Sentence, place: _Place) -> str:
        """The words that say that a title was received, where it is the government's and not a single item's."""
        text = sentence.text
        won = None if place.aimed or place.is_ground else self._as_fact(self._won, text, place)
        if won is None or sentence.around.is_elsewhere(place.start):
            return ""
        denied = _NOT_YET.search(text, place.start, won.start())
        return "" if denied or self._single.search(text, place.start, place.end) else won.group()


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a part still belongs to the aim before it."""
    return text[start - 1] not in "；;。" and "已" not in text[start:end]


def _settled(lexicon: Lexicon) -> re.Pattern[str]:
    """A body of reconsideration with what settles it, in either order; the own standards."""
    bodies, settled, own = (
        alternation(lexicon, "extent", name)
        for name in ("reconsideration_bodies", "reconsideration_settled", "own_settled")
    )
    return re.compile(
        rf"(?:{bodies})[^，,。；]{{0,12}}?(?:{settled})|(?:{settled})[^，,。；]{{0,14}}?(?:{bodies})"
        rf"|裁量[^，,。；]{{0,24}}?(?:{own})|(?:{own})[^，,。；]{{0,24}}?裁量"
    )


def _reform(lexicon: Lexicon) -> re.Pattern[str]:
    """A reform with the word that finishes it, in either order."""
    finished = "|".join(
        rf"{re.escape(word)}[^，,。；]{{0,10}}(?:完成|收官|成果)" for word in lexicon.words("extent", "reforms")
    )
    reforms = alternation(lexicon, "extent", "reforms")
    return re.compile(rf"{finished or NEVER}|完成(?<!未完成)[^，,。；]{{0,14}}(?:{reforms})")
