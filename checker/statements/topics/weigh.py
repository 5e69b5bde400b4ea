"""From the topics that a sentence names to the clauses that it reports on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.statements.topics.context import Context
from checker.statements.topics.match import Hit, Reading
from checker.statements.topics.rules import Topic

ENOUGH = 1.0
"""A clause whose words and context weigh this much is a label."""
MOST_CLAUSES = 3
RANK_STEP = 0.2
MANY_OBLIGATIONS = 3
"""A sentence that names so many of the four obligations without a figure is rhetoric."""

_FIGURE = re.compile(r"\d[余多]?[件项次个名人条份场%家部起卷支台万亿期宗户批辆轮处间类]")


@dataclass(slots=True)
class Weight:
    """How much a sentence speaks of a clause: by its own words, with context; whether by a strong word."""

    own: float = 0.0
    total: float = 0.0
    rank: float = 0.0
    at: int = 0
    strong: bool = False
    fallback: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """The clauses of a sentence, most specific first; whether its own words were enough; all weights."""

    clauses: tuple[int, ...]
    sure: bool
    weights: Mapping[int, Weight]


def speaking(reading: Reading, context: Context, mixed: bool, opening: bool) -> tuple[Hit, ...]:
    """The hits that count.

    Left out are topics for other kinds of report or of other sentences, names that rhetoric or an opening
    drops, and clauses that another topic hides; a topic that gives way counts where no other is strong.
    """
    hits = tuple(hit for hit in reading.hits if _may_speak(hit, context, mixed))
    if _is_rhetoric(reading, opening):
        return tuple(hit for hit in hits if hit.topic.stands and reading.slogans < MANY_OBLIGATIONS)
    if not mixed:  # work reports put matters side by side that are no parts of each other
        hidden = {clause for hit in hits if hit.strong for clause in hit.topic.hides}
        hits = tuple(hit for hit in hits if hidden.isdisjoint(hit.topic.clauses))
    if any(hit.strong and not _gives_way(hit.topic, context) for hit in hits):
        hits = tuple(hit for hit in hits if not _gives_way(hit.topic, context))
    return hits


def _may_speak(hit: Hit, context: Context, mixed: bool) -> bool:
    if hit.topic.carried_only:
        return hit.topic.obligation in context.named
    return not (hit.topic.law_only if mixed else hit.topic.mixed_only)


def _gives_way(topic: Topic, context: Context) -> bool:
    """Whether a topic speaks only where no other does."""
    return topic.fallback or (topic.carried_only and not context.carries_on)


def choose(hits: Sequence[Hit], context: Context, clear: bool) -> Choice:
    """Weigh the hits clause by clause and take the strongest, at most three.

    Where none is strong enough, a report on law-based government still has a subject in nearly every
    sentence: then the best weak word names it. `clear` asks for a strong word for every clause: in other
    reports, and after a near miss.
    """
    weights = _weigh(hits, context)
    ranked = sorted(weights, key=lambda clause: (-weights[clause].rank, weights[clause].at, clause))
    enough = [clause for clause in ranked if weights[clause].total >= ENOUGH and (weights[clause].strong or not clear)]
    if not enough and not clear:
        alone = [clause for clause in ranked if not weights[clause].fallback]
        return Choice(tuple(sorted(alone, key=lambda clause: -weights[clause].total)[:1]), False, weights)
    clauses = tuple(enough[:MOST_CLAUSES])
    return Choice(clauses, all(weights[clause].own >= ENOUGH for clause in clauses), weights)


def _is_rhetoric(reading: Reading, opening: bool) -> bool:
    if not (reading.rhetoric or opening or reading.slogans >= MANY_OBLIGATIONS):
        return False
    return _FIGURE.search(reading.text) is None


def _weigh(hits: Sequence[Hit], context: Context) -> dict[int, Weight]:
    weights: dict[int, Weight] = {}
    for hit in hits:
        for place, clause in enumerate(hit.topic.clauses):
            weight = weights.setdefault(clause, Weight(at=hit.places[0]))
            rank = hit.weight * (1.0 if hit.strong else 0.5) + RANK_STEP * (hit.topic.rank - place)
            weight.own += hit.weight
            weight.rank = max(weight.rank, rank)
            weight.at = min(weight.at, hit.places[0])
            weight.strong = weight.strong or hit.strong
            weight.fallback = weight.fallback and hit.topic.fallback
    for clause, weight in weights.items():
        weight.total = weight.own + context.support(clause)
    return weights
