"""A demand on others is no result at the level demanded of; every sentence is invented."""

from __future__ import annotations

import pytest

from checker.judge.demands import is_demand
from checker.model import Extent, Level, Stance, Status
from tests.builders import entry, judged, plan, reach, status_of, task

BELOW = [
    "要求各县区三个月内建成执法平台。",
    "督促各乡镇（街道）建立综合执法队。",
    "市司法局指导各县区落实法律顾问制度。",
    "召开现场会，责成各乡镇限期配齐执法人员。",
    "市级部门建成执法监督平台，督促指导各县区接入。",
    "加强对各县区的指导，督促各乡镇（街道）落实执法公示制度。",
    "部署各县区开展法制审核，要求各乡镇配备执法记录仪。",
    "市级裁量基准全部公布，要求各县区参照执行。",
]
TOLD_BELOW = [
    "要求各县区建成执法平台，目前5个县区全部建成。",
    "督促各县区整改问题52个。",
    "指导各乡镇开展执法演练36场。",
    "督促各县区建立了执法监督台账。",
    "各县区配齐执法人员，要求各乡镇对照落实。",
    "按照省里要求，各县区配齐执法人员。",
    "在各县区指导下，乡镇组建综合执法队。",
    "全市各级建立执法监督机制，要求各县区按月上报。",
]


@pytest.mark.parametrize("text", BELOW)
def test_demand__upon_a_level_below__nothing_told_of_it(text: str) -> None:
    assert is_demand(text, own=False)


@pytest.mark.parametrize("text", TOLD_BELOW)
def test_demand__with_a_result_of_the_level_below__is_none(text: str) -> None:
    assert not is_demand(text, own=False)


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("要求各部门全面推行首违不罚清单。", True),
        ("召开推进会，督促各单位落实首违不罚清单。", True),
        ("市级部门建成执法监督平台，要求各县区接入。", False),
        ("印发《行政执法监督办法》，要求各部门遵照执行。", False),
    ],
)
def test_demand__at_the_own_level__only_where_nothing_was_done_before(text: str, demand: bool) -> None:
    assert is_demand(text, own=True) is demand


@pytest.mark.parametrize("stance", [Stance.ACHIEVED, Stance.ONGOING])
@pytest.mark.parametrize("extent", list(Extent))
def test_cell__demanded_of_a_level__neither_met_nor_partial(stance: Stance, extent: Extent) -> None:
    told = entry(stance=stance, reaches=reach(Level.TOWNSHIP, extent), text="督促各乡镇建立综合执法队。")
    asked = plan(task(levels=(Level.TOWNSHIP,)))
    assert status_of(judged(asked, told), level=Level.TOWNSHIP) is Status.MISSING


def test_cell__demand_in_a_gap__still_a_gap() -> None:
    told = entry(stance=Stance.SHORTFALL, reaches=reach(Level.TOWNSHIP), text="督促各乡镇建立综合执法队力度不够。")
    asked = plan(task(levels=(Level.TOWNSHIP,)))
    assert status_of(judged(asked, told), level=Level.TOWNSHIP) is Status.SHORTFALL
