"""PDF files -> blocks: lines in reading order, joined later; what repeats at the edges of pages left out.

The characters and their places come from pypdfium2 where it is installed, else from pypdf; all
decisions are taken on them in checker.reading.printed, so that both give the same text.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from checker.reading.blocks import Content
from checker.reading.limits import Limits, UnreadableError, Watch
from checker.reading.printed import is_layered, is_scan, printed_blocks
from checker.reading.printed.glyphs import PrintedPage

__all__ = ["read_pdf"]

_UNKNOWN_SHARE = 0.3
"""Share of characters without a meaning from which the text layer is useless."""


def read_pdf(data: bytes, limits: Limits, watch: Watch, engine: str | None = None) -> Content:
    """Read a PDF; `engine` (pypdf, pdfium) is for tests. Raises UnreadableError."""
    pages = list(_pages(data, limits, watch, engine))
    if not pages:
        raise UnreadableError("R008", "PDF 里没有页", "请重新复制或下载；能打开的话另存一份再读")
    scanned = [number for number, page in enumerate(pages, 1) if is_scan(page)]
    if len(scanned) * 2 > len(pages):
        from checker.reading.scan import read_scan

        return read_scan(data, pages, limits, watch)
    notes = (f"第 {'、'.join(map(str, scanned[:20]))} 页是扫描图，没有读出文字",) if scanned else ()
    _refuse_gibberish(pages)
    layered = sum(map(is_layered, pages)) * 2 > len(pages)
    return Content(printed_blocks(pages, limits, watch), scanned=layered, notes=notes)


def _pages(data: bytes, limits: Limits, watch: Watch, engine: str | None) -> Iterator[PrintedPage]:
    if engine is None:
        engine = "pdfium" if find_spec("pypdfium2") else "pypdf"
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
