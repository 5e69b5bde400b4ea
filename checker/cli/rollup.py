"""checker rollup: what many stored reports say together."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.export import needing
from checker.cli.files import write_whole
from checker.cli.options import add_format
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import NothingCheckedError, Problem

if TYPE_CHECKING:
    from checker.rendering.tables import Table
    from checker.rollup.model import Copies, RollUp
    from checker.store.model import Reader


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "rollup",
        help="汇总结果库：各地、各级、各年，谁自认短板、处处有的缺口、谁倒退",
        description="汇总 checker batch 的结果库：各地各级各年的结论，自认短板、处处有的缺口、倒退、离群数字；\n"
        "加 --copies 时重读各报告，找出几份报告雷同的段落。",
    )
    parser.add_argument("store", metavar="库", help="checker batch 写的结果库")
    parser.add_argument("--copies", action="store_true", help="找雷同段落（要装 batch 组件，报告文件须仍在原处）")
    parser.add_argument("--xlsx", type=Path, metavar="文件", help="另存 Excel")
    parser.add_argument("--html", type=Path, metavar="文件", help="另存网页")
    add_format(parser, "text", "json")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Print the roll-up; write the files that were asked for."""
    from checker.rendering.rollup_tables import rollup_document, rollup_tables
    from checker.rollup.summing import roll_up
    from checker.store.opening import open_to_read

    store = open_to_read(args.store)
    rolled = roll_up(store.judgements(), store.plan_cells())
    if not rolled.reports:
        raise NothingCheckedError("结果库里没有报告")
    failures = sum(file.failure is not None for file in store.files().values())
    if failures:
        screen.say(f"※ 有 {failures} 个文件未能评估，不在汇总之内")
    if rolled.left_out:
        screen.say(f"※ 同一地方同一年有几份报告的，只计最长的一份：未计 {len(rolled.left_out)} 份")
    copies = _copies(store, screen) if args.copies else None
    tables, summary = rollup_tables(rolled, copies or ()), _summary(rolled)
    if args.xlsx:
        write_whole(args.xlsx, needing("excel", "openpyxl", lambda: _workbook(tables, rolled)))
    if args.html:
        from checker.rendering.page.rollup import render_rollup

        write_whole(args.html, render_rollup(tables, summary).encode())
    if args.format == "json":
        from checker.rendering.documents import dumps

        screen.document(dumps(rollup_document(rolled, copies)))
    else:
        from checker.rendering.terminal.rollup import show_rollup

        show_rollup(tables, summary, screen.console, screen.plain)
    return 0


def _workbook(tables: Sequence[Table], rolled: RollUp) -> bytes:
    from checker.rendering.xlsx import render_tables

    return render_tables(tables, date(max(one.year for one in rolled.standings), 12, 31))


def _copies(store: Reader, screen: Screen) -> tuple[Copies, ...]:
    from checker.batch.paragraphs import passages_of
    from checker.rollup.copies import copies_of

    problems: list[Problem] = []
    found = copies_of(passages_of(store, problems))
    for problem in problems:
        screen.say(str(problem))
    return found


def _summary(rolled: RollUp) -> str:
    places = len({one.government for one in rolled.standings})
    years = sorted({one.year for one in rolled.standings})
    span = f"{years[0]}年" if len(years) == 1 else f"{years[0]}至{years[-1]}年"
    return f"{places} 个地方，{span}，{rolled.reports} 份报告"
