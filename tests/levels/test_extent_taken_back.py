"""An 'all' that the same sentence takes back, beside the same words where it stands: every sentence is invented."""

from __future__ import annotations

import pytest

from checker.model import Extent, Level
from tests.levels.test_extent import extent_at

COUNTY, TOWNSHIP, CITY = Level.COUNTY, Level.TOWNSHIP, Level.CITY


NOT_ALL = [
    # a negation of 'all' is not all
    ("并非全部县区都公布了裁量基准。", COUNTY),
    ("三项制度并不是在每个乡镇都落实到位。", TOWNSHIP),
    ("不是所有市级部门都已公布裁量基准。", CITY),
    ("远非各乡镇都落实了法制审核。", TOWNSHIP),
    ("还谈不上县区三项制度全覆盖。", COUNTY),
    ("难说县区行政复议职责已全部集中到位。", COUNTY),
    ("乡镇裁量基准未必都已公布。", TOWNSHIP),
    ("不等于市级部门裁量基准全部执行到位。", CITY),
    ("不能认为市级部门裁量基准都已公布。", CITY),
    # nearly there
    ("市级裁量基准全面公布只差最后一步。", CITY),
    ("乡镇三项制度全覆盖曙光初现。", TOWNSHIP),
    ("乡镇三项制度全覆盖进度达78%。", TOWNSHIP),
    ("县区三项制度全覆盖已完成75%。", COUNTY),
    ("县区行政复议职责全部集中指日可待。", COUNTY),
    ("市级裁量基准全面公布在望。", CITY),
    ("乡镇三项制度全覆盖进入倒计时。", TOWNSHIP),
    ("市级部门裁量基准全覆盖已推进至86%。", CITY),
    ("县区三项制度全覆盖为期不远。", COUNTY),
    # all but some
    ("市级38个执法部门中，除市文旅局、市粮食和物资储备局外，裁量基准均已公布。", CITY),
    ("除极个别单位外，市级部门三项制度全部落实。", CITY),
    ("除少数部门外，市级裁量基准都已公布。", CITY),
    ("市级部门除市气象局以外，均已公布裁量基准。", CITY),
    ("除市国防动员办、市民族宗教局两家外，市级部门三项制度均落实到位。", CITY),
    ("市级部门裁量基准除个别单位之外全部公布。", CITY),
    ("除市林业局一家，市级部门裁量基准全部公布。", CITY),
    ("市级部门裁量基准均已公布（市档案局除外）。", CITY),
    ("市级部门裁量基准已全部公布，唯市林业局例外。", CITY),
    # some keep it
    ("市政府集中行使行政复议职责，但市自然资源局暂时保留受理权限。", CITY),
    ("市级行政复议职责统一由市政府行使，公安、生态环境仍自行受理。", CITY),
    ("市政府统一行使行政复议职责，余下两个部门年底前划转。", CITY),
    ("市政府统一行使行政复议职责，不过市人社局仍在部门内受理，暂缓移交。", CITY),
    ("行政复议职责由市政府统一行使，原有案件的办理照旧留在部门。", CITY),
    ("市级行政复议职责已由市政府统一行使七成以上。", CITY),
    ("市级复议案件由市政府统一受理，但公安交管案件维持原渠道。", CITY),
    # the next step is still to come
    ("市级裁量基准已全部制定，公布工作待审核后进行。", CITY),
    ("市级部门裁量基准全部编制完毕，适时向社会公布。", CITY),
    ("县区裁量基准均已完成修订，择机发布。", COUNTY),
    ("市级裁量基准全部制定完成，将于合法性审核后公布。", CITY),
    # a rate of the same matter below 100 %, some that came late
    ("执法决定公示率100%，7个工作日内公示的占82%。", CITY),
    ("规范性文件备案率100%，及时率91.5%。", CITY),
    ("规范性文件报备率100%，其中2件逾期报备。", CITY),
    ("重大执法决定法制审核率100%，其中4件系事后补审。", CITY),
    ("规范性文件备案率达到100%，但3件超过规定期限。", CITY),
    # of those due only so many
    ("“一件事”重点事项应上线21项，实际上线18项。", CITY),
    ("年度立法任务9件，已完成6件。", CITY),
    ("应接入公示平台单位40家，已接入33家。", CITY),
    ("“一件事”年度重点事项22项，上线17项。", CITY),
    ("依法应当公开的决策事项20项，公开14项。", CITY),
    ("依法应出庭案件40件，出庭33件。", CITY),
    ("市级复议案件按期办结率100%，另有5件超过法定期限。", CITY),
    ("述法对象96人，完成述法71人。", CITY),
    ("国家21件“一件事”中，我市办成的有16件。", CITY),
    ("法治讲座计划举办6期，因疫情等原因实际举办2期。", CITY),
]

