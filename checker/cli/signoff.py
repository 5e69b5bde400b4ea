"""checker signoff: put a name to a year's result, or check what was signed."""

from __future__ import annotations

import argparse
from pathlib import Path

from checker.cli import GATE_SHUT
from checker.cli.clock import now
from checker.cli.options import add_assessment, request
from checker.cli.parser import Subcommands
from checker.cli.screen import Screen
from checker.errors import InputError, Problem
from checker.ledger.words import clean


def add(commands: Subcommands) -> None:
    """The command's arguments."""
    parser = commands.add_parser(
        "signoff",
        help="签发一年的结果（先过门禁），或核验签发记录",
        description="先过门禁；放行就写一份签发记录，绑定任务清单、佐证、决定、豁免、报告、附件和结果，并与上一份相连。\n"
        "--verify 逐项重算，指出哪里变了；多年以后换一台机器也能核验。",
        epilog="退出码：0 已签发或核验无误  2 核验不符或输入有误  3 门禁不放行，没有签发",
    )
    parser.add_argument("--by", default="", metavar="姓名", help="签发人")
    parser.add_argument("--key", type=Path, metavar="私钥", help="用 ed25519 私钥签名（PEM）")
    parser.add_argument("--verify", action="store_true", help="核验全部签发记录")
    parser.add_argument("--public-key", type=Path, metavar="公钥", help="核验签名用的公钥（PEM）")
    parser.add_argument("--make-key", type=Path, metavar="文件", help="生成一对密钥：文件 和 文件.pub")
    add_assessment(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, screen: Screen) -> int:
    """Sign, verify or make a key."""
    if args.make_key:
        from checker.ledger.signing import make_key

        screen.write(f"私钥 {args.make_key}（自己保管），公钥 {make_key(args.make_key)}\n")
        return 0
    folder = args.evidence or Path("evidence")
    return _verify(args, folder, screen) if args.verify else _sign(args, folder, screen)


def _sign(args: argparse.Namespace, folder: Path, screen: Screen) -> int:
    from checker.rendering.terminal.gate import show_gate
    from checker.signoff import Signing, sign_off

    by = clean(args.by)
    if not by or args.year is None:
        raise InputError([Problem("checker signoff", 0, "S000", "签发要给出 --year 和 --by")])
    outcome = sign_off(request(args), folder, Signing(by, now(), args.key))
    show_gate(outcome.gate, screen.console)
    if outcome.record is None:
        screen.say("门禁不放行，没有签发")
        return GATE_SHUT
    screen.write(f"已签发：{outcome.record}\n摘要（可抄在纸质签发单上）sha256 {outcome.sha256}\n")
    return 0


def _verify(args: argparse.Namespace, folder: Path, screen: Screen) -> int:
    from checker.verify import verify

    checked = verify(folder, args.plan, args.public_key)
    for remark in checked.remarks:
        screen.say(f"※ {remark}")
    for record in checked.records:
        told = record.predicate
        screen.write(f"√ {record.path.name}：{told['government']} {told['year']} 年，{told['by']} 签于 {told['at']}\n")
        screen.write(f"  sha256 {record.sha256}\n")
    screen.write(f"{len(checked.records)} 份签发记录核验无误\n")
    return 0
