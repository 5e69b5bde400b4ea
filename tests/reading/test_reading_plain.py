"""Plain text and Markdown: charset, wrapped lines, headings, layout white space, pages copied from the web."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import Document, Paragraph
from checker.reading import read
from checker.reading.charset import decode

BODY = "全县坚持以法治思想为引领，统筹推进各项任务，办理行政复议案件57件，审结55件。"


def document(folder: Path, content: str | bytes, name: str = "报告.txt") -> Document:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read(path)


def texts(folder: Path, content: str | bytes, name: str = "报告.txt") -> list[str]:
    return [paragraph.text for paragraph in document(folder, content, name).paragraphs]


def headings(folder: Path, content: str) -> list[tuple[int, str]]:
    return [(item.heading, item.text) for item in document(folder, content).paragraphs]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_charset__any_of_the_usual_ones__same_text(tmp_path: Path, encoding: str) -> None:
    content = f"甲县2022年报告\r\n{BODY}\n"
    assert texts(tmp_path, content.encode(encoding)) == ["甲县2022年报告", BODY]


def test_charset__lines_in_two_encodings__both_read(tmp_path: Path) -> None:
    mixed = "办理复议案件12件。\n".encode() + "审结行政案件10件。\n".encode("gb18030")
    assert texts(tmp_path, mixed) == ["办理复议案件12件。", "审结行政案件10件。"]


def test_charset__bytes_that_are_no_character__marked_and_noted(tmp_path: Path) -> None:
    found = document(tmp_path, "办理复议案件12件。\n".encode() + b"\xff\xfe\xfd\n")
    assert found.paragraphs[0].text == "办理复议案件12件。"
    assert len(found.notes) == 1
    assert "解不出文字" in found.notes[0]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends__of_every_system__split_and_counted(tmp_path: Path, ends: str) -> None:
    found = document(tmp_path, ends.join(["一、成效", "", BODY]))
    assert [(item.text, item.lines) for item in found.paragraphs] == [("一、成效", ((0, 1),)), (BODY, ((0, 3),))]


@pytest.mark.parametrize("end", ["\x0c", "\x0b", "\u2028", "\x85"])
def test_line_ends__that_editors_do_not_count__split_and_not_counted(tmp_path: Path, end: str) -> None:
    found = document(tmp_path, f"一、成效{end}{BODY}\n二、问题")
    assert [item.lines for item in found.paragraphs] == [((0, 1),), ((0, 1),), ((0, 2),)]


JOINED = {
    "a blank line inside a word": (
        "各部门认真落实法治督察整改任务，压实责任、倒排时间，顺利完成省委依法\n\n治省办的督察。",
        1,
    ),
    "a comma at the end": ("各单位，\n各部门都完成了任务。", 1),
    "an open bracket alone": ("（\n三）持续深化改革，各项任务互促共进。", 1),
    "a line that begins with a mark": ("建成便民服务站点二十六个\n，覆盖所有的镇。", 1),
    "a number set apart by markup": (
        "全年空气质量持续改善，优良天数比率稳步上升，重污染天气基本消除，PM\n2.5\n平均浓度为20微克。",
        1,
    ),
    "two whole sentences": ("办理案件57件。\n审结案件55件。", 2),
    "a list without marks": ("加强学习\n完善制度\n严格考核", 3),
    "the next heading": ("完善制度机制，压实工作责任，推动各项任务落地见效落到实处\n（二）强化监督", 2),
    "the address after a caption": ("县长作政府工作报告，县人大代表和列席人员认真听取审议，本报记者摄\n各位代表：", 2),
}


@pytest.mark.parametrize(("content", "count"), JOINED.values(), ids=JOINED)
def test_joining__lines_of_an_unwrapped_text(tmp_path: Path, content: str, count: int) -> None:
    assert len(texts(tmp_path, content)) == count


def wrapped(text: str, width: int) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


@pytest.mark.parametrize("width", [17, 28, 35, 36])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_joining__wrapped_lines__paragraphs_come_back(tmp_path: Path, width: int, gap: str) -> None:
    paragraphs = ["甲县报告", "　　" + BODY * 3, "一、主要成效", "　　" + BODY * 2, "（一）健全制度", "　　" + BODY * 4]
    found = texts(tmp_path, gap.join(wrapped(item, width) for item in paragraphs))
    assert found == [item.strip("　") for item in paragraphs]


def test_joining__a_list_without_punctuation__stays_a_list(tmp_path: Path) -> None:
    items = [
        "健全完善县乡两级行政执法监督协调机制",
        "推动行政复议体制改革任务落地见效",
        "开展行政执法案卷评查和专项监督",
        "加强法治宣传教育",
        "完成行政规范性文件全面清理工作任务",
        "组织领导干部旁听庭审和任前考试",
        "建设公共法律服务体系",
        "落实重大行政决策合法性审查制度",
    ]
    assert texts(tmp_path, "\n".join(items)) == items


def test_joining__a_number_at_the_start_of_a_wrapped_line__no_heading(tmp_path: Path) -> None:
    body = (
        "　　全年财政投入法治建设资金稳步增长达到合计八百六十万元增幅为百分之" + "11.1%，高于上年同期水平。" + BODY * 2
    )
    assert len(texts(tmp_path, wrapped("　　" + BODY * 3, 34) + "\n" + wrapped(body, 34))) == 2


def test_lines__sentence_after_a_page_break__traced_to_its_line(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        "一、成效\n\n各部门认真落实法治督察整改任务，压实责任、倒排时间，顺利完成省委依法\n\n治省办的督察。县区积极申报。",
    )
    paragraph = found.paragraphs[1]
    assert paragraph.line_at(paragraph.text.index("顺利")) == 3
    assert paragraph.line_at(paragraph.text.index("治省办")) == 5
    assert paragraph.line_at(paragraph.text.index("积极")) == 5


SPACES = {
    "between Chinese characters": ("解 决 实际　问题", "解决实际问题"),
    "around digits": ("2022 年办理 57 件", "2022年办理57件"),
    "that groups thousands": ("受理342 615件", "受理342615件"),
    "that groups thousands, not broken": ("受理1\u00a0342\u00a0615件", "受理1342615件"),
    "between two numbers": ("城东区 12 15 18", "城东区12 15 18"),
    "between Latin words": ("use of  law", "use of law"),
    "between Latin and digits": ("PM 2.5", "PM2.5"),
    "a tab between characters": ("办\t理", "办理"),
    "after the number of an item": ("1. 2023年完成立法", "1. 2023年完成立法"),
    "zero width": ("行\u200b政\u2060复\ufeff议", "行政复议"),
    "soft hyphen": ("行政\u00ad复议", "行政复议"),
    "direction marks": ("行政\u202e复\u2066议", "行政复议"),
    "NUL and other controls": ("行政\0复\x07议", "行政复议"),
    "terminal escapes": ("\x1b[31m行政\x1b[0m复议", "行政复议"),
    "radicals for characters": ("⻚⼝⻔⼾", "页口门户"),
    "punctuation": ("甲县,乙县;丙县（市）:“好”", "甲县,乙县;丙县（市）:“好”"),
    "OCR ten for plus": ("互联网十监管", "互联网十监管"),
    "full-width digits": ("１２件", "１２件"),
}


@pytest.mark.parametrize(("raw", "clean"), SPACES.values(), ids=SPACES)
def test_cleaning__layout_out_text_as_printed(tmp_path: Path, raw: str, clean: str) -> None:
    assert texts(tmp_path, raw) == [clean]


MARKS = {
    "bold": ("**三是加强监督。**办理案件12件。", "三是加强监督。办理案件12件。"),
    "broken bold": ("**行政执法责任制。办理案件12件。", "行政执法责任制。办理案件12件。"),
    "link": ("见[办法](https://example.cn/a.html)。", "见办法。"),
    "picture": ("![图](a.png)办理案件。", "办理案件。"),
    "code": ("`办理`案件。", "办理案件。"),
    "escaped point": ("1\\.办理案件12件，审结10件。", "1.办理案件12件，审结10件。"),
    "quote": ("> 办理案件。", "办理案件。"),
    "bullet": ("- 办理案件。", "办理案件。"),
    "round bullet": ("• 办理案件。", "办理案件。"),
    "comment": ("办理<!-- 全部覆盖 -->案件。", "办理案件。"),
    "reference of a footnote": ("办理案件[^1]。", "办理案件。"),
    "number of the page": ("— 3 —\n办理案件。\n第 3 页 共 8 页", "办理案件。"),
    "front matter": ("---\ntitle: 全覆盖\n---\n办理案件。", "办理案件。"),
}


@pytest.mark.parametrize(("raw", "clean"), MARKS.values(), ids=MARKS)
def test_markdown__marks_are_taken_out(tmp_path: Path, raw: str, clean: str) -> None:
    assert texts(tmp_path, raw, "报告.md") == [clean]


def test_headings__numbers_and_marks__one_scale_of_depth(tmp_path: Path) -> None:
    plain = f"甲县2022年法治政府建设情况报告\n\n一、主要成效\n\n（一）健全制度\n\n1.完善机制\n\n{BODY}\n"
    marked = plain.replace("甲", "# 甲").replace("一、", "## 一、").replace("（一", "#### （一").replace("1.", "**1.")
    assert headings(tmp_path, plain) == headings(tmp_path, marked)
    assert [depth for depth, _ in headings(tmp_path, plain)] == [1, 2, 3, 4, 0]


HEADINGS = {
    "short and numbered": ("一、主要成效", 2),
    "with a full stop on its own line": ("（二）城乡发展更趋协调。", 3),
    "with a full stop and a figure": ("（二）办理案件3.2万件。", 0),
    "run-in with its text": ("（一）加强领导。县委听取汇报4次。", 0),
    "a decimal": ("11.1%的案件由县级办理", 0),
    "a year": ("2022年以来的工作", 0),
    "part": ("第一部分 总体情况", 2),
}


@pytest.mark.parametrize(("line", "depth"), HEADINGS.values(), ids=HEADINGS)
def test_headings__by_number(tmp_path: Path, line: str, depth: int) -> None:
    assert document(tmp_path, f"{line}\n\n{BODY}").paragraphs[0].heading == depth


def test_headings__short_numbered_lines_in_a_row__items_of_a_list(tmp_path: Path) -> None:
    found = headings(tmp_path, f"1.完成审计12个\n2.办理建议30件\n3.公开信息900条\n{BODY}")
    assert [depth for depth, _ in found] == [0, 0, 0, 0]


def test_title__of_two_lines__put_together(tmp_path: Path) -> None:
    found = document(tmp_path, f"甲县人民政府\n关于2022年度法治政府建设情况的报告\n\n{BODY}")
    assert found.title == "甲县人民政府关于2022年度法治政府建设情况的报告"


def test_tables__rows_and_cells(tmp_path: Path) -> None:
    found = document(
        tmp_path, "| 指标 | 2022年 |\n|---|:-:|\n| 办件 | 12 345件 |\n\n序号\t单位\t办结率\n1\t司法局\t98.5%\n"
    )
    assert [(item.kind, item.text) for item in found.paragraphs] == [
        ("table", "指标 | 2022年"),
        ("table", "办件 | 12345件"),
        ("table", "序号 | 单位 | 办结率"),
        ("table", "1 | 司法局 | 98.5%"),
    ]


def test_footnotes__kept_apart(tmp_path: Path) -> None:
    found = document(tmp_path, f"{BODY}\n\n[^1]: 数据来自年鉴。\n")
    assert [(item.kind, item.text) for item in found.paragraphs] == [("text", BODY), ("footnote", "数据来自年鉴。")]


def test_portal__lines_around_a_copied_page__dropped(tmp_path: Path) -> None:
    title, long = "2025年甲县法治政府建设情况报告", BODY * 2
    head = "您的位置:\n首页\n>\n政务公开\n下载\n打印\n【字号：\n大\n中\n小\n】\n"
    tail = "分享到:\n|\n×\n相关报道：\n某乡三项制度实现全覆盖\n扫一扫在手机打开当前页\n"
    content = f"{head}{title}\n来源：甲县日报\n时间：\n2025-02-03 09:02\n各位代表：\n{long}\n{tail}"
    assert texts(tmp_path, content) == [title, "各位代表：", long]


def test_portal__words_of_buttons_inside_the_report__stay(tmp_path: Path) -> None:
    content = f"{BODY * 2}\n下载\n{BODY * 2}"
    assert texts(tmp_path, content) == [BODY * 2, "下载", BODY * 2]


def test_portal__list_of_contents__dropped(tmp_path: Path) -> None:
    assert texts(tmp_path, f"目录\n一、主要成效……………………3\n二、存在问题........12\n{BODY * 2}") == ["目录", BODY * 2]


def test_decode__empty__empty() -> None:
    assert decode(b"") == ("", ())


def test_line_at__offsets_rise(tmp_path: Path) -> None:
    found = document(tmp_path, wrapped("　　" + BODY * 6, 30))
    for paragraph in found.paragraphs:
        assert_offsets_rise(paragraph)


def assert_offsets_rise(paragraph: Paragraph) -> None:
    offsets = [offset for offset, _ in paragraph.lines]
    assert offsets[0] == 0
    assert offsets == sorted(set(offsets))
    assert offsets[-1] < len(paragraph.text)
