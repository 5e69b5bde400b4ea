"""The table of commands: which module speaks for which word.

Only the module of the command that was asked for is imported, so that a start costs what this command needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from checker import __version__
from checker.cli.parser import Parser

COMMANDS = (
    "check", "gate", "extract", "audit", "explain", "export", "graph", "plan", "ingest", "review", "signoff", "trend",
    "diff", "waive", "batch", "rollup",
)  # fmt: skip


def parser(argv: Sequence[str] = ()) -> Parser:
    """The parser of a command line; of all commands where the first word is none of them."""
    top = Parser(
        prog="checker",
        description="法治政府建设实施方案任务清单的合规检查：任务 × 层级 × 年度报告 → 覆盖与缺口。",
        epilog="退出码：0 完成（gate：放行）  2 用法或输入有误  3 gate 不放行  4 没有可查的内容  130 中断\n"
        "每个命令的用法：checker 命令 --help",
    )
    top.add_argument("--version", action="version", version=f"checker {__version__}", help="显示版本")
    commands = top.add_subparsers(dest="command", metavar="命令", required=True, parser_class=Parser)
    asked = argv[:1] if argv and argv[0] in COMMANDS else COMMANDS
    for name in asked:
        import_module(f"checker.cli.{name}").add(commands)
    return top
