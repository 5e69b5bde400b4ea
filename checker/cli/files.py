"""Writing what a command was asked to write: a table, a page, a draft."""

from __future__ import annotations

from pathlib import Path

from checker.errors import InputError, Problem, cause_of
from checker.files import put_whole


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in its place at once; its folder has to be there, so that a slip of the pen makes none.

    Raises InputError X002 where the file cannot be written.
    """
    try:
        put_whole(path, content)
    except OSError as error:
        message = f"写不了：{cause_of(error)}"
        hint = "看文件夹是否存在、是否可写，文件是否正被打开"
        raise InputError([Problem(str(path), 0, "X002", message, hint)]) from error
