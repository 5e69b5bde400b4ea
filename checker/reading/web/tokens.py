"""HTML text -> tags and text, in one pass that stays linear on whatever strangers wrote.

Done by hand: html.parser of Python before 3.13.6 is quadratic on unclosed comments and
declarations, beautifulsoup4 on top of it on deep nesting, and a page is read in less time than
either takes to import.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = re.compile(r"<[a-zA-Z/!?]")
_NAME = re.compile(r"[a-zA-Z][^\s/>]{0,60}")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=\"'<]{1,100})(?:\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']*)))?")
_REFERENCE = re.compile(r"&(?:#\d{1,7}(?!\d)|#[xX][0-9a-fA-F]{1,6}(?![0-9a-fA-F])|[a-zA-Z][a-zA-Z0-9]{1,30});?")
_WANTED = frozenset({"style", "class", "id", "hidden", "name", "content", "property", "aria-hidden", "colspan", "type"})
_RAW = frozenset({"script", "style", "textarea", "title", "noscript", "iframe", "xmp", "noembed", "noframes"})
"""Elements whose content is no markup: it goes to the matching end tag."""


@dataclass(frozen=True, slots=True)
class Token:
    """A start tag, an end tag or text. `at` is the offset in the page, `attributes` only those that are used."""

    kind: str  # start | end | text | raw
    value: str
    at: int
    attributes: dict[str, str]


_NONE: dict[str, str] = {}


def tokens(page: str) -> Iterator[Token]:
    """The tokens of a page. The content of scripts and the like comes as one token of kind raw."""
    at, end = 0, len(page)
    while at < end:
        opening = _OPENING.search(page, at)
        tag = opening.start() if opening else end
        if tag > at:
            yield Token("text", page[at:tag], at, _NONE)
        if tag == end:
            return
        token, at = _markup(page, tag)
        if token is None:
            continue
        yield token
        if token.kind == "start" and token.value in _RAW:
            close = _end_of_raw(page, token.value, at)
            yield Token("raw", page[at:close], at, _NONE)
            at = close


def _markup(page: str, at: int) -> tuple[Token | None, int]:
    """The token that begins with the < at `at`, None for what is dropped, and where to go on."""
    after = page[at + 1 : at + 2]
    if after in {"!", "?"}:
        return None, _past_declaration(page, at)
    closing = after == "/"
    name = _NAME.match(page, at + 1 + closing)
    if name is None:
        return None, _past(page, ">", at)
    value = name.group().lower()
    if closing:
        return Token("end", value, at, _NONE), _past(page, ">", name.end())
    attributes, after_tag = _attributes(page, name.end())
    return Token("start", value, at, attributes), after_tag


def _past_declaration(page: str, at: int) -> int:
    if page.startswith("<!--", at):
        return _past(page, "-->", at + 2)
    if page.startswith("<![CDATA[", at):
        return _past(page, "]]>", at)
    return _past(page, ">", at)


def _past(page: str, mark: str, at: int) -> int:
    """The offset after the next mark; the end of the page where it never comes, as in a browser."""
    found = page.find(mark, at)
    return len(page) if found < 0 else found + len(mark)


def _attributes(page: str, at: int) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    while True:
        attribute = _ATTRIBUTE.match(page, at)
        if attribute is None:
            break
        name = attribute.group(1).lower()
        if name in _WANTED:
            found.setdefault(name, unescape(attribute.group(2) or attribute.group(3) or attribute.group(4) or ""))
        at = attribute.end()
    opening = page.find("<", at)
    limit = len(page) if opening < 0 else opening
    close = page.find(">", at, limit)
    return found, limit if close < 0 else close + 1  # a tag that was never closed ends where the next begins


def _end_of_raw(page: str, name: str, at: int) -> int:
    """Where the content of a raw element ends: at its end tag, whatever its case."""
    close = at
    while True:
        close = page.find("</", close)
        if close < 0:
            return len(page)
        if page[close + 2 : close + 2 + len(name)].lower() == name:
            return close
        close += 2


def unescape(text: str) -> str:
    """Character references resolved; those that are far too long stay text."""
    if "&" not in text:
        return text
    return _REFERENCE.sub(lambda found: html.unescape(found.group()), text)
