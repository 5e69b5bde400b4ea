"""Where the report stands on a page: the innermost element with most of the sentences, less what is only links."""

from __future__ import annotations

import re

from checker.reading.web.tree import Page

_MARKS = re.compile(r"[，。；、：！？]")
_SHARE = 0.8
"""Share of the sentences of the page that the element of the report holds at least."""
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:share|related|relat|recommend|nav|navi|menu|footer|foot|crumbs?|breadcrumbs?|position|location|comments?"
    r"|copyright|qrcode|sidebar|toolbar|pager|pagination|links?|ads?|hot|rank)(?:$|[\s_\d-])"
)
_ASIDE_SHARE = 0.3
"""An element that holds more of the sentences than this is the report, whatever its class is called."""


def weigh(page: Page) -> list[int]:
    """For each element the marks of punctuation in the visible text below it, links left out."""
    weights = [0] * len(page.nodes)
    for index, text, _ in page.events:
        if text and not page.nodes[index].link:
            weights[index] += len(_MARKS.findall(text))
    for index in range(len(page.nodes) - 1, 0, -1):
        weights[page.nodes[index].parent] += weights[index]
    return weights


def article(page: Page, weights: list[int]) -> int:
    """The element of the report: the innermost that holds most of the punctuation of the page."""
    heaviest: dict[int, int] = {}
    for index in range(1, len(page.nodes)):
        parent = page.nodes[index].parent
        if weights[index] > weights[heaviest.get(parent, index)] or parent not in heaviest:
            heaviest[parent] = index
    at, least = 0, weights[0] * _SHARE
    while at in heaviest and weights[heaviest[at]] >= max(least, 1):
        at = heaviest[at]
    while page.nodes[at].tag in {"p", "span", "font", "td", "tr", "tbody", "table", "b", "strong"} and at:
        at = page.nodes[at].parent  # a report in one paragraph or table: its title may stand beside it
        if page.nodes[at].tag == "div":
            break
    return at


def dropped(page: Page, weights: list[int], root: int) -> list[bool]:
    """For each element whether it is beside the report: hidden, or called so by its class and light."""
    limit = weights[root] * _ASIDE_SHARE
    flags = [False] * len(page.nodes)
    for index in range(root + 1, len(page.nodes)):
        node = page.nodes[index]
        aside = bool(node.hint) and weights[index] <= limit and bool(_ASIDE.search(node.hint))
        flags[index] = node.hidden or aside or flags[node.parent]
    return flags
