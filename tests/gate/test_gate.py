"""The gate: what shuts it, what is only a remark, and its outcome as JUnit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from junitparser import JUnitXml

from checker.audit.model import Audit, Finding
from checker.cli.gate import exit_code
from checker.gate import judge_gate
from checker.model import Confidence, GatePolicy, Level, Minimum, Severity, Stance, Status
from checker.rendering.junit import junit
from tests.builders import entry, judged, plan, reach, task


def finding(severity: Severity) -> Finding:
    return Finding("C01", severity, "办结率98.4%", 98.4, 96.4, "397/412", "比率不符", "2022-001", 12, "一")


def with_policy(binding, **changes):
    return replace(binding, gate=replace(binding.gate, **changes))


def test_gate__everything_met__holds():
    result = judge_gate(judged(plan(task()), entry()))
    assert result.holds
    assert result.checked == 1
    assert exit_code(result) == 0


@pytest.mark.parametrize("stance", [None, Stance.SHORTFALL, Stance.CONTEXT])
def test_gate__missing_or_admitted_gap__is_shut(stance):
    entries = [entry("x")] + ([entry(stance=stance, ordinal=2)] if stance else [])
    result = judge_gate(judged(plan(task(), task("x")), *entries))
    assert [(reason.rule, reason.subject) for reason in result.failures] == [("G01", "a@city")]
    assert exit_code(result) == 3


def test_gate__status_outside_the_policy__does_not_shut():
    assert judge_gate(judged(plan(task()), entry(stance=Stance.PLANNED))).holds


def test_gate__date_from_memory__is_only_a_remark():
    unsure = task(due=date(2022, 6, 30), due_confidence=Confidence.MEMORY)
    result = judge_gate(judged(plan(unsure, task("x")), entry("x")))
    assert result.holds
    assert [reason.subject for reason in result.remarks] == ["a@city"]


def test_gate__minimum_by_scope__is_compared_with_due_cells_of_the_scope_only():
    binding = with_policy(
        plan(
            task("a", obligation="三项制度", levels=(Level.CITY, Level.TOWNSHIP)),
            task("b", obligation="复议改革", clause=22),
        ),
        fail=(),
        minimums=(
            Minimum(0.8, obligation="三项制度"),
            Minimum(1.0, level=Level.CITY),
            Minimum(0.1, clause=22),
            Minimum(0.9, lead="不存在的单位"),
        ),
    )
    result = judge_gate(
        judged(binding, entry(["a", "b"]), entry("a", Stance.PLANNED, 2, reaches=reach(Level.TOWNSHIP)))
    )
    assert [reason.subject for reason in result.failures] == ["三项制度"]
    assert "1/2 = 50.0%" in result.failures[0].message


def test_gate__minimum_over_dates_from_memory__cannot_shut_it():
    unsure = task(due=date(2022, 6, 30), due_confidence=Confidence.MEMORY)
    binding = with_policy(plan(unsure, task("x")), fail=(), minimums=(Minimum(1.0),))
    assert judge_gate(judged(binding, entry("x"))).holds


@pytest.mark.parametrize(
    ("severity", "audit_errors", "holds"),
    [
        (Severity.ERROR, True, False),
        (Severity.ERROR, False, True),
        (Severity.QUESTION, True, True),
        (Severity.WARNING, True, True),
    ],
)
def test_gate__audit__only_errors_shut_it_and_only_if_asked(severity, audit_errors, holds):
    assessment = judged(with_policy(plan(task()), audit_errors=audit_errors), entry())
    assessment = replace(assessment, audit=Audit((finding(severity),), ()))
    assert judge_gate(assessment).holds is holds


def test_gate__nothing_due__checks_nothing():
    result = judge_gate(judged(plan(task(due=date(2024, 1, 1)), policy_free()), entry("q")))
    assert result.checked == 0


def policy_free():
    return task("q", levels=(Level.VILLAGE,))


def test_junit__read_back__agrees_with_the_gate():
    binding = plan(
        task("a"),
        task("b"),
        task("c", due=date(2025, 1, 1)),
        task("v", levels=(Level.VILLAGE,)),
        gate=GatePolicy((Status.MISSING,), True, (Minimum(0.9),)),
    )
    hostile = entry("b", text="<script>]]>\x07&")
    assessment = replace(judged(binding, hostile), audit=Audit((finding(Severity.ERROR),), ()))
    result = judge_gate(assessment)
    (suite,) = JUnitXml.fromstring(junit(assessment, result).encode())
    assert (suite.tests, suite.failures, suite.skipped) == (5, 3, 1)
    failed = {case.name for case in suite if case.is_failure}
    assert failed == {"任务a（市）", "全部到期任务", "2022-001"}
    assert [case.name for case in suite if case.is_skipped] == ["任务c（市）"]
