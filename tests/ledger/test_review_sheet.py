"""The sheet goes out, people fill it in, it comes back: row by row, and nothing is taken silently."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from checker.ledger import sheet as form
from checker.ledger.model import Ruling
from checker.model import Extent, Level, Stance
from tests.ledger.values import Desk, files, report, said

openpyxl = pytest.importorskip("openpyxl")

TOLD = report(
    "公开执法信息三千条",
    "=组织案卷评查两次，抽查五十本",
    said("部分部门公示不及时", 3, stance=Stance.SHORTFALL),
    "当事人王小明不服处罚，复议机关依法受理",
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.take_in(TOLD)
    assert desk.run("export", "--xlsx", tmp_path / "台账 2022.xlsx") == 0
    return desk


def fill(desk: Desk, *rows: dict[str, object], change: Callable[[object], None] | None = None) -> Path:
    """Fill in rows as a person would: find the entry, write under the headings."""
    path = desk.folder / "台账 2022.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book[form.NAME]
    columns = {cell.value: cell.column for cell in sheet[2]}
    lines = {sheet.cell(row, columns[form.ID]).value: row for row in range(3, sheet.max_row + 1)}
    for row in rows:
        for name, value in row.items():
            sheet.cell(lines[row[form.ID]], columns[name]).value = value
    if change:
        change(sheet)
    book.save(path)
    return path


def line_of(desk: Desk, entry: str) -> int:
    sheet = openpyxl.load_workbook(desk.folder / "台账 2022.xlsx")[form.NAME]
    columns = {cell.value: cell.column for cell in sheet[2]}
    return next(row for row in range(3, sheet.max_row + 1) if sheet.cell(row, columns[form.ID]).value == entry)


YES = {form.ID: "2022-001", form.RULING: "确认", form.BY: "张"}
MOVE = {
    form.ID: "2022-002",
    form.RULING: "改归",
    form.TASK: "15.02 记录执法过程（b）",
    form.LEVEL: "市",
    form.EXTENT: "全部",
    form.FIGURE: "50本→60本",
    form.WHY: "以评查通报为准",
    form.BY: "李",
    form.DAY: "2023年3月1日",
    form.NUMBER: "乙司发〔2022〕8号",
}


def refused(desk: Desk, path: Path, *options: str) -> str:
    """The problems of a merge that takes nothing."""
    before = files(desk.evidence)
    assert desk.run("review", "--from", path, *options) == 2
    assert files(desk.evidence) == before
    return desk.err


def test_export__review_sheet__has_lists_and_hides_the_state_and_holds_no_formula(desk):
    book = openpyxl.load_workbook(desk.folder / "台账 2022.xlsx")
    sheet = book[form.NAME]
    columns = {cell.value: cell.column_letter for cell in sheet[2]}
    lists = {str(rule.sqref).split(":")[0][:-1] for rule in sheet.data_validations.dataValidation}
    assert lists == {columns[name] for name in (form.RULING, form.TASK, form.LEVEL, form.EXTENT, form.STANCE)}
    assert sheet.column_dimensions[columns[form.STATE]].hidden
    assert book["选项"].sheet_state == "hidden"
    assert [cell.coordinate for row in sheet for cell in row if cell.data_type == "f"] == []


def test_merge__filled_rows__become_decisions(desk):
    assert desk.run("review", "--from", fill(desk, YES, MOVE)) == 0
    assert "并入 2 条决定；已有相同决定 0 条，没有填的 2 行" in desk.out
    yes, move = sorted(desk.ledger().decisions, key=lambda one: one.what.entry)
    assert (yes.what.ruling, yes.what.by) == (Ruling.CONFIRMED, "张")
    assert (move.what.to_task, move.what.to_level, move.what.extent) == ("b", Level.CITY, Extent.ALL)
    assert (move.what.figure.old, move.what.figure.value, move.what.figure.unit) == (50, 60, "本")
    assert (move.what.attachment.number, move.at.date()) == ("乙司发〔2022〕8号", date(2023, 3, 1))


def test_merge__same_file_again__changes_no_byte(desk):
    path = fill(desk, YES, MOVE)
    desk.run("review", "--from", path)
    before = files(desk.evidence)
    assert desk.run("review", "--from", path) == 0
    assert "已有相同决定 2 条" in desk.out
    assert files(desk.evidence) == before


def test_merge__paper_beside_the_ledger__is_bound_by_its_digest(desk):
    (desk.evidence / "材料").mkdir()
    (desk.evidence / "材料" / "公示 目录.pdf").write_bytes(b"abc")
    assert desk.run("review", "--from", fill(desk, YES | {form.PAPER: "材料\\公示 目录.pdf"})) == 0
    paper = desk.ledger().decisions[0].what.attachment
    assert paper.path == "材料/公示 目录.pdf"
    assert paper.sha256.startswith("ba7816bf")


def test_merge__somebody_else_decided_meanwhile__is_a_conflict_until_overruled(desk):
    path = fill(desk, YES, MOVE)
    desk.run("review", "--entry", "2022-001", "--verdict", "rejected", "--why", "不是本年", "--by", "王")
    assert f"审核]:{line_of(desk, '2022-001')}: D008 2022-001：导出之后别人已另有决定：不采用（王" in refused(
        desk, path
    )
    assert desk.run("review", "--from", path, "--skip-conflicts") == 0
    assert "未并入" in desk.err
    assert [one.what.by for one in desk.ledger().decisions] == ["王", "李"]
    assert desk.run("review", "--from", path, "--overrule", "2022-001") == 0
    assert desk.ledger().matters["2022-001"].decision.what.by == "张"


def test_merge__entry_changed_since_the_export__is_a_conflict(desk):
    path = fill(desk, YES)
    desk.take_in(report("公开执法信息五千条", sha="b"))
    assert "导出之后这条佐证变了" in refused(desk, path)


def drop(name: str) -> Callable[[object], None]:
    def change(sheet):
        sheet.delete_cols(next(cell.column for cell in sheet[2] if cell.value == name))

    return change


def rename(old: str, new: str) -> Callable[[object], None]:
    def change(sheet):
        next(cell for cell in sheet[2] if cell.value == old).value = new

    return change


@pytest.mark.parametrize(
    ("rows", "change", "said_so"),
    [
        ((YES | {form.RULING: "同意吧"},), None, "T109"),
        ((YES | {form.RULING: None, form.WHY: "好"},), None, "T108"),
        ((YES | {form.BY: None},), None, "T110"),
        ((YES | {form.DAY: "去年底"},), None, "T111"),
        ((YES | {form.DAY: "2099-01-01"},), None, "T111"),
        ((YES | {form.PAPER: "没有这个.pdf"},), None, "T114"),
        ((MOVE | {form.TASK: "没有这项"},), None, "T109"),
        ((MOVE | {form.TASK: "b", form.LEVEL: "县区"},), None, "D004"),
        ((MOVE | {form.FIGURE: "六十"},), None, "T112"),
        ((MOVE | {form.WHY: None},), None, "D005"),
        ((YES | {form.WHY: "=A1&B1"},), None, "T105"),
        ((YES,), drop(form.STATE), "T103"),
        ((YES,), rename(form.RULING, "决定意见"), "T103 缺少“决定”一栏\n  改法：是否想写 决定意见？"),
        ((YES,), rename(form.WHY, form.BY), "T104"),
        ((YES,), lambda sheet: sheet.append(["2022-999", *[None] * 12, "确认"]), "T107"),
        ((YES,), lambda sheet: sheet.append([None, *[None] * 12, "确认"]), "T106"),
    ],
)
def test_merge__mistake__is_named_with_sheet_and_row_and_nothing_is_taken(desk, rows, change, said_so):
    told = refused(desk, fill(desk, *rows, change=change))
    assert said_so in told
    assert "台账 2022.xlsx[审核]:" in told


def test_merge__sentences_sorted_without_their_ids__are_noticed(desk):
    def swap(sheet):
        column = next(cell.column for cell in sheet[2] if cell.value == form.QUOTE)
        one, other = sheet.cell(3, column), sheet.cell(4, column)
        one.value, other.value = other.value, one.value

    assert "与佐证原文对不上" in refused(desk, fill(desk, YES, change=swap))


def test_merge__one_entry_twice__is_a_problem(desk):
    def twice(sheet):
        row = [cell.value for cell in sheet[line_of(desk, "2022-001")]]
        names = [cell.value for cell in sheet[2]]
        row[names.index(form.RULING)], row[names.index(form.BY)] = "不采用", "王"
        row[names.index(form.WHY)] = "重复"
        sheet.append(row)

    assert "T113" in refused(desk, fill(desk, YES, change=twice))


def test_merge__all_mistakes_of_a_sheet__come_in_one_run(desk):
    told = refused(desk, fill(desk, YES | {form.RULING: "同意吧"}, MOVE | {form.TASK: "没有", form.DAY: "月底"}))
    assert told.count("[审核]:") == 3


def test_merge__reordered_columns__are_read_by_name(desk):
    def reorder(sheet):
        column = next(cell.column for cell in sheet[2] if cell.value == form.RULING)
        moved = [sheet.cell(row, column).value for row in range(1, sheet.max_row + 1)]
        sheet.unmerge_cells(str(next(iter(sheet.merged_cells.ranges))))
        sheet.delete_cols(column)
        sheet.insert_cols(1)
        for row, value in enumerate(moved, 1):
            sheet.cell(row, 1).value = value

    assert desk.run("review", "--from", fill(desk, YES, MOVE, change=reorder)) == 0
    assert len(desk.ledger().decisions) == 2


def test_merge__two_review_sheets__are_refused(desk):
    path = fill(desk, YES)
    book = openpyxl.load_workbook(path)
    book.copy_worksheet(book[form.NAME])
    book.save(path)
    assert "T102" in refused(desk, path)


def test_merge__workbook_without_the_sheet__is_refused(desk):
    path = desk.folder / "别的.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["姓名", "电话"])
    book.save(path)
    assert "T101" in refused(desk, path)


def test_merge__macros__are_refused(desk):
    import zipfile

    path = fill(desk, YES)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"x")
    assert "T002" in refused(desk, path)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a zip", b"\xd0\xcf\x11\xe0old xls"])
def test_merge__no_workbook__is_refused(desk, data):
    path = desk.folder / "坏.xlsx"
    path.write_bytes(data)
    assert "T001" in refused(desk, path)


def test_merge__too_many_rows__are_refused(desk, monkeypatch):
    monkeypatch.setattr("checker.ledger.workbook.MAX_ROWS", 3)
    assert "T004" in refused(desk, fill(desk, YES))


def test_merge__a_hundred_thousand_empty_rows__are_passed_over(desk):
    path = fill(desk, YES, change=lambda sheet: sheet.cell(100_000, 1).__setattr__("value", " "))
    assert desk.run("review", "--from", path) == 0


def test_merge__masked_export__comes_back_all_the_same(desk):
    path = desk.folder / "台账 2022.xlsx"
    desk.run("export", "--xlsx", path, "--mask")
    cells = [str(cell.value) for row in openpyxl.load_workbook(path)[form.NAME] for cell in row]
    assert any("王某某" in text for text in cells)
    assert not any("王小明" in text for text in cells)
    assert desk.run("review", "--from", fill(desk, YES | {form.ID: "2022-004"})) == 0


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice 没有安装")
def test_merge__through_libreoffice__comes_back_the_same(desk):
    path = fill(desk, YES, MOVE | {form.DAY: date(2023, 3, 1)})
    out = desk.folder / "回"
    home = f"-env:UserInstallation={(desk.folder / 'office').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert desk.run("review", "--from", out / path.name) == 0, desk.err
    assert [one.what.entry for one in desk.ledger().decisions] == ["2022-001", "2022-002"]
    assert desk.ledger().decisions[1].at.date() == date(2023, 3, 1)
