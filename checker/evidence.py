"""evidence/ -> entries and waivers: read and validated, every mistake of every file in one run.

A year's entries lie in evidence/YEAR.toml (and YEAR-NAME.toml for further governments and newer drafts),
waivers in evidence/waivers.toml. Entries are written once; people decide beside them. What a newer draft
no longer says, or says otherwise, is marked in the draft's own file ([[mark]]).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from checker.errors import InputError, Problem, did_you_mean
from checker.model import (
    OBLIGATIONS,
    Because,
    Entry,
    Extent,
    Figure,
    Level,
    Plan,
    Reach,
    Report,
    Source,
    Stance,
    TaskMatch,
    Waiver,
)
from checker.plan import FIRST_YEAR, LAST_YEAR
from checker.rows import Row, only_tables, tables
from checker.toml import TomlSource, load_toml
from checker.waivers import waivers_of

SCHEMA = "checker.evidence/1"
_YEAR_FILE = re.compile(r"\d{4}(?:-.+)?\.toml")
_ID = re.compile(r"[0-9A-Za-z]+(?:[.\-_][0-9A-Za-z]+)*")


class Change(str, Enum):
    """What a newer draft did to an entry."""

    VANISHED = "vanished"
    CHANGED = "changed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of an entry in a newer draft; `by` is the entry that says it now, `draft` rises with time."""

    entry: str
    change: Change
    by: str
    draft: int
    file: str
    row: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """All entries of a folder in order of id, waivers, marks in order of time; `files` are (report, file name)."""

    entries: tuple[Entry, ...]
    waivers: tuple[Waiver, ...]
    marks: tuple[Mark, ...] = ()
    files: tuple[tuple[Source, str], ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The reports whose sentences are kept."""
        return tuple(source for source, _ in self.files)

    @property
    def years(self) -> tuple[int, ...]:
        """The years of which there is evidence, oldest first."""
        return tuple(sorted({entry.source.year for entry in self.entries}))


def load_evidence(folder: Path, plan: Plan) -> Evidence:
    """Read a folder of evidence; one that has no file of entries is empty, not an error.

    Raises InputError with all problems of all files: E001 not a folder, E002 duplicate id, E003 unknown
    task, E004 id out of form, E005 wrong schema, E006 unknown obligation, E008 mark of an unknown entry; W001
    unknown task, W002 level not bound, W003 until before from, W004 two waivers of one cell at one time;
    E1xx fields (see Row).
    """
    problems: list[Problem] = []
    entries: list[Entry] = []
    marks: list[Mark] = []
    files: list[tuple[Source, str]] = []
    waivers: tuple[Waiver, ...] = ()
    known = {task.id: task.levels for task in plan.tasks}
    for path in _files(folder):
        try:
            source = load_toml(path)
        except InputError as error:
            problems.extend(error.problems)
            continue
        if path.name == "waivers.toml":
            waivers = waivers_of(source, known, problems)
        else:
            head = _head(source, problems)
            files.append((head, path.name))
            entries.extend(_entry(row, head, known) for row in tables(source, "entry", problems, "E1"))
            marks.extend(_mark(row) for row in tables(source, "mark", problems, "E1"))
    problems.extend(_duplicates(entries))
    problems.extend(_astray(entries, marks))
    if problems:
        raise InputError(problems)
    entries.sort(key=lambda entry: entry.id)
    marks.sort(key=lambda mark: mark.draft)
    return Evidence(tuple(entries), waivers, tuple(marks), tuple(files))


def entries_of(report: Report, taken: Collection[str] = ()) -> tuple[Entry, ...]:
    """The statements of a report read on the spot, as entries.

    Ids that are `taken` are told apart by the first digits of the report's digest.
    """
    source = Source(report.name, report.sha256, report.title, report.government, report.level, report.year)
    clash = any(statement.id in taken for statement in report.statements)
    return tuple(
        Entry(
            id=f"{statement.id}-{report.sha256[:6]}" if clash else statement.id,
            source=source,
            text=statement.quote,
            chapter=statement.chapter,
            ordinal=statement.ordinal,
            line=statement.line,
            stance=statement.stance,
            reaches=statement.reaches,
            extent=statement.extent,
            tasks=statement.tasks,
            clauses=statement.clauses,
            obligations=statement.obligations,
            figures=statement.figures,
            file=report.name,
            row=statement.line,
            because=statement.because,
        )
        for statement in report.statements
    )


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        what = "不是文件夹" if folder.exists() else "找不到佐证文件夹"
        raise InputError([Problem(str(folder), 0, "E001", what, "用 --evidence 指定，或在当前目录建 evidence/")])
    names = [path for path in folder.iterdir() if _YEAR_FILE.fullmatch(path.name) or path.name == "waivers.toml"]
    return sorted(names)


def _head(source: TomlSource, problems: list[Problem]) -> Source:
    only_tables(source, ("schema", "report", "entry", "mark"), problems, "E1")
    if source.data.get("schema") != SCHEMA:
        message = f"schema 应当是 {SCHEMA}"
        problems.append(source.problem("E005", message, "schema", hint=f'在文件开头写 schema = "{SCHEMA}"'))
    return _source(Row(source, "report", 0, source.data.get("report", {}), problems, "E1"))


def _source(row: Row) -> Source:
    source = Source(
        name=row.text("name", required=True),
        sha256=row.text("sha256", required=True),
        title=row.text("title", required=True),
        government=row.text("government", required=True),
        level=row.choice("level", Level, Level.CITY, required=True),
        year=row.integer("year", FIRST_YEAR, LAST_YEAR, required=True),
    )
    row.close()
    return source


def _entry(row: Row, source: Source, known: dict[str, tuple[Level, ...]]) -> Entry:
    quote, summary = row.text("quote"), row.text("summary")
    if not quote and not summary:
        row.note("E101", "缺少 quote（原文）或 summary（自己的话）", "", "两者写一个即可")
    row.texts("documents")
    row.text("note")
    entry = Entry(
        id=row.text("id", required=True),
        source=source,
        text=quote or summary,
        chapter=row.text("chapter"),
        ordinal=row.integer("ordinal", 0, 1_000_000),
        line=row.integer("line", 0, 10_000_000),
        stance=row.choice("stance", Stance, Stance.CONTEXT, required=True),
        reaches=_reaches(row),
        extent=row.choice("extent", Extent, Extent.UNSTATED),
        tasks=_tasks(row, known),
        clauses=row.integers("clauses", 0, 35),
        obligations=row.texts("obligations"),
        figures=_figures(row),
        file=row.source.file,
        row=row.line,
        because=_because(row),
    )
    if entry.id and not (len(entry.id) <= 60 and _ID.fullmatch(entry.id)):
        row.note("E004", f"id 不合格式：{entry.id[:60]!r}", "id", "用字母、数字和连字符，如 2022-001")
    for name in entry.obligations:
        if name not in OBLIGATIONS:
            row.note("E006", f"不认识的重点任务 {name[:40]}", "obligations", did_you_mean(name, OBLIGATIONS))
    row.close()
    return entry


def _reaches(row: Row, key: str = "reaches") -> tuple[Reach, ...]:
    found = []
    for inner in row.rows(key):
        level = inner.choice("level", Level, Level.CITY, required=True)
        found.append(Reach(level, inner.choice("extent", Extent, Extent.UNSTATED)))
        inner.close()
    return tuple(found)


def _tasks(row: Row, known: dict[str, tuple[Level, ...]]) -> tuple[TaskMatch, ...]:
    found = []
    for inner in row.rows("tasks"):
        task, score = inner.text("id", required=True), inner.number("score", 0, 1, default=1.0)
        match = TaskMatch(task, score, _reaches(inner, "less"))
        if match.id and match.id not in known:
            row.note("E003", f"计划里没有任务 {match.id[:60]}", "tasks", did_you_mean(match.id, known))
        found.append(match)
        inner.close()
    return tuple(found)


def _because(row: Row) -> tuple[Because, ...]:
    found = []
    for inner in row.rows("because"):
        rule = inner.text("rule", required=True)
        found.append(Because(inner.text("label", required=True), rule, inner.text("detail")))
        inner.close()
    return tuple(found)


def _figures(row: Row) -> tuple[Figure, ...]:
    found = []
    for inner in row.rows("figures"):
        value = inner.number("value", -1e18, 1e18, required=True)
        unit = inner.text("unit")
        found.append(
            Figure(
                value=int(value) if value == int(value) else value,
                unit=unit,
                approx=inner.flag("approx", False),
                text=inner.text("text") or f"{value:g}{unit}",
                start=0,
                end=0,
            )
        )
        inner.close()
    return tuple(found)


def _duplicates(entries: Iterable[Entry]) -> list[Problem]:
    first: dict[str, Entry] = {}
    problems = []
    for entry in entries:
        other = first.setdefault(entry.id, entry)
        if other is not entry and entry.id:
            message = f"佐证编号重复：{entry.id}（{other.file}:{other.row} 已有）"
            problems.append(Problem(entry.file, entry.row, "E002", message, "每条佐证的编号不能相同"))
    return problems


def _mark(row: Row) -> Mark:
    mark = Mark(
        entry=row.text("entry", required=True),
        change=row.choice("change", Change, Change.VANISHED, required=True),
        by=row.text("by"),
        draft=row.integer("draft", 1, 1_000_000, required=True),
        file=row.source.file,
        row=row.line,
    )
    row.close()
    return mark


def _astray(entries: Iterable[Entry], marks: Iterable[Mark]) -> list[Problem]:
    known = {entry.id for entry in entries}
    return [
        Problem(mark.file, mark.row, "E008", f"标记所指的佐证不存在：{name[:60]}", "佐证文件不能删改，请找回原来的条目")
        for mark in marks
        for name in (mark.entry, mark.by)
        if name and name not in known
    ]
