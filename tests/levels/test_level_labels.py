"""What a level label carries beside the levels: offsets, rules, and the sense that goes on to the next sentence."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.lexicon import load_lexicon
from checker.model import Level, Part, Sentence
from checker.statements.levels.label import Levels
from checker.statements.viewpoint import LEVELS, viewpoint

ROOT = Path(__file__).resolve().parents[2]
LABELLER = Levels(load_lexicon(ROOT / "plan" / "lexicon.toml"))


def sentence(quote: str, *, continues: bool = False, opens: bool = False) -> Sentence:
    return Sentence(quote, "", "一", ("一、成效",), Part.RESULTS, 1, 1, None, opens, continues)


def levels_of(*sentences: Sentence, own: Level = Level.CITY, government: str = "甲市") -> list[tuple[Level, ...]]:
    return [label.levels for label in LABELLER.label(sentences, own, government)]


def test_label__named_units__spans_with_offsets_and_rules() -> None:
    (label,) = LABELLER.label([sentence("市级部门与午县同步公开。")], Level.CITY, "甲市")
    assert [(span.word, span.start, span.rule) for span in label.spans] == [
        ("市", 0, "level.own"),
        ("县", 6, "level.below"),
    ]
    assert [because.detail for because in label.because] == ["市→市", "县→县区"]
    assert label.sure


def test_label__nothing_named__no_level_and_no_reason() -> None:
    (label,) = LABELLER.label([sentence("全市执法水平稳步提升。")], Level.CITY, "甲市")
    assert (label.levels, label.spans, label.because) == ((), (), ())


def test_carried__grassroots_in_the_next_gap_of_the_sentence__township() -> None:
    first = sentence("乡镇（街道）依法行政能力有待加强，")
    assert levels_of(first, sentence("基层执法装备不足，", continues=True))[1] == (Level.TOWNSHIP,)


def test_carried__gap_with_another_subject__no_level() -> None:
    first = sentence("乡镇（街道）依法行政能力有待加强，")
    assert levels_of(first, sentence("执法质量不高，", continues=True))[1] == ()


def test_carried__few_counted_behind_their_level__level_goes_on() -> None:
    first = sentence("有执法权的乡镇（街道）中近四成没有记录仪，")
    assert levels_of(first, sentence("法制审核无人把关，", continues=True))[1] == (Level.TOWNSHIP,)


def test_carried__grassroots_in_a_sentence_of_its_own__no_level() -> None:
    assert levels_of(sentence("乡镇队伍全部组建。"), sentence("基层执法装备不足。"))[1] == ()


def test_carried__remaining_units__level_of_the_sentence_before() -> None:
    first = sentence("4个县区已经公布基准。")
    assert levels_of(first, sentence("其余3个尚在征求意见。"))[1] == (Level.COUNTY,)
    assert levels_of(first, sentence("其余3个尚在征求意见。", opens=True))[1] == ()


def test_carried__as_many_levels_as_named_before__both_and_not_sure() -> None:
    labels = LABELLER.label(
        [sentence("市、县两级复议机构全部挂牌。"), sentence("两级共配备人员62名。")], Level.CITY, "甲市"
    )
    assert labels[1].levels == (Level.CITY, Level.COUNTY)
    assert not labels[1].sure


def test_town_cities__listed_beside_counties_once__county_everywhere() -> None:
    """A county-level city is known by its company, not by a dictionary."""
    found = levels_of(sentence("午县、卯川市完成公开。"), sentence("卯川市复议场所尚未落实。"))
    assert found[1] == (Level.COUNTY,)
    assert levels_of(sentence("卯川市复议场所尚未落实。")) == [()]


@pytest.mark.parametrize(
    ("own", "government", "expected"),
    [
        (Level.DEPARTMENT, "甲市司法局", Level.CITY),
        (Level.DEPARTMENT, "青陵县水务局", Level.COUNTY),
        (Level.DEPARTMENT, "丁省民政厅", Level.PROVINCE),
        (Level.DEPARTMENT, "北京市民政局", Level.PROVINCE),
        (Level.DEPARTMENT, "", Level.CITY),
        (Level.TOWNSHIP, "青陵县柳沟镇", Level.TOWNSHIP),
    ],
)
def test_viewpoint__government__level_from_which_it_looks(own: Level, government: str, expected: Level) -> None:
    assert viewpoint(own, government).own is expected


words = st.sampled_from("市县区乡镇村省旗州社区街道两三级各、（）“”《》和的全示范法治政府7个，。直属")


@given(st.lists(st.text(words, max_size=40), max_size=4), st.sampled_from([*LEVELS, Level.DEPARTMENT]))
@settings(max_examples=150, deadline=None)
def test_labels__any_text__ordered_levels_from_spans_within_it(texts: list[str], own: Level) -> None:
    labels = LABELLER.label([sentence(text) for text in texts], own, "甲市")
    assert len(labels) == len(texts)
    for text, label in zip(texts, labels, strict=True):
        assert list(label.levels) == sorted(label.levels, key=LEVELS.index)
        assert {span.level for span in label.spans} == set(label.levels)
        assert all(0 <= span.start < span.end <= len(text) for span in label.spans)


@pytest.mark.parametrize(
    "run", ["县", "市、县", "《", "“", "区（", "其余3个", "市政府及", "与县直", "石盘乡晾甲村", "示范区"]
)
def test_labels__long_runs__time_grows_with_length(run: str) -> None:
    def seconds(times: int) -> float:
        text = run * times
        start = time.process_time()
        LABELLER.label([sentence(text)], Level.CITY, "甲市")
        return time.process_time() - start

    short = max(min(seconds(2000) for _ in range(3)), 2e-3)
    assert min(seconds(16000) for _ in range(3)) < short * 8 * 4


@pytest.mark.parametrize(
    ("first", "second", "carried"),
    [
        ("部分乡镇（街道）三项制度落实不到位，", "执法音像记录设备配备不足。", (Level.TOWNSHIP,)),
        ("主要是一些县区裁量基准更新不及时，", "执行尺度不统一。", (Level.COUNTY,)),
        ("少数街道法制审核力量薄弱，", "执法公示不及时。", (Level.TOWNSHIP,)),
        # a subject or a theme of its own, or no subject to carry on
        ("部分乡镇（街道）三项制度落实不到位，", "市级部门协同不够。", (Level.CITY,)),
        ("部分乡镇（街道）三项制度落实不到位，", "个别单位应诉不积极。", ()),
        ("部分县区裁量基准更新不及时，", "法治宣传形式单一。", ()),
        ("少数县区裁量基准更新不及时，", "下一步加以完善。", ()),
        ("对乡镇的指导不够，", "执法质量不高。", ()),
    ],
)
def test_labels__gap_after_a_gap_of_the_few__their_level(first: str, second: str, carried: tuple[Level, ...]) -> None:
    assert levels_of(sentence(first), sentence(second, continues=True))[1] == carried


def test_labels__third_gap_of_a_sentence__still_the_level_of_the_first() -> None:
    pieces = [sentence("部分乡镇执法公示不及时，"), sentence("设备不足，", continues=True)]
    assert levels_of(*pieces, sentence("记录不规范。", continues=True))[2] == (Level.TOWNSHIP,)
