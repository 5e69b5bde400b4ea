"""checker plan import: a task split of the office becomes a draft of tasks.toml."""

from __future__ import annotations

import argparse
from pathlib import Path

from checker.cli.files import write_whole
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import InputError, NothingCheckedError, Problem
from checker.model import Level
from checker.workflow import open_plan


def add(actions: Subcommands) -> None:
    """The action's arguments."""
    parser = actions.add_parser(
        "import",
        help="把任务分工表（.xlsx、.docx）变成任务清单草稿",
        description="把单位的任务分工表变成 tasks.toml 草稿：合并单元格、同上、几个单位并列、2022年底前都认。\n"
        "推定的（类型、层级、纲要项号）标为待核，没读懂的逐行说明。",
    )
    parser.add_argument("file", type=Path, metavar="文件", help="任务分工表（.xlsx 或 .docx）")
    parser.add_argument("--out", type=Path, metavar="文件", help="写到哪里（默认打印；已有的文件不覆盖）")
    parser.add_argument("--government", default="（请填写）", metavar="名称", help="政府名称，如 乙市")
    levels = [level.value for level in Level]
    parser.add_argument("--level", choices=levels, default="city", help="政府层级（默认 city）")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Print or write the draft; what could not be read goes to standard error."""
    from checker.office_tables import read_tables
    from checker.plan_import import draft_text, import_tasks

    if args.out and args.out.exists():
        raise InputError([Problem(str(args.out), 0, "I004", "文件已经在，不覆盖", "换一个文件名，再人工合并")])
    known, _ = open_plan(None)
    level = Level(args.level)
    found = import_tasks(read_tables(args.file), known, level)
    for problem in found.problems:
        screen.say(str(problem))
    if not found.tasks:
        raise NothingCheckedError(f"{args.file} 里没有读出任务")
    text = draft_text(found, args.government, level, known.period, known)
    if args.out:
        write_whole(args.out, text.encode("utf-8"))
        screen.say(f"已写入 {args.out}：{len(found.tasks)} 项任务，{len(found.problems)} 处要看")
        screen.say(f"改好后检查：checker plan check {args.out}")
    else:
        screen.document(text)
    return 0
