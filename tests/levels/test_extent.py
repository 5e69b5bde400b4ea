"""How much of a level a sentence says was covered; every sentence is invented."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.lexicon import load_lexicon
from checker.model import Extent, Level, Part, Sentence
from checker.statements.extent.label import ExtentLabel, Extents
from checker.statements.figures.read import Figures
from checker.statements.levels.label import Levels

ROOT = Path(__file__).resolve().parents[2]
LEXICON = load_lexicon(ROOT / "plan" / "lexicon.toml")
LEVELS, EXTENTS, FIGURES = Levels(LEXICON), Extents(LEXICON), Figures(LEXICON)
CODES = {
    "C": Level.CITY,
    "X": Level.COUNTY,
    "T": Level.TOWNSHIP,
    "V": Level.VILLAGE,
}
WORDS = {"all": Extent.ALL, "some": Extent.SOME, "?": Extent.UNSTATED}


def labels(
    *quotes: str, head: str = "", own: Level = Level.CITY, year: int | None = None
) -> tuple[ExtentLabel, ...]:
    sentences = [
        Sentence(quote, head, "一", ("一、成效",), Part.RESULTS, number, number, None, False)
        for number, quote in enumerate(quotes)
    ]
    found = LEVELS.label(sentences, own, "甲市")
    return EXTENTS.label(sentences, found, [FIGURES.read(quote) for quote in quotes], own, year)


def extent_at(quote: str, level: Level) -> Extent:
    """The extent at a level; that of the own level where the sentence names none."""
    (label,) = labels(quote)
    return next((reach.extent for reach in label.reaches if reach.level is level), label.own)


def reached(label: ExtentLabel) -> dict[Level, Extent]:
    return {reach.level: reach.extent for reach in label.reaches}


def expected(text: str) -> dict[Level, Extent]:
    """'C all, X some' as a mapping."""
    pairs = (pair.split() for pair in text.split(", ") if pair)
    return {CODES[code]: WORDS[word] for code, word in pairs}


NAMED = [
    # facts of all
    ("市级33个行政执法部门的裁量基准全部公布。", "C all"),
    ("市级24家执法单位的裁量基准一家不落上了网。", "C all"),
    ("33个市级执法部门和9个县区实现三项制度全覆盖。", "C all, X all"),
    ("各县区均已挂牌成立行政复议局。", "X ?"),
    ("各县区均已挂牌成立行政复议局，统一行使复议职责。", "X all"),
    ("由市政府统一受理、审理行政复议案件，办案人员均已到岗。", "C all"),
    ("9个县区已成立行政复议局，行政复议职责全部由县区政府集中行使。", "X all"),
    ("9个县（市、区）执行三项制度比例达到100%。", "X all"),
    ("市、县两级行政复议职责统一由本级政府行使。", "C all, X all"),
    ("行政复议体制改革任务全面完成，市、县两级机构到位。", "C all, X ?"),
    ("市县两级全面完成行政复议体制改革。", "C all, X all"),
    ("116个乡镇（街道）中116个公布了裁量基准。", "T all"),
    ("每个乡镇都设立了法制审核岗。", "T all"),
    ("行政复议职责由市政府统一行使，部门不再受理。", "C all"),
    ("甲市被命名为全国法治政府建设示范市。", "C all"),
    ("乡镇裁量基准6月底前已全部公布。", "T all"),
    ("执法公示、全过程记录、法制审核在市县乡三级做到100%。", "C all, X all, T all"),
    ("裁量基准制定公布工作如期完成，覆盖市县两级所有执法部门。", "C all, X all"),
    ("复议职责由市政府统一行使，其他部门不再承担。", "C all"),
    ("按照《法治政府建设实施纲要》要求，各县区裁量权基准全部公布。", "X all"),
    ("落实《某某条例》规定，各县区裁量权基准全部公布。", "X all"),
    ("采纳专家建议，各县区裁量权基准全部公布。", "X all"),
    ("各县区裁量基准全部公布（初稿）。", "X ?"),
    ("县区三项制度培训合格率做到100%。", "X ?"),
    ("县区裁量基准宣传覆盖所有执法人员。", "X ?"),
    ("市、县两级行政复议机构挂牌运行。", "C ?, X ?"),
    ("市、县两级行政复议职责划转到位。", "C all, X all"),
    ("县区应公示尽公示、应审核尽审核。", "X all"),
    # aims, plans and requirements are no facts
    ("推动县区三项制度全覆盖。", "X ?"),
    ("建立县区季度通报机制，推动重大执法决定法制审核全覆盖。", "X ?"),
    ("确保乡镇执法全程记录，法制审核全覆盖。", "T ?"),
    ("要求各县区裁量基准全部公开。", "X ?"),
    ("乡镇裁量基准12月底前全部公布。", "T ?"),
    ("围绕乡镇三项制度全覆盖目标加强指导。", "T ?"),
    ("组织对县区三项制度开展全覆盖检查。", "X ?"),
    ("市直部门积极申报，力争被命名为全国法治政府建设示范市。", "C ?"),
    # some
    ("午县、未区公布裁量基准。", "X some"),
    ("午县等5个县区全部完成裁量基准细化。", "X some"),
    ("在3个街道试点法制审核。", "T some"),
    ("首批乡镇完成裁量基准公示。", "T some"),
    ("116个乡镇（街道）中有85个公布了裁量基准。", "T some"),
    ("乡镇三项制度覆盖率达到92%。", "T some"),
    ("部分乡镇全部实行执法记录。", "T some"),
    ("县区裁量基准基本完成。", "X some"),
    ("除酉县外，县区裁量基准全部公布。", "X some"),
    ("其余6个县区裁量基准全部公布。", "X some"),
    ("三项制度在乡镇尚未实现全覆盖。", "T some"),
    ("市级21个部门的裁量基准向社会公布。", "C some"),
    ("未区获评省级法治政府建设示范区。", "X some"),
    # not said
    ("县区落实三项制度。", "X ?"),
    ("乡镇积极探索裁量基准。", "T ?"),
    # the words must speak of the obligation, and of all of it
    ("县区推行三项制度，执法人员培训覆盖率100%。", "X ?"),
    ("县区推行三项制度，审核重大执法决定213件，均按期完成。", "X ?"),
    ("县区落实三项制度，重大执法决定法制审核率100%。", "X ?"),
    ("县区推行三项制度，执法记录仪全部配备到位。", "X ?"),
    ("县区裁量基准文本统一由司法局审核。", "X ?"),
    ("占全部县区裁量案件的三分之一。", "X ?"),
    ("县区示范创建活动全面完成。", "X ?"),
    ("市县两级均制定三项制度实施方案。", "C ?, X ?"),
    ("乡镇三项制度落实情况纳入考核，实现考核全覆盖。", "T ?"),
    ("县区裁量基准全部按市级标准修订。", "X all"),
    ("市级34个部门裁量基准全部完成合法性审核并向社会公布。", "C all"),
    ("市级34个部门裁量基准全部审核通过并公布。", "C all"),
    ("市级34个部门裁量基准全部完成合法性审核。", "C some"),
    ("县区完成行政复议体制改革前期准备工作。", "X ?"),
    ("县区复议机构挂牌。", "X ?"),
    ("县区裁量基准完成96%。", "X some"),
    ("市县乡三级均公布裁量基准。", "C all, X all, T all"),
    # each level by itself
    ("市级部门裁量基准全部公布，午县、未区同步细化。", "C all, X some"),
    ("3个县区推进裁量基准，全市33个部门全部公布。", "X some"),
]


def test_extent__as_many_as_hold_the_power__all_of_the_level() -> None:
    """The townships that took over enforcement are all that the duty binds, though the report counts more."""
    first, second = labels("全市116个乡镇均设立司法所。", "承接执法事项的52个乡镇全部落实三项制度。")
    assert reached(first) == {Level.TOWNSHIP: Extent.ALL}
    assert reached(second) == {Level.TOWNSHIP: Extent.ALL}
    for who in ("52个", "没有执法权的10个", "承担改革任务的10个"):
        quote = f"{who}乡镇全部落实三项制度。"
        _, some = labels("全市116个乡镇均设立司法所。", quote)
        assert reached(some) == {Level.TOWNSHIP: Extent.SOME}


@pytest.mark.parametrize(("quote", "extents"), NAMED)
def test_extent__named_levels__as_stated(quote: str, extents: str) -> None:
    (label,) = labels(quote)
    assert reached(label) == expected(extents)
    assert label.own is Extent.UNSTATED


OWN = [
    ("行政执法部门裁量基准全部公布。", Extent.ALL),
    ("应急、交通等13个部门完成裁量基准。", Extent.SOME),
    ("13个部门完成裁量基准。", Extent.SOME),
    ("全市行政复议职责统一由本级政府行使，部门不再受理。", Extent.ALL),
    # all levels without a name: nobody speaks for the lower ones
    ("全市各级行政机关全部公布裁量基准。", Extent.ALL),
    ("全市各级各部门三项制度均已落实。", Extent.ALL),
    ("推动裁量基准全覆盖。", Extent.UNSTATED),
    ("全市生态环境系统全面落实三项制度，落实率100%。", Extent.SOME),
    ("全市使用办案系统的部门全部落实三项制度。", Extent.ALL),
    # cases of reconsideration are another matter than its reform
    ("行政复议案件按期办结率100%。", Extent.ALL),
    ("全年受理行政复议申请213件，审结198件，按期办结率100%。", Extent.ALL),
    ("受理行政复议申请203件，审结191件，按期办结率100%，未审结案件均在法定期限内。", Extent.ALL),
    ("深化行政复议体制改革，案件按期办结率100%。", Extent.UNSTATED),
    ("行政复议局挂牌成立。", Extent.UNSTATED),
    ("行政复议职责移交完成，行政复议局挂牌成立。", Extent.ALL),
    ("推动组建行政复议局。", Extent.UNSTATED),
    ("行政复议委员会尚未组建。", Extent.UNSTATED),
    ("组建行政复议委员会方案已经报送。", Extent.UNSTATED),
    ("更新裁量基准并向社会公布。", Extent.UNSTATED),
    ("严格落实执法全过程记录制度。", Extent.UNSTATED),
    ("“一键复议”获评全国法治政府建设示范项目。", Extent.UNSTATED),
    ("被命名为第三批全国法治政府建设示范地区。", Extent.ALL),
    ("在被命名为省级示范地区的基础上，申报全国示范地区。", Extent.UNSTATED),
    ("深入贯彻《关于全面推行三项制度全覆盖的意见》。", Extent.UNSTATED),
]


@pytest.mark.parametrize(("quote", "extent"), OWN)
def test_extent__no_level_named__of_the_own_level(quote: str, extent: Extent) -> None:
    (label,) = labels(quote)
    assert label.reaches == ()
    assert label.own is extent


@pytest.mark.parametrize("own", [Level.DEPARTMENT, Level.TOWNSHIP])
def test_extent__single_body_publishes_its_standard__all(own: Level) -> None:
    """A department or a township is all of its level; a city is not its departments."""
    assert labels("更新裁量基准并向社会公布。", own=own)[0].own is Extent.ALL


def test_extent__heading_alone_says_all__not_a_fact() -> None:
    head = "二是裁量基准全部公布。"
    (label,) = labels(f"{head}各部门梳理裁量事项1,204项。", head=head)
    assert label.own is Extent.UNSTATED


def test_extent__fewer_units_than_the_report_counts__some() -> None:
    """7个县区 are not all where the report counts nine."""
    found = labels("全市9个县区完成述法。", "7个县区实现三项制度全覆盖。")
    assert reached(found[1]) == {Level.COUNTY: Extent.SOME}
    assert "9个" in found[1].because[0].detail


def test_extent__as_many_units_as_the_report_counts__all() -> None:
    found = labels("全市9个县区完成述法。", "9个县区执行统一的裁量基准。")
    assert reached(found[1]) == {Level.COUNTY: Extent.ALL}


def test_extent__as_many_units_take_over_a_standard__all() -> None:
    [_, found] = labels("全市9个县区均已述法。", "9个县区不另设裁量标准、直接套用。")
    assert reached(found) == expected("X all")


def test_extent__as_many_units_only_as_object__not_all() -> None:
    found = labels("全市9个县区完成述法。", "对9个县区落实裁量基准情况进行督察。")
    assert reached(found[1]) == {Level.COUNTY: Extent.SOME}


def test_extent__count_of_the_whole_province__no_total() -> None:
    found = labels("全省31个县区完成创建，31个县区受到通报。", "9个县区实现三项制度全覆盖。")
    assert Level.COUNTY in reached(found[1])
    assert reached(found[1])[Level.COUNTY] is not Extent.UNSTATED


aims = st.sampled_from(LEXICON.words("extent", "aims"))
lasting = st.sampled_from(LEXICON.words("extent", "lasting_aims"))
wholes = st.sampled_from(LEXICON.words("extent", "all"))
subjects = st.sampled_from(["县区三项制度", "乡镇裁量基准", "市直部门", "法治政府示范创建", "复议改革"])


@given(aims | lasting, subjects, wholes)
@settings(max_examples=200, deadline=None)
def test_extent__aim_before_all__never_all(aim: str, subject: str, whole: str) -> None:
    (label,) = labels(f"{aim}{subject}{whole}。")
    assert Extent.ALL not in {label.own, *reached(label).values()}


@given(lasting, subjects, wholes)
@settings(max_examples=100, deadline=None)
def test_extent__lasting_aim_in_the_part_before__never_all(aim: str, subject: str, whole: str) -> None:
    (label,) = labels(f"{aim}工作有序，{subject}{whole}。")
    assert Extent.ALL not in {label.own, *reached(label).values()}


@given(
    st.lists(
        st.text(st.sampled_from("县区乡镇市全部均各已未覆盖9个中，。100%推动等试点示范获评"), max_size=40), max_size=4
    )
)
@settings(max_examples=150, deadline=None)
def test_extent__any_text__one_reach_for_each_named_level(quotes: list[str]) -> None:
    sentences = [Sentence(quote, "", "", (), Part.RESULTS, 1, 1, None, False) for quote in quotes]
    named = LEVELS.label(sentences, Level.CITY, "甲市")
    for level_label, label in zip(named, labels(*quotes), strict=True):
        assert tuple(reach.level for reach in label.reaches) == level_label.levels


@pytest.mark.parametrize("run", ["全部，", "均已", "9个县区中8个", "各", "推动全覆盖", "除外", "改革完成", "《", "未"])
def test_extent__long_runs__time_grows_with_length(run: str) -> None:
    def seconds(times: int) -> float:
        sentence = Sentence(run * times, "", "", (), Part.RESULTS, 1, 1, None, False)
        named = LEVELS.label([sentence], Level.CITY, "甲市")
        start = time.process_time()
        EXTENTS.label([sentence], named, [()], Level.CITY)
        return time.process_time() - start

    short = max(min(seconds(1500) for _ in range(3)), 3e-3)
    assert min(seconds(12000) for _ in range(3)) < short * 8 * 5
