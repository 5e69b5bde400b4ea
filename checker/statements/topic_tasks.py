"""Scores of tasks: the topics that name them, and the plan's own terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.model import Plan, TaskMatch
from checker.statements.topic_arbiter import TopicLabel
from checker.statements.topic_match import Hit, Reading
from checker.statements.topic_rules import TopicRules

FOR_REVIEW = 0.6
"""A match below this is proposed for review and enters no verdict."""
MOST_TASKS = 6


class TaskScorer:
    """Scores the tasks that a statement speaks of."""

    def __init__(self, plan: Plan, rules: TopicRules) -> None:
        self._clause = {task.id: task.clause for task in plan.tasks}

    def with_tasks(self, label: TopicLabel, reading: Reading, hits: Sequence[Hit]) -> TopicLabel:
        """The label with the tasks of its clauses, best first."""
        scores: dict[str, float] = {match.id: match.score for match in label.tasks}
        for hit in hits:
            if not set(hit.topic.clauses).isdisjoint(label.clauses):
                for task in hit.topic.tasks:
                    scores[task] = max(scores.get(task, 0.0), _score(hit))
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        return replace(label, tasks=tuple(TaskMatch(task, score) for task, score in ranked[:MOST_TASKS]))


def _score(hit: Hit) -> float:
    if not hit.strong:
        return 0.45
    if hit.topic.review:
        return 0.5
    return round(min(0.95, 0.75 + 0.08 * (len(hit.words) - 1)), 2)
