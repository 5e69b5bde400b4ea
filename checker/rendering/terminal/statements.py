"""The statements of a report in the terminal: one block each, with labels and why."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from checker.model import Figure, Report, Statement
from checker.rendering.terminal.prose import Prose
from checker.rendering.terminal.theme import LABELS, STANCE_STYLE, label_zh, shown


def show_statements(report: Report, console: Console) -> None:
    """A head line, then every statement in reading order."""
    head = f"{report.title}　{report.government}（{report.level.zh}级）　{report.year} 年　{len(report.statements)} 句"
    console.print(Text(shown(head, 200), "bold"))
    for statement in report.statements:
        console.print(Prose(_block(statement)))


def _block(statement: Statement) -> Text:
    page = f" 第{statement.page}页" if statement.page else ""
    text = Text.assemble(
        (f"\n{statement.id}", "bold"),
        (f"  {statement.chapter or '开头'}{page} 第{statement.line}行  ", "dim"),
        (statement.stance.zh, STANCE_STYLE[statement.stance]),
    )
    if statement.reaches:
        spans = "、".join(f"{reach.level.zh}（{reach.extent.zh}）" for reach in statement.reaches)
        text.append(f"  层级 {spans}")
    text.append(f"\n  {shown(statement.quote, 4000)}")
    if statement.tasks:
        text.append("\n  任务 " + "、".join(f"{match.id} {match.score:.2f}" for match in statement.tasks))
    if statement.clauses:
        text.append("\n  纲要 " + "、".join(f"第{clause}项" if clause else "未列项" for clause in statement.clauses))
    if statement.figures:
        text.append("\n  数字 " + "、".join(map(_figure, statement.figures)))
    for because in statement.because:
        text.append(f"\n  {label_zh(because.label)} {because.rule} {shown(because.detail, 120)}", "dim")
    if statement.review:
        text.append("\n  待人工复核：" + "、".join(LABELS.get(name, name) for name in statement.review), "yellow")
    return text


def _figure(figure: Figure) -> str:
    """The figure as printed, and what it comes to where that is written otherwise (3.6万 -> 36,000)."""
    if figure.text in (f"{figure.value}{figure.unit}", f"{figure.value:,}{figure.unit}"):
        return figure.text
    return f"{figure.text}＝{figure.value:,}{figure.unit}"
