"""What the claims of a report with one sentence are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.batch.recipe import recipe_of
from checker.batch.work import Judge
from checker.model import Verdict
from checker.reading import read
from checker.store import codes


@pytest.fixture(scope="session")
def covered(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], set[str]]:
    """Tells the obligations that a report with one sentence is said to cover, at any level."""
    judge = Judge(recipe_of(root / "plan" / "tasks.toml", None))
    path = tmp_path_factory.mktemp("claims") / "report.md"
    letter = codes.VERDICT_LETTER[Verdict.COVERED]

    def told(sentence: str) -> set[str]:
        path.write_text(f"# 安和市2023年法治政府建设情况报告\n\n## 一、主要工作成效\n\n{sentence}\n", "utf-8")
        verdicts = judge.judgement(read(str(path))).verdicts
        return {name for (name, _), found in zip(codes.CLAIMS, verdicts, strict=True) if found == letter}

    return told
