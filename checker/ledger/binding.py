"""What a sign-off binds: files by digest, and the parts of the ledger one by one, so that a difference has a name.

Files of the ledger only ever grow, so a record binds their beginning: the digest of the first `size` bytes, read as
UTF-8 without BOM and with plain line ends (an office that passes them through another system may find both changed;
for a file as the program wrote it, it is the digest that every other tool shows). Other files are bound byte by byte.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checker.evidence import Evidence
from checker.ledger.decisions import FILE
from checker.ledger.digest import digest_of, state_of
from checker.ledger.papers import file_digest
from checker.ledger.store import WAIVERS, Ledger
from checker.model import Entry, Waiver

ALGORITHMS = tuple(name for name in ("sha256", "sm3") if name in hashlib.algorithms_available)
"""sm3 where the platform has it; a verifier without it goes by sha256."""

_PART = 16


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of the ledger a record speaks of."""

    entries: Mapping[str, str]
    waivers: tuple[str, ...]
    decisions: int
    seal: str
    draft: int


def grown(path: Path) -> bytes:
    """The bytes of a file of the ledger as they are bound."""
    return path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def digests(data: bytes) -> dict[str, str]:
    """The digests of bytes by algorithm."""
    return {name: hashlib.new(name, data).hexdigest() for name in ALGORITHMS}


def ledger_subject(path: Path, folder: Path) -> dict[str, Any]:
    """A file of the ledger, bound by its beginning."""
    data = grown(path)
    return _subject(path, folder, digests(data), role="ledger", size=len(data))


def file_subject(path: Path, folder: Path, role: str) -> dict[str, Any]:
    """Any other file, bound as it is. Raises OSError where it cannot be read."""
    return _subject(path, folder, {name: file_digest(path, name) for name in ALGORITHMS}, role=role)


def _subject(path: Path, folder: Path, found: dict[str, str], **notes: Any) -> dict[str, Any]:
    return {"name": relative_name(path, folder), "digest": found, "annotations": notes}


def relative_name(path: Path, folder: Path) -> str:
    """A path from the folder of evidence, with forward slashes; of another drive, the name alone."""
    try:
        return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
    except ValueError:
        return path.name


def ledger_files(folder: Path, evidence: Evidence) -> list[Path]:
    """The files of the ledger that are there, in order of name."""
    names = {name for _, name in evidence.files} | {FILE, WAIVERS}
    return sorted(folder / name for name in names if (folder / name).exists())


def extent_of(ledger: Ledger) -> Extent:
    """All of a ledger as it is now."""
    evidence = ledger.evidence
    return Extent(
        entries={entry.id: entry_part(entry) for entry in evidence.entries},
        waivers=tuple(waiver_part(waiver) for waiver in evidence.waivers),
        decisions=len(ledger.decisions),
        seal=ledger.decisions[-1].seal if ledger.decisions else "",
        draft=max((mark.draft for mark in evidence.marks), default=0),
    )


def entry_part(entry: Entry) -> str:
    """The digest of one entry."""
    return state_of(entry)[:_PART]


def waiver_part(waiver: Waiver) -> str:
    """The digest of one waiver."""
    return digest_of(
        [
            waiver.task,
            waiver.level.value,
            waiver.reason,
            waiver.approver,
            waiver.start.isoformat(),
            waiver.until.isoformat(),
        ]
    )[:_PART]


def extent_value(extent: Extent) -> dict[str, Any]:
    """An extent as JSON."""
    return {
        "entries": dict(extent.entries),
        "waivers": list(extent.waivers),
        "decisions": {"count": extent.decisions, "seal": extent.seal},
        "draft": extent.draft,
    }


def extent_from(value: Mapping[str, Any]) -> Extent:
    """An extent out of a record. Raises KeyError or TypeError where it is no extent."""
    made = value["decisions"]
    return Extent(dict(value["entries"]), tuple(value["waivers"]), made["count"], made["seal"], value["draft"])


def as_signed(ledger: Ledger, extent: Extent) -> Ledger:
    """The ledger as it was when a record was written: what came later is left away."""
    evidence = ledger.evidence
    known: Iterable[Entry] = (entry for entry in evidence.entries if entry.id in extent.entries)
    return Ledger(
        replace(
            evidence,
            entries=tuple(known),
            waivers=evidence.waivers[: len(extent.waivers)],
            marks=tuple(mark for mark in evidence.marks if mark.draft <= extent.draft),
        ),
        ledger.decisions[: extent.decisions],
    )
