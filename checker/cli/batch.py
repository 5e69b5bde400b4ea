"""checker batch: many reports into a store."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from checker.cli.options import add_plan, add_year
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import NothingCheckedError

if TYPE_CHECKING:
    from checker.batch.recipe import Recipe
    from checker.batch.run import Engine, Tally

_SHOWN = 20


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "batch",
        help="成批检查许多报告，结果写入一个库",
        description="检查文件夹下的全部报告（各种格式），每份各按本级、本年评估，结果写入一个库；\n"
        "中断后重新运行，只做新的和改过的。汇总用 checker rollup。",
        epilog="结果库：一个 SQLite 文件；名称以 / 或 .parquet 结尾时是一个 Parquet 文件夹（要装 batch 组件）。\n"
        "说明见 docs/store.md",
    )
    parser.add_argument("roots", nargs="+", metavar="文件夹", help="报告所在的文件夹或地址（s3:// 等，用 dask 引擎）")
    parser.add_argument("--out", required=True, metavar="库", help="结果库")
    add_plan(parser)
    add_year(parser, "标题看不出年份的报告算哪一年的")
    parser.add_argument(
        "--jobs", type=_count, default=os.cpu_count() or 1, metavar="个", help="同时几个进程（默认核数）"
    )
    parser.add_argument("--seconds", type=_count, default=60, metavar="秒", help="一份报告最多几秒（默认 60）")
    parser.add_argument("--memory", type=_count, default=4096, metavar="MB", help="一个进程最多多少内存（默认 4096）")
    parser.add_argument("--engine", choices=("local", "dask"), default="local", help="在本机还是 Dask 集群上算")
    parser.add_argument("--scheduler", metavar="地址", help="Dask 调度器，如 tcp://10.0.0.1:8786")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Judge what is new; exit code 2 where some file could not be judged, though all others are in the store."""
    from checker.batch.places import places_of
    from checker.batch.recipe import recipe_of
    from checker.batch.run import run as run_batch
    from checker.paths import default_plan
    from checker.plan import load_plan
    from checker.store.opening import open_to_write

    path = (args.plan or default_plan()).resolve()
    method = recipe_of(path, args.year)
    places, problems = places_of(args.roots)
    for problem in problems:
        screen.say(str(problem))
    if not places:
        raise NothingCheckedError("没有找到报告")
    store, start = open_to_write(args.out), time.monotonic()
    try:
        with _progress(screen) as watcher:
            tally = run_batch(places, lambda: load_plan(path), method, _engine(args, method), store, watcher)
    finally:
        store.close()
    _report(tally, len(places), time.monotonic() - start, args.out, screen)
    return 2 if tally.failures or problems else 0


def _engine(args: argparse.Namespace, method: Recipe) -> Engine:
    from checker.batch.process import Cost

    cost = Cost(args.seconds, args.memory)
    if args.engine == "dask":
        from checker.batch.cluster import outcomes as on_cluster

        return lambda paths: on_cluster(paths, method, args.scheduler, cost)
    from checker.batch.local import outcomes

    return lambda paths: outcomes(paths, method, args.jobs, cost)


def _report(tally: Tally, files: int, seconds: float, out: str, screen: Screen) -> None:
    """What was done, on standard output; what could not be judged, on standard error."""
    failures = sorted(tally.failures)
    for problem in failures[:_SHOWN]:
        screen.say(str(problem))
    if len(failures) > _SHOWN:
        screen.say(f"……共 {len(failures)} 份未能评估，全部见库中的 failures")
    rate = f"，每秒 {tally.done / seconds:.1f} 份" if tally.done and seconds else ""
    screen.write(
        f"文件 {files} 个：新做 {tally.done} 份{rate}，已有 {tally.known} 个，未能评估 {len(failures)} 个\n"
        f"已写入 {out}，汇总：checker rollup {out}\n"
    )


@contextmanager
def _progress(screen: Screen) -> Iterator[Callable[[Tally], None]]:
    """A bar with rate and remaining time on a terminal; nothing in a pipe."""
    if not screen.err.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"), TimeRemainingColumn(),
    )  # fmt: skip
    console, start = Console(file=screen.err, markup=False, emoji=False, highlight=False), time.monotonic()
    with Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task("评估", total=None, rate="")

        def watch(tally: Tally) -> None:
            rate = f"{tally.done / max(0.001, time.monotonic() - start):.1f} 份/秒"
            progress.update(bar, total=tally.total, completed=tally.done, rate=rate)

        yield watch


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 1_000_000:
        return int(text)
    raise argparse.ArgumentTypeError(f"应当是正整数：{text[:20]}")
