"""Which topics a sentence speaks of, by its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from checker.statements.topics.like_named import of_another_trade
from checker.statements.topics.neighbours import Neighbours
from checker.statements.topics.rules import Topic, TopicRules
from checker.statements.topics.words import Found, Pattern, WordFinder, without_inner

STRONG, WEAK, FAINT = 1.0, 0.5, 0.2
FURTHER, MOST_FURTHER = 0.1, 5
"""What each further strong word of the same topic adds, and how many count."""

MARK = 3
"""The use of words that mark a sentence as a whole, after the three uses of words that speak of a topic."""
RHETORIC, ELSEWHERE, LEGAL, SLOGANS = 0, 1, 2, 3
"""Kinds of marks; the slogans of the named obligations have the numbers from SLOGANS on."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A topic that a sentence speaks of: the words that spoke, where they stand, how much they weigh."""

    topic: Topic
    words: tuple[str, ...]
    strong: bool
    places: tuple[int, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a sentence say: topics, and the rules on tasks alone (`matches`).

    `near_miss` says that words of a named obligation or a false friend stand there and mean something
    else; `legal` that there is a word of law; `slogans` counts the named obligations that are named.
    `another_trade` are the obligations of which it tells only systems of the same name in another trade.
    """

    text: str
    found: Found
    hits: tuple[Hit, ...]
    matches: tuple[Hit, ...]
    rhetoric: bool
    elsewhere: bool
    another_trade: frozenset[str]
    near_miss: bool
    legal: bool
    slogans: int


_Uses = tuple[tuple[int, int], ...]
"""Topic numbers with the use of a pattern there, strong, weak, faint or MARK by number."""


@dataclass(slots=True)
class _Spoken:
    """Topic number -> patterns of one use in the sentence, each with its offset; `marks` are the kinds of marks."""

    strong: dict[int, dict[str, int]] = field(default_factory=dict)
    weak: dict[int, dict[str, int]] = field(default_factory=dict)
    faint: dict[int, dict[str, int]] = field(default_factory=dict)
    marks: set[int] = field(default_factory=set)

    def add(self, uses: _Uses, text: str, place: int) -> None:
        """Take in a pattern that stands at a place."""
        by_use = self.strong, self.weak, self.faint
        for number, use in uses:
            if use == MARK:
                self.marks.add(number)
            else:
                by_use[use].setdefault(number, {})[text] = place


@dataclass(frozen=True, slots=True)
class _Words:
    """The words that silence a topic, or of which it needs one: looked for only where the topic speaks."""

    plain: frozenset[str]
    pairs: tuple[Pattern, ...]

    def stand_in(self, found: Found) -> bool:
        """Whether one of the words was found."""
        if not self.plain.isdisjoint(found.words):
            return True
        return any(pattern.first(found) is not None for pattern in self.pairs)


class Matcher:
    """Reads sentences by the rules; the words of all topics are found in one pass."""

    def __init__(self, rules: TopicRules, terms: Iterable[str] = ()) -> None:
        """`terms` are further words to find."""
        self.rules = rules
        self._topics = rules.topics + rules.matches
        self._unless = tuple(_words(topic.unless) for topic in self._topics)
        self._needs = tuple(_words(topic.needs) for topic in self._topics)
        self._plain, self._pairs = _index(rules)
        self._plains, self._firsts = frozenset(self._plain), frozenset(self._pairs)
        self._finder = WordFinder([*_every_word(rules), *terms])
        self._shields = frozenset(rules.false_friends + rules.whole_words)
        self._false_friends = frozenset(rules.false_friends)
        self._neighbours = Neighbours(rules.neighbours, rules.guests)

    def read(self, text: str, around: Iterable[Found] = ()) -> Reading:
        """Read a folded sentence; needed words may also stand in what was found `around` it."""
        whole = self._finder.find(text)
        shields = self._shields & whole.words
        found = without_inner(whole, shields) if shields else whole
        spoken = self._spoken(found)
        # words that silence a topic do so inside longer words too
        silent = self._silenced(spoken, whole)
        hits, matches = self._hits(spoken, silent, (found, *around))
        return Reading(
            text=text,
            found=found,
            hits=hits,
            matches=matches,
            rhetoric=RHETORIC in spoken.marks,
            elsewhere=ELSEWHERE in spoken.marks or self._neighbours.told(text),
            another_trade=of_another_trade(text),
            near_miss=self._is_near_miss(shields, silent & spoken.strong.keys()),
            legal=LEGAL in spoken.marks,
            slogans=sum(mark >= SLOGANS for mark in spoken.marks),
        )

    def _spoken(self, found: Found) -> _Spoken:
        spoken = _Spoken()
        words = found.words
        for word in words & self._plains:
            spoken.add(self._plain[word], word, found.at(word))
        for word in words & self._firsts:
            seconds, patterns = self._pairs[word]
            for second in seconds & words:
                for pattern, uses in patterns[second]:
                    first = pattern.first(found)
                    if first is not None:
                        spoken.add(uses, pattern.text, first)
        return spoken

    def _silenced(self, spoken: _Spoken, whole: Found) -> set[int]:
        numbers = {*spoken.strong, *spoken.weak, *spoken.faint}
        return {number for number in numbers if (words := self._unless[number]) and words.stand_in(whole)}

    def _hits(
        self, spoken: _Spoken, silent: set[int], around: Sequence[Found]
    ) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
        """Topics and rules on tasks that are not silenced, in file order; faint words only where no topic speaks."""
        numbers = {*spoken.strong, *spoken.weak} - silent
        met = sorted(number for number in numbers if self._is_met(number, around))
        first = bisect_left(met, len(self.rules.topics))
        topics, matches = met[:first], met[first:]
        if not topics:
            topics = sorted(number for number in spoken.faint.keys() - silent if self._is_met(number, around))
        return self._built(topics, spoken), self._built(matches, spoken)

    def _built(self, numbers: Sequence[int], spoken: _Spoken) -> tuple[Hit, ...]:
        return tuple(_hit(self._topics[number], number, spoken) for number in numbers)

    def _is_met(self, number: int, around: Sequence[Found]) -> bool:
        needs = self._needs[number]
        return needs is None or any(needs.stand_in(found) for found in around)

    def _is_near_miss(self, shields: frozenset[str], silenced: set[int]) -> bool:
        return bool(shields & self._false_friends) or any(self._topics[n].obligation for n in silenced)


def _hit(topic: Topic, number: int, spoken: _Spoken) -> Hit:
    strong, weak = spoken.strong.get(number), spoken.weak.get(number)
    if strong and not weak and len(strong) == 1:
        return Hit(topic, tuple(strong), True, tuple(strong.values()), STRONG)
    if weak and not strong and len(weak) == 1:
        return Hit(topic, tuple(weak), False, tuple(weak.values()), WEAK)
    if strong:
        strong = _longest(strong)
        weight = STRONG + FURTHER * min(MOST_FURTHER, len(strong) - 1)
    else:
        weight = WEAK * min(2, len(_longest(weak))) if weak else FAINT
    words = {**(weak or {}), **(strong or {})} or spoken.faint[number]
    places, in_order = zip(*sorted(zip(words.values(), words, strict=True)), strict=True)
    return Hit(topic, in_order, bool(strong), places, weight)


def _words(patterns: Sequence[Pattern]) -> _Words | None:
    """The words of one list, None for an empty one."""
    if not patterns:
        return None
    plain = frozenset(pattern.parts[0] for pattern in patterns if len(pattern.parts) == 1)
    return _Words(plain, tuple(pattern for pattern in patterns if len(pattern.parts) > 1))


_Pairs = dict[str, tuple[frozenset[str], dict[str, list[tuple[Pattern, _Uses]]]]]
"""First part of a pattern -> all second parts, and the patterns by second part."""


def _index(rules: TopicRules) -> tuple[dict[str, _Uses], _Pairs]:
    """The uses of plain words, and the patterns of several parts by their first and second part."""
    plain: dict[str, _Uses] = {}
    pairs: dict[str, dict[str, list[tuple[Pattern, _Uses]]]] = {}
    for pattern, uses in _uses(rules):
        if len(pattern.parts) == 1:
            plain[pattern.parts[0]] = tuple(uses)
        else:
            seconds = pairs.setdefault(pattern.parts[0], {})
            seconds.setdefault(pattern.parts[1], []).append((pattern, tuple(uses)))
    return plain, {first: (frozenset(seconds), seconds) for first, seconds in pairs.items()}


def _uses(rules: TopicRules) -> Iterable[tuple[Pattern, list[tuple[int, int]]]]:
    """Every pattern once, with where it is used and as what."""
    uses: dict[str, tuple[Pattern, list[tuple[int, int]]]] = {}  # the text tells patterns apart
    for number, topic in enumerate(rules.topics + rules.matches):
        for use, patterns in enumerate(topic.patterns_by_use()[:MARK]):
            for pattern in patterns:
                uses.setdefault(pattern.text, (pattern, []))[1].append((number, use))
    for kind, marks in enumerate(_marks(rules)):
        for pattern in marks:
            uses.setdefault(pattern.text, (pattern, []))[1].append((kind, MARK))
    return uses.values()


def _marks(rules: TopicRules) -> Sequence[Sequence[Pattern]]:
    """The words that mark a sentence as a whole, by the number of their kind."""
    return rules.rhetoric, rules.elsewhere, rules.legal, *(words for _, words in rules.slogans)


def _every_word(rules: TopicRules) -> Iterable[str]:
    by_use = (patterns for topic in rules.topics + rules.matches for patterns in topic.patterns_by_use())
    for patterns in chain(by_use, _marks(rules)):
        for pattern in patterns:
            yield from pattern.parts
    yield from rules.false_friends + rules.whole_words


def _longest(spoken: dict[str, int]) -> dict[str, int]:
    """Without the words that are part of a longer word that spoke too."""
    if len(spoken) < 2:
        return spoken
    together = "\n".join(spoken)
    return {word: at for word, at in spoken.items() if together.count(word) == 1}
