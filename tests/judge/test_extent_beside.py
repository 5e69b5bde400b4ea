"""'All' that is said of a named obligation, held against the other tasks of the sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model import Extent, Kind, Level, Reach, Status, TaskMatch
from tests.builders import entry, judged, plan, reach, status_of, task


@pytest.mark.parametrize(
    ("obligation", "expected"),
    [("三项制度", Status.MET), (None, Status.PARTIAL), ("裁量基准", Status.PARTIAL)],
)
def test_cell__all_said_of_one_obligation__covers_no_task_of_another(obligation: str | None, expected: Status) -> None:
    """三项制度全部落实，培训执法人员3200人次: nobody says that all were trained."""
    told = entry(reaches=reach(Level.COUNTY, Extent.ALL), obligations=("三项制度",))
    asked = task(kind=Kind.RATE, levels=(Level.COUNTY,), obligation=obligation)
    assert status_of(judged(plan(asked), told), level=Level.COUNTY) is expected


def test_cell__all_in_a_sentence_on_no_obligation__covers_the_task() -> None:
    told = entry(reaches=reach(Level.COUNTY, Extent.ALL))
    asked = task(kind=Kind.RATE, levels=(Level.COUNTY,))
    assert status_of(judged(plan(asked), told), level=Level.COUNTY) is Status.MET


def test_cell__existence_at_the_own_level_beside_an_obligation__still_met() -> None:
    told = entry(extent=Extent.ALL, obligations=("三项制度",))
    assert status_of(judged(plan(task(kind=Kind.STATE)), told)) is Status.MET


def test_cell__less_said_of_the_task_than_of_the_level__not_met() -> None:
    """三项制度全覆盖，执法记录仪配备率96%: some of the one, all of the other."""
    less = (TaskMatch("a", 0.9, (Reach(Level.COUNTY, Extent.SOME),)), TaskMatch("b", 0.9))
    told = replace(entry(reaches=reach(Level.COUNTY, Extent.ALL)), tasks=less)
    asked = plan(*(task(id, kind=Kind.RATE, levels=(Level.COUNTY,)) for id in "ab"))
    cells = {cell.task.id: cell.status for cell in judged(asked, told).cells}
    assert cells == {"a": Status.PARTIAL, "b": Status.MET}


def test_cell__existence_at_the_own_level_with_a_limit__partial() -> None:
    told = replace(entry(), tasks=(TaskMatch("a", 0.9, (Reach(Level.CITY, Extent.SOME),)),))
    assert status_of(judged(plan(task(kind=Kind.STATE)), told)) is Status.PARTIAL
