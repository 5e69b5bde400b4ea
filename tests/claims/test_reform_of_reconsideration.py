"""The reform of reconsideration is the duties in one hand; plates, rooms and staff are parts of it."""

from __future__ import annotations

import pytest

from checker.judge.claims import Fact, claims
from checker.model import Extent, Level, Reach, Stance, Verdict

PIECES = [
    "市县两级行政复议局全部挂牌。",
    "各县区行政复议办公室均已揭牌。",
    "市县两级行政复议听证室、调解室全部建成。",
    "市县两级行政复议办公场所全部落实到位。",
    "县区行政复议机构人员编制全部配齐。",
    "深化行政复议体制改革，市县两级均设立听证室。",
    "市县两级行政复议委员会全部成立。",
    "市县两级行政复议窗口全部入驻政务大厅。",
]
WHOLE = [
    "市县两级行政复议体制改革全面完成。",
    "市县两级行政复议职责全部由本级政府统一行使，复议局均已挂牌。",
    "市县两级行政复议局全部挂牌，复议职责集中行使。",
    "市县两级一级政府只设一个复议机关的格局全面形成。",
    "市县两级行政复议机构全部整合到位，人员全部划转。",
    "市县两级集中行使复议职责满一年，复议机构全部设有听证室。",
]


def verdict(text: str) -> Verdict:
    reaches = (Reach(Level.CITY, Extent.ALL), Reach(Level.COUNTY, Extent.ALL))
    told = Fact("a", Stance.ACHIEVED, reaches, Extent.UNSTATED, ("复议改革",), (), text, "一")
    found = {
        claim.verdict
        for claim in claims([told], Level.CITY, (Level.CITY, Level.COUNTY))
        if claim.obligation == "复议改革"
    }
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize("text", PIECES)
def test_claims__a_piece_of_the_reform_is_done_everywhere__partial(text: str) -> None:
    assert verdict(text) is Verdict.PARTIAL


@pytest.mark.parametrize("text", WHOLE)
def test_claims__the_duties_are_in_one_hand__covered(text: str) -> None:
    assert verdict(text) is Verdict.COVERED
