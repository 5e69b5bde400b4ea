"""The stance of a statement: invented sentences, and what holds for every text."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.lexicon import load_lexicon
from checker.model import Level, Part, Sentence, Stance
from checker.paths import shipped
from checker.statements.stance.clauses import clauses
from checker.statements.stance.cues import Screen
from checker.statements.stance.gaps import Gaps
from checker.statements.stance.label import StanceLabel, Stances
from checker.statements.stance.signs import Signs
from tests.statements import stance_cases as cases

LEVELS = {
    cases.CITY: Level.CITY,
    cases.COUNTY: Level.COUNTY,
    cases.DISTRICT: Level.COUNTY,
    cases.BANNER: Level.COUNTY,
    cases.TOWN: Level.TOWNSHIP,
    cases.STREET: Level.TOWNSHIP,
    cases.BUREAU: Level.DEPARTMENT,
    cases.TOWN_CITY: Level.COUNTY,
    cases.PROVINCE: Level.PROVINCE,
}
LEXICON = load_lexicon(shipped("lexicon.toml"))
SCREEN = Screen()
STANCES, GAPS, SIGNS = Stances(LEXICON), Gaps(LEXICON, SCREEN), Signs(LEXICON, SCREEN)
EVERY_CUE = frozenset(cue for cues in SCREEN._of_word.values() for cue in cues)


def sentence(quote: str, part: Part, head: str = "") -> Sentence:
    chapter = "存在的问题" if part is Part.SHORTFALLS else "主要成效"
    return Sentence(quote, head, "一(一)", (chapter, "依法行政"), part, 1, 1, None, opens_paragraph=False)


def judged(quote: str, part: Part, government: str = cases.CITY, head: str = "") -> StanceLabel:
    level = LEVELS[government]
    return STANCES.label([sentence(quote, part, head)], 2023, level, government)[0]


def check(part: Part, row: tuple[str, str, str]) -> None:
    government, quote, stance = row
    label = judged(quote, part, government)
    assert str(label.stance) == stance, f"{label.rule} {label.detail}"


@pytest.mark.parametrize("row", cases.RESULTS, ids=lambda row: row[1][:14])
def test_results__invented_sentence__stance_a_reader_gives(row: tuple[str, str, str]) -> None:
    check(Part.RESULTS, row)


@pytest.mark.parametrize("row", cases.PLAN, ids=lambda row: row[1][:14])
def test_plan__invented_sentence__stance_a_reader_gives(row: tuple[str, str, str]) -> None:
    check(Part.PLAN, row)


@pytest.mark.parametrize("row", cases.SHORTFALLS, ids=lambda row: row[1][:14])
def test_shortfalls__invented_sentence__stance_a_reader_gives(row: tuple[str, str, str]) -> None:
    check(Part.SHORTFALLS, row)


@pytest.mark.parametrize("row", cases.OPENING, ids=lambda row: row[1][:14])
def test_opening__invented_sentence__stance_a_reader_gives(row: tuple[str, str, str]) -> None:
    check(Part.OPENING, row)


def more_sentences() -> list[tuple[str, str, str, str]]:
    """Rows of stance_sentences.txt: government, part, stance, sentence."""
    lines = (Path(__file__).parent / "stance_sentences.txt").read_text("utf-8").splitlines()
    rows = [tuple(map(str.strip, line.split("|", 3))) for line in lines if line and not line.startswith("#")]
    assert len(rows) > 100
    return [(row[0], row[1], row[2], row[3]) for row in rows]


@pytest.mark.parametrize(("government", "part", "stance", "quote"), more_sentences())
def test_more_sentences__stance_a_reader_gives(government: str, part: str, stance: str, quote: str) -> None:
    """Work in progress among the results may be called either achieved or ongoing."""
    label = judged(quote, Part(part), government)
    under_way = {"achieved", "ongoing"}
    allowed = under_way if stance in under_way else {stance}
    assert str(label.stance) in allowed, f"{label.rule} {label.detail}"


def classes() -> list[tuple[str, str, str]]:
    """Rows of stance_classes.txt: government, stances, sentence."""
    lines = (Path(__file__).parent / "stance_classes.txt").read_text("utf-8").splitlines()
    rows = [tuple(map(str.strip, line.split("|", 2))) for line in lines if line and not line.startswith("#")]
    return [(row[0], row[1], row[2]) for row in rows]


@pytest.mark.parametrize(("government", "stances", "quote"), classes())
def test_result_that_is_only_spoken_of__no_result_and_its_like_one(government: str, stances: str, quote: str) -> None:
    """`unsure`: a deed, but what it names is not known to have come of it."""
    label = judged(quote, Part.RESULTS, government)
    told = "unsure" if label.stance is Stance.ACHIEVED and label.rule == "S62" else str(label.stance)
    assert told in stances.split(","), f"{label.rule} {label.detail}"


CLAUSES = sorted({part for *_, quote in more_sentences() for part in clauses(quote, "", SCREEN).parts})


@given(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=6))
def test_one_look_at_all_clauses__any_clauses_side_by_side__misses_no_gap_plan_or_turn(parts: list[str]) -> None:
    cut = clauses("，".join(parts) + "。", "", SCREEN)
    if any(GAPS.gap(part, EVERY_CUE, before) for before, part in zip(("", *cut.parts), cut.parts, strict=False)):
        assert GAPS.may_stand_in(cut)
    assert SIGNS.may_plan(cut) or not any(SIGNS.future(part, EVERY_CUE) for part in cut.parts)
    assert SIGNS.turns(cut) or not any(SIGNS.turn(part, EVERY_CUE) for part in cut.parts)


WORDS = sorted({word for cue in EVERY_CUE for word in cue.words})


@given(st.lists(st.sampled_from(CLAUSES) | st.sampled_from(WORDS), max_size=8))
def test_screen__any_text__every_cue_that_is_found_was_possible(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert SCREEN.possible(text) >= {cue for cue in EVERY_CUE if cue.pattern.search(text)}


def test_label__words_of_a_gap_inside_a_title__no_gap() -> None:
    """What a document is called says nothing about what was done."""
    label = judged("印发《关于解决尚未公布裁量基准问题的通知》。", Part.RESULTS)
    assert label.rule == "S60"


@given(
    st.text(alphabet="一二将未但不，。；：“”《》（）尚有待存在问题建成123年、的了", max_size=60), st.sampled_from(Part)
)
@settings(max_examples=300, deadline=None)
def test_label__any_text__one_label_with_a_known_rule(text: str, part: Part) -> None:
    label = judged(text, part)
    assert re.fullmatch(r"S\d\d", label.rule)


UNITS = (
    "将",
    "未",
    "“",
    "（",
    "存在",
    "全国",
    "1",
    "1,",
    "，",
    "待",
    "预计",
    "以下",
    "据",
    "拟",
    "到“",
    "重轻",
    "不足1",
    "仅1",
)


@pytest.mark.parametrize(
    "unit",
    [
        *UNITS,
        "没有",
        "进入",
        "问题",
        "有1",
        "早在",
        "20",
        "以思想为",
        "据统计，",
        "□”的",
        "已",
        "2024年",
        "1个市中第",
        "转至",
        "应1件，",
        "从由改为",
        "拟对开展",
        "仅有1家",
        "方案已报",
        "初稿，报审定",
        "初稿",
        "没有一家不",
        "应配1台",
        "尚待批",
        "凡裁量全部",
        "要求裁量全部",
        "研究裁量全部的",
        "目标：",
        "推广邻市",
        "正在修订，",
    ],
)
def test_label__a_long_run_of_one_word__linear_time(unit: str) -> None:
    """Hostile text must not make a pattern run for more than its length."""
    text = unit * (100_000 // len(unit))
    begun = time.process_time()
    for part in (Part.RESULTS, Part.PLAN):
        judged(text, part)
    assert time.process_time() - begun < 1
