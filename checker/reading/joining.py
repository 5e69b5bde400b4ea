"""Printed lines -> logical paragraphs: wrapped lines and page breaks inside a sentence are joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.reading.blocks import Block
from checker.reading.headings import LIST_DEPTH, enumerator, heading_depth

_CLOSERS = "”’\"'》〉」』*"
_TERMINAL = frozenset("。！？!?；;：:…")
_CLAUSE = re.compile(r"[，。；、]|[,;](?!\d)")
_OPEN_END = re.compile(r"[，、（《“‘〈]$")
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

    `margin` is the width in columns, `signs` in characters (some programs wrap by these); both None
    where nothing was wrapped. `base` is the indent of an ordinary line, in columns.
    """

    margin: int | None
    signs: int | None
    indented: bool
    base: int

    def full(self, text: str) -> bool:
        """The line reaches the right margin."""
        if self.margin is None or self.signs is None:
            return False
        text = text.rstrip()
        return columns(text) >= self.margin * (1 - _SLACK) or len(text) >= self.signs * (1 - _SLACK / 2)

    def opens(self, text: str) -> bool:
        """The line is set in, as the first of a paragraph is."""
        return _indent(text) >= self.base + 2


def columns(text: str) -> int:
    """Width in columns: two for a Chinese character or full-width mark."""
    return len(text.encode("gb18030", "replace"))


def _indent(text: str) -> int:
    return columns(text[: len(text) - len(text.lstrip())])


def layout_of(lines: Sequence[str]) -> Layout:
    """Find out whether lines were wrapped at a margin, and whether paragraphs are set in."""
    lines = [line.rstrip() for line in lines if line.strip()]
    indents = sorted(map(_indent, lines))
    base = indents[len(indents) // 10] if indents else 0
    indented = any(indent >= base + 2 for indent in indents) and base == (indents[len(indents) // 3] if indents else 0)
    margin = _margin(lines)
    return Layout(margin, margin and _usual(sorted(map(len, lines))), indented, base)


def _usual(widths: list[int]) -> int:
    """The greatest width that is no exception; `widths` rise."""
    return widths[int(len(widths) * 0.95) - 1] if len(widths) > 20 else widths[-1]


def _margin(lines: list[str]) -> int | None:
    """The width at which lines were wrapped: many lines end near it in mid-sentence, hardly any beyond."""
    widths = sorted(map(columns, lines))
    if len(widths) < 3:
        return None
    margin = _usual(widths)
    if not 20 <= margin <= _WIDEST:
        return None
    near = [line for line in lines if columns(line) >= margin * (1 - _SLACK / 2)]
    cut = sum(not ends_sentence(line) for line in near)
    return margin if len(near) * 4 >= len(lines) and cut * 2 >= len(near) and cut >= 2 else None


def ends_sentence(text: str) -> bool:
    """The line ends where a sentence or item may end, closing quotes aside."""
    bare = text.rstrip().rstrip(_CLOSERS)
    return not bare or bare[-1] in _TERMINAL


def joined(blocks: Sequence[Block]) -> list[list[Block]]:
    """Group blocks into paragraphs; each group is the printed lines of one paragraph, in order."""
    layout = layout_of([block.text for block in blocks if block.kind == "text" and not block.whole])
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
    if block.heading or last.heading or "text" not in (block.kind, last.kind) or block.kind != last.kind:
        return False
    if block.whole and last.whole:
        return _cut(group, block)
    if layout.margin is None:
        return not _set_in(last, block, layout) and _cut(group, block)
    return _wrapped(group, block, layout)


def _set_in(last: Block, block: Block, layout: Layout) -> bool:
    """A new paragraph by its indent, unless the line before cannot be the end of one."""
    return layout.indented and layout.opens(block.text) and not _OPEN_END.search(last.text.rstrip())


def _cut(group: list[Block], block: Block) -> bool:
    """An unwrapped paragraph that was cut in two: it ends in mid-sentence and the next is no opening."""
    last, text = group[-1].text, block.text.strip()
    if ends_sentence(last) or enumerator(text) or _SALUTATION.search(text):
        return False
    if len(group) == 1 and (len(last.strip()) < _BODY or heading_depth(last.strip())):
        return False
    return any(_CLAUSE.search(part.text) for part in group)


def _wrapped(group: list[Block], block: Block, layout: Layout) -> bool:
    """A line of a wrapped page: goes on after a full line, or where the sentence is open."""
    last, text = group[-1], block.text.strip()
    full = layout.full(last.text)
    if _set_in(last, block, layout):
        return False
    depth = enumerator(text)
    if depth and not _runs_on(block, depth, full, layout):
        return False
    if ends_sentence(last.text):
        return full and not block.gap and layout.indented
    if len(group) == 1 and heading_depth(last.text.strip()):
        return full and not block.gap and heading_depth(last.text.strip() + text) > 0
    if full:
        return not block.gap or len(group) > 1 or bool(_CLAUSE.search(last.text))
    return _cut(group, block)


def _runs_on(block: Block, depth: int, full: bool, layout: Layout) -> bool:
    """A number at the start of a line inside a paragraph (……。⏎2.完善……): no heading stands so."""
    line = block.text.strip()
    inside = full and layout.indented and not block.gap
    return inside and depth >= LIST_DEPTH and (layout.full(line) or ends_sentence(line))
