"""A reason shows the words that decided, with the place by which the sentence is found."""

from __future__ import annotations

import pytest

from checker.judge.reasons import QUOTED, quoted, quotes, shortened
from checker.model import Because
from tests.builders import entry

LONG = "甲" * 60 + "各县区均已建立台账" + "乙" * 60


def test_quoted__words_that_decided_far_behind__stand_in_what_is_shown():
    extent = Because("extent", "extent.all", "县区：均已→全部")
    shown = quoted(entry(text=LONG, because=(Because("stance", "S60", "建立"), extent)))
    assert "各县区均已建立台账" in shown
    assert shown.endswith("（2022-001，一(四) 第11行，据“均已”）")


def test_quoted__only_the_stance_was_told__names_its_words():
    shown = quoted(entry(text="建立台账。", because=(Because("stance", "S60", "建立"), Because("tasks", "M1", "台账"))))
    assert shown == "“建立台账。”（2022-001，一(四) 第11行，据“建立”）"


def test_quoted__own_words_of_a_keeper__claim_no_words_of_the_report():
    shown = quoted(entry(text="台账已有。", because=(Because("stance", "S60", "均已建立"),)))
    assert shown == "“台账已有。”（2022-001，一(四) 第11行）"


@pytest.mark.parametrize("at", [0, 20, QUOTED - 1, QUOTED, 60, 90, len(LONG) - 1])
def test_shortened__any_place__is_shown_and_cuts_are_marked(at):
    shown = shortened(LONG[:at] + "●" + LONG[at + 1 :], at)
    assert "●" in shown
    assert len(shown.strip("…")) == QUOTED
    assert shown.startswith("…") or LONG.startswith(shown[:10].replace("●", "甲"))


def test_quotes__the_same_entry_twice__is_told_once():
    class Speaker:
        entry = entry(text="建立台账。")

    assert quotes([Speaker(), Speaker()]) == "“建立台账。”（2022-001，一(四) 第11行）"
