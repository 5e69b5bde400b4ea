"""checker audit: do the numbers of a report hold?"""

from __future__ import annotations

import argparse
from pathlib import Path

from checker.cli.options import add_format, add_limits, add_plan, add_year, limits
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import InputError, NothingCheckedError
from checker.rendering.documents import audit_document, dumps
from checker.workflow import open_plan


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "audit",
        help="核验报告里的数字（合计、比率、增幅、链条、跨年）",
        description="核验报告里的数字：能重算的重算，对不上的列出算式和应有的数；给出相邻两年的报告时，也核对跨年的数字。",
    )
    parser.add_argument("report", type=Path, nargs="+", metavar="报告", help="一份或几份报告")
    add_plan(parser)
    add_limits(parser)
    add_year(parser, "报告所属年份（报告标题里没有时用）")
    add_format(parser, "text", "json")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Print the findings and what was confirmed."""
    from checker.reports import audit_reports, labeller, read_reports

    plan, path = open_plan(args.plan)
    reports, problems = read_reports(args.report, labeller(plan, path), args.year, limits(args), screen.progress)
    if problems:
        raise InputError(problems)
    if not any(report.statements for report in reports):
        raise NothingCheckedError("没有可核验的陈述")
    audit = audit_reports(reports)
    if args.format == "json":
        screen.document(dumps(audit_document(audit)))
    else:
        from checker.rendering.terminal.findings import show_audit

        show_audit(audit, screen.console)
    return 0
