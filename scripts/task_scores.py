#!/usr/bin/env python3
"""Measure which tasks the checker matches to a statement, against tasks labelled by hand.

usage: task_scores.py [--shared DIR] [--misses]

The labels in tests/corpus/tasks/ name for each statement the tasks that it speaks to (`tasks`) and those that it only
touches (`weak`). A match counts from the score at which a verdict takes it into account. A match with a task of
`tasks` is right; with one of `weak` it is neither asked for nor punished; any other is false. Prints a Markdown table:
matches asked for, precision and recall of each text, of the development texts pooled and of all. The report of
xining-2022 is left out where it does not lie beside the project.

--misses lists the differences in the development texts: `+` a false match, `-` one that is asked for and missing.

Exit codes: 0 a table was printed; 2 labels and statements of a text do not line up.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from checker.judge.cells import ACCEPT  # noqa: E402 - the checkout is put on the path first
from checker.model import Report  # noqa: E402
from scripts.quality import Checker  # noqa: E402
from scripts.scoring import Tally, speakers  # noqa: E402

Row = dict[str, Any]
CORPUS = ROOT / "tests" / "corpus"
XINING = "xining-2022"


class UnusableInputError(ValueError):
    """Labels that do not belong to the statements of their text."""


@dataclass(frozen=True, slots=True)
class Text:
    """A report and the tasks of each of its statements, in reading order: `quote`, `tasks`, `weak`."""

    name: str
    path: Path
    labels: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A task on which the checker and the labels differ; `score` is None where the match is missing."""

    quote: str
    task: str
    score: float | None

    def __str__(self) -> str:
        """One line: sign, task, score, statement."""
        score = "    " if self.score is None else f"{self.score:.2f}"
        return f"{'-' if self.score is None else '+'} {self.task:<45} {score}  {self.quote}"


def texts_at_hand(shared: Path) -> list[Text]:
    """The labelled texts whose report can be read, by name."""
    found = []
    for path in sorted((CORPUS / "tasks").glob("*.jsonl")):
        if path.stem != XINING:
            found.append(Text(path.stem, CORPUS / "dev" / f"{path.stem}.md", tuple(_rows(path))))
        elif shared.is_dir():
            labels = with_quotes(_rows(path), _rows(shared / "gold" / path.name))
            found.append(Text(path.stem, shared / "reports" / f"{path.stem}.txt", tuple(labels)))
    return found


def with_quotes(labels: Sequence[Row], statements: Sequence[Row]) -> list[Row]:
    """Labels known by the place of their statement, with its quote; places count from 1 without a hole."""
    if [row["ordinal"] for row in labels] != list(range(1, len(statements) + 1)):
        raise UnusableInputError("the labels do not count the statements of the report one by one")
    return [{**row, "quote": said["quote"]} for row, said in zip(labels, statements, strict=True)]


def matches(report: Report) -> list[Row]:
    """The statements of a labelled report with the matches that count: task -> score."""
    return [
        {"quote": one.quote, "tasks": {match.id: match.score for match in one.tasks if match.score >= ACCEPT}}
        for one in report.statements
    ]


def compare(labels: Sequence[Row], predicted: Sequence[Row]) -> tuple[Tally, list[Difference]]:
    """Hits, false and missing matches of one text, and every difference in reading order."""
    tally, differences = Tally(), []
    for row, guesses in zip(labels, speakers(labels, predicted), strict=True):
        seen = {task: score for guess in guesses for task, score in guess["tasks"].items()}
        asked = set(row["tasks"])
        tally.add(Counter(asked), Counter(seen.keys()), Counter(row["weak"]))
        false = sorted(seen.keys() - asked - set(row["weak"]))
        differences += [Difference(row["quote"], task, seen[task]) for task in false]
        differences += [Difference(row["quote"], task, None) for task in sorted(asked - seen.keys())]
    return tally, differences


def pooled(tallies: Iterable[Tally]) -> Tally:
    """All counts added up."""
    whole = Tally()
    for one in tallies:
        whole.hit, whole.extra, whole.missed = whole.hit + one.hit, whole.extra + one.extra, whole.missed + one.missed
    return whole


def table_row(name: str, statements: int, tally: Tally) -> str:
    """One line of the table; a share of nothing is a dash."""
    shares = (_share(tally.hit, tally.hit + tally.extra), _share(tally.hit, tally.hit + tally.missed))
    return f"| {name} | {statements} | {tally.hit + tally.missed} | {shares[0]} | {shares[1]} | {tally.extra} |"


def table(texts: Sequence[Text], tallies: Sequence[Tally]) -> list[str]:
    """The whole table: every text, the development texts, all."""
    lines = ["| text | statements | asked | precision | recall | false |", "|---" * 6 + "|"]
    both = list(zip(texts, tallies, strict=True))
    lines += [table_row(text.name, len(text.labels), tally) for text, tally in both]
    for name, group in (("**dev**", [one for one in both if one[0].name != XINING]), ("**all**", both)):
        statements = sum(len(text.labels) for text, _ in group)
        lines.append(table_row(name, statements, pooled(tally for _, tally in group)))
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, and the differences when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--misses", action="store_true", help="list false and missing matches (development texts)")
    options = parser.parse_args(arguments)
    try:
        texts = texts_at_hand(options.shared)
    except (OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 2
    checker = Checker()
    results = [compare(text.labels, matches(checker.report(text.path))) for text in texts]
    print("\n".join(table(texts, [tally for tally, _ in results])))
    if options.misses:
        for text, (_, differences) in zip(texts, results, strict=True):
            if text.name != XINING:
                print(f"\n{text.name}", *differences, sep="\n")
    return 0


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    sys.exit(main())
