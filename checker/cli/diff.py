"""checker diff: two drafts of a report, or two years, and what differs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from checker.cli.options import add_assessment, add_format, request
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import InputError
from checker.judge.assessment import Assessment
from checker.ledger.drafts import compare
from checker.ledger.store import Ledger
from checker.ledger.years import told_in
from checker.model import Entry
from checker.plan import FIRST_YEAR, LAST_YEAR
from checker.rendering.documents import dumps
from checker.workflow import Request, assess_inputs, open_plan, reports_of
from checker.workflow import run as assess_request


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "diff",
        help="比较两稿报告，或两个年份",
        description="比较两稿报告（文件）或两个年份：哪些格变了；同一年的两稿还逐句列出没有了的、新增的、改了的句子。",
    )
    parser.add_argument("before", metavar="前", help="报告文件，或佐证文件夹里的年份，如 2021")
    parser.add_argument("after", metavar="后", help="报告文件，或佐证文件夹里的年份，如 2022")
    add_assessment(parser)
    add_format(parser, "text", "json")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Print what differs."""
    sides = [_side(word, request(args)) for word in (args.before, args.after)]
    (before, old), (after, new) = sides
    from checker.rendering.terminal.years import difference_document, show_difference

    found = compare(before, after, old, new)
    if args.format == "json":
        screen.document(dumps(difference_document(found)))
    else:
        show_difference(found, before.scope.year == after.scope.year, screen.console, screen.plain)
    return 0


def _side(word: str, asked: Request) -> tuple[Assessment, Sequence[Entry]]:
    """A year of the ledger, or a report on its own; a file wins where both could be meant."""
    path = Path(word)
    if not path.exists() and word.isascii() and word.isdigit() and FIRST_YEAR <= int(word) <= LAST_YEAR:
        assessment = assess_request(replace(asked, year=int(word), as_of=None))
        return assessment, told_in(assessment)
    plan, plan_path = open_plan(asked.plan)
    alone = replace(asked, reports=(path,), year=asked.year)
    reports, problems = reports_of(alone, plan, plan_path)
    if problems:
        raise InputError(problems)
    assessment = assess_inputs(alone, plan, Ledger(), reports)
    return assessment, told_in(assessment)
