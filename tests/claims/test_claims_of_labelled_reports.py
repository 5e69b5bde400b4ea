"""Labelled statements -> claims: with the right labels every verdict is right, and none is a false 'covered'.

Stance, levels and obligations are the labels; what is tried is how much of a level a statement covers, and
the rules of the verdict.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.judge.claims import Claim, Fact, claims
from checker.lexicon import load_lexicon
from checker.model import Extent, Level, Part, Reach, Sentence, Stance
from checker.statements.extent.label import Extents
from checker.statements.figures.read import Figures
from checker.statements.levels.label import Levels

ROOT = Path(__file__).resolve().parents[2]
CORPUS = sorted((ROOT / "tests" / "corpus" / "dev").glob("*.cells.json"))


@dataclass(frozen=True)
class Cell:
    """A labelled verdict with what else a careful reader may say."""

    obligation: str
    level: Level
    accepted: tuple[str, ...]


def cells(path: Path) -> list[Cell]:
    return list(_cells(json.loads(path.read_text(encoding="utf-8"))))


def _cells(data: dict[str, object]) -> Iterator[Cell]:
    """Both layouts of the labelled sets: a list of cells, and obligation -> level -> cell."""
    rows = data.get("cells")
    if isinstance(rows, list):
        for row in rows:
            yield Cell(row["obligation"], Level(row["level"]), (row["verdict"], *row["also_acceptable"]))
        return
    for obligation, levels in data.items():
        assert isinstance(levels, dict)
        for level, cell in levels.items():
            yield Cell(obligation, Level(level), (cell["verdict"], *cell["also_acceptable"]))


def judged(statements: Path, own: Level, government: str, levels: tuple[Level, ...]) -> tuple[Claim, ...]:
    rows = [json.loads(line) for line in statements.read_text(encoding="utf-8").splitlines() if line.strip()]
    quotes = [row["quote"] for row in rows]
    sentences = [
        Sentence(quote, "", "", (), Part.RESULTS, number, number, None, False, _is_tail(quotes, number))
        for number, quote in enumerate(quotes)
    ]
    lexicon = load_lexicon(ROOT / "plan" / "lexicon.toml")
    found = Levels(lexicon).label(sentences, own, government)
    figures = [Figures(lexicon).read(quote) for quote in quotes]
    extents = Extents(lexicon).label(sentences, found, figures, own)
    facts = []
    for number, (row, label) in enumerate(zip(rows, extents, strict=True)):
        known = {reach.level: reach.extent for reach in label.reaches}
        reaches = tuple(Reach(level, known.get(level, Extent.UNSTATED)) for level in map(Level, row["levels"]))
        stance, obligations = Stance(row["stance"]), tuple(row["obligations"])
        facts.append(Fact(f"{number:03}", stance, reaches, label.own, obligations, (), row["quote"], ""))
    return claims(facts, own, levels)


def _is_tail(quotes: list[str], number: int) -> bool:
    return number > 0 and quotes[number - 1].endswith(("，", ","))


def compared(statements: Path, own: Level, government: str, path: Path) -> tuple[list[str], list[str], int]:
    """Verdicts that are not accepted, those of them that are a false 'covered', and how many were asked."""
    asked = cells(path)
    found = judged(statements, own, government, tuple(dict.fromkeys(cell.level for cell in asked)))
    verdicts = {(claim.obligation, claim.level): claim.verdict.value for claim in found}
    wrong, false = [], []
    for cell in asked:
        verdict = verdicts[cell.obligation, cell.level]
        if verdict not in cell.accepted:
            wrong.append(f"{path.stem} {cell.obligation} {cell.level.value}: {verdict}, not {cell.accepted}")
            false += wrong[-1:] if verdict == "covered" else []
    return wrong, false, len(asked)


@pytest.mark.shared
@pytest.mark.parametrize(("name", "government"), [("xining-2022", "西宁市"), ("jiashi-2023", "甲市")])
def test_claims__labelled_city_report__every_verdict_accepted(shared: Path, name: str, government: str) -> None:
    gold = shared / "gold"
    wrong, _, asked = compared(gold / f"{name}.jsonl", Level.CITY, government, gold / f"{name}.cells.json")
    assert asked == 12
    assert wrong == []


def test_claims__development_half__no_false_covered_and_nine_in_ten_right() -> None:
    assert CORPUS, "the development half of the labelled texts is missing"
    wrong, false, asked = [], [], 0
    for path in CORPUS:
        own = Level(json.loads(path.read_text(encoding="utf-8"))["own_level"])
        statements = path.with_name(path.name.replace(".cells.json", ".jsonl"))
        some_wrong, some_false, count = compared(statements, own, "", path)
        wrong, false, asked = wrong + some_wrong, false + some_false, asked + count
    assert false == []
    assert len(wrong) <= asked / 10, "\n".join(wrong)
