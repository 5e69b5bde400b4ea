"""Small reports, plans and ledgers for the tests of the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from checker.ledger.model import Draft, Ruling
from checker.ledger.store import Ledger, ingest_report, load_ledger
from checker.model import Extent, Level, Part, Plan, Report, Stance, Statement, TaskMatch
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
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file() and path.name != ".lock"}


def ids(entries: Sequence[Any]) -> list[str]:
    return [entry.id for entry in entries]
