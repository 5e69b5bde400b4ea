"""What is complete is another thing than the obligation, or the obligation itself: every sentence is invented."""

from __future__ import annotations

import pytest

from checker.model import Extent, Level
from tests.levels.test_extent_limits import extent_at

COUNTY, TOWNSHIP, CITY = Level.COUNTY, Level.TOWNSHIP, Level.CITY

OTHERS = [
    ("县乡两级落实三项制度的责任单位、完成时限全部敲定。", COUNTY),
    ("市级部门裁量基准编制任务书全部签订。", CITY),
    ("各县区裁量基准公布计划全部报备。", COUNTY),
    ("各县区裁量基准公布的时间节点全部排定。", COUNTY),
    ("各县区行政复议体制改革进展情况统计表已全部上报。", COUNTY),
    ("三项制度落实情况交叉评查实现市县两级全覆盖。", COUNTY),
    ("三项制度专题轮训做到市县乡三级全覆盖。", TOWNSHIP),
    ("三项制度知识竞赛实现市县乡三级全覆盖。", TOWNSHIP),
    ("市级部门裁量基准制定的牵头科室全部确定。", CITY),
    ("市级部门裁量基准制定责任清单全部印发。", CITY),
    ("复议体制改革涉及的人员、经费事项全部提上议事日程。", CITY),
    ("市级部门裁量基准制定工作完成率排名全省首位。", CITY),
]
ITSELF = [
    ("市级部门裁量权基准全部明确并公布。", CITY),
    ("市级部门裁量基准全部列入清单并公布。", CITY),
    ("各县区行政复议体制改革全面完成。", COUNTY),
    ("市县乡三级全部落实行政执法三项制度，专项检查实现全覆盖。", TOWNSHIP),
    ("市县乡三级全部落实三项制度，没有一个单位例外。", TOWNSHIP),
    ("各县区行政复议职责全部统一行使，列入改革典型案例。", COUNTY),
    ("市级部门和县区的三项制度评估均达A档。", COUNTY),
]


@pytest.mark.parametrize(("quote", "level"), OTHERS)
def test_extent__another_thing_is_complete__not_all(quote: str, level: Level) -> None:
    assert extent_at(quote, level) is not Extent.ALL


@pytest.mark.parametrize(("quote", "level"), ITSELF)
def test_extent__the_obligation_itself_is_complete__all(quote: str, level: Level) -> None:
    assert extent_at(quote, level) is Extent.ALL
