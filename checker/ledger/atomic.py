"""Writes that are whole or not there, one writer at a time.

A kill at any moment leaves the old file or the new one (`files.put_whole`). The lock belongs to the process
(flock, or a locked byte on Windows) and ends with it, however it ends; the file .lock that stays behind locks
nothing.
"""

from __future__ import annotations

import contextlib
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from checker.errors import InputError, Problem, cause_of
from checker.files import put_whole

LOCK_NAME = ".lock"
WAIT = 20.0
"""Seconds to wait for another writer; a single write takes a fraction of one."""

_PAUSE = 0.02
_HALF_WRITTEN = re.compile(r"\..+\.(?:toml|json)\.\d+\.tmp")
_BOM = b"\xef\xbb\xbf"

if sys.platform == "win32":
    import msvcrt

    def _take(handle: IO[bytes]) -> None:
        handle.seek(0)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: IO[bytes]) -> None:
        fcntl.flock(handle.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def locked(folder: Path, wait: float = WAIT) -> Iterator[None]:
    """Be the only writer of a folder, which is made where it is missing.

    Raises InputError K001 when another writer holds it for longer than `wait` seconds, K002 when the folder
    cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = (folder / LOCK_NAME).open("ab")
    except OSError as error:
        raise _unwritable(folder, error) from None
    with handle:  # closing gives the lock back
        _wait_for(handle, folder, wait)
        _sweep(folder)
        yield


def _wait_for(handle: IO[bytes], folder: Path, wait: float) -> None:
    last = time.monotonic() + wait
    while True:
        try:
            return _take(handle)
        except OSError:
            if time.monotonic() >= last:
                hint = "等它写完再试；如果没有别的程序在用，请检查这个文件夹是否允许加锁"
                raise InputError([Problem(str(folder), 0, "K001", "另一个程序正在写这个文件夹", hint)]) from None
        time.sleep(_PAUSE)


def _sweep(folder: Path) -> None:
    """Take away what a killed writer left half written; only called by the holder of the lock."""
    for left in (*folder.glob(".*.tmp"), *folder.glob("records/.*.tmp")):
        if _HALF_WRITTEN.fullmatch(left.name):
            with contextlib.suppress(OSError):
                left.unlink()


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file at once. Raises InputError K002 where the place cannot be written."""
    try:
        path.resolve().parent.mkdir(parents=True, exist_ok=True)
        put_whole(path, data)
    except OSError as error:
        raise _unwritable(path, error) from None


def appended(old: bytes, text: str) -> bytes:
    """The bytes of a hand-kept text file with `text` at its end, in the file's own line ends, BOM and all."""
    if not old.removeprefix(_BOM).strip():
        return old[: len(_BOM)] * old.startswith(_BOM) + text.lstrip("\n").encode()
    crlf = b"\r\n" in old
    gap = "" if old.endswith(b"\n") else "\n"
    more = f"{gap}{text}"
    return old + (more.replace("\n", "\r\n") if crlf else more).encode()


def read_or_empty(path: Path) -> bytes:
    """The bytes of a file, none where it is not there yet."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise InputError([Problem(str(path), 0, "F005", f"读不了：{cause_of(error)}", "请检查权限")]) from None


def _unwritable(path: Path, error: OSError) -> InputError:
    hint = "请检查权限、磁盘空间，以及文件是否正在 WPS、Excel 或记事本里打开"
    return InputError([Problem(str(path), 0, "K002", f"写不了：{cause_of(error)}", hint)])
