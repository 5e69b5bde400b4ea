"""What to close: gaps by root, by lead unit, and the shortfalls that the report admits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.model import Cell, Entry, Gap, Stance, Status
from checker.rendering.marks import URGENCY
from checker.rendering.markup import Markup, join, tag
from checker.rendering.page.view import Section, View, badge, section, table
from checker.rendering.tables import due_of


def gaps(view: View) -> Section:
    """Root gaps, the one for which most wait first, each with what waits for it."""
    listed = view.assessment.gaps
    if not listed:
        return section("quekou", "缺口", tag("p", "到期任务没有缺口。", class_="prose"))
    count = len(view.tables.open_cells)
    note = (
        f"共 {count} 格、{len(view.tables.open_tasks)} 项任务。"
        "根缺口是不用等别的任务、自己就能补的；排在前面的，等它的任务最多。"
    )
    heads = ["先后", "根缺口", "缺在", "期限", "牵头单位", "等它的任务"]
    rows = [_root(view, number, gap) for number, gap in enumerate(listed, 1)]
    return section(
        "quekou",
        "缺口",
        table("根缺口及等它的任务", heads, rows, "roots", wide=True),
        tag("h3", "按牵头单位"),
        _by_lead(view),
        note=note,
    )


def shortfalls(view: View) -> Section:
    """Sentences of the year in which the report admits a gap."""
    year = view.assessment.scope.year
    admitted = [one for one in view.entries if one.stance is Stance.SHORTFALL and one.source.year == year]
    if not admitted:
        return section("duanban", "自认短板", tag("p", "报告没有承认短板的语句。", class_="prose"))
    items = [_admission(view, entry) for entry in admitted]
    return section("duanban", "自认短板", tag("ul", *items, class_="admissions"))


def _root(view: View, number: int, gap: Gap) -> Markup:
    task = gap.task
    waiting = [view.task_link(name) for name in gap.waiting]
    told = tag("details", tag("summary", f"{gap.holds_back} 项"), tag("p", join(waiting, "、"))) if waiting else "无"
    light = tag("a", "看图", href=f"#n-{task.id}", class_="light", data_light=task.id, aria_label=f"看图：{task.title}")
    levels = [tag("span", cell.level.zh, badge(cell.status), class_="at") for cell in gap.cells]
    return tag(
        "tr",
        tag("td", number),
        tag("th", view.task_link(task.id), " ", light, scope="row"),
        tag("td", join(levels, " ")),
        tag("td", due_of(task)),
        tag("td", "、".join(task.lead)),
        tag("td", told),
    )


def _by_lead(view: View) -> Markup:
    """Gaps of each unit by status: the order of chasing."""
    units = view.gaps_of_leads
    used = [status for status in URGENCY if any(cell.status is status for cell in view.tables.open_cells)]
    rows = [_unit(unit, cells, used) for unit, cells in units.items()]
    heads = ["牵头单位", *(status.zh for status in used), "合计（格）"]
    many = "一项任务有几个牵头单位的，在各单位下都计。"
    return join([tag("p", many, class_="note"), table("各牵头单位的缺口", heads, rows, "leads", wide=True)])


def _unit(unit: str, cells: Sequence[Cell], used: Sequence[Status]) -> Markup:
    counts = Counter(cell.status for cell in cells)
    return tag(
        "tr",
        tag("th", tag("a", unit, href="#taizhang", data_lead=unit), scope="row"),
        *(tag("td", counts[status] or "", class_="number") for status in used),
        tag("td", tag("b", len(cells)), class_="number"),
    )


def _admission(view: View, entry: Entry) -> Markup:
    tasks = [view.task_link(task) for task in view.accepted(entry)]
    about = tag("span", "涉及：", join(tasks, "、")) if tasks else tag("span", "没有对应到任务")
    place = tag("a", f"{entry.id} {entry.where}", href=f"#e-{entry.id}")
    levels = "、".join(level.zh for level in entry.levels)
    return tag(
        "li",
        tag("blockquote", entry.text),
        tag("p", place, tag("span", f"层级：{levels or '本级'}"), about, class_="labels"),
    )
