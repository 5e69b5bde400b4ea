"""Word and WPS documents (.docx): paragraphs, tables, text boxes, notes, in reading order.

The XML is read directly. mammoth, which is well kept, was tried for the purpose and gives neither
automatic numbering nor headings by outline level, nor hidden text or deleted rows; python-docx drops tracked
insertions, content controls and text boxes. The right text comes first. (ECMA-376, part 1, 17.)
"""

from __future__ import annotations

import posixpath
from xml.etree.ElementTree import Element

from checker.reading.blocks import Block, Content
from checker.reading.limits import Limits, UnreadableError, Watch, too_many
from checker.reading.safexml import children, parse
from checker.reading.word.body import BodyReader, Stories
from checker.reading.word.numbering import Numbering, read_numbering
from checker.reading.word.styles import Styles
from checker.reading.zipped import Package, resolve

__all__ = ["main_part", "read_docx"]

_TABLE_STYLE = b"w:tblStylePr"
"""How tables look: nine tenths of the styles of a usual document, and nothing that is read."""


def read_docx(data: bytes, limits: Limits, watch: Watch) -> Content:
    """Read a .docx. Raises UnreadableError."""
    package = Package(data, limits)
    main = main_part(package, limits, watch)
    if main is None:
        raise UnreadableError("R008", "压缩包里没有 Word 正文", "请确认文件没有损坏，或用 WPS 另存为 .docx")
    targets = _relations(package, main, limits, watch)

    def part(kind: str, without: bytes = b"") -> Element | None:
        raw = _cut_out(package.read(targets.get(kind, resolve(main, f"{kind}.xml"))) or b"", without)
        return parse(raw, limits, watch) if raw.strip() else None

    numbering = part("numbering")
    stories = Stories(
        Styles(part("styles", without=_TABLE_STYLE)),
        read_numbering(numbering) if numbering is not None else Numbering({}),
        {kind: _notes(part(f"{kind}s"), kind) for kind in ("footnote", "endnote")},
    )
    reader = BodyReader(stories)
    blocks: list[Block] = []
    for element in children(package.read(main) or b"", "body", limits, watch):
        blocks += reader.read(element)
        if len(blocks) > limits.paragraphs:
            raise too_many("段落", len(blocks), limits.paragraphs)
    blocks += reader.notes()
    return Content(tuple(blocks), notes=tuple(reader.remarks))


def _cut_out(data: bytes, name: bytes) -> bytes:
    """The XML without the elements of a name, which must not nest; it saves parsing what is not used."""
    if not name:
        return data
    pieces: list[bytes] = []
    at = 0
    while True:
        start = data.find(b"<" + name + b" ", at)
        end = data.find(b"</" + name + b">", start)
        if start < 0 or end < 0:
            return b"".join([*pieces, data[at:]])
        pieces.append(data[at:start])
        at = end + len(name) + 3


def main_part(package: Package, limits: Limits, watch: Watch) -> str | None:
    """The name of the part with the text, by the relations of the package; None for other zips."""
    target = _relations(package, "", limits, watch).get("officeDocument")
    for name in (target, "word/document.xml"):
        if name and name in package and posixpath.basename(name).startswith("document"):
            return name
    return None


def _relations(package: Package, source: str, limits: Limits, watch: Watch) -> dict[str, str]:
    """Kind of relation -> part inside the package; targets outside (templates on a server) are left out."""
    folder, name = posixpath.split(source)
    raw = package.read(posixpath.join(folder, "_rels", f"{name}.rels"))
    if not raw:
        return {}
    found: dict[str, str] = {}
    for item in parse(raw, limits, watch).iter("Relationship"):
        if item.get("TargetMode", "Internal") == "Internal":
            kind = item.get("Type", "").rpartition("/")[2]
            found.setdefault(kind, resolve(source, item.get("Target", "")))
    return found


def _notes(root: Element | None, kind: str) -> dict[str, Element]:
    """Notes by id; the separators that Word keeps among them have a type."""
    items = root.findall(kind) if root is not None else []
    return {item.get("id", ""): item for item in items if item.get("type", "normal") == "normal"}
