"""Excel in: the cells of a workbook as plain texts, read with distrust.

Nothing in a workbook is ever run or computed: a file with macros is refused, a formula is named with its place.
Size, rows and unpacked bytes have limits, and the work stops after a long stretch of empty rows, which office
programs like to leave behind.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from checker.errors import InputError, Problem
from checker.toml import read_bytes

MAX_ROWS = 20_000
_MAX_BYTES = 40_000_000
_MAX_UNPACKED = 400_000_000
_MAX_COLUMNS = 60
_EMPTY_STRETCH = 1_000


@dataclass(frozen=True, slots=True)
class Cells:
    """A row of a sheet: its number as the office program shows it, texts by column number from 0.

    `formulas` are the columns that hold a formula, whose text is not taken for a value.
    """

    number: int
    texts: Mapping[int, str]
    formulas: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its rows that hold anything; `file` names it in problems: 台账.xlsx[审核]."""

    file: str
    name: str
    rows: tuple[Cells, ...]

    def problem(self, row: int, code: str, message: str, hint: str = "") -> Problem:
        """A problem at a row."""
        return Problem(self.file, row, code, message, hint)


def read_workbook(path: Path) -> tuple[Sheet, ...]:
    """The visible and hidden sheets of an .xlsx file in order.

    Raises InputError: F0xx for the file, T001 no workbook, T002 macros, T003 too large, T004 too many rows, T005
    openpyxl is not installed.
    """
    data = read_bytes(path, _MAX_BYTES)
    name = str(path)
    check_package(name, data)
    try:
        from openpyxl import load_workbook
    except ImportError:
        hint = '请安装：pip install "law-plan-checker[excel]"'
        raise InputError([Problem(name, 0, "T005", "读 Excel 需要 openpyxl", hint)]) from None
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        return tuple(
            Sheet(f"{name}[{sheet.title}]", sheet.title, tuple(_rows(name, sheet))) for sheet in book.worksheets
        )
    except InputError:
        raise
    except Exception as error:  # openpyxl has no error of its own: whatever it stumbles over, the file is damaged
        raise InputError([damaged(name, type(error).__name__)]) from None


def check_package(name: str, data: bytes) -> None:
    """Refuse what is no whole zip, carries macros or unpacks to too much."""
    try:
        infos = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        raise InputError([damaged(name, "")]) from None
    names = [info.filename.lower() for info in infos]
    if any(part.endswith("vbaproject.bin") for part in names):
        hint = "在 WPS 或 Excel 里另存为不含宏的 .xlsx 或 .docx"
        raise InputError([Problem(name, 0, "T002", "文件带有宏，不读", hint)])
    if sum(info.file_size for info in infos) > _MAX_UNPACKED:
        raise InputError([Problem(name, 0, "T003", "解压后太大", "请删去空白行列和图片再存")])


def damaged(name: str, what: str) -> Problem:
    """The problem of an office file that cannot be opened."""
    message = f"不是完好的 Office 文件{f'（{what}）' if what else ''}"
    return Problem(name, 0, "T001", message, "请用 WPS 或 Office 另存为 .xlsx 或 .docx")


def _rows(name: str, sheet: Any) -> Iterator[Cells]:
    sheet.reset_dimensions()  # what the file says of its own size may be wrong, or a million empty rows
    found = empty = 0
    for number, row in enumerate(sheet.iter_rows(max_col=_MAX_COLUMNS), 1):
        texts = {at: text for at, cell in enumerate(row) if (text := text_of(cell.value))}
        formulas = frozenset(at for at, cell in enumerate(row) if getattr(cell, "data_type", "") == "f")
        if not texts and not formulas:
            empty += 1
            if empty > _EMPTY_STRETCH:
                return
            continue
        empty = 0
        found += 1
        if found > MAX_ROWS:
            hint = "请只留要交回的行，或分成几个文件"
            raise InputError([Problem(f"{name}[{sheet.title}]", number, "T004", f"行数超过 {MAX_ROWS}", hint)])
        yield Cells(number, texts, formulas)


def text_of(value: Any) -> str:
    """A value of a cell as a person would type it; "" for an empty one."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).replace("\r\n", "\n").replace("_x000D_", "").strip()
