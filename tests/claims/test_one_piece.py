"""One piece of an obligation done everywhere is not the obligation covered; every sentence is invented."""

from __future__ import annotations

import pytest

from checker.judge.claims import Fact, claims
from checker.model import Extent, Level, Stance, Verdict


def verdict(obligation: str, text: str) -> Verdict:
    fact = Fact("a", Stance.ACHIEVED, (), Extent.ALL, (obligation,), (), text, "一(二) 第3行")
    found = claims([fact], Level.CITY, (Level.CITY,))
    return next(claim.verdict for claim in found if claim.obligation == obligation)


@pytest.mark.parametrize(
    "text",
    [
        "全市行政处罚决定公开率100%。",
        "行政许可信息在网上公开率达到100%。",
        "市级执法部门执法信息全部公开。",
        "执法决定7个工作日内公开率100%。",
        "重大执法决定法制审核率100%。",
        "全县执法人员全部持证上岗、亮证执法。",
    ],
)
def test_claim__one_system_of_three_everywhere__partial(text: str) -> None:
    assert verdict("三项制度", text) is Verdict.PARTIAL


@pytest.mark.parametrize(
    "text",
    [
        "市级部门三项制度全部落实，行政处罚决定公开率100%。",
        "执法信息公开、全过程记录、法制审核在市级部门全覆盖。",
    ],
)
def test_claim__all_three_systems_everywhere__covered(text: str) -> None:
    assert verdict("三项制度", text) is Verdict.COVERED
