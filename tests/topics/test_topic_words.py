"""Folding, patterns and the one-pass finder."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.statements.topics.words import FAR, NEAR, Found, WordFinder, fold, patterns, without_inner


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“双随机、一公开”监管", "双随机、一公开监管"),
        ("互联网十监管", "互联网+监管"),
        ("互联网＋政务服务", "互联网+政务服务"),
        ("盲演十实战", "盲演+实战"),
        ("网上十条措施", "网上十条措施"),
        ("乡镇（街道）　执法 APP", "乡镇(街道)执法app"),
        ("**三是**规范", "三是规范"),
        ("９８．５％", "98.5%"),
    ],
)
def test_fold__quotes_spaces_and_plus_signs__are_evened_out(text, folded):
    assert fold(text).replace("．", ".") == folded


def test_patterns__slashes__give_every_combination():
    assert [p.text for p in patterns("规章/条例…修改/废止")] == ["规章…修改", "规章…废止", "条例…修改", "条例…废止"]


@pytest.mark.parametrize(
    ("pattern", "text", "stands"),
    [
        ("文件…审核", "文件全部经过审核", True),
        ("文件…审核", "审核文件", False),
        ("文件…审核", "文件" + "无" * NEAR + "审核", True),
        ("文件…审核", "文件" + "无" * (NEAR + 1) + "审核", False),
        ("文件……审核", "文件" + "无" * FAR + "审核", True),
        ("文件……审核", "文件" + "无" * (FAR + 1) + "审核", False),
        ("文件…审核", "文件" + "无" * 30 + "文件审核", True),
        ("文件…件", "文件12件", True),
        ("文件…件", "文件", False),
    ],
)
def test_pattern__parts_in_order_and_near__stand(pattern, text, stands):
    (read,) = patterns(pattern)
    assert (read.first(WordFinder(read.parts).find(text)) is not None) is stands


def _places(found: Found) -> dict[str, list[int]]:
    return {word: found.starts(word) for word in found.words}


@given(st.text("甲乙丙", max_size=30), st.sets(st.text("甲乙丙", min_size=1, max_size=4), min_size=1, max_size=8))
def test_finder__any_text__finds_what_a_search_at_every_place_finds(text, words):
    expected = {
        word: places for word in words if (places := [at for at in range(len(text)) if text.startswith(word, at)])
    }
    assert _places(WordFinder(words).find(text)) == expected


def test_without_inner__a_word_inside_a_longer_one__goes_and_one_beside_it_stays():
    found = WordFinder(["示范村", "民主法治示范村"]).find("民主法治示范村和示范村")
    outside = without_inner(found, frozenset(["民主法治示范村"]))
    assert _places(outside) == {"民主法治示范村": [0], "示范村": [8]}
    assert _places(found)["示范村"] == [4, 8]


def test_finder__a_line_of_a_million_characters__takes_linear_time():
    words = ["复议", "行政复议", "复议机关"]
    (pattern,) = patterns("行政复议……复议机关……决定书")
    start = time.process_time()
    found = WordFinder([*words, *pattern.parts]).find("行政复议" * 250_000)
    assert pattern.first(found) is None
    assert time.process_time() - start < 10
