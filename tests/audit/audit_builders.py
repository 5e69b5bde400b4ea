"""Reports for the tests of the audit, built from sentences with the figures that the reader finds in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.lexicon import load_lexicon
from checker.model import Extent, Level, Part, Reach, Report, Stance, Statement
from checker.paths import shipped
from checker.statements.figures.read import Figures

FIGURES = Figures(load_lexicon(shipped("lexicon.toml")))


def statement(
    quote: str,
    number: int = 0,
    stance: Stance = Stance.ACHIEVED,
    levels: Iterable[Level] = (),
    obligations: tuple[str, ...] = (),
    chapter: str = "一(一)",
) -> Statement:
    """A labelled statement with its figures."""
    return Statement(
        id=f"2023-{number:03}",
        quote=quote,
        chapter=chapter,
        ordinal=number,
        line=number + 1,
        page=None,
        part={Stance.PLANNED: Part.PLAN, Stance.SHORTFALL: Part.SHORTFALLS}.get(stance, Part.RESULTS),
        stance=stance,
        reaches=tuple(Reach(level, Extent.ALL) for level in levels),
        extent=Extent.UNSTATED,
        tasks=(),
        clauses=(),
        obligations=obligations,
        figures=FIGURES.read(quote),
        because=(),
    )


def report(statements: Iterable[Statement], level: Level = Level.CITY, year: int = 2023) -> Report:
    """A report of these statements, numbered in their order."""
    numbered = [replace(s, id=f"{year}-{i:03}", ordinal=i, line=i + 1) for i, s in enumerate(statements, 1)]
    return Report(
        "甲市.txt", "0" * 64, f"甲市{year}年法治政府建设情况报告", "甲市人民政府", level, year, tuple(numbered)
    )


def of(text: str) -> Report:
    """A report of the sentences of a case, parted by //."""
    return report([statement(part.strip()) for part in text.split("//")])
