"""Pages of government sites -> blocks: the report alone, its title, its date, its tables."""

from __future__ import annotations

import re

from checker.reading.blocks import Block, Content
from checker.reading.charset import decode
from checker.reading.headings import TITLE_DEPTH
from checker.reading.limits import Limits, Watch, too_many
from checker.reading.web.article import article, dropped, weigh
from checker.reading.web.lines import page_blocks
from checker.reading.web.tree import Page, read_tree

__all__ = ["read_html"]

_TITLE_NAMES = ("articletitle", "og:title")
_DATE_NAMES = ("pubdate", "publishdate", "article:published_time")
_SITE = re.compile(r"\s*[_|]\s*|\s+[-—–]\s+|[-—–](?=[^-—–]{2,20}(?:网|网站|门户|政府|人民政府)$)")
_DATE = re.compile(r"(?:发布|发文|成文|公开|更新)?(?:时间|日期)\s?[：:]\s?(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")
_SPACE = re.compile(r"\s+")


def read_html(data: bytes, limits: Limits, watch: Watch) -> Content:
    """Read a page. Lines are those of the source. Raises UnreadableError."""
    text, notes = decode(data)
    if len(text) > limits.characters:
        raise too_many("文字", len(text), limits.characters)
    page = read_tree(text, limits, watch)
    weights = weigh(page)
    root = article(page, weights)
    watch.check()
    blocks = page_blocks(page, root, dropped(page, weights, root), text)
    if len(blocks) > limits.paragraphs:
        raise too_many("段落", len(blocks), limits.paragraphs)
    title = _title(page, root)
    if title and blocks and not _has(blocks[:8], title):
        blocks.insert(0, Block(title, blocks[0].line, heading=TITLE_DEPTH))
    date = _date(page)
    return Content(tuple(blocks), title, notes=(*notes, f"网页发布日期：{date}") if date else notes)


def _title(page: Page, root: int) -> str | None:
    """The title that the page states: its own record first, then a heading above the text, then the tab's."""
    for name in _TITLE_NAMES:
        if page.meta.get(name, "").strip():
            return page.meta[name].strip()
    for index, node in enumerate(page.nodes):
        if node.tag == "h1" and not node.hidden and (index < root or node.start >= page.nodes[root].start):
            inside = page.events[node.start : node.end]
            text = _SPACE.sub("", "".join(text or "" for _, text, _ in inside))
            if 4 <= len(text) <= 80:
                return text
    return _SITE.split(page.title)[0].strip() or None


def _has(blocks: list[Block], title: str) -> bool:
    bare = _SPACE.sub("", title)
    joined = _SPACE.sub("", "".join(block.text for block in blocks))
    return bare in joined


def _date(page: Page) -> str | None:
    """The day on which the page was published, as 2024-03-28."""
    for name in _DATE_NAMES:
        if re.match(r"\d{4}-\d\d-\d\d", page.meta.get(name, "")):
            return page.meta[name][:10]
    seen = 0
    for _, text, _ in page.events:
        found = _DATE.search(text[:200]) if text else None
        if found:
            return f"{found.group(1)}-{int(found.group(2)):02d}-{int(found.group(3)):02d}"
        seen += len(text or "")
        if seen > 4000:
            break
    return None
