"""Two baselines for docs/quality.md: key words, and the nearest task by BM25 over characters.

Both take the statements as the checker cuts them, so that only the judgement is compared.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from checker.model import OBLIGATIONS, Plan, Statement, Task

Row = dict[str, Any]
_LEVELS = {"province": "全省", "city": "市", "county": "县", "township": "乡镇", "village": "村"}
_NUMBER = re.compile(r"(\d[\d.,]*)(%|[万亿]?[件个项条次名家户人份场])")


def keywords(plan: Plan, statements: Sequence[Statement]) -> list[Row]:
    """The clause whose tasks have most terms in the sentence; stance by key words."""
    return [_row(statement, _by_terms(plan, statement.quote)) for statement in statements]


def bm25(plan: Plan, statements: Sequence[Statement]) -> list[Row]:
    """The clause of the nearest task over character pairs; every statement has one."""
    index = _Bm25([_text(task) for task in plan.tasks])
    return [_row(statement, [plan.tasks[index.best(statement.quote)].clause]) for statement in statements]


def _row(statement: Statement, clauses: list[int]) -> Row:
    quote = statement.quote
    return {
        "quote": quote,
        "clauses": clauses,
        "obligations": [name for name in OBLIGATIONS if name[:2] in quote and name[2:] in quote],
        "levels": [code for code, word in _LEVELS.items() if word in quote],
        "stance": _stance(quote),
        "figures": [
            {"value": float(number.strip(".,").replace(",", "") or 0), "unit": unit}
            for number, unit in _NUMBER.findall(quote)
            if number.strip(".,").replace(",", "").replace(".", "", 1).isdigit()
        ],
    }


def _stance(quote: str) -> str:
    if any(word in quote for word in ("下一步", "将", "力争", "明年")):
        return "planned"
    if any(word in quote for word in ("不足", "尚未", "薄弱", "短板", "有待")):
        return "shortfall"
    return "achieved"


def _by_terms(plan: Plan, quote: str) -> list[int]:
    hits: Counter[int] = Counter()
    for task in plan.tasks:
        hits[task.clause] += sum(term in quote for term in task.terms)
    clause, count = hits.most_common(1)[0]
    return [clause] if count else []


def _text(task: Task) -> str:
    return "".join((task.title, task.criterion, *task.terms))


class _Bm25:
    """BM25 (k1 = 1.5, b = 0.75) over character pairs."""

    def __init__(self, texts: Sequence[str]) -> None:
        bags = [Counter(_pairs(text)) for text in texts]
        lengths = [sum(bag.values()) for bag in bags]
        mean = sum(lengths) / len(lengths)
        document_count: Counter[str] = Counter(pair for bag in bags for pair in bag)
        self._count = len(texts)
        self._index: dict[str, list[tuple[int, float]]] = {}
        for number, (bag, length) in enumerate(zip(bags, lengths, strict=True)):
            for pair, count in bag.items():
                idf = math.log(1 + (len(texts) - document_count[pair] + 0.5) / (document_count[pair] + 0.5))
                weight = idf * count * 2.5 / (count + 1.5 * (0.25 + 0.75 * length / mean))
                self._index.setdefault(pair, []).append((number, weight))

    def best(self, query: str) -> int:
        """The number of the nearest text; the first where none shares anything."""
        scores = [0.0] * self._count
        for pair in set(_pairs(query)):
            for number, weight in self._index.get(pair, ()):
                scores[number] += weight
        return scores.index(max(scores))


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1)]
