"""One report: read, statements, labels, figures, audit and verdicts, beside jieba and beside jieba + BM25.

usage: python -m benchmarks.text_ratio REPORT…   -> one line of JSON: our time over jieba.cut, jieba + BM25 over ours
"""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import jieba
from rank_bm25 import BM25Okapi

from checker.batch.recipe import recipe_of
from checker.batch.work import Judge
from checker.paths import shipped
from checker.reading import read

_RUNS = 7


def main(paths: list[str]) -> None:
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    judge = Judge(recipe_of(shipped("tasks.toml"), 2022))
    ranking = BM25Okapi(
        [list(jieba.cut(task.title + task.criterion + "".join(task.terms))) for task in judge.plan.tasks]
    )
    cut = ranked = own = characters = 0.0
    for path in paths:
        text = Path(path).read_text(encoding="utf-8")
        sentences = [part for part in text.replace("；", "。").split("。") if part.strip()]
        characters += len(text)
        cut += _median(lambda text=text: list(jieba.cut(text)))
        own += _median(lambda path=path: judge.judgement(read(path)))
        ranked += _seconds(lambda told=sentences: [ranking.get_scores(list(jieba.cut(one))) for one in told])
    figures = {"over_cut": own / cut, "bm25_over": ranked / own, "ms": own * 1000 * 10_000 / characters}
    print(json.dumps(figures))


def _median(work: Callable[[], object]) -> float:
    return median(_seconds(work) for _ in range(_RUNS))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])
