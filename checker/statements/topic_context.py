"""What surrounds a statement: headings, the run-in head it stands under, the sentence it carries on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.model import Sentence
from checker.statements.topic_match import Matcher, Reading
from checker.statements.topic_words import fold

HEAD, HEADING, OUTER, BEFORE = 0.5, 0.5, 0.2, 0.2
MOST = 0.5
"""Context lends a clause at most this much: it can lift one weak word over the line, never speak alone."""


@dataclass(frozen=True, slots=True)
class Context:
    """Support of clauses by what stands around a statement; `carried` is the sentence that it carries on."""

    weights: Mapping[int, float] = field(default_factory=dict)
    carried: str = ""

    def support(self, clause: int) -> float:
        """What the surroundings add to a clause that the statement itself speaks of."""
        return min(MOST, self.weights.get(clause, 0.0))


class Follower:
    """Follows a report sentence by sentence and says what stands around the next one."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher
        self._headings: dict[str, frozenset[int]] = {}
        self._under: tuple[str, ...] = ()
        self._head: frozenset[int] = frozenset()
        self._before: frozenset[int] = frozenset()
        self._text = ""

    def before(self, sentence: Sentence, text: str) -> Context:
        """The context of a sentence, from what came before it; `text` is its quote, folded."""
        if sentence.headings != self._under:
            self._under, self._head, self._before, self._text = sentence.headings, frozenset(), frozenset(), ""
        weights: dict[int, float] = {}
        for depth, heading in enumerate(reversed(sentence.headings)):
            _add(weights, self._clauses(heading), HEADING if depth == 0 else OUTER)
        if not sentence.head:
            _add(weights, self._head, HEAD)
        if not sentence.opens_paragraph or sentence.continues:
            _add(weights, self._before, BEFORE)
        return Context(weights, self._text if self._carries_on(sentence, text) else "")

    def after(self, sentence: Sentence, reading: Reading) -> None:
        """Take note of a sentence that was read."""
        spoken = frozenset(c for hit in reading.hits if hit.strong for c in hit.topic.clauses)
        if sentence.head:
            self._head = self._clauses(sentence.head)
        self._before = spoken
        self._text = reading.text

    def _carries_on(self, sentence: Sentence, text: str) -> bool:
        return sentence.continues or text.startswith(self._matcher.rules.carriers)

    def _clauses(self, heading: str) -> frozenset[int]:
        if heading not in self._headings:
            hits = self._matcher.read(fold(heading)).hits
            self._headings[heading] = frozenset(clause for hit in hits if hit.strong for clause in hit.topic.clauses)
        return self._headings[heading]


def _add(weights: dict[int, float], clauses: frozenset[int], weight: float) -> None:
    for clause in clauses:
        weights[clause] = weights.get(clause, 0.0) + weight
