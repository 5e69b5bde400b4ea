"""Markup for HTML and SVG, built so that no text can become markup: whatever is not `Markup` is escaped."""

from __future__ import annotations

from collections.abc import Iterable

from checker.rendering.text import printable

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "rect", "path", "use"})


class Markup(str):
    """Text that is markup already. Only `tag`, `join` and the project's own style and script make it."""

    __slots__ = ()


def escape(text: object) -> Markup:
    """The one function that turns text into markup: every special character escaped, controls made visible."""
    return Markup(printable(str(text)).translate(_ESCAPES))


def tag(name: str, /, *children: Markup | str | int | None, **attributes: object) -> Markup:
    """An element. `class_` is class, `data_level` is data-level; True is a bare attribute, None and False none."""
    opening = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    if name in _VOID:
        return Markup(opening[:-1] + "/>")
    return Markup(f"{opening}{join(children)}</{name}>")


def join(children: Iterable[Markup | str | int | None], separator: str = "") -> Markup:
    """Children one after the other, text escaped; `separator` is text."""
    parts = [child if isinstance(child, Markup) else escape(child) for child in children if child is not None]
    return Markup(escape(separator).join(parts))


def _attribute(key: str, value: object) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(value)}"'
