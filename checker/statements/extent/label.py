"""Sentences with their levels -> how much of each level a result covers: all, some, or not said.

Only facts count: an aim (推动…全覆盖, 确保…) says nothing, a pilot, a first batch, a named unit or a number
without its total is some. Where a sentence speaks of a named obligation, only the parts of it that do so are
asked, so that 培训覆盖率100% never covers anything else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from checker.lexicon import Lexicon
from checker.model import Because, Extent, Figure, Level, Reach, Sentence
from checker.patterns import Pattern
from checker.statements.extent.cues import CueReader
from checker.statements.extent.parts import Part
from checker.statements.extent.totals import counts, totals
from checker.statements.levels.label import LevelLabel, LevelSpan
from checker.statements.levels.spans import UNNAMED
from checker.statements.levels.titles import AWARD, TITLE

_THREE = "三项制度"
_LAW_BASED = Pattern(r"法治[^，,。；]{0,16}示范|示范[^，,。；]{0,10}法治")
_TITLE_HELD = Pattern(r"成果|称号|牌匾|命名|获评")
_NEW_SUBJECT = Pattern(r"[全我][省市州盟县区旗镇乡]|本级")
_SINGLE = frozenset("市县区旗乡镇村") | {"街道", "社区", "苏木", "嘎查"}
_NOT_A_NAME = ("各", "每", "个", "所有", "全部", "两", "等", "家")
_COUNTED = "extent.counted"
_BASE_OF_ITS_OWN = Pattern(r"(?:承接(?:行政)?(?:执法|处罚)|赋权|(?<!没)有(?:行政)?执法权)[^，,。；]{0,8}的$")
"""承接执法事项的10个乡镇: all that the duty binds, however many townships there are."""
_AS_OBJECT = Pattern(r"(?:对|给|赴|组织|指导|督促|协助|帮助)[^，,]{0,8}$")


class Told(NamedTuple):
    """What the part quote[start:end] of a sentence says: of which levels all, of which some or a number without total.

    `aside`: it speaks of something beside the named obligation of the sentence.
    """

    start: int
    end: int
    all: tuple[Level, ...]
    some: tuple[Level, ...]
    counted: tuple[Level, ...]
    aside: bool


class ExtentLabel(NamedTuple):
    """How much of each named level was covered, in the order of the levels.

    `own` is the extent for the own level where the sentence names none (else not said). `parts` tells the parts of
    the sentence apart where that may matter for its tasks: where one says all, or has a limit that was not heard.
    """

    reaches: tuple[Reach, ...]
    own: Extent
    because: tuple[Because, ...]
    parts: tuple[Told, ...] = ()


_NOTHING_SAID = ExtentLabel((), Extent.UNSTATED, ())
"""The label of a sentence that names no level and has no cue, as most have none."""


class _Sign(NamedTuple):
    """One fact about the extent at a level, with the words that state it and where the part that does so begins."""

    level: Level
    extent: Extent
    rule: str
    words: str
    part: int = -1


class Extents:
    """Labels sentences with extents; compiled once from section [extent] of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cues = CueReader(lexicon)
        self._systems = tuple(lexicon.words("extent", name) for name in ("publicity", "recording", "review"))

    def label(
        self,
        sentences: Sequence[Sentence],
        levels: Sequence[LevelLabel],
        figures: Sequence[Sequence[Figure]],
        own: Level,
        year: int | None = None,
    ) -> tuple[ExtentLabel, ...]:
        """One label for each sentence; the rows belong together by position.

        Figures are those of the sentence's quote, in order. `own` is the reporting government's level, `year` the
        one that the report tells of.
        """
        rows = list(zip(sentences, levels, figures, strict=True))
        known = totals((sentence.quote, label.spans, found) for sentence, label, found in rows if label.spans and found)
        return tuple(self._one(sentence, label, found, own, known, year) for sentence, label, found in rows)

    def _one(
        self,
        sentence: Sentence,
        label: LevelLabel,
        figures: Sequence[Figure],
        own: Level,
        known: dict[Level, float],
        year: int | None,
    ) -> ExtentLabel:
        text = sentence.quote
        read = self._cues.read(text, figures, sentence.head_end, year)
        if not read and not label.spans:
            return _NOTHING_SAID
        parts: Sequence[Part] = (Part(0, len(text)),)
        signs: list[_Sign] = []
        places: list[tuple[Level, ...]] = []
        if read:
            title = TITLE in text and not any(part.topical for part in read)
            parts = self._without_single_systems(text, _heard(read))
            places = _levels_of(read, text, label, own)
            for part, levels in zip(parts, places, strict=True):
                if part.speaks:
                    signs += _signs(part, levels, text, label, own, title=title)
        if label.spans and figures:
            signs += _against_totals(text, label.spans, figures, parts, known)
        for span in label.spans:
            if _names_one(text, span):
                signs.append(_Sign(span.level, Extent.SOME, "extent.named", span.word))
        return _label(signs, label, own, _told(read, parts, places, signs) if read else ())

    def _without_single_systems(self, text: str, parts: Sequence[Part]) -> list[Part]:
        """The parts; their 'all' struck where it holds for one of the three systems and the sentence names more."""
        if not any(part.all or part.done for part in parts):
            return list(parts)
        named = self._systems_in(text)
        held: set[int] = set()
        for part in parts:
            if part.all or (part.done and part.counted):
                held |= self._systems_in(text[part.start : part.end]) or named
        if named <= held:
            return list(parts)
        return [part._replace(all="", done=False) for part in parts]

    def _systems_in(self, text: str) -> set[int]:
        if _THREE in text:
            return set(range(len(self._systems)))
        return {number for number, words in enumerate(self._systems) if any(word in text for word in words)}


