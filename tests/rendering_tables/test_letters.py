"""Letters: one for each addressee, with the gaps it has to answer for; built so that WPS keeps headings and tables."""

from __future__ import annotations

import zipfile
from io import BytesIO
from time import process_time
from xml.etree import ElementTree

import pytest

from checker.judge.assessment import Assessment
from checker.rendering import docx as letters
from checker.rendering.tables import Tables
from tests.rendering_sample import hostile, ordinary

docx = pytest.importorskip("docx", reason="没有安装 python-docx（law-plan-checker[word]）")


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return ordinary()


def opened(data: bytes):  # type: ignore[no-untyped-def]
    return docx.Document(BytesIO(data))


def test_by_level__every_gap_in_one_letter(assessment: Assessment) -> None:
    listed = letters.letters_by_level(assessment)
    assert sum(len(letter.cells) for letter in listed) == len(Tables(assessment).gaps.rows)
    assert sum(letter.due for letter in listed) == assessment.coverage.due.applicable


def test_by_lead__every_gap_in_the_letter_of_each_of_its_units(assessment: Assessment) -> None:
    listed = letters.letters_by_lead(assessment)
    wanted = sum(len(cell.task.lead) for cell in Tables(assessment).open_cells)
    assert sum(len(letter.cells) for letter in listed) == wanted
    assert all(letter.addressee in cell.task.lead for letter in listed for cell in letter.cells)


def test_letters__rows_read_back_are_the_gaps(assessment: Assessment) -> None:
    document = opened(letters.render(assessment, letters.letters_by_level(assessment)))
    read = [tuple(cell.text for cell in row.cells) for table in document.tables for row in table.rows[1:]]
    told = [(row[1].split()[0], row[2], row[3]) for row in read]
    wanted = [(cell.task.no, cell.level.zh, cell.status.zh) for cell in Tables(assessment).open_cells]
    assert sorted(told) == sorted(wanted)


def test_letters__use_built_in_headings_a_table_grid_and_a_repeated_head(assessment: Assessment) -> None:
    listed = letters.letters_by_level(assessment)
    document = opened(letters.render(assessment, listed))
    headings = [one for one in document.paragraphs if one.style.name == "Heading 1"]
    assert len(headings) == len(listed) == len(document.tables)
    assert [one.paragraph_format.page_break_before for one in headings] == [False, *[True] * (len(listed) - 1)]
    assert {table.style.name for table in document.tables} == {"Table Grid"}
    assert all("tblHeader" in table.rows[0]._tr.xml for table in document.tables)


def test_letters__are_on_a4_with_the_margins_of_official_documents(assessment: Assessment) -> None:
    section = opened(letters.render(assessment, letters.letters_by_level(assessment))).sections[0]
    sizes = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round(size.mm) for size in sizes] == [210, 297, 37, 28]


def test_letters__never_say_that_a_law_was_broken(assessment: Assessment) -> None:
    document = opened(letters.render(assessment, letters.letters_by_level(assessment)))
    text = "\n".join(one.text for one in document.paragraphs)
    assert "不等于没有做，更不等于违法" in text
    assert "违法" not in text.replace("更不等于违法", "")


def test_no_letter__says_that_there_is_no_gap(assessment: Assessment) -> None:
    document = opened(letters.render(assessment, ()))
    assert any("没有缺口" in one.text for one in document.paragraphs)


def test_hostile_text__xml_is_well_formed_and_text_is_text() -> None:
    data = letters.render(hostile(), letters.letters_by_lead(hostile()))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))
        links = archive.read("word/_rels/document.xml.rels")
    assert b"javascript" not in links
    text = "".join(cell.text for table in opened(data).tables for row in table.rows for cell in row.cells)
    assert "<script>document.title='run'</script>" in text
    assert "␛[31m" in text


def test_same_assessment__same_bytes(assessment: Assessment) -> None:
    listed = letters.letters_by_level(assessment)
    assert letters.render(assessment, listed) == letters.render(assessment, listed)


def test_many_rows__time_grows_in_line_with_them(assessment: Assessment) -> None:
    listed = letters.letters_by_level(assessment)
    letter = max(listed, key=lambda one: len(one.cells))

    def seconds(times: int) -> float:
        start = process_time()
        letters.render(assessment, [letters.Letter(letter.name, "各单位", "", letter.cells * times, 0)])
        return process_time() - start

    seconds(1)
    assert seconds(8) < 8 * seconds(2)
