"""Whole processes beside each other: ratios of medians within a run, so that a busy machine does not lie."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured ratio with its bound: `most` or `least`."""

    name: str
    value: float
    most: float | None = None
    least: float | None = None
    told: str = ""

    @property
    def held(self) -> bool:
        """Whether the bound holds."""
        return not (self.most is not None and self.value > self.most) and not (
            self.least is not None and self.value < self.least
        )


@dataclass(frozen=True, slots=True)
class Spent:
    """What a process took: processor seconds, wall seconds, megabytes at most."""

    processor: float
    wall: float
    megabytes: float


def spent(command: Sequence[str | Path], folder: Path = ROOT) -> Spent:
    """Run a command to its end. Exit codes 0, 2, 3 and 4 are answers; anything else is raised."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        cwd=folder,
        env=_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 2, 3, 4):
        raise RuntimeError(f"{command}: {process.returncode}\n{errors.decode(errors='replace')}")
    wall = time.perf_counter() - start
    return Spent(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def ratio(command: Sequence[str | Path], yardstick: Sequence[str | Path], runs: int) -> tuple[float, Spent]:
    """Processor time of a command over that of a yardstick, run in turn; and the command's median run."""
    pairs = [(spent(command), spent(yardstick)) for _ in range(runs)]
    own = sorted((one for one, _ in pairs), key=lambda one: one.processor)[len(pairs) // 2]
    return own.processor / median(other.processor for _, other in pairs), own


def python(*words: str | Path) -> list[str | Path]:
    """A command of this interpreter."""
    return [sys.executable, *words]


def _environment() -> dict[str, str]:
    """Compiled modules are kept, as in an installed program, but outside the checkout."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    cache = Path(tempfile.gettempdir()) / "checker-benchmarks-pycache"
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(cache)}
