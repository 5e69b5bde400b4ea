"""checker extract: every statement of a report with its labels."""

from __future__ import annotations

import argparse
from pathlib import Path

from checker.cli.options import add_format, add_limits, add_plan, add_year, limits
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import InputError, NothingCheckedError
from checker.model import Report
from checker.rendering.documents import dumps, statements_document
from checker.workflow import open_plan


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "extract",
        help="列出报告的每一句及其判断（立场、层级、数字、任务）",
        description="读一份报告，列出每一句陈述：在哪里、说的是结果还是计划、哪一层级、什么数字、对应哪些任务。",
    )
    parser.add_argument("report", type=Path, metavar="报告", help="报告文件或文件夹")
    add_plan(parser)
    add_limits(parser)
    add_year(parser, "报告所属年份（报告标题里没有时用）")
    add_format(parser, "text", "json")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Print the statements; of a folder, each report in turn (JSON: one document a line).

    Files that failed are named afterwards.
    """
    from checker.reports import labeller, read_reports

    plan, path = open_plan(args.plan)
    reports, problems = read_reports([args.report], labeller(plan, path), args.year, limits(args), screen.progress)
    for report in reports:
        _show(report, args, screen)
    if problems:
        raise InputError(problems)
    if not any(report.statements for report in reports):
        raise NothingCheckedError(f"{args.report} 里没有可读的陈述")
    return 0


def _show(report: Report, args: argparse.Namespace, screen: Screen) -> None:
    if args.format == "json":
        screen.document(dumps(statements_document(report), compact=args.report.is_dir()))
    else:
        from checker.rendering.terminal.statements import show_statements

        show_statements(report, screen.console)
