#!/usr/bin/env python3
"""How far two readers of the labelled texts agree.

usage: agreement.py [--corpus DIR] [--score FILE]

Every text of `second/` is compared with the first labels in `dev/` or `test/`: the first reader stands for the gold
labels and the second for a program, and both are scored by the script that scores programs. Figures that the second
reader marks `minor` are taken out first, because nobody has to name them. One row a text, then each half and all
texts pooled, as a Markdown table.

Exit codes: 0 a table was printed; 2 a label file is missing or the two readers did not label the same statements;
4 there is no text to compare.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]
HALVES = ("dev", "test")
SETS = ("clauses", "levels", "obligations", "figures")
COLUMNS = ("clauses F1", "primary", "stance", "called achieved", "levels F1", "obligations F1", "figures F1")
ROOT = Path(__file__).resolve().parent.parent


class UnusableInputError(ValueError):
    """A file that is missing, or two label files that cannot be compared."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The two readings of one text, statement by statement."""

    name: str
    half: str
    first: Sequence[Row]
    second: Sequence[Row]


def without_minor(rows: Iterable[Row]) -> list[Row]:
    """The labels as a program would give them: only figures that count."""
    return [{**row, "figures": [figure for figure in row["figures"] if not figure.get("minor")]} for row in rows]


def pair(name: str, half: str, first: Sequence[Row], second: Sequence[Row]) -> Pair:
    """Join two readings of one text; raise UnusableInputError where they are not of the same statements."""
    if [row["quote"] for row in first] != [row["quote"] for row in second]:
        raise UnusableInputError(f"{name}: the two readers did not label the same statements")
    return Pair(name, half, first, without_minor(second))


def pooled(score: Any, pairs: Iterable[Pair]) -> Row:
    """Scores over all statements of the pairs; `score` is the scoring module."""
    scores = score.Scores()
    for one in pairs:
        scores.add(list(one.first), list(one.second))
    return dict(scores.result())


def table_row(name: str, result: Row) -> str:
    """One line of the table; a share over nothing is a dash."""
    f1 = {key: result[key]["f1"] if result[key]["n"] else None for key in SETS}
    shares = (
        f1["clauses"],
        result["primary"],
        result["stance"],
        result["false_achieved"],
        f1["levels"],
        f1["obligations"],
        f1["figures"],
    )
    cells = ["–" if share is None else f"{share:.2f}" for share in shares]
    return "| " + " | ".join([name, str(result["statements"]), *cells]) + " |"


def table(score: Any, pairs: Sequence[Pair]) -> list[str]:
    """The whole table: every text, then each half, then all."""
    lines = ["| " + " | ".join(("text", "statements", *COLUMNS)) + " |", "|---" * (len(COLUMNS) + 2) + "|"]
    lines += [table_row(f"`{one.half}/{one.name}`", pooled(score, [one])) for one in pairs]
    groups = [(half, [one for one in pairs if one.half == half]) for half in HALVES]
    groups.append(("all", list(pairs)))
    return lines + [table_row(f"**{name}**", pooled(score, group)) for name, group in groups if group]


def read_labels(path: Path) -> list[Row]:
    """The labels of one file, in reading order."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_pairs(corpus: Path) -> list[Pair]:
    """All texts that both readers have labelled, by half and name."""
    pairs = []
    for second in sorted((corpus / "second").glob("*.jsonl")):
        half = next((half for half in HALVES if (corpus / half / second.name).is_file()), None)
        if half is None:
            raise UnusableInputError(f"{second.stem}: no first labels in {' or '.join(HALVES)}")
        pairs.append(pair(second.stem, half, read_labels(corpus / half / second.name), read_labels(second)))
    return sorted(pairs, key=lambda one: (HALVES.index(one.half), one.name))


def load_score(path: Path) -> Any:
    """The scoring script as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise UnusableInputError(f"{path}: the scoring script is not there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table of agreement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT / "tests" / "corpus")
    parser.add_argument("--score", type=Path, default=ROOT.parent / "shared" / "gold" / "score.py")
    options = parser.parse_args(arguments)
    try:
        score, pairs = load_score(options.score), read_pairs(options.corpus)
    except (OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 2
    if not pairs:
        print("no text has been labelled twice", file=sys.stderr)
        return 4
    print("\n".join(table(score, pairs)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
