"""Plain text and Markdown -> blocks: one block a line, marks of Markdown taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.reading.blocks import CELL, Block, Content
from checker.reading.charset import decode
from checker.reading.limits import Limits, Watch, too_many

_HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+|(?=[^\s\d#]))(.*)")
_NO_TEXT = re.compile(
    r"\s{0,3}(?:(?:-\s?){3,}|(?:\*\s?){3,}|(?:_\s?){3,}|={3,}|[—-]{6,})\s*"
    r"|\s{0,3}(?:```|~~~)[\w\s-]{0,40}"
    r"|\s*(?:[—–－-]{1,2}\s?\d{1,4}\s?[—–－-]{1,2}|第\s?\d{1,4}\s?页(?:[，,\s/]{0,3}共\s?\d{1,4}\s?页)?)\s*"
    r"|\s{0,3}</?(?i:div|p|br|hr|center|span|font|h[1-6])(?:\s[^<>]{0,200})?/?>\s*"
)
"""A rule, a fence of code, a number of a page, a tag."""
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:\s*(.*)")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?){1,8}(?=[^\s>])")
_BULLET = re.compile(r"\s{0,12}(?:[-+*]\s+(?=\S))")
_TABLE_RULE = re.compile(r"\s{0,3}\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{1,}:?\s*){0,200}\|?\s*")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,1000}\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n^]{1,500})\]\((?:https?:|/|#|mailto:|\.)[^()\s]{0,1000}\)")
_REFERENCE = re.compile(r"\[\^[^\]\s]{1,40}\]")
_UNDERLINED = re.compile(r"(?<![\w_])__([^_\n]{1,500})__(?![\w_])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_SOFT_END = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""Ends of lines and pages that editors do not count."""


def read_plain(data: bytes, limits: Limits, watch: Watch) -> Content:
    """Read .txt and .md: the marks are few enough that both go the same way. Raises UnreadableError."""
    text, notes = decode(data)
    if len(text) > limits.characters:
        raise too_many("文字", len(text), limits.characters)
    text = _without_comments(text)
    blocks: list[Block] = []
    for block in _blocks(text):
        blocks.append(block)
        if len(blocks) > limits.paragraphs:
            raise too_many("段落", len(blocks), limits.paragraphs)
        if len(blocks) % 4096 == 0:
            watch.check()
    return Content(tuple(blocks), notes=notes)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; parts that editors do not count share one."""
    lines = _without_front_matter(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    if not _SOFT_END.search(text):
        return enumerate(lines, 1)
    return ((number, part) for number, line in enumerate(lines, 1) for part in _SOFT_END.split(line))


def _blocks(text: str) -> Iterator[Block]:
    gap = False
    for number, line in _lines(text):
        if not line.strip() or _NO_TEXT.fullmatch(line):
            gap = True
            continue
        block = _block(line, number, gap)
        if block is not None:
            yield block
            gap = False


def _without_comments(text: str) -> str:
    """Take out <!-- … -->, keeping the count of lines; one that never ends stays text."""
    pieces: list[str] = []
    at = 0
    while True:
        start = text.find("<!--", at)
        end = text.find("-->", start + 4) if start >= 0 else -1
        if end < 0:
            return "".join([*pieces, text[at:]]) if pieces else text
        pieces += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + 3


def _without_front_matter(lines: list[str]) -> list[str]:
    """Blank out a YAML head (--- … ---), keeping the count of lines."""
    if not lines or lines[0].lstrip("\ufeff").rstrip() != "---":
        return lines
    for index, line in enumerate(lines[1:60], 1):
        if line.rstrip() == "---":
            return [""] * (index + 1) + lines[index + 1 :]
        if line.strip() and ":" not in line and not line.startswith((" ", "-")):
            break
    return lines


def _block(line: str, number: int, gap: bool) -> Block | None:
    """One line as a block; None for the rule under the head of a table."""
    heading = _HEADING.match(line)
    if heading:
        text = _inline(heading.group(2).rstrip("# \t"))
        return Block(text, number, heading=len(heading.group(1)), gap=gap) if text.strip() else None
    cells = table_cells(line)
    if cells is not None:
        if _TABLE_RULE.fullmatch(line):
            return None
        return Block(CELL.join(filter(None, map(_inline, cells))), number, kind="table", gap=gap)
    note = _FOOTNOTE.match(line)
    if note:
        return Block(_inline(note.group(1)), number, kind="footnote", gap=gap)
    bare = _QUOTE.sub("", line) if line.lstrip().startswith(">") else line
    bullet = _BULLET.match(bare)
    if bullet:
        return Block(_inline(bare[bullet.end() :]), number, gap=gap, opens=True)
    return Block(_inline(bare), number, gap=gap)


def table_cells(line: str) -> list[str] | None:
    """The cells of a row that is set in | or in tabs (three cells and more); None for other lines."""
    bare = line.strip()
    if bare.startswith("|") and bare.count("|") >= 2:
        return [cell.strip() for cell in bare.strip("|").split("|")]
    if bare.count("\t") >= 2:
        cells = [cell.strip() for cell in bare.split("\t") if cell.strip()]
        return cells if len(cells) >= 3 else None
    return None


def _inline(text: str) -> str:
    """Take out the marks inside a line: emphasis, code, links, pictures, references of footnotes."""
    if "[" in text:
        text = _REFERENCE.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    if "__" in text:
        text = _UNDERLINED.sub(r"\1", text)
    if "\\" in text:
        text = _ESCAPED.sub(lambda found: "" if found.group(1) == "*" else found.group(1), text)
    return text.replace("*", "").replace("`", "")
