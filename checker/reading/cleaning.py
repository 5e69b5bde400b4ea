"""Layout out of the text: white space, invisible and control characters; the place of each line is kept."""

from __future__ import annotations

import re
import unicodedata

from checker.reading.radicals import RADICALS

_ESCAPES = re.compile(r"\x1b\[[0-9;?]{0,40}[@-~]")
_UNPRINTED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\uf000-\uf0ff\U000e0000-\U000e01ef"
)
_ALIKE = "\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06"
_INVISIBLE = re.compile(f"[{_UNPRINTED}]+")
_LOOKALIKE = re.compile(f"[{_ALIKE}]")
_EITHER = re.compile(f"[{_UNPRINTED}{_ALIKE}]")
_NUMBER_OF_ITEM = re.compile(r"\s{0,8}\d{1,2}[.．]\s")
"""1. 2023年…… is item 1, not the number 1.2023."""
_GROUPED = re.compile(r"\d(?<![\d.,]\d)\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?=\s*[^\d\s])")
_GROUP_SPACE = str.maketrans("", "", " \u00a0\u2009\u202f")


def strip_invisible(text: str) -> str:
    """Take out what is not printed: controls, terminal escapes, zero-width, soft hyphens, directions.

    Radicals and compatibility forms, which PDF fonts give in place of characters, become the
    characters that the reader sees.
    """
    if not _EITHER.search(text):
        return text
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
    if len(lines) == 1 and len(words := lines[0][0].split()) == 1:
        return words[0], ((0, lines[0][1]),)
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
    """Join the words, each line that has one with the place of its first."""
    numbers = dict(starts)
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    number: int | None = 1
    at = length = 0
    glue, last = "", ""
    for line in raw.split("\n"):
        number = numbers.get(at, number)
        at += len(line) + 1
        for index, word in enumerate(line.split()):
            if last:
                glue = _glue(last, word[0], new_line=index == 0)
                if len(pieces) == 1 and word[0].isdigit() and _NUMBER_OF_ITEM.match(raw):
                    glue = " "
            if number is not None:
                places.append((length + len(glue), number))
                number = None
            pieces.append(glue + word)
            length += len(glue) + len(word)
            last = word[-1]
    return "".join(pieces), tuple(places) or ((0, number or 1),)


def _glue(before: str, after: str, new_line: bool) -> str:
    """What stays of white space: one space between Latin words and between numbers, but for a broken number."""
    if after.isdigit() and before.isdigit():
        return "" if new_line else " "
    return " " if _latin(before) and _latin(after) else ""


def _latin(char: str) -> bool:
    return char.isalpha() and char < "\u0250"
