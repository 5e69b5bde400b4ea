"""The body of a Word document -> blocks: paragraphs, table rows, text boxes, notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from checker.reading.blocks import CELL, UNKNOWN_DEPTH, Block
from checker.reading.headings import looks_like_heading
from checker.reading.joining import soft_lines
from checker.reading.word.inline import Inline, read_inline
from checker.reading.word.numbering import Numbering
from checker.reading.word.properties import number, switch, value
from checker.reading.word.styles import Style, Styles, first_line, outline_depth

_WRAPPERS = frozenset({"sdtContent", "customXml", "smartTag", "ins", "moveTo", "Choice"})
_GONE = frozenset({"del", "moveFrom"})


@dataclass(frozen=True, slots=True)
class Stories:
    """What the body refers to: styles, lists, notes by kind and id."""

    styles: Styles
    numbering: Numbering
    notes: dict[str, dict[str, Element]]


class BodyReader:
    """Reads the elements of a body in order; counts paragraphs, lists and notes as it goes."""

    def __init__(self, stories: Stories) -> None:
        self.stories = stories
        self.remarks: list[str] = []
        self._count = 0
        self._open = ""  # text of a paragraph whose end mark was deleted: the next one goes on with it
        self._notes: list[tuple[str, str]] = []

    def read(self, element: Element) -> Iterator[Block]:
        """The blocks of one element of the body."""
        tag = element.tag
        if tag == "p":
            yield from self._paragraph(element)
        elif tag == "tbl":
            yield from self._table(element)
        elif tag == "sdt":
            if not _is_contents(element):
                yield from self._all(element)
        elif tag in _WRAPPERS:
            yield from self._all(element)
        elif tag == "AlternateContent":
            choice = element.find("Choice")
            yield from self._all(choice if choice is not None else element)
        elif tag == "altChunk":
            self._remark("文件里嵌有另一个文件，其中的文字没有读")

    def notes(self) -> Iterator[Block]:
        """Footnotes and endnotes that the text refers to, in the order of the references."""
        for kind, note_id in dict.fromkeys(self._notes):
            note = self.stories.notes.get(kind, {}).get(note_id)
            texts = [self._text(item)[0] for item in note.iter("p")] if note is not None else []
            text = "".join(texts).strip()
            if text:
                yield Block(text, self._next(), kind="footnote")

    def _all(self, parent: Element) -> Iterator[Block]:
        for child in parent:
            yield from self.read(child)

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _remark(self, text: str) -> None:
        if text not in self.remarks:
            self.remarks.append(text)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        properties = paragraph.find("pPr")
        style = self.stories.styles.paragraph(value(properties, "pStyle"))
        text, inline, listed = self._text(paragraph)
        if self._open:
            text, self._open = self._open + text, ""
        mark = properties.find("rPr") if properties is not None else None
        if mark is not None and any(mark.find(tag) is not None for tag in _GONE):
            self._open = text
        elif text.strip() and not style.contents:
            heading = self._heading(text, properties, style, inline)
            opens = listed or first_line(properties, style.indented)
            line = self._next()
            for index, part in enumerate(soft_lines(text)):
                yield Block(part, line, heading=0 if index else heading, opens=opens or index > 0)
        for box in inline.boxes:
            yield from self._all(box)

    def _text(self, paragraph: Element) -> tuple[str, Inline, bool]:
        """Text of a paragraph with its automatic number; whether it stands in a list."""
        properties = paragraph.find("pPr")
        style_id = value(properties, "pStyle")
        style = self.stories.styles.paragraph(style_id)
        inline = read_inline(paragraph, style, self.stories.styles)
        self._notes += inline.notes
        label = self._label(properties, style, style_id)
        text = inline.text
        if label and text.strip():
            text = f"{label}\t{text.lstrip()}"
        return text, inline, label is not None

    def _label(self, properties: Element | None, style: Style, style_id: str) -> str | None:
        own = properties.find("numPr") if properties is not None else None
        list_id = value(own, "numId") or style.list_id
        if not list_id or list_id == "0":
            return None
        if value(own, "ilvl"):
            level = number(value(own, "ilvl"), 0)
        elif style.level is not None and own is None:
            level = style.level
        else:
            level = self.stories.numbering.level_of_style(list_id, style_id)
        return self.stories.numbering.next(list_id, level)

    @staticmethod
    def _heading(text: str, properties: Element | None, style: Style, inline: Inline) -> int:
        depth = outline_depth(properties, style.depth)
        if depth:
            return depth
        return UNKNOWN_DEPTH if inline.all_bold and looks_like_heading(text.strip()) else 0

    def _table(self, table: Element) -> Iterator[Block]:
        for row in _inside(table, "tr"):
            settings = row.find("trPr")
            if settings is not None and (settings.find("del") is not None or switch(settings, "hidden")):
                continue
            yield from self._row([cell for cell in _inside(row, "tc") if not _merged_away(cell)])

    def _row(self, cells: list[Element]) -> Iterator[Block]:
        """A row as one block; a frame around running text keeps the paragraphs of the text."""
        texts: list[str] = []
        later: list[Element] = []
        filled = [cell for cell in cells if next(cell.iter("t"), None) is not None]
        if len(filled) == 1 and _is_frame(filled[0]):
            yield from self._all(filled[0])
            return
        for cell in filled:
            paragraphs = []
            for item in _cell_content(cell):
                if item.tag == "tbl":
                    later.append(item)
                else:
                    text, inline, _ = self._text(item)
                    paragraphs.append(text.replace("\n", ""))
                    later += inline.boxes
            texts.append("".join(paragraphs).replace(CELL, " "))
        text = CELL.join(text.strip() for text in texts if text.strip())
        if text:
            yield Block(text, self._next(), kind="table")
        for item in later:
            yield from self.read(item) if item.tag == "tbl" else self._all(item)


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Children of a kind, through content controls and tracked insertions, not through deletions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS or child.tag == "sdt":
            yield from _inside(child, tag)


def _cell_content(cell: Element) -> Iterator[Element]:
    for child in cell:
        if child.tag in {"p", "tbl"}:
            yield child
        elif child.tag in _WRAPPERS or child.tag == "sdt":
            yield from _cell_content(child)


def _merged_away(cell: Element) -> bool:
    """A cell that is covered by the merged one above or before it, or was deleted."""
    settings = cell.find("tcPr")
    if settings is None:
        return False
    for name in ("vMerge", "hMerge"):
        merge = settings.find(name)
        if merge is not None and merge.get("val", "continue") == "continue":
            return True
    return settings.find("cellDel") is not None


def _is_frame(cell: Element) -> bool:
    """The only cell of a row with whole sentences in it: running text in a frame, not a datum."""
    return any("。" in (text.text or "") for text in cell.iter("t"))


def _is_contents(control: Element) -> bool:
    """A content control that holds the table of contents."""
    return any("contents" in (item.get("val") or "").lower() for item in control.iter("docPartGallery"))
