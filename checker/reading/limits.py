"""The limits of the readers, all in one place, and how a reader says that a file is beyond them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost. Real reports stay far below; hostile files end here with a plain message."""

    bytes: int = 64_000_000
    """Size of the file."""
    characters: int = 24_000_000
    """Characters of text, whatever the format."""
    unpacked_bytes: int = 200_000_000
    """Sum of the unpacked parts that are read out of a zip or PDF."""
    stream_bytes: int = 40_000_000
    """Unpacked size of one stream of a PDF."""
    zip_entries: int = 10_000
    """Entries of a zip (.docx, .ofd)."""
    xml_nodes: int = 1_000_000
    """Elements of one paragraph or table of an XML part."""
    pages: int = 2_000
    """Pages of a PDF or OFD."""
    scan_pages: int = 300
    """Pages that are recognised by OCR."""
    paragraphs: int = 200_000
    """Paragraphs and table rows."""
    nesting: int = 200
    """Depth of nested elements (tables in tables, page trees)."""
    seconds: float = 15.0
    """Time for one file without OCR; a scan has its own time for each page."""
    scan_page_seconds: float = 15.0
    """Time for one page of a scan."""
    files: int = 20_000
    """Files of a folder."""


LIMITS = Limits()
"""The limits that hold unless a caller raises them."""


class UnreadableError(Exception):
    """A reader cannot use the bytes: a stable code, what is wrong, what to do. The caller adds the file."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


Progress = Callable[[int, int], None]
"""Told after each recognised page of a scan: pages done, pages in all."""


class Watch:
    """The time left for one file; readers look at it between pages, parts and blocks."""

    def __init__(self, seconds: float, progress: Progress | None = None) -> None:
        self.seconds = seconds
        self.until = time.monotonic() + seconds
        self._progress = progress

    def extend(self, seconds: float) -> None:
        """Allow more time, for recognising scans."""
        self.seconds += seconds
        self.until += seconds

    def step(self, done: int, total: int) -> None:
        """Report progress to whoever asked for it."""
        if self._progress is not None:
            self._progress(done, total)

    def check(self) -> None:
        """Raise UnreadableError once the time is used up."""
        if time.monotonic() > self.until:
            message = f"读了 {self.seconds:.0f} 秒还没有读完，已停止"
            raise UnreadableError("R005", message, "请另存为 .docx 或拆成几个文件再读")


def too_many(what: str, found: int, limit: int) -> UnreadableError:
    """The problem of a count that is over its limit."""
    return UnreadableError("R004", f"{what}过多：{found}，上限 {limit}", "请检查是否给错了文件；确有需要时放宽上限")
