"""Which topics a sentence speaks of, by its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.statements.topic_rules import Topic, TopicRules
from checker.statements.topic_words import Pattern, WordFinder, without_masked

STRONG, WEAK, FAINT = 1.0, 0.5, 0.2
FURTHER = 0.1
"""What each further word of the same topic adds."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A topic that a sentence speaks of: the words that spoke, where the first stands, how much they weigh."""

    topic: Topic
    words: tuple[str, ...]
    strong: bool
    at: int
    weight: float

    @property
    def decides(self) -> bool:
        """Whether the hit bears on a label at all."""
        return self.weight > 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a sentence say: its topics, whether it is rhetoric, of elsewhere, a near miss, about law,
    and how many of the named obligations it names."""

    text: str
    found: Mapping[str, Sequence[int]]
    hits: tuple[Hit, ...]
    rhetoric: bool
    elsewhere: bool
    near_miss: bool
    legal: bool
    slogans: int


_Spoken = tuple[dict[str, int], dict[str, int], dict[str, int], dict[str, int], dict[str, int]]
"""The strong, weak, faint, unless and needed words of a topic in a sentence, each with its first offset."""


class Matcher:
    """Reads sentences by the rules; the words of all topics are found in one pass."""

    def __init__(self, rules: TopicRules) -> None:
        self._rules = rules
        self._entries, self._plain = _index(rules)
        needed = [part for topic in rules.topics for pattern in topic.all_patterns() for part in pattern.parts]
        told = [part for pattern in rules.rhetoric + rules.elsewhere + rules.legal for part in pattern.parts]
        named = [word for _, words in rules.slogans for word in words]
        self._finder = WordFinder([*needed, *told, *named, *rules.false_friends])
        self._false_friends = frozenset(rules.false_friends)
        self._rhetoric = _by_first(rules.rhetoric)
        self._elsewhere = _by_first(rules.elsewhere)
        self._legal = _by_first(rules.legal)

    @property
    def rules(self) -> TopicRules:
        """The rules it reads by."""
        return self._rules

    def read(self, text: str, around: str = "") -> Reading:
        """Read a folded sentence; `around` is folded text in which needed words may stand too."""
        whole = self._finder.find(text)
        masks = self._false_friends & whole.keys()
        found = without_masked(whole, masks) if masks else whole
        spoken = self._spoken(found)
        before = self._finder.find(around) if around and spoken else {}
        if masks:
            self._silence(spoken, whole)
        hits = tuple(hit for number in sorted(spoken) if (hit := self._hit(number, spoken[number], before)))
        return Reading(
            text=text,
            found=found,
            hits=hits,
            rhetoric=_any(self._rhetoric, found),
            elsewhere=_any(self._elsewhere, found),
            near_miss=bool(masks) or any(self._is_near_miss(number, words) for number, words in spoken.items()),
            legal=_any(self._legal, found),
            slogans=sum(any(word in found for word in words) for _, words in self._rules.slogans),
        )

    def _is_near_miss(self, number: int, spoken: _Spoken) -> bool:
        """Whether the words of a named obligation stand there and mean something else."""
        strong, _, _, unless, _ = spoken
        return bool(strong and unless and self._rules.topics[number].obligation)

    def _spoken(self, found: Mapping[str, Sequence[int]]) -> dict[int, _Spoken]:
        """Topic number -> for strong, weak, unless and needs: the patterns in the sentence and where they start."""
        spoken: dict[int, _Spoken] = {}
        for word, starts in found.items():
            for number, use in self._plain.get(word, ()):
                spoken.setdefault(number, ({}, {}, {}, {}, {}))[use][word] = starts[0]
            further = self._entries.get(word)
            for second in further.keys() & found.keys() if further else ():
                for pattern, uses in further[second]:
                    at = pattern.first(found)
                    if at is not None:
                        for number, use in uses:
                            spoken.setdefault(number, ({}, {}, {}, {}, {}))[use][pattern.text] = at
        return spoken

    def _silence(self, spoken: dict[int, _Spoken], whole: Mapping[str, Sequence[int]]) -> None:
        """Words that silence a topic do so inside false friends too."""
        for number, (_, _, _, unless, _) in spoken.items():
            for pattern in self._rules.topics[number].unless:
                at = pattern.first(whole)
                if at is not None:
                    unless[pattern.text] = at

    def _hit(self, number: int, spoken: _Spoken, before: Mapping[str, Sequence[int]]) -> Hit | None:
        topic, (strong, weak, faint, unless, needs) = self._rules.topics[number], spoken
        if unless or not (strong or weak or faint):
            return None
        if topic.needs and not needs and all(pattern.first(before) is None for pattern in topic.needs):
            return None
        return _weighed(topic, _longest(strong), _longest(weak), faint)


def _weighed(topic: Topic, strong: Mapping[str, int], weak: Mapping[str, int], faint: Mapping[str, int]) -> Hit:
    spoken = {**weak, **strong} or faint
    words = tuple(sorted(spoken, key=lambda word: (spoken[word], word)))
    if strong:
        weight = STRONG + FURTHER * min(5, len(strong) - 1)
    else:
        weight = WEAK * min(2, len(weak)) or FAINT
    return Hit(topic, words, bool(strong), min(spoken.values()), weight)


_Uses = tuple[tuple[int, int], ...]


_Entries = dict[str, dict[str, list[tuple[Pattern, _Uses]]]]


def _index(rules: TopicRules) -> tuple[_Entries, dict[str, _Uses]]:
    """The patterns of several parts by first and second word, and the plain words, with (topic number, use)."""
    uses: dict[Pattern, list[tuple[int, int]]] = {}
    for number, topic in enumerate(rules.topics):
        for use, patterns in enumerate((topic.strong, topic.weak, topic.faint, topic.unless, topic.needs)):
            for pattern in patterns:
                uses.setdefault(pattern, []).append((number, use))
    plain: dict[str, _Uses] = {}
    entries: _Entries = {}
    for pattern, places in uses.items():
        if len(pattern.parts) == 1:
            plain[pattern.parts[0]] = tuple(places)
        else:
            seconds = entries.setdefault(pattern.parts[0], {})
            seconds.setdefault(pattern.parts[1], []).append((pattern, tuple(places)))
    return entries, plain


def _by_first(patterns: Sequence[Pattern]) -> dict[str, list[Pattern]]:
    groups: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        groups.setdefault(pattern.parts[0], []).append(pattern)
    return groups


def _any(groups: Mapping[str, Sequence[Pattern]], found: Mapping[str, Sequence[int]]) -> bool:
    """Whether one of the patterns stands in the sentence."""
    return any(pattern.first(found) is not None for word in groups.keys() & found.keys() for pattern in groups[word])


def _longest(spoken: Mapping[str, int]) -> dict[str, int]:
    """Without the words that are part of a longer word that spoke too."""
    if len(spoken) < 2:
        return dict(spoken)
    return {word: at for word, at in spoken.items() if not any(word != other and word in other for other in spoken)}
