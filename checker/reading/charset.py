"""Bytes -> text by what the bytes are; declarations (charset=gb2312) are not believed.

Order: byte order mark, strict UTF-8, UTF-16 by the pattern of its zero bytes, then line by line
UTF-8 or GB18030, so that a file glued together from both still reads.
"""

from __future__ import annotations

import codecs
import re

from checker.reading.limits import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF8_HAN = re.compile(rb"[\xe3-\xe9\xef][\x80-\xbf]{2}")
_MAX_BROKEN = 0.02
"""Share of undecodable or unprintable characters from which a file is no text."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of the bytes and notes on what could not be decoded.

    Raises UnreadableError where the bytes are no text in any of the encodings.
    """
    text = _marked(data) or _utf8(data) or _utf16(data) or _by_line(data)
    broken = text.count("\ufffd")
    if len(_CONTROLS.findall(text)) > max(2, len(text) * _MAX_BROKEN) and text.count("\0") * 2 < len(text):
        raise UnreadableError("R011", "不是文本：解不出文字", "请确认文件没有损坏，用 WPS 另存为 .docx 或 UTF-8 文本")
    notes = (f"有 {broken} 处字节解不出文字，已标为 \ufffd",) if broken else ()
    return text, notes


def _marked(data: bytes) -> str | None:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    return None


def _utf8(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    # ASCII in UTF-16 is valid UTF-8 too: every second character is then a zero.
    return None if text.count("\0") * 4 > len(text) else text


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: digits and line ends of a report leave zero bytes on one side only."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    if len(data) % 2 or most * 100 < len(data) or least * 10 > most:
        return None
    try:
        return data.decode("utf-16-le" if odd > even else "utf-16-be")
    except UnicodeDecodeError:
        return None


def _by_line(data: bytes) -> str:
    """GB18030, save for lines that are UTF-8 beyond doubt (valid, with Chinese in it)."""
    return "\n".join(_line(line) for line in data.split(b"\n"))


def _line(line: bytes) -> str:
    if _UTF8_HAN.search(line):
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return line.decode("gb18030", errors="replace")
