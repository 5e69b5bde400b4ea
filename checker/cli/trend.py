"""checker trend: the years beside each other."""

from __future__ import annotations

import argparse

from checker.cli.options import add_assessment, add_format, request
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import NothingCheckedError
from checker.ledger.years import trend
from checker.rendering.documents import dumps
from checker.workflow import run_years


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "trend",
        help="各年对照：补上的、又出现的、承诺未见回音的、下降的数字",
        description="把同一政府各年的结果放在一起：每格的状态、补上的、又出现的、上年计划次年有没有回音、下降的数字。",
    )
    add_assessment(parser)
    add_format(parser, "text", "json")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Print the years up to the one asked for."""
    assessments = run_years(request(args))
    if len(assessments) < 2:
        raise NothingCheckedError("同一政府只有一年的佐证，没有可对照的年份")
    from checker.rendering.terminal.years import show_trend, trend_document

    found = trend(assessments)
    if args.format == "json":
        screen.document(dumps(trend_document(found)))
    else:
        show_trend(found, screen.console, screen.plain)
    return 0
