"""A report is taken in once; newer drafts add and mark, and touch nothing that lies there."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.evidence import Change, load_evidence
from checker.ledger.ingest import ingestion, safe_name
from checker.ledger.store import decide, ingest_report, load_ledger
from checker.model import Stance, TaskMatch
from tests.ledger.values import PLAN, WHEN, codes_of, draft, files, ids, ledger, report, said

FIRST = "全市建立执法公示制度，公开执法信息三千条"
SECOND = "市司法局组织案卷评查两次，抽查案卷五十本"


def test_ingest__new_report__is_a_file_of_its_year(tmp_path):
    now = ledger(tmp_path, report(FIRST, SECOND))
    assert sorted(files(tmp_path)) == ["2022.toml"]
    assert [(entry.id, entry.text, entry.line) for entry in now.evidence.entries] == [
        ("2022-001", FIRST, 11),
        ("2022-002", SECOND, 12),
    ]
    assert now.evidence.entries[0].tasks == (TaskMatch("a", 0.9),)


def test_ingest__same_report_again__changes_no_byte(tmp_path):
    ledger(tmp_path, report(FIRST, SECOND))
    before = files(tmp_path)
    assert ingest_report(tmp_path, PLAN, report(FIRST, SECOND)).text == ""
    assert files(tmp_path) == before


def test_ingest__newer_draft__marks_what_vanished_and_what_was_reworded(tmp_path):
    before = files_of_first_draft(tmp_path)
    newer = report("全市建立执法公示制度，公开执法信息三千二百条", "新设公共法律服务站六个", sha="b")
    found = ingest_report(tmp_path, PLAN, newer)
    after = files(tmp_path)
    assert after["2022.toml"] == before["2022.toml"]
    assert sorted(after) == ["2022-稿02.toml", "2022.toml"]
    assert ids(found.fresh) == ["2022-d2-001", "2022-d2-002"]
    assert [(mark.entry, mark.change, mark.by) for mark in found.marks] == [
        ("2022-001", Change.CHANGED, "2022-d2-001"),
        ("2022-002", Change.VANISHED, ""),
    ]
    suspects = load_ledger(tmp_path, PLAN).matters
    assert suspects["2022-002"].suspect == "新稿里已没有这句话"
    assert "2022-d2-001" in suspects["2022-001"].suspect


def files_of_first_draft(folder):
    ledger(folder, report(FIRST, SECOND))
    return files(folder)


def test_ingest__sentence_returns_in_a_third_draft__is_no_longer_suspect(tmp_path):
    now = ledger(tmp_path, report(FIRST, SECOND), report(FIRST, sha="b"), report(FIRST, SECOND, sha="c"))
    assert [mark.change for mark in now.evidence.marks] == [Change.VANISHED, Change.RETURNED]
    assert now.matters["2022-002"].suspect == ""


def test_ingest__draft_that_changes_nothing__is_known_all_the_same(tmp_path):
    now = ledger(tmp_path, report(FIRST), report(FIRST, sha="b"))
    assert [source.sha256[0] for source in now.evidence.sources] == ["b", "a"]
    assert ids(now.evidence.entries) == ["2022-001"]


def test_ingest__same_words_moved_from_results_to_plans__are_a_change(tmp_path):
    moved = said(FIRST, stance=Stance.PLANNED, chapter="三")
    now = ledger(tmp_path, report(FIRST), report(moved, sha="b"))
    assert now.matters["2022-001"].mark.change is Change.CHANGED
    assert [entry.stance for entry in now.evidence.entries] == [Stance.ACHIEVED, Stance.PLANNED]


def test_ingest__program_labels_a_decided_sentence_otherwise__the_decision_stands(tmp_path):
    now = ledger(tmp_path, report(FIRST, SECOND))
    decide(tmp_path, PLAN, [draft(now, "2022-001")], WHEN)
    again = report(said(FIRST, tasks=(TaskMatch("b", 0.9),)), said(SECOND, 2, tasks=(TaskMatch("b", 0.9),)))
    found = ingest_report(tmp_path, PLAN, again)
    assert [mark.entry for mark in found.marks] == ["2022-002"]
    assert load_ledger(tmp_path, PLAN).matters["2022-001"].decided


def test_ingest__hand_kept_summaries_of_the_same_report__stand_for_the_sentences_of_their_line(tmp_path):
    line = [said(text, at, line=11) for at, text in enumerate((FIRST, SECOND), 1)]
    ledger(tmp_path, report(*line))
    path = tmp_path / "2022.toml"
    text = path.read_text(encoding="utf-8")
    for quote, summary in ((FIRST, "公示已建"), (SECOND, "有评查")):
        text = text.replace(f'quote = "{quote}"', f'summary = "{summary}"')
    path.write_text(text.replace("ordinal = 2", "ordinal = 7"), encoding="utf-8")
    cut_otherwise = report(*line, said("新设公共法律服务站六个", 3))
    found = ingest_report(tmp_path, PLAN, cut_otherwise)
    assert (ids(found.fresh), found.marks, found.kept) == (["2022-d2-003"], (), 2)
    assert ingest_report(tmp_path, PLAN, cut_otherwise).text == ""


def test_ingest__same_report_cut_otherwise_by_the_program__leaves_nobody_suspect(tmp_path):
    ledger(tmp_path, report(FIRST, SECOND))
    found = ingest_report(tmp_path, PLAN, report(said(FIRST), said(f"{SECOND}，合格四十九本", 2)))
    assert (found.fresh, found.marks) == ((), ())


def test_ingest__several_governments_and_years__live_side_by_side(tmp_path):
    now = ledger(
        tmp_path,
        report(FIRST),
        report(SECOND, sha="b", government="丙县"),
        report("另一年的制度", sha="c", year=2021),
    )
    assert sorted(files(tmp_path)) == ["2021.toml", "2022-丙县.toml", "2022.toml"]
    assert len({entry.id for entry in now.evidence.entries}) == 3


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("乙市 / 高新区", "乙市_高新区"),
        ("a:b*c?", "a_b_c"),
        ("CON.", "CON"),
        ("...", "未名"),
        ("甲" * 60, "甲" * 40 + "-"),
    ],
)
def test_safe_name__signs_that_windows_refuses__are_replaced(name, safe):
    assert safe_name(name).startswith(safe)
    assert not set('<>:"/\\|?* .') & set(safe_name(name))


@pytest.mark.parametrize("opening", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_ingest__file_with_bom_and_windows_line_ends__keeps_both(tmp_path, opening, end):
    ledger(tmp_path, report(FIRST))
    path = tmp_path / "2022.toml"
    path.write_bytes((opening + path.read_text(encoding="utf-8")).replace("\n", end).encode())
    ingest_report(tmp_path, PLAN, report(FIRST, SECOND))
    raw = path.read_bytes()
    assert raw.startswith(opening.encode())
    assert raw.count(b"\n") == raw.count(end.encode())
    assert len(load_evidence(tmp_path, PLAN).entries) == 2


def test_ingest__path_with_chinese_and_blanks__works(tmp_path):
    folder = tmp_path / "佐证 材料（2022）"
    assert ids(ledger(folder, report(FIRST)).evidence.entries) == ["2022-001"]


def test_ingest__broken_ledger__is_refused_and_left_alone(tmp_path):
    ledger(tmp_path, report(FIRST))
    (tmp_path / "2022.toml").write_text("schema =", encoding="utf-8")
    before = files(tmp_path)
    with pytest.raises(InputError) as caught:
        ingest_report(tmp_path, PLAN, report(FIRST, SECOND))
    assert caught.value.problems[0].line == 1
    assert files(tmp_path) == before


QUOTES = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30).filter(
    lambda text: any(not char.isspace() and char.isprintable() for char in text)
)


@given(st.lists(QUOTES, min_size=1, max_size=6), st.lists(QUOTES, max_size=6))
def test_ingest__any_text__is_read_back_and_a_second_time_adds_nothing(tmp_path_factory, first, second):
    folder = tmp_path_factory.mktemp("evidence")
    ledger(folder, report(*first), report(*second, sha="b"))
    before = files(folder)
    for told in (report(*first), report(*second, sha="b")):
        now = load_ledger(folder, PLAN)
        fresh = ingestion(told, now.evidence, now.decided).fresh
        assert {entry.text for entry in fresh} <= set(first) - set(second), "only what the newer draft dropped"
    assert files(folder) == before
    shutil.rmtree(folder)


def test_ingest__order_of_statements_with_equal_words__is_kept(tmp_path):
    twice = report(FIRST, FIRST, FIRST)
    now = ledger(tmp_path, twice, replace(twice, sha256="b" * 64))
    assert ids(now.evidence.entries) == ["2022-001", "2022-002", "2022-003"]
    assert now.evidence.marks == ()


NAMES = st.text(max_size=20)


@given(NAMES, NAMES, NAMES, NAMES)
def test_ingest__any_name_title_government_and_chapter__leave_files_that_load(
    tmp_path_factory, name, title, government, chapter
):
    folder = tmp_path_factory.mktemp("evidence")
    told = replace(report(said(FIRST, chapter=chapter)), name=name, title=title, government=government)
    codes = codes_of(lambda: ingest_report(folder, PLAN, told))
    assert codes in (set(), {"N001"})
    assert len(ledger(folder).evidence.entries) == (not codes)
    if not codes:
        assert ingest_report(folder, PLAN, told).text == ""
    shutil.rmtree(folder)
