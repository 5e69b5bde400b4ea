"""The local engine: one thread a worker process, files handed out one by one, results as they come."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator, Sequence

from checker.batch.outcome import Outcome
from checker.batch.process import Cost, Worker
from checker.batch.recipe import Recipe
from checker.errors import InputError

_AHEAD = 4
"""Results that may wait for the store, for each worker: more would only fill the memory."""


def outcomes(paths: Sequence[str], recipe: Recipe, jobs: int, cost: Cost) -> Iterator[Outcome]:
    """What comes of each path, in the order in which they are ready; whoever stops listening stops the workers.

    Raises InputError where plan and words keep the workers from starting.
    """
    workers = [Worker(recipe, cost) for _ in range(max(1, min(jobs, len(paths))))]
    results: queue.Queue[Outcome | InputError | None] = queue.Queue(_AHEAD * len(workers))
    todo = _Shared(paths)
    stopped = threading.Event()
    threads = [threading.Thread(target=_serve, args=(one, todo, results, stopped), daemon=True) for one in workers]
    try:
        for thread in threads:
            thread.start()
        running = len(threads)
        while running:
            outcome = results.get()
            if outcome is None:
                running -= 1
            elif isinstance(outcome, InputError):
                raise outcome
            else:
                yield outcome
    finally:
        stopped.set()
        for worker in workers:
            worker.close()
        for thread in threads:
            if thread.ident is not None:
                thread.join()


class _Shared:
    """An iterator that several threads draw from."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths, self._lock = iter(paths), threading.Lock()

    def draw(self) -> str | None:
        with self._lock:
            return next(self._paths, None)


def _serve(
    worker: Worker, todo: _Shared, results: queue.Queue[Outcome | InputError | None], stopped: threading.Event
) -> None:
    try:
        while not stopped.is_set() and (path := todo.draw()) is not None:
            _put(worker.outcome(path), results, stopped)
        _put(None, results, stopped)
    except InputError as error:
        _put(error, results, stopped)


def _put(
    outcome: Outcome | InputError | None, results: queue.Queue[Outcome | InputError | None], stopped: threading.Event
) -> None:
    """Hand over, unless nobody listens any more."""
    while not stopped.is_set():
        try:
            results.put(outcome, timeout=0.2)
        except queue.Full:
            continue
        return
