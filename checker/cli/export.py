"""checker export: the assessment as a page, a workbook, letters or a table."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from checker.cli.check import narrowed
from checker.cli.files import write_whole
from checker.cli.options import add_assessment, add_narrowing, narrowing, request
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import InputError, Problem
from checker.judge.assessment import Assessment, narrow
from checker.ledger.mask import masked_assessment
from checker.workflow import ledger_of, run_years
from checker.workflow import run as assess_request

TABLES = ("ledger", "gaps", "fixes", "proofs")


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "export",
        help="导出网页、Excel、Word 或 CSV",
        description="把检查结果导出为一个网页文件、Excel 台账、Word 问题清单或 CSV 表。",
        epilog="网页是一个文件，不联网，可以从 U 盘打开、在 A4 纸上打印。\n"
        "CSV 的表：ledger 台账  gaps 缺口  fixes 整改清单  proofs 佐证目录",
    )
    kind = parser.add_mutually_exclusive_group(required=True)
    kind.add_argument("--html", type=Path, metavar="文件", help="网页：总况、矩阵、关系图、缺口、台账、全部语句")
    kind.add_argument("--xlsx", type=Path, metavar="文件", help="Excel：台账、缺口、整改清单、佐证目录、审核各一张")
    kind.add_argument("--docx", type=Path, metavar="文件", help="Word：给各牵头单位（或各层级）的问题清单")
    kind.add_argument("--csv", type=Path, metavar="文件", help="CSV：一张表（UTF-8，带 BOM）")
    parser.add_argument(
        "--by", choices=("lead", "level"), default="lead", help="Word 按牵头单位还是按层级分（默认 lead）"
    )
    parser.add_argument("--table", choices=TABLES, default="ledger", help="CSV 写哪张表（默认 ledger）")
    parser.add_argument("--mask", action="store_true", help="引文隐去人名（张某某）")
    add_assessment(parser)
    add_narrowing(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Assess, render whole, then put the file in place in one step."""
    assessed = run_years(request(args)) if args.html else (assess_request(request(args)),)
    *earlier, last = [masked_assessment(one) for one in assessed] if args.mask else assessed
    assessment = narrowed(last, args, screen)
    if args.html:
        path, content = args.html, _page(assessment, [narrow(one, narrowing(args)) for one in earlier])
    elif args.xlsx:
        path, content = args.xlsx, needing("excel", "openpyxl", lambda: _workbook(assessment, args))
    elif args.docx:
        path, content = args.docx, needing("word", "python-docx", lambda: _letters(args.by, assessment))
    else:
        path, content = args.csv, _table(args.table, assessment)
    write_whole(path, content)
    screen.say(f"已写入 {path}")
    return 0


def _page(assessment: Assessment, earlier: Sequence[Assessment]) -> bytes:
    from checker.rendering.page import render

    return render(assessment, [one for one in earlier if one.cells]).encode("utf-8")


def _workbook(assessment: Assessment, args: argparse.Namespace) -> bytes:
    """The tables, and the sheet for decisions with every entry that the ledger keeps of the year."""
    from checker.rendering.review_sheet import review_table
    from checker.rendering.xlsx import render

    matters = ledger_of(request(args)).matters.values()
    kept = [matter for matter in matters if matter.entry.source.year == assessment.scope.year]
    return render(assessment, review_table(kept, assessment.plan, args.mask) if kept else None)


def _letters(by: str, assessment: Assessment) -> bytes:
    from checker.rendering.docx import letters_by_lead, letters_by_level, render

    return render(assessment, letters_by_level(assessment) if by == "level" else letters_by_lead(assessment))


def _table(key: str, assessment: Assessment) -> bytes:
    from checker.rendering.csv import render
    from checker.rendering.tables import Tables

    return render({table.key: table for table in Tables(assessment).all}[key])


def needing(extra: str, package: str, make: Callable[[], bytes]) -> bytes:
    """What `make` gives; where its library is not installed, a problem that says how to install it."""
    try:
        return make()
    except ImportError as missing:
        if missing.name and missing.name.split(".")[0] not in ("openpyxl", "docx", "lxml", "et_xmlfile"):
            raise
        message, hint = f"导出这种文件要用 {package}，还没有安装", f'pip install "law-plan-checker[{extra}]"'
        raise InputError([Problem(package, 0, "X001", message, hint)]) from missing
