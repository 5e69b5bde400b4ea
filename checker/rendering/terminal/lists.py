"""The lists of the summary: gaps by root, admitted shortfalls, findings, plans, what matched nothing."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from checker.judge.assessment import Assessment
from checker.judge.cells import ACCEPT
from checker.model import Confidence, Entry, Gap, Severity, Stance
from checker.rendering.terminal.prose import Prose
from checker.rendering.terminal.theme import SEVERITY_STYLE, Look, heading, shown, status_text

GAPS_SHOWN = 12
LINES_SHOWN = 8
WIDE = 96


def gap_section(assessment: Assessment, look: Look, width: int) -> RenderableType | None:
    """The root gaps, the one on which most waits first; a narrow screen does without the lead units."""
    gaps = assessment.gaps
    if not gaps:
        return None
    wide = width >= WIDE
    table = look.table("", "先补哪一项", "状态", "等它的", *(["牵头"] if wide else []))
    table.columns[0].justify = table.columns[3].justify = "right"
    for number, gap in enumerate(gaps[:GAPS_SHOWN], 1):
        waits = Text(f"{gap.holds_back} 项" if gap.holds_back else "")
        lead = [Text("、".join(gap.task.lead[:2]))] if wide else []
        table.add_row(str(number), Prose(_gap_name(gap)), _gap_statuses(gap), waits, *lead)
    note = f"共 {len(gaps)} 个根缺口" + (f"，列前 {GAPS_SHOWN} 个" if len(gaps) > GAPS_SHOWN else "")
    return Group(heading("缺口（先补等待最多的）", note), table)


def _gap_name(gap: Gap) -> Text:
    text = Text(gap.task.title)
    if gap.task.due:
        sure = "，待核" if gap.task.due_confidence is Confidence.MEMORY else ""
        text.append(f"（{gap.task.due}{sure}）", "dim")
    return text.append(f"\n{gap.task.id}", "dim")


def _gap_statuses(gap: Gap) -> Text:
    lines = []
    for cell in gap.cells:
        lines.append(Text.assemble(f"{cell.level.zh} ", status_text(cell.status)))
    return Text("\n").join(lines)


def shortfall_section(assessment: Assessment, look: Look) -> RenderableType | None:
    """The gaps that the report itself admits."""
    found = _of_year(assessment, Stance.SHORTFALL)
    return _list("报告自认的短板", found, look, limit=None)


def plan_section(assessment: Assessment, look: Look) -> RenderableType | None:
    """What is promised for next year; no result of this one."""
    found = [entry for entry in _of_year(assessment, Stance.PLANNED) if _matched(entry)]
    return _list("下一年计划（不是结果）", found, look, LINES_SHOWN)


def unmatched_section(assessment: Assessment, look: Look) -> RenderableType | None:
    """Statements that no task took, so that people see they were read; background comes last."""
    found = [assessment.entries[ref] for ref in assessment.unmatched]
    found.sort(key=lambda entry: entry.stance is Stance.CONTEXT)
    return _list("未对应任务的陈述（已读）", found, look, LINES_SHOWN)


def audit_section(assessment: Assessment, look: Look) -> RenderableType | None:
    """Errors and questions of the figure audit, and how many figures were recomputed."""
    audit = assessment.audit
    weighty = [f for f in audit.findings if f.severity in (Severity.ERROR, Severity.QUESTION)]
    if not weighty and not audit.confirmed:
        return None
    table = look.table("", "数字核验", "算式")
    for finding in weighty[:LINES_SHOWN]:
        severity = Text(finding.severity.zh, SEVERITY_STYLE[finding.severity])
        message = Text.assemble(f"{finding.rule} {finding.message}", (f"  {finding.statement}", "dim"))
        table.add_row(severity, Prose(message), Text(shown(finding.formula, 40)))
    errors = sum(finding.severity is Severity.ERROR for finding in weighty)
    note = f"错误 {errors}，疑问 {len(weighty) - errors}，重算无误 {len(audit.confirmed)}（详见 checker audit）"
    return Group(heading("数字核验", note), *([table] if weighty else []))


def _of_year(assessment: Assessment, stance: Stance) -> list[Entry]:
    year = assessment.scope.year
    return [entry for entry in assessment.entries.values() if entry.stance is stance and entry.source.year == year]


def _matched(entry: Entry) -> bool:
    return any(match.score >= ACCEPT for match in entry.tasks)


def _list(title: str, entries: Sequence[Entry], look: Look, limit: int | None) -> RenderableType | None:
    if not entries:
        return None
    table = look.table("编号", "出处", "层级", "内容")
    table.columns[0].no_wrap = True
    for entry in entries[:limit]:
        levels = "、".join(level.zh for level in entry.levels)
        table.add_row(entry.id, Text(entry.where), Text(levels), Prose(shown(entry.text, 120)))
    hidden = len(entries) - limit if limit else 0
    return Group(heading(title, f"{len(entries)} 条" + (f"，列前 {limit} 条" if hidden > 0 else "")), table)
