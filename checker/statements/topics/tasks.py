"""Scores of tasks: how surely a statement speaks to a task's own criterion."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from checker.model import Because, Level, Plan, TaskMatch
from checker.statements.patterns import any_of
from checker.statements.topics.arbiter import TopicLabel
from checker.statements.topics.match import Hit, Reading
from checker.statements.topics.rules import TopicRules
from checker.statements.topics.words import fold

FOR_REVIEW = 0.6
"""A match below this is proposed for review and enters no verdict."""
MOST_TASKS = 6

SPOKEN, PER_WORD, MOST_SPOKEN = 0.75, 0.08, 0.95
"""Score of a topic with one strong word, what each further one adds, and the most."""
AIMED, BROAD, WEAKLY, BY_TERMS = 0.55, 0.5, 0.45, 0.35
"""Scores for review: of what is only an aim, of a topic too broad for its task, of weak words, of plan terms."""


class TaskScorer:
    """Scores the tasks that a statement speaks of."""

    def __init__(self, plan: Plan, rules: TopicRules) -> None:
        self._aim = re.compile(f"(?:{any_of(rules.aims)})[^,;。]*")
        self._terms = _rare_terms(plan, rules.common)
        self._clause = {task.id: task.clause for task in plan.tasks}
        self._obligation = {task.id: task.obligation for task in plan.tasks}
        self._levels = {task.id: frozenset(task.levels) for task in plan.tasks}
        self._bound = rules.level_bound & self._levels.keys()
        self._twins = {one: other for one, other in rules.level_twins.items() if other in self._levels}

    @property
    def terms(self) -> frozenset[str]:
        """The terms that a reading has to look for."""
        return frozenset(self._terms)

    def with_tasks(self, label: TopicLabel, reading: Reading, hits: Sequence[Hit]) -> TopicLabel:
        """The label with the tasks of its clauses, best first."""
        if not label.clauses:
            return label
        if not all(_applies(rule, label) for rule in reading.matches):
            reading = replace(reading, matches=tuple(rule for rule in reading.matches if _applies(rule, label)))
        scores = {match.id: match.score for match in label.tasks}
        chosen = [hit for hit in hits if hit.topic.tasks and not set(hit.topic.clauses).isdisjoint(label.clauses)]
        aims = self._aims(reading.text) if chosen or reading.matches else []
        for hit in chosen:
            score = _score(hit, aims)
            for task in hit.topic.tasks:
                scores[task] = max(scores.get(task, 0.0), score)
        for hit in reading.matches:
            score = _score(hit, aims)
            for task in hit.topic.tasks:
                scores[task] = max(scores.get(task, 0.0), score)
        for term in reading.found.words & self._terms.keys():
            task = self._terms[term]
            if self._clause[task] in label.clauses:
                scores.setdefault(task, BY_TERMS)
        for task in scores.keys() & {task for hit in reading.matches for task in hit.topic.drops}:
            scores[task] = min(scores[task], BROAD)
        if reading.elsewhere or reading.another_trade:
            scores = {task: self._held_back(task, score, reading) for task, score in scores.items()}
        if not scores:
            return label
        because = tuple(Because("tasks", hit.topic.code, hit.topic.name) for hit in reading.matches)
        return replace(label, tasks=_ranked(scores), because=label.because + because, hits=(*chosen, *reading.matches))

    def _held_back(self, task: str, score: float, reading: Reading) -> float:
        """The score of a task in a sentence of another place or trade: for review at most."""
        other = reading.elsewhere or self._obligation[task] in reading.another_trade
        return min(score, BROAD) if other else score

    def at_levels(self, matches: Sequence[TaskMatch], levels: Collection[Level]) -> tuple[TaskMatch, ...]:
        """The tasks of a statement that speaks of these levels.

        A duty that is one task at each level (复议职责 of the city and of counties) is matched at the levels
        told of; a task on another level alone is left for review.
        """
        scores = {match.id: match.score for match in matches}
        for match in matches:
            twin = self._twins.get(match.id)
            if twin and not self._levels[twin].isdisjoint(levels):
                scores[twin] = max(scores.get(twin, 0.0), match.score)
        for task in self._bound & scores.keys():
            if self._levels[task].isdisjoint(levels):
                scores[task] = min(scores[task], BROAD)
        return _ranked(scores)

    def _aims(self, text: str) -> list[tuple[int, int]]:
        """The stretches of a sentence that tell an aim: from such a word to the next mark (推动……全覆盖)."""
        return [found.span() for found in self._aim.finditer(text)]


def _applies(rule: Hit, label: TopicLabel) -> bool:
    """Whether a rule on tasks speaks in a statement with this label: one with clauses needs one of them there."""
    return not rule.topic.clauses or not set(rule.topic.clauses).isdisjoint(label.clauses)


def _ranked(scores: Mapping[str, float]) -> tuple[TaskMatch, ...]:
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return tuple(TaskMatch(task, score) for task, score in ranked[:MOST_TASKS])


def _rare_terms(plan: Plan, common: frozenset[str]) -> dict[str, str]:
    """Terms that only one task has and that are no everyday words -> the task."""
    tasks: dict[str, set[str]] = {}
    for task in plan.tasks:
        for term in task.terms:
            tasks.setdefault(fold(term), set()).add(task.id)
    rare = [term for term, ids in tasks.items() if len(ids) == 1 and len(term) > 1 and term not in common]
    return {term: next(iter(tasks[term])) for term in rare}


def _score(hit: Hit, aims: Sequence[tuple[int, int]]) -> float:
    if not hit.strong:
        return WEAKLY
    if hit.topic.review:
        return BROAD
    spoken = round(min(MOST_SPOKEN, SPOKEN + PER_WORD * (len(hit.words) - 1)), 2)
    if aims and all(any(start <= place < end for start, end in aims) for place in hit.places):
        return min(spoken, AIMED)
    return spoken