NOT_SAID = [
    ("市级部门裁量基准全部起草完成，待市政府同意后印发公布。", CITY),
    # of something beside the obligation
    ("县区行政复议改革督导全部完成。", COUNTY),
    ("乡镇三项制度专题宣讲全覆盖。", TOWNSHIP),
    ("县区三项制度自评工作全部完成。", COUNTY),
    ("市级裁量基准的意见征集均已完成。", CITY),
    ("裁量基准模板已发至全部市级执法部门。", CITY),
    ("乡镇三项制度知识竞赛全覆盖。", TOWNSHIP),
    ("清理市级裁量基准，全部失效的有9部。", CITY),
    ("县区行政复议体制改革评估全部完成。", COUNTY),
    ("市级裁量基准合法性初审全部完成。", CITY),
    ("乡镇三项制度落实情况摸排实现全覆盖。", TOWNSHIP),
    ("市级裁量基准学习资料全部印发。", CITY),
    # one piece of it
    ("市行政复议局揭牌成立。", CITY),
    ("市政府组建行政复议委员会，选聘委员28名。", CITY),
    ("市行政复议办公室加挂牌子。", CITY),
    ("市级裁量基准全部进行了合法性审核。", CITY),
    ("市级裁量基准均已录入执法办案平台。", CITY),
    ("市级裁量基准全部纳入执法系统。", CITY),
    ("全部乡镇开展法治乡镇创建。", TOWNSHIP),
    ("18个乡镇全部参与法治乡镇评比。", TOWNSHIP),
    ("县区三项制度文件全部印发，执法记录仪到位的县区有3个。", COUNTY),
]

ALL = [
    # the same words where nothing is taken back
    ("行政复议职责不再由部门分散行使，已统一由市政府行使。", CITY),
    ("市级部门裁量基准不是一公了之，而是全部公布并动态调整。", CITY),
    ("市级38个执法部门裁量基准均已公布，除夕前后还开展了宣传。", CITY),
    ("除法律另有规定外，行政复议职责统一由市政府行使。", CITY),
    ("除海关、税务等垂直管理部门外，行政复议职责由市政府集中行使。", CITY),
    ("市级部门裁量基准无一例外全部公布。", CITY),
    ("各县区均已统一行使行政复议职责，不存在例外。", COUNTY),
    ("市级裁量基准全部公布，除涉密事项外均可在网上查询。", CITY),
    ("剔除3家无执法权的单位，市级部门裁量基准全部公布。", CITY),
    ("除公布裁量基准外，市级部门还全部落实三项制度。", CITY),
    ("市政府统一行使行政复议职责，部门不再自行受理。", CITY),
    ("市政府集中行使行政复议职责，没有出现部门自行受理的情形。", CITY),
    ("市政府统一行使行政复议职责，扭转了部门自行办理的局面。", CITY),
    ("除国家垂直管理部门外，市级部门裁量基准全部公布。", CITY),
    ("市级部门裁量基准不仅全部制定，而且全部公布。", CITY),
    ("市级裁量基准全部制定完成并公布，择机开展评估。", CITY),
    ("各县区裁量基准全部公布，群众对执法的满意度为80%。", COUNTY),
    ("规范性文件备案率100%，及时率100%。", CITY),
    ("规范性文件备案率100%，无一件逾期报备。", CITY),
    ("市级部门裁量基准经评估全部公布。", CITY),
    ("各县区参照范本全部公布裁量基准。", COUNTY),
    ("市级裁量基准均已公布，并录入执法办案系统。", CITY),
    ("市行政复议局挂牌成立，市政府统一行使行政复议职责。", CITY),
    ("区政府设立行政复议委员会，市政府集中行使行政复议职责进入第三年。", CITY),
    ("行政机关负责人应出庭31件、实际出庭31件。", CITY),
    ("应接入公示平台单位40家，已接入40家。", CITY),
    ("应报备规范性文件16件，全部报备16件。", CITY),
    ("全市出台行政规范性文件23件，合法性审核23件。", CITY),
    ("全市行政执法人员3120人，持证3120人。", CITY),
]

