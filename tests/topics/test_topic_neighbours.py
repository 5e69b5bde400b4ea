"""What a neighbour did is no evidence of one's own tasks; neighbours may also just be met."""

from __future__ import annotations

import pytest

THEIRS = [
    ("邻市建成统一的执法公示平台，我市派员学习。", "enforcement.three-systems.disclosure.platform"),
    ("政务诚信方面，省发改委推广了邻市的做法。", "integrity.mechanism"),
    ("告知承诺制工作受到省厅肯定，全省推广了邻州的经验。", "service.notify-commit"),
    ("公平竞争审查工作，兄弟市州的抽查经验获省里推广。", "business.fair-competition"),
    ("邻县公布轻微违法不予处罚清单86项，值得学习。", "enforcement.soft.exempt-list"),
    ("周边市县普遍建立府院联席会议制度，召开会议12次。", "litigation.linkage"),
    ("学习柏市做法，该市建成统一的执法公示平台。", "enforcement.three-systems.disclosure.platform"),
    ("省司法厅转发邻市涉企检查“扫码入企”做法。", "enforcement.procedure.biz-inspection"),
]
OURS = [
    ("邻市来我市考察学习执法公示平台，平台已接入部门42个。", "enforcement.three-systems.disclosure.platform"),
    ("借鉴邻市经验，建成统一的执法公示平台，接入部门42个。", "enforcement.three-systems.disclosure.platform"),
    ("与邻市建立跨区域执法协作机制，移送案件12件。", "enforcement.system.linkage"),
    ("邻县与我县签订执法协作协议，联合执法12次。", "enforcement.system.linkage"),
    ("兄弟市州120人来访学习涉企“扫码入企”做法，涉企检查下降32%。", "enforcement.procedure.biz-inspection"),
    ("我市政务诚信监测办法推广到邻市。", "integrity.mechanism"),
]


@pytest.mark.parametrize(("quote", "task"), THEIRS)
def test_neighbours__that_did_it_themselves__are_no_evidence(label, quote, task):
    assert task not in {match.id for match in label(quote).tasks if match.score >= 0.6}


@pytest.mark.parametrize(("quote", "task"), OURS)
def test_neighbours__that_come_or_join_in__leave_the_evidence(label, quote, task):
    assert task in {match.id for match in label(quote).tasks if match.score >= 0.6}


def test_neighbours__that_did_it__give_no_named_obligation(label):
    assert label("邻市三项制度全部落实，裁量基准全部公布。").obligations == ()


FOREIGN = [
    "我市成功创建全国文明示范城市，法治政府建设同步推进。",
    "对标法治政府建设示范标准，成功创建平安中国建设示范市。",
    "乡镇“党务公示、民主评议记录、财务审核三项制度”全面落实。",
    "县区党组织书记述职、党员评议、组织生活会三项制度全面落实。",
    "各乡镇村务公开、村账审核、会议记录三项制度全部落实。",
    "工程建设项目招标投标裁量基准评标办法全面落实。",
    "工程造价信息裁量基准完成修订。",
    "医保基金支付裁量基准全部公布。",
    "县区法院适用新的量刑裁量基准，全部执行到位。",
    "法院系统庭审记录、文书公示、重大案件审核三项制度在两级法院全面落实。",
    "检察机关案件管理三项制度在县区全面建立。",
    "工程建设项目审批三项制度在县区全面建立。",
]
NAMED = [
    ("荣获全国文明城市、全国法治政府建设示范市称号。", "示范创建"),
    ("乡镇执法公示、执法记录、法制审核三项制度全面落实，党务公开率100%。", "三项制度"),
    ("招标投标领域行政处罚裁量基准全部公布。", "裁量基准"),
    ("医疗保障部门行政处罚裁量基准全部公布。", "裁量基准"),
]


@pytest.mark.parametrize("quote", FOREIGN)
def test_obligations__of_foreign_matter_with_like_words__are_none(label, quote):
    assert label(quote).obligations == ()


@pytest.mark.parametrize(("quote", "obligation"), NAMED)
def test_obligations__named_beside_foreign_matter__stay(label, quote, obligation):
    assert label(quote).obligations == (obligation,)
