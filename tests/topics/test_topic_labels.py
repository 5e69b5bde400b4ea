"""Clauses and named obligations of sentences made up for the purpose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Part
from tests.topics.conftest import LAW, sentence

# sentence, clauses that it has to have, and no other unless in the third column, obligations
CASES = [
    ("动态调整市级部门权责清单，新增事项12项。", [4], ""),
    ("实现9项高频事项跨省通办，办件3.1万件。", [5], ""),
    ("随机抽查事项清单扩到96项，开展部门联合抽查40次。", [5], ""),
    ("对72件政策措施开展公平竞争审查，废止3件。", [6], ""),
    ("提请市人大常委会审议《丙市养犬管理条例（草案）》。", [7], ""),
    ("8个基层立法联系点收集建议60条。", [8], ""),
    ("审核行政规范性文件草案31件。", [9], ""),
    ("乡镇政府法律顾问实现全覆盖。", [10], ""),
    ("公布年度重大行政决策事项目录，列入决策6项。", [11], ""),
    ("对2项重大决策开展实施后评估，据此调整补贴标准。", [12], ""),
    ("向14个街道下放行政处罚事项55项，评估后收回7项。", [13], ""),
    ("查处食品安全违法案件212件，罚没310万元。", [14], ""),
    ("执法人员全部持证上岗，注销离岗人员执法证件44个。", [15], ""),
    ("免罚清单增至70项，适用首违不罚案件901件。", [16], ""),
    ("修订总体应急预案和19个专项预案。", [17], ""),
    ("开展防汛应急演练22场，参演1,400人次。", [18], ""),
    ("登记社会应急救援队伍6支、队员230人。", [19], ""),
    ("人民调解组织化解矛盾纠纷5,012件，成功率98%。", [20], ""),
    ("办结专利侵权纠纷行政裁决案件17件。", [21], ""),
    ("新收行政复议申请310件，审结290件。", [22], ""),
    ("行政机关负责人出庭应诉率100%。", [23], ""),
    ("办复人大代表建议88件、政协提案101件。", [24], ""),
    ("印发督查通报6期，开展专项督查11次。", [25], ""),
    ("评查行政执法案卷300卷，不合格4卷。", [26], ""),
    ("主动公开政府信息8,800条，办结依申请公开91件。", [27], ""),
    ("清偿拖欠中小企业账款3,100万元，失信被执行的政府机构清零。", [28], ""),
    ("政府网站集约化平台完成升级。", [29], ""),
    ("归集公共数据9亿条，发布共享目录1,200条。", [30], ""),
    ("互联网+监管系统汇聚监管行为数据20万条。", [31], ""),
    ("市委常委会会议专题听取法治政府建设情况汇报。", [32], ""),
    ("对6个县开展法治督察，反馈问题41个。", [33], ""),
    ("举办领导干部法治专题讲座2期，组织旁听庭审9场。", [34], ""),
    ("开展宪法宣传周活动130场，培养法律明白人2,000名。", [35], ""),
    ("受理法律援助案件820件。", [0], ""),
    ("信访事项按期办结率99%。", [0], ""),
    ("市政府获命名为全国法治政府建设示范市。", [33], "示范创建"),
    ("全面推行行政执法公示、执法全过程记录、重大执法决定法制审核三项制度。", [15], "三项制度"),
    ("21个部门制定并公布行政处罚裁量权基准。", [15], "裁量基准"),
    ("自6月1日起，市政府统一行使行政复议职责，原各部门复议职责划转到位。", [22], "复议改革"),
]

FALSE_FRIENDS = [
    ("城镇基准地价更新成果向社会公布。", "裁量基准"),
    ("国有企业劳动、人事、分配三项制度改革顺利推进。", "三项制度"),
    ("办公室修订考勤、请销假、值班三项制度。", "三项制度"),
    ("工程审批区域评估、并联办理、帮办代办三项制度落地。", "三项制度"),
    ("新增省级民主法治示范村12个。", "示范创建"),
    ("3家企业获评诚信守法示范企业。", "示范创建"),
    ("全州民族团结进步示范单位命名9个。", "示范创建"),
    ("信访复查复核委员会办理案件30件。", "复议改革"),
    ("专项整治滥用行政裁量、选择性执法问题。", "裁量基准"),
    ("新收行政复议案件310件，审结290件，按期审结率100%。", "复议改革"),
    ("劳动人事争议仲裁院立案236件。", "复议改革"),
]


@pytest.mark.parametrize(("quote", "clauses", "obligation"), CASES, ids=[case[0][:12] for case in CASES])
def test_label__a_plain_report_of_a_result__has_its_clause_and_obligation(label, quote, clauses, obligation):
    got = label(quote)
    assert list(got.clauses[: len(clauses)]) == clauses
    assert got.obligations == ((obligation,) if obligation else ())


@pytest.mark.parametrize(("quote", "obligation"), FALSE_FRIENDS, ids=[case[0][:12] for case in FALSE_FRIENDS])
def test_label__a_false_friend__is_not_taken_for_a_named_obligation(label, quote, obligation):
    assert obligation not in label(quote).obligations


@pytest.mark.parametrize(
    ("quote", "clause", "not_clause"),
    [
        ("“一村一法律顾问”覆盖全部行政村。", 0, 10),
        ("公证机构对40项证明材料实行告知承诺。", 0, 5),
        ("劳动争议仲裁机构受理案件900件，调解成功率七成。", 0, 20),
        ("因政府信息公开引发的行政复议纠错率降至2%。", 27, 22),
        ("严格落实谁执法谁普法责任制。", 34, 35),
        ("行政执法监督平台与省级系统对接。", 31, 26),
        ("扎实整改中央生态环保督察反馈问题。", None, 33),
    ],
)
def test_label__a_near_miss__goes_to_its_own_clause(label, quote, clause, not_clause):
    clauses = label(quote).clauses
    assert not_clause not in clauses
    assert clause is None or clause in clauses


@pytest.mark.parametrize(
    "quote",
    [
        "现将有关情况报告如下。",
        "实践证明，三项制度、裁量基准、复议改革、示范创建，哪一项都松不得。",
        "抓三项制度要细，抓裁量基准要实，抓复议改革要深，抓示范创建要久。",
        "在此，我谨代表市政府，向人大代表、政协委员和各界人士表示感谢！",
        "对照上级要求，工作中仍存在不少问题。",
    ],
)
def test_label__rhetoric_and_passages_between__have_no_topic(label, quote):
    got = label(quote)
    assert (got.clauses, got.obligations, got.tasks) == ((), (), ())


def test_label__rhetoric_with_a_figure__is_a_result_after_all(label):
    assert label("三项制度、裁量基准、行政复议、示范创建4项任务完成，公布裁量基准61件。").obligations


def test_label__the_opening_of_a_report__names_no_topic_but_what_was_kept_up(topics):
    opening = [
        sentence("全市以习近平法治思想为指引，推进依法行政。", part=Part.OPENING),
        sentence("巩固法治政府建设示范市创建成果，执法水平提高。", part=Part.OPENING),
    ]
    first, second = topics.label([*opening, *map(sentence, LAW)])[:2]
    assert first.clauses == ()
    assert (second.clauses, second.obligations) == ((33,), ("示范创建",))


def test_label__a_sentence_that_carries_on__has_the_topic_and_obligation_of_the_one_before(topics):
    rows = [
        sentence("21个部门公布行政处罚裁量权基准。"),
        sentence("其余4个部门年底前未能完成。", opens_paragraph=False),
        sentence("还有2个县的文本仍在征求意见。", opens_paragraph=False),
    ]
    labels = topics.label([*map(sentence, LAW), *rows])[-2:]
    assert [(label.clauses, label.obligations) for label in labels] == [((15,), ("裁量基准",))] * 2
    assert not labels[0].sure
    assert all(match.score < 0.6 for match in labels[0].tasks)


def test_label__a_gap_without_a_level__is_a_township_gap_where_the_head_says_so(label):
    got = label("三是补齐乡镇短板。执法三项制度尚未全面落实。", head="三是补齐乡镇短板。")
    assert "enforcement.three-systems.township" in {match.id for match in got.tasks}


def test_label__a_heading__lifts_a_weak_word_and_lends_its_clause_to_a_sentence_without_words(label):
    assert label("新登记经营主体3.1万户。", ["（二）优化法治化营商环境"]).clauses == (6,)
    assert label("相关做法得到省里肯定并在两个县先行试点。", ["（五）加强行政应诉工作"]).clauses == (23,)


def test_label__a_work_report__needs_strong_words_and_lends_nothing(topics):
    economy = [sentence(f"第{n}产业增加值增长5%，新开工项目{n}个。") for n in range(1, 12)]
    report = [
        *economy,
        sentence("提高安全生产和食品药品安全水平。"),
        sentence("办理人大代表建议61件。"),
        sentence("推进“高效办成一件事”。"),
    ]
    assert [label.clauses for label in topics.label(report)[-3:]] == [(), (24,), (5,)]


def test_label__every_label__says_which_topic_and_which_words(label):
    got = label("21个部门公布行政处罚裁量权基准，评查执法案卷60卷。")
    assert {item.label for item in got.because} == {f"clause {clause}" for clause in got.clauses}
    assert all(item.rule.startswith("T") and item.detail for item in got.because)


def test_label__a_list_of_many_matters__has_three_clauses_at_most(label):
    got = label("办结行政复议案件20件，出庭应诉5次，办复代表建议9件，公开政府信息60条，评查案卷30卷。")
    assert len(got.clauses) == 3


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([case[0] for case in CASES]), min_size=1, max_size=8), st.randoms())
def test_label__sentences_of_their_own_paragraph_and_section__do_not_depend_on_their_order(topics, quotes, random):
    rows = [sentence(quote, [str(number)]) for number, quote in enumerate(quotes)]
    shuffled = list(rows)
    random.shuffle(shuffled)
    by_heading = {row.headings: label for row, label in zip(shuffled, topics.label(shuffled), strict=True)}
    assert [by_heading[row.headings] for row in rows] == list(topics.label(rows))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_label__any_text__is_within_its_bounds(topics, text):
    (got,) = topics.label([sentence(text)])
    assert len(got.clauses) <= 3
    assert all(0 < match.score <= 1 for match in got.tasks)
    assert list(got.tasks) == sorted(got.tasks, key=lambda match: (-match.score, match.id))