def _heard(parts: Sequence[Part]) -> list[Part]:
    """The parts; where any speaks of a named obligation, only what these and their successors say is heard."""
    if not any(part.topical for part in parts):
        return list(parts)
    heard: list[Part] = []
    begun = False
    for part in parts:
        begun = begun or part.topical
        heard.append(part if begun and not part.foreign else Part(part.start, part.end, heard=False))
    return heard


def _is_single(words: str, level: Level, label: LevelLabel, own: Level) -> bool:
    """Whether a level is one body in what `words` say, so that done there is done for all of it.

    A government has one office of reconsideration (so has each of 市、县两级); a department or a township is
    itself the only one to publish and apply its 裁量基准.
    """
    if "复议" not in words:
        return level is own and own in (Level.DEPARTMENT, Level.TOWNSHIP)
    return level is own or any(span.rule == "level.graded" and span.level is level for span in label.spans)


def _levels_of(parts: Sequence[Part], text: str, label: LevelLabel, own: Level) -> list[tuple[Level, ...]]:
    """The levels of which each part speaks: those it names, else those of the part before it, at first the own.

    The own level need not be one of the label's: what is said of it then is for those who ask (apart.with_own).
    """
    if not label.levels:
        return [(own,)] * len(parts)
    ahead = deque(label.spans)
    found: list[tuple[Level, ...]] = []
    outset: tuple[Level, ...] = (own,)
    current = outset
    for part in parts:
        here = []
        while ahead and ahead[0].start < part.end:
            here.append(ahead.popleft().level)
        if here:
            current = tuple(dict.fromkeys(here))
        elif _NEW_SUBJECT.search(text, part.start, part.end):
            current = outset
        found.append(current)
    return found


def _signs(
    part: Part, levels: Sequence[Level], text: str, label: LevelLabel, own: Level, *, title: bool
) -> list[_Sign]:
    """What a part says of the levels that it speaks of; `title` where the sentence is about titles (示范)."""
    if part.near:
        return [_Sign(level, Extent.SOME, "extent.near", part.near, part.start) for level in levels]
    signs: list[_Sign] = []
    for level in levels:
        if title and level is own:
            if part.won and _LAW_BASED.search(text) and (not part.bearer or _is_given(part, label)):
                signs.append(_Sign(level, Extent.ALL, "extent.title", part.won, part.start))
        else:
            signs += _cues(part, text, level, title=title)
        if part.settled and _is_single(part.settled, level, label, own):
            signs.append(_Sign(level, Extent.ALL, "extent.settled", part.settled, part.start))
    return signs


