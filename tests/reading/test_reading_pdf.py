"""PDF: lines to paragraphs, columns, tables, running heads; the same text whichever library reads it."""

from __future__ import annotations

import io
from importlib.util import find_spec
from pathlib import Path

import pytest

from checker.model import Paragraph
from checker.reading import LIMITS
from checker.reading.composing import compose
from checker.reading.limits import UnreadableError, Watch
from checker.reading.pdf import read_pdf, read_with
from tests.reading.reading_samples import FONT, Placed, flowed, pdf, pdf_of_objects, pdf_of_streams

ENGINES = [
    "pypdf",
    pytest.param("pdfium", marks=pytest.mark.skipif(not find_spec("pypdfium2"), reason="没有装 documents 附加件")),
]
BODY = (
    "全县坚持依法行政，统筹推进各项任务，全年办理行政复议案件57件，审结55件，"
    "占比达到96.5%，比上年提高2.1个百分点，一项也没有落下。"
)
TITLE = "甲县2022年法治政府建设情况报告"
REPORT = f"#{TITLE}\n{BODY}\n#一、主要成效\n#（一）健全依法行政制度\n{BODY * 2}\n#二、存在问题\n{BODY}"


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def paragraphs(engine: str, data: bytes) -> list[Paragraph]:
    return list(compose(read_with(engine, data, LIMITS, Watch(20)), Watch(20))[0])


def texts(engine: str, data: bytes) -> list[str]:
    return [item.text for item in paragraphs(engine, data)]


EXPECTED = [line.lstrip("#") for line in REPORT.split("\n")]


@pytest.mark.parametrize("width", [20, 27, 33])
def test_paragraphs__wrapped_lines__come_back(engine: str, width: int) -> None:
    assert texts(engine, pdf(flowed(REPORT, width))) == EXPECTED


def test_paragraphs__across_pages__come_back_with_the_page_they_begin_on(engine: str) -> None:
    found = paragraphs(engine, pdf(flowed(REPORT, 20, top=300)))
    assert [item.text for item in found] == EXPECTED
    assert found[0].page == 1
    assert found[-1].page is not None
    assert found[-1].page > 1


def furnished(pages: list[list[Placed]]) -> list[list[Placed]]:
    """Pages with a running head and their number at the foot."""
    return [
        [(250, 815, 9, "甲县人民政府公报"), *lines, (280, 30, 9, f"— {number} —")]
        for number, lines in enumerate(pages, 1)
    ]


def test_furniture__running_heads_and_page_numbers__out(engine: str) -> None:
    assert texts(engine, pdf(furnished(flowed(REPORT, 20, top=400)))) == EXPECTED


def test_furniture__a_number_that_ends_a_sentence__stays(engine: str) -> None:
    page: list[Placed] = [(60, 700, 12, "全县共建成法律服务站点"), (60, 680, 12, "57")]
    assert "".join(texts(engine, pdf([page]))).endswith("57")


def test_columns__left_before_right(engine: str) -> None:
    lines = [line for page in flowed(f"{BODY * 8}", 18) for line in page]
    half = len(lines) // 2
    left = [(60.0, 780 - 20 * row, 12, text) for row, (_, _, _, text) in enumerate(lines[:half])]
    right = [(310.0, 780 - 20 * row, 12, text) for row, (_, _, _, text) in enumerate(lines[half:])]
    woven = [item for pair in zip(left, right, strict=False) for item in pair] + left[len(right) :] + right[len(left) :]
    assert "".join(texts(engine, pdf([woven]))) == BODY * 8


