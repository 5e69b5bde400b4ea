"""Colours, tables and bars of the terminal; every colour is doubled by a word, so none is needed to read it."""

from __future__ import annotations

from dataclasses import dataclass

from rich.box import SIMPLE_HEAD, Box
from rich.table import Table
from rich.text import Text

from checker.model import Ratio, Severity, Stance, Status, Verdict
from checker.rendering.text import printable

STATUS_STYLE = {
    Status.MET: "green",
    Status.PARTIAL: "yellow",
    Status.ONGOING: "cyan",
    Status.PLANNED: "blue",
    Status.SHORTFALL: "bold red",
    Status.UNPROVEN: "magenta",
    Status.MISSING: "red",
    Status.NOT_DUE: "dim",
    Status.WAIVED: "dim",
    Status.NOT_APPLICABLE: "dim",
}
VERDICT_STYLE = {
    Verdict.COVERED: "green",
    Verdict.PARTIAL: "yellow",
    Verdict.SHORTFALL: "bold red",
    Verdict.NONE: "red",
    Verdict.NOT_APPLICABLE: "dim",
}
STANCE_STYLE = {
    Stance.ACHIEVED: "green",
    Stance.ONGOING: "cyan",
    Stance.SHORTFALL: "bold red",
    Stance.PLANNED: "blue",
    Stance.CONTEXT: "dim",
}
LABELS = {
    "stance": "立场",
    "tasks": "任务",
    "levels": "层级",
    "extent": "范围",
    "clause": "纲要",
    "obligation": "重点任务",
}
"""Kinds of label in words; their rules keep their codes."""

SEVERITY_STYLE = {
    Severity.ERROR: "bold red",
    Severity.QUESTION: "yellow",
    Severity.WARNING: "magenta",
    Severity.INFO: "dim",
}

# Rows: top, head, line under head, rows, row line, foot line, foot, bottom.
_ASCII = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


@dataclass(frozen=True, slots=True)
class Look:
    """How to draw: `plain` keeps to ASCII lines, for pipes and consoles that lack box characters."""

    plain: bool

    def table(self, *headers: str, expand: bool = False) -> Table:
        """A table with a line under its head and no other frame."""
        box = _ASCII if self.plain else SIMPLE_HEAD
        table = Table(box=box, expand=expand, pad_edge=False, show_edge=False, header_style="bold")
        for header in headers:
            table.add_column(header, overflow="fold")
        return table

    def bar(self, ratio: Ratio, width: int = 20) -> Text:
        """Coverage as a bar; an empty text where nothing is due."""
        value = ratio.ratio
        if value is None:
            return Text("")
        full = round(value * width)
        # A bar is never shown full, nor empty, unless it is.
        full = min(max(full, 1 if ratio.met else 0), width - (ratio.met < ratio.applicable))
        done, rest = ("#", ".") if self.plain else ("━", "━")
        return Text.assemble((done * full, "green"), (rest * (width - full), "bright_black"))


def percent(ratio: Ratio) -> str:
    """12/40（30%）, or a dash where nothing is due."""
    value = ratio.ratio
    return "无到期" if value is None else f"{ratio.met}/{ratio.applicable}（{value:.0%}）"


def status_text(status: Status) -> Text:
    """A status in words and colour."""
    return Text(status.zh, STATUS_STYLE[status])


def heading(text: str, note: str = "") -> Text:
    """The heading of a section with a quiet remark."""
    return Text.assemble((f"\n{text}", "bold"), (f"  {note}" if note else "", "dim"))


def shown(text: str, limit: int) -> str:
    """A text on one line, cut to at most `limit` characters, its control characters shown as signs."""
    clean = printable(text).replace("\n", " ").replace("\t", " ")
    return clean if len(clean) <= limit else f"{clean[: limit - 1]}…"


def label_zh(label: str) -> str:
    """A kind of label in words: "clause 15" -> 纲要 15."""
    kind, _, rest = label.partition(" ")
    return f"{LABELS.get(kind, kind)} {rest}".strip()
