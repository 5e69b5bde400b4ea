"""Problems of an input, each with its place, collected and raised together."""

from __future__ import annotations

import difflib
import errno
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake of an input: where it is, a stable code, what is wrong, how to mend it.

    `line` is 0 where the mistake has no line (a file that is not there). `message` and `hint`
    are Chinese sentences for the person who has to mend the file.
    """

    file: str
    line: int
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        text = f"{place}: {self.code} {self.message}"
        return f"{text}\n  改法：{self.hint}" if self.hint else text


class InputError(Exception):
    """An input cannot be used; carries every problem that was found in it, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class NothingCheckedError(Exception):
    """There was no task, no statement or no evidence in scope (exit code 4)."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint naming the known word nearest to `word`, or listing what is known when none is near."""
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f"是否想写 {near[0]}？"
    return "可用的有：" + "、".join(names[:12]) + ("……" if len(names) > 12 else "")


_CAUSES = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "所在的盘只能读",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENOSPC: "盘满了",
    errno.EDQUOT: "超出磁盘配额",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接成圈",
    errno.EIO: "读写出错",
    errno.EBUSY: "正被别的程序占用",
    errno.EMFILE: "打开的文件太多",
}


def cause_of(error: OSError) -> str:
    """Why the system refused, in Chinese; an unusual cause by its number."""
    return _CAUSES.get(error.errno or 0, f"系统错误 {error.errno}")
