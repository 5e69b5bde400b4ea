"""What a statement speaks of: clauses of the outline, named obligations and tasks, or nothing of the plan.

The words of plan/topics.toml decide, context (headings, run-in heads, the sentence before) lends weight
to words that are too weak alone, and the plan's own terms propose tasks. Every label says which topic
and which words gave it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.model import Because, Plan, Sentence, TaskMatch
from checker.statements.topic_context import Context, Follower
from checker.statements.topic_match import Hit, Matcher, Reading
from checker.statements.topic_rules import TopicRules, load_topics
from checker.statements.topic_tasks import TaskScorer
from checker.statements.topic_words import fold

__all__ = ["TopicLabel", "TopicRules", "Topics", "load_topics"]

ENOUGH = 1.0
"""A clause whose words and context weigh this much is a label."""
MOST_CLAUSES = 3
RANK_STEP = 0.2
MIXED_SHARE = 0.4
"""Where fewer statements than this speak of the plan, the report is mostly about other things."""


@dataclass(frozen=True, slots=True)
class TopicLabel:
    """The topics of one statement.

    `clauses` are the most specific first, at most three, 0 among them for public legal services and
    petitions; `tasks` the best first, a score of 0.6 and more where the statement speaks of the task's
    own criterion. `sure` is false where context or weak words alone decided.
    """

    tasks: tuple[TaskMatch, ...] = ()
    clauses: tuple[int, ...] = ()
    obligations: tuple[str, ...] = ()
    because: tuple[Because, ...] = ()
    sure: bool = True


class Topics:
    """Labels the statements of a report; built once for a plan and its rules."""

    def __init__(self, plan: Plan, rules: TopicRules) -> None:
        self._matcher = Matcher(rules)
        self._tasks = TaskScorer(plan, rules)

    def label(self, sentences: Sequence[Sentence]) -> tuple[TopicLabel, ...]:
        """One label a sentence, in order; needs the whole report, because its drift matters."""
        follower = Follower(self._matcher)
        readings = []
        for sentence in sentences:
            text = fold(sentence.quote)
            context = follower.before(sentence, text)
            reading = self._matcher.read(text, context.carried)
            readings.append((reading, context))
            follower.after(sentence, reading)
        mixed = _is_mixed([reading for reading, _ in readings])
        return tuple(self._label(reading, context, mixed) for reading, context in readings)

    def _label(self, reading: Reading, context: Context, mixed: bool) -> TopicLabel:
        hits = _speaking(reading, mixed)
        scores = _weigh(hits, context)
        clauses = _choose(scores)
        chosen = tuple(hit for hit in hits if set(hit.topic.clauses) & set(clauses))
        obligations = _obligations(chosen)
        because = tuple(_because(hit, clauses) for hit in chosen if hit.decides)
        sure = all(scores[clause].own >= ENOUGH for clause in clauses)
        tasks = self._tasks.score(reading, chosen, clauses)
        return TopicLabel(tasks, clauses, obligations, tuple(b for bs in because for b in bs), sure)


@dataclass(slots=True)
class _Weight:
    own: float = 0.0
    total: float = 0.0
    rank: float = 0.0
    at: int = 0


def _is_mixed(readings: Sequence[Reading]) -> bool:
    speaking = sum(any(hit.strong and not hit.topic.mixed_only for hit in reading.hits) for reading in readings)
    return speaking < MIXED_SHARE * len(readings)


def _speaking(reading: Reading, mixed: bool) -> tuple[Hit, ...]:
    """The hits that count: not those of topics for other kinds of report, nor names dropped in rhetoric."""
    hits = tuple(hit for hit in reading.hits if mixed or not hit.topic.mixed_only)
    named = {hit.topic.obligation for hit in hits if hit.topic.obligation and hit.strong}
    if len(named) >= 3 and reading.rhetoric:
        return ()
    if reading.rhetoric:
        return tuple(hit for hit in hits if hit.topic.stands)
    hidden = {clause for hit in hits if hit.strong for clause in hit.topic.hides}
    return tuple(hit for hit in hits if not set(hit.topic.clauses) & hidden)


def _weigh(hits: Sequence[Hit], context: Context) -> dict[int, _Weight]:
    weights: dict[int, _Weight] = {}
    for hit in hits:
        for place, clause in enumerate(hit.topic.clauses):
            weight = weights.setdefault(clause, _Weight(at=hit.at))
            weight.own += hit.weight
            weight.rank = max(weight.rank, hit.weight * (1.0 if hit.strong else 0.5) + RANK_STEP * (hit.topic.rank - place))
            weight.at = min(weight.at, hit.at)
    for clause, weight in weights.items():
        weight.total = weight.own + context.support(clause)
    return weights


def _choose(weights: dict[int, _Weight]) -> tuple[int, ...]:
    enough = [clause for clause, weight in weights.items() if weight.total >= ENOUGH]
    enough.sort(key=lambda clause: (-weights[clause].rank, weights[clause].at, clause))
    return tuple(enough[:MOST_CLAUSES])


def _obligations(hits: Sequence[Hit]) -> tuple[str, ...]:
    from checker.model import OBLIGATIONS

    named = {hit.topic.obligation for hit in hits if hit.strong}
    return tuple(name for name in OBLIGATIONS if name in named)


def _because(hit: Hit, clauses: Sequence[int]) -> tuple[Because, ...]:
    detail = f"{hit.topic.name}：{'、'.join(hit.words)}"
    return tuple(Because(f"clause {clause}", hit.topic.code, detail) for clause in hit.topic.clauses if clause in clauses)
