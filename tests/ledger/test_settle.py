"""What a person decided counts; doubt never helps a result and never hides a gap."""

from __future__ import annotations

from datetime import timedelta

import pytest

from checker.ledger.model import FigureFix, Ruling
from checker.ledger.settle import settle
from checker.ledger.store import decide, load_ledger
from checker.model import Because, Extent, Figure, Level, Reach, Stance, TaskMatch
from tests.ledger.values import PLAN, WHEN, draft, ids, ledger, report, said

RESULT = said("公开执法信息三千条")
GAP = said("部分部门公示不及时、不全面", 2, stance=Stance.SHORTFALL)


def decided(folder, now, *drafts):
    assert decide(folder, PLAN, drafts, WHEN) == ()
    return load_ledger(folder, PLAN)


def test_settle__rejected__does_not_count(tmp_path):
    now = ledger(tmp_path, report(RESULT, GAP))
    after = decided(tmp_path, now, draft(now, "2022-001", Ruling.REJECTED))
    settled = settle(after.matters)
    assert ids(settled.entries) == ["2022-002"]
    assert (settled.standing.rejected, settled.standing.undecided) == (1, 1)


def test_settle__confirmed__counts_in_full_but_lifts_no_match_that_was_for_review(tmp_path):
    unsure = said("公开执法信息三千条", tasks=(TaskMatch("a", 0.7), TaskMatch("b", 0.4)))
    now = ledger(tmp_path, report(unsure))
    (entry,) = settle(decided(tmp_path, now, draft(now, "2022-001")).matters).entries
    assert entry.tasks == (TaskMatch("a", 1.0), TaskMatch("b", 0.4))


@pytest.mark.parametrize(
    ("changes", "reaches"),
    [
        ({"to_level": Level.CITY}, (Reach(Level.CITY, Extent.UNSTATED),)),
        ({"to_level": Level.COUNTY}, (Reach(Level.COUNTY, Extent.SOME),)),
        ({"to_level": Level.CITY, "extent": Extent.ALL}, (Reach(Level.CITY, Extent.ALL),)),
        ({"extent": Extent.ALL}, (Reach(Level.COUNTY, Extent.ALL),)),
    ],
)
def test_settle__moved_to_a_level__takes_over_no_extent_of_another(tmp_path, changes, reaches):
    now = ledger(tmp_path, report(said("三个县区公开执法信息", reaches=(Reach(Level.COUNTY, Extent.SOME),))))
    (entry,) = settle(decided(tmp_path, now, draft(now, "2022-001", Ruling.MOVED, **changes)).matters).entries
    assert entry.reaches == reaches


@pytest.mark.parametrize(("changes", "less"), [({"extent": Extent.ALL}, ()), ({}, (Reach(Level.COUNTY, Extent.SOME),))])
def test_settle__extent_decided__holds_for_every_task_of_the_sentence(tmp_path, changes, less):
    tasks = (TaskMatch("a", 0.9, (Reach(Level.COUNTY, Extent.SOME),)),)
    now = ledger(tmp_path, report(said("县区全部公开", reaches=(Reach(Level.COUNTY, Extent.ALL),), tasks=tasks)))
    ruling = Ruling.MOVED if changes else Ruling.CONFIRMED
    (entry,) = settle(decided(tmp_path, now, draft(now, "2022-001", ruling, **changes)).matters).entries
    assert [match.less for match in entry.tasks] == [less]


def test_settle__moved_restanced_and_figure__stand_in_the_place_of_the_proposal(tmp_path):
    figures = (Figure(3000, "条", False, "3000条", 0, 0), Figure(2, "次", False, "2次", 0, 0))
    now = ledger(tmp_path, report(said("公开3000条，评查2次", figures=figures)))
    fix = FigureFix(3200.0, "条", 3000.0)
    what = draft(now, "2022-001", Ruling.FIGURE, to_task="b", stance=Stance.ONGOING, figure=fix)
    (entry,) = settle(decided(tmp_path, now, what).matters).entries
    assert (entry.tasks, entry.stance) == ((TaskMatch("b", 1.0),), Stance.ONGOING)
    assert [(figure.value, figure.unit) for figure in entry.figures] == [(3200, "条"), (2, "次")]


