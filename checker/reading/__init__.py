"""Bytes of a file -> Document: the text of a report, whole and in order, with line or page.

`read` takes any format, decided by the bytes and not by the name; `read_folder` takes every report
of a folder. Both raise or return plain problems and never run, fetch or write anything.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from checker.errors import InputError, Problem
from checker.model import Document
from checker.reading.composing import compose
from checker.reading.formats import SUFFIXES, reader_for
from checker.reading.limits import LIMITS, Limits, Progress, UnreadableError, Watch, too_many
from checker.reading.source import read_bytes, safe_name

__all__ = ["LIMITS", "SUFFIXES", "Limits", "read", "read_folder"]


def read(path: str | Path, limits: Limits = LIMITS, progress: Progress | None = None) -> Document:
    """The text of a report; `progress` is told of each page of a scan that was recognised.

    Raises InputError with one problem that names the file, cause and cure.
    """
    path = Path(path)
    try:
        return _read(path, limits, progress)
    except UnreadableError as error:
        problem = Problem(safe_name(str(path)), 0, error.code, error.message, error.hint)
        raise InputError([problem]) from None


def _read(path: Path, limits: Limits, progress: Progress | None) -> Document:
    data = read_bytes(path, limits)
    if not data.strip():
        raise UnreadableError("R010", "文件是空的", "请确认文件是否完整，必要时重新复制或下载")
    watch = Watch(limits.seconds, progress)
    content = reader_for(data, path.suffix.lower())(data, limits, watch)
    paragraphs, title = compose(content, watch)
    if not paragraphs:
        raise UnreadableError("R010", "没有读到文字", "请打开文件确认里面有正文；扫描件请先识别文字")
    if len(paragraphs) > limits.paragraphs:
        raise too_many("段落", len(paragraphs), limits.paragraphs)
    digest = hashlib.sha256(data).hexdigest()
    return Document(safe_name(path.name), digest, paragraphs, title, content.scanned, content.notes)


def read_folder(
    path: str | Path, limits: Limits = LIMITS, progress: Progress | None = None
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Every report of a folder, in name order, with the problem of each that could not be read.

    Links that lead out of the folder and hidden files are passed over; folders below are read too.
    """
    from checker.reading.folder import report_files

    files, found = report_files(Path(path), limits)
    problems = list(found)
    documents = []
    for file in files:
        try:
            documents.append(read(file, limits, progress))
        except InputError as error:
            problems += error.problems
    return tuple(documents), tuple(sorted(problems))
