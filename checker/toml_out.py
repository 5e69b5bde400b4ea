"""TOML out: text that is appended or written once, one field a line, so that a clerk can read and compare it.

Inline tables keep an entry together under one header; writers that make a header of every nested
table (tomli-w among them) tear it into pieces and would break the line numbers of problems.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

Value: TypeAlias = "str | bool | int | float | date | Sequence[Value] | Mapping[str, Value]"

_LONG = 110
"""An array wider than this is written one item a line."""


def field(key: str, value: Value) -> str:
    """One line (or several, for a long array): key = value."""
    text = f"{key} = {_value(value)}"
    if isinstance(value, (list, tuple)) and len(text) > _LONG:
        return f"{key} = [\n" + "".join(f"  {_value(item)},\n" for item in value) + "]"
    return text


def table(header: str, fields: Mapping[str, Value | None]) -> str:
    """A table with its fields in their order; None and empty values are left out."""
    lines = [field(key, value) for key, value in fields.items() if value is not None and not _empty(value)]
    return "\n".join([header, *lines]) + "\n"


def _empty(value: Value) -> bool:
    return not isinstance(value, (bool, int, float, date)) and len(value) == 0


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("TOML of this project holds no nan and no infinity")
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        # JSON and TOML escape alike, but for DEL, which JSON leaves as it is.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_value(item)}" for key, item in value.items()) + " }"
    return "[" + ", ".join(_value(item) for item in value) + "]"
