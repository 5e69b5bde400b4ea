"""checker ingest: the sentences of a report become proposals in the folder of evidence."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from checker.cli.options import add_evidence, add_plan, add_year
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import InputError, NothingCheckedError
from checker.evidence import Change
from checker.ledger.ingest import Ingestion
from checker.ledger.store import ingest_report
from checker.ledger.words import clean
from checker.model import Level, Report
from checker.workflow import open_plan

_SHOWN = 10


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "ingest",
        help="把报告逐句收进佐证文件夹，作为待人决定的条目",
        description="把一份报告（或一个文件夹的报告）逐句收进佐证文件夹，作为待人决定的条目。"
        "再收一次只补新句；收新稿时标出旧稿里消失或改了说法的句子；已有的条目和决定一概不动。",
    )
    parser.add_argument("report", type=Path, nargs="+", metavar="报告", help="报告文件或文件夹")
    add_plan(parser)
    add_evidence(parser)
    add_year(parser, "报告所属年份（报告标题里没有时用）")
    parser.add_argument("--government", default="", metavar="名称", help="报告是哪个政府的（报告里看不出时用）")
    levels = [level.value for level in Level]
    parser.add_argument("--level", choices=levels, help="该政府的层级（与 --government 同用）")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Write the proposals of every report; those that could not be read are named afterwards."""
    from checker.reports import labeller, read_reports

    plan, path = open_plan(args.plan)
    reports, problems = read_reports(args.report, labeller(plan, path), args.year)
    told = sorted((report for report in reports if report.statements), key=lambda report: (report.year, report.name))
    failed = list(problems)
    for report in told:
        try:
            _say(report, ingest_report(args.evidence, plan, _named(report, args)), args.evidence, screen)
        except InputError as error:
            failed.extend(error.problems)
    if failed:
        raise InputError(failed)
    if not told:
        raise NothingCheckedError("报告里没有可收的陈述")
    return 0


def _named(report: Report, args: argparse.Namespace) -> Report:
    """The report with the government that the command line gives, where it does not say so itself."""
    if clean(report.government) or not clean(args.government):
        return report
    return replace(report, government=args.government, level=Level(args.level) if args.level else report.level)


def _say(report: Report, found: Ingestion, folder: Path, screen: Screen) -> None:
    if not found.text:
        screen.write(f"{report.name}：{found.kept} 句都已在 {folder / found.name}，没有要补的\n")
        return
    screen.write(f"{report.name} → {folder / found.name}：新收 {len(found.fresh)} 句，已有 {found.kept} 句\n")
    words = {Change.VANISHED: "新稿里没有了", Change.CHANGED: "新稿改了说法或判断", Change.RETURNED: "又出现了"}
    for change, word in words.items():
        marks = [mark for mark in found.marks if mark.change is change]
        if marks:
            listed = "、".join(mark.entry for mark in marks[:_SHOWN])
            more = f" 等 {len(marks)} 条" if len(marks) > _SHOWN else ""
            screen.write(f"  {word}：{listed}{more}\n")
    if any(mark.change is not Change.RETURNED for mark in found.marks):
        screen.write("  以上旧条目存疑，请用 checker review 重新决定\n")
