"""The tables as an Excel workbook that WPS opens as well: one sheet each, and a sheet with the counts.

Text is always text: a cell that begins like a formula is stored as a string and marked with a quote prefix,
control characters are made visible, and a text longer than a cell may hold is cut with a remark.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from checker.judge.assessment import Assessment
from checker.rendering.marks import LOOKS
from checker.rendering.packed import with_fixed_dates
from checker.rendering.review_sheet import CHOICES, equip
from checker.rendering.tables import Column, Table, Tables, Value
from checker.rendering.text import looks_like_formula, printable

if TYPE_CHECKING:
    from openpyxl.styles import NamedStyle
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST = 32_000
"""Characters; Excel holds 32,767 in a cell."""

_SHEET_NAME = 31
"""Characters of a sheet's name."""

_CUT = "……（文字过长，全文见报告）"
_HEAD_ROW = 2
_TITLE_SIZE, _TEXT_SIZE = 16, 10
_WIDTH_OF_CHARACTER = 1.9
"""Excel counts a column in narrow digits; a Chinese character takes about two."""


def render(assessment: Assessment, review: Table | None = None) -> bytes:
    """The workbook: 台账, 缺口, 整改清单, 佐证目录, 审核 (where there is something to review), 说明.

    Raises ImportError without openpyxl.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for style in _styles():
        book.add_named_style(style)
    place = f"{assessment.scope.subject}{assessment.scope.year}年法治政府建设任务"
    for table in Tables(assessment).all:
        _fill(book.create_sheet(table.name), table, f"{place}{table.name}")
    if review is not None:
        sheet = book.create_sheet(review.name)
        _fill(sheet, review, f"{place}佐证{review.name}")
        equip(sheet, book.create_sheet(CHOICES), review, assessment.plan, _HEAD_ROW + 1)
    _counts(book.create_sheet("说明"), assessment)
    buffer = BytesIO()
    book.save(buffer)
    return with_fixed_dates(buffer.getvalue(), assessment.scope.as_of)


def render_tables(tables: Sequence[Table], day: date) -> bytes:
    """A workbook of any tables, one sheet each, `day` as its date. Raises ImportError without openpyxl."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for style in _styles():
        book.add_named_style(style)
    for table in tables:
        _fill(book.create_sheet(table.name[:_SHEET_NAME]), table, table.name)
    buffer = BytesIO()
    book.save(buffer)
    return with_fixed_dates(buffer.getvalue(), day)


def _fill(sheet: Worksheet, table: Table, title: str) -> None:
    """Title, headings, rows; the headings stay when one scrolls, filter and repeat on every printed page."""
    from openpyxl.utils import get_column_letter

    last = get_column_letter(len(table.columns))
    _put(sheet, 1, 1, title, "title")
    sheet.merge_cells(f"A1:{last}1")
    sheet.row_dimensions[1].height = 30
    for at, column in enumerate(table.columns, 1):
        _put(sheet, _HEAD_ROW, at, column.name, "head" if column.filled else "open_head")
        sheet.column_dimensions[get_column_letter(at)].width = column.width * _WIDTH_OF_CHARACTER
    for number, row in enumerate(table.rows, _HEAD_ROW + 1):
        for at, value in enumerate(row, 1):
            _put(sheet, number, at, value, "text")
        sheet.row_dimensions[number].height = _row_height(table.columns, row)
    sheet.auto_filter.ref = f"A{_HEAD_ROW}:{last}{max(_HEAD_ROW, _HEAD_ROW + len(table.rows))}"
    width = sum(column.width for column in table.columns) * _WIDTH_OF_CHARACTER
    _page(sheet, width, _frozen_columns(table))


def _page(sheet: Worksheet, width: float, frozen: int) -> None:
    """A4 landscape, as many pages across as the columns need to be read, page numbers below."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}{_HEAD_ROW + 1}"
    sheet.print_title_rows = f"1:{_HEAD_ROW}"
    sheet.print_title_cols = f"A:{get_column_letter(frozen)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.page_setup.fitToWidth = ceil(width / _SHEET_WIDTH)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    sheet.page_margins.footer = 0.3
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="第 &P 页，共 &N 页"))


_SHEET_WIDTH = 250
"""Width of the columns that one A4 page across carries at a size that can still be read (some 60 %)."""


def _frozen_columns(table: Table) -> int:
    """The columns that say what a row is about: those up to the name of the task or problem."""
    names = [column.name for column in table.columns]
    return next((names.index(name) + 1 for name in ("具体任务", "任务", "反馈问题", "指标名称") if name in names), 1)


def _row_height(columns: tuple[Column, ...], row: tuple[Value, ...]) -> float:
    """Points that the fullest cell needs, within what Excel allows; readers do not always compute it themselves."""
    lines = max(
        sum(1 + len(part) // max(1, column.width - 1) for part in str(value).split("\n"))
        for column, value in zip(columns, row, strict=True)
    )
    return min(400.0, 15.0 * max(1, lines) + 4)


def _counts(sheet: Worksheet, assessment: Assessment) -> None:
    """How many cells are in each status, coverage of what is due, and how to read it."""
    due = assessment.coverage.due
    plan = assessment.plan
    rows: list[tuple[Value, ...]] = [("状态", "格数")]
    rows += [(status.zh, count) for status in LOOKS if (count := assessment.coverage.by_status.get(status))]
    rows += [("合计", len(assessment.cells)), ("到期", due.applicable), ("到期中达标", due.met)]
    rows += [("任务清单", plan.title), ("截至", assessment.scope.as_of.isoformat())]
    rows += [("怎么看", "“未见佐证”只说明报告没有写，不等于没有做，更不等于违法；空白的栏目由单位填写。")]
    for number, row in enumerate(rows, 1):
        for at, value in enumerate(row, 1):
            _put(sheet, number, at, value, "head" if number == 1 else "text")
    sheet.column_dimensions["A"].width = 20
    sheet.column_dimensions["B"].width = 70
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4


def _put(sheet: Worksheet, row: int, column: int, value: Value, look: str) -> None:
    cell = sheet.cell(row, column)
    if isinstance(value, int):
        cell.value = value
        look = "number" if look == "text" else look
    elif value:
        text = printable(value)
        cell.value = text if len(text) <= _LONGEST else text[:_LONGEST] + _CUT
        cell.data_type = "s"
    cell.style = look
    if isinstance(value, str) and looks_like_formula(value):
        cell.quotePrefix = True


def _styles() -> tuple[NamedStyle, ...]:
    """Looks as in office ledgers; headings of columns that the unit has to fill stand on a paler ground."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    line = Side(style="thin", color="999999")
    frame = Border(left=line, right=line, top=line, bottom=line)
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    plain, bold = Font(name="宋体", size=_TEXT_SIZE), Font(name="黑体", size=_TEXT_SIZE, bold=True)
    return (
        NamedStyle("title", font=Font(name="方正小标宋简体", size=_TITLE_SIZE), alignment=Alignment(vertical="center")),
        NamedStyle("head", font=bold, border=frame, alignment=middle, fill=PatternFill("solid", "E7E4DA")),
        NamedStyle("open_head", font=bold, border=frame, alignment=middle, fill=PatternFill("solid", "F7F6F2")),
        NamedStyle("number", font=plain, border=frame, alignment=middle),
        NamedStyle("text", font=plain, border=frame, alignment=Alignment(vertical="center", wrap_text=True)),
    )
