"""Styles of Word: what a paragraph inherits of heading depth, numbering, bold, hiding and indent."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from checker.reading.headings import CHAPTER_DEPTH, TITLE_DEPTH
from checker.reading.word.properties import number, switch, value

_HEADING = re.compile(r"(?:heading|标题)\s?([1-9])(?:\s|$)", re.IGNORECASE)
_TITLE = {"title", "标题", "文档标题"}
_CONTENTS = re.compile(r"(?:toc|目录)\s?\d", re.IGNORECASE)
_BODY_LEVEL = 9
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, with what it inherits. `depth` is that of a heading, 0 for none; `level` None: not said."""

    name: str = ""
    depth: int = 0
    bold: bool = False
    hidden: bool = False
    indented: bool = False
    list_id: str = ""
    level: int | None = None

    @property
    def contents(self) -> bool:
        """The style of a line of the table of contents."""
        return bool(_CONTENTS.match(self.name))


PLAIN = Style()


class Styles:
    """Styles by their id, resolved on first use."""

    def __init__(self, root: Element | None) -> None:
        found = root.findall("style") if root is not None else []
        self._raw = {item.get("styleId", ""): item for item in found}
        self._default = next(
            (
                item.get("styleId", "")
                for item in found
                if item.get("type") == "paragraph" and item.get("default", "0") in {"1", "true"}
            ),
            "",
        )
        self._resolved: dict[str, Style] = {}

    def paragraph(self, style_id: str) -> Style:
        """The style of a paragraph; the document's default one for ""."""
        return self.get(style_id or self._default)

    def get(self, style_id: str) -> Style:
        """A style with everything that it inherits; PLAIN for an unknown one."""
        if style_id not in self._resolved:
            chain: list[str] = []
            at = style_id
            while at in self._raw and at not in chain and len(chain) < _LONGEST_CHAIN:
                chain.append(at)
                at = value(self._raw[at], "basedOn")
            style = PLAIN
            for name in reversed(chain):
                style = _inherit(style, self._raw[name])
            self._resolved[style_id] = style
        return self._resolved[style_id]


def _inherit(style: Style, item: Element) -> Style:
    """The style that `item` makes of the one it is based on."""
    name = value(item, "name")
    paragraph, run = item.find("pPr"), item.find("rPr")
    bold, hidden = switch(run, "b"), switch(run, "vanish")
    listed = paragraph.find("numPr") if paragraph is not None else None
    return replace(
        style,
        name=name,
        depth=_depth(name, paragraph, style.depth),
        bold=style.bold if bold is None else bold,
        hidden=style.hidden if hidden is None else hidden,
        indented=first_line(paragraph, style.indented),
        list_id=value(listed, "numId") or style.list_id,
        level=number(value(listed, "ilvl"), 0) if value(listed, "ilvl") else style.level,
    )


def _depth(name: str, paragraph: Element | None, inherited: int) -> int:
    if name.strip().lower() in _TITLE:
        return TITLE_DEPTH
    heading = _HEADING.match(name.strip())
    if heading:
        return CHAPTER_DEPTH + int(heading.group(1)) - 1
    return outline_depth(paragraph, inherited)


def outline_depth(paragraph: Element | None, inherited: int) -> int:
    """The depth that an outline level (0 to 8; 9 is body text) gives."""
    level = value(paragraph, "outlineLvl")
    if not level:
        return inherited
    at = number(level, _BODY_LEVEL)
    return CHAPTER_DEPTH + at if 0 <= at < _BODY_LEVEL else 0


def first_line(paragraph: Element | None, inherited: bool) -> bool:
    """The first line is set in, which marks the beginning of a paragraph."""
    indent = paragraph.find("ind") if paragraph is not None else None
    if indent is None:
        return inherited
    return max(number(indent.get("firstLine"), 0), number(indent.get("firstLineChars"), 0)) > 0
