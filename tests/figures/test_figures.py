"""Figures of a statement: which words are quantities, their value and unit."""

from __future__ import annotations

import itertools
import math
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lexicon import load_lexicon
from checker.paths import shipped
from checker.statements.figures.numerals import arabic, chinese
from checker.statements.figures.read import Figures

FIGURES = Figures(load_lexicon(shipped("lexicon.toml")))
CASES = Path(__file__).with_name("cases.txt")


def cases() -> list[tuple[str, str]]:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(text, wanted.strip()) for text, _, wanted in (line.partition(" =>") for line in lines)]


def said(text: str) -> str:
    figures = [figure for figure in FIGURES.read(text) if not figure.minor]
    return "; ".join(f"{f.value:.10g} {f.unit}".rstrip() + ("~" if f.approx else "") for f in figures)


def plain(wanted: str) -> str:
    """The wanted figures with values in the same form."""
    parts = []
    for part in filter(None, (piece.strip() for piece in wanted.split(";"))):
        value, _, unit = part.partition(" ")
        parts.append(f"{float(value.rstrip('~')):.10g} {unit}".rstrip() + ("~" if value.endswith("~") else ""))
    return "; ".join(parts)


def test_cases__file__holds_enough() -> None:
    assert len(cases()) >= 150


@pytest.mark.parametrize(("text", "wanted"), cases())
def test_read__sentence__states_exactly_these_figures(text: str, wanted: str) -> None:
    assert said(text) == plain(wanted)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("占全部线索的三分之一", 0.3333, ""),
        ("完成计划的四分之三", 0.75, ""),
        ("增长两成", 20, "%"),
        ("达九成以上", 90, "%"),
        ("占比近六成半", 65, "%"),
        ("翻了一番", 2, "倍"),
        ("三级联动", 3, "级"),
        ("约占全国的1/4", 0.25, ""),
        ("实施满3年", 3, "年"),
        ("24小时自助办理", 24, "小时"),
    ],
)
def test_read__figure_of_speech__is_minor(text: str, value: float, unit: str) -> None:
    assert [(f.value, f.unit, f.minor) for f in FIGURES.read(text)] == [(value, unit, True)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("满意率99%以上", "least"),
        ("控制在5个工作日以内", "most"),
        ("不足3天", "most"),
        ("超过20家", "least"),
        ("40余次", "least"),
        ("约5件", None),
        ("5件", None),
    ],
)
def test_read__bounds__are_kept(text: str, bound: str | None) -> None:
    (figure,) = FIGURES.read(text)
    assert figure.bound == bound


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("共梳理120件，其中有效90件、废止30件", ["whole", "part", "part"]),
        ("办结率98%", ["rate"]),
        ("同比增长12%", ["change"]),
        ("提高2个百分点", ["change"]),
        ("较上年的400件增长20%", ["previous", "change"]),
        ("由88%提高到96%", ["previous", "rate"]),
        ("累计办理500件", ["cumulative"]),
        ("力争覆盖率达到100%", ["target"]),
        ("全国各级机关新收案件30万件", ["other"]),
        ("受理93件", ["count"]),
    ],
)
def test_read__role__follows_from_the_words_beside(text: str, roles: list[str]) -> None:
    assert [figure.role for figure in FIGURES.read(text)] == roles


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("全年受理行政复议申请318件", ["全年受理行政复议申请"]),
        ("236名政府法律顾问", ["政府法律顾问"]),
        ("优秀率33.4%，不合格率3.3%", ["优秀率", "不合格率"]),
    ],
)
def test_read__counts__names_what_is_counted(text: str, counts: list[str]) -> None:
    assert [figure.counts for figure in FIGURES.read(text)] == counts


def test_read__value__is_exact() -> None:
    assert [f.value for f in FIGURES.read("3.6万人次、0.07亿元、1.1万件")] == [36000, 7000000, 11000]


