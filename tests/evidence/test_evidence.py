"""A folder of evidence is read whole or refused with every mistake of every file at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import InputError
from checker.evidence import entries_of, load_evidence
from checker.model import Extent, Level, Part, Reach, Report, Stance, Statement, TaskMatch
from tests.builders import plan, task

PLAN = plan(task("a", levels=(Level.CITY, Level.COUNTY)))
HEAD = """\
schema = "checker.evidence/1"
[report]
name = "r.txt"
sha256 = "00"
title = "乙市2022年法治政府建设情况报告"
government = "乙市"
level = "city"
year = 2022
"""
ENTRY = """
[[entry]]
id = "{id}"
summary = "列出三个部门"
stance = "achieved"
{more}
"""
WAIVER = """
[[waiver]]
task = "a"
level = "city"
reason = "撤并"
approver = "乙市政府"
from = 2022-01-01
until = 2022-12-31
"""


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name.replace('y', '')}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def refused(path: Path) -> list[tuple[str, int, str]]:
    with pytest.raises(InputError) as caught:
        load_evidence(path, PLAN)
    return [(Path(problem.file).name, problem.line, problem.code) for problem in caught.value.problems]


def test_evidence__entry_with_all_fields__is_read(tmp_path):
    more = """\
chapter = "一(四)"
ordinal = 7
line = 31
reaches = [{ level = "county", extent = "some" }]
extent = "unstated"
tasks = [{ id = "a", score = 0.8 }]
clauses = [15]
obligations = ["三项制度"]
figures = [{ value = 13, unit = "个", approx = true }]
documents = ["《办法》"]
note = "备注"
"""
    evidence = load_evidence(folder(tmp_path, y2022=HEAD + ENTRY.format(id="2022-007", more=more)), PLAN)
    (entry,) = evidence.entries
    assert (entry.stance, entry.line, entry.where) == (Stance.ACHIEVED, 31, "一(四) 第31行")
    assert entry.reaches == (Reach(Level.COUNTY, Extent.SOME),)
    assert entry.tasks == (TaskMatch("a", 0.8),)
    assert [(figure.value, figure.unit, figure.approx) for figure in entry.figures] == [(13, "个", True)]
    assert entry.row == 10
    assert evidence.years == (2022,)


def test_evidence__mistakes_of_several_files__come_in_one_run(tmp_path):
    bad = ENTRY.format(id="x/y", more='stanc = "achieved"\ntasks = [{ id = "b" }]')
    path = folder(
        tmp_path,
        y2021=HEAD + bad,
        y2022=HEAD.replace("evidence/1", "evidence/9") + ENTRY.format(id="d", more="") * 2,
        waivers=WAIVER.replace("2022-12-31", "2021-12-31") + WAIVER.replace('"a"', '"b"'),
    )
    assert refused(path) == [
        ("2021.toml", 11, "E004"),
        ("2021.toml", 14, "E103"),
        ("2021.toml", 15, "E003"),
        ("2022.toml", 1, "E005"),
        ("2022.toml", 16, "E002"),
        ("waivers.toml", 8, "W003"),
        ("waivers.toml", 11, "W001"),
    ]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("reaches = [{ level = 'town' }]", "E104"),
        ("reaches = ['city']", "E102"),
        ("extent = 'most'", "E104"),
        ("tasks = [{ id = 'a', score = nan }]", "E104"),
        ("tasks = [{ id = 'a', score = 7 }]", "E104"),
        ("clauses = [99]", "E102"),
        ("obligations = ['复议']", "E006"),
        ("figures = [{ value = inf, unit = '件' }]", "E104"),
        ("line = -1", "E104"),
    ],
)
def test_evidence__bad_field__is_named(tmp_path, more, code):
    path = folder(tmp_path, y2022=HEAD + ENTRY.format(id="d", more=more))
    assert code in [found for _, _, found in refused(path)]


def test_evidence__year_out_of_reason__is_refused(tmp_path):
    path = folder(tmp_path, y2022=HEAD.replace("2022\n", "20222\n") + ENTRY.format(id="d", more=""))
    assert [code for _, _, code in refused(path)] == ["E104"]


def test_evidence__folder_absent_or_a_file__is_refused(tmp_path):
    file = tmp_path / "f.txt"
    file.write_text("x")
    assert refused(tmp_path / "none")[0][2] == "E001"
    assert refused(file)[0][2] == "E001"


def test_evidence__empty_folder__is_empty(tmp_path):
    assert load_evidence(tmp_path, PLAN).entries == ()


def test_waiver__of_a_level_the_task_does_not_bind__is_refused(tmp_path):
    path = folder(tmp_path, waivers=WAIVER.replace('"city"', '"township"'))
    assert [code for _, _, code in refused(path)] == ["W002"]


def test_entries_of__ids_already_taken__are_told_apart_by_digest():
    statement = Statement(
        "2022-001", "句子。", "一", 1, 3, None, Part.RESULTS, Stance.ACHIEVED, (), Extent.UNSTATED, (), (), (), (), ()
    )
    report = Report("r.txt", "abcdef99", "题", "乙市", Level.CITY, 2022, (statement,))
    assert entries_of(report)[0].id == "2022-001"
    assert entries_of(report, {"2022-001"})[0].id == "2022-001-abcdef"
