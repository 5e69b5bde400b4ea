"""Printed pages (PDF, OFD, recognised scans) -> blocks: all decisions on signs and their places, once for all."""

from __future__ import annotations

from collections.abc import Sequence

from checker.reading.blocks import Block
from checker.reading.limits import Limits, UnreadableError, Watch, too_many
from checker.reading.printed.columns import in_reading_order
from checker.reading.printed.furniture import without_furniture
from checker.reading.printed.glyphs import PrintedPage
from checker.reading.printed.layout import Group, blocks_of
from checker.reading.printed.lines import spans_of

__all__ = ["is_layered", "is_scan", "printed_blocks"]

_FEWEST_GLYPHS = 16
"""A page with a picture and fewer characters than this is a scan."""


def printed_blocks(pages: Sequence[PrintedPage], limits: Limits, watch: Watch) -> tuple[Block, ...]:
    """The blocks of pages in reading order. Raises UnreadableError where there are none, or too many."""
    lines = []
    for page in pages:
        watch.check()
        lines.append(spans_of(page.glyphs))
    lines = without_furniture(lines, [page.height for page in pages])
    ordered = in_reading_order(lines, [page.width for page in pages])
    watch.check()
    blocks = blocks_of([Group(number, group) for number, page in enumerate(ordered, 1) for group in page if group])
    if not blocks:
        raise UnreadableError("R010", "文件里没有文字", "请打开确认；如果是扫描件，请先识别文字")
    if len(blocks) > limits.paragraphs:
        raise too_many("行", len(blocks), limits.paragraphs)
    return tuple(blocks)


def is_scan(page: PrintedPage) -> bool:
    """The page is a picture without text."""
    return page.pictured and sum(not glyph.text.isspace() for glyph in page.glyphs) < _FEWEST_GLYPHS


def is_layered(page: PrintedPage) -> bool:
    """The page is a picture over which a scanner has laid invisible text."""
    return page.pictured and page.unseen > 0.5
