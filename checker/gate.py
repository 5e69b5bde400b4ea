"""Assessment × policy -> whether the gate holds, and every reason why not.

The policy is the plan's [gate]. A task whose date is only known from memory never makes the gate
fail: its cells are remarks. Questions and warnings of the audit never fail it either.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.audit.model import Finding
from checker.judge.assessment import Assessment, Narrowing
from checker.judge.coverage import ratio_of
from checker.model import Cell, Confidence, Minimum, Severity


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that keeps the gate shut, or a remark that does not.

    `rule` is G01 (a cell in a failing status), G02 (coverage below a minimum), G03 (an error of the audit),
    G04 (an error of the audit that nobody has answered) or G05 (a suspect entry that nobody has settled);
    `subject` names the cell, scope, statement or entry.
    """

    rule: str
    subject: str
    message: str


@dataclass(frozen=True, slots=True)
class GateResult:
    """The outcome: `failures` shut the gate, `remarks` do not. `checked` is the number of due cells."""

    failures: tuple[Reason, ...]
    remarks: tuple[Reason, ...]
    checked: int

    @property
    def holds(self) -> bool:
        """Whether nothing shuts the gate."""
        return not self.failures


def judge_gate(assessment: Assessment) -> GateResult:
    """Apply the plan's policy. The caller asks first whether there was anything to check."""
    policy = assessment.plan.gate
    failures: list[Reason] = []
    remarks: list[Reason] = []
    for cell in assessment.cells:
        if cell.counted and cell.status in policy.fail:
            (remarks if _from_memory(cell) else failures).append(_cell_reason(cell))
    failures.extend(reason for minimum in policy.minimums if (reason := _below(assessment, minimum)))
    for finding in assessment.audit.findings:
        if finding.severity is Severity.ERROR:
            _weigh_error(finding, assessment, failures, remarks)
    if policy.require_settled_suspects:
        failures.extend(
            Reason("G05", suspect.entry, f"存疑未处理：{suspect.why}") for suspect in assessment.standing.suspects
        )
    return GateResult(tuple(failures), tuple(remarks), sum(cell.counted for cell in assessment.cells))


def _weigh_error(
    finding: Finding, assessment: Assessment, failures: list[Reason], remarks: list[Reason]
) -> None:
    """An error shuts the gate where the policy says so; where it asks for answers, an answered one is a remark."""
    policy = assessment.plan.gate
    told = f"数字错误 {finding.rule}：{finding.message}"
    if not policy.require_answered_errors:
        if policy.audit_errors:
            failures.append(Reason("G03", finding.statement, told))
    elif finding.statement in assessment.standing.answered:
        remarks.append(Reason("G04", finding.statement, f"{told}（已有人答复）"))
    else:
        failures.append(Reason("G04", finding.statement, f"{told}；还没有人答复（用“改数字”的决定答复）"))


def _from_memory(cell: Cell) -> bool:
    return cell.task.due_confidence is Confidence.MEMORY


def _cell_reason(cell: Cell) -> Reason:
    task = cell.task
    remark = "（期限待核，只提示）" if _from_memory(cell) else ""
    status = "" if cell.status.zh in cell.reason else f"{cell.status.zh}。"
    message = f"{task.title}（{cell.level.zh}）{remark}：{status}{cell.reason}"
    return Reason("G01", f"{task.id}@{cell.level}", message)


def _below(assessment: Assessment, minimum: Minimum) -> Reason | None:
    """The reason where coverage in the scope of a minimum is lower; a scope without due cells asks nothing."""
    scope = Narrowing(minimum.level, minimum.obligation, minimum.clause, None, minimum.lead)
    # Cells whose date is only remembered are left out, so that such a date cannot fail the gate here either.
    ratio = ratio_of(cell for cell in assessment.cells if scope.takes(cell) and not _from_memory(cell))
    if ratio.ratio is None or ratio.ratio >= minimum.ratio:
        return None
    name = _scope_name(minimum)
    message = f"{name}覆盖率 {ratio.met}/{ratio.applicable} = {ratio.ratio:.1%}，低于要求的 {minimum.ratio:.0%}"
    return Reason("G02", name, message)


def _scope_name(minimum: Minimum) -> str:
    parts = (
        minimum.obligation,
        minimum.level and minimum.level.zh,
        minimum.clause is not None and f"第{minimum.clause}项",
        minimum.lead,
    )
    return "·".join(str(part) for part in parts if part) or "全部到期任务"
