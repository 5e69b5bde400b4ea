"""The operators of a content stream, cut out in one linear pass (ISO 32000-1, 7.8.2).

pypdf's own parser reads byte by byte and builds objects for every path and picture; only text
matters here, and a hostile stream must not cost minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Operand = float | bytes | str | list["float | bytes"]
"""A number, a string, a name (with its stroke), or the array of a TJ."""

_TOKEN = re.compile(
    rb"(?:[\0\t\n\f\r ]+|%[^\r\n]*)*"
    rb"(?:(?P<number>[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20}))(?=[\0\t\n\f\r ()<>\[\]{}/%A-Za-z+-]|\Z)"
    rb"|(?P<operator>[A-Za-z'\"][A-Za-z0-9'\"*]{0,30})"
    rb"|/(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<string>\()"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)>"
    rb"|(?P<open>\[)|(?P<close>\])"
    rb"|(?P<other><<|>>|.))",
    re.DOTALL,
)
_STRING = re.compile(rb"([^()\\]*(?:\\.[^()\\]*)*)([()])", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r\n|(.))", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b""}
_PICTURE_END = re.compile(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|\Z)")
_MOST_OPERANDS = 32


def operators(data: bytes) -> Iterator[tuple[str, list[Operand]]]:
    """Each operator with its operands; what is malformed is passed over."""
    operands: list[Operand] = []
    array: list[float | bytes] | None = None
    at, end = 0, len(data)
    while at < end:
        token = _TOKEN.match(data, at)
        if token is None:  # only white space is left
            return
        at = token.end()
        kind = token.lastgroup
        if kind == "operator":
            name = token.group("operator").decode("ascii")
            if name == "ID":
                at = _after_picture(data, at)
            else:
                yield name, operands
            operands, array = [], None
        elif kind == "open":
            array = []
        elif kind == "close":
            if array is not None:
                operands.append(array)
            array = None
        elif kind != "other":
            value, at = _value(token, data)
            if array is None:
                operands.append(value)
                del operands[:-_MOST_OPERANDS]
            elif not isinstance(value, str):
                array.append(value)


def _value(token: re.Match[bytes], data: bytes) -> tuple[float | bytes | str, int]:
    """The value of a number, string or name, and where it ends."""
    at = token.end()
    if token.lastgroup == "number":
        return float(token.group("number")), at
    if token.lastgroup == "string":
        return _string(data, at)
    if token.lastgroup == "hex":
        return _from_hex(token.group("hex")), at
    return "/" + token.group("name").decode("latin-1"), at


def _string(data: bytes, at: int) -> tuple[bytes, int]:
    """The string that begins at `at`, after its bracket; brackets inside are balanced."""
    pieces, depth = [], 1
    while depth:
        part = _STRING.match(data, at)
        if part is None:
            return b"", len(data)
        pieces.append(part.group(1))
        at = part.end()
        depth += 1 if part.group(2) == b"(" else -1
        if depth:
            pieces.append(part.group(2))
    raw = b"".join(pieces)
    return (_ESCAPE.sub(_unescape, raw) if b"\\" in raw else raw), at


def _unescape(found: re.Match[bytes]) -> bytes:
    if found.group(1):
        return bytes([int(found.group(1), 8) & 0xFF])
    char = found.group(2)
    return b"" if char is None else _ESCAPES.get(char, char)


def _from_hex(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _after_picture(data: bytes, at: int) -> int:
    """Past the bytes of an inline picture."""
    found = _PICTURE_END.search(data, at)
    return found.end() if found else len(data)
