"""The text inside a paragraph of Word as the reader sees it: insertions in, deletions and hidden text out."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from checker.reading.word.properties import switch, value
from checker.reading.word.styles import Style, Styles

_SKIPPED = frozenset(
    {"del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "oleObj", "binData"}
    | {"pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tcPr", "trPr", "tblGrid"}
)
_CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = ("footnoteReference", "endnoteReference")


@dataclass(slots=True)
class Inline:
    """Text of a paragraph, whether all of it is bold, its text boxes and the notes it refers to."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    bold: int = 0
    plain: int = 0

    @property
    def text(self) -> str:
        """The text, line breaks as line feeds."""
        return "".join(self.pieces)

    @property
    def all_bold(self) -> bool:
        """There is text, and all of it is bold."""
        return self.bold > 0 and not self.plain


def read_inline(paragraph: Element, style: Style, styles: Styles) -> Inline:
    """The visible text of a paragraph."""
    inline = Inline()
    _walk(paragraph, inline, style.bold, style.hidden, styles)
    return inline


def _walk(node: Element, inline: Inline, bold: bool, hidden: bool, styles: Styles) -> None:
    for child in node:
        tag = child.tag
        if tag in _SKIPPED:
            continue
        if tag == "t":
            _add(inline, child.text or "", bold, hidden)
        elif tag == "r":
            _walk(child, inline, *_look(child, bold, hidden, styles), styles)
        elif tag == "txbxContent":
            inline.boxes.append(child)
        elif tag == "AlternateContent":
            _walk(_shown(child), inline, bold, hidden, styles)
        elif tag in _NOTES:
            if not hidden:
                inline.notes.append((tag.removesuffix("Reference"), child.get("id", "")))
        elif tag in _CHARACTERS:
            _add(inline, _CHARACTERS[tag], bold, hidden)
        elif tag == "br":
            _add(inline, "\n" if child.get("type", "textWrapping") == "textWrapping" else "", bold, hidden)
        elif tag == "sym":
            _add(inline, _symbol(child), bold, hidden)
        else:
            _walk(child, inline, bold, hidden, styles)


def _add(inline: Inline, text: str, bold: bool, hidden: bool) -> None:
    if hidden:
        return
    inline.pieces.append(text)
    length = len(text.strip())
    inline.bold += length if bold else 0
    inline.plain += 0 if bold else length


def _look(run: Element, bold: bool, hidden: bool, styles: Styles) -> tuple[bool, bool]:
    """Whether a run is bold and hidden: its own word first, then its style's, then the paragraph's."""
    properties = run.find("rPr")
    if properties is None:
        return bold, hidden
    style_id = value(properties, "rStyle")
    if style_id:
        style = styles.get(style_id)
        bold, hidden = bold or style.bold, hidden or style.hidden
    own_bold, own_hidden = switch(properties, "b"), switch(properties, "vanish")
    return bold if own_bold is None else own_bold, hidden if own_hidden is None else own_hidden


def _shown(choices: Element) -> Element:
    """Of the same thing drawn twice (text boxes, shapes) the one that is read: the first with text."""
    choice = choices.find("Choice")
    fallback = choices.find("Fallback")
    if choice is not None and (fallback is None or next(choice.iter("t"), None) is not None):
        return choice
    return fallback if fallback is not None else choices


def _symbol(node: Element) -> str:
    """A character of a symbol font; pictures of Wingdings have no meaning as text."""
    try:
        code = int(node.get("char", ""), 16)
    except ValueError:
        return ""
    if code & 0xF000 == 0xF000 or not 0x20 <= code < 0xD800:
        return ""
    return chr(code)
