"""Why a cell has its status: criterion, sentences with place, prerequisites, near misses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from checker.judge.assessment import Assessment
from checker.judge.cells import ACCEPT
from checker.model import Cell, Confidence, Entry, Status, Task
from checker.rendering.terminal.prose import Prose
from checker.rendering.terminal.theme import STANCE_STYLE, STATUS_STYLE, label_zh, shown, status_text

_TAG = re.compile(r"S\d+b?")


def show_explanation(assessment: Assessment, cells: Sequence[Cell], console: Console) -> None:
    """The task once, then each cell asked about."""
    console.print(Prose(_task(cells[0].task, assessment)))
    for cell in cells:
        console.print(Prose(_cell(cell, assessment)))
    console.print(Prose(_near_misses(cells[0].task)))


def _task(task: Task, assessment: Assessment) -> Text:
    year = assessment.scope.year
    older = task.from_year is not None and year < task.from_year and task.criterion_before
    text = Text.assemble((f"{task.no} {task.title}", "bold"), (f"  {task.id}", "dim"))
    clause = assessment.plan.clauses.get(task.clause, "")
    text.append(f"\n纲要第{task.clause}项　{clause}" + (f"　〔{task.obligation}〕" if task.obligation else ""))
    text.append(f"\n达标口径：{task.criterion_before if older else task.criterion}")
    if older:
        text.append(f"\n（{task.from_year} 年起：{task.criterion}）", "dim")
    text.append(f"\n类型：{task.kind.zh}　牵头：{'、'.join(task.lead)}")
    sure = "（待核：只凭记忆，不会使门禁不通过）" if task.due_confidence is Confidence.MEMORY else ""
    text.append(f"\n期限：{task.due_text}{sure}" + (f"　依据：{task.due_source}" if task.due_source else ""))
    for tag in dict.fromkeys(_TAG.findall(task.due_source)):
        if tag in assessment.plan.sources:
            text.append(f"\n  {tag}：{assessment.plan.sources[tag]}", "dim")
    return text


def _cell(cell: Cell, assessment: Assessment) -> Text:
    text = Text.assemble((f"\n{cell.level.zh}：", "bold"), status_text(cell.status))
    text.append(f"\n  理由：{shown(cell.reason, 600)}")
    for ref in cell.evidence:
        text.append_text(_entry(assessment.entries[ref]))
    for match, entry in _for_review(cell, assessment):
        text.append(f"\n  待复核（{match:.2f}）：", "yellow").append_text(_entry(entry))
    for need in cell.task.requires:
        text.append_text(_requirement(need.id, need.why, cell, assessment))
    return text


def _entry(entry: Entry) -> Text:
    text = Text.assemble(
        (f"\n  ▪ {entry.id}", "bold"), f"  {entry.where}  ", (entry.stance.zh, STANCE_STYLE[entry.stance])
    )
    spans = "、".join(f"{reach.level.zh}（{reach.extent.zh}）" for reach in entry.reaches)
    text.append(f"  {spans or f'未点明层级，计入{entry.source.level.zh}级（{entry.extent.zh}）'}")
    text.append(f"\n    {shown(entry.text, 400)}")
    rules = "；".join(f"{label_zh(because.label)} {because.rule} {because.detail}".strip() for because in entry.because)
    if rules:
        text.append(f"\n    规则 {shown(rules, 400)}", "dim")
    text.append(f"\n    出自 {shown(entry.source.title, 60)}，{entry.file}:{entry.row}", "dim")
    return text


def _for_review(cell: Cell, assessment: Assessment) -> list[tuple[float, Entry]]:
    """Entries whose match to this task is below the line, best first."""
    found = [
        (match.score, entry)
        for entry in assessment.entries.values()
        for match in entry.tasks
        if match.id == cell.task.id and match.score < ACCEPT and entry.source.year == assessment.scope.year
    ]
    return sorted(found, key=lambda pair: (-pair[0], pair[1].id))[:5]


def _requirement(need: str, why: str, cell: Cell, assessment: Assessment) -> Text:
    states = [c for c in assessment.cells if c.task.id == need and c.status is not Status.NOT_APPLICABLE]
    mark = "没有佐证" if need in cell.blocked_by else "已有做法"  # which may stand beside a gap
    text = Text(f"\n  前提 {need}（{why}）：{mark}")
    for other in states:
        text.append(f"　{other.level.zh}").append(other.status.zh, STATUS_STYLE[other.status])
    return text


def _near_misses(task: Task) -> Text:
    text = Text("\n不算：", "bold")
    for line in task.near_misses or ("（清单没有列出）",):
        text.append(f"\n  · {line}", "not bold")
    if task.proofs:
        text.append(f"\n通常的佐证材料：{'、'.join(task.proofs)}", "not bold")
    text.append("\n“未见佐证”只说明报告里没有写到，不等于工作没有做，更不等于违法。", "not bold dim")
    return text
