"""What a statement speaks of: clauses of the outline, named obligations and tasks, or nothing of the plan.

The words of plan/topics.toml decide. Context (headings, run-in heads, the sentence before) lends weight
to words that are too weak alone, and lends its own topic to a sentence that has none. Every label says
which topic and which words gave it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from checker.model import OBLIGATIONS, Because, Part, Plan, Sentence, TaskMatch
from checker.statements.topic_arbiter import TopicLabel, arbitrated
from checker.statements.topic_context import Context, Follower
from checker.statements.topic_match import Hit, Matcher, Reading
from checker.statements.topic_rules import TopicRules, load_topics
from checker.statements.topic_tasks import TaskScorer
from checker.statements.topic_weigh import MANY_OBLIGATIONS, choose, speaking
from checker.statements.topic_words import fold

__all__ = ["TopicLabel", "TopicRules", "Topics", "load_topics"]

LEGAL_SHARE = 0.3
"""Where fewer statements than this have a word of law, the report is mostly about other things: reports on
law-based government have it in two of five sentences and more, work reports in one of ten."""
CARRIED_SCORE = 0.5
"""The highest score of a task that only the sentence before names: for review."""

SHORTEST = 10
"""Fewer characters than this are a heading that was not told as one."""


class Topics:
    """Labels the statements of a report; built once for a plan and its rules."""

    def __init__(self, plan: Plan, rules: TopicRules) -> None:
        self._matcher = Matcher(rules)
        self._model = rules.model
        self._tasks = TaskScorer(plan, rules)

    def label(self, sentences: Sequence[Sentence]) -> tuple[TopicLabel, ...]:
        """One label a sentence, in order; needs the whole report, because its drift matters."""
        follower = Follower(self._matcher)
        rows: list[tuple[Sentence, Reading, Context]] = []
        for sentence in sentences:
            text = fold(sentence.quote)
            context = follower.before(sentence, text)
            reading = self._matcher.read(text, context.surroundings)
            rows.append((sentence, reading, context))
            follower.after(sentence, reading)
        mixed = _is_mixed([reading for _, reading, _ in rows])
        labels: list[TopicLabel] = []
        for sentence, reading, context in rows:
            before = labels[-1] if labels and context.same_section else TopicLabel()
            context = context.naming(before.obligations)
            label = self._spoken(reading, context, mixed, sentence.part is Part.OPENING)
            if not label.clauses and not mixed and _may_inherit(sentence, reading):
                label = _inherited(context, before)
            if self._model and not mixed and (not label.sure or len(label.clauses) > 1):
                label = arbitrated(label, self._model.logits(reading.text))
            labels.append(label)
        return tuple(labels)

    def _spoken(self, reading: Reading, context: Context, mixed: bool, opening: bool) -> TopicLabel:
        """The label that the sentence's own words give."""
        hits = speaking(reading, mixed, opening)
        choice = choose(hits, context, clear=mixed or reading.near_miss)
        chosen = tuple(hit for hit in hits if set(hit.topic.clauses) & set(choice.clauses))
        return TopicLabel(
            self._tasks.score(reading, chosen, choice.clauses),
            choice.clauses,
            () if reading.elsewhere else _obligations(chosen, context.named),
            tuple(because for hit in chosen for because in _because(hit, choice.clauses)),
            choice.sure,
        )


def _is_mixed(readings: Sequence[Reading]) -> bool:
    """Whether the report is mostly about other things than law, such as a work report of a government."""
    return sum(reading.legal for reading in readings) < LEGAL_SHARE * len(readings)


def _may_inherit(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence without words of its own may have a topic: not openings, rhetoric and bare heads."""
    told = sentence.part is not Part.OPENING and not reading.rhetoric and not reading.near_miss
    return told and reading.slogans < MANY_OBLIGATIONS and len(reading.text) >= SHORTEST


def _inherited(context: Context, before: TopicLabel) -> TopicLabel:
    """The label of a sentence without words of its own: of the sentence it carries on, else of its heading."""
    if before.clauses and (context.carries_on or context.follows):
        tasks = tuple(TaskMatch(match.id, min(match.score, CARRIED_SCORE)) for match in before.tasks)
        because = tuple(Because(because.label, "T-before", because.detail) for because in before.because[:1])
        return TopicLabel(tasks, before.clauses[:1], before.obligations, because, sure=False)
    if context.heads:
        because = (Because(f"clause {context.heads[0]}", "T-head", context.head_text),)
        return TopicLabel((), context.heads[:1], _in_order(context.named), because, sure=False)
    return TopicLabel()


def _obligations(hits: Sequence[Hit], named: frozenset[str]) -> tuple[str, ...]:
    """The obligations that strong words name, or weaker ones under a heading that names the obligation."""
    return _in_order({hit.topic.obligation for hit in hits if hit.strong or hit.topic.obligation in named})


def _in_order(names: Collection[str | None]) -> tuple[str, ...]:
    return tuple(name for name in OBLIGATIONS if name in names)


def _because(hit: Hit, clauses: Sequence[int]) -> tuple[Because, ...]:
    detail = f"{hit.topic.name}：{'、'.join(hit.words)}"
    return tuple(Because(f"clause {clause}", hit.topic.code, detail) for clause in hit.topic.clauses if clause in clauses)
