#!/usr/bin/env python3
"""Measure the judgement on every labelled set and write the table down.

usage: quality.py [--shared DIR] [--write]

Prints a Markdown table: the checker on each set, then two baselines (key words; nearest task by BM25 over
characters). With --write the table goes into docs/quality.md and the figures into tests/quality/recorded.json,
below which no later run may fall (tests/quality/test_quality.py). Sets that are not at hand are left out of the
table and keep what was recorded.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from checker.ledger.store import Ledger  # noqa: E402 - the checkout is put on the path first
from checker.model import Plan, Report  # noqa: E402
from checker.plan import load_plan  # noqa: E402
from checker.reading import read  # noqa: E402
from checker.rendering.documents import statements_document  # noqa: E402
from checker.reports import labeller  # noqa: E402
from checker.workflow import Request, assess_inputs  # noqa: E402
from scripts import baselines  # noqa: E402
from scripts.scoring import Scores  # noqa: E402

Row = dict[str, Any]
METRICS = ("clauses", "stance", "false_achieved", "levels", "obligations", "figures", "claims", "false_covered")
TITLES = ("项 F1", "立场", "误作已完成", "层级 F1", "重点任务 F1", "数字 F1", "结论正确", "误判覆盖")
RECORDED = ROOT / "tests" / "quality" / "recorded.json"
PAGE = ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- scores:begin -->", "<!-- scores:end -->"


@dataclass(frozen=True, slots=True)
class Text:
    """A labelled report: its text, labels, and verdicts by (obligation, level) where there are some."""

    path: Path
    labels: tuple[Row, ...]
    verdicts: dict[tuple[str, str], frozenset[str]]


def sets_at_hand(shared: Path) -> dict[str, list[Text]]:
    """The labelled sets by name: our own two halves, and the shared ones where they lie beside the project."""
    corpus = ROOT / "tests" / "corpus"
    found = {f"自编（{name}）": _own(corpus / half) for half, name in (("dev", "开发"), ("test", "测试"))}
    if shared.is_dir():
        gold, reports = shared / "gold", shared / "reports"
        pair = (("xining-2022", "xining-2022.txt"), ("jiashi-2023", "jiashi-2023.md"))
        found["西宁 + 甲市"] = [
            _text(reports / name, gold / f"{stem}.jsonl", gold / f"{stem}.cells.json") for stem, name in pair
        ]
        labels = sorted((gold / "provincial").glob("*.jsonl"))
        found["十二份省级报告"] = [_text(reports / "provincial" / f"{path.stem}.txt", path) for path in labels]
    return found


def _own(folder: Path) -> list[Text]:
    return [
        _text(path, path.with_suffix(".jsonl"), path.with_suffix(".cells.json"))
        for path in sorted(folder.glob("*.md"))
    ]


def _text(path: Path, labels: Path, cells: Path | None = None) -> Text:
    rows = tuple(json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines() if line.strip())
    verdicts = _verdicts(json.loads(cells.read_text(encoding="utf-8"))) if cells and cells.exists() else {}
    return Text(path, rows, verdicts)


def _verdicts(document: Row) -> dict[tuple[str, str], frozenset[str]]:
    """Accepted verdicts; the shared files come as a list of cells or as obligation -> level -> cell."""
    if "cells" in document:
        cells = [((cell["obligation"], cell["level"]), cell) for cell in document["cells"]]
    else:
        cells = [((name, level), cell) for name, levels in document.items() for level, cell in levels.items()]
    return {key: frozenset({cell["verdict"], *cell.get("also_acceptable", ())}) for key, cell in cells}


class Checker:
    """The checker as a library: a path goes in, a labelled report comes out; each text is read once."""

    def __init__(self) -> None:
        path = ROOT / "plan" / "tasks.toml"
        self.plan = load_plan(path)
        self._labeller = labeller(self.plan, path)
        self._read: dict[Path, Report] = {}

    def report(self, path: Path) -> Report:
        """The labelled report of a file."""
        if path not in self._read:
            self._read[path] = self._labeller.label(read(path))
        return self._read[path]

    def claims(self, path: Path) -> dict[tuple[str, str], str]:
        """Verdicts of the named obligations from this report alone, by the road that `checker check` takes."""
        assessment = assess_inputs(Request(), self.plan, Ledger(), (self.report(path),))
        return {(claim.obligation, claim.level.value): claim.verdict.value for claim in assessment.claims}


def measure(texts: Iterable[Text], checker: Checker) -> dict[str, float | None]:
    """Scores of the checker over the pooled statements and claims of a set."""
    scores, right, false_covered, asked = Scores(), 0, 0, 0
    for text in texts:
        scores.add(text.labels, statements_document(checker.report(text.path))["statements"])
        claims = checker.claims(text.path) if text.verdicts else {}
        for key, accepted in text.verdicts.items():
            verdict = claims.get(key, "none")
            asked += 1
            right += verdict in accepted
            false_covered += verdict == "covered" and "covered" not in accepted
    result = scores.result()
    result["claims"] = right / asked if asked else None
    result["false_covered"] = float(false_covered) if asked else None
    return result


def measure_baseline(
    texts: Iterable[Text], checker: Checker, method: Callable[[Plan, Sequence[Any]], list[Row]]
) -> dict[str, float | None]:
    """Scores of a baseline over the same statements."""
    scores = Scores()
    for text in texts:
        scores.add(text.labels, method(checker.plan, checker.report(text.path).statements))
    return scores.result()


def table(rows: Iterable[tuple[str, int, dict[str, float | None]]]) -> str:
    """A Markdown table of scores; a dash over nothing."""
    lines = ["| 标注集 | 陈述 | " + " | ".join(TITLES) + " |", "|---" * (2 + len(TITLES)) + "|"]
    for name, count, result in rows:
        cells = [name, str(count), *(_shown(metric, result.get(metric)) for metric in METRICS)]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _shown(metric: str, value: float | None) -> str:
    if value is None:
        return "–"
    return str(int(value)) if metric == "false_covered" else f"{value:.3f}"


def main() -> int:
    """Print the table; write it down when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--write", action="store_true", help="record the figures")
    options = parser.parse_args()
    checker, sets = Checker(), sets_at_hand(options.shared)
    ours = {name: measure(texts, checker) for name, texts in sets.items()}
    rows = [(name, _count(sets[name]), result) for name, result in ours.items()]
    for title, method in (("关键词", baselines.keywords), ("BM25", baselines.bm25)):
        for name, texts in sets.items():
            rows.append((f"{title}：{name}", _count(texts), measure_baseline(texts, checker, method)))
    text = table(rows)
    print(text)
    if options.write:
        _write(text, ours)
    return 0


def _count(texts: Sequence[Text]) -> int:
    return sum(len(text.labels) for text in texts)


def _write(text: str, ours: dict[str, dict[str, float | None]]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.split(END)[1]}", encoding="utf-8")
    recorded = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    recorded.update({name: {k: v and round(v, 4) for k, v in result.items()} for name, result in ours.items()})
    RECORDED.write_text(json.dumps(recorded, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