def test_settle__result_that_vanished__does_not_count_until_somebody_decides(tmp_path):
    now = ledger(tmp_path, report(RESULT, GAP), report(GAP, sha="b"))
    settled = settle(now.matters)
    assert ids(settled.entries) == ["2022-002"]
    assert ids_of_suspects(settled) == ["2022-001"]
    after = decided(tmp_path, now, draft(now, "2022-001"))
    assert ids(settle(after.matters).entries) == ["2022-001", "2022-002"]
    assert ids_of_suspects(settle(after.matters)) == []


def ids_of_suspects(settled):
    return [suspect.entry for suspect in settled.standing.suspects]


def test_settle__gap_that_vanished__goes_on_counting_until_somebody_decides(tmp_path):
    now = ledger(tmp_path, report(RESULT, GAP), report(RESULT, sha="b"))
    assert ids(settle(now.matters).entries) == ["2022-001", "2022-002"]
    assert ids_of_suspects(settle(now.matters)) == ["2022-002"]
    after = decided(tmp_path, now, draft(now, "2022-002", Ruling.REJECTED))
    assert ids(settle(after.matters).entries) == ["2022-001"]


def test_settle__gap_reworded_into_a_result__still_counts_as_a_gap(tmp_path):
    softer = said("部分部门公示不及时、不全面的问题已解决", 2)
    now = ledger(tmp_path, report(RESULT, GAP), report(RESULT, softer, sha="b"))
    assert now.matters["2022-002"].mark.by == "2022-d2-002"
    settled = settle(now.matters)
    assert ids(settled.entries) == ["2022-001", "2022-002", "2022-d2-002"]
    assert ids_of_suspects(settled) == ["2022-002"]


def test_settle__undecided_sentence_reworded__is_replaced_and_nobody_is_asked(tmp_path):
    now = ledger(tmp_path, report(RESULT), report("公开执法信息三千五百条", sha="b"))
    settled = settle(now.matters)
    assert ids(settled.entries) == ["2022-d2-001"]
    assert ids_of_suspects(settled) == []


def test_settle__confirmed_sentence_reworded__is_suspect(tmp_path):
    now = ledger(tmp_path, report(RESULT))
    decided(tmp_path, now, draft(now, "2022-001"))
    settled = settle(ledger(tmp_path, report("公开执法信息三千五百条", sha="b")).matters)
    assert ids(settled.entries) == ["2022-d2-001"]
    assert ids_of_suspects(settled) == ["2022-001"]


def test_settle__entry_edited_after_the_decision__is_suspect(tmp_path):
    now = ledger(tmp_path, report(RESULT))
    decided(tmp_path, now, draft(now, "2022-001"))
    path = tmp_path / "2022.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("三千条", "八千条"), encoding="utf-8")
    settled = settle(load_ledger(tmp_path, PLAN).matters)
    assert (ids(settled.entries), ids_of_suspects(settled)) == ([], ["2022-001"])


def test_settle__only_confirmed__leaves_out_unconfirmed_results_and_keeps_gaps(tmp_path):
    plans = said("下一步建设平台", 3, stance=Stance.PLANNED)
    now = ledger(tmp_path, report(RESULT, GAP, plans))
    settled = settle(now.matters, only_confirmed=True)
    assert (ids(settled.entries), settled.unconfirmed) == (["2022-002", "2022-003"], 1)
    after = decided(tmp_path, now, draft(now, "2022-001"))
    assert ids(settle(after.matters, only_confirmed=True).entries) == ["2022-001", "2022-002", "2022-003"]


def test_settle__order_of_people__the_last_word_counts_and_is_told_as_contested(tmp_path):
    now = ledger(tmp_path, report(RESULT))
    decide(tmp_path, PLAN, [draft(now, "2022-001", by="王")], WHEN)
    seen = load_ledger(tmp_path, PLAN)
    decide(tmp_path, PLAN, [draft(seen, "2022-001", Ruling.REJECTED, by="李")], WHEN + timedelta(days=1))
    settled = settle(load_ledger(tmp_path, PLAN).matters)
    assert (settled.entries, settled.standing.contested) == ((), ("2022-001",))


def test_settle__decision__is_among_the_reasons_of_the_entry(tmp_path):
    now = ledger(tmp_path, report(RESULT))
    (entry,) = settle(decided(tmp_path, now, draft(now, "2022-001")).matters).entries
    assert entry.because[-1] == Because("decision", "confirmed", "确认（张，2023-03-01）：已核对")
