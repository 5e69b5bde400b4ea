"""evidence/records/: sign-off records, numbered, each bound to the one before it and named by its own digest.

A record is an in-toto Statement (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md) as JSON:
0003-2024-1f2e3d4c5b6a7988.json. A byte changed in it no longer fits its name; a record taken out leaves a gap in the
numbers and in the chain. What a record needs beside it (a copy of the plan, the result) lies in the same folder,
named by digest too.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from checker.errors import InputError, Problem
from checker.ledger.atomic import write_whole
from checker.toml import read_bytes

FOLDER = "records"
STATEMENT = "https://in-toto.io/Statement/v1"
PREDICATE = "urn:law-plan-checker:signoff:1"
SIGNED = ".dsse.json"
_NAME = re.compile(r"(\d{4,})-(\d{4})-([0-9a-f]{16})\.json")


@dataclass(frozen=True, slots=True)
class Record:
    """A sign-off record: its file, its number, the digest of its bytes, and what it states."""

    path: Path
    number: int
    sha256: str
    statement: dict[str, Any]

    @property
    def predicate(self) -> dict[str, Any]:
        """Who signed what, and how it came about."""
        return dict(self.statement["predicate"])

    @property
    def subjects(self) -> list[dict[str, Any]]:
        """The files that are bound, with digests."""
        return list(self.statement["subject"])


def load_records(folder: Path) -> tuple[Record, ...]:
    """All records of a folder of evidence, oldest first.

    Raises InputError with every record that is not whole: S001 changed since it was written, S002 not a record, S003
    not bound to the one before it, S004 one is missing.
    """
    place = folder / FOLDER
    if not place.is_dir():
        return ()
    problems: list[Problem] = []
    records: list[Record] = []
    for path in sorted(place.iterdir(), key=lambda path: path.name):
        found = _NAME.fullmatch(path.name)
        if found:
            try:
                records.append(_record(path, int(found.group(1)), found.group(3)))
            except InputError as error:
                problems.extend(error.problems)
        elif path.name[0].isdigit() and not path.name.endswith(SIGNED):
            message = "签发记录的文件名被改过"
            problems.append(Problem(str(path), 0, "S002", message, "恢复成 编号-年份-摘要.json"))
    problems.extend(_chain_faults(records) if not problems else ())
    if problems:
        raise InputError(problems)
    return tuple(records)


def _record(path: Path, number: int, digest: str) -> Record:
    raw = read_bytes(path)
    sha256 = hashlib.sha256(raw).hexdigest()
    if not sha256.startswith(digest):
        hint = "从备份恢复；记录写成之后一个字节也不能改"
        raise InputError([Problem(str(path), 0, "S001", "签发记录被改过：内容与文件名里的摘要对不上", hint)])
    try:
        statement = json.loads(raw)
        fits = _well_formed(statement)
    except (ValueError, KeyError, TypeError, RecursionError):
        fits = False
    if not fits:
        raise InputError([Problem(str(path), 0, "S002", "不是签发记录，或缺少应有的内容")])
    return Record(path, number, sha256, statement)


def _well_formed(statement: dict[str, Any]) -> bool:
    """Whether everything that a verification asks for is there. May raise KeyError, TypeError or ValueError."""
    told, subjects = statement["predicate"], statement["subject"]
    names = {subject["name"] for subject in subjects}
    date.fromisoformat(told["as_of"])
    sizes = [one["annotations"].get("size", 0) for one in subjects]
    return (
        (statement["_type"], statement["predicateType"]) == (STATEMENT, PREDICATE)
        and {told["plan"], told["result"]} <= names
        and isinstance(told["year"], int)
        and all(isinstance(told[key], str) for key in ("by", "at", "government", "program"))
        and all(isinstance(one["digest"]["sha256"], str) for one in subjects)
        and all(isinstance(size, int) and size >= 0 for size in sizes)
        and isinstance(told["ledger"]["entries"], dict)
        and isinstance(told["ledger"]["waivers"], list)
        and isinstance(told["ledger"]["draft"], int)
        and isinstance(told["ledger"]["decisions"]["count"], int)
        and isinstance(told["ledger"]["decisions"]["seal"], str)
    )


def _chain_faults(records: list[Record]) -> list[Problem]:
    problems = []
    last: Record | None = None
    for at, record in enumerate(records, 1):
        previous = record.predicate.get("previous")
        wanted = {"name": last.path.name, "sha256": last.sha256} if last else None
        if record.number != at:
            message = f"第 {at} 号签发记录不见了（或有两份同号）"
            problems.append(Problem(str(record.path), 0, "S004", message, "从备份恢复缺少的记录"))
            break
        if previous != wanted:
            problems.append(Problem(str(record.path), 0, "S003", "与上一份签发记录接不上", "从备份恢复被换掉的记录"))
            break
        last = record
    return problems


def dumps(value: Any) -> bytes:
    """JSON as the records keep it: the same value gives the same bytes."""
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False) + "\n").encode()


def write_named(folder: Path, kind: str, suffix: str, data: bytes) -> Path:
    """Keep bytes in the folder of records under their digest; writing them twice is writing them once."""
    path = folder / FOLDER / f"{kind}-{hashlib.sha256(data).hexdigest()[:16]}{suffix}"
    write_whole(path, data)
    return path


def record_path(folder: Path, number: int, year: int, data: bytes) -> Path:
    """Where a record of these bytes goes."""
    return folder / FOLDER / f"{number:04d}-{year}-{hashlib.sha256(data).hexdigest()[:16]}.json"
