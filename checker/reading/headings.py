"""Enumerators of official writing and the depth they give: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

import re

TITLE_DEPTH = 1
"""Depth of the title of a report; 一、 is one below, so that Markdown, Word and plain text agree."""

CHAPTER_DEPTH = 2
"""Depth of 一、."""

_HAN = "一二三四五六七八九十百"
_ENUMERATORS = (
    (CHAPTER_DEPTH, re.compile(rf"第[{_HAN}\d]{{1,4}}(?:章|部分|篇)|[{_HAN}]{{1,4}}\s{{0,3}}[、．.]")),
    (3, re.compile(rf"[（(]\s{{0,3}}[{_HAN}]{{1,4}}\s{{0,3}}[）)]|第[{_HAN}]{{1,4}}节")),
    (4, re.compile(r"[\d０-９]{1,2}\s{0,3}(?:[．.](?![\d０-９])|、)")),
    (5, re.compile(r"[（(]\s{0,3}[\d０-９]{1,2}\s{0,3}[）)]|[\d０-９]{1,2}[）)]|[①-⑳]")),
)
_FIRST = frozenset("第（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳0123456789０１２３４５６７８９" + _HAN)
_SENTENCE = re.compile(r"[。！？；!?;]")
_DIGIT = re.compile(r"[\d０-９]")
_LONGEST = 60
"""A heading is a short line; a longer one is a paragraph that begins with a number."""
LIST_DEPTH = 4
"""From this depth on an enumerated short line may be an item of a list as well as a heading."""


def enumerator(text: str) -> int:
    """The depth (2 to 5) of the enumerator with which a line begins, 0 where there is none."""
    text = text[:40].lstrip()
    if not text or text[0] not in _FIRST:
        return 0
    for depth, pattern in _ENUMERATORS:
        if pattern.match(text):
            return depth
    return 0


def heading_depth(text: str) -> int:
    """The depth of a line that reads as a numbered heading: short, no sentence in it; else 0."""
    if len(text) > _LONGEST or _SENTENCE.search(text):
        return 0
    return enumerator(text)


def looks_like_heading(text: str) -> bool:
    """A line short enough for a heading and without a sentence in it (its look has to say the rest)."""
    return 0 < len(text) <= _LONGEST and not _SENTENCE.search(text) and not text.endswith(("：", ":", "，"))


def states_sentences(text: str) -> bool:
    """Too much for a heading whatever the format says: a run-in heading with the text that follows it."""
    return len(text) > 2 * _LONGEST or bool(_SENTENCE.search(text[:-1]))


def stopped_heading_depth(text: str) -> int:
    """The depth of a numbered heading that ends in a full stop and states no figure; else 0.

    Where the next line is of the same kind it is an item of a list, which the caller has to see.
    """
    if not text.endswith("。") or _DIGIT.search(text[3:]):
        return 0
    return heading_depth(text[:-1])
