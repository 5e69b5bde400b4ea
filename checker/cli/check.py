"""checker check: assess the plan and show the summary."""

from __future__ import annotations

import argparse

from checker.cli.options import add_assessment, add_format, add_narrowing, narrowing, request
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import NothingCheckedError
from checker.gate import judge_gate
from checker.judge.assessment import Assessment, narrow
from checker.rendering.documents import assessment_document, dumps
from checker.workflow import run as assess_request


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "check",
        help="对照任务清单检查佐证，给出覆盖与缺口",
        description="对照任务清单检查某一年的佐证和报告，给出覆盖、缺口、自认短板和先补哪一项。",
    )
    add_assessment(parser)
    add_narrowing(parser)
    add_format(parser, "text", "json")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Print the summary or the JSON document."""
    assessment = assess_narrowed(args, screen)
    if args.format == "json":
        screen.document(dumps(assessment_document(assessment)))
        return 0
    from checker.rendering.terminal.summary import summary

    summary(assessment, judge_gate(assessment), screen.console, screen.plain)
    return 0


def assess_narrowed(args: argparse.Namespace, screen: Screen) -> Assessment:
    """The assessment a command line asks for; its notes go to standard error.

    Raises NothingCheckedError when the narrowing leaves no cell.
    """
    return narrowed(assess_request(request(args, screen)), args, screen)


def narrowed(whole: Assessment, args: argparse.Namespace, screen: Screen) -> Assessment:
    """The part of an assessment that a command line asks for; its notes go to standard error.

    Raises NothingCheckedError when the narrowing leaves no cell.
    """
    assessment = narrow(whole, narrowing(args))
    if not assessment.cells:
        raise NothingCheckedError("这个范围里没有任务：请放宽 --level、--obligation、--clause、--status 或 --lead")
    for note in assessment.notes:
        screen.say(f"※ {note}")
    return assessment
