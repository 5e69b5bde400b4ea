"""Word documents: what the reader sees, numbering included, and nothing that is hidden or deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import Document
from checker.reading import read
from checker.reading.word.numbering import han_number, printed_number
from tests.reading.reading_samples import docx, paragraph, table, zipped

LISTS = """<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num>"""

STYLES = """<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="b"><w:name w:val="我的标题"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="d"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="e"><w:name w:val="暗"/><w:rPr><w:vanish/></w:rPr></w:style>"""


def document(folder: Path, body: str, **parts: str) -> Document:
    path = folder / "报告.docx"
    path.write_bytes(docx(body, **parts))
    return read(path)


def texts(folder: Path, body: str, **parts: str) -> list[str]:
    return [item.text for item in document(folder, body, **parts).paragraphs]


def listed(level: int, list_id: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def test_numbering__levels_restart_and_bullets__printed_as_seen(tmp_path: Path) -> None:
    items = [
        ("主要成效", 0),
        ("健全制度", 1),
        ("完成立法3件。", 2),
        ("审核文件9件。", 2),
        ("强化监督", 1),
        ("评查案卷。", 2),
    ]
    body = "".join(paragraph(text, listed(level)) for text, level in items)
    body += paragraph("补短板。", listed(3)) + paragraph("另起五。", listed(2, 2)) + paragraph("存在问题", listed(0))
    assert texts(tmp_path, body, numbering=LISTS) == [
        "一、主要成效",
        "（一）健全制度",
        "1.完成立法3件。",
        "2.审核文件9件。",
        "（二）强化监督",
        "1.评查案卷。",
        "补短板。",
        "5.另起五。",
        "二、存在问题",
    ]


def test_numbering__of_a_style__inherited_and_switched_off(tmp_path: Path) -> None:
    own = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    style = f'<w:style w:type="paragraph" w:styleId="n"><w:name w:val="条"/>{own}</w:style>'
    body = paragraph("主要成效", '<w:pStyle w:val="n"/>')
    body += paragraph("没有编号", '<w:pStyle w:val="n"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert texts(tmp_path, body, numbering=LISTS, styles=style) == ["一、主要成效", "没有编号"]


@pytest.mark.parametrize(
    ("count", "form", "printed"),
    [
        (12, "chineseCounting", "十二"),
        (3, "ideographTraditional", "丙"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (10, "decimalFullWidth", "１０"),
        (2, "chineseLegalSimplified", "贰"),
        (7, "hebrew1", "7"),
        (0, "chineseCounting", "0"),
    ],
)
def test_printed_number__forms_of_word(count: int, form: str, printed: str) -> None:
    assert printed_number(count, form) == printed


@pytest.mark.parametrize(
    ("count", "text"), [(1, "一"), (10, "十"), (20, "二十"), (103, "一百零三"), (1010, "一千零一十")]
)
def test_han_number__as_written(count: int, text: str) -> None:
    assert han_number(count) == text


def test_headings__by_style_outline_and_bold(tmp_path: Path) -> None:
    body = paragraph("甲县报告", '<w:pStyle w:val="c"/>')
    body += paragraph("主要做法", '<w:pStyle w:val="b"/>')
    body += paragraph("健全机制", '<w:outlineLvl w:val="1"/>')
    body += paragraph("强化监督", "", "<w:b/>")
    body += paragraph("不是粗体", "", '<w:b w:val="0"/>')
    body += paragraph("办理案件12件，审结10件。", "", "<w:b/>")
    found = document(tmp_path, body, styles=STYLES).paragraphs
    assert [item.heading for item in found] == [1, 2, 3, 2, 0, 0]


def test_headings__style_on_a_whole_paragraph__is_text(tmp_path: Path) -> None:
    body = paragraph("加强领导。县委听取汇报4次。", '<w:pStyle w:val="a"/>')
    assert document(tmp_path, body, styles=STYLES).paragraphs[0].heading == 0


def test_tracked_changes__insertions_in_deletions_out(tmp_path: Path) -> None:
    body = (
        "<w:p><w:ins><w:r><w:t>新增一句。</w:t></w:r></w:ins><w:del><w:r><w:delText>删去一句。</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>移走一句。</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来一句。</w:t></w:r></w:moveTo></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>上半句，</w:t></w:r></w:p>" + paragraph("下半句。")
    )
    assert texts(tmp_path, body) == ["新增一句。移来一句。", "上半句，下半句。"]


def test_tracked_changes__deleted_row_and_cell__out(tmp_path: Path) -> None:
    body = table([["甲", "1件"], ["乙", "2件"]]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    body = body.replace(
        '<w:tc><w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space="preserve">乙',
        "<w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p><w:r><w:t>乙",
        1,
    )
    assert texts(tmp_path, body) == ["2件"]


def test_hidden__by_run_and_by_style__out(tmp_path: Path) -> None:
    body = paragraph("看得见。") + paragraph("全部覆盖。", "", "<w:vanish/>")
    body += paragraph("全部达标。", "", '<w:rStyle w:val="e"/>') + paragraph("也看得见。", "", '<w:vanish w:val="0"/>')
    assert texts(tmp_path, body, styles=STYLES) == ["看得见。", "也看得见。"]


def test_text_boxes__drawn_twice_for_old_versions__read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('框中一句。')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>正文。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert texts(tmp_path, body) == ["正文。", "框中一句。"]


def test_notes__of_the_text_alone__last_and_apart(tmp_path: Path) -> None:
    notes = (
        '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="3">{paragraph("据年鉴。")}</w:footnote>'
        f'<w:footnote w:id="4">{paragraph("没有引用。")}</w:footnote>'
    )
    body = '<w:p><w:r><w:t>办理</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r><w:r><w:t>案件。</w:t></w:r></w:p>'
    found = document(tmp_path, body + paragraph("第二段。"), footnotes=notes).paragraphs
    assert [(item.kind, item.text) for item in found] == [
        ("text", "办理案件。"),
        ("text", "第二段。"),
        ("footnote", "据年鉴。"),
    ]


def test_content_controls_links_and_fields__text_in_codes_out(tmp_path: Path) -> None:
    body = (
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>控件中</w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>一句。</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt><w:p><w:hyperlink><w:r><w:t>链接一句。</w:t></w:r></w:hyperlink></w:p>"
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12件。</w:t></w:r></w:p>'
    )
    assert texts(tmp_path, body) == ["控件中一句。", "链接一句。", "12件。"]


def test_contents__by_style_and_by_control__out(tmp_path: Path) -> None:
    body = paragraph("一、成效 3", '<w:pStyle w:val="d"/>')
    body += (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('二、问题 5')}</w:sdtContent></w:sdt>"
    )
    assert texts(tmp_path, body + paragraph("正文。"), styles=STYLES) == ["正文。"]


def test_tables__rows_merged_cells_and_nested_ones(tmp_path: Path) -> None:
    merged = paragraph("旧值")
    inner = table([["子", "3件"]]) + paragraph("")
    body = table([["单位", "办件"], ["司法局", "12件"], [merged, inner]])
    body = body.replace(f"<w:tc>{merged}", f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{merged}")
    assert texts(tmp_path, body) == ["单位 | 办件", "司法局 | 12件", "子 | 3件"]


def test_tables__report_in_a_frame__keeps_its_paragraphs(tmp_path: Path) -> None:
    first, second = "全年办理行政复议案件57件。" * 6, "下一步推进示范创建。" * 6
    found = document(tmp_path, table([[paragraph(first) + paragraph(second)]])).paragraphs
    assert [(item.kind, item.text) for item in found] == [("text", first), ("text", second)]


def test_line_breaks__inside_a_sentence_joined_between_sentences_apart(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>关于法治政府建设情况的</w:t><w:br/><w:t>报告</w:t></w:r></w:p>"
    body += "<w:p><w:r><w:t>办理案件12件。</w:t><w:br/><w:t>审结10件。</w:t></w:r></w:p>"
    assert texts(tmp_path, body) == ["关于法治政府建设情况的报告", "办理案件12件。", "审结10件。"]


def test_template_on_a_server__never_asked_for(tmp_path: Path) -> None:
    relations = (
        "<Relationships><Relationship Id='1' Type='x/officeDocument' Target='word/document.xml'/>"
        "<Relationship Id='2' Type='x/attachedTemplate' Target='http://192.0.2.1/t.dotm' TargetMode='External'/>"
        "</Relationships>"
    )
    body = '<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>正文。</w:t></w:r></w:p></w:body></w:document>'
    path = tmp_path / "a.docx"
    path.write_bytes(zipped({"_rels/.rels": relations, "word/document.xml": body}))
    assert [item.text for item in read(path).paragraphs] == ["正文。"]


def test_python_docx__document_of_a_real_tool__read_whole(tmp_path: Path) -> None:
    docx_library = pytest.importorskip("docx")
    made = docx_library.Document()
    made.add_heading("甲县2022年法治政府建设情况报告", 0)
    made.add_heading("一、主要成效", 1)
    made.add_paragraph("全年办理行政复议案件57件。")
    grid = made.add_table(2, 2)
    for row, words in zip(grid.rows, (("指标", "数量"), ("办件", "57件")), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    path = tmp_path / "a.docx"
    made.save(str(path))
    assert [(item.heading, item.text) for item in read(path).paragraphs] == [
        (1, "甲县2022年法治政府建设情况报告"),
        (2, "一、主要成效"),
        (0, "全年办理行政复议案件57件。"),
        (0, "指标 | 数量"),
        (0, "办件 | 57件"),
    ]
