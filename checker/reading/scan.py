"""Scans: recognised page by page with the ocr extra (rapidocr, its weights in the wheel, offline)."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from checker.reading.blocks import Content
from checker.reading.limits import Limits, UnreadableError, Watch, too_many
from checker.reading.printed import printed_blocks
from checker.reading.printed.glyphs import Glyph, PrintedPage

_NEEDED = ("rapidocr", "onnxruntime", "pypdfium2")
_DPI = 200
"""Resolution at which pages are drawn for recognition; more costs time and gains nothing."""
_LONGEST_SIDE = 3000
"""Pixels of the longer side at most, for pages of odd sizes."""
_LEAST_SCORE = 0.5
"""Lines of which the recogniser is less sure are noise: stamps, rules, stains."""


def read_scan(data: bytes, pages: Sequence[PrintedPage], limits: Limits, watch: Watch) -> Content:
    """Recognise the pages of a PDF that are pictures. Raises UnreadableError, without the extra too."""
    if not all(map(find_spec, _NEEDED)):
        message = f"这是扫描件（{len(pages)} 页图片），没有文字"
        hint = "请安装 ocr 附加件（law-plan-checker[ocr]）再读，或用 WPS 等识别文字后另存 .docx"
        raise UnreadableError("R020", message, hint)
    if len(pages) > limits.scan_pages:
        raise too_many("扫描页", len(pages), limits.scan_pages)
    watch.extend(limits.scan_page_seconds * len(pages))
    recognised = []
    for page in _recognised(data, len(pages), watch):
        recognised.append(page)
        watch.step(len(recognised), len(pages))
    return Content(printed_blocks(recognised, limits, watch), scanned=True)


def _recognised(data: bytes, count: int, watch: Watch) -> Iterator[PrintedPage]:
    logging.getLogger("RapidOCR").addFilter(lambda _: False)  # it reports every step on the screen
    engine = import_module("rapidocr").RapidOCR()
    document = import_module("pypdfium2").PdfDocument(data)
    try:
        for index in range(count):
            watch.check()
            page = document[index]
            width, height = page.get_size()
            scale = min(_DPI / 72, _LONGEST_SIDE / max(width, height, 1.0))
            picture = page.render(scale=scale).to_numpy()
            page.close()
            yield PrintedPage(tuple(_glyphs(engine(picture), height, scale)), width, height, pictured=True)
    finally:
        document.close()


def _glyphs(result: Any, height: float, scale: float) -> Iterator[Glyph]:
    """The recognised lines as signs: those of a line are spread evenly over its box."""
    if result.boxes is None:
        return
    for box, text, score in zip(result.boxes, result.txts, result.scores, strict=True):
        if score < _LEAST_SCORE or not text.strip():
            continue
        left, right = float(min(p[0] for p in box)) / scale, float(max(p[0] for p in box)) / scale
        top, bottom = float(min(p[1] for p in box)) / scale, float(max(p[1] for p in box)) / scale
        shares = [0.5 if char < "\u2000" else 1.0 for char in text]
        unit = (right - left) / sum(shares)
        size = min(unit, bottom - top)
        for char, share in zip(text, shares, strict=True):
            yield Glyph(char, left, height - bottom + 0.2 * (bottom - top), size, share * unit)
            left += share * unit
