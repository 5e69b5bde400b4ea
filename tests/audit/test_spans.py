"""What a printed number may stand for."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker.audit.checks import audit
from checker.audit.spans import Span, decimals_of, fits_rate, rate_span, rounded, span_of
from checker.model import Figure, Severity
from tests.audit.audit_builders import FIGURES, of


def figure(text: str) -> Figure:
    (found,) = FIGURES.read(text)
    return found


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("412件", 412, 412),
        ("1,900件", 1900, 1900),
        ("3.28亿元", 327_500_000, 329_000_000),
        ("4.86万户", 48_550, 48_700),
        ("1万件", 9_500, 11_000),
        ("96.4分", Fraction("96.35"), Fraction("96.5")),
        ("2600余件", 2600, 2860),
        ("40余次", 40, 50),
        ("超过1000件", 1000, 2000),
        ("不足200件", 180, 200),
        ("约1000件", 900, 1050),
        ("5个工作日以内", Fraction("4.5"), 5),
        ("零", None, None),
    ],
)
def test_span_of__printed_number__covers_what_it_may_stand_for(text: str, low: object, high: object) -> None:
    if low is None:
        assert FIGURES.read(text) == ()
        return
    assert span_of(figure(text)) == Span(Fraction(str(low)), Fraction(str(high)))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("99.4%", "99.35", "99.5"),
        ("98%", "97.5", "99"),
        ("99%以上", "99", "100"),
        ("5%以内", "0", "5"),
        ("约30%", "27.5", "33"),
    ],
)
def test_rate_span__printed_rate__covers_rounding_and_cutting_off(text: str, low: str, high: str) -> None:
    assert rate_span(figure(text)) == Span(Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("true", "text", "how"),
    [
        ("99.35", "99.4%", "四舍五入"),
        ("99.349", "99.4%", ""),
        ("99.49", "99.4%", "截断"),
        ("99.5", "99.4%", ""),
        ("97.5", "98%", "四舍五入"),
        ("98.99", "98%", "截断"),
        ("99.2", "99%以上", "约数"),
        ("98.9", "99%以上", ""),
        ("31", "约30%", "约数"),
        ("100", "100%", "四舍五入"),
    ],
)
def test_fits_rate__true_rate__says_how_it_gives_the_printed_one(true: str, text: str, how: str) -> None:
    assert fits_rate(Fraction(true), figure(text)) == how


def test_decimals_of__printed_rate__counts_its_places() -> None:
    assert [decimals_of(figure(text)) for text in ("99.85%", "98%", "4.86万户", "九成")] == [2, 0, 2, 0]


def test_rounded__half__goes_up() -> None:
    assert [rounded(Fraction("0.25"), 1), rounded(Fraction("96.35"), 1), rounded(Fraction("2.5"), 0)] == [0.3, 96.4, 3]


@pytest.mark.parametrize(
    "text",
    [
        "减免费用近300万元，惠及企业420家，户均约7000元。",
        "案件由约200件增加到约300件，增加90件。",
        "满意率由约90%提高到95%，提高5个百分点。",
        "新登记约2.6万户，较上年的约2万户增长35%。",
        "投诉由120件降至60件，下降一半以上。",
        "由100件增加到300件，增长2倍以上。",
        "提出意见约400条，采纳约380条，采纳率95%。",
        "组建队伍40支、队员约1,800人，平均每支43人。",
    ],
)
def test_audit__vague_numbers__are_not_accused(text: str) -> None:
    assert [f for f in audit(of(text)).findings if f.severity is Severity.ERROR] == []


def test_audit__points_told_as_per_cent__names_the_points() -> None:
    (warning,) = [f for f in audit(of("纠错率由6.1%降至3.9%，下降2.2%。")).findings if f.rule == "C13"]
    assert (warning.stated, warning.expected, warning.formula) == (2.2, 2.2, "|3.9-6.1|")


def test_audit__wrong_multiple__names_the_ratio() -> None:
    (question,) = [f for f in audit(of("案件由100件增加到300件，增长5倍。")).findings if f.rule == "C54"]
    assert (question.stated, question.expected, question.formula) == (5, 3, "300/100")


def test_audit__derived_base__is_confirmed_in_both_directions() -> None:
    up = audit(of("培训6,600人次，较上年增加600人次，增长10%。")).confirmed
    down = audit(of("投诉450件，较上年减少50件，下降10%。")).confirmed
    assert [c.formula for c in (*up, *down)] == ["600/(6600-600)", "50/(450+50)"]


def test_audit__rise_told_as_a_fall__is_an_error() -> None:
    (error,) = [f for f in audit(of("满意率由90%提高到95%，下降5个百分点。")).findings if f.severity is Severity.ERROR]
    assert "方向相反" in error.message
