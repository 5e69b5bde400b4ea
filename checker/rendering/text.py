"""Text of a report on its way into a file for people: nothing in it is ever markup, control or formula."""

from __future__ import annotations

_CONTROL_PICTURES = 0x2400
_DELETE_PICTURE = "\u2421"
_REPLACEMENT = "\ufffd"
_LAST_C0 = 0x1F
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def _table() -> dict[int, str]:
    """Characters that XML forbids, that a terminal obeys or that turn the direction of a line, made visible."""
    table = {code: chr(_CONTROL_PICTURES + code) for code in range(_LAST_C0 + 1) if chr(code) not in "\t\n"}
    table[ord("\r")] = "\n"
    table[0x7F] = _DELETE_PICTURE
    turned = (*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFFFE, 0xFFFF)
    table.update(dict.fromkeys((*turned, *range(0xD800, 0xE000)), _REPLACEMENT))
    return table


_VISIBLE = _table()


def printable(text: str) -> str:
    """The text with every control character shown as a sign: safe in XML 1.0, HTML and a terminal.

    Tabs and line feeds stay; a carriage return becomes a line feed.
    """
    return text.replace("\r\n", "\n").translate(_VISIBLE)


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula (its first character decides)."""
    return text.startswith(_FORMULA_STARTS)
