"""The section with the drawing of the prerequisites, and the place where a chosen task is shown."""

from __future__ import annotations

from checker.rendering.graph.layout import layout
from checker.rendering.graph.svg import inner, number
from checker.rendering.marks import LOOKS
from checker.rendering.markup import tag
from checker.rendering.page.view import Section, View, section, tools


def network(view: View) -> Section:
    """All tasks and their prerequisites, from left to right."""
    tasks = tuple(view.tasks.values())
    drawing = layout(tasks)
    words = {task.id: f"{task.no} {task.title}：{_statuses(view, task.id)}" for task in tasks}
    picture = tag(
        "svg",
        inner(drawing, view.status, words),
        class_="network",
        viewBox=f"0 0 {number(drawing.width)} {number(drawing.height)}",
        width=number(drawing.width),
        height=number(drawing.height),
        role="group",
        aria_label="任务前提关系图，自左向右，左边是右边的前提",
    )
    used = set(view.status.values())
    legend = [
        tag("li", tag("span", LOOKS[status].sign, class_=f"sign {status.value}"), status.zh)
        for status in LOOKS
        if status in used
    ]
    note = (
        f"左边的任务是右边的前提。{len(tasks)} 项任务、{len(drawing.lines)} 条前提关系；"
        "一项任务在几个层级上状态不同的，取最急需处理的一个。点任务看它的佐证、前提和等它的任务。"
    )
    return section(
        "guanxi",
        "前提关系",
        tag("a", "跳过关系图", href="#quekou", class_="skip"),
        tag("ul", *legend, class_="legend", aria_label="图例"),
        tools(("fit", "适合宽度"), ("actual", "实际大小"), ("clear", "取消选择")),
        tag(
            "div",
            tag("div", picture, class_="canvas", role="region", aria_label="前提关系图", tabindex=0),
            tag("aside", id="chosen", aria_label="所选任务", aria_live="polite", tabindex=-1, hidden=True),
            class_="board",
        ),
        note=note,
    )


def _statuses(view: View, task: str) -> str:
    told = [f"{cell.level.zh}{cell.status.zh}" for cell in view.cells[task] if cell.level in view.levels]
    return "，".join(told) or view.status[task].zh
