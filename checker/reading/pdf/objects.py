"""The objects of a PDF through pypdf: what is missing, of another kind or broken reads as empty."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import IndirectObject, StreamObject

from checker.reading.limits import LIMITS, UnreadableError

BROKEN = (
    PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, AssertionError,
    NameError, MemoryError, NotImplementedError, OSError, EOFError, struct.error, zlib.error,
)  # fmt: skip
"""What pypdf raises on broken files: it checks little before it uses a value."""
_MOST_KIDS = 100_000
_LARGEST = 1e9


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page: its content, its resources, its box (x0, y0, x1, y1), its rotation (0, 90, 180, 270)."""

    content: tuple[Any, ...]
    resources: Any
    box: tuple[float, float, float, float]
    rotation: int


def plain(value: Any) -> Any:
    """The object that a reference leads to; None where it leads nowhere."""
    try:
        for _ in range(8):
            if not isinstance(value, IndirectObject):
                return value
            value = value.get_object()
    except BROKEN:
        return None
    return None


def dictionary(value: Any) -> Mapping[str, Any]:
    """A dictionary (or the dictionary of a stream), an empty one for anything else."""
    value = plain(value)
    return value if isinstance(value, Mapping) else {}


def real(value: Any) -> float | None:
    """A number of a size that pages have, None for anything else."""
    value = plain(value)
    return float(value) if isinstance(value, (int, float)) and abs(value) < _LARGEST else None


def numbers(value: Any) -> list[float]:
    """The numbers of an array."""
    value = plain(value)
    items = map(real, value) if isinstance(value, list) else ()
    return [item for item in items if item is not None]


def stream_bytes(value: Any, most: int = LIMITS.stream_bytes) -> bytes:
    """The decoded bytes of a stream, none where it is broken or no stream. Raises UnreadableError over `most`."""
    value = plain(value)
    if not isinstance(value, StreamObject):
        return b""
    filters = plain(value.get("/Filter"))
    try:
        if filters in ("/FlateDecode", ["/FlateDecode"]) and not dictionary(value.get("/DecodeParms")):
            return _inflated(value._data, most)
        data = value.get_data()
    except BROKEN:
        return b""
    return data if isinstance(data, bytes) else str(data).encode("latin-1", "replace")


def _inflated(data: bytes, most: int) -> bytes:
    """Unpack as far as the limit and as far as the data are whole; pypdf before 6 knows no limit."""
    decompressor = zlib.decompressobj()
    pieces, left = [], most
    try:
        while data and left > 0:
            piece = decompressor.decompress(data, min(left, 1 << 20))
            pieces.append(piece)
            left -= len(piece)
            data = decompressor.unconsumed_tail
            if not piece and decompressor.eof:
                break
    except zlib.error:
        pass  # a cut or damaged stream gives what came before the damage
    if left <= 0 and data:
        raise UnreadableError(
            "R003", f"PDF 的一页解压后超过 {most / 1e6:.0f} MB，已停止", "可能是压缩炸弹；请另存一份再读"
        )
    return b"".join(pieces)


def page_sources(reader: PdfReader) -> Iterator[PageSource]:
    """The pages in order. Loops in the page tree end where they close; what is inherited is handed down."""
    root = dictionary(dictionary(reader.trailer).get("/Root"))
    stack: list[tuple[Any, dict[str, Any]]] = [(root.get("/Pages"), {})]
    seen: set[tuple[int, int]] = set()
    visited = 0
    while stack and visited < _MOST_KIDS:
        reference, inherited = stack.pop()
        visited += 1
        if isinstance(reference, IndirectObject):
            key = (reference.idnum, reference.generation)
            if key in seen:
                continue
            seen.add(key)
        node = dictionary(reference)
        kids = plain(node.get("/Kids"))
        own = {name: node[name] for name in ("/Resources", "/MediaBox", "/CropBox", "/Rotate") if name in node}
        if isinstance(kids, list):
            handed = {**inherited, **own}
            stack.extend((kid, handed) for kid in reversed(kids))
        elif node:
            yield _page(node, {**inherited, **own})


def _page(node: Mapping[str, Any], settings: dict[str, Any]) -> PageSource:
    content = plain(node.get("/Contents"))
    parts = tuple(content) if isinstance(content, list) and not isinstance(content, StreamObject) else (content,)
    box = numbers(settings.get("/CropBox")) or numbers(settings.get("/MediaBox"))
    if len(box) != 4 or box[0] == box[2] or box[1] == box[3]:
        box = [0.0, 0.0, 595.0, 842.0]
    rotation = int(real(settings.get("/Rotate")) or 0) % 360
    x0, x1 = sorted((box[0], box[2]))
    y0, y1 = sorted((box[1], box[3]))
    return PageSource(parts, settings.get("/Resources"), (x0, y0, x1, y1), rotation // 90 * 90)
