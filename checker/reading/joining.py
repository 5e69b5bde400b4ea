"""Printed lines -> logical paragraphs: wrapped lines and page breaks inside a sentence are joined.

Two kinds of input: lines wrapped at a margin (PDF, plain text of a mail program), where a full
line goes on; and lines that are paragraphs, of which only those go on that end in mid-sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.reading.blocks import Block
from checker.reading.headings import LIST_DEPTH, enumerator, heading_depth
from checker.reading.portal import is_portal

_CLOSERS = "”’\"'》〉」』"
_TERMINAL = frozenset("。！？!?；;：:…")
_CLAUSE = re.compile(r"[，。；、]|[,;](?!\d)")
_OPEN_END = tuple("，、（(《“‘〈的和与及或")
_NO_START = re.compile(r"[，。、；：？！）》”’〉%％]|是[：:]")
_CALLS = ("：", ":", "！", "!")
_SALUTATION = re.compile(r"(?:各位|同志|尊敬)[^，。]{0,20}[：:！!]$")
_BODY = 30
"""Characters from which an unwrapped line can be the cut half of a paragraph; titles are shorter."""
_WIDEST = 160
"""Columns (a Chinese character takes two) beyond which no printer wraps lines."""
_SLACK = 0.2
"""A full line may fall short of the margin by this share: a number is not cut at the margin."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of a file were printed.

    `margin` is the width in columns, `signs` in characters (some programs wrap by these); both 0
    where nothing was wrapped. `base` is the indent of an ordinary line, in columns. `indented` and
    `spaced` say that paragraphs are set in, or set apart by blank lines.
    """

    margin: int
    signs: int
    base: int
    indented: bool
    spaced: bool

    def full(self, block: Block) -> bool:
        """The line reaches the right margin."""
        if block.full is not None:
            return block.full
        text = block.text.rstrip()
        return columns(text) >= self.margin * (1 - _SLACK) or len(text) >= self.signs * (1 - _SLACK / 2)

    def opens(self, block: Block) -> bool:
        """The line is the first of a paragraph by its indent, or the format says so."""
        return block.opens or (self.indented and _indent(block.text) >= self.base + 2)


def columns(text: str) -> int:
    """Width in columns: two for a Chinese character or full-width mark."""
    return len(text.encode("gb18030", "replace"))


def ends_sentence(text: str) -> bool:
    """The line ends where a sentence or item may end, closing quotes aside."""
    bare = text.rstrip().rstrip(_CLOSERS)
    return not bare or bare[-1] in _TERMINAL


def soft_lines(text: str) -> list[str]:
    """Split a paragraph at its line breaks where these set paragraphs apart; other breaks stay as line feeds."""
    parts: list[str] = []
    for line in text.split("\n"):
        bare = line.strip()
        if not bare:
            continue
        apart = not parts or ends_sentence(parts[-1]) or enumerator(bare) or _indent(line) >= 2
        if apart or heading_depth(parts[-1].strip()):
            parts.append(line)
        else:
            parts[-1] += "\n" + line
    return parts


def layout_of(blocks: Sequence[Block]) -> Layout:
    """Find out whether lines were wrapped at a margin, and what sets paragraphs apart."""
    lines = [block.text.rstrip() for block in blocks]
    if not lines:
        return Layout(0, 0, 0, False, False)
    indents = sorted(map(_indent, lines))
    base = indents[len(indents) // 10]
    indented = indents[-1] >= base + 2 and base == indents[len(indents) // 3]
    gaps = sum(block.gap for block in blocks)
    margin = _margin(lines, any(block.full is not None for block in blocks))
    signs = _usual(sorted(map(len, lines))) if margin else 0
    return Layout(margin, signs, base, indented, len(lines) * 0.1 < gaps < len(lines) * 0.7)


def _indent(text: str) -> int:
    return columns(text[: len(text) - len(text.lstrip())])


def _usual(widths: list[int]) -> int:
    """The greatest width that is no exception; `widths` rise."""
    return widths[int(len(widths) * 0.95) - 1] if len(widths) > 20 else widths[-1]


def _margin(lines: list[str], printed: bool) -> int:
    """The width at which lines were wrapped, 0 where they were not.

    Many lines end near it, most of them in mid-sentence, hardly any beyond; and short lines end a
    sentence or are numbered headings, which those of a list without punctuation do not.
    """
    widths = sorted(map(columns, lines))
    margin = _usual(widths)
    if printed:
        return margin
    if len(widths) < 3 or not 20 <= margin <= _WIDEST:
        return 0
    near = [line for line in lines if columns(line) >= margin * (1 - _SLACK / 2)]
    cut = sum(not ends_sentence(line) for line in near)
    if len(near) < len(lines) * 0.25 or cut < max(2, len(near) * 0.6):
        return 0
    short = [line for line in lines if columns(line) < margin * (1 - _SLACK)]
    closed = sum(ends_sentence(line) or enumerator(line) > 0 for line in short)
    return margin if closed * 2 >= len(short) else 0


def joined(blocks: Sequence[Block]) -> list[list[Block]]:
    """Group blocks into paragraphs; each group is the printed lines of one paragraph, in order."""
    layout = layout_of([block for block in blocks if block.kind == "text" and not block.heading])
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and _continues(groups[-1], block, layout):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _continues(group: list[Block], block: Block, layout: Layout) -> bool:
    """Whether a line goes on with the paragraph before it."""
    last = group[-1]
    if block.heading or last.heading or block.kind != "text" or last.kind != "text":
        return False
    text = block.text.strip()
    if len(group) == 1 and is_portal(last.text) and not last.text.rstrip().endswith(_OPEN_END):
        return False
    if _NO_START.match(text) and not ends_sentence(last.text):
        return True
    if layout.opens(block) and not last.text.rstrip().endswith(_OPEN_END):
        return False
    return _wrapped(group, block, text, layout) if layout.margin else _cut(group, text)


def _cut(group: list[Block], text: str) -> bool:
    """An unwrapped paragraph that was cut in two: it ends in mid-sentence and the next is no opening."""
    last = group[-1].text.strip()
    if last in {"（", "("}:
        return True
    if ends_sentence(last) or enumerator(text) or (text.endswith(_CALLS) and _SALUTATION.search(text)):
        return False
    if last.endswith(_OPEN_END):
        return True
    if len(group) == 1 and (len(last) < _BODY or heading_depth(last)):
        return False
    return bool(_CLAUSE.search(last) or _CLAUSE.search(group[0].text))


def _wrapped(group: list[Block], block: Block, text: str, layout: Layout) -> bool:
    """A line of a wrapped page: goes on after a full line, or where the sentence is open."""
    last = group[-1].text.strip()
    full = layout.full(group[-1])
    depth = enumerator(text)
    if depth and not (full and _runs_on(block, text, depth, layout)):
        return False
    if ends_sentence(last):
        whole = layout.full(block) or ends_sentence(text)  # else it is a heading without a number
        reaches = full or (layout.indented and columns(last) * 2 >= layout.margin)
        return reaches and whole and not block.gap and (layout.indented or layout.spaced)
    if len(group) == 1 and heading_depth(last):
        return full and not block.gap and (layout.indented or heading_depth(last + text) > 0)
    if full:
        return not block.gap or len(group) > 1 or bool(_CLAUSE.search(last))
    begun = layout.indented and not block.gap and bool(_CLAUSE.search(last))  # the next one would be set in
    return begun or _cut(group, text)


def _runs_on(block: Block, text: str, depth: int, layout: Layout) -> bool:
    """A number at the start of a line inside a paragraph (……。⏎2.完善……): no heading stands so."""
    inside = depth >= LIST_DEPTH and layout.indented and not block.gap
    return inside and (layout.full(block) or ends_sentence(text))
