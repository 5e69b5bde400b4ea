"""A statement cut into clauses, with quotes, titles and brackets blanked out, so that their words give no cue."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.statements.enumerators import enumerator

_QUOTED = re.compile(
    r"《[^《》]{0,120}》|“[^“”]{0,60}”|\"[^\"]{0,40}\"|‘[^‘’]{0,40}’|（[^（）]{0,80}）|\([^()]{0,80}\)|〔[^〔〕]{0,10}〕"
)
_CLAUSE = re.compile(r"[^，,；;。！？!?：:]+")
BLANK = "□"


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a statement, its run-in heading apart; `text` is the body with quotes blanked."""

    head: str
    text: str
    parts: tuple[str, ...]


def clauses(quote: str, head: str) -> Clauses:
    """Cut a statement; `head` is the run-in heading with which `quote` begins, or "". Enumerators are left out."""
    start = len(head)
    if mark := enumerator(quote, start):
        start = mark.end
    plain = _QUOTED.sub(_blank, quote[:start]) + _QUOTED.sub(_blank, quote[start:])
    body = plain[start:].lstrip("—-·•●○■□★ ")
    return Clauses(plain[: len(head)], body, tuple(_CLAUSE.findall(body)))


def _blank(found: re.Match[str]) -> str:
    """Keep the marks and the length, so that offsets stay true."""
    text = found.group()
    return text[0] + BLANK * (len(text) - 2) + text[-1]
