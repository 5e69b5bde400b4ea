"""One worker process: asked for one file at a time, stopped when a file exhausts its time or memory.

Run as `python -m checker.batch.process`, it reads one JSON text a line on standard input and answers one a line.
It ends when its input ends, so that it never outlives whoever asked.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from checker.batch.outcome import Failure, Outcome, decoded, encoded
from checker.batch.recipe import Recipe
from checker.errors import InputError, Problem

if TYPE_CHECKING:
    from checker.batch.work import Judge

_ATTEMPTS = 2
"""A process that dies may have been ended from outside: the file is tried once more."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one report may take."""

    seconds: float = 60.0
    megabytes: int = 4096


class Worker:
    """A worker process, started when first asked and again after it was stopped.

    One thread asks; another may close it at any time, also while it starts.
    """

    def __init__(self, recipe: Recipe, cost: Cost) -> None:
        self._recipe, self._cost = recipe, cost
        self._process: subprocess.Popen[str] | None = None
        self._closed = False
        self._lock = threading.Lock()

    def outcome(self, path: str) -> Outcome:
        """What comes of a file: always an answer, a failure where the process does not live to give one.

        Raises InputError where plan and words keep the process from starting.
        """
        for _ in range(_ATTEMPTS):
            process = self._running()
            if process is None:
                break
            answer, late = self._ask(process, path)
            if answer is not None:
                return answer
            if late:
                message = f"处理超过 {self._cost.seconds:g} 秒，已停止"
                hint = "请单独检查这份文件；确有需要时用 --seconds 放宽"
                return Outcome(path, failure=Failure("B001", message, hint))
        return Outcome(path, failure=Failure("B003", "处理这份报告的进程中途退出", "请单独检查这份文件，或重新运行"))

    def close(self) -> None:
        """End the process, whatever it does; it is not started again."""
        with self._lock:
            self._closed = True
        self._stop()

    def _ask(self, process: subprocess.Popen[str], path: str) -> tuple[Outcome | None, bool]:
        """The answer, or none; and whether the time was up."""
        late = threading.Event()
        timer = threading.Timer(self._cost.seconds, _expire, (process, late))
        timer.daemon = True
        try:
            timer.start()
            line = _exchange(process, json.dumps(path))
            answer = decoded(line) if line.endswith("\n") else None
        except (OSError, ValueError):
            answer = None
        finally:
            timer.cancel()
        if answer is None or (answer.failure and answer.failure.code == "B002"):
            self._stop()
        return answer, late.is_set()

    def _running(self) -> subprocess.Popen[str] | None:
        """The process, ready to be asked; none once the worker is closed or where the system gives none.

        Raises InputError with what it found wrong with plan and words.
        """
        with self._lock:  # known before it is ready, so that whoever closes the worker ends it too
            if self._closed:
                return None
            if self._process:
                return self._process
            try:
                process = self._process = _started()
            except OSError:  # no process to be had: out of memory or of processes
                return None
        problems = _told(process, self._recipe, self._cost)
        if problems:
            self._stop()
            raise InputError(problems)
        return process

    def _stop(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    _close(pipe)


def _close(pipe: IO[str]) -> None:
    try:
        pipe.close()
    except OSError:  # what was still to be written to a process that is gone
        return


def _exchange(process: subprocess.Popen[str], line: str) -> str:
    """Ask with one line and wait for the line that answers; "" where the process ended. Raises OSError likewise."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{line}\n")
    process.stdin.flush()
    return process.stdout.readline()


def _expire(process: subprocess.Popen[str], late: threading.Event) -> None:
    late.set()
    process.kill()


def _started() -> subprocess.Popen[str]:
    root = str(Path(__file__).resolve().parent.parent.parent)
    path = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])
    options: dict[str, Any] = {"start_new_session": True} if os.name == "posix" else {}
    return subprocess.Popen(
        [sys.executable, "-m", "checker.batch.process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        **options,
    )


def _told(process: subprocess.Popen[str], recipe: Recipe, cost: Cost) -> list[Problem]:
    """Tell a new process its order and wait until it is ready, so that loading is not counted as time of a report.

    What it found wrong; nothing of a process that died, which the first question shows.
    """
    order = {"plan": str(recipe.plan), "year": recipe.year, "version": recipe.version, "megabytes": cost.megabytes}
    try:
        return [Problem(*values) for values in json.loads(_exchange(process, json.dumps(order)) or "[]")]
    except (OSError, ValueError):
        return []


def main() -> None:
    """Answer until the input ends; the first answer is the list of problems that keep it from starting."""
    with suppress(BrokenPipeError):  # whoever asked is gone
        _serve()


def _serve() -> None:
    from checker.batch.work import Judge

    answers, sys.stdout = sys.stdout, sys.stderr  # a library that prints must not spoil an answer
    line = sys.stdin.readline()
    if not line:  # whoever started it is gone already
        return
    order = json.loads(line)
    _limit(order["megabytes"])
    try:
        judge = Judge(Recipe(Path(order["plan"]), order["year"], order["version"]))
    except InputError as error:
        print(json.dumps([astuple(problem) for problem in error.problems]), file=answers, flush=True)
        return
    print("[]", file=answers, flush=True)
    for line in iter(sys.stdin.readline, ""):
        print(encoded(_bounded(judge, json.loads(line))), file=answers, flush=True)


def _bounded(judge: Judge, path: str) -> Outcome:
    try:
        return judge.outcome(path)
    except MemoryError:
        hint = "请单独检查这份文件；确有需要时用 --memory 放宽"
        return Outcome(path, failure=Failure("B002", "处理时内存用尽，已停止", hint))
    except RecursionError:
        return Outcome(path, failure=Failure("B004", "文字结构太深，无法处理", "请单独检查这份文件"))


def _limit(megabytes: int) -> None:
    """Bound the address space, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: only time is bounded
        return
    most = megabytes * 1_000_000
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    main()
