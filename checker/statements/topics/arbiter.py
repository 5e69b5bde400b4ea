"""The label of a statement, and the second opinion of the n-gram model on a doubtful one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from heapq import nlargest

from checker.model import Because, TaskMatch
from checker.statements.topics.context import Context
from checker.statements.topics.match import Hit
from checker.statements.topics.weigh import MOST_CLAUSES, Weight

# Log-odds that a clause is a label, fitted by logistic regression on development reports that the rules
# had not been made on (with weights of the model that had not seen the report either), then rounded.
START = -0.4
CHOSEN, STRONG, PER_WEIGHT, UNHEARD = 1.1, 0.6, 0.5, -1.2
"""For a clause that the rules chose, by a strong word, per weight of its words, and for one without words."""
SUPPORTED = 1.1
"""Per weight of headings and the sentence before."""
LIKENESS, LEAD = 0.4, 0.45
"""Per log-odds of the n-grams, and per lead over the next best clause."""
MOST_WEIGHT, MOST_LEAD = 2.5, 4.0
ACCEPT = -0.3
"""From these log-odds on a clause is kept: leaving one out costs more than a little doubt."""
HEARD = -2.0
"""A clause without words is looked at from these log-odds of the n-grams on."""


@dataclass(frozen=True, slots=True)
class TopicLabel:
    """The topics of one statement.

    `clauses` are the most specific first, at most three, 0 among them for public legal services and
    petitions; `tasks` the best first, a score of 0.6 and more where the statement speaks of the task's
    own criterion. `sure` is false where context, weak words or n-grams alone decided. `hits` are what named the
    tasks.
    """

    tasks: tuple[TaskMatch, ...] = ()
    clauses: tuple[int, ...] = ()
    obligations: tuple[str, ...] = ()
    because: tuple[Because, ...] = ()
    sure: bool = True
    hits: tuple[Hit, ...] = ()


def arbitrated(
    label: TopicLabel, weights: Mapping[int, Weight], context: Context, logits: Mapping[int, float]
) -> TopicLabel:
    """The label after the model was heard; `logits` are its log-odds of each clause."""
    candidates = weights.keys() | set(label.clauses) | {clause for clause, logit in logits.items() if logit > HEARD}
    best, second = nlargest(2, logits.values())
    odds = {}
    for clause in candidates:
        lead = logits[clause] - (second if logits[clause] == best else best)
        odds[clause] = _odds(clause, label, weights.get(clause), context) + LIKENESS * logits[clause]
        odds[clause] += LEAD * max(-MOST_LEAD, min(MOST_LEAD, lead))
    ranked = sorted(odds, key=lambda clause: (-odds[clause], clause))
    kept = [clause for clause in ranked if odds[clause] >= ACCEPT][:MOST_CLAUSES] or ranked[:1]
    return _with(label, tuple(kept), logits)


def _odds(clause: int, label: TopicLabel, weight: Weight | None, context: Context) -> float:
    """The log-odds of a clause before the model is heard."""
    chosen = clause in label.clauses
    odds = START + CHOSEN * chosen + SUPPORTED * context.support(clause)
    if weight:
        odds += STRONG * weight.strong + PER_WEIGHT * min(MOST_WEIGHT, weight.total)
    elif not chosen:
        odds += UNHEARD
    return odds


def _with(label: TopicLabel, clauses: tuple[int, ...], logits: Mapping[int, float]) -> TopicLabel:
    """The label with other clauses: reasons of dropped ones go, new ones are given theirs."""
    if set(clauses) == set(label.clauses):
        return label
    because = [item for item in label.because if item.label in {f"clause {clause}" for clause in clauses}]
    new = [clause for clause in clauses if clause not in label.clauses]
    because += [Because(f"clause {clause}", "T-ngram", _likeness(clause, logits)) for clause in new]
    return replace(label, clauses=clauses, because=tuple(because), sure=label.sure and not new)


def _likeness(clause: int, logits: Mapping[int, float]) -> str:
    return f"用字近似已标注的第{clause}项语句（{logits[clause]:+.1f}）"
