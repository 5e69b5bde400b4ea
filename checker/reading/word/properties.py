"""Small helpers for the properties of WordprocessingML: <w:name w:val="…"/> and switches."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_OFF = {"0", "false", "off", "none"}


def value(parent: Element | None, name: str) -> str:
    """The val of a child, "" where there is none."""
    child = parent.find(name) if parent is not None else None
    return child.get("val", "") if child is not None else ""


def number(text: str | None, default: int) -> int:
    """A whole number as Word writes it, `default` where it is none."""
    try:
        return int(text or "")
    except ValueError:
        return default


def switch(parent: Element | None, name: str) -> bool | None:
    """A switch such as <w:b/>: on, off, or None where it is not set."""
    child = parent.find(name) if parent is not None else None
    if child is None:
        return None
    return child.get("val", "1").lower() not in _OFF
