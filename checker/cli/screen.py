"""The console: everything a person sees goes through here.

On a terminal rich draws with colour and lines. In a pipe, or on a console whose encoding cannot
print them, there is no colour and only ASCII lines, and a character that the encoding lacks becomes ?
instead of an exception.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

PIPE_WIDTH = 100
"""Columns of a table that goes into a pipe or a file, unless COLUMNS says otherwise."""


@dataclass(frozen=True)
class Screen:
    """Standard output and error of one run."""

    out: TextIO
    err: TextIO

    @classmethod
    def of_process(cls) -> Screen:
        """The screen of this process, made safe for characters that its encoding lacks."""
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure:
                reconfigure(errors="replace")
        return cls(sys.stdout, sys.stderr)

    @property
    def plain(self) -> bool:
        """Whether to keep to ASCII lines and no colour: a pipe, or an encoding other than UTF-8."""
        encoding = (getattr(self.out, "encoding", None) or "ascii").lower().replace("-", "")
        return not self.out.isatty() or not encoding.startswith("utf")

    @cached_property
    def console(self) -> Console:
        """A rich console that never reads report text as markup and never breaks a pipe with colour."""
        from rich.console import Console

        width = None
        if not self.out.isatty():
            columns = os.environ.get("COLUMNS", "")
            width = int(columns) if columns.isdigit() and 20 <= int(columns) <= 500 else PIPE_WIDTH
        return Console(
            file=self.out,
            width=width,
            markup=False,
            emoji=False,
            highlight=False,
            force_terminal=None if not self.plain else False,
            safe_box=True,
        )

    def write(self, text: str) -> None:
        """Text to standard output, as it is."""
        self.out.write(text)

    def document(self, text: str) -> None:
        """A document for programs: in UTF-8 whatever the console's encoding, so that it is the same everywhere."""
        binary = getattr(self.out, "buffer", None)
        if binary is None:
            self.out.write(text)
        else:
            self.out.flush()
            binary.write(text.encode("utf-8"))
            binary.flush()

    def flush(self) -> None:
        """Bring out what is still held back. Raises OSError where it cannot be written."""
        self.out.flush()

    def say(self, text: str) -> None:
        """A line to standard error: progress, warnings, problems."""
        self.err.write(f"{text}\n")

    def progress(self, done: int, total: int) -> None:
        """How far a scan is: a line on a terminal that overwrites itself, nothing in a pipe."""
        if self.err.isatty():
            bar = "#" * round(20 * done / max(total, 1))
            self.err.write(f"\r识别扫描件 [{bar:<20}] {done}/{total} 页" + ("\n" if done >= total else ""))
            self.err.flush()
