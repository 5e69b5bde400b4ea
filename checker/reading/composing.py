"""Blocks -> the paragraphs of a Document: joined, cleaned, headings marked, the page around them dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.model import Paragraph
from checker.reading.blocks import Block, Content
from checker.reading.cleaning import close_up, strip_invisible
from checker.reading.headings import LIST_DEPTH, TITLE_DEPTH, enumerator, heading_depth
from checker.reading.joining import joined
from checker.reading.limits import Watch
from checker.reading.portal import without_portal

_TITLE = re.compile(r"(?:报告|情况|总结|汇报|通报|要点|总结报告|说明)(?:[（(][^（）()]{1,20}[）)])?$")
_OFFICE = re.compile(r"(?:政府|厅|局|委员会|办公室|街道办事处)$")
_TITLE_HEAD = 12
"""Paragraphs at the head among which the title is looked for."""
_LONGEST_TITLE = 80
_BULLET_MARKS = "•●○◆◇■□▪▫►▶➢"


def compose(content: Content, watch: Watch) -> tuple[tuple[Paragraph, ...], str | None]:
    """The paragraphs of a report and its title."""
    clean = [replace(block, text=strip_invisible(block.text)) for block in content.blocks]
    watch.check()
    groups = joined([block for block in clean if block.text.strip()])
    watch.check()
    paragraphs = without_portal([item for item in map(_paragraph, groups) if item.text])
    watch.check()
    paragraphs = _with_headings(paragraphs)
    return _with_title(paragraphs, content.title)


def _paragraph(group: list[Block]) -> Paragraph:
    text, lines = close_up([(block.text, block.line) for block in group])
    first = group[0]
    if first.kind == "table":
        text = first.text.strip()
    return Paragraph(text, lines, first.page, first.heading, first.kind)


def _with_headings(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Give numbered short lines their depth; in a list of them (1. 2. 3. in a row) they are items."""
    result: list[Paragraph] = []
    numbers = [enumerator(item.text) for item in paragraphs]
    before_is_item = False
    for index, paragraph in enumerate(paragraphs):
        number = numbers[index]
        in_list = (before_is_item and numbers[index - 1] == number) or number in numbers[index + 1 : index + 2]
        listed = number >= LIST_DEPTH and not paragraph.heading and in_list
        depth = 0 if listed else _depth(paragraph)
        before_is_item = number >= LIST_DEPTH and not depth
        result.append(replace(paragraph, heading=depth) if depth != paragraph.heading else paragraph)
    return result


def _depth(paragraph: Paragraph) -> int:
    """The enumerator decides the depth (the marks of a format are uneven), the format that it is one."""
    if paragraph.kind != "text":
        return 0
    if paragraph.heading:
        return enumerator(paragraph.text) or paragraph.heading
    return heading_depth(paragraph.text)


def _with_title(paragraphs: list[Paragraph], stated: str | None) -> tuple[tuple[Paragraph, ...], str | None]:
    """Find the title among the first lines and mark it as a heading of depth 1."""
    head = [item for item in paragraphs[:_TITLE_HEAD] if item.kind == "text"]
    for index, item in enumerate(head):
        if len(item.text) > _LONGEST_TITLE or enumerator(item.text):
            break
        if _TITLE.search(item.text) and not item.text.startswith("——"):
            marked = [replace(item, heading=TITLE_DEPTH) if p is item else p for p in paragraphs]
            return tuple(marked), _whole_title(head, index)
    return tuple(paragraphs), stated or next((item.text for item in head if item.heading == TITLE_DEPTH), None)


def _whole_title(head: list[Paragraph], index: int) -> str:
    """A title may stand on two lines: 甲市人民政府 / 关于……的报告."""
    text = head[index].text
    before = head[index - 1].text if index else ""
    return before + text if text.startswith(("关于", "2", "二")) and _OFFICE.search(before) else text
