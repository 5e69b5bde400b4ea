"""A title or a system of the same name in another field covers no named obligation; every sentence is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

OF_ANOTHER_FIELD = [
    "我市获评全国民主法治示范市。",
    "丁区被评为全省民主法治示范区。",
    "86个乡镇全部创成民主法治示范乡镇。",
    "辛县被命名为全国民主法治示范县。",
    "5个街道获评全省民主法治示范街道。",
    "市司法局被命名为全省法治政府建设示范单位。",
    "市场监管局获评全国法治政府建设示范单位。",
    "全市两级法院执行公示、执行全过程留痕、执行决定合议审核三项制度实现全覆盖。",
    "市县两级医院收费公示、诊疗记录、处方审核三项制度全部落实。",
    "市县乡三级学校食堂管理公示、留样记录、食材审核三项制度全覆盖。",
    "市属国有企业采购公示、过程留痕、合同审核三项制度全部落实。",
    "市县两级法院民商事裁判尺度裁量基准全部公布。",
    "市县两级仲裁机构裁量标准全部制定并公布。",
    "市县两级检察院量刑建议裁量基准全部公布。",
]
OF_THE_FIELD = {
    "我市被命名为全国法治政府建设示范市，5个村获评全国民主法治示范村。": "示范创建",
    "我市获评全省法治政府建设示范市，丁区被评为全国民主法治示范区。": "示范创建",
    "市司法局被命名为全省法治政府建设示范单位，我市被命名为全省法治政府建设示范市。": "示范创建",
    "市级38个行政执法部门全部落实行政执法公示、执法全过程记录、重大执法决定法制审核三项制度。": "三项制度",
    "市级执法部门公示、全过程记录、法制审核三项制度全部落实。": "三项制度",
    "市级各部门行政裁量权基准全部制定并公布。": "裁量基准",
    "市县两级行政复议职责统一由本级政府行使，仲裁机构裁量标准全部公布。": "复议改革",
    "市县两级法院裁判裁量标准全部公布，市县两级行政复议职责统一由本级政府行使。": "复议改革",
    "通过专家评审的县区行政裁量权基准全部公布。": "裁量基准",
    "市县乡三级事前公示、现场记录、法制审查三项制度全部落实。": "三项制度",
}


@pytest.mark.parametrize("sentence", OF_ANOTHER_FIELD)
def test_claim__the_same_name_in_another_field__is_not_covered(
    covered: Callable[[str], set[str]], sentence: str
) -> None:
    assert covered(sentence) == set()


@pytest.mark.parametrize("sentence", OF_THE_FIELD)
def test_claim__the_field_s_own_result_beside_it__is_covered(covered: Callable[[str], set[str]], sentence: str) -> None:
    assert covered(sentence) == {OF_THE_FIELD[sentence]}
