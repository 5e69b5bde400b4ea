"""The audit of the report's figures: what does not hold, with the computation, and what was recomputed and holds."""

from __future__ import annotations

from collections import Counter

from checker.audit.model import Confirmed, Finding
from checker.model import Severity, Status
from checker.rendering.markup import Markup, tag
from checker.rendering.page.view import Section, View, badge, section, table

_LOOKS = {
    Severity.ERROR: Status.SHORTFALL,
    Severity.QUESTION: Status.PARTIAL,
    Severity.WARNING: Status.PLANNED,
    Severity.INFO: Status.NOT_DUE,
}


def figures(view: View) -> Section:
    """Findings, errors first, then the figures that hold."""
    audit = view.assessment.audit
    if not audit.findings and not audit.confirmed:
        note = "没有可核算的数字，或佐证已经入库、不带报告原文：用 checker audit 报告 核验。"
        return section("shuzi", "数字核验", tag("p", note, class_="prose"))
    counts = Counter(finding.severity for finding in audit.findings)
    told = "、".join(f"{severity.zh} {counts[severity]} 处" for severity in Severity if counts[severity])
    note = f"{told or '没有问题'}；重算后相符 {len(audit.confirmed)} 处。疑问不等于错误，四舍五入和截断都算对。"
    heads = ["等级", "规则", "说明", "原句", "所写", "应得", "算式"]
    problems = table(
        "不相符或有疑问的数字", heads, [_finding(view, one) for one in audit.findings], "findings", wide=True
    )
    right = tag(
        "details",
        tag("summary", f"重算后相符的数字（{len(audit.confirmed)} 处）"),
        table(
            "相符的数字",
            ["规则", "原句", "所写", "算式"],
            [_confirmed(view, one) for one in audit.confirmed],
            "findings",
            wide=True,
        ),
    )
    return section(
        "shuzi",
        "数字核验",
        problems if audit.findings else None,
        right if audit.confirmed else None,
        note=note,
    )


def _finding(view: View, finding: Finding) -> Markup:
    wants = f"；需补：{finding.wants}" if finding.wants else ""
    return tag(
        "tr",
        tag("td", badge(_LOOKS[finding.severity], finding.severity.zh)),
        tag("td", finding.rule),
        tag("td", f"{finding.message}{wants}"),
        tag("td", _quote(view, finding.quote, finding.statement)),
        tag("td", _number(finding.stated), class_="number"),
        tag("td", _number(finding.expected), class_="number"),
        tag("td", finding.formula, class_="formula"),
        data_severity=finding.severity.value,
    )


def _confirmed(view: View, confirmed: Confirmed) -> Markup:
    return tag(
        "tr",
        tag("td", confirmed.rule),
        tag("td", _quote(view, confirmed.quote, confirmed.statement)),
        tag("td", _number(confirmed.stated), class_="number"),
        tag("td", confirmed.formula, class_="formula"),
    )


def _quote(view: View, quote: str, statement: str) -> Markup:
    link = view.statement_link(statement) if statement else None
    return tag("span", tag("q", quote), link, class_="quoted")


def _number(value: float | None) -> str:
    """As people write it: no trailing zeros; a dash where there is nothing to compute."""
    return "—" if value is None else f"{value:,.4f}".rstrip("0").rstrip(".")
