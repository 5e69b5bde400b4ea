"""The checks that ask, warn or inform, one row a check; and what must not set them off."""

from __future__ import annotations

import json
import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.audit.checks import audit, audit_years
from checker.audit.model import Audit
from checker.model import Level, Report, Severity, Stance
from checker.rendering.documents import audit_document
from tests.audit.audit_builders import of, report, statement


def rules(result: Audit) -> set[str]:
    return {finding.rule for finding in result.findings}


def severity(result: Audit, rule: str) -> str:
    (found,) = {str(finding.severity) for finding in result.findings if finding.rule == rule}
    return found


@pytest.mark.parametrize(
    ("rule", "grade", "text"),
    [
        ("C02", "question", "调解纠纷8,166件，调解成功8,149件，成功率100%。"),
        ("C03", "question", "受理案件86件，办结92件。"),
        ("C04", "question", "收到申请101件，受理93件，办结71件。"),
        ("C05", "question", "受理93件，办结71件，法定期限办结率为100%。"),
        ("C06", "question", "发生行政诉讼案件135件，负责人出庭应诉率为84.6%。"),
        ("C07", "question", "全市可网办事项510项，网办率为94.2%。"),
        ("C08", "question", "征求意见53件，意见采纳率99%以上。"),
        ("C09", "question", "时限、环节、要件分别压缩73%、45%。"),
        ("C13", "warning", "纠错率由6.1%降至3.9%，下降2.2%。"),
        ("C14", "question", "新增“助企专区”“退税专区”三个特色专区。"),
        ("C18", "question", "推出“一件事”230项。//上线“一件事”180项。"),
        ("C19", "question", "审核规范性文件24件。//报备行政规范性文件21件。"),
        ("C21", "question", "科学编制年度立法计划，广泛征求意见。"),
        ("C25", "question", "全市发生行政诉讼案件135件。"),
        ("C31", "warning", "在全省率先建成综合窗口。"),
        ("C32", "question", "群众回访满意率达100%。"),
        ("C33", "question", "及时受理率96%，按期办结率98%。"),
        ("C34", "question", "2024年5月建成执法监督平台。"),
        ("C37", "warning", "政府网站连续8个季度合格率100%。"),
        ("C39", "info", "累计办理业务500件。"),
        ("C41", "warning", "巩固法治政府建设示范市创建成果。"),
        ("C42", "warning", "全省新收复议案件3.2万件。"),
        ("C47", "question", "一是完善制度。//三是强化监督。"),
        ("C48", "info", "推进互联网十监管。"),
        ("C54", "question", "案件由100件增加到300件，增长5倍。"),
        ("C55", "info", "制定《甲办法》。"),
    ],
)
def test_audit__statement_that_asks_for_proof__is_found_with_its_severity(rule: str, grade: str, text: str) -> None:
    assert severity(audit(of(text)), rule) == grade


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("C02", "调解纠纷8,166件，调解成功8,149件，成功率99.8%。"),
        ("C04", "收到申请101件，受理99件。"),
        ("C06", "发生行政诉讼案件13件，负责人出庭应诉率为84.6%。"),
        ("C06", "发生行政诉讼案件11,350件，负责人出庭应诉率为84.6%。"),
        ("C08", "征求意见5,300条，意见采纳率99%以上。"),
        ("C09", "时限、环节、要件等分别压缩73%、45%。"),
        ("C09", "报备率、及时率分别为100%和98%。"),
        ("C14", "新增“助企专区”“退税专区”两个特色专区。"),
        ("C14", "设置专业、“一件事”和“跨省通办”三类窗口。"),
        ("C18", "推出“一件事”230项。//上线“一件事”230项。"),
        ("C25", "全市发生行政诉讼案件135件，败诉率6.1%。"),
        ("C32", "群众回访满意率达98%，覆盖率100%。"),
        ("C33", "及时受理率99%，按期办结率98%。"),
        ("C34", "新办法将于2024年1月1日起施行。"),
        ("C37", "政府网站连续3个季度合格率100%。"),
        ("C42", "在全省率先建成中心8个。"),
        ("C42", "获评全国示范项目3个。"),
        ("C47", "一是完善制度。//二是强化监督。//一是抓学习。"),
        ("C48", "推进“十四五”规划。"),
    ],
)
def test_audit__harmless_variant__does_not_set_the_check_off(rule: str, text: str) -> None:
    assert rule not in rules(audit(of(text)))


