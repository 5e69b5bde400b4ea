"""Documents made by hand for the tests of the readers: no library stands between the test and the bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
EXTRA = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def zipped(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of named parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document: `body` is the XML inside w:body; styles, numbering, footnotes as XML inside their roots."""
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}
    files: dict[str, str | bytes] = {
        "_rels/.rels": RELATIONS,
        "word/document.xml": f"<w:document {W} {EXTRA}><w:body>{body}</w:body></w:document>",
    }
    for name, xml in parts.items():
        files[f"word/{name}.xml"] = f"<w:{roots[name]} {W}>{xml}</w:{roots[name]}>"
    return zipped(files)


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of Word with one run."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def table(rows: Iterable[Iterable[str]]) -> str:
    """A table of Word; a cell is the text of its paragraph or XML."""
    cells = [[cell if cell.startswith("<") else paragraph(cell) for cell in row] for row in rows]
    return (
        "<w:tbl>"
        + "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in cells)
        + "</w:tbl>"
    )


Placed = tuple[float, float, float, str]
"""Left, base line, size and text of a line of a PDF page."""


FONT = b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>"


def pdf(pages: Sequence[Sequence[Placed]], extra: str = "", trailer: str = "") -> bytes:
    """A PDF with text in the standard Chinese font, which is not embedded."""
    streams = ["\n".join(_line(*line) for line in lines).encode("ascii") for lines in pages]
    return pdf_of_streams(streams, extra, trailer)


def _line(x: float, y: float, size: float, text: str) -> str:
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET"


def pdf_of_streams(streams: Sequence[bytes], extra: str = "", trailer: str = "") -> bytes:
    """A PDF of ready content streams; `extra` goes into each page, `trailer` into the trailer."""
    count = len(streams)
    pages = " ".join(f"{10 + 2 * index} 0 R" for index in range(count))
    objects: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{pages}] /Count {count} /MediaBox [0 0 595 842] >>".encode(),
        3: FONT,
        4: b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>",
        5: b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        b"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    }
    for index, stream in enumerate(streams):
        objects[10 + 2 * index] = (
            f"<< /Type /Page /Parent 2 0 R /Contents {11 + 2 * index} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> {extra} >>"
        ).encode()
        objects[11 + 2 * index] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
    return pdf_of_objects(objects, trailer)


def pdf_of_objects(objects: dict[int, bytes], trailer: str = "") -> bytes:
    """A PDF of numbered objects; 1 is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 00000 f \n"
    out += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def flowed(
    text: str, width: int = 30, size: float = 12, left: float = 60, top: float = 780, pitch: float = 20
) -> list[list[Placed]]:
    """Paragraphs (lines of `text`) laid out on pages as a word processor does: wrapped, first lines set in."""
    lines: list[tuple[int, str]] = []
    for item in text.split("\n"):
        room, indent = (width, 0) if item.startswith("#") else (width - 2, 2)
        rest = item.lstrip("#")
        while rest:
            lines.append((indent, rest[:room]))
            rest, room, indent = rest[room:], width, 0
    fit = int((top - 80) / pitch) + 1
    return [
        [
            (left + indent * size, top - row * pitch, size, line)
            for row, (indent, line) in enumerate(lines[at : at + fit])
        ]
        for at in range(0, len(lines), fit)
    ]


OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd(pages: Sequence[Sequence[Placed]], content: str = "") -> bytes:
    """An OFD; places in millimetres from the left and from the top, as in the format."""
    files: dict[str, str | bytes] = {
        "OFD.xml": f"<ofd:OFD {OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        "</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
        + "</ofd:Pages></ofd:Document>",
    }
    for number, lines in enumerate(pages):
        texts = "".join(
            f'<ofd:TextObject Boundary="{x} {y} 170 {size}" Size="{size}"><ofd:TextCode X="0" Y="{size}" '
            f'DeltaX="g {len(text) - 1} {size}">{text}</ofd:TextCode></ofd:TextObject>'
            for x, y, size, text in lines
        )
        files[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f"<ofd:Page {OFD}><ofd:Content><ofd:Layer>{texts}{content}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return zipped(files)
