"""From a path to bytes: regular files only, never more than the limit, names made safe for a screen."""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from pathlib import Path

from checker.errors import cause_of
from checker.reading.limits import Limits, UnreadableError

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def safe_name(name: str) -> str:
    r"""A file name in which control, direction and undecodable characters are written out (\n as \x0a)."""
    return "".join(_escaped(char) if unicodedata.category(char) in _HIDDEN else char for char in name)


def _escaped(char: str) -> str:
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a name that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The bytes of a regular file.

    The file is opened without waiting and asked what it is afterwards, so that a pipe can neither
    hang the reader nor be put in the file's place in between. Raises UnreadableError.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise _refused(error, path) from None
    try:
        info = os.fstat(handle)
        data = _whole(handle, info, limits)
    except OSError as error:
        raise _refused(error, path) from None
    finally:
        os.close(handle)
    if info.st_size > limits.bytes or len(data) > limits.bytes:
        size = f"{max(info.st_size, len(data)) / 1e6:.0f} MB，上限 {limits.bytes / 1e6:.0f} MB"
        raise UnreadableError("R003", f"文件太大：{size}", "请检查是否给错了文件；确有需要时放宽上限")
    return data


def _whole(handle: int, info: os.stat_result, limits: Limits) -> bytes:
    """What stands in an open file, up to one byte over the limit; nothing of one that is larger."""
    if stat.S_ISDIR(info.st_mode):
        raise UnreadableError("R002", "这是一个文件夹，不是文件", "请给出其中的文件，或用成批处理")
    if not stat.S_ISREG(info.st_mode):
        raise UnreadableError("R002", "不是普通文件（管道、设备等）", "请给出普通文件")
    if info.st_size > limits.bytes:
        return b""
    with os.fdopen(os.dup(handle), "rb") as file:
        return file.read(limits.bytes + 1)


def _refused(error: OSError | ValueError, path: Path) -> UnreadableError:
    number = getattr(error, "errno", None)
    if isinstance(error, PermissionError) and path.is_dir():  # what opening a folder gives on Windows
        return UnreadableError("R002", "这是一个文件夹，不是文件", "请给出其中的文件，或用成批处理")
    if isinstance(error, FileNotFoundError):
        return UnreadableError("R001", "找不到这个文件", "请检查路径和文件名")
    if number == errno.ELOOP:
        return UnreadableError("R001", "链接绕成了圈，找不到文件", "请给出文件本身")
    if isinstance(error, PermissionError):
        return UnreadableError("R001", "没有读取的权限", "请检查权限，或文件是否被别的程序占用")
    cause = cause_of(error) if isinstance(error, OSError) else safe_name(str(error))
    return UnreadableError("R001", f"打不开：{cause}", "请检查路径和权限")
