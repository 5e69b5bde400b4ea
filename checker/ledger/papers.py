"""The papers behind decisions: where they lie, and the digest of their bytes. They are never copied or opened."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path

from checker.ledger.decisions import is_relative
from checker.ledger.model import Attachment

_CHUNK = 1 << 20


def file_digest(path: Path, algorithm: str = "sha256") -> str:
    """The digest of a file of any size. Raises OSError where it cannot be read."""
    digest = hashlib.new(algorithm)
    with path.open("rb") as handle:
        while chunk := handle.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def bound(paper: Attachment, folder: Path) -> tuple[Attachment, str]:
    """The attachment with path and digest as the ledger keeps them, and what is wrong with it ("" for nothing).

    A path is looked for from the folder of evidence, then from where the program runs; it is kept relative to the
    folder, so that both can be moved together to another machine.
    """
    if not paper.path:
        return paper, ""
    candidates = [folder / paper.path, Path(paper.path)]
    place = next((one for one in candidates if one.is_file()), None)
    if place is None:
        return paper, f"找不到佐证文件 {paper.path}（从佐证文件夹 {folder} 找起）"
    try:
        relative = Path(os.path.relpath(place.resolve(), folder.resolve())).as_posix()
        digest = file_digest(place)
    except (OSError, ValueError) as error:  # ValueError: another drive of Windows
        return paper, f"佐证文件 {paper.path} 用不了：{error}"
    if not is_relative(relative):
        return paper, f"佐证文件 {paper.path} 与佐证文件夹不在一处，写不成相对路径"
    return replace(paper, path=relative, sha256=digest), ""
