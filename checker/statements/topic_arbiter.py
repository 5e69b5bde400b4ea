"""The label of a statement, and the second opinion of the n-gram model on a doubtful one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from checker.model import Because, TaskMatch

AGAINST = -2.5
"""A second or third clause against which the n-grams speak so strongly was only mentioned in passing."""
INSTEAD = -1.0
"""Where the words leave doubt, the clause that the n-grams like best takes over from this log-odds on."""


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


def arbitrated(label: TopicLabel, logits: Mapping[int, float]) -> TopicLabel:
    """The label after the model was heard; `logits` are its log-odds of each clause."""
    best = max(logits, key=lambda clause: (logits[clause], -clause))
    if not label.sure:
        if logits[best] <= INSTEAD or best in label.clauses[:1]:
            return label
        detail = f"字词近似已标注的第{best}项语句（{logits[best]:+.1f}）"
        because = Because(f"clause {best}", "T-ngram", detail)
        return TopicLabel(clauses=(best,), because=(because,), sure=False)
    kept = tuple(clause for clause in label.clauses if logits[clause] >= AGAINST)
    return _only(label, kept or label.clauses[:1])


def _only(label: TopicLabel, clauses: tuple[int, ...]) -> TopicLabel:
    if clauses == label.clauses:
        return label
    names = {f"clause {clause}" for clause in clauses}
    return replace(label, clauses=clauses, because=tuple(b for b in label.because if b.label in names))
