"""Writing a file so that a reader sees the old one or the new one, never half of it."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from checker.errors import InputError, Problem, cause_of


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the target, then rename; a failure leaves what was there before.

    Raises InputError X002 where the file cannot be written.
    """
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        _usual_rights(temporary)
        Path(temporary).replace(path)
    except OSError as error:
        message = f"写不了：{cause_of(error)}"
        raise InputError(
            [Problem(str(path), 0, "X002", message, "看文件夹是否存在、是否可写，文件是否正被打开")]
        ) from error
    finally:
        if temporary:
            with suppress(FileNotFoundError):
                Path(temporary).unlink()


def _usual_rights(name: str) -> None:
    """The rights that a new file has by the user's mask; a temporary file is for its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    Path(name).chmod(0o666 & ~mask)