FULL_SETS = [
    "5项重大行政决策均公开征求意见30日以上。",
    "列入目录的决策事项均履行专家论证、集体讨论等程序。",
    "3件行政诉讼案件主要负责人均出庭应诉。",
    "应当制定裁量基准的31个市级部门已全部完成制定工作，并统一公布。",
    "收到政府信息公开申请23件，按期答复23件。",
    "交办问题14个，整改14个。",
    "全市行政执法人员持证上岗率100%。",
    "办理代表建议88件，办复率100%，满意率98%。",
    "新制定的规范性文件100%审查。",
    "行政机关负责人出庭应诉率连续两年保持100%。",
]

NO_LIMITS = [
    "梳理权责事项127项，公布清单36项。",
    "供应建设用地37万亩，新增用海29万亩。",
    "受理复议案件120件，调解结案30件。",
    "任务分解到37个部门，召开推进会3次。",
    "安排资金300万元，建成公共法律服务中心2个。",
]

NO_FULL_SETS = [
    "人均办案18件。",
    "申请人均表示满意。",
    "应当制定裁量基准的部门要全部完成制定工作。",
    "收到政府信息公开申请23件，按期答复21件。",
    "新增规范性文件审查意见23件，修改23件。",
    "全市行政执法人员持证上岗率98%。",
    "持证上岗率由97%提高到目标值100%，仍在推进。",
    "争取出庭应诉率达到100%。",
    "市级裁量基准均公开征求意见。",
]


@pytest.mark.parametrize(("quote", "level"), NOT_ALL)
def test_extent__all_is_denied_or_taken_back__some(quote: str, level: Level) -> None:
    assert extent_at(quote, level) is Extent.SOME


@pytest.mark.parametrize(("quote", "level"), NOT_SAID)
def test_extent__all_of_something_else_or_of_one_piece__never_all(quote: str, level: Level) -> None:
    assert extent_at(quote, level) is not Extent.ALL


@pytest.mark.parametrize(("quote", "level"), ALL)
def test_extent__same_words_but_nothing_taken_back__all(quote: str, level: Level) -> None:
    assert extent_at(quote, level) is Extent.ALL


@pytest.mark.parametrize("quote", FULL_SETS)
def test_extent__all_that_was_due_was_done__all(quote: str) -> None:
    assert extent_at(quote, CITY) is Extent.ALL


@pytest.mark.parametrize("quote", NO_FULL_SETS)
def test_extent__no_full_set__not_all(quote: str) -> None:
    assert extent_at(quote, CITY) is not Extent.ALL


@pytest.mark.parametrize("quote", NO_LIMITS)
def test_extent__two_numbers_of_different_things__not_some(quote: str) -> None:
    assert extent_at(quote, CITY) is Extent.UNSTATED
