"""Small values for tests: a task, a plan, an entry, each with defaults that a test overrides by name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from checker.judge.assessment import Assessment, assess
from checker.judge.cells import Scope
from checker.model import (
    Entry,
    Extent,
    GatePolicy,
    Kind,
    Level,
    Plan,
    Reach,
    Requirement,
    Source,
    Stance,
    Status,
    Task,
    TaskMatch,
    Waiver,
)

CITY = Source("report.txt", "0" * 64, "乙市2022年法治政府建设情况报告", "乙市", Level.CITY, 2022)
LEVELS = (Level.CITY, Level.COUNTY, Level.TOWNSHIP)


def task(id: str = "a", requires: Sequence[str] = (), **changes: Any) -> Task:
    """A yearly task of the city, without a date."""
    values: dict[str, Any] = {
        "id": id,
        "no": "15.01",
        "title": f"任务{id}",
        "clause": 15,
        "kind": Kind.STATE,
        "levels": (Level.CITY,),
        "criterion": "有制度",
        "lead": ("司法局",),
        "requires": tuple(Requirement(need, "先有它") for need in requires),
        "terms": (),
    }
    return Task(**(values | changes))


def plan(*tasks: Task, **changes: Any) -> Plan:
    """A plan of a city that assesses city, county and township."""
    values: dict[str, Any] = {
        "title": "乙市任务清单",
        "government": "乙市",
        "level": Level.CITY,
        "assess_levels": LEVELS,
        "period": (2021, 2025),
        "source": "",
        "clauses": {15: "行政执法程序", 22: "行政复议"},
        "sources": {},
        "tasks": tasks,
        "gate": GatePolicy((Status.SHORTFALL, Status.MISSING), True, ()),
        "sha256": "f" * 64,
    }
    return Plan(**(values | changes))


def entry(
    tasks: str | Sequence[str] = "a", stance: Stance = Stance.ACHIEVED, ordinal: int = 1, **changes: Any
) -> Entry:
    """An entry of 2022 for one or several tasks, at the government's own level, extent unstated."""
    names = [tasks] if isinstance(tasks, str) else tasks
    source = changes.get("source", CITY)
    values: dict[str, Any] = {
        "id": f"{source.year}-{ordinal:03d}",
        "source": source,
        "text": f"第{ordinal}条佐证",
        "chapter": "一(四)",
        "ordinal": ordinal,
        "line": 10 + ordinal,
        "stance": stance,
        "reaches": (),
        "extent": Extent.UNSTATED,
        "tasks": tuple(TaskMatch(name, 0.9) for name in names),
        "clauses": (15,),
        "obligations": (),
        "figures": (),
        "file": "2022.toml",
        "row": ordinal,
    }
    return Entry(**(values | changes))


def reach(level: Level, extent: Extent = Extent.UNSTATED) -> tuple[Reach, ...]:
    """One named level."""
    return (Reach(level, extent),)


def judged(
    a_plan: Plan, *entries: Entry, waivers: Sequence[Waiver] = (), year: int = 2022, as_of: date | None = None
) -> Assessment:
    """The assessment of a plan by its own government."""
    levels = frozenset({*a_plan.assess_levels, a_plan.level})
    scope = Scope(year, as_of or date(year, 12, 31), a_plan.government, a_plan.level, levels)
    return assess(a_plan, entries, waivers, scope)


def status_of(assessment: Assessment, task_id: str = "a", level: Level = Level.CITY) -> Status:
    """The status of one cell."""
    return next(cell.status for cell in assessment.cells if cell.task.id == task_id and cell.level is level)
