"""The gate as JUnit XML, which CI systems read: a test case a due cell, and one for each further rule."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from checker.gate import GateResult, Reason
from checker.judge.assessment import Assessment
from checker.model import Cell

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(assessment: Assessment, result: GateResult) -> str:
    """A document with one suite; cells that are waived or not due are skipped cases with their reason."""
    failures = {reason.subject: reason for reason in result.failures}
    cells = [cell for cell in assessment.cells if cell.counted or cell.status.value in ("waived", "not_due")]
    rules = [reason for reason in result.failures if reason.rule != "G01"]
    skipped = sum(not cell.counted for cell in cells)
    suite = ElementTree.Element(
        "testsuite",
        name=_safe(assessment.plan.title),
        tests=str(len(cells) + len(rules)),
        failures=str(len(result.failures)),
        errors="0",
        skipped=str(skipped),
    )
    for cell in cells:
        _case(suite, cell, failures.get(f"{cell.task.id}@{cell.level}"))
    for reason in rules:
        case = ElementTree.SubElement(suite, "testcase", classname=reason.rule, name=_safe(reason.subject))
        _fail(case, reason)
    root = ElementTree.Element("testsuites")
    root.append(suite)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _case(suite: ElementTree.Element, cell: Cell, failure: Reason | None) -> None:
    name = f"{cell.task.title}（{cell.level.zh}）"
    case = ElementTree.SubElement(suite, "testcase", classname=f"{cell.task.id}.{cell.level}", name=_safe(name))
    if failure:
        _fail(case, failure)
    elif not cell.counted:
        ElementTree.SubElement(case, "skipped", message=_safe(f"{cell.status.zh}：{cell.reason}"))


def _fail(case: ElementTree.Element, reason: Reason) -> None:
    failure = ElementTree.SubElement(case, "failure", type=reason.rule, message=_safe(reason.message))
    failure.text = _safe(reason.message)


def _safe(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
