"""All was done in a year before the one that is reported on, 2023, or in it; every sentence is invented."""

from __future__ import annotations

import pytest

from checker.model import Extent, Level
from tests.levels.test_extent import labels

COUNTY, TOWNSHIP, CITY = Level.COUNTY, Level.TOWNSHIP, Level.CITY
YEAR = 2023

BEFORE = [
    ("2021年全市各县区三项制度全部落实，今年重点更新执法记录仪。", COUNTY),
    ("截至2021年底，各县区裁量基准已全部公布，今年转入宣传。", COUNTY),
    ("去年各县区裁量基准全部公布，今年工作重心是执法培训。", COUNTY),
    ("“十三五”期间，各县区全部落实三项制度。", COUNTY),
    ("回顾2021年，市县两级裁量基准全部公布。", COUNTY),
    ("各县区裁量基准已于2020年全部公布。", COUNTY),
    ("2021年出台方案，当年各县区裁量基准全部公布于2022年底。", COUNTY),
    ("2022年底，各县区裁量基准全部公布。", COUNTY),
    ("\"十三五\"期间，各县区裁量基准全部公布。", COUNTY),
    ("自2020年被命名为全国法治政府建设示范市以来，我市持续巩固创建成果。", CITY),
    ("上一年度，我市被命名为全省法治政府建设示范市，今年继续抓好指标任务。", CITY),
]
SINCE_OR_NOW = [
    ("截至2023年底，各县区裁量基准已全部公布。", COUNTY),
    ("自2021年起各县区全部落实三项制度。", COUNTY),
    ("2021年以来，各县区三项制度全部落实。", COUNTY),
    ("在2022年市级先行的基础上，今年各县区裁量基准全部公布。", COUNTY),
    ("各县区全部落实2021年印发的三项制度实施办法。", COUNTY),
    ("2021年启动的改革进展顺利，目前各县区裁量基准全部公布。", COUNTY),
    ("市县两级行政复议职责已于2021年8月1日起统一行使。", COUNTY),
    ("2021年8月起，各县区全部落实三项制度。", COUNTY),
    ("各县区于2021年8月1日起全部落实三项制度。", COUNTY),
    ("2022年11月以来，各县区裁量基准全部公布。", COUNTY),
    ("去年11月以来，各县区裁量基准全部公布。", COUNTY),
    ("上一年度的问题整改到位，各县区裁量基准全部公布。", COUNTY),
    ("比2022年增长12%，各县区裁量基准全部公布。", COUNTY),
    ("2021年，市里出台方案；各县区裁量基准全部公布。", COUNTY),
    ("2021年启动试点，各县区裁量基准全部公布。", COUNTY),
    ("“十四五”期间，各县区裁量基准全部公布。", COUNTY),
    ("2023年，我市被命名为全省法治政府建设示范市。", CITY),
]


def extent_in(quote: str, level: Level) -> Extent:
    (label,) = labels(quote, year=YEAR)
    return next((reach.extent for reach in label.reaches if reach.level is level), label.own)


@pytest.mark.parametrize(("quote", "level"), BEFORE)
def test_extent__done_in_an_earlier_year__not_all(quote: str, level: Level) -> None:
    assert extent_in(quote, level) is not Extent.ALL


@pytest.mark.parametrize(("quote", "level"), SINCE_OR_NOW)
def test_extent__done_in_this_year_or_so_since__all(quote: str, level: Level) -> None:
    assert extent_in(quote, level) is Extent.ALL
