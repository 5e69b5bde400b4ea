"""The store as one SQLite file: written in transactions by one writer, whole after any interruption."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from checker.errors import InputError, Problem
from checker.model import Level, Plan
from checker.store import codes
from checker.store.judgement import Judgement, StoredFinding, cells_of
from checker.store.model import SCHEMA, PlanCell, StoredFile, unusable
from checker.store.packing import dictionary_of, pack, unpack

_WAIT = 5.0
"""Seconds to wait for another program that has the store."""

_REPORT = "sha256, name, title, government, level, year, characters, statuses, verdicts, details"


class SqliteStore:
    """A store in a file; `write` makes the file where it is missing and keeps all others out.

    Raises InputError: S001 not there, S002 not a store or torn, S003 in use, S004 cannot be written (disk full).
    """

    def __init__(self, path: Path, write: bool = False) -> None:
        self._path = path
        if not write and not path.is_file():
            raise unusable(str(path), "S001", "找不到这个结果库", "先用 checker batch 文件夹 --out 文件 生成")
        with self._told():
            mode = "rwc" if write else "ro"
            uri = f"{path.resolve().as_uri()}?mode={mode}"
            self._base = sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None)
            self._open(write)
        self._version = 0
        self._dictionary = self._meta("dictionary")

    def _open(self, write: bool) -> None:
        if write:
            self._base.execute("PRAGMA page_size = 1024")  # details fill pages of 4096 bytes badly
            self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._base.execute("BEGIN EXCLUSIVE")
            if not self._base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                self._create()
            self._base.execute("COMMIT")
        self._check()

    def _create(self) -> None:
        script = (Path(__file__).with_name("schema.sql")).read_text("utf-8")
        for statement in script.split(";\n"):
            if statement.strip():
                self._base.execute(statement)
        letters = [(letter, code.value, 1) for code, letter in codes.STATUS_LETTER.items()]
        small = [(letter.lower(), code, 0) for letter, code, _ in letters]
        places = [(at, obligation, level.value) for at, (obligation, level) in enumerate(codes.CLAIMS)]
        verdicts = [(letter, code.value) for code, letter in codes.VERDICT_LETTER.items()]
        self._base.executemany("INSERT INTO status_letters VALUES (?, ?, ?)", letters + small)
        self._base.executemany("INSERT INTO claim_places VALUES (?, ?, ?)", places)
        self._base.executemany("INSERT INTO verdict_letters VALUES (?, ?)", verdicts)
        severities = [(letter, name) for name, letter in codes.SEVERITY_LETTER.items()]
        self._base.executemany("INSERT INTO severity_letters VALUES (?, ?)", severities)
        self._base.execute("INSERT INTO meta VALUES ('schema', ?)", (SCHEMA,))

    def _check(self) -> None:
        """A file that is a store, of this form, with all its pages."""
        tables = {name for (name,) in self._base.execute("SELECT name FROM sqlite_master")}
        if "meta" not in tables or self._meta("schema") != SCHEMA.encode():
            hint = "请换一个文件名，或把旧文件移走后重新运行"
            raise unusable(str(self._path), "S002", f"不是这个程序的结果库（{SCHEMA}）", hint)
        (told,) = self._base.execute("PRAGMA quick_check(1)").fetchone()
        if told != "ok":
            raise sqlite3.DatabaseError(told)

    def _meta(self, key: str) -> bytes:
        row = self._base.execute("SELECT CAST(value AS BLOB) FROM meta WHERE key = ?", (key,)).fetchone()
        return bytes(row[0]) if row else b""

    # ------------------------------------------------------------ writing

    def begin(self, version: str, plan: Callable[[], Plan]) -> None:
        """Say by what the judgements to come are made; `plan` is asked for where the version is new."""
        with self._told():
            known = self._base.execute("SELECT id FROM versions WHERE version = ?", (version,)).fetchone()
        self._version = known[0] if known else self._new_version(version, plan())

    def _new_version(self, version: str, plan: Plan) -> int:
        """Keep the plan's cells; the first plan gives the dictionary."""
        with self._told(), self._transaction():
            if not self._dictionary:
                self._dictionary = dictionary_of(plan)
                self._base.execute("INSERT INTO meta VALUES ('dictionary', ?)", (self._dictionary,))
            return self._add_version(version, plan)

    def _add_version(self, version: str, plan: Plan) -> int:
        values = (version, plan.title, plan.sha256)
        number = self._base.execute(
            "INSERT INTO versions (version, plan, plan_sha256) VALUES (?, ?, ?)", values
        ).lastrowid
        tasks = {task.id: task for task in plan.tasks}
        self._base.executemany(
            "INSERT INTO plan_cells VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (number, at, name, tasks[name].title, tasks[name].clause, tasks[name].obligation, level.value)
                for at, (name, level) in enumerate(cells_of(plan))
            ],
        )
        return int(number or 0)

    def add(self, files: Sequence[StoredFile], judgement: Judgement | None) -> None:
        """Keep what came of a content, and the paths under which it lies."""
        with self._told():
            if not self._base.in_transaction:
                self._base.execute("BEGIN")
            report = self._add_report(judgement) if judgement else None
            for file in files:
                self._add_file(file, report)

    def _add_report(self, one: Judgement) -> int:
        told = self._base.execute("SELECT id FROM reports WHERE sha256 = ?", (one.sha256,)).fetchone()
        number = told[0] if told else None
        details = pack(one.details, self._dictionary)
        values = (number, self._version, len(one.detail.value["stances"]), *_values(one), details)
        number = self._base.execute(
            f"INSERT OR REPLACE INTO reports (id, version, statements, {_REPORT}) VALUES ({_marks(len(values))})",
            values,
        ).lastrowid
        self._base.execute("DELETE FROM found WHERE report = ?", (number,))
        self._base.executemany(
            f"INSERT INTO found VALUES ({_marks(8)})",
            [
                (
                    number,
                    at,
                    told.rule,
                    codes.SEVERITY_LETTER[told.severity],
                    told.ordinal,
                    told.stated,
                    told.expected,
                    told.formula,
                )
                for at, told in enumerate(one.findings)
            ],
        )
        return int(number or 0)

    def _add_file(self, file: StoredFile, report: int | None) -> None:
        before = self._base.execute("SELECT report FROM files WHERE path = ?", (file.path,)).fetchone()
        if report is None and file.sha256:
            known = self._base.execute("SELECT id FROM reports WHERE sha256 = ?", (file.sha256,)).fetchone()
            report = known[0] if known else None
        why = (file.failure.code, file.failure.message, file.failure.hint) if file.failure else (None, None, None)
        self._base.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)",
            (file.path, file.fingerprint, file.version, report, *why),
        )
        if before and before[0] not in (None, report):
            self._forget(before[0])

    def _forget(self, report: int) -> None:
        """Take out a report that no file holds any more."""
        if not self._base.execute("SELECT 1 FROM files WHERE report = ?", (report,)).fetchone():
            self._base.execute("DELETE FROM found WHERE report = ?", (report,))
            self._base.execute("DELETE FROM reports WHERE id = ?", (report,))

    def flush(self) -> None:
        """Make all that was added last."""
        with self._told():
            if self._base.in_transaction:
                self._base.execute("COMMIT")

    def close(self) -> None:
        """Flush, and let others in."""
        try:
            self.flush()
        finally:
            self._base.close()

    # ------------------------------------------------------------ reading

    def files(self) -> Mapping[str, StoredFile]:
        """All files by path."""
        query = """SELECT path, fingerprint, version, (SELECT sha256 FROM reports WHERE id = report),
            code, message, hint FROM files ORDER BY path"""
        with self._told():
            return {
                path: StoredFile(path, mark, version, sha, Problem(path, 0, code, message, hint) if code else None)
                for path, mark, version, sha, code, message, hint in self._base.execute(query)
            }

    def judgements(self) -> Iterator[Judgement]:
        """All reports, by government, year and digest."""
        query = f"SELECT id, {_REPORT} FROM reports ORDER BY government, year, sha256"
        with self._told():
            for number, sha, name, title, place, level, year, size, statuses, verdicts, details in self._base.execute(
                query
            ):
                text, findings = unpack(details, self._dictionary), self._findings(number)
                yield Judgement(sha, name, title, place, Level(level), year, size, statuses, verdicts, text, findings)

    def _findings(self, report: int) -> tuple[StoredFinding, ...]:
        query = """SELECT rule, s.severity, statement, stated, expected, formula FROM found f
            JOIN severity_letters s ON s.letter = f.severity WHERE report = ? ORDER BY position"""
        return tuple(StoredFinding(*row) for row in self._base.execute(query, (report,)))

    def plan_cells(self) -> tuple[PlanCell, ...]:
        """The cells of the newest plan, by position."""
        query = """SELECT task, title, clause, obligation, level FROM plan_cells
            WHERE version = (SELECT max(id) FROM versions) ORDER BY position"""
        with self._told():
            return tuple(PlanCell(*row) for row in self._base.execute(query))

    # ------------------------------------------------------------ failing

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._base.execute("BEGIN")
        yield
        self._base.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say what ails the store in words; what was flushed before is whole."""
        try:
            yield
        except sqlite3.Error as error:
            raise _ailment(self._path, error) from error


def _values(one: Judgement) -> tuple[object, ...]:
    return (
        one.sha256, one.name, one.title, one.government, one.level.value, one.year, one.characters,
        one.statuses, one.verdicts,
    )  # fmt: skip


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _ailment(path: Path, error: sqlite3.Error) -> InputError:
    name = getattr(error, "sqlite_errorname", "") or str(error)
    text = f"{name} {error}"
    if "BUSY" in text or "LOCKED" in text or "locked" in text:
        return unusable(str(path), "S003", "另一个程序正在用这个结果库", "等它做完再运行")
    if "CORRUPT" in text or "NOTADB" in text or "malformed" in text or "not a database" in text:
        hint = "请把这个文件移走后重新运行，或从备份恢复"
        return unusable(str(path), "S002", f"结果库已损坏，或不是结果库（{error}）", hint)
    hint = "请检查磁盘空间和权限，然后重新运行：已写入的不会重做"
    return unusable(str(path), "S004", f"结果库写不了：{error}", hint)
