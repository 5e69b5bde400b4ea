"""The workbook: sheets, counts, no formula anywhere, printable on A4."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree

import pytest

from checker.judge.assessment import Assessment
from checker.rendering import xlsx
from checker.rendering.tables import Tables
from tests.rendering_sample import HOSTILE, hostile, ordinary

openpyxl = pytest.importorskip("openpyxl", reason="没有安装 openpyxl（law-plan-checker[excel]）")

HEAD_ROWS = 2


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return ordinary()


@pytest.fixture(scope="module")
def book(assessment: Assessment):  # type: ignore[no-untyped-def]
    return openpyxl.load_workbook(BytesIO(xlsx.render(assessment)))


@pytest.fixture(scope="module")
def hostile_file() -> bytes:
    return xlsx.render(hostile())


def test_sheets__the_four_tables_and_the_remarks(book) -> None:  # type: ignore[no-untyped-def]
    assert book.sheetnames == ["台账", "缺口", "整改清单", "佐证目录", "说明"]


def test_rows__are_those_of_the_tables(book, assessment: Assessment) -> None:  # type: ignore[no-untyped-def]
    for table in Tables(assessment).all:
        sheet = book[table.name]
        assert [cell.value for cell in sheet[HEAD_ROWS]] == [one.name for one in table.columns]
        read = [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=HEAD_ROWS + 1)]
        assert read == [tuple(None if value == "" else value for value in row) for row in table.rows]


def test_remarks__count_every_status_as_the_assessment_does(book, assessment: Assessment) -> None:  # type: ignore[no-untyped-def]
    told = {row[0].value: row[1].value for row in book["说明"].iter_rows(min_row=2)}
    for status, count in assessment.coverage.by_status.items():
        assert told[status.zh] == count
    assert (told["合计"], told["到期"], told["到期中达标"]) == (
        len(assessment.cells),
        assessment.coverage.due.applicable,
        assessment.coverage.due.met,
    )


def test_sheets__print_on_a4_landscape_with_repeated_headings_and_a_filter(book) -> None:  # type: ignore[no-untyped-def]
    for sheet in book.worksheets[:4]:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.print_title_rows == "$1:$2"
        assert sheet.freeze_panes.endswith("3")
        assert sheet.auto_filter.ref.startswith("A2:")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_hostile_text__no_cell_is_a_formula_and_formula_like_text_has_a_quote_prefix(hostile_file: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(hostile_file))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in cells} == {"s"}
    like_formulas = [cell for cell in cells if cell.value[0] in "=+-@\t＝"]
    assert len(like_formulas) > 20
    assert all(cell.quotePrefix for cell in like_formulas)


def test_hostile_text__xml_is_well_formed_and_holds_no_formula_element(hostile_file: bytes) -> None:
    with zipfile.ZipFile(BytesIO(hostile_file)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))
            if "worksheets" in name:
                assert not re.search(rb"<f[ >]", archive.read(name)), name


def test_hostile_text__control_characters_are_shown_and_long_text_is_kept_or_cut_aloud(hostile_file: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(hostile_file))
    texts = [cell.value for row in book["佐证目录"].iter_rows() for cell in row if isinstance(cell.value, str)]
    assert any("控制␀␈␋␛[31m字符␡" in text for text in texts)
    assert max(map(len, texts)) >= 20_000
    ledger = [cell.value for row in book["台账"].iter_rows() for cell in row if isinstance(cell.value, str)]
    assert all(len(text) <= 32_767 for text in ledger)
    assert any(HOSTILE[0] in text for text in ledger)


def test_text_longer_than_a_cell__is_cut_with_a_remark(assessment: Assessment) -> None:
    from dataclasses import replace

    long = {ref: replace(one, text="字" * 40_000) for ref, one in assessment.entries.items()}
    book = openpyxl.load_workbook(BytesIO(xlsx.render(replace(assessment, entries=long))))
    texts = [cell.value for row in book["佐证目录"].iter_rows(min_row=3) for cell in row if cell.column == 8]
    assert texts
    assert all(text.endswith("全文见报告）") and len(text) < 32_767 for text in texts)


def test_same_assessment__same_bytes(assessment: Assessment) -> None:
    assert xlsx.render(assessment) == xlsx.render(assessment)


def test_no_gap__gives_sheets_with_headings_only(assessment: Assessment) -> None:
    from dataclasses import replace

    empty = replace(assessment, cells=(), judged=(), entries={}, audit=type(assessment.audit)((), ()))
    book = openpyxl.load_workbook(BytesIO(xlsx.render(empty)))
    assert [book[name].max_row for name in book.sheetnames[:4]] == [HEAD_ROWS] * 4
