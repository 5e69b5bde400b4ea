"""Decisions are appended, sealed one to the next, and refused whole where one of them is wrong."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.ledger.decisions import FILE
from checker.ledger.model import Attachment, FigureFix, Ruling
from checker.ledger.store import decide, load_ledger
from checker.model import Extent, Level, Stance
from tests.ledger.values import PLAN, WHEN, codes_of, draft, files, ledger, report

THREE = report("公开执法信息三千条", "组织案卷评查两次", "设立复议办案中心")


@pytest.fixture
def now(tmp_path):
    return ledger(tmp_path, THREE)


def refused(folder):
    with pytest.raises(InputError) as caught:
        load_ledger(folder, PLAN)
    return [(problem.line, problem.code) for problem in caught.value.problems]


def test_decide__all_fields__are_read_back(tmp_path, now):
    paper = Attachment("材料/公示 目录.xlsx", "0" * 64, "乙政发〔2022〕3号", "https://example.org/a")
    what = draft(
        now,
        "2022-001",
        Ruling.MOVED,
        to_task="a",
        to_level=Level.COUNTY,
        extent=Extent.ALL,
        stance=Stance.ONGOING,
        figure=FigureFix(3200.0, "条", 3000.0),
        attachment=paper,
        why="以公示平台\n导出表为准",
    )
    assert decide(tmp_path, PLAN, [what], WHEN) == ()
    (decision,) = load_ledger(tmp_path, PLAN).decisions
    assert (decision.what, decision.at) == (what, WHEN)


def test_decide__later_decision__leaves_the_earlier_bytes_alone(tmp_path, now):
    decide(tmp_path, PLAN, [draft(now, "2022-001")], WHEN)
    before = (tmp_path / FILE).read_bytes()
    decide(tmp_path, PLAN, [draft(now, "2022-002", Ruling.REJECTED)], WHEN + timedelta(hours=1))
    assert (tmp_path / FILE).read_bytes().startswith(before)
    assert files(tmp_path)["2022.toml"]


@pytest.mark.parametrize("spoil", ['why = "已核对"|why = "未核对"', 'by = "张"|by = "李"', "confirmed|rejected"])
def test_load__changed_decision__is_named_with_its_line(tmp_path, now, spoil):
    decide(tmp_path, PLAN, [draft(now, "2022-001"), draft(now, "2022-002")], WHEN)
    path = tmp_path / FILE
    old, new = spoil.split("|")
    head, last = path.read_text(encoding="utf-8").rsplit("[[decision]]", 1)
    path.write_text(f"{head}[[decision]]{last.replace(old, new)}", encoding="utf-8")
    line = head.count("\n") + 1
    assert refused(tmp_path) == [(line, "D006")]


def test_load__decision_taken_out__breaks_the_chain_at_the_next(tmp_path, now):
    decide(tmp_path, PLAN, [draft(now, "2022-001"), draft(now, "2022-002")], WHEN)
    path = tmp_path / FILE
    head, _, last = path.read_text(encoding="utf-8").split("[[decision]]")
    path.write_text(f"{head}[[decision]]{last}", encoding="utf-8")
    assert refused(tmp_path) == [(head.count("\n") + 1, "D006")]


def test_load__windows_line_ends_and_bom__do_not_matter(tmp_path, now):
    decide(tmp_path, PLAN, [draft(now, "2022-001", why="第一行\n第二行")], WHEN)
    path = tmp_path / FILE
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    decide(tmp_path, PLAN, [draft(now, "2022-002")], WHEN)
    assert len(load_ledger(tmp_path, PLAN).decisions) == 2
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"entry": "2022-999"}, "D002"),
        ({"ruling": Ruling.MOVED, "to_task": "z"}, "D003"),
        ({"ruling": Ruling.MOVED, "to_task": "b", "to_level": Level.COUNTY}, "D004"),
        ({"ruling": Ruling.MOVED}, "D005"),
        ({"ruling": Ruling.RESTANCED}, "D005"),
        ({"ruling": Ruling.FIGURE}, "D005"),
        ({"stance": Stance.ACHIEVED}, "D005"),
        ({"ruling": Ruling.REJECTED, "why": " "}, "D005"),
        ({"by": " "}, "D005"),
        ({"attachment": Attachment(path="C:/a.pdf", sha256="0" * 64)}, "D007"),
        ({"attachment": Attachment(path="a\\b.pdf", sha256="0" * 64)}, "D007"),
        ({"attachment": Attachment(path="/a.pdf", sha256="0" * 64)}, "D007"),
        ({"attachment": Attachment(path="a.pdf")}, "D007"),
    ],
)
def test_decide__wrong_decision_among_right_ones__takes_nothing(tmp_path, now, changes, code):
    before = files(tmp_path)
    wrong = replace(draft(now, "2022-001"), **changes)
    with pytest.raises(InputError) as caught:
        decide(tmp_path, PLAN, [draft(now, "2022-002"), wrong], WHEN)
    assert {problem.code for problem in caught.value.problems} == {code}
    assert files(tmp_path) == before


WRONG = """\
schema = "checker.decisions/1"
[[decision]]
entry = "x"
verdict = "maybe"
by = "张"
at = 2023-03-01T09:30:00
digest = "d"
seal = "s"
[[decision]]
entry = "2022-001"
verdict = "moved"
to_task = "zz"
why = "w"
by = "张"
at = 2023-03-01
sea = 1
"""


def test_load__mistakes_of_all_decisions__come_in_one_run_with_lines(tmp_path, now):
    (tmp_path / FILE).write_text(WRONG, encoding="utf-8")
    found = refused(tmp_path)
    assert {(3, "D002"), (4, "D104"), (6, "D104"), (12, "D003"), (15, "D102"), (16, "D103"), (9, "D101")} <= set(found)


def test_decide__two_people_one_entry__is_a_conflict_and_takes_nothing(tmp_path, now):
    mine, theirs = draft(now, "2022-001", by="李"), draft(now, "2022-001", Ruling.REJECTED, by="王")
    decide(tmp_path, PLAN, [theirs], WHEN)
    before = files(tmp_path)
    (conflict,) = decide(tmp_path, PLAN, [draft(now, "2022-002", by="李"), mine], WHEN)
    assert (conflict.what, conflict.against.what.by) == (mine, "王")
    assert files(tmp_path) == before
    assert decide(tmp_path, PLAN, [mine], WHEN, overrule={"2022-001"}) == ()
    assert load_ledger(tmp_path, PLAN).matters["2022-001"].contested


def test_decide__one_who_saw_the_other_decision__may_decide_otherwise(tmp_path, now):
    decide(tmp_path, PLAN, [draft(now, "2022-001", by="王")], WHEN)
    seen = load_ledger(tmp_path, PLAN)
    assert decide(tmp_path, PLAN, [draft(seen, "2022-001", Ruling.REJECTED, by="李")], WHEN) == ()


def test_decide__entry_changed_since_it_was_seen__is_a_conflict(tmp_path, now):
    stale = draft(now, "2022-002")
    ledger(tmp_path, report("公开执法信息三千条", "设立复议办案中心", sha="b"))
    (conflict,) = decide(tmp_path, PLAN, [stale], WHEN)
    assert "变了" in conflict.why


def test_withdrawn__gives_the_word_back_to_the_decision_before(tmp_path, now):
    decide(tmp_path, PLAN, [draft(now, "2022-001", Ruling.REJECTED)], WHEN)
    decide(tmp_path, PLAN, [draft(load_ledger(tmp_path, PLAN), "2022-001")], WHEN)
    decide(tmp_path, PLAN, [draft(load_ledger(tmp_path, PLAN), "2022-001", Ruling.WITHDRAWN)], WHEN)
    matter = load_ledger(tmp_path, PLAN).matters["2022-001"]
    assert matter.decision.what.ruling is Ruling.REJECTED
    assert len(load_ledger(tmp_path, PLAN).decisions) == 3


ANY = st.text(max_size=20)


@given(ANY, ANY, ANY, ANY)
def test_decide__any_words__are_refused_or_read_back(tmp_path_factory, by, why, number, unit):
    folder = tmp_path_factory.mktemp("evidence")
    now = ledger(folder, THREE)
    fix = FigureFix(3.5, unit)
    what = draft(now, "2022-001", Ruling.FIGURE, by, why=why, figure=fix, attachment=Attachment(number=number))
    codes = codes_of(lambda: decide(folder, PLAN, [what], WHEN))
    assert codes in (set(), {"D005"})
    assert len(load_ledger(folder, PLAN).decisions) == (not codes)
    shutil.rmtree(folder)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e19])
def test_decide__figure_that_is_no_number__is_refused(tmp_path, now, value):
    with pytest.raises(InputError):
        decide(tmp_path, PLAN, [draft(now, "2022-001", Ruling.FIGURE, figure=FigureFix(value, "件"))], WHEN)
    assert not (tmp_path / FILE).exists()
