"""Fonts of a PDF: the bytes of a string -> characters and how wide they are (ISO 32000-1, 9.5 to 9.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.reading.pdf.objects import dictionary, numbers, plain, real, stream_bytes
from checker.reading.pdf.tounicode import ToUnicode

_CODECS = (
    ("UTF16", "utf-16-be", 2),
    ("UCS2", "utf-16-be", 2),
    ("GBK2K", "gb18030", 0),
    ("GBK", "gb18030", 0),
    ("GB-EUC", "gb18030", 0),
    ("B5", "big5hkscs", 0),
    ("RKSJ", "cp932", 0),
)
"""Part of the name of a predefined map -> its codec, and the bytes of a code (0: one or two)."""
_GLYPH_CODE = re.compile(r"u(?:ni)?([0-9A-Fa-f]{4,6})")
_NAMES = {
    "space": " ", "period": ".", "comma": ",", "hyphen": "-", "parenleft": "(", "parenright": ")", "percent": "%",
    "colon": ":", "semicolon": ";", "slash": "/", "plus": "+", "quotesingle": "'", "quotedbl": '"', "asterisk": "*",
    "numbersign": "#", "ampersand": "&", "equal": "=", "less": "<", "greater": ">", "question": "?", "exclam": "!",
    "at": "@", "underscore": "_", "bracketleft": "[", "bracketright": "]", "endash": "–", "emdash": "—",
    "quoteleft": "‘", "quoteright": "’", "quotedblleft": "“", "quotedblright": "”", "periodcentered": "·",
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9",
}  # fmt: skip
_BASES = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
_MOST_WIDTHS = 70_000
UNKNOWN = "\ufffd"
"""What a code gives for which the file does not say the character."""


class Font:
    """A font that turns strings into (text, width in text space of size 1, is a one-byte space)."""

    def __init__(self, source: Any) -> None:
        font = dictionary(source)
        mapped = stream_bytes(font.get("/ToUnicode"))
        self._unicode = ToUnicode(mapped) if mapped else None
        self._wide = str(plain(font.get("/Subtype"))) == "/Type0"
        self._codec, self._size = "", 1
        self._widths: dict[int, float] = {}
        self._texts: dict[int, str] = {}
        self._scale = 0.001
        self._default = 0.0
        if self._wide:
            self._load_wide(font)
        else:
            self._load_simple(font)

    def decode(self, data: bytes) -> Iterator[tuple[str, float, bool]]:
        """The characters of a string, each with its advance."""
        for code, raw in self._codes(data):
            text = self._text(code, raw)
            glyph = ord(text) - 31 if self._codec and "\x20" <= text < "\x7f" else code
            width = self._widths.get(glyph, self._default) * self._scale
            yield text, width or _guess(text), raw == b" "

    def _codes(self, data: bytes) -> Iterator[tuple[int, bytes]]:
        if self._size == 0:
            yield from _variable(data)
            return
        for at in range(0, len(data) - len(data) % self._size, self._size):
            raw = data[at : at + self._size]
            yield int.from_bytes(raw, "big"), raw

    def _text(self, code: int, raw: bytes) -> str:
        if self._unicode is not None and code in self._unicode.texts:
            return self._unicode.texts[code]
        if self._codec:
            return raw.decode(self._codec, "replace")
        return self._texts.get(code, UNKNOWN)

    def _load_wide(self, font: Any) -> None:
        name = str(plain(font.get("/Encoding")))
        self._size = 2
        for part, codec, size in _CODECS:
            if part in name:
                self._codec, self._size = codec, size
                break
        if self._unicode is not None and self._unicode.sizes == {1}:
            self._size = 1
        children = plain(font.get("/DescendantFonts"))
        child = dictionary(children[0]) if isinstance(children, list) and children else dictionary(None)
        default = real(child.get("/DW"))
        self._default = 1000.0 if default is None else default
        # Widths go by the number of the glyph: that is the code in Identity maps. In the character
        # collections of Adobe for Chinese, Japanese and Korean, 1 to 95 are ASCII; the rest is square.
        self._widths = _wide_widths(plain(child.get("/W")))
        if self._codec:
            self._widths = {glyph: width for glyph, width in self._widths.items() if 1 <= glyph <= 95}
            self._default = 0.0

    def _load_simple(self, font: Any) -> None:
        start = int(real(font.get("/FirstChar")) or 0)
        for offset, width in enumerate(numbers(font.get("/Widths"))[:256]):
            self._widths[start + offset] = width
        matrix = numbers(font.get("/FontMatrix"))
        if matrix and str(plain(font.get("/Subtype"))) == "/Type3":
            self._scale = abs(matrix[0])
        if self._unicode is not None:
            return
        encoding = plain(font.get("/Encoding"))
        base = encoding if not hasattr(encoding, "get") else plain(encoding.get("/BaseEncoding"))
        codec = _BASES.get(str(base), "cp1252")
        self._texts = {code: bytes([code]).decode(codec, "replace") for code in range(32, 256)}
        if hasattr(encoding, "get"):
            self._texts.update(_differences(plain(encoding.get("/Differences"))))


def _differences(items: Any) -> dict[int, str]:
    """Codes whose glyph has a name of its own."""
    found: dict[int, str] = {}
    code = 0
    for item in items if isinstance(items, list) else ():
        number = real(item)
        if number is not None:
            code = int(number)
            continue
        name = str(plain(item)).lstrip("/")
        numbered = _GLYPH_CODE.fullmatch(name.partition(".")[0])
        if numbered and int(numbered.group(1), 16) < 0x110000:
            found[code] = chr(int(numbered.group(1), 16))
        else:
            found[code] = _NAMES.get(name, name if len(name) == 1 else UNKNOWN)
        code += 1
    return found


def _wide_widths(items: Any) -> dict[int, float]:
    """The /W array: c [w1 w2 …] or first last w."""
    found: dict[int, float] = {}
    row = list(items) if isinstance(items, list) else []
    at = 0
    while at + 1 < len(row) and len(found) < _MOST_WIDTHS:
        first, last = real(row[at]), real(row[at + 1])
        if first is None:
            at += 1
        elif last is None:
            for offset, width in enumerate(numbers(row[at + 1])):
                found[int(first) + offset] = width
            at += 2
        else:
            shared = real(row[at + 2]) if at + 2 < len(row) else None
            if shared is not None:
                for code in range(int(first), min(int(last), int(first) + 0xFFFF) + 1):
                    found[code] = shared
            at += 3
    return found


def _variable(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Codes of one or two bytes (GBK, Big5, Shift-JIS): a first byte from 0x81 on takes another."""
    at = 0
    while at < len(data):
        size = 2 if data[at] > 0x80 and at + 1 < len(data) else 1
        raw = data[at : at + size]
        yield int.from_bytes(raw, "big"), raw
        at += size


def _guess(text: str) -> float:
    """Half a square for Latin, a whole one for everything else."""
    return 0.5 if text and text[0] < "\u2000" else 1.0
