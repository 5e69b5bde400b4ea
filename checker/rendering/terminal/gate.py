"""The outcome of the gate in the terminal."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.text import Text

from checker.gate import GateResult, Reason
from checker.rendering.terminal.prose import Prose

REASONS_SHOWN = 30
_RULES = {"G01": "任务状态", "G02": "覆盖率", "G03": "数字错误", "G04": "错误未答复", "G05": "存疑未处理"}


def gate_line(result: GateResult) -> Text:
    """One line: holds or not, and how many reasons of each rule."""
    if not result.checked:
        return Text("\n门禁：没有到期任务可查，不能算放行", "bold yellow")
    if result.holds:
        return Text(f"\n门禁：放行（查了 {result.checked} 格，提示 {len(result.remarks)} 条）", "bold green")
    counts = Counter(reason.rule for reason in result.failures)
    told = "，".join(f"{_RULES[rule]} {count} 处" for rule, count in sorted(counts.items()))
    return Text(f"\n门禁：不放行（{told}；另有提示 {len(result.remarks)} 条）", "bold red")


def show_gate(result: GateResult, console: Console, everything: bool = False) -> None:
    """The outcome with its reasons; without `everything` the first of each kind."""
    limit = None if everything else REASONS_SHOWN
    for title, reasons in (("不放行的理由", result.failures), ("提示（不影响放行）", result.remarks)):
        if reasons:
            console.print(Text(f"{title}（{len(reasons)}）", "bold"))
            for reason in reasons[:limit]:
                console.print(Prose(_reason(reason)))
            if limit and len(reasons) > limit:
                console.print(Text(f"  ……另有 {len(reasons) - limit} 条，加 --all 全部列出", "dim"))
    console.print(gate_line(result))


def _reason(reason: Reason) -> Text:
    return Text.assemble("  ", (f"{reason.rule} {reason.subject}", "dim"), f"  {reason.message}")
