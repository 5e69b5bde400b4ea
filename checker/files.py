"""Putting a file in its place: a reader, and whoever comes after a kill, finds the old one or the new one whole."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from pathlib import Path

_NAME_KEPT = 40
"""Characters of a name that the name of the file beside it keeps, which has to be short enough for any disk."""


def put_whole(path: Path, data: bytes) -> None:
    """Write `data` beside the place, force it to disk and rename it there.

    A link stays a link, and a file that was there keeps its rights. Raises OSError where the place cannot be
    written; then what was there before is untouched and nothing lies beside it.
    """
    path = path.resolve()
    beside = beside_of(path)
    try:
        with beside.open("wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    _sync_folder(path.parent)


def beside_of(path: Path) -> Path:
    """Where this process writes a file before it is put in its place."""
    return path.with_name(f".{path.stem[:_NAME_KEPT]}{path.suffix}.{os.getpid()}.tmp")


def _sync_folder(folder: Path) -> None:
    """Force the rename to disk; Windows has no handle for a folder and needs none."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
