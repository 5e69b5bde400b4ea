"""Which tasks a sentence supports (0.6 and more) and which it only proposes for review."""

from __future__ import annotations

import pytest

from checker.model import Level, Plan, TaskMatch
from checker.statements.topics.label import Topics

LADDER = [
    ("印发法治政府建设示范创建方案，将98项指标分解到46个单位。", "promotion.demo.plan"),
    ("积极申报第三批省级法治政府建设示范县。", "promotion.demo.declare"),
    ("我市法治政府建设示范创建已进入第三方评估阶段。", "promotion.demo.evaluate"),
    ("丁县被命名为省级法治政府建设示范县。", "promotion.demo.named"),
    ("3个县区开展法治政府建设示范创建。", "promotion.demo.county"),
    ("12个乡镇开展法治乡镇创建试点。", "promotion.demo.township"),
    ("巩固提升法治政府建设示范市创建成果，接受回访抽查。", "promotion.demo.consolidate"),
    ("印发行政执法三项制度实施方案。", "enforcement.three-systems.plan"),
    ("公告市级行政执法主体46个。", "enforcement.three-systems.subjects"),
    ("执法人员亮证执法、出具文书。", "enforcement.three-systems.disclosure.during"),
    ("行政处罚决定7个工作日内公示率100%。", "enforcement.three-systems.disclosure.post"),
    ("接入全省统一执法信息公示平台。", "enforcement.three-systems.disclosure.platform"),
    ("为一线配发执法记录仪300台。", "enforcement.three-systems.record.av"),
    ("编制重大执法决定法制审核目录清单。", "enforcement.three-systems.review.catalog"),
    ("配备法制审核人员120名，占执法人员的6%。", "enforcement.three-systems.review.staff"),
    ("审核重大执法决定410件，法制审核率100%。", "enforcement.three-systems.review.coverage"),
    ("建立行政执法三项制度季度统计报告机制。", "enforcement.three-systems.monitor"),
    ("7个县区执法部门全部落实行政执法三项制度。", "enforcement.three-systems.county"),
    ("31个乡镇尚未落实行政执法三项制度。", "enforcement.three-systems.township"),
    ("印发行政裁量权基准制定和管理工作方案。", "enforcement.discretion.plan"),
    ("13个部门完成行政处罚裁量权基准的细化量化。", "enforcement.discretion.draft"),
    ("裁量基准全部经司法局合法性审核。", "enforcement.discretion.legality"),
    ("32个部门的裁量权基准向社会公布。", "enforcement.discretion.publication"),
    ("行政裁量权基准涵盖处罚、许可、强制三类。", "enforcement.discretion.other-acts"),
    ("乡镇统一适用裁量权基准。", "enforcement.discretion.township"),
    ("根据新法修订行政处罚裁量权基准41项。", "enforcement.discretion.dynamic"),
    ("市委全面依法治市委员会印发行政复议体制改革实施方案。", "reconsideration.reform.plan"),
    ("市政府统一行使行政复议职责。", "reconsideration.reform.city"),
    ("各县区政府统一行使行政复议职责。", "reconsideration.reform.county"),
    ("发布行政复议职责整合的通告，明确管辖范围和在办案件处理办法。", "reconsideration.reform.transfer"),
    ("核定行政复议专职编制9名。", "reconsideration.reform.staff"),
    ("建成行政复议听证室、接待室3间。", "reconsideration.reform.facility"),
    ("成立行政复议委员会，聘任委员21名。", "reconsideration.committee"),
    ("行政复议案件法定期限内办结率100%。", "reconsideration.handling.timely"),
    ("重大复议案件听证审理11次，简易程序审结60件。", "reconsideration.handling.procedure"),
    ("行政复议调解和解结案98件。", "reconsideration.handling.resolution"),
    ("行政复议决定书网上公开220份。", "reconsideration.publication"),
    ("制发行政复议意见书12份。", "reconsideration.supervise"),
    ("在9个司法所设立行政复议受理点。", "reconsideration.access"),
    ("评查执法案卷260卷，优秀率三成。", "enforcement.supervision.casefile"),
    ("行政机关负责人出庭应诉率98%。", "litigation.leader-appearance"),
]

