"""checker plan check: validate a plan and the words that go with it, all problems at once."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from checker.cli import plan_import
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import InputError, Problem
from checker.model import Plan
from checker.paths import default_plan
from checker.workflow import open_plan


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser("plan", help="检查任务清单，导入任务分工表", description="任务清单的检查和导入。")
    actions = parser.add_subparsers(dest="action", metavar="命令", required=True)
    check = actions.add_parser(
        "check",
        help="检查任务清单和词表，一次列出全部问题",
        description="检查任务清单及其词表：类型、编号、前提、成环、日期，一次列出全部问题及改法。",
    )
    check.add_argument("file", type=Path, nargs="?", metavar="文件", help="任务清单（默认 plan/tasks.toml）")
    check.set_defaults(run=run)
    plan_import.add(actions)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Say what the plan holds, or every problem."""
    from checker.reports import labeller

    path = args.file or default_plan()
    problems: list[Problem] = []
    plan: Plan | None = None
    try:
        plan, _ = open_plan(path)
        labeller(plan, path)
    except InputError as error:
        problems.extend(error.problems)
    if problems or plan is None:
        raise InputError(problems)
    edges = sum(len(task.requires) for task in plan.tasks)
    kinds = Counter(task.kind for task in plan.tasks)
    unsure = sum(task.due_confidence is not None and task.due_confidence.value == "memory" for task in plan.tasks)
    screen.write(f"√ {path}：{len(plan.tasks)} 项任务，{edges} 条前提，没有问题\n")
    screen.write("  类型：" + "，".join(f"{kind.zh} {count}" for kind, count in sorted(kinds.items())) + "\n")
    screen.write(f"  期限或依据待核的任务：{unsure} 项\n")
    return 0
