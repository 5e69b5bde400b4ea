"""Which kind of store a path means: a folder (or a name that ends in / or .parquet) Parquet, any other name SQLite."""

from __future__ import annotations

import os
from pathlib import Path

from checker.store.model import Reader, Writer
from checker.store.sqlite import SqliteStore


def open_to_write(path: str | Path) -> Writer:
    """The store of a path, made where it is missing. Raises InputError."""
    if _is_folder(path):
        from checker.store.parquet import ParquetStore

        return ParquetStore(Path(path), write=True)
    return SqliteStore(Path(path), write=True)


def open_to_read(path: str | Path) -> Reader:
    """The store of a path. Raises InputError."""
    if _is_folder(path):
        from checker.store.parquet import ParquetStore

        return ParquetStore(Path(path))
    return SqliteStore(Path(path))


def _is_folder(path: str | Path) -> bool:
    name = str(path)
    return name.endswith(("/", os.sep, ".parquet")) or Path(path).is_dir()
