"""Sentences near a task's criterion that do not speak to it, and admissions of shortfall that do."""

from __future__ import annotations

import pytest

from tests.topics.conftest import LAW, sentence

BESIDE = [
    ("审结行政复议案件210件，撤销18件、确认违法6件，纠错率11.4%。", "reconsideration.supervise"),
    ("行政复议案件直接纠错35件，责令履行4件。", "reconsideration.supervise"),
    ("全年公开政府信息1,460条。", "openness.proactive"),
    ("门户网站公开信息6,020条，比上年多一成。", "openness.proactive"),
    ("召开会议研究部署法治建设工作。", "leadership.plan"),
    ("研究部署依法行政工作，层层压实责任。", "leadership.plan"),
    ("行政执法监督机构受理事项64件，办结51件。", "enforcement.supervision.complaint"),
    ("发出行政执法监督意见书9份，督促纠正7件。", "enforcement.supervision.complaint"),
    ("调整省级行政职权140项由市县实施。", "function.power-list.departments"),
    ("下放行政职权52项，开发区承接率100%。", "function.power-list.departments"),
    ("信用平台上线招投标模块，覆盖全部项目。", "digital.platform"),
    ("上线公共资源交易平台，招投标全程留痕。", "digital.platform"),
    ("都市圈跨域通办事项175项。", "service.cross-province"),
    ("市内通办事项320项，设通办窗口44个。", "service.cross-province"),
    ("严格执行执法记录制度，执法活动更加规范。", "enforcement.three-systems.record.av"),
    ("执法部门修订执法登记目录制度。", "enforcement.three-systems.record.av"),
]
SPOKEN = [
    ("制发行政复议意见书7份，撤销案件3件全部反馈整改。", "reconsideration.supervise"),
    ("行政复议决定履行率100%，纠错12件。", "reconsideration.supervise"),
    ("主动公开政府信息2,300条，政策解读率98%。", "openness.proactive"),
    ("重点领域公开目录按期更新，公开信息4,100条。", "openness.proactive"),
    ("县政府常务会议4次研究法治建设工作。", "leadership.plan"),
    ("印发年度法治政府建设工作要点，研究部署法治建设工作。", "leadership.plan"),
    ("受理执法投诉举报83件，办结80件。", "enforcement.supervision.complaint"),
    ("动态调整市级部门权责清单，下放行政职权12项。", "function.power-list.departments"),
    ("政务服务平台与信用平台打通，网办率96%。", "digital.platform"),
    ("跨省通办事项204项，办件1.1万件。", "service.cross-province"),
    ("录制执法过程音像资料，执法全过程录音录像。", "enforcement.three-systems.record.av"),
    ("三项制度执行情况离全覆盖要求还有差距。", "enforcement.three-systems.plan"),
    ("部门推行三项制度还不到位，与要求有距离。", "enforcement.three-systems.plan"),
    ("乡镇三项制度离全覆盖还有一定距离。", "enforcement.three-systems.township"),
    ("县级部门三项制度执行情况与要求还有差距。", "enforcement.three-systems.county"),
    ("裁量权基准尚未实现市级部门全覆盖。", "enforcement.discretion.draft"),
    ("部分领域裁量权基准仍是空白，覆盖不全。", "enforcement.discretion.draft"),
    ("法治政府示范创建起步晚，至今没有乡镇获得命名。", "promotion.demo.township"),
    ("法治政府建设示范创建进展慢，尚无县区获得命名。", "promotion.demo.county"),
]


def _supported(label) -> set[str]:
    return {match.id for match in label.tasks if match.score >= 0.6}


@pytest.mark.parametrize(("quote", "task"), BESIDE)
def test_tasks__a_sentence_beside_the_criterion__is_for_review_at_most(label, quote, task):
    assert task not in _supported(label(quote))


@pytest.mark.parametrize(("quote", "task"), SPOKEN)
def test_tasks__the_criterion_s_own_words_or_an_admitted_shortfall__support_it(label, quote, task):
    assert task in _supported(label(quote))


@pytest.mark.parametrize(
    "quote", ["二是持续深化“三项制度”，在全县推行。", "全面推行“三项制度”，成效初显。", "健全执法记录制度，力度加大。"]
)
def test_label__three_systems_or_one_of_them_named_alone__are_those_of_enforcement(label, quote):
    got = label(quote)
    assert (got.clauses, got.obligations) == ((15,), ("三项制度",))


@pytest.mark.parametrize("quote", ["深化国企人事三项制度，在全集团推行。", "工程审批推行三项制度，成效初显。"])
def test_label__three_systems_of_another_field__are_not_those_of_enforcement(label, quote):
    assert "三项制度" not in label(quote).obligations


@pytest.mark.parametrize("quote", ["我市获评全国禁毒示范城市。", "另有2个县获评双拥模范县、食品安全示范县。"])
def test_label__a_title_of_another_field_after_one_of_law__is_no_demonstration(topics, quote):
    before = sentence("己县被命名为全国法治政府建设示范县。")
    rows = [*map(sentence, LAW), before, sentence(quote, opens_paragraph=False)]
    assert "示范创建" not in topics.label(rows)[-1].obligations
