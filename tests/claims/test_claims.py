"""Verdicts of the named obligations, from facts that are written for the purpose."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.judge.claims import Claim, Fact, claims, distinct
from checker.model import OBLIGATIONS, Extent, Level, Reach, Stance, Verdict

LEVELS = (Level.CITY, Level.COUNTY, Level.TOWNSHIP)
RANK = {Verdict.NONE: 0, Verdict.PARTIAL: 1, Verdict.COVERED: 2}


def fact(
    stance: Stance,
    *reaches: tuple[Level, Extent],
    ref: str = "a",
    obligation: str = "裁量基准",
    extent: Extent = Extent.UNSTATED,
    text: str = "各单位的裁量基准",
) -> Fact:
    pairs = tuple(Reach(level, much) for level, much in reaches)
    return Fact(ref, stance, pairs, extent, (obligation,), (), text, "一(二) 第3行")


def verdict(*facts: Fact, level: Level = Level.COUNTY, obligation: str = "裁量基准") -> Claim:
    (found,) = (
        claim for claim in claims(facts, Level.CITY, LEVELS) if (claim.obligation, claim.level) == (obligation, level)
    )
    return found


ALL = fact(Stance.ACHIEVED, (Level.COUNTY, Extent.ALL), ref="all")
SOME = fact(Stance.ACHIEVED, (Level.COUNTY, Extent.SOME), ref="some")
UNSTATED = fact(Stance.ACHIEVED, (Level.COUNTY, Extent.UNSTATED), ref="unstated")
ONGOING = fact(Stance.ONGOING, (Level.COUNTY, Extent.ALL), ref="ongoing")
GAP = fact(Stance.SHORTFALL, (Level.COUNTY, Extent.UNSTATED), ref="gap")
PLAN = fact(Stance.PLANNED, (Level.COUNTY, Extent.ALL), ref="plan")
CONTEXT = fact(Stance.CONTEXT, (Level.COUNTY, Extent.ALL), ref="context")


@pytest.mark.parametrize(
    ("facts", "expected", "evidence"),
    [
        ((), Verdict.NONE, ()),
        ((ALL,), Verdict.COVERED, ("all",)),
        ((SOME,), Verdict.PARTIAL, ("some",)),
        ((UNSTATED,), Verdict.PARTIAL, ("unstated",)),
        ((ONGOING,), Verdict.PARTIAL, ("ongoing",)),
        ((PLAN,), Verdict.NONE, ()),
        ((CONTEXT,), Verdict.NONE, ()),
        ((GAP,), Verdict.SHORTFALL, ("gap",)),
        ((GAP, ALL), Verdict.SHORTFALL, ("all", "gap")),
        ((PLAN, CONTEXT, SOME), Verdict.PARTIAL, ("some",)),
        ((SOME, ALL, PLAN), Verdict.COVERED, ("all",)),
    ],
)
def test_claim__facts_of_one_level__first_rule_that_applies(
    facts: tuple[Fact, ...], expected: Verdict, evidence: tuple[str, ...]
) -> None:
    claim = verdict(*facts)
    assert (claim.verdict, claim.evidence) == (expected, evidence)


def test_claim__no_level_named__counts_for_the_own_level_alone() -> None:
    own = fact(Stance.ACHIEVED, extent=Extent.ALL)
    assert verdict(own, level=Level.CITY).verdict == Verdict.COVERED
    assert verdict(own, level=Level.COUNTY).verdict == Verdict.NONE


def test_claim__lower_level_named__does_not_count_for_the_own_level() -> None:
    assert verdict(ALL, level=Level.CITY).verdict == Verdict.NONE


def test_claim__every_obligation_and_level__in_fixed_order() -> None:
    found = [(claim.obligation, claim.level) for claim in claims([], Level.CITY, LEVELS)]
    assert found == list(itertools.product(OBLIGATIONS, LEVELS))


def test_claim__one_system_of_three_done_everywhere__partial() -> None:
    """行政执法公示 everywhere is one system of three."""
    reach = (Level.COUNTY, Extent.ALL)
    one = fact(Stance.ACHIEVED, reach, obligation="三项制度", text="重大执法决定法制审核制度全覆盖")
    claim = verdict(one, obligation="三项制度")
    assert claim.verdict == Verdict.PARTIAL
    assert "全过程记录" in claim.reason


def test_claim__three_systems_done_everywhere_in_several_statements__covered() -> None:
    reach = (Level.COUNTY, Extent.ALL)
    texts = ("行政执法公示制度全覆盖", "执法全过程记录制度全覆盖", "重大执法决定法制审核制度全覆盖")
    facts = [
        fact(Stance.ACHIEVED, reach, ref=str(number), obligation="三项制度", text=text)
        for number, text in enumerate(texts)
    ]
    assert verdict(*facts, obligation="三项制度").verdict == Verdict.COVERED
    assert verdict(*facts[:2], obligation="三项制度").verdict == Verdict.PARTIAL


def test_claim__three_systems_under_other_names__covered() -> None:
    reach = (Level.COUNTY, Extent.ALL)
    one = fact(Stance.ACHIEVED, reach, obligation="三项制度", text="执法公示、过程留痕、重大案件法核全部达标")
    assert verdict(one, obligation="三项制度").verdict == Verdict.COVERED


@pytest.mark.parametrize("text", ["行政执法“三项制度”全面落实，法制审核率100%", "其余5个县区也已全部落实"])
def test_claim__obligation_named_whole_or_carried_on__covered(text: str) -> None:
    whole = fact(Stance.ACHIEVED, (Level.COUNTY, Extent.ALL), obligation="三项制度", text=text)
    assert verdict(whole, obligation="三项制度").verdict == Verdict.COVERED


def test_claim__reconsideration_in_towns_unmentioned__none_and_says_why() -> None:
    claim = verdict(level=Level.TOWNSHIP, obligation="复议改革")
    assert claim.verdict == Verdict.NONE
    assert "不承担" in claim.reason


def test_claim__covered_but_planned_again__reason_asks_to_check() -> None:
    assert "请核对" in verdict(ALL, PLAN).reason
    assert "请核对" not in verdict(ALL).reason


def test_claim__sentence_repeated__counts_once() -> None:
    again = [fact(Stance.ACHIEVED, (Level.COUNTY, Extent.SOME), ref=f"{number:04}") for number in range(3000)]
    claim = verdict(*again)
    assert claim.evidence == ("0000",)
    assert len(distinct(again)) == 1


def test_claim__long_quotes__reason_stays_short() -> None:
    long = [fact(Stance.ACHIEVED, (Level.COUNTY, Extent.SOME), text=f"{number}" * 5000) for number in range(9)]
    reason = verdict(*long).reason
    assert len(reason) < 300
    assert "等9处" in reason


stances = st.sampled_from(list(Stance))
extents = st.sampled_from(list(Extent))
reached = st.lists(st.tuples(st.sampled_from(LEVELS), extents), max_size=3, unique_by=lambda pair: pair[0])


@st.composite
def any_facts(draw: st.DrawFn) -> list[Fact]:
    size = draw(st.integers(0, 6))
    return [
        fact(
            draw(stances),
            *draw(reached),
            ref=f"r{number}",
            obligation=draw(st.sampled_from(OBLIGATIONS)),
            extent=draw(extents),
            text=f"第{number}句",
        )
        for number in range(size)
    ]


@given(any_facts(), st.randoms())
def test_claims__facts_shuffled__same_claims(facts: list[Fact], random: object) -> None:
    mixed = list(facts)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert claims(mixed, Level.CITY, LEVELS) == claims(facts, Level.CITY, LEVELS)


@given(any_facts(), stances.filter(lambda stance: stance != Stance.SHORTFALL), reached, extents)
def test_claims__supporting_fact_added__no_verdict_falls(
    facts: list[Fact], stance: Stance, reaches: list[tuple[Level, Extent]], extent: Extent
) -> None:
    more = [*facts, fact(stance, *reaches, ref="more", extent=extent, text="又一句")]
    for before, after in zip(claims(facts, Level.CITY, LEVELS), claims(more, Level.CITY, LEVELS), strict=True):
        if before.verdict in RANK and after.verdict in RANK:
            assert RANK[after.verdict] >= RANK[before.verdict]
        else:
            assert after.verdict == before.verdict


@given(any_facts())
def test_claims__covered__rests_on_an_achieved_fact(facts: list[Fact]) -> None:
    by_ref = {one.ref: one for one in facts}
    for claim in claims(facts, Level.CITY, LEVELS):
        if claim.verdict == Verdict.COVERED:
            assert claim.evidence
            assert all(by_ref[ref].stance == Stance.ACHIEVED for ref in claim.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "要求各县（区）全面落实三项制度。",
        "市政府要求各乡镇（街道）全面落实行政执法三项制度。",
        "市委依法治市办印发通知，要求各县区全部公布裁量基准。",
        "会上责成市级部门限期完成裁量基准编制。",
        "市级裁量基准全部公布，并要求各县区动态调整。",
        "督促各县区建立裁量基准制度。",
        "指导5个县区落实三项制度，做到应公示尽公示。",
    ],
)
@pytest.mark.parametrize("extent", list(Extent))
def test_claims__demand_upon_others__no_result(text: str, extent: Extent) -> None:
    told = fact(Stance.ACHIEVED, (Level.COUNTY, extent), text=text)
    claim = verdict(told)
    assert (claim.verdict, claim.evidence) == (Verdict.NONE, ())


@pytest.mark.parametrize(
    "text",
    [
        "按照省委要求，各县区裁量基准全部公布。",
        "各县区裁量基准全部公布，并要求各乡镇对照执行。",
        "市政府要求各县区公布裁量基准，目前9个县区已全部公布。",
        "各县区裁量基准达到统一要求，全部公布。",
        "各县区按要求全部公布裁量基准。",
    ],
)
def test_claims__demand_beside_a_result__covered(text: str) -> None:
    assert verdict(fact(Stance.ACHIEVED, (Level.COUNTY, Extent.ALL), text=text)).verdict is Verdict.COVERED


def test_claims__demand_in_a_gap__still_a_gap() -> None:
    text = "对照要求各县区公布裁量基准的时限，进度滞后。"
    told = fact(Stance.SHORTFALL, (Level.COUNTY, Extent.UNSTATED), text=text)
    assert verdict(told).verdict is Verdict.SHORTFALL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县区行政复议局全部挂牌，裁量基准公布156项。", Verdict.PARTIAL),
        ("县区全部落实三项制度，制定裁量基准。", Verdict.PARTIAL),
        ("县区三项制度实现全覆盖；裁量基准向社会公布。", Verdict.PARTIAL),
        ("县区三项制度、裁量基准全部落实。", Verdict.COVERED),
        ("县区公布裁量基准，全部上网，三项制度同步落实。", Verdict.COVERED),
        ("县区落实三项制度，裁量基准实现全覆盖。", Verdict.COVERED),
    ],
)
def test_claims__two_obligations_in_one_sentence__all_only_of_the_one_it_is_said_of(
    text: str, expected: Verdict
) -> None:
    pair = (Reach(Level.COUNTY, Extent.ALL),)
    told = Fact("a", Stance.ACHIEVED, pair, Extent.UNSTATED, ("三项制度", "裁量基准", "复议改革"), (), text, "一")
    assert verdict(told).verdict is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("其中40个乡镇已配备法制审核人员，12个仍在配备。", Verdict.PARTIAL),
        ("10个县中8个已统一行使，东河、西岭两个县仍在过渡期。", Verdict.PARTIAL),
        ("其余3个县正在编制。", Verdict.PARTIAL),
        ("各县区裁量基准宣传仍在进行。", Verdict.COVERED),
        ("12个县区裁量基准评查正逐步推进。", Verdict.COVERED),
    ],
)
def test_claims__all_beside_bodies_still_behind__partial(text: str, expected: Verdict) -> None:
    behind = fact(Stance.ONGOING, (Level.COUNTY, Extent.SOME), ref="behind", text=text)
    found = verdict(ALL, behind)
    assert found.verdict is expected
    assert ("behind" in found.evidence) is (expected is Verdict.PARTIAL)
