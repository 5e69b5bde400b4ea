"""Pages of a PDF with pypdf alone, which needs no compiled code."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import DependencyError

from checker.reading.limits import Limits, UnreadableError, Watch, too_many
from checker.reading.pdf.interpreter import FontCache, Interpreter
from checker.reading.pdf.objects import BROKEN, page_sources
from checker.reading.printed.glyphs import PrintedPage, broken, locked


def pypdf_pages(data: bytes, limits: Limits, watch: Watch) -> Iterator[PrintedPage]:
    """The pages, one by one. Raises UnreadableError."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it finds odd in a file is not for the screen
    reader = _open(data)
    watch.check()
    fonts = FontCache()
    for number, source in enumerate(page_sources(reader), 1):
        if number > limits.pages:
            raise too_many("页", number, limits.pages)
        watch.check()
        yield Interpreter(source, fonts, limits, watch).run()


def _open(data: bytes) -> PdfReader:
    try:
        reader = _reader(data)
        if reader.is_encrypted and not reader.decrypt(""):
            raise locked()
    except DependencyError:
        message = "PDF 加了密（AES），现有组件解不开"
        raise UnreadableError("R009", message, "请另存或打印成没有密码的 PDF，或安装 documents 附加件") from None
    except BROKEN:
        raise broken() from None
    return reader


def _reader(data: bytes) -> PdfReader:
    """Open a file; to one that was cut off before its table of objects an empty one is added, which pypdf rebuilds."""
    try:
        return PdfReader(io.BytesIO(data), strict=False)
    except BROKEN:
        return PdfReader(io.BytesIO(data + b"\nstartxref\n0\n%%EOF\n"), strict=False)
