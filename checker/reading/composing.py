"""Blocks -> the paragraphs of a Document: joined, cleaned, headings marked, the page around them dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.model import Paragraph
from checker.reading.blocks import CELL, UNKNOWN_DEPTH, Block, Content
from checker.reading.cleaning import close_up, strip_invisible
from checker.reading.headings import (
    CHAPTER_DEPTH,
    LIST_DEPTH,
    TITLE_DEPTH,
    enumerator,
    heading_depth,
    states_sentences,
    stopped_heading_depth,
)
from checker.reading.joining import joined
from checker.reading.limits import Watch
from checker.reading.portal import without_portal

_TITLE = re.compile(r"(?:报告|情况|总结|汇报|通报|要点|总结报告|说明)(?:[（(][^（）()]{1,20}[）)])?$")
_BULLET = re.compile(r"\s{0,12}[•●○◆◇■□▪▫►▶➢\uf000-\uf0ff]\s{0,4}(?=\S)")
_OFFICE = re.compile(r"(?:政府|厅|局|委员会|办公室|街道办事处)$")
_TITLE_HEAD = 12
"""Paragraphs at the head among which the title is looked for."""
_LONGEST_TITLE = 80


def compose(content: Content, watch: Watch) -> tuple[tuple[Paragraph, ...], str | None]:
    """The paragraphs of a report and its title."""
    clean = [_clean(block) for block in content.blocks]
    watch.check()
    groups = joined([block for block in clean if block.text.strip()])
    watch.check()
    paragraphs = without_portal([item for item in map(_paragraph, groups) if item.text])
    watch.check()
    paragraphs = _with_headings(paragraphs)
    return _with_title(paragraphs, content.title)


def _clean(block: Block) -> Block:
    """A block without what is not printed, and without the sign of a list before it."""
    bullet = _BULLET.match(block.text)
    text = strip_invisible(block.text[bullet.end() :] if bullet else block.text)
    return Block(
        text,
        block.line,
        block.page,
        block.heading,
        block.kind,
        block.gap,
        block.opens or bullet is not None,
        block.full,
    )


def _paragraph(group: list[Block]) -> Paragraph:
    first = group[0]
    if first.kind == "table":
        cells = [close_up([(cell, first.line)])[0] for cell in first.text.split(CELL)]
        return Paragraph(CELL.join(filter(None, cells)), ((0, first.line),), first.page, 0, first.kind)
    text, lines = close_up([(block.text, block.line) for block in group])
    return Paragraph(text, lines, first.page, first.heading, first.kind)


def _with_headings(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Give headings their depth: by their number, else by the format.

    Short numbered lines in a row (1. 2. 3.) are items of a list, not headings.
    """
    numbers = [enumerator(item.text) if item.kind == "text" else 0 for item in paragraphs]
    unknown = 5 if CHAPTER_DEPTH in numbers else CHAPTER_DEPTH
    result: list[Paragraph] = []
    before_is_item = False
    for index, paragraph in enumerate(paragraphs):
        number = numbers[index]
        in_list = (before_is_item and numbers[index - 1] == number) or number in numbers[index + 1 : index + 2]
        depth = _depth(paragraph, number, in_list, unknown)
        before_is_item = number > 0 and not depth
        result.append(replace(paragraph, heading=depth) if depth != paragraph.heading else paragraph)
    return result


def _depth(paragraph: Paragraph, number: int, in_list: bool, unknown: int) -> int:
    """The depth of a paragraph as a heading; the marks of a format are uneven, so its number comes first."""
    if paragraph.kind != "text" or (paragraph.heading and states_sentences(paragraph.text)):
        return 0
    if paragraph.heading:
        return number or (unknown if paragraph.heading == UNKNOWN_DEPTH else paragraph.heading)
    if in_list and number >= LIST_DEPTH:
        return 0
    return heading_depth(paragraph.text) or (0 if in_list else stopped_heading_depth(paragraph.text))


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
