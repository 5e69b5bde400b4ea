"""Scans: recognised page by page with the ocr extra (rapidocr, its weights in the wheel, offline)."""

from __future__ import annotations

from importlib.util import find_spec

from checker.reading.blocks import Content
from checker.reading.limits import Limits, UnreadableError
from checker.reading.printed.glyphs import PrintedPage

_NEEDED = ("rapidocr", "onnxruntime", "pypdfium2")


def read_scan(data: bytes, pages: list[PrintedPage], limits: Limits) -> Content:
    """Recognise the pages of a PDF that are pictures. Raises UnreadableError without the extra."""
    if not all(map(find_spec, _NEEDED)):
        raise UnreadableError(
            "R020",
            f"这是扫描件（{len(pages)} 页图片），没有文字",
            "请安装 ocr 附加件，或用 WPS 等软件识别文字后另存 .docx",
        )
    raise NotImplementedError
