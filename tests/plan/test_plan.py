"""A plan is read whole or refused with every mistake at once, each with its line and a way to mend it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.model import OBLIGATIONS, Confidence, Kind, Level
from checker.plan import load_plan
from checker.toml import MAX_BYTES

HEAD = """\
[plan]
title = "乙市任务清单"
government = "乙市"
level = "city"
"""
TASK = """
[[task]]
id = "{id}"
title = "任务"
clause = 15
kind = "state"
levels = ["city"]
criterion = "有"
{more}
"""


def write(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "tasks.toml"
    path.write_bytes(text.encode(encoding))
    return path


def one(id: str = "a.b", more: str = "") -> str:
    return TASK.format(id=id, more=more)


def problems(tmp_path: Path, text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(InputError) as caught:
        load_plan(write(tmp_path, text))
    return [(problem.line, problem.code, f"{problem.message} {problem.hint}") for problem in caught.value.problems]


def test_shipped_plan__all_tasks__are_there_and_in_form(root):
    plan = load_plan(root / "plan" / "tasks.toml")
    assert len(plan.tasks) == 138
    assert len({task.id for task in plan.tasks}) == 138
    assert sum(len(task.requires) for task in plan.tasks) == 125
    assert {task.clause for task in plan.tasks} == set(range(4, 36))
    assert [task.no for task in plan.tasks] == sorted((task.no for task in plan.tasks), key=_number)
    named = {name: sum(task.obligation == name for task in plan.tasks) for name in OBLIGATIONS}
    assert named == {"示范创建": 7, "三项制度": 15, "裁量基准": 8, "复议改革": 13}
    for task in plan.tasks:
        assert task.criterion
        assert task.lead
        assert task.terms
        assert task.near_misses, task.id


def test_shipped_plan__dates__say_how_sure_they_are(root):
    plan = load_plan(root / "plan" / "tasks.toml")
    for task in plan.tasks:
        if task.due:
            assert task.due_confidence in Confidence, task.id
            assert task.due_source, task.id
    county = next(task for task in plan.tasks if task.id == "reconsideration.reform.county")
    assert (county.kind, county.levels, county.due_confidence) == (Kind.RATE, (Level.COUNTY,), Confidence.MEMORY)


def test_shipped_plan__township__has_no_reconsideration_jurisdiction(root):
    plan = load_plan(root / "plan" / "tasks.toml")
    bound = {task.id for task in plan.tasks if task.obligation == "复议改革" and Level.TOWNSHIP in task.levels}
    assert bound == {"reconsideration.access"}


@pytest.mark.parametrize("text", [HEAD + one(), (HEAD + one()).replace("\n", "\r\n")], ids=["lf", "crlf"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_plan__line_ends_and_bom__make_no_difference(tmp_path, text, encoding):
    assert [task.id for task in load_plan(write(tmp_path, text, encoding)).tasks] == ["a.b"]


def test_plan__many_mistakes__are_reported_in_one_run_with_lines(tmp_path):
    text = HEAD + (
        one("a.b", 'levles = ["city"]')  # a misspelt key
        + one("a.b")  # a duplicate id
        + one("../etc", 'due = "2022年底"')  # an id with path characters, a date as text
        + one("c", 'requires = [{ id = "a.c" }]')  # an unknown prerequisite
        + one("d").replace('"state"', '"states"').replace("15", "99")
    )
    found = problems(tmp_path, text)
    assert [code for _, code, _ in found] == ["P103", "P001", "P002", "P102", "P003", "P104", "P104"]
    lines = text.splitlines()
    for line, _, _ in found:
        assert line > 0
    assert "levels" in found[0][2]
    assert lines[found[0][0] - 1].startswith("levles")
    assert lines[found[3][0] - 1].startswith("due")
    assert "第 6 行已有" in found[1][2]
    assert "a.b" in found[4][2]


def test_plan__cycle__is_shown_as_a_path(tmp_path):
    chain = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "d")]
    text = HEAD + "".join(one(id, f'requires = [{{ id = "{need}", why = "先" }}]') for id, need in chain)
    found = problems(tmp_path, text)
    assert [code for _, code, _ in found] == ["P004", "P004"]
    assert "a → c → b → a" in found[0][2] or "a → b → c → a" in found[0][2]
    assert "d → d" in found[1][2]


def test_plan__ten_thousand_deep__is_read(tmp_path):
    text = HEAD + one("t0") + "".join(one(f"t{n}", f'requires = [{{ id = "t{n - 1}" }}]') for n in range(1, 10_000))
    assert len(load_plan(write(tmp_path, text)).tasks) == 10_000


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("from_year = 1", "P104"),
        ("from_year = true", "P102"),
        ("due = 1066-10-14", "P104"),
        ('terms = [1, "a"]', "P102"),
        ('terms = "权责清单"', "P102"),
        ('lead = [""]', "P102"),
        ('obligation = "三项制渡"', "P006"),
        ('due_confidence = "sure"', "P104"),
        ("requires = [1]", "P102"),
        ('requires = [{ id = "x", reason = "y" }]', "P103"),
        ('due_text = "\\u0000"', "P104"),
    ],
)
def test_plan__bad_field__is_named(tmp_path, more, code):
    codes = [found for _, found, _ in problems(tmp_path, HEAD + one(more=more))]
    assert code in codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "P005"),
        (HEAD, "P005"),
        ("x = nan\n" + HEAD + one(), "P103"),
        (HEAD + "[gate]\nfail = ['never']\n" + one(), "P104"),
        (HEAD + "[[gate.minimum]]\nratio = nan\n" + one(), "P104"),
        (HEAD + "[[gate.minimum]]\nratio = 2\n" + one(), "P104"),
        (HEAD + "[gate]\nfail_on = []\n" + one(), "P103"),
        (HEAD + "[clauses]\n99 = 'x'\n" + one(), "P104"),
        (HEAD.replace('"city"', '"town"') + one(), "P104"),
        ("task = 3\n" + HEAD, "P102"),
        ("task = [1]\n" + HEAD, "P102"),
        (HEAD + "period = [2025, 2021]\n" + one(), "P104"),
        (HEAD + "[[task]]\nid = 'a'\nid = 'b'\n", "F007"),
        (HEAD + "title = 未加引号", "F007"),
        ("a = " + "[" * 5000, "F007"),
    ],
)
def test_plan__bad_file__is_refused_with_a_code(tmp_path, text, code):
    assert code in [found for _, found, _ in problems(tmp_path, text)]


def test_plan__not_utf8__names_the_line(tmp_path):
    path = tmp_path / "tasks.toml"
    path.write_bytes(HEAD.encode() + "title = '任务'".encode("gb18030"))
    with pytest.raises(InputError) as caught:
        load_plan(path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.line) == ("F006", 5)


def test_plan__folder_missing_pipe_or_huge__is_refused_without_reading(tmp_path):
    huge = tmp_path / "huge.toml"
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    cases = {tmp_path: "F002", tmp_path / "none.toml": "F001", huge: "F004", pipe: "F003"}
    for path, code in cases.items():
        with pytest.raises(InputError) as caught:
            load_plan(path)
        assert [problem.code for problem in caught.value.problems] == [code]


def _number(no: str) -> tuple[int, int]:
    clause, item = no.split(".")
    return int(clause), int(item)
