"""Which tasks a sentence supports (0.6 and more) and which it only proposes for review."""

from __future__ import annotations

import pytest

from checker.model import Plan

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


def test_tasks__municipal_departments_alone__do_not_support_townships_or_counties(label):
    got = {match.id for match in label("市级32个执法部门全面落实行政执法三项制度，公布裁量权基准。").tasks}
    assert not got & {"enforcement.three-systems.township", "enforcement.three-systems.county"}
    assert "enforcement.discretion.township" not in got


def test_tasks__of_a_label__belong_to_its_clauses(label, shipped_plan: Plan):
    clause = {task.id: task.clause for task in shipped_plan.tasks}
    for quote, _ in LADDER:
        got = label(quote)
        assert {clause[match.id] for match in got.tasks} <= set(got.clauses), quote
