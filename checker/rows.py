"""A table of a hand-kept TOML file, read field by field; every mistake is noted, none raised.

A reader asks a Row for a field by type and goes on with a harmless value where the field is
wrong, so that one run finds all mistakes of a file.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from checker.errors import Problem, did_you_mean
from checker.toml import TomlSource

E = TypeVar("E", bound=Enum)
T = TypeVar("T")

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f]")


class Row:
    """One table: `table` is its name, `index` its number among tables of that name (from 0).

    `prefix` opens the codes of its problems: 01 missing, 02 wrong type, 03 unknown key, 04 bad value.
    """

    __slots__ = ("_asked", "data", "index", "prefix", "problems", "source", "table")

    def __init__(self, source: TomlSource, table: str, index: int, data: Any, problems: list[Problem], prefix: str):
        self.source, self.table, self.index = source, table, index
        self.problems, self.prefix = problems, prefix
        self._asked: set[str] = set()
        self.data: Mapping[str, Any] = data if isinstance(data, dict) else {}
        if not isinstance(data, dict):
            self._bad("02", f"[{table}] 应当是一节，不是 {_kind(data)}")

    @property
    def line(self) -> int:
        """The line of the table's header."""
        return self.source.line(self.table, self.index)

    def note(self, code: str, message: str, key: str = "", hint: str = "") -> None:
        """Note a problem with a code of its own at the place of a key."""
        self.problems.append(self.source.problem(code, message, self.table, self.index, key, hint))

    def _bad(self, number: str, message: str, key: str = "", hint: str = "") -> None:
        self.note(f"{self.prefix}{number}", message, key, hint)

    def text(self, key: str, required: bool = False, default: str = "") -> str:
        """A string without control characters; required ones may not be blank."""
        if key not in self.data and not required:  # most fields of most rows: a file of thousands stays quick
            return self._absent(key, default)
        value = self._get(key, str, "文字", required, default)
        if required and not value.strip() and key in self.data:
            self._bad("04", f"{key} 不能为空", key)
        elif _CONTROL.search(value):
            self._bad("04", f"{key} 含有控制字符", key, "请删去看不见的字符")
        return str(value)

    def integer(self, key: str, low: int, high: int, required: bool = False, default: int = 0) -> int:
        """A whole number from low to high."""
        value = self._get(key, int, "整数", required, default)
        if isinstance(value, bool):
            self._bad("02", f"{key} 应当是整数，不是 true/false", key)
            return default
        if key in self.data and not low <= value <= high:
            self._bad("04", f"{key} = {str(value)[:30]} 超出范围（{low} 至 {high}）", key)
            return default
        return int(value)

    def number(self, key: str, low: float, high: float, required: bool = False, default: float = 0.0) -> float:
        """A finite number from low to high."""
        value = self._get(key, (int, float), "数字", required, default)
        if isinstance(value, bool) or not math.isfinite(value) or not low <= value <= high:
            if key in self.data:
                self._bad("04", f"{key} 应当是 {low:g} 至 {high:g} 之间的数", key)
            return default
        return float(value)

    def flag(self, key: str, default: bool) -> bool:
        """true or false."""
        return bool(self._get(key, bool, "true 或 false", False, default))

    def day(self, key: str, required: bool = False) -> date | None:
        """A date written as 2022-12-31, without quotes."""
        value = self._get(key, date, "日期（如 2022-12-31，不加引号）", required, None)
        return value.date() if isinstance(value, datetime) else value

    def moment(self, key: str) -> datetime | None:
        """A day with a time and its distance from UTC, such as 2023-03-01T09:30:00+08:00; required."""
        value = self._get(key, datetime, "日期加时间（如 2023-03-01T09:30:00+08:00，不加引号）", True, None)
        if isinstance(value, datetime) and value.tzinfo is None:
            self._bad("04", f"{key} 缺少时区，如 +08:00", key)
        return value if isinstance(value, datetime) else None

    def choice(self, key: str, codes: type[E], default: E, required: bool = False) -> E:
        """One code of an enumeration."""
        value = self._get(key, str, "文字", required, None)
        return default if value is None else (self._code(key, value, codes) or default)

    def choices(self, key: str, codes: type[E], required: bool = False) -> tuple[E, ...]:
        """A list of codes of an enumeration, without repetition."""
        values = self.texts(key, required)
        return tuple(dict.fromkeys(code for value in values if (code := self._code(key, value, codes))))

    def texts(self, key: str, required: bool = False) -> tuple[str, ...]:
        """A list of non-empty strings; required ones may not be empty."""
        if key not in self.data and not required:
            return self._absent(key, ())
        values = self._get(key, list, "列表", required, [])
        if not all(isinstance(value, str) and value.strip() for value in values):
            self._bad("02", f"{key} 应当是非空文字的列表", key)
            return ()
        if required and not values and key in self.data:
            self._bad("04", f"{key} 不能为空", key)
        return tuple(values)

    def integers(self, key: str, low: int, high: int) -> tuple[int, ...]:
        """A list of whole numbers from low to high."""
        if key not in self.data:
            return self._absent(key, ())
        values = self._get(key, list, "列表", False, [])
        if not all(isinstance(v, int) and not isinstance(v, bool) and low <= v <= high for v in values):
            self._bad("02", f"{key} 应当是 {low} 至 {high} 之间整数的列表", key)
            return ()
        return tuple(values)

    def rows(self, key: str) -> Sequence[Row]:
        """A list of inline tables, each a Row whose problems point at this key."""
        if key not in self.data:
            return self._absent(key, ())
        values = self._get(key, list, "列表", False, [])
        return [_Inner(self, key, value) for value in values]

    def inner(self, key: str) -> Row | None:
        """One inline table, whose problems point at this key; None where it is absent."""
        value = self._get(key, dict, "一组 { … }", False, None)
        return None if value is None else _Inner(self, key, value)

    def subtables(self, key: str) -> Sequence[Row]:
        """An array of tables of its own under this one ([[table.key]])."""
        values = self._get(key, list, "列表", False, [])
        name = f"{self.table}.{key}"
        return [Row(self.source, name, index, value, self.problems, self.prefix) for index, value in enumerate(values)]

    def close(self) -> None:
        """Note every key that nobody asked for, with the nearest known one."""
        if self.data.keys() <= self._asked:
            return
        for key in self.data:
            if key not in self._asked:
                self._bad("03", f"不认识的字段 {key[:60]}", key, did_you_mean(key, self._asked))

    def _code(self, key: str, value: str, codes: type[E]) -> E | None:
        try:
            return codes(value)
        except ValueError:
            known = [str(code.value) for code in codes]
            self._bad("04", f"{key} 不认识 {value[:60]}", key, did_you_mean(value, known))
            return None

    def _absent(self, key: str, default: T) -> T:
        """The default of a field that is not there; it was asked for, so that it is known."""
        self._asked.add(key)
        return default

    def _get(self, key: str, kind: Any, zh: str, required: bool, default: Any) -> Any:
        self._asked.add(key)
        value = self.data.get(key)
        if value is None:
            if required:
                self._bad("01", f"缺少 {key}", "", f"请补上 {key}（{zh}）")
            return default
        if not isinstance(value, kind):
            self._bad("02", f"{key} 应当是{zh}，不是 {_kind(value)}", key)
            return default
        return value


