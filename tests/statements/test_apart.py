"""What a sentence says of each of its tasks, where its parts say different things; every sentence is invented."""

from __future__ import annotations

import pytest

from checker.model import Document, Extent, Level, Paragraph, Part, Reach, Sentence, Statement, TaskMatch
from checker.plan import load_plan
from checker.reports import labeller
from checker.statements.apart import Naming, in_part_unless_whole, told_apart
from checker.statements.extent.label import ExtentLabel, Told
from checker.statements.topics.match import Hit
from checker.statements.topics.rules import Topic
from checker.statements.topics.words import patterns

REVIEW = "enforcement.three-systems.review.coverage"
RECORD = "enforcement.three-systems.record.av"
STAFF = "enforcement.three-systems.review.staff"
PLATFORM = "enforcement.three-systems.disclosure.platform"
SYSTEMS = "enforcement.three-systems.county"
EQUIPMENT = "enforcement.system.equipment"
BODIES = "reconsideration.reform.staff"
COMMITTEE = "reconsideration.committee"
RECTIFY = "promotion.rectify"
JUDGMENT = "litigation.judgment"
COUNTY, CITY, TOWNSHIP = Level.COUNTY, Level.CITY, Level.TOWNSHIP
ALL, SOME, UNSTATED = Extent.ALL, Extent.SOME, Extent.UNSTATED


@pytest.fixture(scope="module")
def label(root):
    path = root / "plan" / "tasks.toml"
    made = labeller(load_plan(path), path)

    def statement(quote: str) -> Statement:
        texts = ("卯江市人民政府2023年法治政府建设情况报告", "一、主要工作", "全市辖5个县区。", quote)
        paragraphs = tuple(
            Paragraph(text, ((0, line),), None, heading=(1, 2, 0, 0)[line - 1]) for line, text in enumerate(texts, 1)
        )
        return made.label(Document("r", "0" * 64, paragraphs, title=texts[0]), 2023).statements[-1]

    return statement


def said(statement: Statement, task: str, level: Level) -> Extent:
    """How much the statement says of a task at a level, as the judge takes it."""
    match = next((match for match in statement.tasks if match.id == task), None)
    assert match is not None, [match.id for match in statement.tasks]
    extents = {reach.level: reach.extent for reach in statement.reaches} or {CITY: statement.extent}
    return match.extent_at(level, extents[level])


@pytest.mark.parametrize(
    ("quote", "task", "level", "extent"),
    [
        # the part of the task has a limit, its sister has all
        ("各县区三项制度实现全覆盖，执法记录仪配备率96%。", RECORD, COUNTY, SOME),
        ("各县区三项制度实现全覆盖，执法记录仪配备率96%。", EQUIPMENT, COUNTY, SOME),
        ("各县区执法记录仪配备率达到91%，三项制度全部落实。", RECORD, COUNTY, SOME),
        ("全市三项制度全覆盖，7个执法队试用音像记录新设备。", RECORD, CITY, SOME),
        ("各县区均开展法治督察，完成问题整改率91%。", RECTIFY, COUNTY, SOME),
        ("全市执法公示全覆盖，音像记录设备配备96%。", RECORD, CITY, SOME),
        ("市县两级行政复议体制改革全面完成，两级共核定复议编制20名、到位14名。", BODIES, COUNTY, SOME),
        ("县区三项制度全面建立，为40个执法单位配备执法记录仪。", RECORD, COUNTY, SOME),
        # the part of the task says nothing of extent
        ("各县区三项制度实现全覆盖，公布音像记录事项清单。", RECORD, COUNTY, UNSTATED),
        ("各县区三项制度全面落实、法制审核全覆盖，对接省执法公示平台。", PLATFORM, COUNTY, UNSTATED),
        ("市县两级行政复议体制改革全面完成，县级行政复议委员会组建3个。", COMMITTEE, COUNTY, UNSTATED),
        ("负责人出庭应诉率100%，行政诉讼败诉率6%。", JUDGMENT, CITY, UNSTATED),
        # the 'all' is the task's own
        ("各县区三项制度实现全覆盖，执法记录仪配备率96%。", SYSTEMS, COUNTY, ALL),
        ("各县区执法记录仪配备率达到91%，三项制度全部落实。", SYSTEMS, COUNTY, ALL),
        ("各县区三项制度工作扎实推进，已实现全覆盖。", SYSTEMS, COUNTY, ALL),
        ("各县区重大执法决定法制审核率100%，审核案件320件。", REVIEW, COUNTY, ALL),
        ("二是落实三项制度。市县两级执法公示、全过程记录、法制审核全覆盖，配备记录仪600台。", SYSTEMS, COUNTY, ALL),
        # a limit that is said of something else takes nothing away
        ("各县区法制审核实现全覆盖，执法人员培训覆盖率96%。", REVIEW, COUNTY, ALL),
        ("各县区法制审核实现全覆盖，2个县区开展执法满意度调查。", REVIEW, COUNTY, ALL),
    ],
)
def test_task__parts_of_a_sentence__each_held_to_its_own(label, quote, task, level, extent) -> None:
    assert said(label(quote), task, level) is extent


