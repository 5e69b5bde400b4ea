"""Every task with what it asks, what it waits for, and its cells with reason and sentences."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model import Cell, Status, Task
from checker.rendering.markup import Markup, join, tag
from checker.rendering.page.view import Section, View, badge, section, tools
from checker.rendering.tables import criterion_of, due_of


def ledger(view: View) -> Section:
    """The tasks by clause. Each is closed at first; its summary shows the status at every judged level."""
    blocks: dict[int, list[Markup]] = {}
    for task in view.tasks.values():
        blocks.setdefault(task.clause, []).append(_task(view, task))
    parts = [
        tag("div", tag("h3", view.tables.clause_name(clause), id=f"c-{clause}"), *tasks, class_="clause")
        for clause, tasks in blocks.items()
    ]
    note = (
        f"{len(view.tasks)} 项任务、{len(view.assessment.cells)} 格。点开一项，看它的要求、期限、前提和各层级的依据。"
    )
    return section(
        "taizhang",
        "任务台账",
        tools(("open", "全部展开"), ("close", "全部收起")),
        tag("div", *parts, id="tasks"),
        note=note,
    )


def _task(view: View, task: Task) -> Markup:
    cells = view.cells[task.id]
    judged = [cell for cell in cells if cell.level in view.levels]
    badges = [tag("span", cell.level.zh, badge(cell.status), class_="at") for cell in judged]
    summary = tag(
        "summary",
        tag("span", task.no, class_="no"),
        tag("span", task.title, class_="name"),
        tag("span", join(badges, " "), class_="ats"),
    )
    named = tag("p", f"重点任务：{task.obligation}") if task.obligation else None
    return tag(
        "details",
        summary,
        tag("dl", *_facts(view, task)),
        named,
        tag("table", _HEAD, tag("tbody", *(_cell(view, cell) for cell in cells)), class_="cells"),
        class_="task",
        id=f"t-{task.id}",
        data_clause=task.clause,
        data_obligation=task.obligation,
        data_lead="|".join(task.lead),
    )


_HEAD = tag(
    "thead",
    tag("tr", *(tag("th", name, scope="col") for name in ("层级", "状态", "理由", "佐证"))),
)


def _cell(view: View, cell: Cell) -> Markup:
    blocked = None
    if cell.blocked_by:
        blocked = tag("p", "先要有：", join(map(view.task_link, cell.blocked_by), "、"), class_="blocked")
    counted = None if cell.counted or cell.status is Status.NOT_APPLICABLE else tag("small", "不计入到期")
    return tag(
        "tr",
        tag("th", cell.level.zh, scope="row"),
        tag("td", badge(cell.status), counted),
        tag("td", cell.reason, blocked),
        tag("td", view.refs(cell.evidence)),
        data_level=cell.level.value,
        data_status=cell.status.value,
    )


def _facts(view: View, task: Task) -> Iterable[Markup]:
    """What the task asks, as terms and their descriptions."""
    needs = [join([view.task_link(need.id), f"（{need.why}）" if need.why else ""]) for need in task.requires]
    waiting = [view.task_link(name) for name in view.waiting.get(task.id, ())]
    facts: tuple[tuple[str, Markup | str], ...] = (
        ("达标要求", criterion_of(task, view.assessment.scope.year)),
        ("期限", due_of(task)),
        ("牵头单位", "、".join(task.lead)),
        ("等什么", join(needs, "；")),
        ("谁在等它", join(waiting, "、")),
        ("通常的佐证", "、".join(task.proofs)),
        ("哪些说法不算", "；".join(task.near_misses)),
    )
    for name, text in facts:
        if text:
            yield tag("div", tag("dt", name), tag("dd", text))
