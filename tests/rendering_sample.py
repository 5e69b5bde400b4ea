"""Invented assessments that the tests of all renderings share: an ordinary one, and one full of hostile text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from checker.audit.model import Audit, Confirmed, Finding
from checker.judge.assessment import Assessment, assess
from checker.judge.cells import Scope
from checker.model import (
    Entry,
    Extent,
    Figure,
    Level,
    Plan,
    Reach,
    Severity,
    Source,
    Stance,
    Task,
    TaskMatch,
)
from checker.plan import load_plan

ROOT = Path(__file__).resolve().parent.parent
CITY = "临江市"

HOSTILE = (
    "<script>document.title='run'</script>",
    "<img src=x onerror=alert(1)>",
    "[点这里](javascript:alert(1)) <a href='javascript:alert(1)'>看</a>",
    "]]> --> */ </style></script></title><!--",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "＝1+1",
    "\t=1+1",
    "控制\x00\x08\x0b\x1b[31m字符\x7f\u202e倒写\ufffe",
    "&amp;lt; &#60; \"双\" '单' `反`",
    "[bold red]不是标记[/bold red] [/x]",
    "第一行\r\n第二行",
    "长" * 20_000,
)
"""Texts that must be shown as text everywhere and do nothing anywhere."""

_SAID = (
    (Stance.ACHIEVED, Extent.ALL, Level.CITY, "制定《行政执法公示办法》，市级38个执法部门全部建立公示制度。"),
    (Stance.ACHIEVED, Extent.SOME, Level.COUNTY, "5个县区中的3个完成执法记录仪配发，共配发412台。"),
    (Stance.SHORTFALL, Extent.SOME, Level.TOWNSHIP, "部分乡镇法制审核人员配备不足，三项制度尚未全面落实。"),
    (Stance.PLANNED, Extent.UNSTATED, Level.TOWNSHIP, "明年将在全部乡镇推行法制审核。"),
    (Stance.ONGOING, Extent.UNSTATED, Level.CITY, "正在修订裁量基准，已征求意见两轮。"),
    (
        Stance.ACHIEVED,
        Extent.UNSTATED,
        Level.CITY,
        "收到行政复议申请263件，受理241件，审结228件（临政发〔2022〕17号）。",
    ),
    (Stance.CONTEXT, Extent.UNSTATED, Level.CITY, "全年工作坚持依法行政的要求。"),
)


def shipped_plan() -> Plan:
    """The plan that goes with the program."""
    return load_plan(ROOT / "plan" / "tasks.toml")


def entry(plan: Plan, number: int, year: int, text: str | None = None) -> Entry:
    """An invented statement that speaks of a task or two; the number decides everything."""
    stance, extent, level, words = _SAID[number % len(_SAID)]
    source = Source(f"{year}.txt", f"{year}" * 16, f"{CITY}{year}年法治政府建设情况报告", CITY, Level.CITY, year)
    tasks = (plan.tasks[number * 7 % len(plan.tasks)], plan.tasks[(number * 7 + 3) % len(plan.tasks)])
    named = next((task.obligation for task in tasks if task.obligation), None)
    return Entry(
        id=f"{year}-{number:03d}",
        source=source,
        text=words if text is None else text,
        chapter=f"一({'一二三四五六'[number % 6]})",
        ordinal=number,
        line=10 + number,
        stance=stance,
        reaches=(Reach(level, extent),) if number % 3 else (),
        extent=extent,
        tasks=(TaskMatch(tasks[0].id, 0.93), TaskMatch(tasks[1].id, 0.7 if number % 2 else 0.4)),
        clauses=tuple(sorted({task.clause for task in tasks})),
        obligations=(named,) if named else (),
        figures=(Figure(412, "台", False, "412台", 0, 0),) if "412" in words else (),
        file=source.name,
        row=10 + number,
    )


def audit_of(entries: Sequence[Entry], text: str | None = None) -> Audit:
    """One error, one question and one figure that holds."""
    first, second, third = entries[:3]
    return Audit(
        (
            Finding(
                "C01", Severity.ERROR, text or first.text, 98.4, 96.4, "397/412", text or "比率应为 96.4%",
                first.id, first.line, first.chapter,
            ),
            Finding(
                "C09", Severity.QUESTION, text or second.text, None, None, "", text or "有分子，没有总数",
                second.id, second.line, second.chapter, "总数",
            ),
        ),
        (Confirmed("C01", third.text, 99.4, "18888/18998", third.id),),
    )  # fmt: skip


def assessment_of(plan: Plan, entries: Sequence[Entry], year: int, audit: Audit | None = None) -> Assessment:
    """The assessment of the invented city at the end of a year."""
    scope = Scope(year, date(year, 12, 31), CITY, Level.CITY, frozenset(plan.assess_levels))
    return assess(plan, entries, (), scope, audit)


def ordinary(year: int = 2022, count: int = 84) -> Assessment:
    """The shipped plan and as many statements as a real report has."""
    plan = shipped_plan()
    entries = [entry(plan, number, year) for number in range(count)]
    return assessment_of(plan, entries, year, audit_of(entries))


def hostile() -> Assessment:
    """Hostile text in every place that a report or a plan can fill."""
    plan = shipped_plan()
    tasks = tuple(_spoilt(task, number) for number, task in enumerate(plan.tasks))
    plan = replace(
        plan, title=HOSTILE[0], source=HOSTILE[3], tasks=tasks, clauses=dict.fromkeys(plan.clauses, HOSTILE[1])
    )
    entries = [entry(plan, number, 2022, HOSTILE[number % len(HOSTILE)]) for number in range(len(HOSTILE) * len(_SAID))]
    source = replace(entries[0].source, title=HOSTILE[0], name=HOSTILE[4])
    entries = [replace(one, source=source, chapter=HOSTILE[1][:9]) for one in entries]
    return assessment_of(plan, entries, 2022, audit_of(entries, HOSTILE[5] + HOSTILE[0]))


def _spoilt(task: Task, number: int) -> Task:
    text = HOSTILE[number % (len(HOSTILE) - 1)]
    return replace(
        task, title=text[:40], criterion=text, lead=(text[:30],), due_text=text, near_misses=(text,), proofs=(text,)
    )
