"""A table as CSV that Excel and WPS open by a double click: UTF-8 with a byte order mark, no formula."""

from __future__ import annotations

import csv
from io import StringIO

from checker.rendering.tables import Table, Value
from checker.rendering.text import looks_like_formula, printable

BYTE_ORDER_MARK = "\ufeff"


def render(table: Table) -> bytes:
    """Headings and rows. A text that a spreadsheet could take for a formula has an apostrophe in front."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_safe(value) for value in row] for row in table.rows)
    return (BYTE_ORDER_MARK + out.getvalue()).encode("utf-8")


def _safe(value: Value) -> Value:
    if isinstance(value, int):
        return value
    text = printable(value)
    return f"'{text}" if looks_like_formula(text) else text
