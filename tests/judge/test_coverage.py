"""Coverage counts what is due; gaps are listed by root."""

from __future__ import annotations

from datetime import date

from checker.judge.assessment import Narrowing, narrow
from checker.model import Extent, Level, Ratio, Stance, Status
from tests.builders import entry, judged, plan, reach, task


def test_coverage__mixed_cells__counts_only_what_is_due_and_applies():
    binding = plan(
        task("a", levels=(Level.PROVINCE, Level.CITY, Level.COUNTY)),
        task("b", due=date(2023, 6, 30)),
        task("c", obligation="三项制度"),
    )
    assessment = judged(binding, entry("a"), entry("c", Stance.SHORTFALL, 2))
    coverage = assessment.coverage
    assert coverage.due == Ratio(1, 3)
    assert coverage.by_status == {
        Status.MET: 1,
        Status.SHORTFALL: 1,
        Status.MISSING: 1,
        Status.NOT_DUE: 1,
        Status.NOT_APPLICABLE: 1,
    }
    assert coverage.by_obligation == {"三项制度": Ratio(0, 1)}
    assert coverage.by_level[Level.PROVINCE].ratio is None


def test_gaps__chain_of_open_tasks__only_the_root_is_listed_with_all_that_wait():
    binding = plan(task("a"), task("b", requires=["a"]), task("c", requires=["b"]), task("d"))
    assessment = judged(binding, entry("d"))
    (gap,) = assessment.gaps
    assert gap.task.id == "a"
    assert gap.waiting == ("b", "c")


def test_gaps__closed_task_between__stops_the_walk():
    binding = plan(task("a"), task("b", requires=["a"]), task("c", requires=["b"]))
    assessment = judged(binding, entry("b", Stance.ACHIEVED, extent=Extent.ALL))
    # b is claimed without its prerequisite, so it is open too (unproven) and c waits on both
    assert [gap.task.id for gap in assessment.gaps] == ["a"]
    assert assessment.gaps[0].holds_back == 2


def test_gaps__several_roots__the_one_on_which_most_wait_comes_first():
    binding = plan(task("a"), task("b"), task("c", requires=["b"]), task("z"))
    assessment = judged(binding, entry("z"))
    assert [(gap.task.id, gap.holds_back) for gap in assessment.gaps] == [("b", 1), ("a", 0)]


def test_gaps__a_chain_of_ten_thousand__is_walked():
    tasks = [task("t0")] + [task(f"t{n}", requires=[f"t{n - 1}"]) for n in range(1, 10_000)]
    assessment = judged(plan(*tasks, task("z")), entry("z"))
    assert [(gap.task.id, gap.holds_back) for gap in assessment.gaps] == [("t0", 9_999)]


def test_narrow__by_level__recounts_only_what_is_asked():
    binding = plan(task("a", levels=(Level.CITY, Level.TOWNSHIP)))
    assessment = judged(binding, entry("a"), entry("a", Stance.SHORTFALL, 2, reaches=reach(Level.TOWNSHIP)))
    asked = narrow(assessment, Narrowing(level=Level.TOWNSHIP))
    assert [cell.status for cell in asked.cells] == [Status.SHORTFALL]
    assert asked.coverage.due == Ratio(0, 1)
    assert asked.cells[0] in assessment.cells
