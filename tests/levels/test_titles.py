"""Whose a title of a law-based government is, and whether it was received: every sentence is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.lexicon import load_lexicon
from checker.model import Extent, Level, Part, Sentence
from checker.statements.extent.label import Extents
from checker.statements.figures.read import Figures
from checker.statements.levels.label import Levels

LEXICON = load_lexicon(Path(__file__).resolve().parents[2] / "plan" / "lexicon.toml")
LEVELS, EXTENTS, FIGURES = Levels(LEXICON), Extents(LEXICON), Figures(LEXICON)
CITY, COUNTY, TOWNSHIP = Level.CITY, Level.COUNTY, Level.TOWNSHIP


def extent_at_own(quote: str, own: Level, government: str) -> Extent | None:
    """The extent at the own level, None where the sentence does not speak of it."""
    sentences = [Sentence(quote, "", "", (), Part.RESULTS, 1, 1, None, False)]
    named = LEVELS.label(sentences, own, government)
    (label,) = EXTENTS.label(sentences, named, [FIGURES.read(quote)], own)
    if not label.reaches:
        return label.own
    return next((reach.extent for reach in label.reaches if reach.level is own), None)


OF_ABOVE = [
    ("丙市被命名为全国法治政府建设示范市，我县做好迎检保障。", COUNTY, "寅县"),
    ("市里获评全省法治政府建设示范市，我县提供了典型案例2个。", COUNTY, "寅县"),
    ("我县所在的丙市成功入选全国法治政府建设示范市。", COUNTY, "寅县"),
    ("丙市荣获全国法治政府建设示范市称号，全区干部受到鼓舞。", COUNTY, "丙市卯区"),
    ("丙市被省委依法治省办命名为法治政府建设示范地区，我县是受检县。", COUNTY, "寅县"),
    ("丙市被命名为全国法治政府建设示范市，辰市作为下辖市参与创建。", COUNTY, "辰市"),
    ("我县获评全省法治政府建设示范县，我镇是核查点之一。", TOWNSHIP, "巳镇"),
    ("所在县荣获法治政府建设示范县称号。", TOWNSHIP, "巳镇"),
    ("寅县创成省级法治政府建设示范县，我镇配合做好资料整理。", TOWNSHIP, "巳镇"),
    ("区里被授予全国法治政府建设示范区，街道参与布展。", TOWNSHIP, "午街道"),
]

OWN = [
    ("我县被命名为全省法治政府建设示范县。", COUNTY, "寅县"),
    ("我区被市委依法治市办命名为法治政府建设示范区。", COUNTY, "丙市卯区"),
    ("辰市被省委依法治省委员会命名为全省法治政府建设示范市。", COUNTY, "辰市"),
    ("我市成功创建全省法治政府建设示范市，成为丙市首个获此称号的县级市。", COUNTY, "辰市"),
    ("我镇获评全省法治政府建设示范镇，寅县司法局全程指导。", TOWNSHIP, "巳镇"),
    ("我县入选全国法治政府建设示范市（县、区）名单，被命名为示范地区。", COUNTY, "寅县"),
    ("丙市获评全国法治政府建设示范市，我县被命名为省级法治政府建设示范县。", COUNTY, "寅县"),
    ("甲市被命名为全国法治政府建设示范市。", CITY, "甲市"),
    ("我市荣获全国法治政府建设示范市称号，并在命名大会上观看了专题片。", CITY, "甲市"),
    ("我市通过初评和实地核查，当年12月获正式命名，成为全省第二批法治政府建设示范市。", CITY, "甲市"),
    ("我镇被命名为市级法治政府建设示范乡镇，并在全县授牌仪式上作交流。", TOWNSHIP, "巳镇"),
    ("经青芦市推荐，我县获评全省法治政府建设示范县。", COUNTY, "寅县"),
    ("12月，省委依法治省办印发决定，命名寅县为第三批全省法治政府建设示范县。", COUNTY, "丙市寅县"),
    ("寅县于9月被省委依法治省办正式命名为全省法治政府建设示范县（经初评、第三方评估等环节）。", COUNTY, "寅县"),
    ("我市被省委授予全省法治政府建设示范市称号。", CITY, "甲市"),
    ("我市获省委、省政府授予首批全省法治政府建设示范市称号。", CITY, "甲市"),
    ("县委依法治县办命名我街道为全县法治政府建设示范街道。", TOWNSHIP, "午街道"),
    ("省委依法治省办授予我市“全省法治政府建设示范市”称号。", CITY, "甲市"),
]

OF_OTHERS = [
    ("区人民法院获评优秀法院，区检察院被授予全省示范院称号，法治政府建设的司法环境向好。", COUNTY, "丙市卯区"),
    ("12月，省委依法治省办印发决定，命名酉县为第三批全省法治政府建设示范县。", COUNTY, "丙市寅县"),
    ("省委依法治省办授予戌县“全省法治政府建设示范县”称号。", COUNTY, "寅县"),
    ("省委依法治省办命名酉县为全省法治政府建设示范县。", CITY, "甲市"),
]

NEAR = [
    ("我市获得全国法治政府建设示范市入围资格。", CITY, "甲市"),
    ("我县荣获省级法治政府建设示范县提名。", COUNTY, "寅县"),
    ("我市列席全国法治政府建设示范市命名授牌仪式。", CITY, "甲市"),
    ("组织收看全国法治政府建设示范地区命名大会，参加人数160人。", CITY, "甲市"),
    ("我县成功创建法治政府建设示范县预备名单。", COUNTY, "寅县"),
    ("参加第二批全国法治政府建设示范地区命名经验交流会。", CITY, "甲市"),
    ("我市被评为先进市，获得法治政府建设示范市申报资格。", CITY, "甲市"),
]


@pytest.mark.parametrize(("quote", "own", "government"), OF_ABOVE)
def test_titles__borne_by_a_government_above__says_nothing_of_the_own(quote: str, own: Level, government: str) -> None:
    assert extent_at_own(quote, own, government) is None


@pytest.mark.parametrize(("quote", "own", "government"), OWN)
def test_titles__borne_by_the_own_government__all(quote: str, own: Level, government: str) -> None:
    assert extent_at_own(quote, own, government) is Extent.ALL


@pytest.mark.parametrize(("quote", "own", "government"), NEAR)
def test_titles__candidate_or_onlooker__some(quote: str, own: Level, government: str) -> None:
    assert extent_at_own(quote, own, government) is Extent.SOME


def test_titles__other_honours_beside_the_work_on_a_title__not_the_title() -> None:
    quote = "我市荣获全国文明城市称号，法治政府建设示范市创建有序开展。"
    assert extent_at_own(quote, CITY, "甲市") is not Extent.ALL


@pytest.mark.parametrize(("quote", "own", "government"), OF_OTHERS)
def test_titles__given_to_another_by_name__not_all(quote: str, own: Level, government: str) -> None:
    assert extent_at_own(quote, own, government) is not Extent.ALL