ONLY_FOR_REVIEW = [
    ("推动重大执法决定法制审核全覆盖。", "enforcement.three-systems.review.coverage"),
    ("确保裁量权基准向社会公布。", "enforcement.discretion.publication"),
    ("全国基层执法人员执法记录仪配备率六成。", "enforcement.three-systems.record.av"),
    ("全面落实行政执法三项制度。", "enforcement.three-systems.plan"),
    ("全市营商环境排名全省第一。", "business.enterprise-protection"),
    ("自觉接受人大监督和政协民主监督。", "oversight.congress"),
    ("启动政务云二期项目。", "digital.platform"),
]


@pytest.mark.parametrize(("quote", "task"), LADDER, ids=[task for _, task in LADDER])
def test_tasks__a_sentence_on_the_task_s_own_criterion__supports_it(label, quote, task):
    assert task in {match.id for match in label(quote).tasks if match.score >= 0.6}


@pytest.mark.parametrize(("quote", "task"), ONLY_FOR_REVIEW, ids=[task for _, task in ONLY_FOR_REVIEW])
def test_tasks__an_aim_a_slogan_or_another_place__is_for_review_at_most(label, quote, task):
    assert task not in {match.id for match in label(quote).tasks if match.score >= 0.6}


def test_tasks__municipal_departments_alone__do_not_support_townships_or_counties(topics, label):
    matches = label("市级32个执法部门全面落实行政执法三项制度，公布裁量权基准。").tasks
    got = {match.id for match in topics.at_levels(matches, {Level.CITY}) if match.score >= 0.6}
    assert not got & {"enforcement.three-systems.township", "enforcement.three-systems.county"}
    assert "enforcement.discretion.township" not in got


def test_tasks__of_a_label__belong_to_its_clauses_or_to_a_rule_on_tasks(label, rules, shipped_plan: Plan):
    clause = {task.id: task.clause for task in shipped_plan.tasks}
    for quote, _ in LADDER:
        got = label(quote)
        named = {because.rule for because in got.because if because.label == "tasks"}
        ruled = {task for rule in rules.matches if rule.code in named for task in rule.tasks}
        assert {clause[match.id] for match in got.tasks if match.id not in ruled} <= set(got.clauses), quote


MATCHED = [
    ("公告自2021年7月1日起市政府统一行使行政复议职责。", "reconsideration.reform.transfer"),
    ("市直部门不再受理复议申请，在办案件移交完毕。", "reconsideration.reform.transfer"),
    ("为各中队配备执法记录仪60台。", "enforcement.system.equipment"),
    ("为各中队配备执法记录仪60台。", "enforcement.three-systems.record.av"),
    ("一线执法记录装备老旧，数量不足。", "enforcement.system.equipment"),
    (
        "全市28个执法单位全部建立行政执法公示、执法全过程记录、重大执法决定法制审核制度。",
        "enforcement.three-systems.plan",
    ),
    ("通过平台公示执法信息3万条。", "enforcement.three-systems.disclosure.platform"),
    ("4个部门没有明确法制审核机构。", "enforcement.three-systems.review.staff"),
    ("执法抽查发现法制审核缺位、未审先罚案件2件。", "enforcement.three-systems.review.coverage"),
    ("裁量基准智能推送系统上线，同案同罚。", "enforcement.discretion.apply"),
    ("乡镇行政处罚权承接到位，基层持证人员考试合格率92%。", "enforcement.procedure.certificate"),
    ("市政府办复议受理，复议机构案多人少。", "reconsideration.reform.staff"),
    ("重大决策均经合法性审查、集体讨论。", "decision.collective"),
    ("审计局完成项目18个，移送线索3条。", "oversight.audit-discipline"),
    ("市直部门、乡镇（街道）的权责清单完成调整。", "function.power-list.departments"),
]
NOT_MATCHED = [
    ("自2021年7月1日起，市政府统一行使行政复议职责。", "reconsideration.reform.transfer"),
    ("市直部门不再受理复议申请。", "reconsideration.reform.transfer"),
    (
        "全市28个执法单位落实执法公示、全过程记录、重大执法决定法制审核制度。",
        "enforcement.three-systems.disclosure.post",
    ),
    ("全市28个执法单位落实执法公示、全过程记录、重大执法决定法制审核制度。", "enforcement.three-systems.record.text"),
    ("全面提升行政执法规范化水平。", "enforcement.procedure.documents"),
    ("完成自然灾害综合风险普查。", "emergency.mechanisms"),
    ("建立应急专家库，入库专家40名。", "emergency.response"),
    ("举办应急处置能力提升班2期。", "emergency.response"),
    ("畅通12345热线和市长信箱，接受社会监督。", "oversight.audit-discipline"),
    ("政府法律顾问参与调解纠纷12起。", "dispute.linkage"),
    ("7家企业获评诚信守法示范企业。", "publicity.campaign"),
    ("市直部门不再受理复议申请。", "reconsideration.handling.timely"),
    ("省委法治督察反馈的9个问题全部整改到位。", "promotion.inspection"),
    ("实施审批清单、告知承诺、联合验收三项制度。", "service.notify-commit"),
    ("修订后的裁量基准在网站公开。", "enforcement.discretion.dynamic"),
]


