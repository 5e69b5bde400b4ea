"""Figures against the labelled reports: F1 over (value, unit), minor figures neither asked for nor punished."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from checker.lexicon import load_lexicon
from checker.paths import shipped
from checker.statements.figures.read import Figures

FIGURES = Figures(load_lexicon(shipped("lexicon.toml")))
Key = tuple[float, str]


def keys(figures: list[dict[str, object]]) -> Counter[Key]:
    return Counter((round(float(str(figure["value"])), 4), str(figure["unit"])) for figure in figures)


def f1(paths: list[Path]) -> float:
    hit = extra = missed = 0
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            label = json.loads(line)
            wanted = keys([figure for figure in label["figures"] if not figure.get("minor")])
            spare = keys([figure for figure in label["figures"] if figure.get("minor")])
            seen = Counter((round(float(f.value), 4), f.unit) for f in FIGURES.read(label["quote"]) if not f.minor)
            both = wanted & seen
            hit += both.total()
            missed += (wanted - both).total()
            extra += (seen - both - spare).total()
    return 2 * hit / (2 * hit + extra + missed)


@pytest.mark.shared
def test_read__labelled_city_reports__reach_their_f1(shared: Path) -> None:
    assert f1([shared / "gold/xining-2022.jsonl", shared / "gold/jiashi-2023.jsonl"]) >= 0.985


@pytest.mark.shared
def test_read__labelled_provincial_reports__reach_their_f1(shared: Path) -> None:
    assert f1(sorted((shared / "gold/provincial").glob("*.jsonl"))) >= 0.96
