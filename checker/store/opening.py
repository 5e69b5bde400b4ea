"""Which kind of store a path means."""

from __future__ import annotations

from pathlib import Path

from checker.store.model import Reader, Writer
from checker.store.sqlite import SqliteStore


def open_to_write(path: Path) -> Writer:
    """The store of a path, made where it is missing. Raises InputError."""
    return SqliteStore(path, write=True)


def open_to_read(path: Path) -> Reader:
    """The store of a path. Raises InputError."""
    return SqliteStore(path)
