"""checker gate: the same assessment, then the policy; the exit code is the answer."""

from __future__ import annotations

import argparse

from checker.cli import DONE, GATE_SHUT
from checker.cli.check import assess_narrowed
from checker.cli.options import add_assessment, add_format, add_narrowing
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import NothingCheckedError
from checker.gate import GateResult, judge_gate
from checker.rendering.documents import dumps, gate_document


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "gate",
        help="按门禁口径决定是否放行（退出码 0 放行，3 不放行）",
        description="评估之后按计划文件 [gate] 的口径决定是否放行。退出码：0 放行，3 不放行，4 没有可查的内容。",
    )
    add_assessment(parser)
    add_narrowing(parser)
    add_format(parser, "text", "json", "junit")
    parser.add_argument("--all", action="store_true", help="列出全部理由（默认每类前 30 条）")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Print the outcome and return 0 or 3."""
    assessment = assess_narrowed(args, screen)
    result = judge_gate(assessment)
    if not result.checked:
        raise NothingCheckedError("这个范围里没有到期任务，门禁没有可查的内容，不能算放行")
    if args.format == "json":
        screen.document(dumps(gate_document(assessment, result)))
    elif args.format == "junit":
        from checker.rendering.junit import junit

        screen.document(junit(assessment, result))
    else:
        from checker.rendering.terminal.gate import show_gate

        show_gate(result, screen.console, args.all)
    return exit_code(result)


def exit_code(result: GateResult) -> int:
    """0 when the gate holds, 3 when it does not."""
    return DONE if result.holds else GATE_SHUT
