"""What surrounds a statement: headings, the run-in head it stands under, the sentence it carries on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from checker.model import Sentence
from checker.statements.topics.match import Hit, Matcher, Reading
from checker.statements.topics.words import Found, fold

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

    `weights` support clauses that the statement itself speaks of. `around` are the words in which needed
    words may stand too. `heads` are the clauses of the nearest heading, `named` the obligations that are
    the subject there. `carries_on` says that the statement continues the one before by its first word,
    `follows` that it stands in the same paragraph, `same_section` that both stand under the same headings.
    """

    weights: Mapping[int, float] = field(default_factory=dict)
    around: tuple[Found, ...] = ()
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
        return self if self.named.issuperset(obligations) else replace(self, named=self.named.union(obligations))


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading that was read: its words, its clauses and the obligations that it names."""

    found: Found
    clauses: tuple[int, ...]
    named: frozenset[str]


class Follower:
    """Follows a report sentence by sentence and says what stands around the next one."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher
        self._read: dict[str, _Heading] = {}
        self._weighed: dict[tuple[tuple[str, ...], str], dict[int, float]] = {}
        self._under: tuple[str, ...] = ()
        self._head = ""
        self._last: Reading | None = None

    def before(self, sentence: Sentence, text: str) -> Context:
        """The context of a sentence, from what came before it; `text` is its quote, folded."""
        if sentence.headings != self._under:
            self._under, self._head, self._last = sentence.headings, "", None
        if sentence.head or sentence.opens_paragraph:
            self._head = sentence.head
        opens = sentence.opens_paragraph or _ITEM.match(text) is not None
        follows = self._last is not None and (sentence.continues or not opens)
        carries_on = sentence.continues or text.startswith(self._matcher.rules.carriers)
        head = self._head or (sentence.headings[-1] if sentence.headings else "")
        heading = self._heading(head)
        return Context(
            weights=self._weights(sentence, follows),
            around=(heading.found, self._last.found) if self._last and carries_on else (heading.found,),
            heads=heading.clauses if len(heading.clauses) <= MOST_HEADS else (),
            head_text=head,
            named=heading.named,
            carries_on=carries_on and self._last is not None,
            follows=follows,
            same_section=self._last is not None,
        )

    def after(self, reading: Reading) -> None:
        """Take note of a sentence that was read."""
        self._last = reading

    def _weights(self, sentence: Sentence, follows: bool) -> dict[int, float]:
        head = "" if sentence.head else self._head
        weights = self._weighed.get((sentence.headings, head))
        if weights is None:
            weights = self._weighed[(sentence.headings, head)] = self._weigh(sentence.headings, head)
        if follows and self._last:
            weights = dict(weights)
            _add(weights, _strong(self._last), BEFORE)
        return weights

    def _weigh(self, headings: tuple[str, ...], head: str) -> dict[int, float]:
        weights: dict[int, float] = {}
        for depth, heading in enumerate(reversed(headings)):
            _add(weights, self._heading(heading).clauses, HEADING if depth == 0 else OUTER)
        _add(weights, self._heading(head).clauses, HEAD)
        return weights

    def _heading(self, text: str) -> _Heading:
        if text not in self._read:
            reading = self._matcher.read(fold(text))
            named = frozenset(name for hit in reading.hits if (name := _named(hit)))
            self._read[text] = _Heading(reading.found, _strong(reading), named)
        return self._read[text]


def _named(hit: Hit) -> str | None:
    """The obligation that a heading names by a topic of its own."""
    return hit.topic.obligation if hit.strong and not hit.topic.carried_only else None


def _strong(reading: Reading) -> tuple[int, ...]:
    hits = [hit for hit in reading.hits if hit.strong and not (hit.topic.mixed_only or hit.topic.carried_only)]
    return tuple(dict.fromkeys(clause for hit in hits for clause in hit.topic.clauses))


def _add(weights: dict[int, float], clauses: tuple[int, ...], weight: float) -> None:
    for clause in clauses:
        weights[clause] = weights.get(clause, 0.0) + weight
