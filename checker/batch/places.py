"""Where reports lie: folders and files of this machine, or URLs that fsspec reads (the `cluster` extra)."""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from checker.errors import InputError, Problem
from checker.reading import LIMITS, SUFFIXES
from checker.reading.folder import report_files
from checker.reading.source import safe_name

_MANY = replace(LIMITS, files=10_000_000)
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Place:
    """A file or URL with what tells its content apart: the digest of its bytes, or what the URL's server says."""

    path: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Local:
    """A file that can be opened here."""

    path: Path


def is_url(path: str) -> bool:
    """Whether a path is read through fsspec."""
    return "://" in path


def places_of(roots: Sequence[str]) -> tuple[tuple[Place, ...], tuple[Problem, ...]]:
    """All reports below the roots in order of path, each once, and what could not be listed."""
    found: dict[str, Place] = {}
    problems: list[Problem] = []
    for root in roots:
        places, failed = _below_url(root) if is_url(root) else _below(Path(root))
        problems.extend(failed)
        found.update((place.path, place) for place in places)
    return tuple(found[path] for path in sorted(found)), tuple(sorted(problems))


def _below(root: Path) -> tuple[list[Place], list[Problem]]:
    files, problems = ((root,), ()) if root.is_file() else report_files(root, _MANY)
    return [Place(str(path), _digest(path)) for path in files], list(problems)


def _digest(path: Path) -> str:
    """The digest of the bytes; of a file that cannot be read nothing is known, so it is tried every time."""
    digest = hashlib.sha256()
    try:
        if not path.is_file():
            return ""
        with path.open("rb", buffering=0) as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except OSError:
        return ""
    return digest.hexdigest()


def _below_url(root: str) -> tuple[list[Place], list[Problem]]:
    filesystem, start = _opened(root)
    try:
        names = sorted(filesystem.find(start)) if filesystem.isdir(start) else [start]
        places = [
            Place(filesystem.unstrip_protocol(name), str(filesystem.ukey(name)))
            for name in names
            if PurePosixPath(name).suffix.lower() in SUFFIXES
        ]
    except OSError as error:
        return [], [_unreachable(root, error)]
    if not places:
        return [], [Problem(safe_name(root), 0, "R010", "这个地址下没有报告", "支持：" + "、".join(SUFFIXES))]
    return places, []


@contextlib.contextmanager
def fetched(path: str) -> Iterator[Local]:
    """The file itself, or a copy of what a URL gives, for as long as it is read. Raises InputError."""
    if not is_url(path):
        yield Local(Path(path))
        return
    filesystem, start = _opened(path)
    with tempfile.TemporaryDirectory(prefix="checker-") as folder:
        copy = Path(folder, PurePosixPath(start).name)
        try:
            if filesystem.size(start) > LIMITS.bytes:
                message = f"文件太大，上限 {LIMITS.bytes / 1e6:.0f} MB"
                raise InputError([Problem(safe_name(path), 0, "R003", message, "请检查是否给错了文件")])
            filesystem.get_file(start, str(copy))
        except OSError as error:
            raise InputError([_unreachable(path, error)]) from None
        yield Local(copy)


def _opened(url: str):  # type: ignore[no-untyped-def]
    """The file system of a URL, and the path in it. Raises InputError where fsspec or its backend is missing."""
    try:
        from fsspec.core import url_to_fs

        return url_to_fs(url)
    except ImportError as missing:
        hint = 'pip install "law-plan-checker[cluster]"，对象存储还要它自己的后端（如 s3fs）'
        raise InputError([Problem(safe_name(url), 0, "X001", f"读这种地址还缺：{missing.name}", hint)]) from missing
    except ValueError as error:
        raise InputError(
            [Problem(safe_name(url), 0, "R001", f"不认识这种地址：{error}", "如 s3://桶/文件夹")]
        ) from None


def _unreachable(url: str, error: OSError) -> Problem:
    return Problem(safe_name(url), 0, "R001", f"读不到：{safe_name(str(error))[:200]}", "请检查地址、网络和权限")
