"""A result at one level and a gap at another in one sentence: every sentence is invented."""

from __future__ import annotations

import pytest

from checker.model import Level, Part, Sentence
from checker.statements.levels.of_gap import of_gap
from tests.levels.test_extent import LEVELS

CITY, COUNTY, TOWNSHIP = Level.CITY, Level.COUNTY, Level.TOWNSHIP


def levels_of(quote: str, words: str) -> tuple[Level, ...]:
    (label,) = LEVELS.label([Sentence(quote, "", "", (), Part.RESULTS, 1, 1, None, False)], CITY, "甲市")
    return of_gap(label, quote, words).levels


TOLD_APART = [
    ("市政府统一行使行政复议职责，县区一级因人手问题尚未完成。", "尚未", (COUNTY,)),
    ("市级各部门法律顾问已聘尽聘，乡镇还有21个空白点。", "空白点", (TOWNSHIP,)),
    ("县级法律顾问全部配备，乡镇仍有11个没有聘请。", "没有", (TOWNSHIP,)),
    ("县、乡两级执法公示已全覆盖，法制审核在乡镇还没有人做。", "没有", (TOWNSHIP,)),
    ("市级裁量基准均已公布，3个县区进展滞后。", "滞后", (COUNTY,)),
    ("乡镇法制审核力量不足，市级部门已全部配齐。", "不足", (TOWNSHIP,)),
]

TOGETHER = [
    ("县、乡两级法制审核力量薄弱。", "薄弱", (COUNTY, TOWNSHIP)),
    ("县级重视不够，乡镇力量薄弱。", "不够", (COUNTY, TOWNSHIP)),
    ("县级部门已公布但质量不高，乡镇尚未公布。", "尚未", (COUNTY, TOWNSHIP)),
    ("市级部门和县区均已公布裁量基准，但动态调整滞后。", "滞后", (CITY, COUNTY)),
    ("县区公布裁量基准仅有3个，乡镇还没有启动。", "没有", (COUNTY, TOWNSHIP)),
    ("县区行政复议机构人员不足。", "不足", (COUNTY,)),
]


@pytest.mark.parametrize(("quote", "words", "levels"), TOLD_APART)
def test_of_gap__result_and_gap_at_levels_of_their_own__the_gap_alone(
    quote: str, words: str, levels: tuple[Level, ...]
) -> None:
    assert levels_of(quote, words) == levels


@pytest.mark.parametrize(("quote", "words", "levels"), TOGETHER)
def test_of_gap__levels_not_told_apart__all_of_them(quote: str, words: str, levels: tuple[Level, ...]) -> None:
    assert levels_of(quote, words) == levels


@pytest.mark.parametrize(
    "quote",
    [
        "18个乡镇承接县级赋权事项76项，法制审核人员缺乏。",
        "乡镇如何适用裁量基准，县级司法行政部门正在摸底。",
        "乡镇承接了县级执法权限42项。",
    ],
)
def test_levels__grade_of_powers_taken_over_or_who_minds_others__townships_alone(quote: str) -> None:
    (label,) = LEVELS.label([Sentence(quote, "", "", (), Part.RESULTS, 1, 1, None, False)], CITY, "甲市")
    assert label.levels == (TOWNSHIP,)


def test_levels__department_that_tells_of_itself__its_level() -> None:
    quote = "县级司法行政部门全部配备法制审核人员。"
    (label,) = LEVELS.label([Sentence(quote, "", "", (), Part.RESULTS, 1, 1, None, False)], CITY, "甲市")
    assert label.levels == (COUNTY,)
