"""Small reports of invented places, and a batch run on them as the command line does it."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from checker.cli import main
from checker.cli.screen import Screen

GAP = "存在的不足：部分乡镇（街道）尚未配备法制审核人员，{place}行政复议场所建设滞后。"


def text_of(place: str, year: int, done: str = "县级以上行政执法机关全部建立行政执法公示制度") -> str:
    """A short report with a result, a gap and a plan."""
    return (
        f"# {place}{year}年法治政府建设情况报告\n\n一、主要做法和成效\n\n（一）规范行政执法。{done}。"
        f"全年受理行政复议案件412件，审结397件，审结率96.4%。\n\n{GAP.format(place=place)}\n\n"
        "二、下一步工作打算\n\n下一步，将持续推进行政执法三项制度落实。\n"
    )


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Nine reports: three places, three years."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for place in ("临江市", "望海市", "南岭县"):
        for year in (2021, 2022, 2023):
            (folder / f"{place}{year}.md").write_text(text_of(place, year), encoding="utf-8")
    return folder


Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call() -> Call:
    """Run the command line; exit code, standard output and error."""

    def run(*argv: object) -> tuple[int, str, str]:
        out, err = io.StringIO(), io.StringIO()
        code = main([str(arg) for arg in argv], Screen(out, err))
        return code, out.getvalue(), err.getvalue()

    return run


def content(store: Path) -> Sequence[tuple[object, ...]]:
    """All that a store says, without the numbers that the order of arrival gives."""
    queries = (
        "SELECT sha256, name, title, government, level, year, statuses, verdicts, hex(details) FROM reports ORDER BY 1",
        "SELECT path, fingerprint, (SELECT sha256 FROM reports WHERE id = report), code FROM files ORDER BY 1",
        "SELECT sha256, position, rule, severity, statement, stated, expected, formula"
        " FROM found JOIN reports ON reports.id = report ORDER BY 1, 2",
    )
    base = sqlite3.connect(store)
    try:
        return [row for query in queries for row in base.execute(query)]
    finally:
        base.close()
