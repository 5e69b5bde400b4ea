"""XML that strangers wrote: no document type, so no entities and nothing from outside; depth and size bounded.

expat is used directly because the tree builders of the standard library give no hold on a DOCTYPE,
and because handing on one child after another keeps a report of 100,000 paragraphs small.
Names come without their namespace: producers differ in it (strict and transitional Word, OFD).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from checker.reading.charset import decode
from checker.reading.limits import Limits, UnreadableError, Watch, too_many

_CHUNK = 1 << 16
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DECLARED = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})[\"'][^>]{0,200}?\?>")
_NATIVE = {b"utf-8", b"utf8", b"us-ascii", b"iso-8859-1", b"utf-16"}


def parse(data: bytes, limits: Limits, watch: Watch) -> Element:
    """The root element of a small part (styles, relations). Raises UnreadableError."""
    for element in children(data, None, limits, watch):
        return element
    raise _broken("没有内容")


def children(data: bytes, parent: str | None, limits: Limits, watch: Watch) -> Iterator[Element]:
    """The children of the first element named `parent`, one by one; of None, the root itself.

    Raises UnreadableError for a DOCTYPE, XML that is not well formed, and what is over the limits.
    """
    data, encoding = _prepared(data)
    collector = _Collector(parent, limits)
    parser = expat.ParserCreate(encoding, namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = collector.start
    parser.EndElementHandler = collector.end
    parser.CharacterDataHandler = collector.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    for at in range(0, len(data), _CHUNK):
        watch.check()
        try:
            parser.Parse(data[at : at + _CHUNK], at + _CHUNK >= len(data))
        except (expat.ExpatError, ValueError) as error:
            raise _broken(str(error)) from None
        yield from collector.take()


class _Collector:
    """Builds one tree for each child of the wanted element."""

    def __init__(self, parent: str | None, limits: Limits) -> None:
        self.parent, self.limits = parent, limits
        self.depth = self.nodes = 0
        self.inside = 0 if parent is None else -1  # depth of the wanted element, -1 before it came
        self.builder: TreeBuilder | None = None
        self.done: list[Element] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > self.limits.nesting:
            raise UnreadableError("R006", f"嵌套过深：超过 {self.limits.nesting} 层", "文件可能损坏，请另存一份再读")
        local = name.rpartition(" ")[2]
        if self.builder is None:
            if self.depth == self.inside + 1 and self.inside >= 0:
                self.builder, self.nodes = TreeBuilder(), 0
            elif self.inside < 0 and local == self.parent:
                self.inside = self.depth
        if self.builder is not None:
            self.nodes += 1
            if self.nodes > self.limits.xml_nodes:
                raise too_many("一段中的元素", self.nodes, self.limits.xml_nodes)
            self.builder.start(local, {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        if self.builder is not None:
            self.builder.end(name.rpartition(" ")[2])
            if self.depth == self.inside + 1:
                self.done.append(self.builder.close())
                self.builder = None
        elif self.depth == self.inside:
            self.inside = -2  # only the first element of the name is read
            self.parent = ""
        self.depth -= 1

    def text(self, data: str) -> None:
        if self.builder is not None:
            self.builder.data(data)

    def take(self) -> list[Element]:
        done, self.done = self.done, []
        return done


def _prepared(data: bytes) -> tuple[bytes, str | None]:
    """Bytes that expat can read, and their encoding where the declaration must not be believed."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data, None
    if _CONTROLS.search(data):
        data = _CONTROLS.sub(b"", data)
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared.group(1).lower() not in _NATIVE:
        return decode(data)[0].encode("utf-8", "replace"), "utf-8"
    return data, None


def _refuse_doctype(*_: object) -> None:
    raise UnreadableError("R007", "文件里有 DOCTYPE（可能藏有实体攻击），没有读", "请用 WPS 或 Word 打开后另存一份再读")


def _broken(detail: str) -> UnreadableError:
    return UnreadableError("R008", f"文件内部的 XML 坏了：{detail[:80]}", "请用 WPS 或 Word 打开后另存一份再读")
