"""PDF files -> blocks: lines in reading order, joined later; what repeats at the edges of pages left out.

pypdf reads the objects, our interpreter the content of the pages: for reports that is faster than
asking pypdfium2 for each character, bounded in time and memory, and needs no compiled code.
pypdfium2 (documents extra) reads what pypdf cannot: other ciphers, fonts without a map, damage.
All decisions are taken in checker.reading.printed, so that both give the same text.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from checker.reading.blocks import Content
from checker.reading.limits import Limits, UnreadableError, Watch
from checker.reading.printed import is_layered, is_scan, printed_blocks
from checker.reading.printed.glyphs import PrintedPage, broken

__all__ = ["read_pdf"]

_SECOND_OPINION = frozenset({"R008", "R009", "R013"})
"""Problems of which pypdfium2 may know better: damaged, locked, without a map of its font."""
_UNKNOWN_SHARE = 0.3
"""Share of characters without a meaning from which the text layer is useless."""


def read_pdf(data: bytes, limits: Limits, watch: Watch) -> Content:
    """Read a PDF. Raises UnreadableError."""
    try:
        return read_with("pypdf", data, limits, watch)
    except UnreadableError as error:
        if error.code not in _SECOND_OPINION or not find_spec("pypdfium2"):
            raise
        try:
            return read_with("pdfium", data, limits, watch)
        except UnreadableError:
            raise error from None


def read_with(engine: str, data: bytes, limits: Limits, watch: Watch) -> Content:
    """Read a PDF with one of the two libraries: pypdf or pdfium. Raises UnreadableError."""
    pages = list(_pages(engine, data, limits, watch))
    if not pages:
        raise broken()
    scanned = [number for number, page in enumerate(pages, 1) if is_scan(page)]
    if len(scanned) * 2 > len(pages):
        from checker.reading.scan import read_scan

        return read_scan(data, pages, limits, watch)
    notes = (f"第 {'、'.join(map(str, scanned[:20]))} 页是扫描图，没有读出文字",) if scanned else ()
    _refuse_gibberish(pages)
    layered = sum(map(is_layered, pages)) * 2 > len(pages)
    return Content(printed_blocks(pages, limits, watch), scanned=layered, notes=notes)


def _pages(engine: str, data: bytes, limits: Limits, watch: Watch) -> Iterator[PrintedPage]:
    if engine == "pdfium":
        from checker.reading.pdf.pdfium_pages import pdfium_pages

        return pdfium_pages(data, limits, watch)
    from checker.reading.pdf.pypdf_pages import pypdf_pages

    return pypdf_pages(data, limits, watch)


def _refuse_gibberish(pages: list[PrintedPage]) -> None:
    """Refuse a text layer whose codes have no meaning: the font was embedded without its map."""
    glyphs = [glyph for page in pages for glyph in page.glyphs if not glyph.text.isspace()]
    unknown = sum(glyph.text in {"\ufffd", "\0"} or "\ue000" <= glyph.text < "\uf900" for glyph in glyphs)
    if glyphs and unknown > _UNKNOWN_SHARE * len(glyphs):
        raise UnreadableError("R013", "PDF 的字体没有文字对照，读出来是乱码", "请用原来的 .docx，或按扫描件识别文字")
