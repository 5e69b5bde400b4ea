"""The head of the page: whose report, how much of what is due has evidence, what to close first; and the years."""

from __future__ import annotations

from collections.abc import Sequence

from checker.judge.assessment import Assessment
from checker.model import OBLIGATIONS, Level, Status
from checker.rendering.marks import LOOKS
from checker.rendering.markup import Markup, join, tag
from checker.rendering.page.view import Section, View, badge, fraction, percent, section, table, verdict_badge

_BAR_WIDTH = 1000
_FIRST_GAPS = 3


def title_of(assessment: Assessment) -> str:
    """西宁市2022年法治政府建设任务检查."""
    return f"{assessment.scope.subject}{assessment.scope.year}年法治政府建设任务检查"


def masthead(view: View) -> Markup:
    """Title and the basis of the assessment."""
    assessment = view.assessment
    sources = _sources(assessment)
    shown = "、".join(sources) if len(sources) <= 2 else f"{sources[0]}等 {len(sources)} 份"
    basis = [
        ("任务清单", assessment.plan.title),
        ("依据", shown),
        ("截至", assessment.scope.as_of.isoformat()),
    ]
    items = [tag("div", tag("dt", name), tag("dd", value)) for name, value in basis]
    return tag("header", tag("h1", title_of(assessment)), tag("dl", *items, class_="basis"), class_="masthead")


def overview(view: View) -> Section:
    """Coverage in a sentence, in figures and as a bar by status; the root gaps to close first."""
    coverage = view.assessment.coverage
    figures = [
        _figure("到期任务达标", percent(coverage.due), f"{fraction(coverage.due)} 格", "main"),
        _figure("自认短板", view.count(Status.SHORTFALL), "报告自己承认", Status.SHORTFALL.value),
        _figure("未见佐证", view.count(Status.MISSING), "报告没有提到", Status.MISSING.value),
        _figure("待核", view.count(Status.UNPROVEN), "前提没有佐证", Status.UNPROVEN.value),
    ]
    return section(
        "zongkuang",
        "总体情况",
        tag("div", *figures, class_="figures"),
        tag("p", _sentence(view), class_="prose"),
        _bar(view.assessment, "适用的任务格的状态"),
        _legend(view),
        _first(view),
        _notes(view),
    )


def years(view: View) -> Section | None:
    """Small multiples, one for each year: coverage and the four named obligations by level."""
    if not view.years:
        return None
    panels = [_year(assessment) for assessment in (*view.years, view.assessment)]
    note = "各年按当年的报告和当年的达标口径判断。"
    return section("niandu", "历年比较", tag("div", *panels, class_="multiples"), note=note)


def _sources(assessment: Assessment) -> list[str]:
    year = assessment.scope.year
    titles = [f"《{entry.source.title}》" for entry in assessment.entries.values() if entry.source.year == year]
    return list(dict.fromkeys(titles))


def _figure(name: str, value: object, remark: str, look: str) -> Markup:
    return tag(
        "div",
        tag("span", name, class_="name"),
        tag("strong", value if isinstance(value, (str, int)) else str(value)),
        tag("span", remark, class_="remark"),
        class_=f"figure {look}",
    )


def _sentence(view: View) -> str:
    """What a deputy director reads: counts in words, and what the words do not say."""
    due = view.assessment.coverage.due
    open_cells = len(view.tables.open_cells)
    if not due.applicable:
        return "本次范围内没有到期的任务，不计算比例。"
    return (
        f"{len(view.tasks)} 项任务按层级分为 {len(view.assessment.cells)} 格，到期 {due.applicable} 格，"
        f"其中 {due.met} 格在报告中有完整佐证，{open_cells} 格有缺口，涉及 {len(view.tables.open_tasks)} 项任务。"
        "“未见佐证”只说明报告没有写，不等于没有做，更不等于违法。"
    )


def _bar(assessment: Assessment, name: str) -> Markup:
    """The cells to which their task applies, by status, as a bar; the legend below says the same in words."""
    counts = dict(assessment.coverage.by_status)
    counts.pop(Status.NOT_APPLICABLE, None)
    total = sum(counts.values())
    pieces, at = [], 0.0
    for status in LOOKS:
        width = counts.get(status, 0) / total * _BAR_WIDTH if total else 0
        if width:
            pieces.append(
                tag("rect", class_=f"piece {status.value}", x=f"{at:.1f}", y=0, width=f"{width:.1f}", height=22)
            )
        at += width
    words = "，".join(f"{status.zh}{counts[status]}" for status in LOOKS if status in counts)
    return tag(
        "svg", *pieces, class_="strip", viewBox=f"0 0 {_BAR_WIDTH} 22", preserveAspectRatio="none", role="img",
        aria_label=f"{name}：{words}",
    )  # fmt: skip


def _legend(view: View) -> Markup:
    """Every status with its number of cells: the counts of the page."""
    counts = view.assessment.coverage.by_status
    items = [
        tag("li", badge(status), tag("b", counts[status], data_count=status.value))
        for status in LOOKS
        if status in counts
    ]
    return tag("ul", *items, class_="legend", aria_label="各状态的格数")


def _first(view: View) -> Markup | None:
    gaps = [gap for gap in view.assessment.gaps if gap.holds_back][:_FIRST_GAPS]
    if not gaps:
        return None
    items = [
        tag("li", view.task_link(gap.task.id), badge(view.status[gap.task.id]), f"{gap.holds_back} 项任务在等它")
        for gap in gaps
    ]
    return tag("div", tag("h3", "先补这几项"), tag("ol", *items, class_="first"))


def _notes(view: View) -> Markup | None:
    notes = view.assessment.notes
    return tag("ul", *(tag("li", note) for note in notes), class_="notes", aria_label="提示") if notes else None


def _year(assessment: Assessment) -> Markup:
    levels = list(dict.fromkeys(claim.level for claim in assessment.claims))
    due = assessment.coverage.due
    return tag(
        "figure",
        tag("figcaption", tag("b", f"{assessment.scope.year}年"), f"达标 {fraction(due)}，{percent(due)}"),
        _bar(assessment, f"{assessment.scope.year}年各状态"),
        table(
            f"{assessment.scope.year}年重点任务",
            ["重点任务", *(level.zh for level in levels)],
            _year_rows(assessment, levels),
            "small",
        ),
    )


def _year_rows(assessment: Assessment, levels: Sequence[Level]) -> list[Markup]:
    verdicts = {(claim.obligation, claim.level): claim.verdict for claim in assessment.claims}
    rows = []
    for name in OBLIGATIONS:
        found = [verdicts.get((name, level)) for level in levels]
        if any(found):
            cells = [tag("td", verdict_badge(verdict) if verdict else "—") for verdict in found]
            rows.append(tag("tr", tag("th", name, scope="row"), join(cells)))
    return rows
