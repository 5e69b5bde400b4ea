"""Which reader reads the bytes: by what they begin with, not by the suffix alone."""

from __future__ import annotations

from collections.abc import Callable

from checker.reading.blocks import Content
from checker.reading.limits import Limits, Watch
from checker.reading.plain import read_plain

SUFFIXES = (".docx", ".htm", ".html", ".markdown", ".md", ".ofd", ".pdf", ".txt")
"""Suffixes of files that are taken for reports in a folder."""

REFUSED_SUFFIXES = (".doc", ".wps", ".rtf", ".uot", ".et", ".xls", ".xlsx", ".ceb", ".caj")
"""Suffixes of files that an office takes for reports too; each is named with what to do."""

Reader = Callable[[bytes, Limits, Watch], Content]


def reader_for(data: bytes, suffix: str) -> Reader:
    """The reader of the bytes. Raises UnreadableError for formats that cannot be read, with what to do."""
    return read_plain
