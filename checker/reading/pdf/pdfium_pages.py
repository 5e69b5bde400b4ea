"""Pages of a PDF with pypdfium2 (the documents extra): the same glyphs, ten times as fast."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from checker.reading.limits import Limits, Watch, too_many
from checker.reading.printed.glyphs import COVERS, LEVEL, Glyph, PrintedPage, broken, locked, seen_size, upright

_INVISIBLE = 3
_PICTURE = 3


def pdfium_pages(data: bytes, limits: Limits, watch: Watch) -> Iterator[PrintedPage]:
    """The pages, one by one. Raises UnreadableError."""
    document = _open(data)
    try:
        count = len(document)
        if count > limits.pages:
            raise too_many("页", count, limits.pages)
        total = 0
        for index in range(count):
            watch.check()
            page = _page(document, index, limits, total)
            total += len(page.glyphs)
            yield page
    finally:
        document.close()


def _open(data: bytes) -> Any:
    pypdfium2 = import_module("pypdfium2")

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise locked() if "password" in str(error).lower() else broken() from None


def _page(document: Any, index: int, limits: Limits, total: int) -> PrintedPage:
    """One page; a broken one is empty and does not spoil the rest."""
    pypdfium2 = import_module("pypdfium2")
    try:
        page = document[index]
        text = page.get_textpage()
    except (pypdfium2.PdfiumError, LookupError, ValueError):
        return PrintedPage((), 595.0, 842.0)
    try:
        rotation = import_module("pypdfium2.raw").FPDFPage_GetRotation(page.raw) % 4 * 90
        box = page.get_cropbox()
        count = text.count_chars()
        if total + count > limits.characters:
            raise too_many("文字", total + count, limits.characters)
        glyphs, unseen = _glyphs(text.raw, count, box, rotation)
        width, height = seen_size(box, rotation)
        return PrintedPage(glyphs, width, height, _pictured(page, box), unseen / len(glyphs) if glyphs else 0.0)
    except (pypdfium2.PdfiumError, LookupError, ValueError, TypeError):
        return PrintedPage((), 595.0, 842.0)
    finally:
        text.close()
        page.close()


def _glyphs(
    text: Any, count: int, box: tuple[float, float, float, float], rotation: int
) -> tuple[tuple[Glyph, ...], int]:
    """The printed characters of a page, those left out that pdfium adds (spaces, line ends)."""
    raw = import_module("pypdfium2.raw")
    drawn_as = getattr(raw, "FPDFText_GetTextObject", None)  # not before pypdfium2 5

    x, y = ctypes.c_double(), ctypes.c_double()
    loose = raw.FS_RECTF()
    matrix = raw.FS_MATRIX()
    glyphs: list[Glyph] = []
    unseen = 0
    for at in range(count):
        code = raw.FPDFText_GetUnicode(text, at)
        if code < 32 or raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        raw.FPDFText_GetMatrix(text, at, matrix)
        raw.FPDFText_GetLooseCharBox(text, at, loose)
        a, b = matrix.a, matrix.b
        along = (a * a + b * b) ** 0.5
        if (a, b, -a, -b)[rotation // 90] < LEVEL * along:
            continue
        high = (matrix.c * matrix.c + matrix.d * matrix.d) ** 0.5
        size = raw.FPDFText_GetFontSize(text, at) * high
        place = upright(x.value, y.value, box, rotation)
        end = upright(loose.right, loose.top, box, rotation)[0]
        glyphs.append(Glyph(chr(code), place[0], place[1], size, max(0.0, end - place[0])))
        if drawn_as is not None:
            unseen += raw.FPDFTextObj_GetTextRenderMode(drawn_as(text, at)) == _INVISIBLE
    return tuple(glyphs), unseen


def _pictured(page: Any, box: tuple[float, float, float, float]) -> bool:
    area = abs((box[2] - box[0]) * (box[3] - box[1]))
    for item in page.get_objects(filter=[_PICTURE], max_depth=3):
        left, bottom, right, top = item.get_bounds() if hasattr(item, "get_bounds") else item.get_pos()
        if (right - left) * (top - bottom) >= COVERS * area:
            return True
    return False
