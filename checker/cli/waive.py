"""checker waive: excuse one cell for a time, with a reason and an approver."""

from __future__ import annotations

import argparse

from checker.cli.options import add_evidence, add_plan, day
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import InputError, Problem
from checker.ledger.store import WAIVERS, waive
from checker.ledger.words import clean
from checker.model import Level, Waiver
from checker.workflow import open_plan


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "waive",
        help="豁免一格（任务 × 层级）一段时间，写明理由和批准人",
        description="豁免一格（一项任务在一个层级）一段时间。豁免单独计数，从不算达标；到期自动失效并提示。不接受通配。",
    )
    parser.add_argument("task", metavar="任务", help="任务的 id")
    parser.add_argument("--level", choices=[level.value for level in Level], required=True, help="哪一层级")
    parser.add_argument("--reason", required=True, metavar="理由", help="为什么豁免")
    parser.add_argument("--approver", required=True, metavar="批准人", help="谁批准的")
    parser.add_argument("--from", dest="start", type=day, required=True, metavar="日期", help="从哪天起")
    parser.add_argument("--until", type=day, required=True, metavar="日期", help="到哪天止（含当天）")
    add_plan(parser)
    add_evidence(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Write the waiver, or name what forbids it."""
    plan, _ = open_plan(args.plan)
    reason, approver = clean(args.reason), clean(args.approver)
    if not reason or not approver:
        raise InputError([Problem("checker waive", 0, "W101", "理由和批准人不能为空")])
    name = str(args.evidence / WAIVERS)
    waiver = Waiver(args.task, Level(args.level), reason, approver, args.start, args.until, name, 0)
    waive(args.evidence, plan, waiver)
    screen.write(f"已豁免 {waiver.task}（{waiver.level.zh}）{waiver.start} 至 {waiver.until}，记在 {name}\n")
    return 0
