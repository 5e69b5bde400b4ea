"""What is new below some roots -> an engine -> the store, which is whole wherever the run is interrupted."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from checker.batch.outcome import Outcome
from checker.batch.places import Place
from checker.batch.recipe import Recipe
from checker.errors import Problem
from checker.model import Plan
from checker.store.model import StoredFile, Writer

Engine = Callable[[Sequence[str]], Iterator[Outcome]]
"""Paths -> what comes of each, in any order; closing the iterator stops the work."""

_FLUSH_SECONDS = 2.0
"""What an interruption may cost: results that are not yet in the store are made again."""


@dataclass(slots=True)
class Tally:
    """How far a run has come: contents to judge and judged, files of the run known before, failures of the run."""

    total: int
    known: int
    done: int = 0
    failures: list[Problem] = field(default_factory=list)


Watcher = Callable[[Tally], None]


def run(
    places: Sequence[Place],
    plan: Callable[[], Plan],
    recipe: Recipe,
    engine: Engine,
    store: Writer,
    watcher: Watcher = lambda _: None,
) -> Tally:
    """Judge what the store does not know yet, each different content once; `plan` is only called for a new version.

    Raises InputError where the store cannot take more; what it took before is whole.
    """
    store.begin(recipe.version, plan)
    groups, tally = _new(places, recipe, store)
    results = engine(sorted(groups))
    flushed = time.monotonic()
    try:
        for outcome in results:
            _keep(outcome, groups.pop(outcome.path), recipe, store, tally)
            watcher(tally)
            if time.monotonic() - flushed > _FLUSH_SECONDS:
                store.flush()
                flushed = time.monotonic()
    finally:
        close = getattr(results, "close", None)
        if close:
            close()
    store.flush()
    return tally


def _new(places: Sequence[Place], recipe: Recipe, store: Writer) -> tuple[dict[str, list[Place]], Tally]:
    """What is to be judged: the first path of each content, with all its paths. What is known gets its new names."""
    files = store.files()
    judged = {file.fingerprint: file for file in files.values() if file.version == recipe.version and file.fingerprint}
    groups: dict[str, list[Place]] = {}
    first: dict[str, str] = {}
    tally = Tally(0, 0)
    for place in places:
        known = judged.get(place.fingerprint)
        if known is None:
            path = first.setdefault(place.fingerprint or place.path, place.path)
            groups.setdefault(path, []).append(place)
            continue
        tally.known += 1
        if known.failure:
            tally.failures.append(_renamed(known.failure, place.path))
        if files.get(place.path) is None or files[place.path].fingerprint != place.fingerprint:
            failure = _renamed(known.failure, place.path) if known.failure else None
            store.add([StoredFile(place.path, place.fingerprint, recipe.version, known.sha256, failure)], None)
    tally.total = len(groups)
    return groups, tally


def _renamed(problem: Problem, path: str) -> Problem:
    return Problem(path, 0, problem.code, problem.message, problem.hint)


def _keep(outcome: Outcome, places: Sequence[Place], recipe: Recipe, store: Writer, tally: Tally) -> None:
    """Write what came of a content, with the digest of the bytes that were judged.

    A file that changed since it was listed is kept under what was read; its other names are left for the next run.
    """
    judgement, problem = outcome.judgement, outcome.problem()
    rows = []
    for place in places:
        mark = place.fingerprint
        if judgement and len(mark) == len(judgement.sha256) and mark != judgement.sha256:
            if place.path != outcome.path:
                continue
            mark = judgement.sha256
        failure = _renamed(problem, place.path) if problem else None
        if problem and problem.code == "B003":
            mark = ""  # the process may have been ended from outside: try again next time
        rows.append(StoredFile(place.path, mark, recipe.version, judgement.sha256 if judgement else None, failure))
        tally.failures.extend([failure] if failure else [])
    store.add(rows, judgement)
    tally.done += 1
