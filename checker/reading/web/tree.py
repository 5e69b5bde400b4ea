"""Tags and text -> a flat record of elements and what stands in them, without recursion, whatever the nesting."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from checker.reading.limits import Limits, Watch, too_many
from checker.reading.web.tokens import tokens, unescape

BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "li", "ul", "ol", "dl", "dt", "dd"}
    | {"table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre"}
    | {"blockquote", "center", "form", "fieldset", "body", "html", "figure", "figcaption", "address", "ucapcontent"}
)
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "param", "source", "wbr"}
)
_DROPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "textarea",
        "select",
        "button",
        "iframe",
        "object",
        "svg",
        "nav",
        "aside",
    }
    | {"footer", "audio", "video", "canvas", "map", "applet", "noembed", "noframes", "marquee", "head", "title", "math"}
)
_CLOSES = {
    "li": ({"li"}, {"ul", "ol"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "dd": ({"dd", "dt"}, {"dl"}),
    "dt": ({"dd", "dt"}, {"dl"}),
}
"""Element -> the open ones that its start tag closes, and those beyond which it does not look."""
_HIDING = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|opacity\s{0,9}:\s{0,9}0(?![.\d])|font-size\s{0,9}:\s{0,9}0(?![.\d])"
    r"|text-indent\s{0,9}:\s{0,9}-\d{3}",
    re.IGNORECASE,
)
_HIDING_RULE = re.compile(r"([.#][\w-]{1,60})\s{0,9}\{[^{}]{0,400}?display\s{0,9}:\s{0,9}none", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s{0,9}:\s{0,9}(?:bold|[6-9]00)", re.IGNORECASE)
_INDENT = re.compile(r"text-indent\s{0,9}:\s{0,9}[1-9.]", re.IGNORECASE)


@dataclass(slots=True)
class Node:
    """An element: its place in the record, and what it makes of the text in it."""

    tag: str
    parent: int
    hint: str  # class and id, lower case
    hidden: bool
    link: bool
    bold: bool
    indented: bool
    start: int = 0  # first event inside
    end: int = 0  # event after the last inside


@dataclass(slots=True)
class Page:
    """A page: elements in the order of their start tags, and events (element, text, offset).

    Text of an event is None where the element begins or ends, "\\n" for a line break.
    """

    nodes: list[Node] = field(default_factory=list)
    events: list[tuple[int, str | None, int]] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    title: str = ""


def read_tree(text: str, limits: Limits, watch: Watch) -> Page:
    """The record of a page. Raises UnreadableError over the limits."""
    builder = _Builder()
    for count, token in enumerate(tokens(text)):
        if count % 8192 == 0:
            watch.check()
            if len(builder.page.nodes) > limits.xml_nodes:
                raise too_many("网页元素", len(builder.page.nodes), limits.xml_nodes)
        if token.kind == "start":
            builder.start(token.value, token.attributes, token.at)
        elif token.kind == "end":
            builder.end(token.value, token.at)
        elif token.kind == "text":
            builder.text(unescape(token.value), token.at)
        else:
            builder.raw(token.value)
    builder.close(len(text))
    return builder.page


class _Builder:
    def __init__(self) -> None:
        self.page = Page([Node("", -1, "", False, False, False, False)])
        self._open = [0]
        self._counts: dict[str, int] = {}
        self._hiding: set[str] = set()

    def start(self, tag: str, attributes: dict[str, str], at: int) -> None:
        if tag == "meta":
            name = (attributes.get("name") or attributes.get("property") or "").lower()
            if name:
                self.page.meta.setdefault(name, attributes.get("content", ""))
            return
        if tag == "body" and self._counts.get("head"):
            self.end("head", at)
        self._close_implied(tag, at)
        if tag in _VOID:
            if tag == "br":
                self.page.events.append((self._open[-1], "\n", at))
            elif tag == "hr":
                self.page.events.append((self._open[-1], None, at))
            return
        self.page.nodes.append(self._node(tag, attributes))
        index = len(self.page.nodes) - 1
        self._open.append(index)
        self._counts[tag] = self._counts.get(tag, 0) + 1
        self.page.events.append((index, None, at))
        self.page.nodes[index].start = len(self.page.events)

    def _node(self, tag: str, attributes: dict[str, str]) -> Node:
        above = self.page.nodes[self._open[-1]]
        style = attributes.get("style", "")
        names = attributes.get("class", "").split()[:20]
        named = {f".{name}" for name in names} | {f"#{attributes.get('id', '')}"}
        hidden = tag in _DROPPED or "hidden" in attributes or bool(_HIDING.search(style)) or bool(named & self._hiding)
        return Node(
            tag=tag,
            parent=self._open[-1],
            hint=" ".join([*names, attributes.get("id", "")]).lower(),
            hidden=above.hidden or hidden or attributes.get("aria-hidden") == "true",
            link=above.link or tag == "a",
            bold=tag in {"b", "strong"} or bool(_BOLD.search(style)) or above.bold,
            indented=bool(_INDENT.search(style)) or (above.indented and tag not in BLOCKS),
        )

    def _close_implied(self, tag: str, at: int) -> None:
        if tag in BLOCKS and self.page.nodes[self._open[-1]].tag == "p":
            self.end("p", at)
        closes = _CLOSES.get(tag)
        if closes is None:
            return
        wanted, border = closes
        for depth in range(len(self._open) - 1, max(0, len(self._open) - 30), -1):
            inside = self.page.nodes[self._open[depth]].tag
            if inside in border:
                return
            if inside in wanted:
                self._pop_to(depth, at)
                if tag != "tr" or inside == "tr":
                    return

    def end(self, tag: str, at: int) -> None:
        if tag == "br":  # </br> is a line break to browsers
            self.page.events.append((self._open[-1], "\n", at))
        if not self._counts.get(tag):
            return
        depth = len(self._open) - 1
        while self.page.nodes[self._open[depth]].tag != tag:
            depth -= 1
        self._pop_to(depth, at)

    def _pop_to(self, depth: int, at: int) -> None:
        while len(self._open) > depth:
            index = self._open.pop()
            node = self.page.nodes[index]
            self._counts[node.tag] -= 1
            node.end = len(self.page.events)
            self.page.events.append((index, None, at))

    def text(self, text: str, at: int) -> None:
        index = self._open[-1]
        if not self.page.nodes[index].hidden:
            self.page.events.append((index, text, at))

    def raw(self, content: str) -> None:
        """The content of the raw element that is open: a title is kept, style sheets tell what they hide."""
        tag = self.page.nodes[self._open[-1]].tag
        if tag == "title" and not self.page.title:
            self.page.title = unescape(content).strip()
        elif tag == "style":
            self._hiding |= {found.group(1) for found in _HIDING_RULE.finditer(content)}

    def close(self, at: int) -> None:
        self._pop_to(1, at)
        self.page.nodes[0].end = len(self.page.events)