def test_tables__rows_with_cells(engine: str) -> None:
    rows = [("指标", "2021年", "2022年"), ("复议案件", "50件", "57件"), ("办结率", "97.5%", "98.2%")]
    page: list[Placed] = [(60, 740, 12, BODY[:30]), (60, 720, 12, "统计情况如下。")]
    for at, cells in enumerate(rows):
        page += [(60 + 120 * column, 680 - 20 * at, 12, text) for column, text in enumerate(cells)]
    found = [item.text for item in paragraphs(engine, pdf([page])) if item.kind == "table"]
    assert found == ["指标 | 2021年 | 2022年", "复议案件 | 50件 | 57件", "办结率 | 97.5% | 98.2%"]


def test_tables__wrapped_cell__goes_on_in_its_row(engine: str) -> None:
    page: list[Placed] = [
        (60, 680, 12, "单位"),
        (200, 680, 12, "办理情况"),
        (60, 660, 12, "司法局"),
        (200, 660, 12, "全部办"),
    ]
    page += [(200, 644, 12, "结")]
    assert texts(engine, pdf([page])) == ["单位 | 办理情况", "司法局 | 全部办结"]


def test_footnotes__small_type_at_the_foot__apart_and_not_in_the_sentence(engine: str) -> None:
    pages = flowed(BODY * 3, 30, top=200)
    pages[0] += [(60, 60, 8, "①数据来自县司法局年度报表。")]
    found = paragraphs(engine, pdf(pages))
    assert [(item.kind, item.text) for item in found] == [
        ("text", BODY * 3),
        ("footnote", "①数据来自县司法局年度报表。"),
    ]


def test_headings__decimal_at_the_start_of_a_line__no_heading(engine: str) -> None:
    page: list[Placed] = [
        (84, 700, 12, "办理案件同比上升幅度保持平稳增长达到了全"),
        (60, 680, 12, "11.1%的水平，其余指标持平。"),
    ]
    found = paragraphs(engine, pdf([[*flowed(BODY, 22)[0], *page]]))
    assert found[-1].heading == 0
    assert found[-1].text.endswith("达到了全11.1%的水平，其余指标持平。")


def test_headings__larger_type_over_two_lines__one_title(engine: str) -> None:
    page: list[Placed] = [(100, 780, 20, "甲县人民政府关于法治政府"), (100, 750, 20, "建设情况的报告")]
    found = paragraphs(engine, pdf([page + [(x, y - 80, s, t) for x, y, s, t in flowed(BODY, 30)[0]]]))
    assert [item.text for item in found] == ["甲县人民政府关于法治政府建设情况的报告", BODY]
    assert found[0].heading == 1


def test_bold__drawn_twice__read_once(engine: str) -> None:
    page: list[Placed] = [(60, 700, 12, "办理案件57件。"), (60.3, 700, 12, "办理案件57件。")]
    assert texts(engine, pdf([page])) == ["办理案件57件。"]


def test_order__pieces_of_a_line_in_any_order__left_to_right(engine: str) -> None:
    page: list[Placed] = [(108, 700, 12, "57件。"), (60, 700, 12, "办理案件")]
    assert texts(engine, pdf([page])) == ["办理案件57件。"]


def test_watermark__slanting__out(engine: str) -> None:
    line = "BT /F1 12 Tf 1 0 0 1 60 700 Tm <{}> Tj ET".format("办理案件。".encode("utf-16-be").hex())
    mark = "BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <{}> Tj ET".format("内部资料".encode("utf-16-be").hex())
    assert texts(engine, pdf_of_streams([f"{line}\n{mark}".encode()])) == ["办理案件。"]


def test_rotated_page__read_as_it_is_seen(engine: str) -> None:
    line = "BT /F1 12 Tf 0 1 -1 0 100 60 Tm <{}> Tj ET"
    stream = "\n".join(
        line.replace("100", str(x)).format(t.encode("utf-16-be").hex())
        for x, t in ((100, "办理案件。"), (130, "审结案件。"))
    )
    assert texts(engine, pdf_of_streams([stream.encode()], extra="/Rotate 90")) == ["办理案件。", "审结案件。"]


