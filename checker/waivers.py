"""evidence/waivers.toml -> waivers: one cell each, no wildcards, with an approver and an end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.errors import Problem, did_you_mean
from checker.model import Level, Waiver
from checker.rows import Row, only_tables, tables
from checker.toml import TomlSource

_JOINERS = "*?,、，;；"


def waivers_of(
    source: TomlSource, known: Mapping[str, tuple[Level, ...]], problems: list[Problem]
) -> tuple[Waiver, ...]:
    """The waivers of a file; `known` are the tasks with the levels that they bind.

    Notes W001 unknown task or a wildcard, W002 level that the task does not bind, W003 until before from, W004 two
    waivers of one cell at one time; W1xx fields (see Row).
    """
    only_tables(source, ("waiver",), problems, "W1")
    taken: dict[tuple[str, Level], list[Waiver]] = {}
    found = []
    for row in tables(source, "waiver", problems, "W1"):
        waiver = _waiver(row)
        if waiver is None:
            continue
        same = taken.setdefault((waiver.task, waiver.level), [])
        for code, key, message, hint in faults(waiver, known, same):
            row.note(code, message, key, hint)
        same.append(waiver)
        found.append(waiver)
    return tuple(found)


def faults(
    waiver: Waiver, known: Mapping[str, tuple[Level, ...]], others: Iterable[Waiver]
) -> list[tuple[str, str, str, str]]:
    """What is wrong with a waiver, read or about to be written: (code, key, message, hint)."""
    found = []
    task, level = waiver.task, waiver.level
    if any(char in task for char in _JOINERS):
        found.append(("W001", "task", f"豁免不接受通配和并列：{task[:60]}", "一条豁免只写一项任务的 id"))
    elif task not in known:
        found.append(("W001", "task", f"计划里没有任务 {task[:60]}", did_you_mean(task, known)))
    elif level not in known[task]:
        found.append(("W002", "level", f"任务 {task} 不约束{level.zh}，不需要豁免", ""))
    if waiver.until < waiver.start:
        found.append(("W003", "until", f"until {waiver.until} 早于 from {waiver.start}", ""))
    for other in others:
        same = (other.task, other.level) == (task, level)
        if same and other.start <= waiver.until and waiver.start <= other.until:
            message = f"同一格在同一时间已有豁免（{other.file} 第 {other.row} 行）"
            found.append(("W004", "task", message, "两条豁免的起止不要重叠"))
            break
    return found


def _waiver(row: Row) -> Waiver | None:
    task = row.text("task", required=True)
    level = row.choice("level", Level, Level.CITY, required=True)
    reason, approver = row.text("reason", required=True), row.text("approver", required=True)
    start, until = row.day("from", required=True), row.day("until", required=True)
    row.close()
    if not task or not start or not until:
        return None
    return Waiver(task, level, reason, approver, start, until, row.source.file, row.line)