def _is_given(part: Part, label: LevelLabel) -> bool:
    """Whether the part names the reporting government as who receives the title (命名甲县为)."""
    given = (span for span in label.spans if span.rule == AWARD and part.start <= span.start < part.end)
    return any(len(span.word) > 1 and part.bearer.startswith(span.word) for span in given)


def _cues(part: Part, text: str, level: Level, *, title: bool) -> list[_Sign]:
    """The cues of a part as facts about a level."""
    signs = []
    if part.some:
        signs.append(_Sign(level, Extent.SOME, "extent.some", part.some, part.start))
    whole = part.all and (not title or part.won or _TITLE_HELD.search(text, part.start, part.end))
    if whole:
        signs.append(_Sign(level, Extent.ALL, "extent.all", part.all, part.start))
    elif part.counted:
        signs.append(_Sign(level, Extent.SOME, _COUNTED, part.counted, part.start))
    return signs


def _against_totals(
    text: str,
    spans: Sequence[LevelSpan],
    figures: Sequence[Figure],
    parts: Sequence[Part],
    known: dict[Level, float],
) -> Iterator[_Sign]:
    """Units counted in a result, held against the number that the report gives for their level."""
    for span, figure in counts(text, spans, figures):
        part = parts[max(0, bisect_right(parts, figure.start, key=attrgetter("start")) - 1)]
        total = known.get(span.level)
        if total is None or not part.heard or _BASE_OF_ITS_OWN.search(text, part.start, figure.start):
            continue
        if figure.value < total:
            yield _Sign(span.level, Extent.SOME, "extent.of_total", f"{total:g}个中的{figure.text}", part.start)
        elif part.done and not _AS_OBJECT.search(text, part.start, figure.start):
            yield _Sign(span.level, Extent.ALL, "extent.total", f"{figure.text}（全部）", part.start)


def _told(
    read: Sequence[Part], parts: Sequence[Part], places: Sequence[tuple[Level, ...]], signs: Sequence[_Sign]
) -> tuple[Told, ...]:
    """The parts told apart, () where nothing hangs on it; limits are taken from all that was read, heard or not."""
    whole: dict[int, list[Level]] = {}
    for sign in signs:
        if sign.extent is Extent.ALL:
            whole.setdefault(sign.part, []).append(sign.level)
    told = []
    unheard = False
    for one, part, levels in zip(read, parts, places, strict=True):
        some, counted = levels if one.some else (), levels if one.counted else ()
        told.append(Told(part.start, part.end, tuple(whole.get(part.start, ())), some, counted, one.foreign))
        unheard = unheard or bool(not part.heard and (some or counted))
    return tuple(told) if whole or unheard else ()


def _label(signs: Sequence[_Sign], label: LevelLabel, own: Level, parts: tuple[Told, ...]) -> ExtentLabel:
    levels = label.levels
    decided = [(level, _decide([sign for sign in signs if sign.level is level])) for level in levels or (own,)]
    because = tuple(
        Because("extent", sign.rule, f"{level.zh}：{sign.words}→{sign.extent.zh}")
        for level, sign in decided
        if sign and sign.words
    )
    extents = [sign.extent if sign else Extent.UNSTATED for _, sign in decided]
    if not levels:
        return ExtentLabel((), extents[0], because, parts)
    named = {span.level for span in label.spans if span.rule != UNNAMED}
    reaches = [Reach(level, extent, level in named) for level, extent in zip(levels, extents, strict=True)]
    return ExtentLabel(tuple(reaches), Extent.UNSTATED, because, parts)


def _decide(signs: Sequence[_Sign]) -> _Sign | None:
    """The sign that counts: a limit outweighs 'all', 'all' outweighs a number without its total."""
    whole = None
    for sign in signs:
        if sign.extent is Extent.SOME and sign.rule != _COUNTED:
            return sign
        if sign.extent is Extent.ALL and whole is None:
            whole = sign
    return whole or (signs[0] if signs else None)


def _names_one(text: str, span: LevelSpan) -> bool:
    """Whether a span is a single named unit (寅县), which is some of its level."""
    if span.rule != "level.below" or span.word not in _SINGLE or text[span.end : span.end + 1] in ("级", "直"):
        return False
    before = text[max(0, span.start - 2) : span.start]
    return "一" <= before[-1:] <= "鿿" and not before.endswith(_NOT_A_NAME)