def test_forms__text_in_a_shared_form__read(engine: str) -> None:
    inner = "BT /F1 12 Tf 1 0 0 1 60 700 Tm <{}> Tj ET".format("办理案件。".encode("utf-16-be").hex()).encode()
    base = pdf_of_streams([b"/X Do"], extra="")
    objects = base.replace(b"/Font << /F1 3 0 R >> >>", b"/XObject << /X 20 0 R >> >>")
    form = (
        b"20 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
        b"/Length %d >>\nstream\n%s\nendstream\nendobj\n"
    )
    at = objects.index(b"xref")
    assert texts(engine, objects[:at] + form % (len(inner), inner) + objects[at:]) == ["办理案件。"]


def scan_page(text: str = "") -> dict[int, bytes]:
    layer = f"BT 3 Tr /F1 12 Tf 1 0 0 1 60 700 Tm <{text.encode('utf-16-be').hex()}> Tj ET" if text else ""
    stream = f"q 595 0 0 842 0 0 cm /Im Do Q {layer}".encode()
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>",
        3: FONT,
        4: b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
        6: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R "
        b"/Resources << /Font << /F1 3 0 R >> /XObject << /Im 8 0 R >> >> >>",
        7: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        8: b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray "
        b"/Length 1 >>\nstream\n\x80\nendstream",
    }


@pytest.mark.skipif(bool(find_spec("rapidocr")), reason="装了 ocr 附加件，会去识别")
def test_scan__without_the_extra__named_as_a_scan() -> None:
    with pytest.raises(UnreadableError) as caught:
        read_pdf(pdf_of_objects(scan_page()), LIMITS, Watch(20))
    assert caught.value.code == "R020"
    assert "扫描件" in caught.value.message


def test_scan__with_the_text_layer_of_a_scanner__read_and_marked(engine: str) -> None:
    content = read_with(
        engine, pdf_of_objects(scan_page("全年办理行政复议案件五十七件，全部审结。")), LIMITS, Watch(20)
    )
    assert content.scanned
    assert content.blocks[0].text == "全年办理行政复议案件五十七件，全部审结。"


def test_scan__one_page_among_many__noted(engine: str) -> None:
    objects = scan_page("")
    text = f"BT /F1 12 Tf 1 0 0 1 60 700 Tm <{BODY.encode('utf-16-be').hex()}> Tj ET".encode()
    for number in (20, 22):
        objects[number] = objects[6].replace(b"7 0 R", b"%d 0 R" % (number + 1))
        objects[number + 1] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text)
    objects[2] = b"<< /Type /Pages /Kids [20 0 R 6 0 R 22 0 R] /Count 3 >>"
    content = read_with(engine, pdf_of_objects(objects), LIMITS, Watch(20))
    assert content.notes == ("第 2 页是扫描图，没有读出文字",)


def test_encrypted__for_the_owner_alone__read(tmp_path: Path) -> None:
    assert texts("pypdf", encrypted(user="")) == ["办理案件57件。"]


def test_encrypted__for_the_user__named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_pdf(encrypted(user="1"), LIMITS, Watch(20))
    assert caught.value.code == "R009"


def encrypted(user: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(pdf([[(60, 700, 12, "办理案件57件。")]]))))
    writer.encrypt(user, "owner", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_reportlab__two_columns_of_a_real_tool__paragraphs_come_back(engine: str) -> None:
    pytest.importorskip("reportlab")
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
    from reportlab.platypus import Paragraph as Flowing

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle("b", fontName="STSong-Light", fontSize=12, leading=18, firstLineIndent=24, wordWrap="CJK")
    target = io.BytesIO()
    frames = [Frame(60 + 245 * column, 120, 230, 500) for column in range(2)]
    BaseDocTemplate(target, pageTemplates=[PageTemplate(frames=frames)]).build(
        [Flowing(BODY * 3, style) for _ in range(12)]
    )
    assert texts(engine, target.getvalue()) == [BODY * 3] * 12
