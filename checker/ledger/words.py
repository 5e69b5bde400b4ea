"""Words on their way into a file of the ledger: nothing that would make the file unreadable."""

from __future__ import annotations

_UNREADABLE = {code: " " for code in (*range(32), 0x7F) if code not in (9, 10)}


def clean(text: str) -> str:
    """Words as they are kept: no control characters, no halves of characters, no blanks around."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return whole.translate(_UNREADABLE).strip()
