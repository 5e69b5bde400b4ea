"""Which topics a sentence speaks of, by its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.statements.topic_rules import Topic, TopicRules
from checker.statements.topic_words import Pattern, WordFinder, fold, without_masked

STRONG, WEAK = 1.0, 0.5
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
    """What the words of a sentence say: its topics, whether it is rhetoric, and the plan terms in it."""

    text: str
    found: Mapping[str, Sequence[int]]
    hits: tuple[Hit, ...]
    rhetoric: bool


class Matcher:
    """Reads sentences by the rules; the words of all topics are found in one pass."""

    def __init__(self, rules: TopicRules, further: Sequence[str] = ()) -> None:
        self._rules = rules
        words = [part for pattern in _every_pattern(rules) for part in pattern.parts]
        self._finder = WordFinder([*words, *rules.false_friends, *further])
        self._triggers = _triggers(rules)

    @property
    def rules(self) -> TopicRules:
        """The rules it reads by."""
        return self._rules

    def read(self, quote: str, carried: str = "") -> Reading:
        """Read a sentence; `carried` is the sentence before, where this one carries it on."""
        text = fold(quote)
        found = without_masked(self._finder.find(text), self._rules.false_friends)
        before = self._finder.find(fold(carried)) if carried else {}
        numbers = sorted({number for word in found for number in self._triggers.get(word, ())})
        hits = tuple(hit for number in numbers if (hit := _hit(self._rules.topics[number], found, before)))
        rhetoric = any(pattern.first(found) is not None for pattern in self._rules.rhetoric)
        return Reading(text, found, hits, rhetoric)


def _every_pattern(rules: TopicRules) -> list[Pattern]:
    return [pattern for topic in rules.topics for pattern in topic.all_patterns()] + list(rules.rhetoric)


def _triggers(rules: TopicRules) -> dict[str, tuple[int, ...]]:
    """First word of a pattern -> numbers of the topics to look at."""
    found: dict[str, set[int]] = {}
    for number, topic in enumerate(rules.topics):
        for pattern in topic.strong + topic.weak:
            found.setdefault(pattern.parts[0], set()).add(number)
    return {word: tuple(sorted(numbers)) for word, numbers in found.items()}


def _hit(topic: Topic, found: Mapping[str, Sequence[int]], before: Mapping[str, Sequence[int]]) -> Hit | None:
    strong = _spoken(topic.strong, found)
    weak = _spoken(topic.weak, found)
    if not strong and not weak:
        return None
    if any(pattern.first(found) is not None for pattern in topic.unless):
        return None
    if topic.needs and not any(p.first(found) is not None or p.first(before) is not None for p in topic.needs):
        return None
    spoken = {**weak, **strong}
    words = tuple(sorted(spoken, key=lambda word: (spoken[word], word)))
    weight = STRONG + FURTHER * min(5, len(strong) - 1) if strong else WEAK * min(2, len(weak))
    return Hit(topic, words, bool(strong), min(spoken.values()), weight)


def _spoken(patterns: Sequence[Pattern], found: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """The patterns that stand in the sentence and where, without those that are part of a longer one."""
    spoken = {}
    for pattern in patterns:
        at = pattern.first(found)
        if at is not None:
            spoken[pattern.text] = at
    return {word: at for word, at in spoken.items() if not any(word != other and word in other for other in spoken)}
