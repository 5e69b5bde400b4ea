"""Which reader reads the bytes: by what they are, not by the suffix alone. Readers are imported when needed."""

from __future__ import annotations

import re
from collections.abc import Callable

from checker.reading.blocks import Content
from checker.reading.limits import Limits, UnreadableError, Watch
from checker.reading.plain import read_plain

SUFFIXES = (".docx", ".htm", ".html", ".markdown", ".md", ".ofd", ".pdf", ".txt")
"""Suffixes of files that are taken for reports in a folder."""

REFUSED_SUFFIXES = (".doc", ".wps", ".rtf", ".uot", ".odt", ".ceb", ".caj")
"""Suffixes of files that an office takes for reports too; each is named with what to do."""

Reader = Callable[[bytes, Limits, Watch], Content]

_HEAD = 4096
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|table|p|br|span)[\s>/]", re.IGNORECASE
)
_WHOLE_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>/]", re.IGNORECASE)
_WIDE_MARKUP = re.compile(rb"<\0?(?:h\0?t\0?m\0?l|!\0?d\0?o\0?c\0?t\0?y\0?p\0?e)", re.IGNORECASE)
_PICTURES = ((b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"BM", "BMP"))
_ARCHIVES = ((b"7z\xbc\xaf", "7z"), (b"Rar!", "RAR"), (b"\x1f\x8b", "gzip"))
_SAVE_AS = "请用 WPS 或 Word 打开，另存为 .docx 再读"


def reader_for(data: bytes, suffix: str) -> Reader:
    """The reader of the bytes. Raises UnreadableError for formats that cannot be read, with what to do."""
    head = data[:_HEAD]
    if head[:2] == b"PK" and head[2:4] in {b"\x03\x04", b"\x05\x06"}:
        return _zipped
    if b"%PDF-" in head[:1024]:
        return _pdf
    _refuse(data, head)
    if _is_page(head, suffix):
        return _html
    return read_plain


def _is_page(head: bytes, suffix: str) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")
    if start[:1] != b"<" and suffix not in {".htm", ".html"}:
        return False
    if suffix in {".md", ".markdown"}:  # Markdown may begin with a tag
        return bool(_WHOLE_PAGE.search(head) or _WIDE_MARKUP.search(head))
    return bool(_MARKUP.search(head) or _WIDE_MARKUP.search(head))


def _refuse(data: bytes, head: bytes) -> None:
    """Name the formats that are known and not read."""
    if head.startswith(_COMPOUND):
        if _ENCRYPTED in data:
            raise UnreadableError("R009", "文件加了密码，打不开", "请打开后去掉密码，另存为 .docx 再读")
        kind = "Excel 表格（.xls）" if _WORKBOOK in data else "旧版 Word 文件（.doc、.wps）"
        raise UnreadableError("R012", f"这是{kind}，不能直接读", _SAVE_AS)
    if head.startswith(b"{\\rtf"):
        raise UnreadableError("R012", "这是 RTF 文件，不能直接读", _SAVE_AS)
    if b"<w:wordDocument" in head or b"pkg:package" in head or head.startswith(b"MIME-Version"):
        raise UnreadableError("R012", "这是 Word 的 XML 或单文件网页，不能直接读", _SAVE_AS)
    for magic, name in _ARCHIVES:
        if head.startswith(magic):
            raise UnreadableError("R012", f"这是压缩文件（{name}），不能直接读", "请先解压，再给出其中的报告")
    for magic, name in _PICTURES:
        if head.startswith(magic) and b"\0" in head:
            raise UnreadableError("R012", f"这是图片（{name}），不能直接读", "请把扫描的各页合成一个 PDF 再读")


def _zipped(data: bytes, limits: Limits, watch: Watch) -> Content:
    """A zip: Word or OFD by the parts in it."""
    from checker.reading.zipped import Package

    package = Package(data, limits)
    if "ofd.xml" in package:
        from checker.reading.ofd import read_ofd

        return read_ofd(data, limits, watch)
    from checker.reading.word import main_part, read_docx

    if main_part(package, limits, watch):
        return read_docx(data, limits, watch)
    if "xl/workbook.xml" in package:
        raise UnreadableError("R012", "这是 Excel 表格，不是报告", "请给出报告本身（.docx、.pdf 等）")
    if "content.xml" in package:
        raise UnreadableError("R012", "这是 OpenDocument 文件，不能直接读", _SAVE_AS)
    raise UnreadableError("R008", "是压缩包，但里面没有 Word 或 OFD 的正文", "请解压后给出其中的报告，或重新下载")


def _pdf(data: bytes, limits: Limits, watch: Watch) -> Content:
    from checker.reading.pdf import read_pdf

    return read_pdf(data, limits, watch)


def _html(data: bytes, limits: Limits, watch: Watch) -> Content:
    from checker.reading.web import read_html

    return read_html(data, limits, watch)
