"""What surrounds a statement: headings, the run-in head it stands under, the sentence it carries on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from checker.model import Sentence
from checker.statements.topic_match import Matcher, Reading
from checker.statements.topic_words import fold

HEAD, HEADING, OUTER, BEFORE = 0.5, 0.5, 0.2, 0.2
MOST = 0.5
"""Context lends a clause at most this much: it can lift one weak word over the line, never speak alone."""
MOST_HEADS = 2
"""A heading on more clauses than this says nothing about a sentence without words of its own."""

_ITEM = re.compile(r"[一二三四五六七八九十]{1,3}[是要]|\d{1,2}[.、]|\(?[一二三四五六七八九十\d]{1,3}\)")
"""The mark of an item that starts a subject of its own."""


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a statement.

    `weights` support clauses that the statement itself speaks of. `surroundings` is the text in which
    needed words may stand too. `heads` are the clauses of the nearest heading that has any, at most two.
    `named` are the obligations that this heading names. `carries_on` says that the statement continues the one before by its first word, `follows` that it
    stands in the same paragraph,
    `same_section` that both stand under the same headings.
    """

    weights: Mapping[int, float] = field(default_factory=dict)
    surroundings: str = ""
    heads: tuple[int, ...] = ()
    head_text: str = ""
    named: frozenset[str] = frozenset()
    carries_on: bool = False
    follows: bool = False
    same_section: bool = False

    def support(self, clause: int) -> float:
        """What the surroundings add to a clause that the statement itself speaks of."""
        return min(MOST, self.weights.get(clause, 0.0))

    def naming(self, obligations: Iterable[str]) -> Context:
        """The context with the obligations of the sentence before: weak words may carry them on."""
        return replace(self, named=self.named.union(obligations))


class Follower:
    """Follows a report sentence by sentence and says what stands around the next one."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher
        self._read: dict[str, Reading] = {}
        self._under: tuple[str, ...] = ()
        self._head = ""
        self._before: tuple[int, ...] = ()
        self._text = ""

    def before(self, sentence: Sentence, text: str) -> Context:
        """The context of a sentence, from what came before it; `text` is its quote, folded."""
        if sentence.headings != self._under:
            self._under, self._head, self._before, self._text = sentence.headings, "", (), ""
        if sentence.head or sentence.opens_paragraph:
            self._head = sentence.head
        opens = sentence.opens_paragraph or _ITEM.match(text) is not None
        follows = bool(self._text) and (sentence.continues or not opens)
        carries_on = bool(self._text) and (sentence.continues or text.startswith(self._matcher.rules.carriers))
        head = self._head or (sentence.headings[-1] if sentence.headings else "")
        heads = self._clauses(head)
        return Context(
            self._weights(sentence, follows),
            fold(head) + "。" + (self._text if carries_on else ""),
            heads if len(heads) <= MOST_HEADS else (),
            head,
            self._named(head),
            carries_on,
            follows,
            bool(self._text),
        )

    def after(self, sentence: Sentence, reading: Reading) -> None:
        """Take note of a sentence that was read."""
        self._before = _strong(reading)
        self._text = reading.text

    def _weights(self, sentence: Sentence, follows: bool) -> dict[int, float]:
        weights: dict[int, float] = {}
        for depth, heading in enumerate(reversed(sentence.headings)):
            _add(weights, self._clauses(heading), HEADING if depth == 0 else OUTER)
        if not sentence.head:
            _add(weights, self._clauses(self._head), HEAD)
        if follows:
            _add(weights, self._before, BEFORE)
        return weights

    def _clauses(self, heading: str) -> tuple[int, ...]:
        return _strong(self._reading(heading))

    def _named(self, heading: str) -> frozenset[str]:
        hits = self._reading(heading).hits
        return frozenset(hit.topic.obligation for hit in hits if hit.strong and hit.topic.obligation)

    def _reading(self, heading: str) -> Reading:
        if heading not in self._read:
            self._read[heading] = self._matcher.read(fold(heading))
        return self._read[heading]


def _strong(reading: Reading) -> tuple[int, ...]:
    hits = [hit for hit in reading.hits if hit.strong and not hit.topic.mixed_only]
    return tuple(dict.fromkeys(clause for hit in hits for clause in hit.topic.clauses))


def _add(weights: dict[int, float], clauses: tuple[int, ...], weight: float) -> None:
    for clause in clauses:
        weights[clause] = weights.get(clause, 0.0) + weight
