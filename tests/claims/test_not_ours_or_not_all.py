"""Whoever else did it, some of what was due, one step, a pledge: none of it covers an obligation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Covered = Callable[[str], set[str]]

OTHERS = [
    "驻市的气象、烟草、邮政等垂直管理部门全部落实执法公示、全过程记录和法制审核三项制度。",
    "海事、边检等垂管单位的行政处罚裁量基准已全部公布。",
    "省人民政府统一行使省级复议职责，省级部门不再受理，复议体制改革任务全部完成。",
    "云浦市获评全国法治政府建设示范市，我市赴当地学习其做法。",
    "组织12名干部到松口镇观摩，该镇已被命名为省级法治政府建设示范乡镇。",
]
SOME = [
    "除新组建的3个执法领域外，市直执法部门全部落实行政执法三项制度。",
    "列入今年考核的18个部门裁量基准公布率100%，未列入的部门另行部署。",
    "送审的21个部门的行政裁量权基准全部公布。",
]
ONE_STEP = [
    "27个执法部门的裁量基准全部通过市司法局合法性审核，意见采纳率100%。",
    "全市执法部门裁量基准的专题培训实现全覆盖。",
    "1月底前，全市36个执法部门全部公布上一年度行政许可、处罚、强制实施情况。",
]
WORDS_ONLY = [
    "会上，各部门主要负责人一致表态，年底前一定全部完成裁量基准的制定和公布。",
    "收回窗口审批自由裁量权，全市960个事项的办理标准全部公布。",
    "如果顺利通过验收，我市将获得全国法治政府建设示范市称号。",
    "省里要求各市年内全部完成复议职责整合，我市已成立专班着手摸底。",
    "市委依法治市委员会印发改革方案，定于2024年3月1日起由市政府统一行使行政复议职责。",
]
STILL_DUE = [
    "市本级及各县区复议职责全部集中行使。\n\n## 二、下一步工作打算\n\n下一步，全面完成行政复议体制改革任务。",
    "市直执法部门全部落实行政执法三项制度。\n\n## 二、下一步工作打算\n\n明年，实现行政执法三项制度全覆盖。",
]
WHOLE = [
    ("市直31个执法部门的裁量基准经合法性审核后全部公布。", "裁量基准"),
    ("经初评、公示等环节，我市被省委依法治省办命名为全省法治政府建设示范市。", "示范创建"),
    ("除依法不公开的外，市直执法部门全部落实行政执法三项制度。", "三项制度"),
    ("市、县两级均集中行使复议管辖权，部门不再作为复议机关。", "复议改革"),
    ("市本级及各县区复议职责全部集中行使。\n\n## 二、下一步工作打算\n\n下一步，成立行政复议委员会。", "复议改革"),
    ("市直执法部门全部落实行政执法三项制度。\n\n## 二、下一步工作打算\n\n明年，深化三项制度落实。", "三项制度"),
]


@pytest.mark.parametrize("told", [*OTHERS, *SOME, *ONE_STEP, *WORDS_ONLY, *STILL_DUE])
def test_claims__not_the_own_or_not_the_whole_deed__none_covered(covered: Covered, told: str) -> None:
    assert covered(told) == set()


@pytest.mark.parametrize(("told", "obligation"), WHOLE)
def test_claims__the_same_words_round_an_own_result__covered(covered: Covered, told: str, obligation: str) -> None:
    assert covered(told) == {obligation}
