"""Small reports, plans and ledgers for the tests of the ledger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone
from io import StringIO
from pathlib import Path
from typing import Any

from checker.cli import main
from checker.cli.screen import Screen
from checker.errors import InputError
from checker.ledger.model import Draft, Ruling
from checker.ledger.store import Ledger, ingest_report, load_ledger
from checker.model import Extent, Level, Part, Plan, Report, Stance, Statement, TaskMatch
from checker.plan import load_plan
from tests.builders import plan, task

PLAN = plan(
    task("a", no="15.01", title="公示执法信息", levels=(Level.CITY, Level.COUNTY)),
    task("b", no="15.02", title="记录执法过程"),
    task("c", no="22.01", title="复议机构到位", clause=22),
)
WHEN = datetime(2023, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=8)))


def said(quote: str, ordinal: int = 1, **changes: Any) -> Statement:
    """A result of the city for task a."""
    values: dict[str, Any] = {
        "id": f"2022-{ordinal:03d}",
        "quote": quote,
        "chapter": "一(四)",
        "ordinal": ordinal,
        "line": 10 + ordinal,
        "page": None,
        "part": Part.RESULTS,
        "stance": Stance.ACHIEVED,
        "reaches": (),
        "extent": Extent.UNSTATED,
        "tasks": (TaskMatch("a", 0.9),),
        "clauses": (15,),
        "obligations": (),
        "figures": (),
        "because": (),
    }
    return Statement(**(values | changes))


def report(*statements: Statement | str, sha: str = "a", year: int = 2022, government: str = "乙市") -> Report:
    """A report of a city; bare texts become results in their order."""
    told = tuple(
        said(one, at, id=f"{year}-{at:03d}") if isinstance(one, str) else one for at, one in enumerate(statements, 1)
    )
    title = f"{government}{year}年法治政府建设情况报告"
    return Report(f"{government}{year}.txt", sha * 64, title, government, Level.CITY, year, told)


def ledger(folder: Path, *reports: Report, a_plan: Plan = PLAN) -> Ledger:
    """The ledger of a folder after these reports were taken in."""
    for one in reports:
        ingest_report(folder, a_plan, one)
    return load_ledger(folder, a_plan)


def draft(now: Ledger, entry: str, ruling: Ruling = Ruling.CONFIRMED, by: str = "张", **changes: Any) -> Draft:
    """A decision by somebody who has seen the ledger as it is now."""
    matter = now.matters[entry]
    why = changes.pop("why", "已核对")
    return Draft(entry, ruling, by, why, matter.state, matter.last, **changes)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes, but for the lock."""
    kept = [path for path in sorted(folder.iterdir()) if path.is_file() and path.name != ".lock"]
    return {path.name: path.read_bytes() for path in kept}


def codes_of(work: Callable[[], object]) -> set[str]:
    """The codes of the problems for which something is refused; none where it is done."""
    try:
        work()
    except InputError as error:
        return {problem.code for problem in error.problems}
    return set()


def ids(entries: Sequence[Any]) -> list[str]:
    return [entry.id for entry in entries]


PLAN_TEXT = """\
[plan]
title = "乙市任务清单"
government = "乙市"
level = "city"
assess_levels = ["city", "county"]
[gate]
fail = ["shortfall"]
[clauses]
15 = "行政执法程序"
22 = "行政复议"
[[task]]
id = "a"
no = "15.01"
title = "公示执法信息"
clause = 15
kind = "state"
levels = ["city", "county"]
criterion = "有制度"
[[task]]
id = "b"
no = "15.02"
title = "记录执法过程"
clause = 15
kind = "state"
levels = ["city"]
criterion = "有制度"
[[task]]
id = "c"
no = "22.01"
title = "复议机构到位"
clause = 22
kind = "state"
levels = ["city"]
criterion = "有机构"
"""
"""The same plan as a file, for command lines."""


class Desk:
    """A clerk's desk: a folder with a plan and a ledger, where commands are run as typed."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.evidence = folder / "evidence"
        self.plan = folder / "tasks.toml"
        self.plan.write_text(PLAN_TEXT, encoding="utf-8")
        self.out = self.err = ""

    def run(self, *words: object) -> int:
        """Run `checker WORDS` on this plan and ledger; what was printed is in `out` and `err`."""
        out, err = StringIO(), StringIO()
        where = [] if words[0] == "plan" else ["--plan", self.plan, "--evidence", self.evidence]
        code = main([*map(str, words), *map(str, where)], Screen(out, err))
        self.out, self.err = out.getvalue(), err.getvalue()
        return code

    def ledger(self) -> Ledger:
        return load_ledger(self.evidence, load_plan(self.plan))

    def take_in(self, *reports: Report) -> Ledger:
        return ledger(self.evidence, *reports, a_plan=load_plan(self.plan))
