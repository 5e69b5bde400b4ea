"""Details in few bytes: deflated with a dictionary of the plan's own words, which every report repeats."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from checker.model import Plan

_WINDOW = 32_768
"""Bytes of a dictionary that deflate can look back on."""


def dictionary_of(plan: Plan) -> bytes:
    """The keys of the details, then ids, titles, criteria and terms of the tasks."""
    keys = '"stances":"","parts":"","extents":"","lines":[],"chapters":["一(一)","一(二)"],"sets":[[["cityU","countyS"'
    words = (part for task in plan.tasks for part in (task.criterion, task.title, *task.terms, f'["{task.id}"],'))
    return _tail((keys, *words, ']],[["townshipA"],[],[],[]]],"labels":[],"cells":{},"quotes":{"'))


def _tail(words: Iterable[str]) -> bytes:
    return "".join(words).encode()[-_WINDOW:]


def pack(text: str, dictionary: bytes) -> bytes:
    """Raw deflate of the UTF-8 bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=dictionary)
    return packer.compress(text.encode()) + packer.flush()


def unpack(data: bytes, dictionary: bytes) -> str:
    """The text of packed bytes. Raises zlib.error where they are torn."""
    return zlib.decompressobj(-15, zdict=dictionary).decompress(data).decode()
