"""Lists of problems as letters in one Word file that WPS opens as well: one letter for each lead unit or level.

Paper and type follow 党政机关公文格式 (GB/T 9704-2012): A4, margins 37/35/28/26 mm, title in 小标宋 二号, text in
仿宋 三号, first and second headings in 黑体 and 楷体. The tables are set smaller, as annexes are. Headings use the
built-in styles, so that WPS shows them in its outline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from checker.judge.assessment import Assessment
from checker.model import Cell, Level
from checker.rendering.marks import URGENCY
from checker.rendering.packed import with_fixed_dates
from checker.rendering.tables import Tables, criterion_of, due_of
from checker.rendering.text import printable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import _Row
    from docx.text.paragraph import Paragraph

NO_LEAD = "（未写明牵头单位）"

_ADDRESSEES = {
    Level.PROVINCE: "省级有关部门",
    Level.CITY: "市级有关部门",
    Level.COUNTY: "各县（区）",
    Level.TOWNSHIP: "各乡镇（街道）",
    Level.VILLAGE: "各村（社区）",
    Level.DEPARTMENT: "各部门",
}

_COLUMNS = (
    ("序号", 9),
    ("任务", 28),
    ("层级", 12),
    ("状态", 16),
    ("期限", 20),
    ("问题和依据", 46),
    ("达标要求", 34),
    ("反馈", 14),
)
"""Headings and widths in millimetres; together a little wider than the text of a letter."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The list of one addressee: the gaps it has to answer for, in the order of closing; `due` counts all due cells.

    `name` stands in the title, `addressee` above the text, `whose` says whose tasks are meant.
    """

    name: str
    addressee: str
    whose: str
    cells: tuple[Cell, ...]
    due: int


def letters_by_lead(assessment: Assessment) -> tuple[Letter, ...]:
    """One letter for each lead unit with a gap, most gaps first; a gap of several units stands in each letter."""
    gaps: dict[str, list[Cell]] = {}
    for cell in Tables(assessment).open_cells:
        for unit in cell.task.lead or (NO_LEAD,):
            gaps.setdefault(unit, []).append(cell)
    due = Counter(unit for cell in assessment.cells if cell.counted for unit in cell.task.lead or (NO_LEAD,))
    ordered = sorted(gaps.items(), key=lambda item: -len(item[1]))
    return tuple(Letter(unit, unit, "你单位负责", tuple(cells), due[unit]) for unit, cells in ordered)


def letters_by_level(assessment: Assessment) -> tuple[Letter, ...]:
    """One letter for each level with a gap, highest first."""
    gaps: dict[Level, list[Cell]] = {}
    for cell in Tables(assessment).open_cells:
        gaps.setdefault(cell.level, []).append(cell)
    due = Counter(cell.level for cell in assessment.cells if cell.counted)
    return tuple(
        Letter(f"{level.zh}一级", _ADDRESSEES[level], f"{level.zh}一级", tuple(gaps[level]), due[level])
        for level in Level
        if level in gaps
    )


def render(assessment: Assessment, letters: Sequence[Letter]) -> bytes:
    """The letters, each on a new page. Raises ImportError without python-docx."""
    import docx

    document = docx.Document()
    _set_page(document)
    _set_styles(document)
    if not letters:
        document.add_heading(_title(assessment), 1)
        document.add_paragraph("范围内的到期任务没有缺口。")
    for number, letter in enumerate(letters):
        _write(document, assessment, letter, new_page=number > 0)
    buffer = BytesIO()
    document.save(buffer)
    return with_fixed_dates(buffer.getvalue(), assessment.scope.as_of)


def _title(assessment: Assessment) -> str:
    return f"{assessment.scope.subject}{assessment.scope.year}年法治政府建设任务问题清单"


def _write(document: Document, assessment: Assessment, letter: Letter, new_page: bool) -> None:
    heading = document.add_heading(printable(f"{_title(assessment)}（{letter.name}）"), 1)
    heading.paragraph_format.page_break_before = new_page
    _plain(document.add_paragraph(printable(f"{letter.addressee}：")))
    document.add_paragraph(printable(_opening(assessment, letter)))
    document.add_heading("一、问题清单", 2)
    _table(document, assessment, letter.cells)
    document.add_heading("二、有关说明", 2)
    document.add_paragraph(
        "清单据报告文字列出。“未见佐证”是报告中没有找到，不等于没有做，更不等于违法；已经完成的，请补送能证明的材料。"
        "期限后注“待核”的，尚未对照文件原文，以正式文件为准。"
    )
    _plain(document.add_paragraph("请于　　　　年　　月　　日前反馈。联系人：　　　　　　电话：　　　　　　"))


def _opening(assessment: Assessment, letter: Letter) -> str:
    counts = Counter(cell.status for cell in letter.cells)
    told = "，".join(f"{status.zh}{counts[status]}格" for status in URGENCY if counts[status])
    return (
        f"对照《{assessment.plan.title}》检查{assessment.scope.year}年度报告，截至{_day(assessment)}，"
        f"{letter.whose}的到期任务共{letter.due}格（一项任务在一个层级为一格），其中{len(letter.cells)}格有缺口（{told}）。"
        "现将问题清单印送，请逐项核实：已经完成的补送佐证，尚未完成的提出整改措施和完成时限。"
    )


def _day(assessment: Assessment) -> str:
    day = assessment.scope.as_of
    return f"{day.year}年{day.month}月{day.day}日"


def _table(document: Document, assessment: Assessment, cells: Iterable[Cell]) -> None:
    """The list; rows are filled through `row.cells`, which is linear where `table.cell` is not."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    table = document.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, (_, width) in zip(table.columns, _COLUMNS, strict=True):
        column.width = Mm(width)
    head = table.rows[0]
    _fill(head, [name for name, _ in _COLUMNS], "TableHead")
    _repeat(head)
    for number, cell in enumerate(cells, 1):
        task = cell.task
        values = [
            str(number),
            f"{task.no} {task.title}",
            cell.level.zh,
            cell.status.zh,
            due_of(task),
            cell.reason,
            criterion_of(task, assessment.scope.year),
            "",
        ]
        _fill(table.add_row(), values, "TableText")


