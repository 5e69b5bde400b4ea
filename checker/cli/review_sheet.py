"""checker review --from: merge a filled-in sheet; conflicts are shown and nothing is taken silently."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from checker.cli.clock import now
from checker.cli.screen import Screen
from checker.errors import InputError, Problem
from checker.ledger.filled import Filled, read_filled
from checker.ledger.merge import Merge, merge
from checker.ledger.papers import bound
from checker.ledger.store import Ledger, decide
from checker.ledger.words import clean
from checker.ledger.workbook import read_workbook
from checker.model import Plan


def merge_sheet(args: argparse.Namespace, plan: Plan, ledger: Ledger, screen: Screen) -> int:
    """Read, sort, write; all or none, unless rows with conflicts may be left behind."""
    rows, blank = read_filled(read_workbook(args.workbook), plan, ledger.matters, clean(args.by))
    found = merge(_with_papers(rows, args), ledger.matters, frozenset(args.overrule), blank)
    if found.conflicts and not args.skip_conflicts:
        raise InputError([_conflict(one, why) for one, why in found.conflicts])
    _write(found.fresh, args, plan)
    _say(found, args, screen)
    return 0


def _conflict(one: Filled, why: str) -> Problem:
    hint = f"认定以本表为准：--overrule {one.what.entry}；先并入其余各行：--skip-conflicts"
    return one.problem("D008", why, hint)


def _with_papers(filled: Sequence[Filled], args: argparse.Namespace) -> list[Filled]:
    """The rows with the digests of their papers. Raises InputError for every paper that is not there."""
    problems, done = [], []
    for one in filled:
        paper, fault = bound(one.what.attachment, args.evidence)
        if fault:
            problems.append(one.problem("T114", fault, "写相对于佐证文件夹的路径"))
        done.append(replace(one, what=replace(one.what, attachment=paper)))
    if problems:
        raise InputError(problems)
    return done


def _write(fresh: Sequence[Filled], args: argparse.Namespace, plan: Plan) -> None:
    """One write for all rows of one day; a row that names its day is dated so."""
    present = now()
    at = {one.what.entry: _moment(one, present) for one in fresh}
    future = [one for one in fresh if at[one.what.entry] > present]
    if future:
        raise InputError([one.problem("T111", f"审核日期 {one.day} 还没有到") for one in future])
    refused = decide(args.evidence, plan, [one.what for one in fresh], at, args.overrule)
    if refused:
        raise InputError(Problem(one.what.entry, 0, "D008", one.why) for one in refused)


def _moment(one: Filled, present: datetime) -> datetime:
    return datetime.combine(one.day, time(), present.tzinfo) if one.day else present


def _say(found: Merge, args: argparse.Namespace, screen: Screen) -> None:
    told = f"并入 {len(found.fresh)} 条决定；已有相同决定 {found.known} 条，没有填的 {found.blank} 行"
    screen.write(f"{args.workbook}：{told}\n")
    for one, why in found.conflicts:
        screen.say(f"未并入 {one.problem('D008', why)}")
    if found.conflicts:
        screen.say(f"有 {len(found.conflicts)} 行冲突没有并入")
