"""Which files of a folder are reports: by suffix, in name order, nothing outside the folder."""

from __future__ import annotations

import os
from pathlib import Path

from checker.errors import Problem
from checker.reading.formats import REFUSED_SUFFIXES, SUFFIXES
from checker.reading.limits import Limits
from checker.reading.source import safe_name

_TAKEN = frozenset(SUFFIXES + REFUSED_SUFFIXES)


def report_files(folder: Path, limits: Limits) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The reports of a folder and of those below it, in name order, and problems of the folder itself.

    Files of other kinds and hidden ones (., ~$ of Word) are passed over. Links are followed only
    where they stay inside the folder; folders that are links never, so that no circle arises.
    """
    name = safe_name(str(folder))
    try:
        root = folder.resolve(strict=True)
        if not root.is_dir():
            return (), (Problem(name, 0, "R002", "不是文件夹", "请给出放报告的文件夹"),)
    except (OSError, RuntimeError, ValueError):
        return (), (Problem(name, 0, "R001", "找不到这个文件夹", "请检查路径"),)
    problems: list[Problem] = []
    files = [file for file in _walk(folder, problems) if _inside(file, root, problems)]
    if len(files) > limits.files:
        problem = Problem(name, 0, "R004", f"文件过多：{len(files)}，上限 {limits.files}", "请分成几个文件夹")
        return (), (problem,)
    if not files:
        problems.append(Problem(name, 0, "R010", "文件夹里没有报告", "支持：" + "、".join(SUFFIXES)))
    return tuple(sorted(files, key=lambda file: file.relative_to(folder).parts)), tuple(problems)


def _walk(folder: Path, problems: list[Problem]) -> list[Path]:
    def failed(error: OSError) -> None:
        place = safe_name(str(error.filename or folder))
        problems.append(Problem(place, 0, "R001", "打不开这个文件夹", "请检查权限"))

    found = []
    for place, folders, names in os.walk(folder, onerror=failed, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(place, name) for name in names if _report_like(name)]
    return found


def _report_like(name: str) -> bool:
    return not name.startswith((".", "~$")) and Path(name).suffix.lower() in _TAKEN


def _inside(file: Path, root: Path, problems: list[Problem]) -> bool:
    """A link may only lead to a file below the folder."""
    if not file.is_symlink():
        return True
    try:
        if file.resolve(strict=True).is_relative_to(root):
            return True
        cause = "链接指向文件夹之外，没有读"
    except (OSError, RuntimeError):
        cause = "链接是断的或绕成了圈，没有读"
    problems.append(Problem(safe_name(str(file)), 0, "R001", cause, "请把文件本身放进文件夹"))
    return False