def with_obligation(done: str, other: str, stance: Stance, levels: tuple[Level, ...] = ()) -> Report:
    claim = statement(done, obligations=("三项制度",), levels=levels)
    against = statement(other, stance=stance, obligations=("三项制度",), levels=(Level.TOWNSHIP,))
    return report([claim, against])


def test_audit__coverage_claim_against_admitted_gap__is_c26() -> None:
    result = audit(with_obligation("三项制度实现全覆盖。", "三项制度尚未全面覆盖。", Stance.SHORTFALL))
    assert severity(result, "C26") == "warning"


def test_audit__gap_at_another_level__is_no_contradiction() -> None:
    claim = with_obligation("三项制度实现全覆盖。", "三项制度尚未覆盖。", Stance.SHORTFALL, (Level.CITY,))
    assert "C26" not in rules(audit(claim))


def test_audit__completion_still_planned__is_c27() -> None:
    assert "C27" in rules(audit(with_obligation("全面完成三项制度。", "完成三项制度建设。", Stance.PLANNED)))


def test_audit__routine_deepening_in_the_plan__is_no_contradiction() -> None:
    assert "C27" not in rules(audit(with_obligation("全面完成三项制度。", "持续深化三项制度。", Stance.PLANNED)))


def test_audit__equipment_handed_out_and_short__is_c24() -> None:
    short = statement("执法设备配比不足。", stance=Stance.SHORTFALL)
    assert "C24" in rules(audit(report([statement("为执法部门配发执法装备。"), short])))


def test_audit__stage_and_pilot_words__are_c28_and_c29() -> None:
    claim = statement("初步建立三项制度，在两个县开展试点工作。", obligations=("三项制度",))
    assert {"C28", "C29"} <= rules(audit(report([claim])))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("C16", "5个县区完成本级细化。//全市7个县区开展督察。"),
        ("C17", "13个部门完成裁量基准细化。"),
    ],
)
def test_audit__bodies_without_or_below_the_total__are_asked_about(rule: str, text: str) -> None:
    told = [statement(part, obligations=("裁量基准",)) for part in text.split("//")]
    assert rule in rules(audit(report(told)))


def test_audit__townships_only_among_shortfalls__is_c44() -> None:
    gap = statement("乡镇执法力量薄弱。", stance=Stance.SHORTFALL, levels=(Level.TOWNSHIP,))
    done = statement("乡镇配齐执法人员12名。", levels=(Level.TOWNSHIP,))
    assert "C44" in rules(audit(report([gap])))
    assert "C44" not in rules(audit(report([gap, done])))


def test_audit__township_power_without_figures__is_c22() -> None:
    assert "C22" in rules(audit(report([statement("向乡镇下放执法权。", levels=(Level.TOWNSHIP,))])))


def test_audit__parts_of_the_report__missing_ones_are_named() -> None:
    (lacks,) = [f for f in audit(of("制定规章3件。")).findings if f.rule == "C46"]
    assert all(word in lacks.message for word in ("不足", "第一责任人", "下一年度"))
    whole = report(
        [
            statement("市长履行第一责任人职责。"),
            statement("存在差距，原因是力量不足。", stance=Stance.SHORTFALL),
            statement("加强培训。", stance=Stance.PLANNED),
        ]
    )
    assert "C46" not in rules(audit(whole))


def test_audit__subjects_of_the_outline__unsaid_ones_are_listed() -> None:
    (unsaid,) = [f for f in audit(of("//".join(["办理行政复议案件。"] * 20))).findings if f.rule == "C49"]
    assert "行政裁决" in unsaid.message
    assert "行政复议" not in unsaid.message


def test_audit__plan__is_not_computed_with() -> None:
    plan = statement("受理412件，办结397件，办结率98.4%。", stance=Stance.PLANNED)
    assert not [f for f in audit(report([plan])).findings if f.severity is Severity.ERROR]


def test_audit__order__errors_come_first_then_by_place() -> None:
    result = audit(of("群众满意率100%。//受理412件，办结397件，办结率98.4%。//收到101件，受理93件，办结71件。"))
    grades = [finding.severity for finding in result.findings]
    assert grades == sorted(grades, key=list(Severity).index)
    assert result.findings[0].severity is Severity.ERROR


def years(this: str, last: str) -> Audit:
    now = report([statement(part) for part in this.split("//")], year=2023)
    then = report([statement(part) for part in last.split("//")], year=2022)
    return audit_years(now, then)


