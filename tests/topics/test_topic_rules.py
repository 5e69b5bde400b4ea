"""plan/topics.toml: the shipped file is whole, a broken one is told of at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import InputError
from checker.model import Plan
from checker.statements.topics.label import Topics
from checker.statements.topics.rules import TopicRules, load_topics
from tests.builders import plan, task
from tests.topics.conftest import LAW, sentence

BROKEN = """\
false_friends = ["a", 1]
forein = []

[[topic]]
code = "T1"
name = "甲"
clauses = [99]
strong = ["单…双"]

[[topic]]
code = "T1"
clauses = [15]
obligation = "三项制"
stong = ["执法公示"]
"""


def test_shipped__names_every_task_of_the_shipped_plan_and_no_other(rules: TopicRules, shipped_plan: Plan):
    named = {task for topic in rules.topics for task in topic.tasks}
    assert named == {task.id for task in shipped_plan.tasks}
    assert rules.unknown_tasks == ()


def test_shipped__every_clause_of_the_plan_has_a_topic(rules: TopicRules, shipped_plan: Plan):
    assert {clause for topic in rules.topics for clause in topic.clauses} == set(shipped_plan.clauses)


def test_shipped__tasks_of_a_topic_belong_to_its_clauses(rules: TopicRules, shipped_plan: Plan):
    clause = {task.id: task.clause for task in shipped_plan.tasks}
    # inspections of firms and transfers of crimes are reported under 26 and 14, see the comments there
    elsewhere = {"enforcement.procedure.biz-inspection", "enforcement.system.linkage"}
    strays = [
        (topic.code, name)
        for topic in rules.topics
        for name in topic.tasks
        if clause[name] not in topic.clauses and name not in elsewhere
    ]
    assert strays == []


def test_load__a_broken_file__tells_every_problem_with_its_line(tmp_path: Path):
    file = tmp_path / "topics.toml"
    file.write_text(BROKEN, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_topics(file, plan())
    assert [(problem.line, problem.code) for problem in caught.value.problems] == [
        (1, "W003"),
        (2, "W002"),
        (7, "W005"),
        (8, "W003"),
        (10, "W004"),
        (11, "W007"),
        (13, "W006"),
        (14, "W002"),
    ]


def test_load__a_misspelt_key__is_answered_with_the_right_one(tmp_path: Path):
    file = tmp_path / "topics.toml"
    file.write_text('[[topic]]\ncode = "T1"\nname = "甲"\nclauses = [15]\nstong = ["执法公示"]\n', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_topics(file, plan())
    assert caught.value.problems[0].hint == "是否想写 strong？"


def test_load__tasks_that_the_plan_left_out__are_passed_over_and_listed(tmp_path: Path):
    file = tmp_path / "topics.toml"
    file.write_text('[[topic]]\ncode = "T1"\nname = "甲"\nclauses = [15]\ntasks = ["gone"]\n', encoding="utf-8")
    rules = load_topics(file, plan())
    assert rules.topics[0].tasks == ()
    assert rules.unknown_tasks == ("gone",)


def test_own_task__that_no_topic_names__is_known_by_its_terms(root: Path, shipped_plan: Plan):
    mine = task("local.river", terms=("河湖警长制", "巡查", "公布"), clause=14, title="河湖警长制")
    own = plan(mine, clauses=dict(shipped_plan.clauses))
    topics = Topics(own, load_topics(root / "plan" / "topics.toml", own))
    report = [sentence(text) for text in (*LAW, "全县设立河湖警长制工作站9个。")]
    match = topics.label(report)[-1].tasks[0]
    assert (match.id, match.score >= 0.6) == ("local.river", True)


MATCH_BROKEN = """\
level_twins = 3

[[topic]]
code = "T1"
name = "甲"
clauses = [4]
strong = ["权责清单"]

[[match]]
code = "T1"
name = "乙"
clauses = [99]
strong = ["单…双"]
taks = ["x"]
"""


def test_match__a_broken_rule_on_tasks__is_told_of_with_every_problem(tmp_path: Path, shipped_plan: Plan):
    path = tmp_path / "topics.toml"
    path.write_text(MATCH_BROKEN, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_topics(path, shipped_plan)
    assert sorted(problem.code for problem in caught.value.problems) == ["W002", "W003", "W003", "W005", "W007"]
