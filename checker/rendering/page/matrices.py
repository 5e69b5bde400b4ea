"""Two tables that show all at once: named obligations × levels, and clauses of the outline × levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.judge.coverage import ratio_of
from checker.model import OBLIGATIONS, Cell, Level, Ratio, Status
from checker.rendering.markup import Markup, tag
from checker.rendering.page.view import Section, View, fraction, percent, section, table, verdict_badge

_SHADES = 5
"""Steps of the heat map, from nothing met to all met."""


def obligations(view: View) -> Section | None:
    """Verdicts of the named obligations, and below them each with its reason and sentences."""
    claims = {(claim.obligation, claim.level): claim for claim in view.assessment.claims}
    if not claims:
        return None
    names = [name for name in OBLIGATIONS if any(key[0] == name for key in claims)]
    levels = [level for level in Level if any(key[1] is level for key in claims)]
    rows, reasons = [], []
    for at, name in enumerate(names, 1):
        row = []
        for level in levels:
            claim = claims.get((name, level))
            if not claim:
                row.append(tag("td", "—"))
                continue
            ident = f"o-{at}-{level.value}"
            row.append(tag("td", tag("a", verdict_badge(claim.verdict), href=f"#{ident}", aria_describedby=f"o-{at}")))
            summary = tag("summary", f"{name} · {level.zh} ", verdict_badge(claim.verdict))
            body = tag("p", claim.reason, class_="reason"), view.refs(claim.evidence)
            reasons.append(tag("details", summary, *body, id=ident))
        rows.append(tag("tr", tag("th", name, scope="row", id=f"o-{at}"), *row))
    heads = ["重点任务", *(level.zh for level in levels)]
    note = (
        "只凭报告语句判断：全部做到为覆盖；试点、点名的几家、有数无总数为部分；承认缺口的，即使做了一部分也是自认短板。"
    )
    return section(
        "zhongdian",
        "重点任务",
        table("四项重点任务在各层级的结论", heads, rows, "matrix"),
        tag("div", tag("h3", "各项结论的依据"), *reasons, class_="reasons"),
        note=note,
    )


def heat_map(view: View) -> Section:
    """Met cells among the due ones, for each clause and level; admitted gaps are flagged."""
    cells: dict[tuple[int, Level | None], list[Cell]] = {}
    for cell in view.assessment.cells:
        cells.setdefault((cell.task.clause, cell.level), []).append(cell)
        cells.setdefault((cell.task.clause, None), []).append(cell)
    columns: list[Level | None] = [*view.levels, None]
    clauses = [clause for clause in view.assessment.plan.clauses if (clause, None) in cells]
    clauses += sorted({clause for clause, _ in cells} - set(clauses))
    rows = [
        tag(
            "tr",
            tag("th", tag("a", view.tables.clause_name(clause), href=f"#c-{clause}"), scope="row"),
            *(_heat(cells.get((clause, level), ()), clause, level) for level in columns),
        )
        for clause in clauses
    ]
    heads = ["纲要条款", *(level.zh for level in view.levels), "合计"]
    note = "格内为达标格数/到期格数；颜色越深，达标越多。“短”表示其中有报告自认的短板，“—”表示没有到期的任务。"
    return section(
        "tiaokuan",
        "纲要条款",
        table("纲要各项在各层级的达标情况", heads, [*rows, _total(view)], "heat"),
        note=note,
    )


def _total(view: View) -> Markup:
    coverage = view.assessment.coverage
    by_level = [coverage.by_level.get(level, Ratio(0, 0)) for level in view.levels]
    return tag(
        "tr",
        tag("th", "合计", scope="row"),
        *(tag("td", tag("b", fraction(ratio)), tag("small", percent(ratio))) for ratio in [*by_level, coverage.due]),
        class_="total",
    )


def _heat(cells: Sequence[Cell], clause: int, level: Level | None) -> Markup:
    ratio = ratio_of(cells)
    if not ratio.applicable:
        return tag("td", "—", class_="none")
    shade = "h0" if not ratio.met else f"h{1 + (ratio.met * (_SHADES - 1) - 1) // ratio.applicable}"
    admitted = Counter(cell.status for cell in cells)[Status.SHORTFALL]
    flag = tag("span", f"短{admitted}", class_="flag") if admitted else None
    link = tag("a", fraction(ratio), href=f"#c-{clause}", data_clause=clause, data_level=level.value if level else "")
    return tag("td", link, flag, class_=shade)
