"""Layout out of the text: white space, invisible and control characters; the place of each line is kept."""

from __future__ import annotations

import re
import unicodedata

from checker.reading.radicals import RADICALS

_ESCAPES = re.compile(r"\x1b\[[0-9;?]{0,40}[@-~]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\uf000-\uf0ff\U000e0000-\U000e01ef]+"
)
_LOOKALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]")
_LAYOUT = re.compile(r"\s+")
_NUMBER_OF_ITEM = re.compile(r"\s{0,8}\d{1,2}[.．]")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?=\s*[^\d\s])")
_GROUP_SPACE = str.maketrans("", "", " \u00a0\u2009\u202f")


def strip_invisible(text: str) -> str:
    """Take out what is not printed: controls, terminal escapes, zero-width, soft hyphens, directions.

    Radicals and compatibility forms, which PDF fonts give in place of characters, become the
    characters that the reader sees.
    """
    if "\x1b" in text:
        text = _ESCAPES.sub("", text)
    text = _INVISIBLE.sub("", text)
    return _LOOKALIKE.sub(lambda found: _plain(found.group()), text)


def _plain(char: str) -> str:
    return RADICALS.get(char) or unicodedata.normalize("NFKC", char)


def close_up(lines: list[tuple[str, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Join the printed lines of one paragraph and drop layout white space.

    `lines` are (text, line number). Returns the text and pairs (offset, line number), the first
    at offset 0. A space stays between two Latin words and between two numbers; a space that groups
    thousands and every other one goes.
    """
    raw = "\n".join(text for text, _ in lines)
    starts, at = [], 0
    for text, number in lines:
        starts.append((at, number))
        at += len(text) + 1
    raw, starts = _ungroup(raw, starts)
    return _drop_layout(raw, starts)


def _ungroup(raw: str, starts: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Drop the spaces of grouped thousands: 342 615件 -> 342615件. Line starts move along."""
    cuts = list(_GROUPED.finditer(raw))
    if not cuts:
        return raw, starts
    pieces, spans, at = [], [], 0
    for found in cuts:
        pieces += [raw[at : found.start()], found.group().translate(_GROUP_SPACE)]
        spans.append((found.end(), len(found.group()) - len(pieces[-1])))
        at = found.end()
    pieces.append(raw[at:])
    moved, lost, index = [], 0, 0
    for start, number in starts:
        while index < len(spans) and spans[index][0] <= start:
            lost += spans[index][1]
            index += 1
        moved.append((start - lost, number))
    return "".join(pieces), moved


def _drop_layout(raw: str, starts: list[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    at = length = index = 0

    def mark(end: int) -> None:
        """Give every line that starts before raw offset `end` its place in the text so far."""
        nonlocal index
        while index < len(starts) and starts[index][0] < end:
            offset = length + max(0, starts[index][0] - at)
            if places and places[-1][0] == offset:
                places.pop()  # the line before was blank
            places.append((offset, starts[index][1]))
            index += 1

    for found in _LAYOUT.finditer(raw):
        mark(found.start())
        kept = raw[at : found.start()]
        glue = _glue(raw, found)
        pieces += [kept, glue]
        length += len(kept) + len(glue)
        at = found.end()
    mark(len(raw) + 1)
    pieces.append(raw[at:])
    text = "".join(pieces)
    inside = [place for place in places if place[0] < len(text)]
    first = (0, places[0][1]) if places else (0, 1)
    return text, (first, *[place for place in inside if place[0] > 0])


def _glue(raw: str, found: re.Match[str]) -> str:
    """What stays of a run of white space: one space between Latin words and between numbers."""
    if found.start() == 0 or found.end() == len(raw):
        return ""
    before, after = raw[found.start() - 1], raw[found.end()]
    if after.isdigit() and _NUMBER_OF_ITEM.fullmatch(raw, 0, found.start()):
        return " "  # 1. 2023年…… is item 1, not the number 1.2023
    if before.isdigit() and after.isdigit():
        return "" if "\n" in found.group() else " "
    return " " if _latin(before) and _latin(after) else ""


def _latin(char: str) -> bool:
    return char.isalpha() and char < "\u0250"
