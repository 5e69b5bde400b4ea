"""What stands behind the name of an obligation: it goes on about it, or names another thing; all invented."""

from __future__ import annotations

import pytest

from checker.model import Extent, Level
from tests.levels.test_extent import extent_at

COUNTY, TOWNSHIP, CITY = Level.COUNTY, Level.TOWNSHIP, Level.CITY

OTHER_NOUNS = [
    "联络员",
    "微信群",
    "流动红旗",
    "口袋书",
    "辅导团",
    "宣传栏",
    "工作专班",
    "展板",
    "应知应会手册",
    "对口专家",
]
NAMES = ["行政执法三项制度", "行政裁量权基准", "行政复议体制改革"]
GOES_ON = [
    ("行政执法三项制度", "在市县两级执法部门实现全覆盖。"),
    ("行政执法三项制度", "市县两级全部落实。"),
    ("行政执法“三项制度”", "已在市县两级全部落实。"),
    ("行政裁量权基准", "市县两级均已制定公布。"),
    ("行政裁量权基准", "的制定公布工作在市县两级全部完成。"),
    ("行政裁量权基准制度", "在市县两级全面建立、全部施行。"),
    ("行政复议体制改革", "任务在市县两级全面完成。"),
    ("行政复议体制改革", "在市县两级如期完成、全部到位。"),
]


@pytest.mark.parametrize("noun", OTHER_NOUNS)
@pytest.mark.parametrize("name", NAMES)
def test_extent__another_noun_behind_the_name__not_all(name: str, noun: str) -> None:
    assert extent_at(f"{name}{noun}在市县两级实现全覆盖。", COUNTY) is not Extent.ALL
    assert extent_at(f"{name}{noun}市县两级全部到位。", COUNTY) is not Extent.ALL


@pytest.mark.parametrize(("name", "rest"), GOES_ON)
def test_extent__the_sentence_goes_on_about_the_name__all(name: str, rest: str) -> None:
    assert extent_at(name + rest, COUNTY) is Extent.ALL
