"""The form that narrows tasks and statements; without a script it would do nothing, so a script shows it."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model import OBLIGATIONS
from checker.rendering.marks import LOOKS
from checker.rendering.markup import Markup, tag
from checker.rendering.page.view import View


def filters(view: View) -> Markup:
    """Search, level, status, lead unit, named obligation and clause; the result is told aloud."""
    coverage = view.assessment.coverage
    leads = sorted({unit for task in view.tasks.values() for unit in task.lead})
    named = {task.obligation for task in view.tasks.values()}
    clauses = dict.fromkeys(task.clause for task in view.tasks.values())
    fields = (
        _search(),
        _choice("level", "层级", "全部层级", ((level.value, level.zh) for level in view.levels)),
        _choice("status", "状态", "全部状态", ((one.value, one.zh) for one in LOOKS if one in coverage.by_status)),
        _choice("lead", "牵头单位", "全部单位", ((unit, unit) for unit in leads)),
        _choice("obligation", "重点任务", "不限重点任务", ((name, name) for name in OBLIGATIONS if name in named)),
        _choice("clause", "条款", "全部条款", ((str(one), view.tables.clause_name(one)) for one in clauses)),
    )
    return tag(
        "form",
        tag(
            "details",
            tag("summary", "筛选", tag("output", id="found", role="status", aria_live="polite")),
            tag("div", *fields, tag("button", "清除", type="reset"), class_="fields"),
            open=True,
        ),
        id="filter",
        role="search",
        aria_label="筛选任务和语句",
        hidden=True,
    )


def _search() -> Markup:
    return tag(
        "label",
        tag("span", "查找"),
        tag("input", type="search", id="q", placeholder="任务或原文中的字词，空格分开", autocomplete="off"),
    )


def _choice(name: str, label: str, all_: str, options: Iterable[tuple[str, str]]) -> Markup:
    choices = [tag("option", text, value=value) for value, text in options]
    return tag("label", tag("span", label), tag("select", tag("option", all_, value=""), *choices, id=f"f-{name}"))
