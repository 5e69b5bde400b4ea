"""The roll-up as one HTML file, without a script: every table, readable from a stick and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from checker.rendering.markup import Markup, join, tag
from checker.rendering.page.palette import palette
from checker.rendering.tables import Table


def render_rollup(tables: Sequence[Table], summary: str) -> str:
    """The page of a roll-up."""
    style = palette() + files("checker.rendering.page").joinpath("style.css").read_text(encoding="utf-8")
    filled = [table for table in tables if table.rows]
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content="default-src 'none'; style-src 'unsafe-inline'"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", "法治政府建设报告汇总"),
        tag("style", Markup(style)),
    )
    links = [tag("li", tag("a", table.name, href=f"#{table.key}")) for table in filled]
    body = tag(
        "body",
        tag("header", tag("h1", "法治政府建设报告汇总"), tag("p", summary), class_="masthead"),
        tag("nav", tag("ol", join(links)), aria_label="目录"),
        tag("main", *(_section(table) for table in filled), id="main"),
        tag("footer", tag("p", "据报告文字生成，只说明报告写了什么、没有写什么，不认定事实，不作法律判断。")),
    )
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang='zh-CN')}\n"


def _section(table: Table) -> Markup:
    head = tag("tr", *(tag("th", column.name, scope="col") for column in table.columns))
    rows = [tag("tr", *(tag("td", value) for value in row)) for row in table.rows]
    grid = tag("table", tag("thead", head), tag("tbody", join(rows)))
    return tag("section", tag("h2", table.name), tag("div", grid, class_="scroll"), id=table.key)
