"""Documents into statements: sentences, run-in headings, gaps that are listed, and what is no statement."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lexicon import load_lexicon
from checker.model import Document, Paragraph, Part, Sentence
from checker.paths import shipped
from checker.statements.splitting.split import Splitter, clean, sentence_spans

SPLITTER = Splitter(load_lexicon(shipped("lexicon.toml")))


def split(*paragraphs: str, title: str = "丁市2023年法治政府建设情况报告") -> tuple[Sentence, ...]:
    lines = (title, *paragraphs)
    document = Document("r.txt", "0", tuple(Paragraph(text, ((0, n),)) for n, text in enumerate(lines, 1)))
    return SPLITTER.split(document)


def quotes(*paragraphs: str) -> list[str]:
    return [sentence.quote for sentence in split(*paragraphs)]


def parts(*paragraphs: str) -> list[str]:
    return [sentence.part.value for sentence in split(*paragraphs)]


def test_split__run_in_heading__joined_to_the_sentence_it_heads() -> None:
    [first, second] = split("一、主要成效", "一是加强立法。制定规章2件。二是规范决策。审查决策事项9件。")
    assert first.quote == "一是加强立法。制定规章2件。"
    assert (first.head, second.head) == ("一是加强立法。", "二是规范决策。")


def test_split__item_that_tells_a_fact__is_no_heading() -> None:
    assert quotes("一、主要成效", "一是全年培训12期。参训1,200人次。") == ["一是全年培训12期。", "参训1,200人次。"]


def test_split__short_first_sentence_of_a_paragraph__joined() -> None:
    assert quotes("一、主要成效", "深化执法改革。整合执法队伍7支。")[0] == "深化执法改革。整合执法队伍7支。"


def test_split__numbered_run_in__joined() -> None:
    [sentence] = split("一、主要成效", "1.推进政务公开。公开信息3,200条。")
    assert sentence.quote == "1.推进政务公开。公开信息3,200条。"


@pytest.mark.parametrize(
    "paragraph",
    [
        "（一）加强党的领导。市政府召开常务会议9次。",
        "（一） 加强党的领导。市政府召开常务会议9次。",
        "(一)加强党的领导。市政府召开常务会议9次。",
        "一、加强党的领导。市政府召开常务会议9次。",
    ],
)
def test_split__section_heading_at_the_head_of_a_paragraph__is_no_statement(paragraph: str) -> None:
    assert quotes(paragraph) == ["市政府召开常务会议9次。"]


@pytest.mark.parametrize(
    "line",
    [
        "一、主要成效",
        "丁市人民政府",
        "2024年3月5日",
        "联系人：某某",
        "来源：丁市司法局",
        "各位代表：",
        "市委、市政府：",
        "— 3 —",
        "打印",
        "附件：统计表",
    ],
)
def test_split__line_that_is_no_sentence__left_out(line: str) -> None:
    assert quotes("一、主要成效", "公布目录9项。", line) == ["公布目录9项。"]


def test_split__full_stop_inside_quotes__does_not_end() -> None:
    text = "坚持“有件必备。有错必纠。”原则，备案文件21件。"
    assert quotes("一、主要成效", text) == [text]


def test_split__quote_that_is_never_closed__does_not_swallow_the_paragraph() -> None:
    assert len(quotes("一、主要成效", "推行“一件事改革，办件3,000件。公布清单2张，涉及事项40项。")) == 2


def test_split__semicolon_between_whole_items__ends() -> None:
    text = "全年受理复议案件120件，办结118件；办理应诉案件44件，负责人出庭率为98%。"
    assert len(quotes("一、主要成效", text)) == 2


def test_split__semicolon_before_a_scrap__does_not_end() -> None:
    assert len(quotes("一、主要成效", "公布事项清单21项；其中新增3项。")) == 1


def test_split__sentence_that_lists_gaps__cut_between_them() -> None:
    text = "同时也存在一些不足，主要表现在乡镇执法力量薄弱，三项制度尚未全面落实，普法针对性不强等，需要认真改进。"
    found = split("一、主要成效", "建成平台1个。", text)[1:]
    assert [s.quote for s in found] == [
        "同时也存在一些不足，主要表现在乡镇执法力量薄弱，",
        "三项制度尚未全面落实，",
        "普法针对性不强等，需要认真改进。",
    ]
    assert [s.continues for s in found] == [False, True, True]
    assert {s.part for s in found} == {Part.SHORTFALLS}


def test_split__sentence_that_passes_to_the_plan__cut_there() -> None:
    first, second = split("一、主要成效", "裁量基准修订滞后于计划，下一步将在上半年完成。")
    assert (first.part, second.part) == (Part.RESULTS, Part.PLAN)
    assert second.continues


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("一、主要工作举措和成效", "results"),
        ("二、存在的主要问题", "shortfalls"),
        ("二、存在的不足和原因", "shortfalls"),
        ("二、存在问题及下一步打算", "shortfalls"),
        ("三、下一步工作思路", "plan"),
        ("三、2024年工作安排", "plan"),
        ("四、下一年度推进法治政府建设的主要安排", "plan"),
        ("四、努力方向", "plan"),
        ("三、党政主要负责人履行推进法治建设第一责任人职责情况", "results"),
        ("二、2022年督察反馈问题整改情况", "results"),
        ("二、2023年重点任务完成情况", "results"),
    ],
)
def test_part__chapter_heading__decides(heading: str, part: str) -> None:
    assert parts(heading, "推进各项工作，取得进展。") == [part]


def test_part__plan_without_heading__opened_by_its_first_sentence() -> None:
    assert parts("一、主要成效", "建成平台。", "下一步，我市将重点抓好立法。", "加强执法监督。") == [
        "results",
        "plan",
        "plan",
    ]


def test_part__plan_at_the_end_of_a_section__ends_with_the_section() -> None:
    found = parts("一、主要成效", "（一）立法", "出台规章2件。下一步，将抓好评估。", "（二）执法", "评查案卷200卷。")
    assert found == ["results", "plan", "results"]


def test_part__plan_in_the_middle_of_a_list__ends_when_the_list_goes_on() -> None:
    text = "一是出台规章2件。下一步，将开展评估。二是评查案卷200卷，合格率96%。"
    assert parts("一、主要成效", text) == ["results", "plan", "results"]


def test_part__list_that_begins_in_the_plan__stays_the_plan() -> None:
    text = "建成平台1个。下一步，重点抓好以下工作。一是加强立法，制定规章2件。二是强化监督，评查案卷300卷。"
    assert parts("一、主要成效", text) == ["results", "plan", "plan", "plan"]


def test_part__chapter_without_a_word_for_it_after_the_shortfalls__is_the_plan() -> None:
    assert (
        parts("一、主要成效", "建成平台。", "二、存在的问题", "力量不足。", "三、奋楫扬帆再出发", "加强立法。")[-1]
        == "plan"
    )


def test_part__gap_named_as_what_was_mended__opens_no_shortfalls() -> None:
    text = "针对督察指出的各类问题和不足，市政府逐条明确责任、限期整改到位。评查案卷300卷。"
    assert parts("一、主要成效", text) == ["results", "results"]


@pytest.mark.parametrize(
    ("headings", "chapter"),
    [
        (("一、成效", "（六）纠纷化解"), "一(六)"),
        (("第一部分 成效", "第三、执法"), "一"),
        (("一、成效", "1.立法"), "一"),
        (("（二）执法",), "(二)"),
        (("十二、其他工作",), "十二"),
    ],
)
def test_chapter__enumerators__short_form(headings: tuple[str, ...], chapter: str) -> None:
    assert split(*headings, "公布裁量基准40项。")[0].chapter == chapter


@pytest.mark.parametrize("marks", ["一是 三是 三是", "（五） （三） （一）", "1. 1. 9."])
def test_split__faulty_sequence__no_crash(marks: str) -> None:
    assert split("一、成效", *(f"{mark}公布目录9项，涉及部门3个。" for mark in marks.split()))


def test_parts__chapter_that_ends_in_a_plan__the_next_number_tells_results_again() -> None:
    assert parts(
        "一、执法更有温度",
        "公布裁量基准920项。",
        "往后一年，要给每个镇配法制员。",
        "二、决策日益规范",
        "审查决策事项9件，论证6件。",
    ) == ["results", "plan", "results"]


def test_parts__plan_that_announces_a_list__its_chapters_are_planned() -> None:
    assert parts(
        "一、执法更有温度",
        "公布裁量基准920项。",
        "下一步，重点抓好以下三个方面。",
        "二、配齐力量",
        "给每个镇配法制员，年内到岗。",
    ) == ["results", "plan", "plan"]


@pytest.mark.parametrize("opener", ["短板也很明显。", "对照要求，还有三方面欠账。", "差距依然存在。", "还有两处短板："])
def test_parts__faults_are_said_to_show__what_follows_in_the_paragraph_is_a_shortfall(opener: str) -> None:
    told = parts(
        "一、复议应诉", f"受理申请210件，办结203件。{opener}办案场地局促，九人一间。", "受理应诉案件68件，全部办结。"
    )
    assert told[0] == told[-1] == "results"
    assert set(told[1:-1]) == {"shortfalls"}


@pytest.mark.parametrize(
    "text",
    [
        "公布裁量基准九百项。短板同样突出，审核质量不高。",
        "听取专题汇报两次。今后，述法要讲在台上。",
        "部分栏目更新慢。我们将在上半年完成改版。",
    ],
)
def test_split__short_first_sentence_that_tells_something__heads_nothing(text: str) -> None:
    assert len(quotes("一、主要成效", text)) == 2


def test_split__run_in_heading_before_its_items__joined_to_the_first() -> None:
    items = "（1）新收行政案件210件；（2）负责人出庭率达到98%；（3）司法建议全部回复。"
    assert quotes("一、主要成效", f"5.支持司法审判。{items}") == [
        "5.支持司法审判。（1）新收行政案件210件；",
        "（2）负责人出庭率达到98%；",
        "（3）司法建议全部回复。",
    ]


def test_split__of_these_behind_a_semicolon__belongs_to_what_it_counts() -> None:
    assert len(quotes("一、主要成效", "办理议案2件、建议211件；其中涉及法治的36件，全部办结。开展评查420卷。")) == 2


def test_split__glossary__left_out() -> None:
    assert quotes("一、成效", "公布目录9项。", "名词解释", "1.放管服：指简政放权。") == ["公布目录9项。"]


def test_split__row_whose_first_figure_stands_in_its_own_cell__a_statement_and_its_header_none() -> None:
    rows = ("项目 | 2023年 | 2022年", "复议申请 | 86件 | 80件", "受理点（含流动点） | 12个 | 9个")
    document = Document("r.txt", "0", tuple(Paragraph(row, ((0, 1),), kind="table") for row in rows))
    assert [sentence.quote[:2] for sentence in SPLITTER.split(document)] == ["复议", "受理"]


def test_split__row_of_a_flattened_table__a_statement_with_its_cells_apart() -> None:
    document = Document("r.txt", "0", (Paragraph("行政复议 | 受理86件 | 办结80件", ((0, 1),), kind="table"),))
    assert SPLITTER.split(document)[0].quote == "行政复议　受理86件　办结80件"


@given(st.lists(st.text(alphabet="一二（）是1.、。；，！“”《》 \n的成效不足下一步", max_size=40), max_size=8))
def test_split__any_text__quotes_stand_in_the_text_in_order(paragraphs: list[str]) -> None:
    """Nothing is made up, nothing told twice, numbers run on."""
    found = split(*paragraphs)
    text, at = clean("".join(paragraphs)), 0
    for number, sentence in enumerate(found, 1):
        at = text.index(sentence.quote, at) + len(sentence.quote)
        assert sentence.ordinal == number


@given(st.text(alphabet="一。；“”（）《》a", max_size=80))
def test_sentence_spans__any_text__rising_and_apart(text: str) -> None:
    ends = 0
    for start, end in sentence_spans(text):
        assert ends <= start < end <= len(text)
        ends = end


@pytest.mark.parametrize(
    "unit", ["“", "。", "；", "，", "（一）", "一是", "1.", "存在不足，", "《", '"', " ", "下一步，"]
)
def test_split__a_long_run_of_one_mark__linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    begun = time.process_time()
    split("一、成效", text)
    assert time.process_time() - begun < 3


def test_part__every_chapter_with_its_own_shortfalls_and_plan__next_chapter_tells_results() -> None:
    """Headings with and without number close a chapter; the chapter after it is no plan."""
    numbered = ("（一）主要做法", "出台规章2件。", "（二）存在的不足", "力量薄弱。", "（三）下一步打算", "加强立法。")
    found = parts("一、立法工作", *numbered, "二、执法工作", *numbered)
    assert found == ["results", "shortfalls", "plan"] * 2
    plain = ("出台规章2件，开展评估3次。", "存在的不足", "执法力量薄弱。", "下一步打算", "加强立法工作。")
    found = parts("一、立法工作", *plain, "二、执法工作", *plain)
    assert found == ["results", "shortfalls", "plan"] * 2
    spoken = ("出台规章2件，开展评估3次。", "同时，还存在立法调研不深的不足。", "下一步，将加强立法。")
    found = parts("一、立法工作", *spoken, "二、执法工作", *spoken)
    assert found == ["results", "shortfalls", "plan"] * 2


OPENING = "2023年，我镇扎实推进法治政府建设。现将有关情况报告如下："


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # 没有任何标题，只有段落
        (
            (
                OPENING,
                "一是强化学习。全年学法12次。二是规范执法。评查案卷60卷。",
                "存在的问题：一是力量薄弱。二是装备不足。",
                "下一步打算：一是充实力量。二是更新装备。",
            ),
            ["opening", "opening", "results", "results", "shortfalls", "shortfalls", "plan", "plan"],
        ),
        # 标题没有编号
        (
            (
                OPENING,
                "主要工作成效",
                "全年学法12次。",
                "存在的问题",
                "执法力量薄弱。",
                "下一步工作计划",
                "充实执法力量。",
            ),
            ["opening", "opening", "results", "shortfalls", "plan"],
        ),
        # （一）就是最外层
        (
            (
                "（一）主要做法及成效",
                "全年学法12次。",
                "（二）主要困难",
                "执法力量薄弱。",
                "（三）改进措施",
                "充实执法力量。",
            ),
            ["results", "shortfalls", "plan"],
        ),
        # 1、就是最外层
        (
            ("1、主要做法", "全年学法12次。", "2、存在不足", "执法力量薄弱。", "3、下步打算", "充实执法力量。"),
            ["results", "shortfalls", "plan"],
        ),
        # 第一部分
        (
            ("第一部分 2023年工作回顾", "全年学法12次。", "第二部分 2024年工作安排", "全年学法不少于12次。"),
            ["results", "plan"],
        ),
        # 不足与打算同章
        (
            (
                "一、工作开展情况",
                "全年学法12次。",
                "二、存在的问题和下步工作",
                "一是执法力量薄弱。",
                "下步，我镇将充实执法力量。",
                "一是招录人员2名。",
            ),
            ["results", "shortfalls", "plan", "plan"],
        ),
        # 不足在前一章末尾，没有标题
        (
            (
                "一、工作开展情况",
                "（一）立法",
                "出台规章2件。",
                "在肯定成绩的同时，也要清醒看到工作中还存在不少短板。",
                "二、2024年工作安排",
                "出台规章3件。",
            ),
            ["results", "shortfalls", "plan"],
        ),
        # 履职一章在不足之后
        (
            (
                "一、主要成效",
                "学法12次。",
                "二、存在的不足",
                "力量薄弱。",
                "三、党政主要负责人履职情况",
                "主持会议6次。",
                "四、下一年度安排",
                "加强立法。",
            ),
            ["results", "shortfalls", "results", "plan"],
        ),
    ],
)
def test_part__layout_of_the_report__found(lines: tuple[str, ...], expected: list[str]) -> None:
    assert parts(*lines) == expected


def test_part__own_plan_in_each_paragraph__results_after_it() -> None:
    lines = ("规范执法方面，评查案卷60卷。下一步，将开展培训。", "普法宣传方面，开展活动12场。下一步，将扩大覆盖。")
    assert parts("一、主要成效", *lines) == ["results", "plan"] * 2


def test_split__numbered_sentences_one_after_another__are_items_and_no_headings() -> None:
    items = ["（一）创建氛围不浓。", "（二）制度落实质量不高。", "（三）队伍仍显薄弱。"]
    told = quotes("一、成效", "（一）强化组织领导。", "召开会议3次。", "二、不足", *items, "下一步，抓好整改。")
    assert told == ["召开会议3次。", *items, "下一步，抓好整改。"]
@pytest.mark.parametrize(
    "title", ["整改措施", "改进措施", "整改方向", "针对性整改举措", "补短板的主要措施", "下一步对策建议"]
)
def test_part__measures_below_the_shortfalls__plan(title: str) -> None:
    lines = ("二、存在问题和下一步打算", "（一）存在问题", "执法力量薄弱。", f"（二）{title}", "1.配齐执法记录仪。")
    assert parts("一、主要成效", "学法12次。", *lines)[-2:] == ["shortfalls", "plan"]


@pytest.mark.parametrize("title", ["整改措施", "督察整改举措"])
def test_part__measures_among_the_results__results(title: str) -> None:
    assert parts("一、主要成效", f"（一）{title}", "整改问题12个，配备记录仪30台。") == ["results"]


@pytest.mark.parametrize(
    "plan",
    [
        "下一步：1.规范文书；2.补齐执法记录仪；3.争取创成示范街道。",
        "下一步：（1）规范文书；（2）补齐执法记录仪；（3）争取创成示范街道。",
        "下步打算：①规范文书制作；②补齐执法记录仪；③争取创成示范街道。",
    ],
)
def test_part__numbered_plan_inside_the_shortfalls__plan_to_its_end(plan: str) -> None:
    lines = ("二、存在问题和下一步打算", "一是执法力量薄弱。", plan)
    assert parts("一、主要成效", "学法12次。", *lines)[1:] == ["shortfalls", "plan", "plan", "plan"]


@pytest.mark.parametrize(
    "lead",
    ["今后工作中，要抓好以下几点：", "下一步，重点做好：", "年度任务分解表如下：", "明年要办的事：", "重点任务如下："],
)
def test_part__paragraph_that_leads_in_a_list_of_tasks__plan(lead: str) -> None:
    lines = ("（一）规范执法", "评查案卷60卷。", lead, "1.裁量基准全部公布。", "2.复议职责统一行使。")
    assert parts("一、主要成效", *lines) == ["results", "plan", "plan"]


def test_part__paragraph_that_leads_in_a_list_of_deeds__results() -> None:
    lines = ("（一）规范执法", "今年办成了以下几件事：", "1.裁量基准全部公布。", "2.复议职责统一行使。")
    assert parts("一、主要成效", *lines) == ["results", "results"]


@pytest.mark.parametrize(
    "mended",
    [
        "对照市委督察反馈的6个问题，街道全部整改到位。",
        "对照巡察指出的4个问题，逐项整改完毕。",
        "对标审计提出的9个问题，均已整改销号。",
    ],
)
def test_part__faults_named_by_others_and_mended__results_go_on(mended: str) -> None:
    assert parts("一、主要成效", "（一）监督", f"{mended}年度报告按时公开。") == ["results", "results"]


def test_part__faults_found_in_comparison__shortfalls() -> None:
    lines = ("（一）监督", "对照示范标准，工作还存在一些不足。", "执法力量薄弱。")
    assert parts("一、主要成效", *lines) == ["shortfalls", "shortfalls"]
