"""A task split of the office becomes a draft that loads; what had to be guessed or could not be read is said."""

from __future__ import annotations

from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from checker.cli import main
from checker.cli.screen import Screen
from checker.model import Kind, Level
from checker.plan import load_plan
from checker.plan_import import bodies, due_of, kind_of, levels_in

openpyxl = pytest.importorskip("openpyxl")

HEAD = ("序号", "类别", "工作任务", "目标要求", "牵头单位", "责任单位", "完成时限")
ROWS = (
    (
        1,
        "执法",
        "全面落实行政执法公示制度",
        "执法决定按期公开",
        "市司法局",
        "各县（区）人民政府、各执法部门",
        "2022年底前",
    ),
    (2, "同上", "行政执法人员持证上岗率达到100%", "", "同上", "各县（区）、各乡镇（街道）", "2023年6月"),
    (3, "复议", "行政复议体制改革到位", "一级政府一个复议机关", "市司法局、市委编办、市财政局", "〃", "持续推进"),
    (4, "复议", "编写典型案例", "每季一例", "市司法局", "", "适时"),
    ("备注", None, None, None, "盖章", None, None),
)


def run(*words: object) -> tuple[int, str, str]:
    screen = Screen(StringIO(), StringIO())
    code = main(["plan", "import", *map(str, words)], screen)
    return code, screen.out.getvalue(), screen.err.getvalue()


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """As such tables are made: a title across, merged cells, a second sheet with something else."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["乙市法治政府建设任务分工表"])
    sheet.merge_cells("A1:G1")
    sheet.append(HEAD)
    for row in ROWS:
        sheet.append(row)
    sheet["B3"].value, sheet["B4"].value = "执法", None
    sheet.merge_cells("B3:B4")
    book.create_sheet("通讯录").append(["姓名", "电话"])
    path = tmp_path / "任务 分工表.xlsx"
    book.save(path)
    return path


def test_import__workbook__becomes_a_plan_that_loads(workbook, tmp_path):
    out = tmp_path / "tasks.toml"
    code, _, err = run(workbook, "--out", out, "--government", "乙市")
    assert code == 0, err
    plan = load_plan(out)
    assert (plan.title, plan.government, plan.level) == ("乙市法治政府建设任务分工表", "乙市", Level.CITY)
    first, second, third, fourth = plan.tasks
    assert (first.no, first.lead, first.due) == ("1", ("市司法局",), date(2022, 12, 31))
    assert first.levels == (Level.CITY, Level.COUNTY)
    assert (second.lead, second.due, second.kind) == (("市司法局",), date(2023, 6, 30), Kind.RATE)
    assert second.levels == (Level.CITY, Level.COUNTY, Level.TOWNSHIP)
    assert third.lead == ("市司法局", "市委编办", "市财政局")
    assert (third.due, third.due_text, third.kind) == (None, "持续推进", Kind.ANNUAL)
    assert (fourth.due, fourth.due_text) == (None, "适时")


def test_import__what_could_not_be_read__is_named_with_sheet_and_row(workbook):
    _, out, err = run(workbook)
    assert "[Sheet]:6: I003 编写典型案例：期限“适时”没有读懂" in err
    assert "[Sheet]:7: I002 这一行没有任务内容" in err
    assert "[通讯录]: I001" in err
    assert "# 待核：期限“适时”没有读懂\n" in out


def test_import__existing_file__is_never_replaced(workbook, tmp_path):
    out = tmp_path / "tasks.toml"
    out.write_text("mine", encoding="utf-8")
    code, _, err = run(workbook, "--out", out)
    assert (code, out.read_text(encoding="utf-8")) == (2, "mine")
    assert "I004" in err


def test_import__word_table_with_merged_cells__is_read(tmp_path):
    docx = pytest.importorskip("docx")
    texts = (
        ("重点任务", "牵头部门", "时间节点"),
        ("公布权责清单", "市委编办", "2022年上半年"),
        ("开展清单评估", "", "2023年"),
    )
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for at, row in enumerate(texts):
        for to, text in enumerate(row):
            table.cell(at, to).text = text
    table.cell(1, 1).merge(table.cell(2, 1))
    path = tmp_path / "分工.docx"
    document.save(path)
    out = tmp_path / "tasks.toml"
    assert run(path, "--out", out)[0] == 0
    assert [(task.title, task.lead, task.due) for task in load_plan(out).tasks] == [
        ("公布权责清单", ("市委编办",), date(2022, 6, 30)),
        ("开展清单评估", ("市委编办",), date(2023, 12, 31)),
    ]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [("a.xls", b"x", "T006"), ("a.xlsx", b"x", "T001"), ("a.docx", b"PK\x03\x04", "T001"), ("没有.xlsx", None, "F001")],
)
def test_import__unusable_file__is_named(tmp_path, name, data, code):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    found, _, err = run(path)
    assert found == 2
    assert code in err


def test_import__no_table_of_tasks__is_nothing(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["姓名", "电话"])
    book.save(tmp_path / "a.xlsx")
    code, _, err = run(tmp_path / "a.xlsx")
    assert code == 4
    assert "I001" in err


@pytest.mark.parametrize(
    ("text", "due", "doubtful"),
    [
        ("2022年底前", date(2022, 12, 31), False),
        ("2022年底前完成", date(2022, 12, 31), False),
        ("2022年12月底前", date(2022, 12, 31), False),
        ("2024年2月", date(2024, 2, 29), False),
        ("2022年12月31日前", date(2022, 12, 31), False),
        ("2023年上半年", date(2023, 6, 30), False),
        ("2023年第三季度", None, True),
        ("2023年三季度", date(2023, 9, 30), False),
        ("2023-03", date(2023, 3, 31), False),
        ("2023.3.15", date(2023, 3, 15), False),
        ("2023年", date(2023, 12, 31), False),
        ("2025年前", None, True),
        ("2023年13月", None, True),
        ("2023年2月30日", None, True),
        ("长期坚持", None, False),
        ("全年", None, False),
        ("尽快", None, True),
        ("", None, False),
    ],
)
def test_due_of__wording__is_a_date_or_a_doubt(text, due, doubtful):
    found, told, doubt = due_of(text)
    assert (found, bool(doubt)) == (due, doubtful)
    assert told == text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市司法局、市财政局，各县（区）人民政府", ("市司法局", "市财政局", "各县（区）人民政府")),
        ("市委编办（审改科、监督科）\n市司法局等", ("市委编办（审改科、监督科）", "市司法局")),
        ("、、", ()),
        ("（" * 30_000 + "、" * 30_000, None),
    ],
)
def test_bodies__joined_in_a_cell__are_told_apart(text, names):
    found = bodies(text)
    assert found == names if names is not None else len(found) == 1


def test_guesses__are_careful():
    assert kind_of("严禁下达罚没指标", "") is Kind.BAN
    assert kind_of("编制清单", "2022年底前") is Kind.STATE
    assert levels_in("各县（区）人民政府、乡镇街道", Level.COUNTY) == (Level.COUNTY, Level.TOWNSHIP)
    assert levels_in("市司法局", Level.CITY) == (Level.CITY,)
