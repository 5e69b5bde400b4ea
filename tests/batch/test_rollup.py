"""Many reports summed up: every number of the roll-up can be counted by hand in these few texts."""

from __future__ import annotations

import json

import pytest

from checker.model import Level, Verdict
from checker.rollup.copies import copies_of
from checker.rollup.model import Passage, Told
from checker.rollup.outliers import _far
from tests.batch.conftest import text_of


@pytest.fixture
def store(reports, call, tmp_path):
    path = tmp_path / "p.db"
    call("batch", reports, "--out", path, "--jobs", 2)
    return path


def rolled(store, call):
    code, out, err = call("rollup", store, "--format", "json")
    assert code == 0, err
    return json.loads(out)


def test_rollup__three_places_three_years__each_counted_once_a_year(store, call):
    document = rolled(store, call)
    assert document["reports"] == 9
    assert {(one["government"], one["year"]) for one in document["places"]} == {
        (place, year) for place in ("临江市", "望海市", "南岭县") for year in (2021, 2022, 2023)
    }
    for count in document["counts"]:
        assert sum(count["verdicts"].values()) == sum(
            claim["obligation"] == count["obligation"] and claim["level"] == count["level"]
            for place in document["places"]
            if place["year"] == count["year"]
            for claim in place["claims"]
        )


def test_rollup__admissions__quote_and_place_of_each(store, call):
    found = [one for one in rolled(store, call)["admissions"] if one["government"] == "望海市" and one["year"] == 2022]
    assert found
    assert all(one["quote"] in text_of("望海市", 2022) and one["line"] for one in found)


def test_rollup__covered_then_admitted__a_fall_with_its_sentence(reports, call, tmp_path):
    gap = "部分县级行政执法机关还没有建立行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度"
    all_three = "市县两级行政执法机关全部建立行政执法公示、执法全过程记录、重大执法决定法制审核三项制度"
    (reports / "临江市2021.md").write_text(text_of("临江市", 2021, all_three), encoding="utf-8")
    text = text_of("临江市", 2022, "印发工作要点").replace("存在的不足：", f"存在的不足：{gap}，")
    (reports / "临江市2022.md").write_text(text, encoding="utf-8")
    call("batch", reports, "--out", tmp_path / "p.db", "--jobs", 2)
    falls = [one for one in rolled(tmp_path / "p.db", call)["falls"] if one["government"] == "临江市"]
    named = [one for one in falls if one["what"] == "三项制度" and one["year_after"] == 2022]
    assert named
    assert named[0]["before"] == Verdict.COVERED.value
    assert named[0]["told"]["quote"]


def test_rollup__two_reports_of_one_place_and_year__the_longer_counts(reports, call, tmp_path):
    longer = text_of("临江市", 2022).replace("一、", "全面推进依法行政。\n\n一、")
    (reports / "另一稿.md").write_text(longer, encoding="utf-8")
    call("batch", reports, "--out", tmp_path / "p.db", "--jobs", 2)
    document = rolled(tmp_path / "p.db", call)
    assert document["reports"] == 9
    assert document["left_out"] == ["临江市2022.md"]


def test_rollup__no_store__2(call, tmp_path):
    code, _, err = call("rollup", tmp_path / "none.db")
    assert code == 2
    assert "S001" in err


def test_rollup__text_page_and_workbook__the_same_rows(store, call, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    page, book = tmp_path / "r.html", tmp_path / "r.xlsx"
    code, out, _ = call("rollup", store, "--html", page, "--xlsx", book)
    assert code == 0
    assert "3 个地方，2021至2023年，9 份报告" in out
    document = rolled(store, call)
    sheet = openpyxl.load_workbook(book)["自认短板"]
    assert sheet.max_row - 2 == len(document["admissions"])
    assert page.read_text(encoding="utf-8").count("<tr>") >= len(document["places"]) + len(document["admissions"])


def told(number: int) -> Told:
    return Told(f"第{number}市", 2022, "报告.md", "0" * 64, 3, "一", "全年受理案件")


def test_outliers__one_figure_far_from_the_rest__only_that_one():
    values = [(100.0 + number, told(number)) for number in range(9)] + [(9000.0, told(10))]
    key = ("task", "受理案件", "件", "count", Level.CITY, 2022)
    assert [one.value for one in _far(key, values)] == [9000.0]


def test_outliers__too_few_places__none():
    key = ("task", "受理案件", "件", "count", Level.CITY, 2022)
    assert not list(_far(key, [(1.0, told(1)), (2.0, told(2)), (3.0, told(3)), (9000.0, told(4))]))


class TestCopies:
    TEXT = (
        "坚持把行政复议作为化解行政争议的主渠道，健全受理、审理、监督全流程工作机制，"
        "推行繁简分流和听证审理，邀请专家参加疑难案件咨询论证，做到应收尽收、应审尽审，让群众在每一起案件中感受到公平正义。"
    )

    @pytest.fixture(autouse=True)
    def _library(self):
        pytest.importorskip("datasketch", reason="没有安装 datasketch（batch 组件）")

    def passage(self, place: str, text: str, year: int = 2022) -> Passage:
        return Passage(place, year, place + str(year), 9, text)

    def test_same_paragraph_other_name_and_numbers__found(self):
        one = self.passage("临江市", f"临江市{self.TEXT}全年办理102件。")
        other = self.passage("望海市", f"望海市{self.TEXT}全年办理87件。")
        (found,) = copies_of([one, other])
        assert found.places == 2

    def test_other_words__not_found(self):
        other = (
            "全市开展规范性文件清理，废止12件、修改9件，对现行有效文件目录向社会公布，"
            "并建立定期清理和动态管理的长效机制，维护法制统一。"
        )
        assert copies_of([self.passage("临江市", self.TEXT), self.passage("望海市", other)]) == ()

    def test_twice_in_one_report__no_copy(self):
        assert copies_of([self.passage("临江市", self.TEXT), self.passage("临江市", self.TEXT)]) == ()
