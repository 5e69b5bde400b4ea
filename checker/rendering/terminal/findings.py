"""The audit of figures in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from checker.audit.model import Audit, Finding
from checker.model import Severity
from checker.rendering.terminal.prose import Prose
from checker.rendering.terminal.theme import SEVERITY_STYLE, shown


def show_audit(audit: Audit, console: Console) -> None:
    """Findings by weight, then what was recomputed and holds."""
    for severity in Severity:
        for finding in audit.findings:
            if finding.severity is severity:
                console.print(Prose(_block(finding)))
    if audit.confirmed:
        console.print(Text(f"\n重算无误（{len(audit.confirmed)}）", "bold green"))
        for one in audit.confirmed:
            line = f"  {one.rule} {one.statement}  {one.formula} → {one.stated:g}  {shown(one.quote, 60)}"
            console.print(Prose(line))
    counts = {severity: sum(f.severity is severity for f in audit.findings) for severity in Severity}
    told = "，".join(f"{severity.zh} {count}" for severity, count in counts.items())
    console.print(Text(f"\n数字核验：{told}，重算无误 {len(audit.confirmed)}", "bold"))


def _block(finding: Finding) -> Text:
    text = Text.assemble(
        ("\n" + finding.severity.zh, SEVERITY_STYLE[finding.severity]),
        f" {finding.rule} {finding.message}",
        (f"\n  {finding.statement} {finding.chapter} 第{finding.line}行" if finding.line else "\n  全文", "dim"),
        f"\n  原文 {shown(finding.quote, 300)}",
    )
    if finding.formula:
        stated = "" if finding.stated is None else f"，报告写 {finding.stated:g}"
        expected = "" if finding.expected is None else f"，应为 {finding.expected:g}"
        text.append(f"\n  算式 {finding.formula}{expected}{stated}")
    if finding.wants:
        text.append(f"\n  还需 {finding.wants}", "dim")
    return text
