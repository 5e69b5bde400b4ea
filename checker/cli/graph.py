"""checker graph: the prerequisites as trees, as a picture, or as text for other programs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from checker.cli.check import assess_narrowed
from checker.cli.files import write_whole
from checker.cli.options import add_assessment, add_narrowing
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import InputError, Problem, did_you_mean
from checker.judge.assessment import Assessment
from checker.model import Cell, Gap, Plan
from checker.workflow import open_plan


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "graph",
        help="任务的前提关系：先补哪一项，哪些在等它",
        description="显示任务的前提关系。不带选项时，列出每个根缺口和等它的任务。",
        epilog="图也可以不看佐证，只画清单里的前提：加 --bare",
    )
    parser.add_argument("task", nargs="?", metavar="任务", help="只看一个根缺口（任务的 id 或编号）")
    parser.add_argument(
        "--format", choices=("text", "svg", "mermaid", "dot"), default="text", help="输出格式（默认 text）"
    )
    parser.add_argument("--out", type=Path, metavar="文件", help="写入文件（默认写到屏幕）")
    parser.add_argument("--bare", action="store_true", help="只画前提关系，不看佐证（不用于 text）")
    add_assessment(parser)
    add_narrowing(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Print the trees or the document, or write it to a file."""
    if args.format == "text":
        if args.bare:
            raise InputError(
                [Problem("--bare", 0, "X003", "列缺口要看佐证", "去掉 --bare，或用 --format svg、mermaid、dot")]
            )
        text = _trees(args, assess_narrowed(args, screen), screen.plain or args.out is not None)
    else:
        text = _document(args, screen)
    if args.out:
        write_whole(args.out, text.encode("utf-8"))
        screen.say(f"已写入 {args.out}")
    else:
        screen.write(text)
    return 0


def _trees(args: argparse.Namespace, assessment: Assessment, plain: bool) -> str:
    from checker.rendering.graph.tree import trees

    gaps = _asked(args.task, assessment) if args.task else assessment.gaps
    if not gaps:
        return "到期任务没有缺口\n"
    return "".join(f"{line}\n" for line in trees(assessment, gaps, plain))


def _asked(task: str, assessment: Assessment) -> Sequence[Gap]:
    """The root gap that is meant. Raises InputError where the task is unknown or no root gap."""
    found = [gap for gap in assessment.gaps if task in (gap.task.id, gap.task.no)]
    if found:
        return found
    names = {name: one for one in assessment.plan.tasks for name in (one.id, one.no)}
    if task not in names:
        problem = Problem("任务", 0, "X004", f"计划里没有任务 {task[:60]}", did_you_mean(task, names))
        raise InputError([problem])
    above = [gap.task.no for gap in assessment.gaps if names[task].id in gap.waiting]
    hint = f"它在等 {'、'.join(above)}，看这些根缺口" if above else "它没有缺口，或不在所选范围里"
    raise InputError([Problem("任务", 0, "X005", f"{names[task].title}不是根缺口", hint)])


def _document(args: argparse.Namespace, screen: Screen) -> str:
    from checker.rendering.graph.svg import standalone
    from checker.rendering.graph.text import dot, mermaid

    plan, cells, title = _subject(args, screen)
    if args.format == "svg":
        return standalone(plan.tasks, cells, title)
    return mermaid(plan.tasks, cells) if args.format == "mermaid" else dot(plan.tasks, cells)


def _subject(args: argparse.Namespace, screen: Screen) -> tuple[Plan, tuple[Cell, ...], str]:
    """What to draw: the plan alone, or with the statuses of an assessment."""
    if args.bare:
        return open_plan(args.plan)[0], (), "任务前提关系"
    assessment = assess_narrowed(args, screen)
    title = f"{assessment.scope.subject}{assessment.scope.year}年任务前提关系"
    return assessment.plan, assessment.cells, title
