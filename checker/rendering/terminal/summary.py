"""The summary of an assessment: what is covered, what is admitted, which gap to close first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from checker.gate import GateResult
from checker.judge.assessment import Assessment
from checker.judge.cells import OPEN_STATUSES
from checker.judge.claims import Claim
from checker.judge.coverage import ratio_of
from checker.model import OBLIGATIONS, Cell, Level, Status, Verdict
from checker.rendering.terminal.gate import gate_line
from checker.rendering.terminal.lists import (
    WIDE,
    audit_section,
    gap_section,
    plan_section,
    shortfall_section,
    unmatched_section,
)
from checker.rendering.terminal.theme import VERDICT_STYLE, Look, heading, percent, status_text

DIFFER = "“覆盖”是报告自己的说法；后面的数按任务口径核对，没写到的和前提没有佐证的（待核）都不算达标。"


def summary(assessment: Assessment, gate: GateResult, console: Console, plain: bool) -> None:
    """Print the summary, section by section; a section that has nothing to say is left out."""
    look = Look(plain)
    sections: Iterable[RenderableType | None] = (
        _head(assessment),
        _coverage(assessment, look),
        _matrix(assessment, look),
        _clauses(assessment, look, console.width),
        gap_section(assessment, look, console.width),
        shortfall_section(assessment, look),
        audit_section(assessment, look),
        plan_section(assessment, look),
        unmatched_section(assessment, look),
        gate_line(gate),
    )
    for section in sections:
        if section is not None:
            console.print(section)


def _head(assessment: Assessment) -> RenderableType:
    plan, scope = assessment.plan, assessment.scope
    sources = Counter(entry.source.title for entry in assessment.entries.values() if entry.source.year == scope.year)
    told = "；".join(f"{title}（{count} 条）" for title, count in sorted(sources.items())[:3])
    more = len(sources) - 3
    rows = (
        ("对象", f"{scope.subject}（{scope.own.zh}级）　{scope.year} 年，截至 {scope.as_of}"),
        ("佐证", told + (f" 等 {len(sources)} 份" if more > 0 else "")),
        ("清单", f"{len(plan.tasks)} 项任务，{len(assessment.cells)} 格（任务×层级）"),
    )
    grid = Table.grid(padding=(0, 2))
    for name, text in rows:
        grid.add_row(Text(name, "dim"), Text(text))
    return Group(Text(plan.title, "bold"), grid)


def _coverage(assessment: Assessment, look: Look) -> RenderableType:
    due = assessment.coverage.due
    line = Text.assemble(
        heading("到期任务覆盖"), "  ", look.bar(due, 30), "  ", (percent(due), "bold"), ("  达标/到期应有", "dim")
    )
    counts = Text("  ")
    for status, count in assessment.coverage.by_status.items():
        counts.append_text(status_text(status)).append(f"{count}   ")
    return Group(line, counts)


def _matrix(assessment: Assessment, look: Look) -> RenderableType | None:
    """The four named obligations by level: the verdict of the report, and met of due tasks."""
    claims = {(claim.obligation, claim.level): claim for claim in assessment.claims}
    if not claims:
        return None
    levels = [level for level in Level if any(level is claim.level for claim in assessment.claims)]
    table = look.table("重点任务", *(level.zh for level in levels))
    differ = False
    for obligation in OBLIGATIONS:
        if not any(name == obligation for name, _ in claims):
            continue
        row = [Text(obligation)]
        for level in levels:
            cells = [c for c in assessment.cells if c.task.obligation == obligation and c.level is level]
            claim = claims.get((obligation, level))
            row.append(_matrix_cell(claim.verdict if claim else None, cells))
            differ |= _says_more(claim, cells)
        table.add_row(*row)
    note = [Text(DIFFER, "dim")] if differ else []
    return Group(heading("四项重点任务", "报告怎么说 · 达标/到期任务数"), table, *note)


def _says_more(claim: Claim | None, cells: Sequence[Cell]) -> bool:
    """Whether the report says that all is done while tasks are left that are not met."""
    ratio = ratio_of(cells)
    return claim is not None and claim.verdict is Verdict.COVERED and ratio.met < ratio.applicable


def _matrix_cell(verdict: Verdict | None, cells: Sequence[Cell]) -> Text:
    ratio = ratio_of(cells)
    count = f" {ratio.met}/{ratio.applicable}" if ratio.applicable else " 无任务" if not cells else " 无到期"
    if verdict is None:
        return Text(count.strip(), "dim")
    return Text.assemble((verdict.zh, VERDICT_STYLE[verdict]), (count, "dim"))


def _clauses(assessment: Assessment, look: Look, width: int) -> RenderableType:
    """A table by item of the outline."""
    wide = width >= WIDE
    table = look.table("项", "纲要任务", "达标/到期", *(["覆盖"] if wide else []), "其余")
    table.columns[0].justify = "right"
    table.columns[2].no_wrap = True
    groups: dict[int, list[Cell]] = {}
    for cell in assessment.cells:
        groups.setdefault(cell.task.clause, []).append(cell)
    for clause, cells in sorted(groups.items()):
        ratio = ratio_of(cells)
        name = assessment.plan.clauses.get(clause, "")
        bar = [look.bar(ratio, 12)] if wide else []
        table.add_row(str(clause), Text(name), Text(percent(ratio)), *bar, _rest(cells))
    return Group(heading("按纲要各项", "格＝任务×层级"), table)


def _rest(cells: Sequence[Cell]) -> Text:
    """What is not met, by status, the worst first."""
    counts = Counter(cell.status for cell in cells if cell.status in OPEN_STATUSES | {Status.NOT_DUE, Status.WAIVED})
    order = (Status.SHORTFALL, Status.MISSING, Status.UNPROVEN, Status.PLANNED, Status.ONGOING, Status.PARTIAL)
    text = Text()
    for status in (*order, Status.NOT_DUE, Status.WAIVED):
        if counts[status]:
            text.append_text(status_text(status)).append(f"{counts[status]} ")
    return text
