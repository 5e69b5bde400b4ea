"""checker export and checker graph as an office runs them: files in place, counts that agree, plain refusals."""

from __future__ import annotations

import builtins
import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from checker.cli import main
from checker.cli.screen import Screen
from checker.model import Status

REPORT = """临江市2022年法治政府建设情况报告

一、主要工作成效

（一）行政执法。市级38个执法部门全部建立行政执法公示、全过程记录、重大执法决定法制审核制度。5个县区中的3个县区完成执法记录仪配发，共配发412台。正在修订行政处罚裁量权基准。

（二）行政复议。印发《行政复议体制改革实施方案》，市本级统一行使行政复议职责。全年收到行政复议申请263件，受理241件，审结228件。

二、存在的不足

部分乡镇法制审核人员配备不足，乡镇行政执法三项制度尚未全面落实。

三、下一步工作

明年将在全部乡镇推行重大执法决定法制审核。
"""


@pytest.fixture
def inputs(tmp_path: Path) -> list[str]:
    """Options that give the report and an empty folder of evidence."""
    (tmp_path / "报告 一.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "evidence").mkdir()
    return ["--evidence", str(tmp_path / "evidence"), "--report", str(tmp_path / "报告 一.txt")]


def run(*args: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(args, Screen(out, err))
    return code, out.getvalue(), err.getvalue()


def counts_of_json(inputs: list[str]) -> dict[str, int]:
    code, out, _ = run("check", *inputs, "--format", "json")
    assert code == 0
    return dict(json.loads(out)["coverage"]["by_status"])


def in_words(counts: dict[str, int]) -> dict[str, int]:
    return {Status(code).zh: count for code, count in counts.items()}


def test_counts__page_excel_word_csv_and_json_agree(inputs: list[str], tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    docx = pytest.importorskip("docx")
    wanted = counts_of_json(inputs)
    assert len(wanted) >= 5
    files = {kind: tmp_path / f"导出.{kind}" for kind in ("html", "xlsx", "csv", "docx")}
    for kind, path in files.items():
        code, out, err = run("export", f"--{kind}", str(path), "--by", "level", *inputs)
        assert (code, out) == (0, ""), err
    page = BeautifulSoup(files["html"].read_text(encoding="utf-8"), "html.parser")
    assert Counter(row["data-status"] for row in page.select("#tasks tr[data-status]")) == wanted
    rows = csv.DictReader(io.StringIO(files["csv"].read_bytes().decode("utf-8-sig")))
    assert Counter(row["检查状态"] for row in rows) == in_words(wanted)
    book = openpyxl.load_workbook(files["xlsx"])
    names = [cell.value for cell in book["台账"][2]]
    column = names.index("检查状态")
    read = Counter(row[column].value for row in book["台账"].iter_rows(min_row=3))
    assert read == in_words(wanted)
    letters = sum(len(table.rows) - 1 for table in docx.Document(str(files["docx"])).tables)
    assert letters == book["缺口"].max_row - 2
    gaps = csv_rows(tmp_path, inputs, "gaps")
    assert len(gaps) == letters


def csv_rows(folder: Path, inputs: list[str], table: str) -> list[dict[str, str]]:
    path = folder / f"{table}.csv"
    assert run("export", "--csv", str(path), "--table", table, *inputs)[0] == 0
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def test_terminal__tells_the_same_coverage_as_the_page(inputs: list[str], tmp_path: Path) -> None:
    path = tmp_path / "页.html"
    assert run("export", "--html", str(path), *inputs)[0] == 0
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    told = page.select_one(".figure .remark").get_text().split()[0]  # type: ignore[union-attr]
    assert told in run("check", *inputs)[1]


def test_narrowed__only_the_level_asked_for(inputs: list[str], tmp_path: Path) -> None:
    path = tmp_path / "乡镇.csv"
    assert run("export", "--csv", str(path), "--level", "township", *inputs)[0] == 0
    rows = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig")))
    assert {row["层级"] for row in rows} == {"乡镇街道"}


def test_same_inputs__same_bytes(inputs: list[str], tmp_path: Path) -> None:
    for kind in ("html", "csv"):
        one, other = tmp_path / f"1.{kind}", tmp_path / f"2.{kind}"
        for path in (one, other):
            assert run("export", f"--{kind}", str(path), *inputs)[0] == 0
        assert one.read_bytes() == other.read_bytes()


def test_missing_library__says_how_to_install_it_and_leaves_the_old_file(
    inputs: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.split(".", maxsplit=1)[0] in ("openpyxl", "docx"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    for kind, extra in (("xlsx", "excel"), ("docx", "word")):
        path = tmp_path / f"旧.{kind}"
        path.write_bytes(b"old")
        code, _, err = run("export", f"--{kind}", str(path), *inputs)
        assert code == 2
        assert f'pip install "law-plan-checker[{extra}]"' in err
        assert path.read_bytes() == b"old"


def test_folder_that_is_not_there__is_refused_and_nothing_is_left_behind(inputs: list[str], tmp_path: Path) -> None:
    code, _, err = run("export", "--csv", str(tmp_path / "没有" / "表.csv"), *inputs)
    assert code == 2
    assert "X002" in err
    assert not list(tmp_path.rglob("*.tmp"))


def test_target_is_a_folder__is_refused_and_nothing_is_left_behind(inputs: list[str], tmp_path: Path) -> None:
    (tmp_path / "表.csv").mkdir()
    assert run("export", "--csv", str(tmp_path / "表.csv"), *inputs)[0] == 2
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".tmp")]


@pytest.mark.parametrize("args", [("export",), ("export", "--html", "a", "--csv", "b"), ("graph", "--format", "png")])
def test_usage__kind_missing_or_twice__exit_code_2(args: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*args)[0] == 2
    assert "用法错误" in capsys.readouterr().err


def test_nothing_in_scope__exit_code_4_and_no_file(tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    path = tmp_path / "页.html"
    assert run("export", "--html", str(path), "--evidence", str(tmp_path / "evidence"))[0] == 4
    assert not path.exists()


def test_graph__text__lists_root_gaps_and_one_alone(inputs: list[str]) -> None:
    code, out, _ = run("graph", *inputs)
    assert code == 0
    number = out.splitlines()[0].split()[1]
    code, alone, _ = run("graph", number, *inputs)
    assert code == 0
    assert out.startswith(alone.splitlines()[0])
    assert sum(line[0].isdigit() for line in alone.splitlines()) == 1


@pytest.mark.parametrize(("task", "rule"), [("没有这项", "X004"), ("15.14", "X005")])
def test_graph__task_unknown_or_no_root__is_said(inputs: list[str], task: str, rule: str) -> None:
    code, out, err = run("graph", task, *inputs)
    assert (code, out) == (2, "")
    assert rule in err


@pytest.mark.parametrize(
    ("kind", "start"), [("svg", "<?xml"), ("mermaid", "flowchart LR"), ("dot", "digraph prerequisites")]
)
def test_graph__bare__draws_a_plan_without_evidence(kind: str, start: str, tmp_path: Path) -> None:
    path = tmp_path / "图"
    code, out, _ = run("graph", "--bare", "--format", kind, "--out", str(path))
    assert (code, out) == (0, "")
    assert path.read_text(encoding="utf-8").startswith(start)


def test_graph__bare_text__is_refused_with_a_hint() -> None:
    code, _, err = run("graph", "--bare")
    assert code == 2
    assert "--format svg" in err


@pytest.mark.parametrize("form", ["--html", "--csv"])
def test_export__mask__hides_names_in_every_format(
    form: str, tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report names a party to a case; a masked copy shows the surname only."""
    report = tmp_path / "report.md"
    report.write_text(
        "# 丙市2022年法治政府建设情况报告\n\n## 一、主要成效\n\n"
        "（一）化解争议。当事人王小虎不服处罚，经行政复议调解结案，行政复议案件按期办结率100%。\n",
        encoding="utf-8",
    )
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(root)
    texts = []
    for more in ([], ["--mask"]):
        target = tmp_path / f"out{len(more)}"
        argv = ["export", form, str(target), "--evidence", str(tmp_path / "empty"), "--report", str(report), *more]
        assert main(argv) == 0
        texts.append(target.read_text(encoding="utf-8-sig"))
    assert "王小虎" in texts[0]
    assert "王小虎" not in texts[1]
    assert "王某某" in texts[1]
