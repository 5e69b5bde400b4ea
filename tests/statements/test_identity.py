"""What a report is: title, government, level and year."""

from __future__ import annotations

import pytest

from checker.lexicon import load_lexicon
from checker.model import Document, Level, Paragraph
from checker.paths import shipped
from checker.statements.splitting.identity import Identity, identify
from checker.statements.splitting.split import split

LEXICON = load_lexicon(shipped("lexicon.toml"))


def identity(*lines: str, name: str = "report.txt") -> Identity:
    document = Document(name, "0", tuple(Paragraph(text, ((0, n),)) for n, text in enumerate(lines, 1)))
    return identify(document, split(document, LEXICON))


@pytest.mark.parametrize(
    ("title", "government", "level", "year"),
    [
        ("丁市2023年法治政府建设情况报告", "丁市", Level.CITY, 2023),
        ("丁市 2023 年度法治政府建设工作报告", "丁市", Level.CITY, 2023),
        ("丁市人民政府关于2022年法治政府建设情况的报告", "丁市", Level.CITY, 2022),
        ("中共戊县委员会 戊县人民政府关于2021年法治政府建设情况的报告", "戊县", Level.COUNTY, 2021),
        ("上海市庚宁区2022年法治政府建设情况报告", "上海市庚宁区", Level.COUNTY, 2022),
        ("丁市庚宁区2024年度法治政府建设年度报告", "丁市庚宁区", Level.COUNTY, 2024),
        ("阿勒旗2023年法治政府建设工作总结", "阿勒旗", Level.COUNTY, 2023),
        ("辛山彝族自治县2023年法治政府建设情况报告", "辛山彝族自治县", Level.COUNTY, 2023),
        ("壬江藏族自治州2023年法治政府建设情况报告", "壬江藏族自治州", Level.CITY, 2023),
        ("中共卯林州委 卯林州人民政府关于2024年度推进法治政府建设情况的报告", "卯林州", Level.CITY, 2024),
        ("卯林州司法局2023年法治政府建设情况报告", "卯林州司法局", Level.DEPARTMENT, 2023),
        ("卯州市2023年法治政府建设情况报告", "卯州市", Level.CITY, 2023),
        ("癸勒盟2022年法治政府建设情况报告", "癸勒盟", Level.CITY, 2022),
        ("亥省2023年法治政府建设情况报告", "亥省", Level.PROVINCE, 2023),
        ("北京市2023年法治政府建设情况报告", "北京市", Level.PROVINCE, 2023),
        ("戊县申坪镇2023年法治政府建设情况报告", "戊县申坪镇", Level.TOWNSHIP, 2023),
        ("庚宁区酉河街道办事处2022年法治政府建设工作报告", "庚宁区酉河街道办事处", Level.TOWNSHIP, 2022),
        ("戌岭乡2024年法治政府建设年度报告", "戌岭乡", Level.TOWNSHIP, 2024),
        ("乌兰苏木2023年法治政府建设工作总结", "乌兰苏木", Level.TOWNSHIP, 2023),
        ("丁市司法局2023年法治政府建设情况报告", "丁市司法局", Level.DEPARTMENT, 2023),
        ("戊县发展和改革委员会2023年度法治政府建设工作报告", "戊县发展和改革委员会", Level.DEPARTMENT, 2023),
        ("丁市二〇二三年法治政府建设情况报告", "丁市", Level.CITY, 2023),
    ],
)
def test_identity__title__says_it(title: str, government: str, level: Level, year: int) -> None:
    found = identity(title, "一、成效", "公布裁量基准40项。")
    assert (found.government, found.level, found.year) == (government, level, year)


def test_identity__work_report__year_before_the_one_in_its_title() -> None:
    found = identity("2026年亥省政府工作报告", "一、2025年工作回顾", "出台规章3件。")
    assert (found.level, found.year) == (Level.PROVINCE, 2025)


def test_identity__title_without_a_place__signature_says_it() -> None:
    found = identity(
        "关于2023年度法治政府建设情况的报告", "一、成效", "公布裁量基准40项。", "戊县人民政府", "2024年2月1日"
    )
    assert (found.government, found.level) == ("戊县", Level.COUNTY)


def test_identity__no_name_at_all__words_the_text_uses_of_itself() -> None:
    found = identity("2023年法治政府建设情况报告", "我镇公布裁量基准40项。", "全镇培训3期。")
    assert (found.level, found.year) == (Level.TOWNSHIP, 2023)


def test_identity__city_without_counties__county_level() -> None:
    found = identity(
        "癸市2023年法治政府建设情况报告", "一、成效", "全市14个镇（街道）公布裁量基准40项，各镇配备专职人员。"
    )
    assert found.level is Level.COUNTY


@pytest.mark.parametrize(
    "text",
    [
        "在壬山市委、市政府的坚强领导下，我市申报全省首批法治政府建设示范县（市、区）。",
        "在州委、州政府正确领导下，我市依法行政水平稳步提升。",
    ],
)
def test_identity__city_under_another_city__county_level(text: str) -> None:
    assert identity("癸市2023年法治政府建设情况报告", "一、成效", text).level is Level.COUNTY


def test_identity__under_its_own_party_committee__city() -> None:
    found = identity("癸川市2023年法治政府建设情况报告", "一、成效", "在中共癸川市委的领导下，9个县区公布裁量基准。")
    assert found.level is Level.CITY


def test_identity__city_with_counties__city() -> None:
    found = identity("癸市2023年法治政府建设情况报告", "一、成效", "全市9个县区、120个乡镇公布裁量基准。")
    assert found.level is Level.CITY


def test_identity__year_only_in_the_text__found() -> None:
    assert identity("法治政府建设情况报告", "2022年，我县公布裁量基准40项。").year == 2022


def test_identity__nothing_says_the_year__none() -> None:
    assert identity("法治政府建设情况报告", "公布裁量基准40项。").year is None


@pytest.mark.parametrize("lines", [(), ("",), ("。",), ("一、",)])
def test_identity__hardly_any_text__no_crash(lines: tuple[str, ...]) -> None:
    assert identity(*lines).level is Level.CITY