def test_task__limit_at_another_level__takes_nothing_away(label) -> None:
    told = label("县区法制审核全覆盖，乡镇法制审核在6个镇试点。")
    assert said(told, REVIEW, COUNTY) is ALL
    assert said(told, REVIEW, TOWNSHIP) is SOME


def test_told_apart__all_before_any_task_is_named__holds_for_those_behind() -> None:
    sentence = Sentence("五家一家不落，甲项、乙项照办。", "", "一", (), Part.RESULTS, 1, 1, None, True)
    parts = (Told(0, 6, (COUNTY,), (), (), aside=False), Told(7, 14, (), (), (), aside=False))
    extents = ExtentLabel((Reach(COUNTY, ALL),), UNSTATED, (), parts)
    matches = (TaskMatch("a", 0.9), TaskMatch("b", 0.9))
    topics = [Topic(name, name, (15,), (name,), None, patterns(word)) for name, word in (("a", "甲项"), ("b", "乙项"))]
    hits = [Hit(topic, (), True, (0,), 1.0) for topic in topics]
    assert told_apart(sentence, matches, extents, CITY, Naming(hits, {})) == matches


def test_match__level_that_is_not_less__as_the_statement() -> None:
    match = TaskMatch("a", 0.9)
    assert match.extent_at(CITY, ALL) is ALL


@pytest.mark.parametrize(
    "quote",
    [
        "修订市总体应急预案和专项预案39件，县区均有应急预案。",
        "开展应急演练46场次，县区1300人参加。",
        "组织法治督察2轮，实现县区督察全覆盖。",
    ],
)
def test_own_level__a_deed_of_its_own_before_the_lower_levels__told_of_without_being_named(label, quote):
    statement = label(quote)
    assert [(reach.extent, reach.named) for reach in statement.reaches if reach.level is CITY] == [(UNSTATED, False)]
    assert CITY not in statement.levels


@pytest.mark.parametrize(
    "quote",
    [
        "县区应急预案修订率100%。",
        "印发通知12份，5个县区均完成应急预案修订。",
        "按照预案要求，县区开展应急演练46场次。",
        "为提升应急能力，乡镇组织应急演练46场次。",
        "应急演练次数偏少，乡镇应急队伍不足。",
    ],
)
def test_own_level__no_deed_of_its_own_for_the_task__not_told_of(label, quote):
    assert all(reach.level is not CITY for reach in label(quote).reaches)


@pytest.mark.parametrize(
    ("quote", "task", "extent"),
    [
        ("市行政复议局挂牌，市政府统一行使行政复议职责。", "reconsideration.reform.city", ALL),
        ("市行政复议局加挂牌子，配备办案人员12名。", "reconsideration.reform.city", SOME),
        ("卯江市被命名为全省法治政府建设示范市。", "promotion.demo.named", ALL),
        ("卯江市获命名为全省法治政府建设示范市的喜报引发关注。", "promotion.demo.named", SOME),
    ],
)
def test_task_that_is_the_obligation_itself__not_told_to_be_whole__in_part(label, quote, task, extent):
    assert said(label(quote), task, CITY) is extent


def test_task_that_is_the_obligation_itself__told_apart_as_well__keeps_its_part():
    """What is said of the city does not wipe out that nothing is said of the counties."""
    reaches = (Reach(CITY, ALL), Reach(COUNTY, UNSTATED))
    label = ExtentLabel(reaches, UNSTATED, (), ())
    match = TaskMatch("a", 0.9, (Reach(CITY, UNSTATED),))
    (held,) = in_part_unless_whole([match], label, CITY, frozenset({"a"}))
    assert {reach.level: reach.extent for reach in held.less} == {CITY: SOME, COUNTY: SOME}
