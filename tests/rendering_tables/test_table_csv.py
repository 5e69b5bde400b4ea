"""CSV: opens in a spreadsheet by a double click, and starts nothing there."""

from __future__ import annotations

import csv as reading
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.rendering import csv
from checker.rendering.tables import Column, Table, Tables
from checker.rendering.text import printable
from tests.rendering_sample import hostile, ordinary


def rows_of(data: bytes) -> list[list[str]]:
    return list(reading.reader(StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("at", range(4))
def test_rows__are_those_of_the_table(at: int) -> None:
    table = Tables(ordinary()).all[at]
    read = rows_of(csv.render(table))
    assert read[0] == [column.name for column in table.columns]
    assert read[1:] == [[str(value) for value in row] for row in table.rows]


def test_bytes__begin_with_the_mark_that_excel_needs_for_utf_8() -> None:
    assert csv.render(Tables(ordinary()).gaps)[:3] == b"\xef\xbb\xbf"


def test_hostile_text__no_field_begins_like_a_formula() -> None:
    for table in Tables(hostile()).all:
        fields = [field for row in rows_of(csv.render(table)) for field in row]
        assert not [field for field in fields if field[:1] in set("=+-@\t\r＝＋－＠")]
        assert any(field.startswith("'=") for field in fields) or table.key == "proofs"


@given(st.text(alphabet=st.sampled_from("=+-@＝\t\r\n',\"甲\x00<a"), max_size=12))
def test_any_text__comes_back_as_it_was_shown_and_never_as_a_formula(text: str) -> None:
    table = Table("t", "表", (Column("甲", 4), Column("乙", 4)), ((text, 1),))
    (_, row) = rows_of(csv.render(table))
    assert row[0].removeprefix("'") == printable(text).removeprefix("'")
    assert not row[0].startswith(tuple("=+-@＝\t\r\n"))
