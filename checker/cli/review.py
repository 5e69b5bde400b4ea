"""checker review: people decide, in the terminal, by an Excel sheet, or one entry on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from checker.cli.clock import now
from checker.cli.options import add_evidence, add_plan, add_year
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import InputError, NothingCheckedError, Problem
from checker.ledger.model import Attachment, Draft, FigureFix, Ruling
from checker.ledger.papers import bound
from checker.ledger.store import Ledger, decide, load_ledger
from checker.ledger.words import clean
from checker.model import Extent, Level, Plan, Stance
from checker.workflow import open_plan


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "review",
        help="人来决定：逐条审核，或并入填好的 Excel",
        description="逐条决定佐证的取舍：在终端里一条一条看；或用 --from 并入填好的 Excel；或用 --entry 决定一条。\n"
        "每条决定立即写入 decisions.toml，只增不改；随时退出，下次接着来。",
        epilog="先 checker export --xlsx 文件 导出，填“审核”表，再 checker review --from 文件 并入。",
    )
    parser.add_argument("--from", dest="workbook", type=Path, metavar="文件.xlsx", help="并入填好的“审核”表")
    parser.add_argument("--by", default="", metavar="姓名", help="审核人（Excel 里逐行写了的以行为准）")
    parser.add_argument(
        "--skip-conflicts", action="store_true", help="Excel：有冲突的行留下不并入，其余照常并入（默认一行也不并）"
    )
    parser.add_argument(
        "--overrule", action="append", default=[], metavar="编号", help="明知别人另有决定仍要改的佐证，可重复"
    )
    parser.add_argument("--all", action="store_true", help="终端：已决定的也再看一遍")
    _add_single(parser)
    add_plan(parser)
    add_evidence(parser)
    add_year(parser, "只审核哪一年的（默认全部）")
    parser.set_defaults(run=run)


def _add_single(parser: argparse.ArgumentParser) -> None:
    """One decision on the command line, for scripts."""
    rulings = "|".join(ruling.value for ruling in Ruling)
    parser.add_argument("--entry", metavar="编号", help="只决定这一条")
    parser.add_argument("--verdict", choices=[ruling.value for ruling in Ruling], metavar=rulings, help="决定")
    parser.add_argument("--to-task", default="", metavar="任务", help="改归哪项任务")
    parser.add_argument("--to-level", choices=[level.value for level in Level], help="改归哪一层级")
    parser.add_argument("--extent", choices=[extent.value for extent in Extent], help="该层级做到多少")
    parser.add_argument("--stance", choices=[stance.value for stance in Stance], help="改为哪种立场")
    parser.add_argument("--figure", type=float, metavar="数", help="改后的数字")
    parser.add_argument("--old-figure", type=float, metavar="数", help="原来的数字（一句里有几个同单位的数时）")
    parser.add_argument("--unit", default="", metavar="单位", help="数字的单位")
    parser.add_argument("--why", default="", metavar="理由", help="理由")
    parser.add_argument("--attach", default="", metavar="文件", help="佐证文件")
    parser.add_argument("--number", default="", metavar="文号", help="佐证文号")
    parser.add_argument("--url", default="", metavar="网址", help="公开网址")


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Take the decisions of a sheet, of one line, or of a talk in the terminal."""
    plan, _ = open_plan(args.plan)
    ledger = load_ledger(args.evidence, plan)
    if not ledger.matters:
        raise NothingCheckedError("佐证文件夹里没有可审核的条目：先用 checker ingest 收报告")
    if args.workbook:
        from checker.cli.review_sheet import merge_sheet

        return merge_sheet(args, plan, ledger, screen)
    if args.entry:
        return _one(args, plan, ledger, screen)
    from checker.cli.review_talk import talk

    return talk(args, plan, ledger, screen)


def _one(args: argparse.Namespace, plan: Plan, ledger: Ledger, screen: Screen) -> int:
    """Write one decision given on the command line."""
    matter = ledger.matters.get(args.entry)
    if not args.verdict or not args.by.strip():
        raise InputError([Problem("checker review", 0, "D005", "用 --entry 时要给 --verdict 和 --by")])
    paper, fault = bound(Attachment(args.attach, "", args.number, args.url), args.evidence)
    if fault:
        raise InputError([Problem(args.entry, 0, "D007", fault)])
    what = Draft(
        entry=args.entry,
        ruling=Ruling(args.verdict),
        by=clean(args.by),
        why=clean(args.why),
        digest=matter.state if matter else "",
        after=matter.last if matter else "",
        to_task=args.to_task,
        to_level=Level(args.to_level) if args.to_level else None,
        extent=Extent(args.extent) if args.extent else None,
        stance=Stance(args.stance) if args.stance else None,
        figure=FigureFix(args.figure, args.unit, args.old_figure) if args.figure is not None else None,
        attachment=paper,
    )
    refused = decide(args.evidence, plan, [what], now(), args.overrule)
    if refused:
        raise InputError(Problem(one.what.entry, 0, "D008", one.why) for one in refused)
    screen.write(f"已记下：{what.entry} {what.ruling.zh}（{what.by}）\n")
    return 0
