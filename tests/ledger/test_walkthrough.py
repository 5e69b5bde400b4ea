"""The walk-through of docs/ledger.md, command by command as it is printed there."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from checker.cli import main
from checker.cli.screen import Screen
from checker.ledger import sheet as form

openpyxl = pytest.importorskip("openpyxl")

REPORT = """\
乙市2022年法治政府建设情况报告

一、主要工作和成效

（一）规范行政执法。市政府印发《乙市行政执法公示办法》，全市行政执法单位全面落实行政执法公示、执法全过程记录、\
重大执法决定法制审核三项制度，公示执法信息3000条。组织案卷评查2次，抽查案卷50本，合格48本，合格率96%。

（二）深化行政复议体制改革。市、县两级行政复议职责已全部集中到本级人民政府行使，全年收到行政复议申请120件。

二、存在的不足

一是部分乡镇街道行政执法三项制度落实还不到位，执法全过程记录不规范。二是个别部门负责人出庭应诉率不高。

三、下一步工作安排

2023年，全面落实乡镇街道行政执法三项制度，推动行政复议规范化建设。
"""
GATE = '[gate]\nfail = ["shortfall"]\nonly_confirmed = true\nrequire_settled_suspects = true\n\n'
BOOK = "台账2022.xlsx"


def commands(doc: Path) -> list[tuple[list[str], int]]:
    """The commands of the section 走一遍 with the exit codes that it promises."""
    section = doc.read_text(encoding="utf-8").split("## 走一遍")[1].split("\n## ")[0]
    found = []
    for block in re.findall(r"```sh\n(.*?)```", section, re.DOTALL):
        for line in block.splitlines():
            code = re.search(r"# 退出码 (\d)", line)
            found.append((shlex.split(line, comments=True)[1:], int(code.group(1)) if code else 0))
    return found


def fill() -> None:
    """What a person does in WPS: confirm what is right, move the sentence that belongs to the townships."""
    book = openpyxl.load_workbook(BOOK)
    sheet = book[form.NAME]
    columns = {cell.value: cell.column for cell in sheet[2]}
    for row in range(3, sheet.max_row + 1):
        text = sheet.cell(row, columns[form.QUOTE]).value
        if "全过程记录不规范" in text:
            tasks = [cell.value for cell in book["选项"]["B"]]
            choice = next(one for one in tasks if one.endswith("（enforcement.three-systems.township）"))
            told = {form.RULING: "改归", form.TASK: choice, form.LEVEL: "乡镇街道", form.WHY: "说的是乡镇街道"}
        elif sheet.cell(row, columns["立场"]).value == "已完成":
            told = {form.RULING: "确认", form.PAPER: "材料/公示 目录.pdf", form.NUMBER: "乙政发〔2022〕3号"}
        else:
            continue
        for name, value in told.items():
            sheet.cell(row, columns[name]).value = value
    book.save(BOOK)


def through_libreoffice() -> None:
    fill()
    home = f"-env:UserInstallation={(Path.cwd().parent / 'office').as_uri()}"
    words = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", "回", BOOK]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    shutil.move(f"回/{BOOK}", BOOK)


@pytest.fixture
def office(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the report, a paper and a plan whose gate is the office's own."""
    folder = tmp_path / "依法治市办 2022"
    (folder / "plan").mkdir(parents=True)
    (folder / "evidence" / "材料").mkdir(parents=True)
    (folder / "evidence" / "材料" / "公示 目录.pdf").write_bytes(b"%PDF")
    (folder / "报告2022.txt").write_text(REPORT, encoding="utf-8")
    for path in (root / "plan").glob("*.toml"):
        shutil.copy(path, folder / "plan" / path.name)
    plan = folder / "plan" / "tasks.toml"
    text = plan.read_text(encoding="utf-8")
    before, rest = text.split("[gate]\n", 1)
    plan.write_text(before + GATE + rest[rest.index("[clauses]") :], encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    "in_between",
    [
        fill,
        pytest.param(
            through_libreoffice, marks=pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice 没有安装")
        ),
    ],
)
def test_walkthrough__every_command_of_the_page__does_what_it_says(office, root, in_between: Callable[[], None]):
    steps = commands(root / "docs" / "ledger.md")
    assert [words[0] for words, _ in steps] == [
        "ingest", "export", "review", "gate", "waive", "waive", "gate", "signoff", "signoff",
    ]  # fmt: skip
    for words, code in steps:
        if words[0] == "review":
            in_between()
        assert run(words) == (code, ""), words
    wrong = office / "evidence" / "2022.toml"
    text = wrong.read_text(encoding="utf-8")
    wrong.write_text(text.replace("抽查案卷50本", "抽查案卷60本", 1), encoding="utf-8")
    code, told = run(steps[-1][0])
    assert code == 2
    assert "2022.toml: S006" in told
    assert re.search(r"2022\.toml:\d+: S007 佐证 2022-00\d 被改过", told)


def run(words: list[str]) -> tuple[int, str]:
    """The exit code, and what was wrong (remarks and what was written do not count)."""
    screen = Screen(StringIO(), StringIO())
    code = main(words, screen)
    told = screen.err.getvalue().splitlines()
    return code, "\n".join(line for line in told if not line.startswith(("※", "已写入")))
