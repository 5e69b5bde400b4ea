"""Years beside each other: closed, returned, promised, fallen; drafts sentence by sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO

import pytest

from checker.cli import main
from checker.cli.screen import Screen
from checker.ledger.drafts import compare
from checker.ledger.years import Answer, falls_of, name_of, promises_of, trend
from checker.model import Entry, Figure, Source, Stance, TaskMatch
from tests.builders import CITY, entry, judged, plan, task
from tests.ledger.values import Desk, report, said

NEXT = replace(CITY, year=2023)
PLAN = plan(task("a", kind="annual"), task("b"))


def figure(value: float, unit: str = "件", text: str = "", **changes) -> Figure:
    return Figure(value, unit, False, text or f"{value:g}{unit}", 0, 0, **changes)


def told(text: str, *figures: Figure, source: Source = CITY, **changes) -> Entry:
    return entry(text=text, figures=figures, source=source, **changes)


def test_trend__cells_that_close_and_come_back__are_told_with_their_year():
    first = judged(PLAN, entry("a", ordinal=1), year=2022)
    second = judged(PLAN, entry("b", ordinal=2, source=NEXT), year=2023)
    found = trend([first, second])
    assert found.years == (2022, 2023)
    assert [(turn.cell.task.id, turn.year) for turn in found.closed] == [("b", 2023)]
    assert [(turn.cell.task.id, turn.before.value) for turn in found.returned] == [("a", "met")]
    assert {row.task.id: [status.value for status in row.statuses] for row in found.rows} == {
        "a": ["met", "missing"],
        "b": ["missing", "met"],
    }


PROMISE = "推动执法公示平台与省级平台对接"


@pytest.mark.parametrize(
    ("text", "stance", "tasks", "answer"),
    [
        ("执法公示平台与省级平台完成对接", Stance.ACHIEVED, "a", Answer.REPORTED),
        ("执法公示平台与省级平台正在对接", Stance.ONGOING, "a", Answer.ONGOING),
        ("执法公示平台尚未与省级平台对接", Stance.SHORTFALL, "a", Answer.ADMITTED),
        ("继续推动执法公示平台与省级平台对接", Stance.PLANNED, "a", Answer.AGAIN),
        ("执法公示平台与省级平台完成对接", Stance.ACHIEVED, "b", Answer.REPORTED),
        ("组织案卷评查两次", Stance.ACHIEVED, "a", Answer.SILENT),
        ("公示目录每季更新，公示信息三千条", Stance.ACHIEVED, "b", Answer.SILENT),
        ("执法公示平台与省级平台对接很重要", Stance.CONTEXT, "a", Answer.SILENT),
    ],
)
def test_promise__is_answered_by_the_same_matter_and_never_by_background(text, stance, tasks, answer):
    promise = entry("a", Stance.PLANNED, text=PROMISE)
    (found,) = promises_of([promise], [entry(tasks, stance, text=text, source=NEXT)])
    assert (found.answer, found.by != ()) == (answer, answer is not Answer.SILENT)


def test_promise__done_and_admitted__is_admitted():
    later = [
        entry("a", text="执法公示平台与省级平台完成对接", source=NEXT),
        entry("a", Stance.SHORTFALL, 2, text="执法公示平台与省级平台对接不畅", source=NEXT),
    ]
    (found,) = promises_of([entry("a", Stance.PLANNED, text=PROMISE)], later)
    assert found.answer is Answer.ADMITTED
    assert len(found.by) == 2


@pytest.mark.parametrize(
    ("text", "value", "unit", "name"),
    [
        ("全年办理行政复议案件1,058件", 1058, "件", "办理行政复议案件"),
        ("办理行政复议案件共计1.2万件，纠错率8.5%", 12000, "件", "办理行政复议案件"),
        ("办理行政复议案件1.2万件，其中行政机关负责人出庭应诉率达98.5%", 98.5, "%", "行政机关负责人出庭应诉率"),
        ("审查合同1101件", 101, "件", ""),
        ("开展评查", 3, "次", ""),
    ],
)
def test_name_of__figure__is_the_words_in_front_of_it(text, value, unit, name):
    assert name_of(figure(value, unit), text) == name


def test_falls__same_name_and_unit__are_compared_and_only_falls_told():
    earlier = [
        told("行政机关负责人出庭应诉率达98.5%", figure(98.5, "%")),
        told("办理行政复议案件300件", figure(300), ordinal=2),
        told("审查规范性文件80件", figure(80), ordinal=3),
    ]
    later = [
        told("行政机关负责人出庭应诉率为91%", figure(91, "%"), source=NEXT),
        told("办理行政复议案件320件", figure(320), source=NEXT, ordinal=2),
        told("审查规范性文件80件", figure(80), source=NEXT, ordinal=3),
    ]
    (fall,) = falls_of(earlier, later)
    assert (fall.name, fall.before, fall.after) == ("行政机关负责人出庭应诉率", 98.5, 91)


def test_falls__plans_gaps_minor_and_ambiguous_figures__are_left_out():
    earlier = [
        told("审查规范性文件80件", figure(80)),
        told("审查规范性文件60件", figure(60), ordinal=2),
        told("力争办理行政复议案件500件", figure(500), ordinal=3, stance=Stance.PLANNED),
        told("组织执法人员培训班20期", figure(20, "期", minor=True), ordinal=4),
    ]
    later = [
        told("审查规范性文件10件", figure(10), source=NEXT),
        told("力争办理行政复议案件5件", figure(5), source=NEXT, ordinal=3),
        told("组织执法人员培训班2期", figure(2, "期"), source=NEXT, ordinal=4),
    ]
    assert list(falls_of(earlier, later)) == []


def test_compare__drafts__tell_new_gone_reworded_and_relabelled():
    old = [
        entry(text="公开执法信息三千条", ordinal=1),
        entry(text="组织案卷评查两次，抽查五十本", ordinal=2),
        entry(text="设立复议办案中心", ordinal=3),
        entry(text="建立公示平台", ordinal=4),
    ]
    new = [
        entry(text="公开执法信息三千条", ordinal=1),
        entry(text="组织案卷评查两次，抽查六十本", ordinal=2),
        entry(text="建立公示平台", ordinal=3, stance=Stance.PLANNED),
        entry(text="新设法律服务站六个", ordinal=4),
    ]
    found = compare(judged(PLAN, *old), judged(PLAN, *new), old, new)
    assert [one.text for one in found.gone] == ["设立复议办案中心"]
    assert [one.text for one in found.added] == ["新设法律服务站六个"]
    assert [(pair.new.ordinal, pair.reworded, pair.labels) for pair in found.changed] == [
        (2, True, ()),
        (3, False, ("立场 已完成→计划",)),
    ]


def test_compare__a_version_with_itself__differs_in_nothing():
    told_twice = [entry(text="公开执法信息三千条", ordinal=at) for at in (1, 2)]
    one = judged(PLAN, *told_twice)
    found = compare(one, one, told_twice, told_twice)
    assert (found.added, found.gone, found.changed, found.cells) == ((), (), (), ())


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    promised = said(PROMISE, 2, id="2021-002", stance=Stance.PLANNED, tasks=(TaskMatch("b", 0.9),))
    desk.take_in(
        report(said("公开执法信息三千条", id="2021-001"), promised, sha="c", year=2021),
        report(said("组织案卷评查两次", tasks=(TaskMatch("c", 0.9),))),
    )
    return desk


def test_trend__command__tells_years_and_promises(desk):
    assert desk.run("trend") == 0
    assert "2021" in desk.out
    assert "次年未见回音" in desk.out
    assert desk.run("trend", "--format", "json") == 0
    document = json.loads(desk.out)
    assert (document["schema"], document["years"]) == ("checker.trend/1", [2021, 2022])
    assert [(one["entry"], one["answer"]) for one in document["promises"]] == [("2021-002", "silent")]


def test_trend__one_year_only__is_nothing_to_compare(tmp_path):
    desk = Desk(tmp_path)
    desk.take_in(report("公开执法信息三千条"))
    assert desk.run("trend") == 4


def test_diff__two_years__tells_the_cells_that_changed(desk):
    assert desk.run("diff", "2021", "2022", "--format", "json") == 0
    cells = json.loads(desk.out)["cells"]
    assert {"task": "c", "level": "city", "before": "missing", "after": "met"} in cells
    assert desk.run("diff", "2021", "2022") == 0
    assert "复议机构到位" in desk.out


def test_diff__missing_file__is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    screen = Screen(StringIO(), StringIO())
    assert main(["diff", "没有.docx", "2022"], screen) == 2
    assert "没有.docx" in screen.err.getvalue()
