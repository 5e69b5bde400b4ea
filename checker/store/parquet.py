"""The store as a folder of Parquet files, for DuckDB and clusters (pyarrow, the `batch` extra).

While a run goes on, judgements are staged as they come; closing sorts them into partitions by government, so that the
same reports give the same bytes whatever engine judged them and in whatever order. What a killed run staged is taken
up by the next one.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any
from zlib import crc32

from checker.errors import InputError, Problem
from checker.ledger.atomic import locked, write_whole
from checker.model import Level, Plan
from checker.store import expanded
from checker.store.judgement import Judgement, StoredFinding, cells_of
from checker.store.model import SCHEMA, PlanCell, StoredFile, unusable

_PARTITIONS = 64
_GROUP = 200
"""Reports whose rows are laid out at a time: a cell is a row, and a report has hundreds."""

_STAGE = 500
"""Judgements of one staged file: what a kill may cost, and what is held in memory."""

_HEAD, _FILES, _STAGED = "store.json", "files.parquet", "staged"

Row = dict[str, Any]


class ParquetStore:
    """A store in a folder. Raises InputError: S001 not there, S002 not a store, K001 in use, X001 without pyarrow."""

    def __init__(self, path: Path, write: bool = False) -> None:
        _needs_pyarrow()
        self._path, self._stack = path, ExitStack()
        if write:
            self._stack.enter_context(locked(path))
        self._head = self._read_head(write)
        self._version = ""
        self._fresh: list[Row] = []
        self._changed = bool(self._staged())
        self._files: dict[str, Row] = {row["path"]: row for row in _rows(path / _FILES)}
        for stage in self._staged():
            listed = json.loads(stage.with_suffix(".json").read_text("utf-8"))
            self._files.update((row["path"], row) for row in listed)
        self._fresh_files: list[Row] = []

    def _read_head(self, write: bool) -> dict[str, Any]:
        try:
            head = json.loads((self._path / _HEAD).read_text("utf-8"))
        except FileNotFoundError:
            if not write:
                hint = "先用 checker batch 文件夹 --out 文件夹/ 生成"
                raise unusable(str(self._path), "S001", "找不到这个结果库", hint) from None
            return {"schema": SCHEMA, "versions": {}}
        except (OSError, ValueError):
            head = {}
        if head.get("schema") != SCHEMA:
            raise unusable(str(self._path), "S002", f"不是这个程序的结果库（{SCHEMA}）", "请换一个文件夹")
        return dict(head)

    def _staged(self) -> list[Path]:
        """Staged judgements whose list of files was written too: the list comes last."""
        found = sorted((self._path / _STAGED).glob("*.parquet"))
        return [stage for stage in found if stage.with_suffix(".json").exists()]

    # ------------------------------------------------------------ writing

    def begin(self, version: str, plan: Callable[[], Plan]) -> None:
        """Say by what the judgements to come are made; `plan` is asked for where the version is new."""
        self._version = version
        if version not in self._head["versions"]:
            self._head["versions"][version] = _described(plan())
            write_whole(self._path / _HEAD, json.dumps(self._head, ensure_ascii=False).encode())

    def add(self, files: Sequence[StoredFile], judgement: Judgement | None) -> None:
        """Keep what came of a content, and the paths under which it lies."""
        self._changed = True
        for file in files:
            row = _file_row(file)
            self._files[file.path] = row
            self._fresh_files.append(row)
        if judgement:
            findings = json.dumps([asdict(one) for one in judgement.findings], ensure_ascii=False)
            self._fresh.append({"version": self._version, **_columns(judgement), "findings": findings})

    def flush(self) -> None:
        """Stage what was added, once it is worth a file; closing makes all of it last."""
        if len(self._fresh) >= _STAGE:
            self._stage()

    def _stage(self) -> None:
        if not self._fresh:
            return
        stage = self._path / _STAGED / f"{len(list((self._path / _STAGED).glob('*.parquet'))):06d}.parquet"
        _write(stage, [self._fresh], expanded.REPORTS)
        write_whole(stage.with_suffix(".json"), json.dumps(self._fresh_files, ensure_ascii=False).encode())
        self._fresh, self._fresh_files = [], []

    def close(self) -> None:
        """Sort what was staged into the partitions, and let others in."""
        try:
            if self._changed:
                self._stage()
                self._settle()
        finally:
            self._stack.close()

    def _settle(self) -> None:
        alive = {row["sha256"] for row in self._files.values() if row["sha256"]}
        stages = self._staged()
        anew = {row["sha256"] for stage in stages for row in _rows(stage, ["sha256"])}
        for number in range(_PARTITIONS):
            name = f"{number:02d}.parquet"
            before = _rows(self._path / "reports" / name)
            # What was judged anew may have found another government, and so another partition.
            rows = {row["sha256"]: row for row in before if row["sha256"] not in anew}
            for stage in stages:
                rows.update((row["sha256"], row) for row in _rows(stage) if _partition(row) == number)
            kept = [row for sha, row in rows.items() if sha in alive]
            if rows or before:
                self._partition(name, sorted(kept, key=lambda row: (row["government"], row["year"], row["sha256"])))
        _write(self._path / _FILES, [[self._files[path] for path in sorted(self._files)]], expanded.FILES)
        for stage in stages:
            stage.unlink()
            stage.with_suffix(".json").unlink()

    def _partition(self, name: str, rows: Sequence[Row]) -> None:
        """One partition of each table; reports last, so that a kill leaves what can be made again."""
        groups = [rows[at : at + _GROUP] for at in range(0, len(rows), _GROUP)]
        for table, columns, rows_of in expanded.TABLES:
            laid_out = (
                [one for row in group for one in rows_of(_judgement(row), self._cells(row["version"]))]
                for group in groups
            )
            _write(self._path / table / name, laid_out, columns)
        _write(self._path / "reports" / name, groups, expanded.REPORTS)

    # ------------------------------------------------------------ reading

    def files(self) -> Mapping[str, StoredFile]:
        """All files by path."""
        return {path: _file(self._files[path]) for path in sorted(self._files)}

    def judgements(self) -> Iterator[Judgement]:
        """All reports; those of one government together, by year and digest."""
        for number in range(_PARTITIONS):
            for row in _rows(self._path / "reports" / f"{number:02d}.parquet"):
                yield _judgement(row)

    def plan_cells(self) -> tuple[PlanCell, ...]:
        """The cells of the newest plan, by position."""
        versions = list(self._head["versions"])
        return self._cells(versions[-1]) if versions else ()

    def _cells(self, version: str) -> tuple[PlanCell, ...]:
        return tuple(PlanCell(*values) for values in self._head["versions"][version]["cells"])


def _described(plan: Plan) -> dict[str, Any]:
    tasks = {task.id: task for task in plan.tasks}
    cells = [
        [name, tasks[name].title, tasks[name].clause, tasks[name].obligation, level.value]
        for name, level in cells_of(plan)
    ]
    return {"plan": plan.title, "plan_sha256": plan.sha256, "cells": cells}


def _columns(one: Judgement) -> Row:
    row = {name: getattr(one, name) for name in expanded.REPORTS if name not in ("version", "level", "findings")}
    return {**row, "level": one.level.value}


def _judgement(row: Row) -> Judgement:
    values = {name: value for name, value in row.items() if name not in ("version", "level", "findings")}
    findings = tuple(StoredFinding(**one) for one in json.loads(row["findings"]))
    return Judgement(**values, level=Level(row["level"]), findings=findings)


def _partition(row: Row) -> int:
    return crc32(row["government"].encode()) % _PARTITIONS


def _file_row(file: StoredFile) -> Row:
    why = file.failure
    return {
        "path": file.path, "fingerprint": file.fingerprint, "version": file.version, "sha256": file.sha256,
        "code": why.code if why else None, "message": why.message if why else None, "hint": why.hint if why else None,
    }  # fmt: skip


def _file(row: Row) -> StoredFile:
    failure = Problem(row["path"], 0, row["code"], row["message"], row["hint"]) if row["code"] else None
    return StoredFile(row["path"], row["fingerprint"], row["version"], row["sha256"], failure)


def _needs_pyarrow() -> None:
    try:
        import pyarrow.parquet  # noqa: F401 - whether it is there
    except ImportError as missing:
        hint = 'pip install "law-plan-checker[batch]"，或把 --out 写成一个文件名（SQLite）'
        raise InputError([Problem("pyarrow", 0, "X001", "写 Parquet 要先安装它", hint)]) from missing


def _rows(path: Path, columns: list[str] | None = None) -> list[Row]:
    """The rows of a file, none where it is not there. Raises InputError S002 where it is torn."""
    import pyarrow
    import pyarrow.parquet

    if not path.exists():
        return []
    try:
        return list(pyarrow.parquet.read_table(path, columns=columns).to_pylist())
    except (OSError, pyarrow.ArrowException) as error:
        hint = "请把这个文件夹移走后重新运行，或从备份恢复"
        raise unusable(str(path), "S002", f"结果库已损坏（{str(error)[:100]}）", hint) from None


def _write(path: Path, groups: Iterable[Sequence[Row]], columns: Mapping[str, str]) -> None:
    """Put a table in place at once, group by group of rows; equal groups give equal bytes."""
    import pyarrow
    import pyarrow.parquet

    schema = pyarrow.schema([(name, pyarrow.type_for_alias(kind)) for name, kind in columns.items()])
    buffer = io.BytesIO()
    with pyarrow.parquet.ParquetWriter(buffer, schema, compression="zstd", compression_level=9) as writer:
        for rows in groups:
            writer.write_table(pyarrow.Table.from_pylist(list(rows), schema=schema))
    write_whole(path, buffer.getvalue())
