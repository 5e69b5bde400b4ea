"""What every kind of store can do, and the values that pass in and out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from checker.errors import InputError, Problem
from checker.model import Plan
from checker.store.judgement import Judgement

SCHEMA = "checker.store/1"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A path that was read: what its content was then, by which version, and why it failed, if it did."""

    path: str
    fingerprint: str
    version: str
    sha256: str | None = None
    failure: Problem | None = None


@dataclass(frozen=True, slots=True)
class PlanCell:
    """A cell of the plan by which reports were judged."""

    task: str
    title: str
    clause: int
    obligation: str | None
    level: str


class Writer(Protocol):
    """A store open for writing; nothing that it was given before `flush` returned is ever lost."""

    def files(self) -> Mapping[str, StoredFile]:
        """All files by path."""

    def begin(self, version: str, plan: Callable[[], Plan]) -> None:
        """Say by what the judgements to come are made; `plan` is asked for where the version is new."""

    def add(self, files: Sequence[StoredFile], judgement: Judgement | None) -> None:
        """Keep what came of a content, and the paths under which it lies."""

    def flush(self) -> None:
        """Make all that was added last."""

    def close(self) -> None:
        """Flush, and let others in."""


class Reader(Protocol):
    """A store open for reading."""

    def judgements(self) -> Iterator[Judgement]:
        """All reports; those of one government together, by year and digest."""

    def files(self) -> Mapping[str, StoredFile]:
        """All files by path."""

    def plan_cells(self) -> tuple[PlanCell, ...]:
        """The cells of the newest plan, by position."""


def unusable(path: str, code: str, message: str, hint: str) -> InputError:
    """The one problem of a store as a whole."""
    return InputError([Problem(path, 0, code, message, hint)])
