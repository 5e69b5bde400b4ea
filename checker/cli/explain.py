"""checker explain: why a cell has its status."""

from __future__ import annotations

import argparse

from checker.cli.options import add_assessment, request
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import InputError, Problem, did_you_mean
from checker.judge.assessment import Assessment
from checker.model import Level
from checker.workflow import run as assess_request


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "explain",
        help="说明一项任务为什么是这个状态",
        description="说明一项任务在各层级为什么是这个状态：口径、佐证原话和出处、规则、前提、哪些说法不算。",
    )
    parser.add_argument("task", metavar="任务", help="任务的 id，如 enforcement.three-systems.township")
    parser.add_argument("--level", choices=[level.value for level in Level], help="只看一个层级")
    add_assessment(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Print the explanation of every level of the task, or of one."""
    assessment = assess_request(request(args, screen))
    cells = [cell for cell in assessment.cells if cell.task.id == args.task]
    if not cells:
        known = [task.id for task in assessment.plan.tasks]
        raise InputError([Problem(args.task, 0, "X001", "计划里没有这项任务", did_you_mean(args.task, known))])
    asked = [cell for cell in cells if args.level in (None, cell.level.value)]
    if not asked:
        raise InputError([_unbound(args.task, args.level, assessment)])
    from checker.rendering.terminal.explain import show_explanation

    show_explanation(assessment, asked, screen.console)
    return 0


def _unbound(task: str, level: str, assessment: Assessment) -> Problem:
    bound = "、".join(f"{cell.level.zh} {cell.level.value}" for cell in assessment.cells if cell.task.id == task)
    return Problem(task, 0, "X002", f"这项任务不约束{Level(level).zh}一级，没有这一格", f"它约束的层级：{bound}")