@pytest.mark.parametrize(("quote", "task"), MATCHED)
def test_matches__a_rule_on_tasks__adds_its_task(label, quote, task):
    assert task in {match.id for match in label(quote).tasks if match.score >= 0.6}


@pytest.mark.parametrize(("quote", "task"), NOT_MATCHED)
def test_matches__a_rule_on_tasks__leaves_what_it_drops_for_review(label, quote, task):
    assert task not in {match.id for match in label(quote).tasks if match.score >= 0.6}


def test_matches__of_a_rule__are_told_in_the_reasons(label):
    assert ("tasks", "M2201") in {
        (because.label, because.rule) for because in label("部门不再受理复议申请，公告已发布。").because
    }


TWINS = [
    ({Level.CITY}, {"reconsideration.reform.city"}),
    ({Level.COUNTY}, {"reconsideration.reform.county"}),
    ({Level.CITY, Level.COUNTY}, {"reconsideration.reform.city", "reconsideration.reform.county"}),
    ({Level.TOWNSHIP}, set()),
]


@pytest.mark.parametrize(("levels", "wanted"), TWINS)
def test_at_levels__a_duty_of_each_level__is_matched_at_the_levels_told_of(topics: Topics, levels, wanted):
    tasks = topics.at_levels((TaskMatch("reconsideration.reform.city", 0.83),), levels)
    assert {match.id for match in tasks if match.score >= 0.6} == wanted


def test_at_levels__a_task_of_another_level_alone__is_for_review(topics: Topics):
    (match,) = topics.at_levels((TaskMatch("promotion.demo.township", 0.9),), {Level.COUNTY})
    assert match.score < 0.6


def test_at_levels__a_task_that_no_list_binds__stays(topics: Topics):
    told = (TaskMatch("decision.catalog", 0.75),)
    assert topics.at_levels(told, {Level.TOWNSHIP}) == told


def test_matches__of_a_rule_with_clauses__count_only_where_the_statement_has_one(label):
    task = "reconsideration.handling.resolution"
    quotes = "调解、和解复议案件98件。", "调解、和解劳动争议98件。"
    told = [{match.id for match in label(quote).tasks} for quote in quotes]
    assert [task in tasks for tasks in told] == [True, False]


def test_tasks__all_three_systems_at_the_own_level__support_the_level_s_own_task(topics, label):
    matches = label("全区26个执法单位执法公示、执法全过程记录、重大执法决定法制审核制度实现全覆盖。").tasks
    got = {match.id for match in topics.at_levels(matches, {Level.COUNTY}) if match.score >= 0.6}
    assert "enforcement.three-systems.county" in got
    assert "enforcement.three-systems.township" not in got