@pytest.mark.parametrize(
    ("rule", "grade", "this", "last"),
    [
        ("C40", "question", "查处违法案件620件，较上年的553件增长12.1%。", "查处违法案件561件。"),
        ("C39", "error", "累计建成调解组织120个。", "累计建成调解组织135个。"),
        ("C53", "warning", "2023年办理公证1,206件。", "2022年办理公证1,206件。"),
        ("C54", "question", "受理复议申请480件。", "受理复议申请210件。"),
        ("C54", "question", "受理复议申请480件，同比增长30%。", "受理复议申请400件。"),
        ("C54", "question", "受理复议申请480件。", "受理复议申请480件。"),
    ],
)
def test_audit_years__two_reports__disagree(rule: str, grade: str, this: str, last: str) -> None:
    assert severity(years(this, last), rule) == grade


@pytest.mark.parametrize(
    ("this", "last"),
    [
        ("受理复议申请480件，同比增长20%。", "受理复议申请400件。"),
        ("查处违法案件620件，较上年的553件增长12.1%。", "查处违法案件553件。"),
        ("累计建成调解组织135个。", "累计建成调解组织120个。"),
        ("加强学习。", "加强学习。"),
        ("召开会议12次。", "召开会议12次，印发纪要9份。"),
    ],
)
def test_audit_years__two_reports_that_agree__give_no_finding(this: str, last: str) -> None:
    assert years(this, last).findings == ()


def test_audit_years__last_years_value__is_confirmed() -> None:
    result = years("受理复议申请480件，同比增长20%。", "受理复议申请400件。")
    assert [(c.rule, c.stated) for c in result.confirmed] == [("C54", 20)]


def test_audit_document__audit__has_the_keys_of_the_contract() -> None:
    data = audit_document(audit(of("受理412件，办结397件，办结率98.4%。//评查340卷，其中优秀107卷，优秀率31.5%。")))
    assert data["schema"] == "checker.audit/1"
    first = data["findings"][0]
    assert {key: first[key] for key in ("rule", "severity", "stated", "expected", "formula")} == {
        "rule": "C01",
        "severity": "error",
        "stated": 98.4,
        "expected": 96.4,
        "formula": "397/412",
    }
    assert {"rule", "quote", "stated", "formula"} <= set(data["confirmed"][0])


@pytest.mark.parametrize(
    "text",
    [
        "受理" + "9" * 400 + "件，办结3件，办结率1e999%。",
        "受理0件，办结0件，办结率100%。",
        "比例为0/0，占比NaN%，九分之零。",
        "受理" + "一百万亿" * 120_000 + "件，办结3件，办结率95%。",
        "办结率" + "1" * 1_000_000 + "%。",
        "共3件、" * 50_000,
        "占5%，" * 50_000,
        "“甲”、" * 50_000 + "3个",
        "《甲》、" * 50_000 + "3件",
        "子县、" * 50_000 + "3个县",
        "分别为5%、" * 50_000,
        "一是抓，" * 50_000,
    ],
    ids=lambda text: f"{text[:8]}…{len(text)}",
)
def test_audit__hostile_statement__ends_soon_with_finite_numbers(text: str) -> None:
    began = time.process_time()
    data = audit_document(audit(of(text)))
    assert time.process_time() - began < 20
    assert json.loads(json.dumps(data, allow_nan=False)) == data


PIECES = (
    "受理",
    "办结",
    "其中",
    "共计",
    "占",
    "办结率",
    "，",
    "、",
    "。",
    "由",
    "增加到",
    "增长",
    "户均",
    "在办",
    "较上年的",
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*PIECES, "5件", "0件", "12件", "3.4万件", "50%", "0%", "2个百分点", "三分之一", "两成"]))
)
def test_audit__any_words__gives_finite_numbers(pieces: list[str]) -> None:
    result = audit(of("".join(pieces) or "无"))
    numbers = [n for f in result.findings for n in (f.stated, f.expected) if n is not None]
    assert all(math.isfinite(n) for n in numbers + [c.stated for c in result.confirmed])


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_audit__true_rate__is_confirmed_and_a_distant_one_is_an_error(one: int, other: int) -> None:
    part, whole = sorted((one, other))
    rate = round(part / whole * 100 + 1e-9, 1)
    right = audit(of(f"受理投诉{whole}件，办结{part}件，办结率{rate:.1f}%。"))
    assert not [f for f in right.findings if f.severity is Severity.ERROR]
    assert any(c.stated == rate for c in right.confirmed) or rate == 100
    if rate < 85:
        wrong = audit(of(f"受理投诉{whole}件，办结{part}件，办结率{rate + 10:.1f}%。"))
        assert any(f.severity is Severity.ERROR for f in wrong.findings)
