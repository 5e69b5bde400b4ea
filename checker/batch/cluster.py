"""The Dask engine: the same function, mapped over the workers of a cluster (the `cluster` extra).

Each task is a handful of paths; the thread that runs it asks a worker process of its own, so that one report can
exhaust neither time nor memory of the rest, and results are those of the local engine. A lost worker's tasks are
done again elsewhere by the scheduler.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from checker.batch.outcome import Failure, Outcome, decoded, encoded
from checker.batch.process import Cost, Worker
from checker.batch.recipe import Recipe, recipe_of
from checker.errors import InputError, Problem

_CHUNK = 8
"""Reports of one task: enough that the scheduler costs little, few enough that a lost worker costs little."""

_AHEAD = 4
"""Tasks that wait for each thread of the cluster; no more is sent, so that memory stays flat here and there."""

_thread = threading.local()


def outcomes(paths: Sequence[str], recipe: Recipe, scheduler: str | None, cost: Cost) -> Iterator[Outcome]:
    """What comes of each path, in the order in which they are ready.

    Without a scheduler's address a cluster of this machine is started. Raises InputError where dask is missing,
    the scheduler cannot be reached, or a worker has another program, plan or words.
    """
    try:
        from distributed import Client
    except ImportError as missing:
        hint = 'pip install "law-plan-checker[cluster]"'
        raise InputError([Problem("dask", 0, "X001", "用 Dask 引擎要先安装它", hint)]) from missing
    try:
        client = Client(scheduler, set_as_default=False) if scheduler else Client(set_as_default=False)
    except (OSError, ValueError) as error:
        hint = "请检查地址和端口，以及调度器是否在运行"
        raise InputError([Problem(str(scheduler), 0, "B010", f"连不上 Dask 调度器：{error}", hint)]) from None
    with client:
        yield from _mapped(client, paths, recipe, cost)


def _mapped(client: Any, paths: Sequence[str], recipe: Recipe, cost: Cost) -> Iterator[Outcome]:
    from distributed import as_completed

    chunks = iter([tuple(paths[at : at + _CHUNK]) for at in range(0, len(paths), _CHUNK)])
    sent = {}

    def send(count: int) -> list[Any]:
        futures = []
        for chunk in islice(chunks, count):
            future = client.submit(judged, chunk, recipe, cost, pure=False)
            sent[future.key] = chunk
            futures.append(future)
        return futures

    threads = sum(client.nthreads().values()) or 1
    ready = as_completed(send(_AHEAD * threads), loop=client.loop)
    for future in ready:
        yield from _answers(future, sent.pop(future.key))
        future.release()
        for more in send(1):
            ready.add(more)


def _answers(future: Any, chunk: Sequence[str]) -> Iterator[Outcome]:
    """The outcomes of a task; where the cluster gave it up, a failure for each of its paths."""
    if future.status == "finished":
        yield from map(decoded, future.result())
        return
    error = future.exception()
    if isinstance(error, InputError):
        raise error
    for path in chunk:
        yield Outcome(path, failure=Failure("B003", f"集群没有做完：{type(error).__name__}", "请重新运行"))


def judged(paths: Sequence[str], recipe: Recipe, cost: Cost) -> list[str]:
    """What comes of some paths, encoded; run by a thread of a Dask worker.

    Raises InputError where this machine would judge otherwise than the one that asked.
    """
    here = recipe_of(recipe.plan, recipe.year)
    if here.version != recipe.version:
        hint = "各节点须装同一版本的程序，并能在同一路径读到同一份任务清单和词表"
        raise InputError([Problem(str(recipe.plan), 0, "B011", "集群节点上的程序、清单或词表与本机不同", hint)])
    worker = getattr(_thread, "worker", None)
    if worker is None or _thread.recipe != recipe:
        worker = _thread.worker = Worker(recipe, cost)
        _thread.recipe = recipe
    return [encoded(worker.outcome(path)) for path in paths]
