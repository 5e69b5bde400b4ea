"""ToUnicode maps of PDF fonts: code -> text (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

import re

_SECTION = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
_ITEM = re.compile(rb"<([0-9A-Fa-f\s]{1,600})>|(\[)|(\])")
_MOST = 100_000
"""Entries of one map; a font has at most 65,536 glyphs."""


class ToUnicode:
    """A map of codes to text, and how many bytes a code has."""

    def __init__(self, data: bytes) -> None:
        self.texts: dict[int, str] = {}
        self.sizes: set[int] = set()
        for section in _SECTION.finditer(data):
            items = _ITEM.findall(section.group(2))
            kind = section.group(1)
            if kind == b"bfchar":
                self._chars(items)
            elif kind == b"bfrange":
                self._ranges(items)
            else:
                self.sizes |= {len(_bytes(digits)) for digits, _, _ in items if digits}

    def _chars(self, items: list[tuple[bytes, bytes, bytes]]) -> None:
        values = [_bytes(digits) for digits, _, _ in items if digits]
        for code, text in zip(values[::2], values[1::2], strict=False):
            self._put(int.from_bytes(code, "big"), _text(text))

    def _ranges(self, items: list[tuple[bytes, bytes, bytes]]) -> None:
        at = 0
        while at + 2 < len(items):
            first = int.from_bytes(_bytes(items[at][0]), "big")
            last = int.from_bytes(_bytes(items[at + 1][0]), "big")
            at += 2
            if items[at][1]:
                at += 1
                code = first
                while at < len(items) and not items[at][2]:
                    self._put(code, _text(_bytes(items[at][0])))
                    code, at = code + 1, at + 1
            else:
                self._run(first, min(last, first + 0xFFFF), _bytes(items[at][0]))
            at += 1

    def _run(self, first: int, last: int, start: bytes) -> None:
        """Consecutive codes for consecutive characters: the last unit of the text counts up."""
        head, unit = start[:-2], int.from_bytes(start[-2:], "big")
        for code in range(first, last + 1):
            if len(self.texts) >= _MOST:
                return
            self._put(code, _text(head + (unit + code - first & 0xFFFF).to_bytes(2, "big")))

    def _put(self, code: int, text: str) -> None:
        if len(self.texts) < _MOST:
            self.texts.setdefault(code, text)


def _bytes(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _text(data: bytes) -> str:
    if len(data) == 1:
        return chr(data[0])
    return data.decode("utf-16-be", "replace").replace("\0", "")
