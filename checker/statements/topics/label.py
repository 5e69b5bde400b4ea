"""What a statement speaks of: clauses of the outline, named obligations and tasks, or nothing of the plan.

The words of plan/topics.toml decide. Context (headings, run-in heads, the sentence before) lends weight
to words that are too weak alone, and lends its own topic to a sentence that has none. Where doubt is
left, a small n-gram model is heard. Every label says which topic and which words gave it.

Rule codes of the reasons: T and four digits a topic of the file, `T-<task>` the terms of a task that no
topic names, M and four digits a rule on tasks alone, T-before the sentence carried on, T-head the heading,
T-ngram the n-gram model.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from checker.model import OBLIGATIONS, Because, Level, Part, Plan, Sentence, TaskMatch
from checker.statements.topics.arbiter import TopicLabel, arbitrated
from checker.statements.topics.context import Context, Follower
from checker.statements.topics.match import FAINT, Hit, Matcher, Reading
from checker.statements.topics.rules import TopicRules, load_topics
from checker.statements.topics.tasks import FOR_REVIEW, TaskScorer
from checker.statements.topics.weigh import ENOUGH, MANY_OBLIGATIONS, Choice, choose, speaking
from checker.statements.topics.words import fold

__all__ = ["TopicLabel", "TopicRules", "Topics", "load_topics"]

LEGAL_SHARE = 0.3
"""Where fewer statements than this have a word of law, the report is mostly about other things: reports on
law-based government have it in two of five sentences and more, work reports in one of ten."""
CARRIED_SCORE = FOR_REVIEW - 0.1
"""The highest score of a task that only the sentence before names: for review."""
SHORTEST = 10
"""Fewer characters than this are a heading that was not told as one."""


class Topics:
    """Labels the statements of a report; built once for a plan and its rules."""

    def __init__(self, plan: Plan, rules: TopicRules, *, second_opinion: bool = True) -> None:
        """`second_opinion` is turned off to measure what the n-gram model adds."""
        self._tasks = TaskScorer(plan, rules)
        self._matcher = Matcher(rules, self._tasks.terms)
        self.twins, self.told_whole = rules.level_twins, rules.told_whole
        self._model = rules.model if second_opinion else None

    def label(self, sentences: Sequence[Sentence]) -> tuple[TopicLabel, ...]:
        """One label a sentence, in order; needs the whole report, because its drift matters."""
        read = self._read(sentences)
        mixed = _is_mixed([reading for reading, _ in read])
        labels: list[TopicLabel] = []
        for sentence, (reading, context) in zip(sentences, read, strict=True):
            before = labels[-1] if labels and context.same_section else TopicLabel()
            labels.append(self._label(sentence, reading, context.naming(before.obligations), before, mixed))
        return tuple(labels)

    def at_levels(self, tasks: Sequence[TaskMatch], levels: Collection[Level]) -> tuple[TaskMatch, ...]:
        """The tasks of a statement, once the levels that it speaks of are known."""
        return self._tasks.at_levels(tasks, levels) if tasks else ()

    def _read(self, sentences: Sequence[Sentence]) -> list[tuple[Reading, Context]]:
        follower = Follower(self._matcher)
        rows = []
        for sentence in sentences:
            text = fold(sentence.quote)
            context = follower.before(sentence, text)
            reading = self._matcher.read(text, context.around)
            rows.append((reading, context))
            follower.after(reading)
        return rows

    def _label(
        self, sentence: Sentence, reading: Reading, context: Context, before: TopicLabel, mixed: bool
    ) -> TopicLabel:
        hits = speaking(reading, context, mixed, sentence.part is Part.OPENING)
        choice = choose(hits, context, clear=mixed or reading.near_miss)
        label = _told(reading, hits, choice, context)
        if not label.clauses and not mixed and _may_inherit(sentence, reading):
            label = _inherited(context, before)
        if self._model and not mixed and label.clauses and (not label.sure or len(label.clauses) > 1):
            label = arbitrated(label, choice.weights, context, self._model.logits(reading.text))
        return self._tasks.with_tasks(label, reading, hits)


def _is_mixed(readings: Sequence[Reading]) -> bool:
    """Whether the report is mostly about other things than law, such as a work report of a government."""
    return sum(reading.legal for reading in readings) < LEGAL_SHARE * len(readings)


def _told(reading: Reading, hits: Sequence[Hit], choice: Choice, context: Context) -> TopicLabel:
    """The label that the sentence's own words give."""
    chosen = [hit for hit in hits if not set(hit.topic.clauses).isdisjoint(choice.clauses)]
    return TopicLabel(
        clauses=choice.clauses,
        obligations=() if reading.elsewhere else _obligations(chosen, context.named, reading.another_trade),
        because=tuple(because for hit in chosen for because in _because(hit, choice.clauses)),
        sure=choice.sure,
    )


def _may_inherit(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence without words of its own may have a topic: not openings, rhetoric and bare heads."""
    told = sentence.part is not Part.OPENING and not reading.rhetoric and not reading.near_miss
    return told and reading.slogans < MANY_OBLIGATIONS and len(reading.text) >= SHORTEST


def _inherited(context: Context, before: TopicLabel) -> TopicLabel:
    """The label of a sentence without words of its own: of the sentence it carries on, else of its heading."""
    if before.clauses and (context.carries_on or context.follows):
        tasks = tuple(TaskMatch(match.id, min(match.score, CARRIED_SCORE)) for match in before.tasks)
        because = tuple(Because(item.label, "T-before", item.detail) for item in before.because[:1])
        return TopicLabel(tasks, before.clauses[:1], before.obligations, because, sure=False)
    if context.heads:
        because = (Because(f"clause {context.heads[0]}", "T-head", context.head_text),)
        return TopicLabel((), context.heads[:1], _in_order(context.named), because, sure=False)
    return TopicLabel()


def _obligations(hits: Sequence[Hit], named: frozenset[str], without: frozenset[str]) -> tuple[str, ...]:
    """The obligations that strong words name, or two weak ones, or one where the obligation is the subject."""
    told = (hit for hit in hits if hit.weight >= ENOUGH or (hit.topic.obligation in named and hit.weight > FAINT))
    return _in_order({hit.topic.obligation for hit in told} - without)


def _in_order(names: Collection[str | None]) -> tuple[str, ...]:
    return tuple(name for name in OBLIGATIONS if name in names)


def _because(hit: Hit, clauses: Sequence[int]) -> list[Because]:
    detail = f"{hit.topic.name}：{'、'.join(hit.words)}"
    labels = [f"clause {clause}" for clause in hit.topic.clauses if clause in clauses]
    return [Because(label, hit.topic.code, detail) for label in labels]