def _fill(row: _Row, values: Sequence[str], style: str) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement
    from docx.shared import Mm

    for cell, text, (_, width) in zip(row.cells, values, _COLUMNS, strict=True):
        cell.width = Mm(width)
        paragraph = cell.paragraphs[0]
        paragraph._p.style = style  # by its id: a look-up by name goes through all styles every time
        paragraph.add_run(printable(text))
    properties = row._tr.get_or_add_trPr()
    whole = OxmlElement("w:cantSplit")
    whole.set(qn("w:val"), "true")
    properties.append(whole)


def _repeat(row: _Row) -> None:
    """Print the heading of the table on every page."""
    from docx.oxml.parser import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _plain(paragraph: Paragraph) -> None:
    """No indent of the first line: addressee and closing."""
    paragraph.paragraph_format.first_line_indent = 0


def _set_page(document: Document) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)


def _set_styles(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    styles = document.styles
    _type(styles["Normal"], "仿宋_GB2312", 16, line=28)
    styles["Normal"].paragraph_format.first_line_indent = Pt(32)
    for name, font, size in (("Heading 1", "方正小标宋简体", 22), ("Heading 2", "黑体", 16)):
        _type(styles[name], font, size, line=None)
        styles[name].font.bold = False
        styles[name].font.color.rgb = RGBColor(0, 0, 0)
    styles["Heading 1"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles["Heading 1"].paragraph_format.first_line_indent = 0
    styles["Heading 1"].paragraph_format.space_after = Pt(20)
    for name, font in (("TableText", "宋体"), ("TableHead", "黑体")):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _type(style, font, 9, line=13)
        style.paragraph_format.first_line_indent = 0
    styles["TableHead"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _type(style: ParagraphStyle, font: str, size: float, line: float | None) -> None:
    """Font (for Chinese characters too), size and line height in points, no space between paragraphs."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name = "Times New Roman"
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(key), None)
    fonts.set(qn("w:eastAsia"), font)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    if line:
        style.paragraph_format.line_spacing = Pt(line)