@pytest.mark.parametrize(
    "text",
    [
        "办结" + "9" * 400 + "件",
        "增长1e999%",
        "比例为0/0",
        "占比NaN%",
        "九分之零",
        "零分之一",
        "编号" + "1" * 1_000_000,
        "共" + "一百万亿" * 120_000 + "件",
        "共" + "九" * 480_000 + "件",
        "共" + "1," * 300_000 + "件",
        "《" * 300_000 + "5",
        "“" * 300_000 + "5",
        "1+" * 300_000,
        "1." * 300_000,
        "a1" * 300_000,
        "百分之" * 200_000,
        "第一" * 300_000,
        "5、" * 100_000,
    ],
    ids=lambda text: f"{text[:8]}…{len(text)}",
)
def test_read__hostile_text__ends_soon_with_finite_values(text: str) -> None:
    began = time.process_time()
    figures = FIGURES.read(text)
    assert time.process_time() - began < 10
    assert all(math.isfinite(figure.value) for figure in figures)


@given(st.text(alphabet="0123456789,.%万亿余多件个年月日一二三十百千分之成倍至、，。约超近《》“”第 A+", max_size=60))
def test_read__any_text__keeps_offsets_and_order(text: str) -> None:
    figures = FIGURES.read(text)
    assert all(text[f.start : f.end] == f.text and math.isfinite(f.value) for f in figures)
    assert [f.start for f in figures] == sorted(f.start for f in figures)
    assert all(a.end <= b.start for a, b in itertools.pairwise(figures))


@given(st.integers(0, 10**9), st.sampled_from(["件", "个", "人次", "元", "%"]))
def test_read__any_count__has_its_value(number: int, unit: str) -> None:
    assert [(f.value, f.unit) for f in FIGURES.read(f"共有{number:,}{unit}。")] == [(number, unit)]


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十三", 23),
        ("一百零五", 105),
        ("一千三百", 1300),
        ("两百五十", 250),
        ("三千万", 30_000_000),
        ("一百二十三万四千", 1_234_000),
        ("三亿五千万", 350_000_000),
        ("万亿", 10**12),
        ("两万五", None),
        ("十四五", None),
        ("八八", None),
        ("二〇二三", None),
        ("百千", None),
        ("一万二万", None),
        ("零百", None),
        ("一" * 16, None),
    ],
)
def test_chinese__numeral__has_its_value_or_none(numeral: str, value: int | None) -> None:
    assert chinese(numeral) == value


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("4,215", 4215),
        ("99.85", Decimal("99.85")),
        ("9" * 15, 10**15 - 1),
        ("9" * 17, None),
        ("1,234,567,890", 1234567890),
    ],
)
def test_arabic__numeral__is_exact_up_to_its_limit(numeral: str, value: object) -> None:
    assert arabic(numeral) == value


def test_read__half__is_minor() -> None:
    assert [(f.value, f.unit, f.minor) for f in FIGURES.read("约占一半")] == [(0.5, "", True)]


@pytest.mark.parametrize("text", ["占3/2", "零分之三", "一分之三", "万分之零", "三成功案例", "翻五番"])
def test_read__no_fraction__gives_none(text: str) -> None:
    assert FIGURES.read(text) == ()


def test_read__text__is_the_printed_piece_with_its_bound() -> None:
    (figure,) = FIGURES.read("办结2600余万元以上。")
    assert (figure.text, figure.start, figure.end) == ("2600余万元以上", 2, 11)


def test_read__list_after_cumulative__is_cumulative_too() -> None:
    assert [f.role for f in FIGURES.read("累计分别达到17个和206个，新建3个")] == ["cumulative", "cumulative", "count"]


def test_read__total_before_its_parts__is_a_whole() -> None:
    assert [f.role for f in FIGURES.read("办理案件9件（其中诉讼4件）")] == ["whole", "part"]


def test_read__words_on_both_sides__are_joined() -> None:
    assert FIGURES.read("组织市场监管、应急等12个部门")[0].counts == "应急等…部门"
