"""The roll-up in the terminal: every table that has rows, the long ones cut."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from checker.rendering.tables import Table
from checker.rendering.terminal.prose import Prose
from checker.rendering.terminal.theme import Look, heading, shown

_LISTED = 20
_QUOTE = 80


def show_rollup(tables: Sequence[Table], summary: str, console: Console, plain: bool) -> None:
    """One table after the other."""
    look = Look(plain)
    console.print(Text(summary, "bold"))
    for table in tables:
        if table.rows:
            console.print(heading(table.name, f"{len(table.rows)} 行"))
            console.print(_drawn(table, look))
            if len(table.rows) > _LISTED:
                console.print(Text(f"  ……列前 {_LISTED} 行，全部见 --format json 或 --xlsx", "dim"))


def _drawn(table: Table, look: Look) -> object:
    drawn = look.table(*(column.name for column in table.columns))
    for column, value in zip(drawn.columns, table.rows[0], strict=True):
        if isinstance(value, int):
            column.justify = "right"
    for row in table.rows[:_LISTED]:
        drawn.add_row(*(str(value) if isinstance(value, int) else Prose(shown(value, _QUOTE)) for value in row))
    return drawn