class _Inner(Row):
    """An inline table of a list: its problems stand at the key that holds the list."""

    __slots__ = ("_key",)

    def __init__(self, outer: Row, key: str, data: Any) -> None:
        self._key = key
        super().__init__(outer.source, outer.table, outer.index, data, outer.problems, outer.prefix)

    def note(self, code: str, message: str, key: str = "", hint: str = "") -> None:
        super().note(code, f"{self._key}：{message}", self._key, hint)


def tables(source: TomlSource, name: str, problems: list[Problem], prefix: str) -> list[Row]:
    """The rows of an array of tables ([[name]])."""
    found = source.data.get(name, [])
    if not isinstance(found, list):
        problems.append(source.problem(f"{prefix}02", f"{name} 应当写成 [[{name}]]", name))
        return []
    return [Row(source, name, index, data, problems, prefix) for index, data in enumerate(found)]


def only_tables(source: TomlSource, known: Sequence[str], problems: list[Problem], prefix: str) -> None:
    """Note every top-level key that is not among the known ones."""
    for key in source.data:
        if key not in known:
            message = f"不认识的内容 {key[:60]}"
            problems.append(source.problem(f"{prefix}03", message, key, hint=did_you_mean(key, known)))


def _kind(value: Any) -> str:
    names = {str: "文字", bool: "true/false", int: "整数", float: "小数", list: "列表", dict: "一节", date: "日期"}
    return names.get(type(value), type(value).__name__)
