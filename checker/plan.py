"""plan/tasks.toml -> Plan: read, validated, every mistake in one run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from checker.errors import InputError, Problem, did_you_mean
from checker.graph import cycles
from checker.model import (
    LEVEL_RANK,
    OBLIGATIONS,
    Confidence,
    GatePolicy,
    Kind,
    Level,
    Minimum,
    Plan,
    Requirement,
    Status,
    Task,
)
from checker.rows import Row, only_tables, tables
from checker.toml import TomlSource, load_toml

FIRST_YEAR, LAST_YEAR = 2000, 2100
_ID = re.compile(r"[a-z0-9]+(?:[.\-_][a-z0-9]+)*")
_MAX_ID = 120


def load_plan(path: Path) -> Plan:
    """Read a plan.

    Raises InputError with all problems of the file: P001 duplicate id, P002 id out of form, P003 unknown
    prerequisite, P004 cycle (shown as a path), P005 no task, P006 unknown obligation or clause; P1xx
    fields (see Row).
    """
    source = load_toml(path)
    problems: list[Problem] = []
    only_tables(source, ("plan", "gate", "clauses", "sources", "task"), problems, "P1")
    clauses = _clauses(source, problems)
    rows = tables(source, "task", problems, "P1")
    tasks = [_task(row, clauses) for row in rows]
    if not tasks:
        problems.append(Problem(source.file, 0, "P005", "一项任务也没有", "任务写成 [[task]]"))
    _check_ids(rows, tasks)
    _check_requirements(source, rows, tasks, problems)
    plan = _head(source, clauses, tuple(tasks), problems)
    if problems:
        raise InputError(problems)
    return plan


def _clauses(source: TomlSource, problems: list[Problem]) -> dict[int, str]:
    row = Row(source, "clauses", 0, source.data.get("clauses", {}), problems, "P1")
    clauses: dict[int, str] = {}
    for key in row.data:
        title = row.text(key)
        if key.isascii() and key.isdigit() and int(key) <= 35:
            clauses[int(key)] = title
        else:
            row.note("P104", f"{key[:40]} 不是纲要的项号（0 或 4 至 35）", key)
    return clauses


def _sources(source: TomlSource, problems: list[Problem]) -> dict[str, str]:
    row = Row(source, "sources", 0, source.data.get("sources", {}), problems, "P1")
    return {tag: row.text(tag) for tag in row.data}


def _task(row: Row, clauses: dict[int, str]) -> Task:
    task = Task(
        id=row.text("id", required=True),
        no=row.text("no"),
        title=row.text("title", required=True),
        clause=row.integer("clause", 0, 35, required=True),
        kind=row.choice("kind", Kind, Kind.STATE, required=True),
        levels=tuple(sorted(row.choices("levels", Level, required=True), key=LEVEL_RANK.__getitem__)),
        criterion=row.text("criterion", required=True),
        lead=row.texts("lead"),
        requires=_requires(row),
        terms=row.texts("terms"),
        units=row.texts("units"),
        near_misses=row.texts("near_misses"),
        proofs=row.texts("proofs"),
        obligation=row.text("obligation") or None,
        due=row.day("due"),
        due_type=row.text("due_type"),
        due_text=row.text("due_text"),
        due_source=row.text("due_source"),
        due_confidence=row.choice("due_confidence", Confidence, Confidence.MEMORY)
        if "due_confidence" in row.data
        else None,
        from_year=row.integer("from_year", FIRST_YEAR, LAST_YEAR) or None,
        criterion_before=row.text("criterion_before") or None,
    )
    if task.obligation and task.obligation not in OBLIGATIONS:
        hint = did_you_mean(task.obligation, OBLIGATIONS)
        row.note("P006", f"不认识的重点任务 {task.obligation[:40]}", "obligation", hint)
    if clauses and task.clause not in clauses:
        row.note("P006", f"[clauses] 里没有第 {task.clause} 项", "clause")
    if task.due and not FIRST_YEAR <= task.due.year <= LAST_YEAR:
        row.note("P104", f"due = {task.due} 年份不合理", "due")
    row.close()
    return task


def _requires(row: Row) -> tuple[Requirement, ...]:
    found = []
    for inner in row.rows("requires"):
        found.append(Requirement(inner.text("id", required=True), inner.text("why")))
        inner.close()
    return tuple(found)


def _check_ids(rows: Sequence[Row], tasks: Sequence[Task]) -> None:
    first: dict[str, Row] = {}
    for row, task in zip(rows, tasks, strict=True):
        if not task.id:
            continue
        if len(task.id) > _MAX_ID or not _ID.fullmatch(task.id):
            row.note("P002", f"id 不合格式：{task.id[:60]!r}", "id", "只用小写字母、数字、点和连字符")
        if task.id in first:
            row.note("P001", f"id 重复：{task.id}（第 {first[task.id].line} 行已有）", "id", "每项任务的 id 不能相同")
        first.setdefault(task.id, row)


def _check_requirements(
    source: TomlSource, rows: Sequence[Row], tasks: Sequence[Task], problems: list[Problem]
) -> None:
    """Unknown prerequisites and cycles; the graph is only built over known tasks."""
    known = {task.id: index for index, task in enumerate(tasks)}
    for row, task in zip(rows, tasks, strict=True):
        for requirement in task.requires:
            if requirement.id and requirement.id not in known:
                message = f"前提任务 {requirement.id[:60]} 不存在"
                row.note("P003", message, "requires", did_you_mean(requirement.id, known))
    for cycle in cycles(tasks):
        place = rows[known[cycle[0]]]
        path = " → ".join([*cycle, cycle[0]])
        place.note("P004", f"前提任务成环：{path}", "requires", "去掉其中一条 requires")


def _head(
    source: TomlSource, clauses: dict[int, str], tasks: tuple[Task, ...], problems: list[Problem]
) -> Plan:
    row = Row(source, "plan", 0, source.data.get("plan", {}), problems, "P1")
    level = row.choice("level", Level, Level.CITY, required=True)
    period = row.integers("period", FIRST_YEAR, LAST_YEAR) or (2021, 2025)
    if len(period) != 2 or period[0] > period[-1]:
        row.note("P104", "period 应当是起止两个年份，如 [2021, 2025]", "period")
    plan = Plan(
        title=row.text("title", required=True),
        government=row.text("government", required=True),
        level=level,
        assess_levels=row.choices("assess_levels", Level) or (level,),
        period=(period[0], period[-1]),
        source=row.text("source"),
        clauses=clauses,
        sources=_sources(source, problems),
        tasks=tasks,
        gate=_gate(source, problems),
        sha256=source.sha256,
    )
    row.close()
    return plan


def _gate(source: TomlSource, problems: list[Problem]) -> GatePolicy:
    row = Row(source, "gate", 0, source.data.get("gate", {}), problems, "P1")
    fail = row.choices("fail", Status) if "fail" in row.data else (Status.SHORTFALL, Status.MISSING)
    audit_errors = row.flag("audit_errors", True)
    minimums = [_minimum(inner) for inner in row.subtables("minimum")]
    policy = GatePolicy(
        fail,
        audit_errors,
        tuple(minimums),
        only_confirmed=row.flag("only_confirmed", False),
        require_answered_errors=row.flag("require_answered_errors", False),
        require_settled_suspects=row.flag("require_settled_suspects", False),
    )
    row.close()
    return policy


def _minimum(row: Row) -> Minimum:
    minimum = Minimum(
        ratio=row.number("ratio", 0.0, 1.0, required=True),
        obligation=row.text("obligation") or None,
        level=row.choice("level", Level, Level.CITY) if "level" in row.data else None,
        clause=row.integer("clause", 0, 35) if "clause" in row.data else None,
        lead=row.text("lead") or None,
    )
    if minimum.obligation and minimum.obligation not in OBLIGATIONS:
        hint = did_you_mean(minimum.obligation, OBLIGATIONS)
        row.note("P006", f"不认识的重点任务 {minimum.obligation[:40]}", "obligation", hint)
    row.close()
    return minimum
