"""Every statement with its labels, in reading order."""

from __future__ import annotations

from itertools import groupby

from checker.model import Entry, Stance, Status
from checker.rendering.markup import Markup, join, tag
from checker.rendering.page.view import Section, View, section

_LOOKS = {
    Stance.ACHIEVED: Status.MET,
    Stance.ONGOING: Status.ONGOING,
    Stance.SHORTFALL: Status.SHORTFALL,
    Stance.PLANNED: Status.PLANNED,
    Stance.CONTEXT: Status.NOT_DUE,
}


def statements(view: View) -> Section:
    """The statements, under the report that they come from."""
    parts = []
    for source, entries in groupby(view.entries, key=lambda entry: entry.source):
        listed = list(entries)
        heading = tag("h3", f"{source.title}（{len(listed)} 条）")
        parts.append(tag("div", heading, tag("ol", *(_statement(view, entry) for entry in listed)), class_="report"))
    unmatched = len(view.assessment.unmatched)
    note = f"共 {len(view.entries)} 条；其中 {unmatched} 条没有对应到任务，请看是否有遗漏。"
    return section("yuju", "全部语句", tag("div", *parts, id="statements"), note=note)


def _statement(view: View, entry: Entry) -> Markup:
    levels = [f"{reach.level.zh}（{reach.extent.zh}）" for reach in entry.reaches]
    own = f"{entry.source.level.zh}本级（{entry.extent.zh}）"
    accepted = view.accepted(entry)
    doubtful = [match.id for match in entry.tasks if match.id not in accepted]
    labels = [
        tag("b", entry.id),
        tag("span", entry.where),
        tag("span", entry.stance.zh, class_=f"badge {_LOOKS[entry.stance].value}"),
        tag("span", "、".join(levels) or own),
        _labelled("任务", [view.task_link(task) for task in accepted]),
        _labelled("待复核", [view.task_link(task) for task in doubtful]),
        _labelled("条款", [str(clause) for clause in entry.clauses]),
        _labelled("重点任务", list(entry.obligations)),
        _labelled("数字", [figure.text for figure in entry.figures]),
    ]
    spoken = entry.levels or (entry.source.level,)
    return tag(
        "li",
        tag("p", entry.text, class_="quote"),
        tag("p", *labels, class_="labels"),
        id=f"e-{entry.id}",
        data_stance=entry.stance.value,
        data_levels=" ".join(level.value for level in spoken),
        data_clauses=" ".join(map(str, entry.clauses)),
        data_obligations=" ".join(entry.obligations),
        data_tasks=" ".join(accepted),
    )


def _labelled(name: str, values: list[Markup] | list[str]) -> Markup | None:
    return tag("span", f"{name}：", join(values, "、")) if values else None
