"""Options that several commands share, and how they become a request."""

from __future__ import annotations

import argparse
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.parser import Parser
from checker.cli.screen import Screen
from checker.errors import InputError, Problem, did_you_mean
from checker.judge.assessment import Narrowing
from checker.model import OBLIGATIONS, Level, Status
from checker.plan import FIRST_YEAR, LAST_YEAR
from checker.workflow import Request

if TYPE_CHECKING:
    from checker.reading.limits import Limits


def add_assessment(parser: Parser) -> None:
    """What to assess: plan, evidence, year, day, reports."""
    add_plan(parser)
    parser.add_argument("--evidence", type=Path, metavar="文件夹", help="佐证文件夹（默认 evidence/）")
    add_year(parser, "评估哪一年（默认佐证中最新的一年）")
    parser.add_argument("--as-of", type=day, metavar="日期", help="以哪一天为准判断到期（默认该年 12 月 31 日）")
    parser.add_argument(
        "--report",
        type=Path,
        action="append",
        default=[],
        metavar="文件",
        help="当场读取的报告或报告文件夹，可重复（.txt .md .docx .pdf .html .ofd）",
    )
    add_limits(parser)


def add_limits(parser: Parser) -> None:
    """How far the limits of the readers are raised."""
    parser.add_argument(
        "--limit",
        action="append",
        default=[],
        metavar="名称=数",
        help="放宽读文件的上限，如 seconds=60，可重复（名称见 docs/reading.md）",
    )


def limits(args: argparse.Namespace) -> Limits | None:
    """The limits that a command line asks for, None for the usual ones.

    Raises InputError with every unknown name and bad number.
    """
    if not args.limit:
        return None
    from checker.reading.limits import LIMITS

    known = {field.name for field in fields(LIMITS)}
    raised: dict[str, float] = {}
    problems = []
    for text in args.limit:
        name, _, number = text.partition("=")
        if name not in known:
            problems.append(Problem("--limit", 0, "X010", f"没有上限 {name[:40]}", did_you_mean(name, known)))
        elif not (number.isascii() and number.isdigit() and 0 < len(number) < 16):
            problems.append(Problem("--limit", 0, "X011", f"{name} 应当是正整数：{number[:20]}", "如 seconds=60"))
        else:
            raised[name] = int(number)
    if problems:
        raise InputError(problems)
    return replace(LIMITS, **raised)  # type: ignore[arg-type]


def add_plan(parser: Parser) -> None:
    """Which plan."""
    parser.add_argument("--plan", type=Path, metavar="文件", help="任务清单（默认 plan/tasks.toml）")


def add_evidence(parser: Parser) -> None:
    """Which folder of evidence, for commands that write there."""
    folder = Path("evidence")
    parser.add_argument("--evidence", type=Path, default=folder, metavar="文件夹", help="佐证文件夹（默认 evidence/）")


def add_year(parser: Parser, text: str) -> None:
    """Which year."""
    parser.add_argument("--year", type=_year, metavar="年", help=text)


def add_format(parser: Parser, *formats: str) -> None:
    """How the result is printed."""
    parser.add_argument("--format", choices=formats, default="text", help="输出格式（默认 text）")


def add_narrowing(parser: Parser) -> None:
    """What to look at."""
    parser.add_argument("--level", choices=[level.value for level in Level], help="只看一个层级")
    parser.add_argument("--obligation", choices=OBLIGATIONS, help="只看一项重点任务")
    parser.add_argument("--clause", type=int, choices=range(36), metavar="项", help="只看纲要的一项（0 至 35）")
    parser.add_argument("--status", choices=[status.value for status in Status], help="只看一种状态")
    parser.add_argument("--lead", metavar="单位", help="只看牵头单位名称含这几个字的任务")


def request(args: argparse.Namespace, screen: Screen | None = None) -> Request:
    """The request of a command line; with a screen, scans show how far they are."""
    progress = screen.progress if screen else None
    return Request(args.plan, args.evidence, args.year, args.as_of, tuple(args.report), limits(args), progress)


def narrowing(args: argparse.Namespace) -> Narrowing:
    """What a command line asks to look at."""
    return Narrowing(
        level=Level(args.level) if args.level else None,
        obligation=args.obligation,
        clause=args.clause,
        status=Status(args.status) if args.status else None,
        lead=args.lead,
    )


def _year(text: str) -> int:
    if text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    raise argparse.ArgumentTypeError(f"年份应当是 {FIRST_YEAR} 至 {LAST_YEAR} 的数字：{text[:20]}")


def day(text: str) -> date:
    """A day of the command line, written 2022-12-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"日期应当写成 2022-12-31：{text[:20]}") from None
