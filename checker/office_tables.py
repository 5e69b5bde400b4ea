"""Tables of office documents (.xlsx, .docx) as rows of text, merged cells filled: a cell says what its merger says."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from checker.errors import InputError, Problem
from checker.ledger.workbook import Cells, Sheet, check_package, damaged, text_of
from checker.toml import read_bytes

_MAX_BYTES = 40_000_000
_MAX_ROWS = 20_000
_MAX_COLUMNS = 100
_EMPTY_STRETCH = 1_000


def read_tables(path: Path) -> tuple[Sheet, ...]:
    """Every sheet of a workbook, or every table of a Word document.

    Raises InputError: F0xx for the file, T001 damaged, T002 macros, T003 too large, T004 too many rows, T005 a library
    is missing, T006 another kind of file.
    """
    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".docx"):
        hint = ".xls、.et 用 WPS 另存为 .xlsx，.doc、.wps 另存为 .docx"
        message = f"只读 .xlsx 和 .docx，不读 {suffix or '没有扩展名的文件'}"
        raise InputError([Problem(str(path), 0, "T006", message, hint)])
    data = read_bytes(path, _MAX_BYTES)
    check_package(str(path), data)
    try:
        return _workbook(str(path), data) if suffix == ".xlsx" else _document(str(path), data)
    except (InputError, ImportError):
        raise
    except Exception as error:  # the libraries have no error of their own: whatever they stumble over is a damaged file
        raise InputError([damaged(str(path), type(error).__name__)]) from None


def _workbook(name: str, data: bytes) -> tuple[Sheet, ...]:
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise _missing(name, "openpyxl", "excel") from None
    book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    return tuple(Sheet(f"{name}[{sheet.title}]", sheet.title, _sheet_rows(name, sheet)) for sheet in book.worksheets)


def _sheet_rows(name: str, sheet: Any) -> tuple[Cells, ...]:
    merged: dict[tuple[int, int], str] = {}
    for span in sheet.merged_cells.ranges:
        text = text_of(sheet.cell(span.min_row, span.min_col).value)
        if text and (span.max_row - span.min_row) * (span.max_col - span.min_col) < _MAX_ROWS:
            merged.update(dict.fromkeys(_places(span), text))
    rows: list[Cells] = []
    empty = 0
    for number, values in enumerate(sheet.iter_rows(max_col=_MAX_COLUMNS, values_only=True), 1):
        texts = {at: text_of(value) or merged.get((number, at + 1), "") for at, value in enumerate(values)}
        texts = {at: text for at, text in texts.items() if text}
        empty = 0 if texts else empty + 1
        if empty > _EMPTY_STRETCH:
            break
        if texts:
            rows.append(Cells(number, texts))
        if len(rows) > _MAX_ROWS:
            raise InputError([Problem(f"{name}[{sheet.title}]", number, "T004", f"行数超过 {_MAX_ROWS}")])
    return tuple(rows)


def _places(span: Any) -> list[tuple[int, int]]:
    columns = range(span.min_col, min(span.max_col, _MAX_COLUMNS) + 1)
    return [(row, column) for row in range(span.min_row, span.max_row + 1) for column in columns]


def _document(name: str, data: bytes) -> tuple[Sheet, ...]:
    try:
        from docx import Document
    except ImportError:
        raise _missing(name, "python-docx", "word") from None
    tables = Document(io.BytesIO(data)).tables
    return tuple(Sheet(f"{name}[表{at}]", f"表{at}", tuple(_table_rows(table))) for at, table in enumerate(tables, 1))


def _table_rows(table: Any) -> list[Cells]:
    """python-docx gives a merged cell once for every place that it covers."""
    rows = []
    for number, row in enumerate(table.rows, 1):
        texts = {at: text for at, cell in enumerate(row.cells[:_MAX_COLUMNS]) if (text := text_of(cell.text))}
        if texts:
            rows.append(Cells(number, texts))
    return rows


def _missing(name: str, package: str, extra: str) -> InputError:
    hint = f'请安装：pip install "law-plan-checker[{extra}]"'
    return InputError([Problem(name, 0, "T005", f"读这个文件需要 {package}", hint)])
