"""TOML in, with line numbers for problems: tomli reads, a scan of the text finds the line of a key."""

from __future__ import annotations

import hashlib
import re
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import tomli

from checker.errors import InputError, Problem, cause_of

MAX_BYTES = 128_000_000
"""A file larger than this is refused: a plan of 100,000 tasks takes a quarter of it."""

_HEADER = re.compile(r"^\s*\[(\[?)\s*([\w.\-\"]+)\s*\]?\]")
_HEADERS = re.compile(r"^[ \t]*\[(\[?)[ \t]*([\w.\-\"]+)[ \t]*\]?\]", re.MULTILINE)
_KEY = re.compile(r"^\s*(?:\{\s*)?([\w\-\"]+)\s*=")
_WHERE = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass(frozen=True)
class TomlSource:
    """A parsed TOML file that can say in which line a key stands."""

    file: str
    text: str
    data: dict[str, Any]
    sha256: str

    @cached_property
    def _lines(self) -> dict[tuple[str, int, str], int]:
        """(table, its number from 0, key) -> line; key "" is the header of the table."""
        found: dict[tuple[str, int, str], int] = {}
        count: dict[str, int] = {}
        table, index = "", 0
        for number, line in enumerate(self.text.split("\n"), 1):
            header = _HEADER.match(line)
            if header:
                table = header.group(2).replace('"', "")
                index = count.get(table, -1) + 1
                count[table] = index
                found[(table, index, "")] = number
                continue
            key = _KEY.match(line)
            if key:
                found.setdefault((table, index, key.group(1).strip('"')), number)
        return found

    @cached_property
    def _headers(self) -> dict[tuple[str, int], int]:
        """(table, its number from 0) -> line of its header; found without a look at every line."""
        found: dict[tuple[str, int], int] = {}
        count: dict[str, int] = {}
        line, seen = 1, 0
        for header in _HEADERS.finditer(self.text):
            line += self.text.count("\n", seen, header.start())
            seen = header.start()
            table = header.group(2).replace('"', "")
            count[table] = count.get(table, -1) + 1
            found[(table, count[table])] = line
        return found

    def line(self, table: str, index: int = 0, key: str = "") -> int:
        """The line of a key of the index-th table of that name; of its header if the key is absent."""
        if not key:
            return self._headers.get((table, index), 0)
        lines = self._lines
        return lines.get((table, index, key)) or lines.get((table, index, ""), 0)

    def problem(self, code: str, message: str, table: str, index: int = 0, key: str = "", hint: str = "") -> Problem:
        """A problem at the place of a key."""
        line = self.line(table, index, key) or self.line("", 0, table)
        return Problem(self.file, line, code, message, hint)


def read_bytes(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file.

    Raises InputError where it is missing, a folder, a pipe, unreadable or too large; a pipe is
    never opened, so that nothing can hang.
    """
    name = str(path)
    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            raise InputError([Problem(name, 0, "F002", "这是一个文件夹，不是文件", "请给出其中的文件")])
        if not stat.S_ISREG(info.st_mode):
            raise InputError([Problem(name, 0, "F003", "不是普通文件", "请给出普通文件")])
        if info.st_size > max_bytes:
            size = f"{info.st_size / 1e6:.0f} MB，超过 {max_bytes / 1e6:.0f} MB 的上限"
            raise InputError([Problem(name, 0, "F004", f"文件太大：{size}", "请检查是否给错了文件")])
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError([Problem(name, 0, "F001", "找不到这个文件", "请检查路径和文件名")]) from None
    except OSError as error:
        raise InputError([Problem(name, 0, "F005", f"读不了：{cause_of(error)}", "请检查权限")]) from None


def load_toml(path: Path) -> TomlSource:
    """Parse a TOML file in UTF-8, with or without BOM, any line ends.

    Raises InputError for a file that cannot be read, is not UTF-8 or is not TOML.
    """
    raw = read_bytes(path)
    name = str(path)
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        problem = Problem(name, line, "F006", "不是 UTF-8 编码", "请用记事本或 WPS 另存为 UTF-8")
        raise InputError([problem]) from None
    try:
        data = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        where = _WHERE.search(str(error))
        line = int(where.group(1)) if where else text.count("\n") + 1
        message = f"不是合格的 TOML{f'，第 {where.group(2)} 列附近' if where else ''}"
        hint = "检查这一行的引号、逗号、方括号是否成对，键是否重复"
        raise InputError([Problem(name, line, "F007", message, hint)]) from None
    return TomlSource(name, text, data, hashlib.sha256(raw).hexdigest())
