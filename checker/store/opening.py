"""Which kind of store a path means: a folder (or a name that ends in / or .parquet) Parquet, any other name SQLite."""

from __future__ import annotations

import os
from pathlib import Path

from checker.store.model import Reader, Writer, unusable
from checker.store.sqlite import SqliteStore


def open_to_write(path: str | Path) -> Writer:
    """The store of a path, made where it is missing. Raises InputError."""
    if Path(path).suffix == ".duckdb" and not _is_folder(path):
        hint = "写成文件夹（--out 库/），DuckDB 直接查其中的 Parquet 文件，见 docs/store.md"
        raise unusable(str(path), "S002", "结果库不写成 DuckDB 文件", hint)
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
