"""The clock of the command line; nothing below it asks what time it is."""

from __future__ import annotations

from datetime import datetime


def now() -> datetime:
    """This moment with its distance from UTC, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)
