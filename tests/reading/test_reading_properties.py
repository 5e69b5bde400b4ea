"""Whatever the bytes, a reader gives a document in order or says what is wrong; it never crashes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.model import Paragraph
from checker.reading import LIMITS
from checker.reading.cleaning import close_up
from checker.reading.composing import compose
from checker.reading.formats import reader_for
from checker.reading.limits import UnreadableError, Watch
from tests.reading.reading_samples import docx, flowed, ofd, paragraph, pdf, pdf_of_streams, table

QUICKLY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
BOUNDED = replace(LIMITS, unpacked_bytes=5_000_000, stream_bytes=2_000_000, seconds=5)
TEXT = "一、成效\n全年办理行政复议案件57件，审结55件。\n（一）制度\n| 甲 | 1件 |\n1.健全机制"
PAGE = (
    "<html><head><title>报告</title><style>.b{display:none}</style></head><body><div class='a'>"
    f"<p>{TEXT}</p><table><tr><td>甲<td>1件</table></div></body></html>"
)
SEEDS = {
    ".txt": TEXT.encode("gb18030"),
    ".md": TEXT.encode(),
    ".html": PAGE.encode(),
    ".docx": docx(paragraph("一、成效") + table([["甲", "1件"]]) + paragraph("全年办理案件57件。")),
    ".pdf": pdf(flowed(TEXT, 14)),
    ".ofd": ofd([[(20, 20 + 6 * row, 4, text.strip("|")) for row, text in enumerate(TEXT.split("\n"))]]),
}


def paragraphs(data: bytes, suffix: str) -> tuple[Paragraph, ...]:
    """The paragraphs of the bytes, none where the reader says that it cannot."""
    try:
        content = reader_for(data, suffix)(data, BOUNDED, Watch(BOUNDED.seconds))
        return compose(content, Watch(BOUNDED.seconds))[0]
    except UnreadableError as error:
        problem = error
    assert problem.code.startswith("R")
    assert problem.message
    assert problem.hint
    return ()


def assert_sound(found: tuple[Paragraph, ...]) -> None:
    for item in found:
        assert item.text == item.text.strip()
        assert item.text
        offsets = [offset for offset, _ in item.lines]
        assert offsets[0] == 0
        assert offsets == sorted(set(offsets))
        assert offsets[-1] < len(item.text)
        assert not set(item.text) & set("\0\x1b\r\n\u200b\u202e\ufeff")


@QUICKLY
@given(data=st.binary(max_size=400), suffix=st.sampled_from(sorted(SEEDS)))
def test_arbitrary_bytes__document_or_problem(data: bytes, suffix: str) -> None:
    assert_sound(paragraphs(data, suffix))


@QUICKLY
@given(text=st.text(max_size=300), encoding=st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_arbitrary_text__document_or_problem(text: str, encoding: str) -> None:
    data = text.encode(encoding, "replace")
    assert_sound(paragraphs(data, ".txt"))
    assert_sound(paragraphs(b"<html>" + data, ".html"))


@pytest.mark.parametrize("suffix", sorted(SEEDS))
@QUICKLY
@given(data=st.data())
def test_damaged_file__document_or_problem(suffix: str, data: st.DataObject) -> None:
    """Cut, doubled and changed pieces of a whole file, parts of a zip unpacked and packed again included."""
    whole = bytearray(SEEDS[suffix])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        length = data.draw(st.integers(0, 40))
        piece = data.draw(st.one_of(st.binary(max_size=20), st.just(bytes(whole[at : at + 2 * length]))))
        whole[at : at + length] = piece
        if not whole:
            return
    assert_sound(paragraphs(bytes(whole), suffix))


XML = st.recursive(
    st.sampled_from(
        [
            "<w:t>法治12件。</w:t>",
            "<w:br/>",
            "<w:tab/>",
            "文字",
            '<w:sym w:char="F0B7"/>',
            '<w:footnoteReference w:id="1"/>',
        ]
    ),
    lambda inner: st.builds(
        lambda tag, children: f"<w:{tag}>{''.join(children)}</w:{tag}>",
        st.sampled_from(
            [
                "p",
                "r",
                "tbl",
                "tr",
                "tc",
                "ins",
                "del",
                "sdt",
                "sdtContent",
                "pPr",
                "rPr",
                "vanish",
                "numPr",
                "txbxContent",
            ]
        ),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)


@QUICKLY
@given(body=XML)
def test_word__elements_in_any_order__document_or_problem(body: str) -> None:
    assert_sound(paragraphs(docx(body), ".docx"))


TAGS = st.sampled_from(
    ["div", "p", "table", "tr", "td", "th", "ul", "li", "a", "b", "h2", "br", "span", "script", "style", "title", "nav"]
)


@QUICKLY
@given(
    pieces=st.lists(
        st.one_of(TAGS.map("<{}>".format), TAGS.map("</{}>".format), st.just("法治，12件。"), st.text(max_size=5)),
        max_size=40,
    )
)
def test_page__tags_in_any_order__document_or_problem(pieces: list[str]) -> None:
    assert_sound(paragraphs(("<html>" + "".join(pieces)).encode("utf-8", "replace"), ".html"))


OPERATORS = st.sampled_from(
    [
        b"BT",
        b"ET",
        b"Tf",
        b"Tj",
        b"TJ",
        b"Td",
        b"Tm",
        b"T*",
        b"'",
        b'"',
        b"q",
        b"Q",
        b"cm",
        b"Do",
        b"Tz",
        b"BI",
        b"ID",
        b"EI",
    ]
)
OPERANDS = st.sampled_from(
    [
        b"/F1",
        b"12",
        b"-3.5",
        b"0",
        b"1e9",
        b"<6cd56cbb>",
        b"(a)",
        b"((",
        b")",
        b"[",
        b"]",
        b"[<6cd5>-200<6cbb>]",
        b"<<",
        b">>",
        b"%x\n",
    ]
)


@QUICKLY
@given(stream=st.lists(st.one_of(OPERATORS, OPERANDS), max_size=60))
def test_pdf__operators_in_any_order__document_or_problem(stream: list[bytes]) -> None:
    assert_sound(paragraphs(pdf_of_streams([b" ".join(stream)]), ".pdf"))


LINES = st.lists(st.text("法治12件 　\u00a0\ta,。", max_size=12), min_size=1, max_size=6)


@QUICKLY
@given(lines=LINES)
def test_close_up__places__lead_to_the_line_of_each_character(lines: list[str]) -> None:
    """Every character that is kept stands in the line to which its offset leads."""
    text, places = close_up(list(zip(lines, range(1, len(lines) + 1), strict=True)))
    starts = [*places, (len(text), 0)]
    for (offset, number), (end, _) in pairwise(starts):
        assert "".join(text[offset:end].split()) == "".join(lines[number - 1].split())


def test_seeds__read_whole(tmp_path: Path) -> None:
    for suffix, data in SEEDS.items():
        assert "57件" in "".join(item.text for item in paragraphs(data, suffix)), suffix
