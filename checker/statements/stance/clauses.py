"""A statement cut into clauses, with quotes, titles and brackets blanked out, so that their words give no cue."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.patterns import Pattern
from checker.statements.enumerators import enumerator
from checker.statements.stance.cues import Cue, Screen

_QUOTED = Pattern(
    r"《[^《》]{0,120}》|“[^“”]{0,60}”|\"[^\"]{0,40}\"|‘[^‘’]{0,40}’|（[^（）]{0,80}）|\([^()]{0,80}\)|〔[^〔〕]{0,10}〕"
)
_CLAUSE = Pattern(r"[^，,；;。！？!?：:]+")
BLANK = "□"
LINE_END = "\n，\n"
"""Stands between clauses: no pattern for a clause goes on over a comma, ^ and $ hold at a line's ends."""
ADMITS = "◇"
"""Stands first in a blanked quote that names what is amiss (“有设备、没数据”)."""
_AMISS = Pattern(
    r"有[^、，]{1,6}[、，]?[没无缺]|[一-鿿]得[一-鿿]{1,2}[、，]?[一-鿿]{1,3}不[一-鿿]|[没无缺][一-鿿]{1,4}[、，][没无缺]|重[一-鿿]{1,4}[、，]轻"
    r"|[上中下内外].?热[^”]{0,6}冷|睡大觉|睡在|稻草人|中梗阻|肠梗阻|小马拉大车|等米下锅|材料工程|两张皮|盆景|夹生饭|半拉子"
    r"|[难软弱乱散]、[一-鿿]{2}[难软弱乱散]"
)


class Clauses(NamedTuple):
    """The body of a statement, its run-in heading left out and quotes blanked, and the clauses of it.

    `lines` are the clauses once more, each on a line: what stands in none of them need not be looked for in each.
    `cues` are those that may be found in the text.
    """

    text: str
    parts: tuple[str, ...]
    lines: str
    cues: frozenset[Cue]


def clauses(quote: str, head: str, screen: Screen) -> Clauses:
    """Cut a statement; `head` is the run-in heading with which `quote` begins, or "". Enumerators are left out."""
    start = len(head)
    if mark := enumerator(quote, start):
        start = mark.end
    body = _QUOTED.sub(_blank, quote[start:]).lstrip("—-·•●○■□★ ")
    parts = tuple(_CLAUSE.findall(body))
    return Clauses(body, parts, LINE_END.join(parts), screen.possible(body))


def _blank(found: re.Match[str]) -> str:
    """Keep the marks and the length, so that offsets stay true."""
    text = found.group()
    if text[0] == "“" and _AMISS.search(text):
        return text[0] + ADMITS + BLANK * (len(text) - 3) + text[-1]
    return text[0] + BLANK * (len(text) - 2) + text[-1]
