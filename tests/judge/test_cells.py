"""How a cell gets its status: each rule, and what must never lift a cell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Extent, Kind, Level, Stance, Status, TaskMatch, Waiver
from tests.builders import CITY, entry, judged, plan, reach, status_of, task

LATER = replace(CITY, year=2023, sha256="1" * 64)
EARLIER = replace(CITY, year=2021, sha256="2" * 64)


@pytest.mark.parametrize(
    ("stance", "extent", "kind", "expected"),
    [
        (Stance.ACHIEVED, Extent.ALL, Kind.STATE, Status.MET),
        (Stance.ACHIEVED, Extent.UNSTATED, Kind.STATE, Status.MET),
        (Stance.ACHIEVED, Extent.SOME, Kind.STATE, Status.PARTIAL),
        (Stance.ACHIEVED, Extent.UNSTATED, Kind.ANNUAL, Status.MET),
        (Stance.ACHIEVED, Extent.ALL, Kind.RATE, Status.MET),
        (Stance.ACHIEVED, Extent.UNSTATED, Kind.RATE, Status.PARTIAL),
        (Stance.ACHIEVED, Extent.UNSTATED, Kind.BAN, Status.MET),
        (Stance.ONGOING, Extent.ALL, Kind.STATE, Status.ONGOING),
        (Stance.SHORTFALL, Extent.UNSTATED, Kind.STATE, Status.SHORTFALL),
        (Stance.PLANNED, Extent.ALL, Kind.STATE, Status.PLANNED),
        (Stance.CONTEXT, Extent.ALL, Kind.STATE, Status.MISSING),
    ],
)
def test_cell__one_entry__status_by_stance_extent_and_kind(stance, extent, kind, expected):
    assert status_of(judged(plan(task(kind=kind)), entry(stance=stance, extent=extent))) is expected


@pytest.mark.parametrize("kind", list(Kind))
def test_cell__silence__is_missing_even_for_a_ban(kind):
    assessment = judged(plan(task(kind=kind), task("b")), entry("b"))
    assert status_of(assessment) is Status.MISSING
    assert next(cell for cell in assessment.cells if cell.task.id == "a").reason == "报告未见佐证"


def test_cell__lower_level_named_without_extent__is_partial():
    binding = plan(task(levels=(Level.CITY, Level.COUNTY)))
    assessment = judged(binding, entry(reaches=reach(Level.COUNTY)))
    assert status_of(assessment, level=Level.COUNTY) is Status.PARTIAL
    assert status_of(assessment, level=Level.CITY) is Status.MISSING


def test_cell__gap_admitted_beside_a_result__is_shortfall_and_lists_both():
    assessment = judged(plan(task()), entry(extent=Extent.ALL, ordinal=1), entry(stance=Stance.SHORTFALL, ordinal=2))
    cell = assessment.cells[0]
    assert cell.status is Status.SHORTFALL
    assert cell.evidence == ("2022-002", "2022-001")
    assert "同时已做的" in cell.reason
    assert "第12行" in cell.reason


def test_cell__prerequisite_without_evidence__makes_a_result_unproven():
    assessment = judged(plan(task("b"), task("a", requires=["b"])), entry("a"))
    cell = assessment.cells[1]
    assert cell.status is Status.UNPROVEN
    assert cell.blocked_by == ("b",)


def test_cell__prerequisite_under_way__does_not_hold_a_result_back():
    assessment = judged(
        plan(task("b"), task("a", requires=["b"])), entry("a", ordinal=1), entry("b", Stance.ONGOING, 2)
    )
    assert status_of(assessment, "a") is Status.MET


def test_cell__prerequisite_waived__does_not_hold_a_result_back():
    excuse = Waiver("b", Level.CITY, "机构未设", "市政府", date(2022, 1, 1), date(2022, 12, 31), "waivers.toml", 1)
    assessment = judged(plan(task("b"), task("a", requires=["b"])), entry("a"), waivers=[excuse])
    assert status_of(assessment, "a") is Status.MET


@pytest.mark.parametrize(
    ("stance", "expected"),
    [
        (None, Status.NOT_DUE),
        (Stance.PLANNED, Status.NOT_DUE),
        (Stance.ONGOING, Status.NOT_DUE),
        (Stance.ACHIEVED, Status.MET),
        (Stance.SHORTFALL, Status.SHORTFALL),
    ],
)
def test_cell__before_its_date__open_states_are_not_due(stance, expected):
    entries = [entry("other")] if stance is None else [entry(stance=stance)]
    assessment = judged(plan(task(due=date(2023, 12, 31)), task("other")), *entries)
    assert status_of(assessment) is expected
    assert assessment.cells[0].counted is False


def test_cell__on_its_date__is_due():
    assessment = judged(plan(task(due=date(2022, 12, 31)), task("other")), entry("other"))
    assert status_of(assessment) is Status.MISSING


def test_cell__criterion_younger_than_the_year__is_not_applicable_unless_an_older_one_is_given():
    young = task(from_year=2023)
    looser = task("b", from_year=2024, criterion_before="有办法")
    assessment = judged(plan(young, looser), entry("b"))
    assert status_of(assessment, "a") is Status.NOT_APPLICABLE
    assert status_of(assessment, "b") is Status.MET


def test_cell__level_outside_the_assessment__is_not_applicable():
    assessment = judged(plan(task(levels=(Level.PROVINCE, Level.CITY))), entry())
    assert status_of(assessment, level=Level.PROVINCE) is Status.NOT_APPLICABLE


def test_cell__waived__is_counted_apart_and_never_met():
    excuse = Waiver("a", Level.CITY, "撤并", "市政府", date(2022, 1, 1), date(2022, 12, 31), "waivers.toml", 3)
    assessment = judged(plan(task()), entry("a"), waivers=[excuse])
    assert status_of(assessment) is Status.WAIVED
    assert assessment.coverage.due.applicable == 0
    assert assessment.coverage.due.ratio is None
    assert "可能不再需要" in assessment.notes[0]


def test_cell__expired_waiver__is_said_aloud_and_excuses_nothing():
    excuse = Waiver("a", Level.CITY, "撤并", "市政府", date(2021, 1, 1), date(2021, 12, 31), "waivers.toml", 3)
    assessment = judged(plan(task(), task("b")), entry("b"), waivers=[excuse])
    assert status_of(assessment) is Status.MISSING
    assert "到期" in assessment.notes[0]


def test_cell__match_below_the_line__is_for_review_and_no_verdict():
    assessment = judged(
        plan(task()), entry(tasks=(), ordinal=1), replace(entry(ordinal=2), tasks=(TaskMatch("a", 0.4),))
    )
    cell = assessment.cells[0]
    assert cell.status is Status.MISSING
    assert "人工复核" in cell.reason
    assert "2022-002" in cell.reason


class TestYears:
    """A state lasts until a later year takes it back; everything else is shown anew each year."""

    def test_state__shown_in_an_earlier_year__still_counts(self):
        assert status_of(judged(plan(task()), entry(source=EARLIER), entry("x", ordinal=2))) is Status.MET

    def test_annual__shown_in_an_earlier_year__does_not_count(self):
        yearly = plan(task(kind=Kind.ANNUAL), task("x"))
        assert status_of(judged(yearly, entry(source=EARLIER), entry("x", ordinal=2))) is Status.MISSING

    def test_state__taken_back_by_a_later_year__is_shortfall(self):
        old, gap = entry(source=EARLIER), entry(stance=Stance.SHORTFALL, ordinal=2)
        assert status_of(judged(plan(task()), old, gap)) is Status.SHORTFALL

    def test_state__gap_of_an_earlier_year_closed__is_met(self):
        gap, now = entry(stance=Stance.SHORTFALL, source=EARLIER), entry(ordinal=2)
        assert status_of(judged(plan(task()), gap, now)) is Status.MET

    def test_evidence_of_a_later_year__does_not_count(self):
        assessment = judged(plan(task(), task("x")), entry(source=LATER), entry("x", ordinal=2))
        assert status_of(assessment) is Status.MISSING


def test_lower_government__full_report__is_part_of_its_level():
    county = replace(CITY, government="乙市子区", level=Level.COUNTY, sha256="3" * 64)
    assessment = judged(plan(task(levels=(Level.COUNTY,))), entry(source=county, extent=Extent.ALL))
    assert status_of(assessment, level=Level.COUNTY) is Status.PARTIAL


STANCES = st.sampled_from(list(Stance))
EXTENTS = st.sampled_from(list(Extent))
RANK = [Status.MISSING, Status.PLANNED, Status.ONGOING, Status.PARTIAL, Status.UNPROVEN, Status.MET]


@given(st.lists(st.tuples(STANCES, EXTENTS), max_size=6), st.sampled_from(list(Kind)))
def test_supporting_evidence__added__never_lowers_a_status(rows, kind):
    entries = [entry(stance=stance, extent=extent, ordinal=n) for n, (stance, extent) in enumerate(rows, 1)]
    binding = plan(task(kind=kind), task("x"))
    before = status_of(judged(binding, entry("x", ordinal=90), *entries))
    more = entry(stance=Stance.ACHIEVED, extent=Extent.ALL, ordinal=99)
    after = status_of(judged(binding, entry("x", ordinal=90), *entries, more))
    if before is not Status.SHORTFALL:
        assert RANK.index(after) >= RANK.index(before)
        assert after is Status.MET
    else:
        assert after is Status.SHORTFALL


@given(st.lists(st.tuples(st.sampled_from("abc"), STANCES, EXTENTS), max_size=8), st.randoms())
def test_order__of_entries_and_tasks__changes_no_verdict(rows, random):
    entries = [entry(name, stance, n, extent=extent) for n, (name, stance, extent) in enumerate(rows, 1)]
    tasks = [task("a", requires=["b"]), task("b", requires=["c"]), task("c")]
    first = judged(plan(*tasks), *entries)
    random.shuffle(entries)
    random.shuffle(tasks)
    second = judged(plan(*tasks), *entries)
    assert {(c.task.id, c.status, c.reason, c.evidence) for c in first.cells} == {
        (c.task.id, c.status, c.reason, c.evidence) for c in second.cells
    }
    assert first.coverage == second.coverage
    assert first.unmatched == second.unmatched


@given(st.lists(st.tuples(st.sampled_from("ab"), STANCES), max_size=6))
def test_task__with_an_unmet_prerequisite__never_outranks_it(rows):
    entries = [entry(name, stance, n) for n, (name, stance) in enumerate(rows, 1)]
    assessment = judged(plan(task("b"), task("a", requires=["b"])), *entries)
    if status_of(assessment, "b") in (Status.MISSING, Status.PLANNED):
        assert status_of(assessment, "a") is not Status.MET


def test_cell__all_beside_bodies_still_behind__is_partial_and_shows_both():
    behind = entry(stance=Stance.ONGOING, extent=Extent.SOME, ordinal=2, text="其中40个乡镇已配备，12个仍在配备。")
    cell = judged(plan(task()), entry(extent=Extent.ALL, ordinal=1), behind).cells[0]
    assert cell.status is Status.PARTIAL
    assert cell.evidence == ("2022-001", "2022-002")
    assert "仍未做到" in cell.reason


def test_cell__all_beside_other_work_under_way__is_met():
    other = entry(stance=Stance.ONGOING, extent=Extent.SOME, ordinal=2, text="12个乡镇的评查正逐步推进。")
    assert judged(plan(task()), entry(extent=Extent.ALL, ordinal=1), other).cells[0].status is Status.MET
