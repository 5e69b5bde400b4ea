"""Years and drafts beside each other, in the terminal and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from checker.ledger.drafts import Difference
from checker.ledger.years import Answer, Fall, Promise, Trend, Turn
from checker.model import Entry, Status
from checker.rendering.terminal.prose import Prose
from checker.rendering.terminal.theme import Look, heading, shown, status_text

_QUOTE = 60
_LISTED = 30


def show_trend(trend: Trend, console: Console, plain: bool) -> None:
    """The counts of each year, then what changed, what was promised, what fell."""
    look = Look(plain)
    table = look.table("状态", *(f"{year}" for year in trend.years))
    for status in Status:
        counts = [sum(row.statuses[at] is status for row in trend.rows) for at in range(len(trend.years))]
        if any(counts):
            table.add_row(status_text(status), *map(str, counts))
    console.print(heading("各年状态（格数）"))
    console.print(table)
    _rows(trend, console, look)
    _turns("补上的", trend.closed, console, look)
    _turns("又出现的", trend.returned, console, look)
    _promises(trend.promises, console, look)
    _falls(trend.falls, console, look)


def _rows(trend: Trend, console: Console, look: Look) -> None:
    """The cells that were not the same every year."""
    rows = [row for row in trend.rows if len(set(row.statuses)) > 1]
    if not rows:
        return
    table = look.table("任务", "层级", *(f"{year}" for year in trend.years))
    for row in rows[:_LISTED]:
        words = [status_text(status) if status else Text("－") for status in row.statuses]
        table.add_row(Prose(row.task.title), row.level.zh, *words)
    console.print(heading(f"变过的格（{len(rows)}）"))
    console.print(table)
    _more(len(rows), console)


def _turns(title: str, turns: Sequence[Turn], console: Console, look: Look) -> None:
    if not turns:
        return
    table = look.table("年", "任务", "层级", "变化")
    for turn in turns[:_LISTED]:
        change = Text.assemble(status_text(turn.before), " → ", status_text(turn.cell.status))
        table.add_row(str(turn.year), turn.cell.task.title, turn.cell.level.zh, change)
    console.print(heading(f"{title}（{len(turns)}）"))
    console.print(table)
    _more(len(turns), console)


def _promises(promises: Sequence[Promise], console: Console, look: Look) -> None:
    if not promises:
        return
    counts = Counter(promise.answer for promise in promises)
    told = "，".join(f"{answer.zh} {counts[answer]}" for answer in Answer if counts[answer])
    console.print(heading(f"上年的计划（{len(promises)}）", told))
    open_ones = [promise for promise in promises if promise.answer is not Answer.REPORTED]
    table = look.table("年", "计划", "次年")
    for promise in open_ones[:_LISTED]:
        by = f"：{'、'.join(entry.id for entry in promise.by[:3])}" if promise.by else ""
        table.add_row(str(promise.entry.source.year), Prose(_quoted(promise.entry)), f"{promise.answer.zh}{by}")
    console.print(table)
    _more(len(open_ones), console)


def _falls(falls: Sequence[Fall], console: Console, look: Look) -> None:
    if not falls:
        return
    table = look.table("什么", "上年", "本年", "出处")
    for fall in falls[:_LISTED]:
        years = f"{fall.earlier.id} → {fall.later.id}"
        table.add_row(Prose(fall.name), f"{fall.before:,.10g}{fall.unit}", f"{fall.after:,.10g}{fall.unit}", years)
    console.print(heading(f"下降的数字（{len(falls)}）", "下降未必不好，请核对口径是否一致"))
    console.print(table)
    _more(len(falls), console)


def show_difference(difference: Difference, sentences: bool, console: Console, plain: bool) -> None:
    """What differs; sentences only where both sides tell of the same year."""
    look = Look(plain)
    if difference.cells:
        table = look.table("任务", "层级", "前", "后")
        for cell, then in difference.cells[:_LISTED]:
            table.add_row(cell.task.title, cell.level.zh, status_text(then), status_text(cell.status))
        console.print(heading(f"状态变了的格（{len(difference.cells)}）"))
        console.print(table)
        _more(len(difference.cells), console)
    if sentences:
        _sentences("没有了的句子", difference.gone, console)
        _sentences("新增的句子", difference.added, console)
        _changed(difference, console)
    if not difference.cells and not (sentences and (difference.gone or difference.added or difference.changed)):
        console.print("没有不同")


def _sentences(title: str, entries: Sequence[Entry], console: Console) -> None:
    if entries:
        console.print(heading(f"{title}（{len(entries)}）"))
    for entry in entries:
        _line(console, f"[{entry.stance.zh}] {entry.where}  {_quoted(entry)}", 2)


def _changed(difference: Difference, console: Console) -> None:
    if difference.changed:
        console.print(heading(f"改了的句子（{len(difference.changed)}）"))
    for pair in difference.changed:
        _line(console, f"{pair.new.where}  {'；'.join(pair.labels) or '只改了文字'}", 2)
        if pair.reworded:
            _line(console, f"前 {shown(pair.old.text, 2 * _QUOTE)}", 4, "dim")
        _line(console, f"{'后 ' if pair.reworded else ''}{shown(pair.new.text, 2 * _QUOTE)}", 4)


def _line(console: Console, text: str, indent: int, style: str = "") -> None:
    console.print(Padding(Prose(text, style), (0, 0, 0, indent)))


def _quoted(entry: Entry) -> str:
    return shown(entry.text, _QUOTE)


def _more(count: int, console: Console) -> None:
    if count > _LISTED:
        console.print(Text(f"  ……共 {count} 条，全部见 --format json", "dim"))


def trend_document(trend: Trend) -> dict[str, Any]:
    """checker.trend/1."""
    return {
        "schema": "checker.trend/1",
        "years": list(trend.years),
        "cells": [
            {
                "task": row.task.id,
                "level": row.level.value,
                "statuses": [status.value if status else None for status in row.statuses],
            }
            for row in trend.rows
        ],
        "closed": _turn_values(trend.closed),
        "returned": _turn_values(trend.returned),
        "promises": [
            {
                "entry": promise.entry.id,
                "year": promise.entry.source.year,
                "quote": promise.entry.text,
                "answer": promise.answer.value,
                "by": [entry.id for entry in promise.by],
            }
            for promise in trend.promises
        ],
        "falls": [
            {
                "name": fall.name,
                "unit": fall.unit,
                "before": fall.before,
                "after": fall.after,
                "entries": [fall.earlier.id, fall.later.id],
            }
            for fall in trend.falls
        ],
    }


def _turn_values(turns: Iterable[Turn]) -> list[dict[str, Any]]:
    return [
        {
            "task": turn.cell.task.id,
            "level": turn.cell.level.value,
            "year": turn.year,
            "before": turn.before.value,
            "after": turn.cell.status.value,
        }
        for turn in turns
    ]


def difference_document(difference: Difference) -> dict[str, Any]:
    """checker.diff/1."""
    return {
        "schema": "checker.diff/1",
        "cells": [
            {"task": cell.task.id, "level": cell.level.value, "before": then.value, "after": cell.status.value}
            for cell, then in difference.cells
        ],
        "gone": [_entry_value(entry) for entry in difference.gone],
        "added": [_entry_value(entry) for entry in difference.added],
        "changed": [
            {
                "before": _entry_value(pair.old),
                "after": _entry_value(pair.new),
                "reworded": pair.reworded,
                "labels": list(pair.labels),
            }
            for pair in difference.changed
        ],
    }


def _entry_value(entry: Entry) -> dict[str, Any]:
    return {"id": entry.id, "quote": entry.text, "where": entry.where, "stance": entry.stance.value}
