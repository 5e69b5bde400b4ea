"""The page: whole, small, self-contained, readable without a script, and deaf to hostile text."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from bs4 import BeautifulSoup

from checker.audit.model import Audit
from checker.judge.assessment import Assessment
from checker.model import Status
from checker.rendering.documents import assessment_document, dumps
from checker.rendering.page import render
from checker.rendering.tables import Tables
from checker.rendering.text import printable
from tests.rendering_sample import HOSTILE, assessment_of, audit_of, entry, hostile, ordinary, shipped_plan

VOID = {"meta", "link", "input", "rect", "path", "br", "col", "hr", "img", "use"}


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return ordinary()


@pytest.fixture(scope="module")
def html(assessment: Assessment) -> str:
    return render(assessment)


@pytest.fixture(scope="module")
def page(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


@pytest.fixture(scope="module")
def spoilt() -> str:
    return render(hostile())


class Nesting(HTMLParser):
    """Fails at the first element that is closed out of order or left open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names[tag] += 1
        self.attributes.extend((tag, name, value) for name, value in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names[tag] += 1
        self.attributes.extend((tag, name, value) for name, value in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag


def nesting(html: str) -> Nesting:
    parser = Nesting()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser


# ------------------------------------------------------------------ size, self-containment


def test_size__138_tasks_and_84_statements__at_most_600_kb(html: str) -> None:
    assert len(html.encode("utf-8")) <= 600_000


def test_elements__are_properly_nested(html: str, spoilt: str) -> None:
    nesting(html)
    nesting(spoilt)


def test_page__names_nothing_outside_itself(html: str) -> None:
    for _, name, value in nesting(html).attributes:
        if name in {"href", "src", "action", "data", "srcset", "poster"}:
            assert value is not None
            assert value.startswith("#") or value == "data:,", value
    assert "@import" not in html
    assert "url(" not in html


def test_page__policy_lets_only_its_own_style_and_script_run(page: BeautifulSoup) -> None:
    (policy,) = [one["content"] for one in page.find_all("meta") if one.get("http-equiv") == "Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for name in ("style", "script"):
        (element,) = page.find_all(name)
        digest = base64.b64encode(hashlib.sha256(element.string.encode("utf-8")).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


def test_page__has_no_inline_handler_or_style(html: str) -> None:
    assert not [name for _, name, _ in nesting(html).attributes if name.startswith("on") or name == "style"]


def test_same_assessment__same_bytes(assessment: Assessment, html: str) -> None:
    assert render(assessment) == html


def test_ids__are_unique_and_every_link_leads_somewhere(html: str) -> None:
    found = nesting(html).attributes
    ids = Counter(value for _, name, value in found if name == "id")
    assert [one for one, count in ids.items() if count > 1] == []
    lost = {value for tag, name, value in found if name == "href" and tag == "a" and value and value[1:] not in ids}
    assert lost == set()


def test_landmarks__one_main_a_named_navigation_and_named_sections(page: BeautifulSoup) -> None:
    assert len(page.find_all("main")) == len(page.find_all("h1")) == len(page.find_all("nav")) == 1
    for one in page.find_all("section"):
        assert page.find(id=one["aria-labelledby"]).name == "h2"
    assert page.html["lang"] == "zh-CN"
    assert page.find("a", class_="skip")["href"] == "#main"


def test_headings__never_skip_a_level(page: BeautifulSoup) -> None:
    levels = [int(one.name[1]) for one in page.find_all(re.compile("^h[1-6]$"))]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_tables__have_captions_or_stand_under_a_task_and_every_heading_a_scope(page: BeautifulSoup) -> None:
    for one in page.find_all("table"):
        assert one.caption or "cells" in one["class"]
    assert {one.get("scope") for one in page.find_all("th")} == {"col", "row"}


def test_controls__have_labels(page: BeautifulSoup) -> None:
    for one in page.find_all(["input", "select"]):
        assert one.find_parent("label").span.get_text()


def test_without_script__the_form_and_tools_are_hidden_and_all_text_is_there(
    page: BeautifulSoup, assessment: Assessment
) -> None:
    assert page.find(id="filter").has_attr("hidden")
    assert all(one.has_attr("hidden") for one in page.find_all(class_="tools"))
    text = page.get_text()
    for one in assessment.entries.values():
        assert one.text in text


def test_boxes__are_links_to_their_task_with_its_status_in_words(page: BeautifulSoup, assessment: Assessment) -> None:
    boxes = page.find_all("a", class_="box")
    assert len(boxes) == len(assessment.plan.tasks)
    for box in boxes:
        assert page.find(id=box["href"][1:]).name == "details"
        assert "：" in box["aria-description"]


def test_long_list_of_evidence__is_counted_not_dropped_silently() -> None:
    plan = shipped_plan()
    many = [
        replace(entry(plan, 7, 2022), id=f"2022-x{at}", text=f"第{at}句：制度已在市级全部建立。") for at in range(40)
    ]
    found = BeautifulSoup(render(assessment_of(plan, many, 2022)), "html.parser")
    assert "等 40 条" in found.find(id="tasks").get_text()
    assert len(found.select("#statements li")) == 40


# ------------------------------------------------------------------ counts agree


def test_counts__of_cells_by_status__page_json_and_assessment_agree(
    page: BeautifulSoup, assessment: Assessment
) -> None:
    document = json.loads(dumps(assessment_document(assessment)))
    rows = Counter(row["data-status"] for row in page.select("#tasks tr[data-status]"))
    legend = {one["data-count"]: int(one.get_text()) for one in page.select("[data-count]")}
    assert rows == legend == document["coverage"]["by_status"]


def test_counts__coverage_in_the_head_and_in_the_heat_map(page: BeautifulSoup, assessment: Assessment) -> None:
    due = assessment.coverage.due
    assert f"{due.met}/{due.applicable} 格" in page.find(class_="figure").get_text()
    totals = [cell.b.get_text() for cell in page.select(".heat .total td")]
    assert totals[-1] == f"{due.met}/{due.applicable}"
    cells = list(page.select(".heat tbody a[data-clause]"))
    for at, level in enumerate(["city", "county", "township"]):
        summed = [0, 0]
        for link in cells:
            if link["data-level"] == level:
                met, applicable = map(int, link.get_text().split("/"))
                summed = [summed[0] + met, summed[1] + applicable]
        assert totals[at] == f"{summed[0]}/{summed[1]}"


def test_counts__gaps__page_and_tables_agree(page: BeautifulSoup, assessment: Assessment) -> None:
    tables = Tables(assessment)
    roots = page.select(".roots tbody tr")
    assert len(roots) == len(assessment.gaps)
    assert f"共 {len(tables.gaps.rows)} 格、{len(tables.open_tasks)} 项任务" in page.find(id="quekou").get_text()
    units = {row.th.get_text(): int(row.find_all("td")[-1].get_text()) for row in page.select(".leads tbody tr")}
    wanted = Counter(unit for cell in tables.open_cells for unit in cell.task.lead)
    assert units == wanted


def test_counts__statements_shortfalls_findings_and_claims(page: BeautifulSoup, assessment: Assessment) -> None:
    assert len(page.select("#statements li")) == len(assessment.entries)
    admitted = [one for one in assessment.entries.values() if one.stance.value == "shortfall"]
    assert len(page.select(".admissions li")) == len(admitted) > 0
    assert len(page.select("[data-severity]")) == len(assessment.audit.findings)
    assert len(page.select(".matrix tbody td")) == len(assessment.claims)
    assert "397/412" in page.find(id="shuzi").get_text()


# ------------------------------------------------------------------ years


def test_years__small_multiples_oldest_first(assessment: Assessment) -> None:
    earlier = [ordinary(2021), ordinary(2020)]
    found = BeautifulSoup(render(assessment, earlier), "html.parser")
    assert [one.find("b").get_text() for one in found.select("#niandu figcaption")] == ["2020年", "2021年", "2022年"]


def test_one_year__has_no_section_of_years(page: BeautifulSoup) -> None:
    assert page.find(id="niandu") is None


def test_thirty_one_reports_in_five_years__page_under_5_mb() -> None:
    assert len(render(*large()).encode("utf-8")) < 5_000_000


def large() -> tuple[Assessment, list[Assessment]]:
    """31 reports of 84 statements in the last of five years, with its four earlier years."""
    plan = shipped_plan()
    years = []
    for year in range(2018, 2023):
        entries = []
        for place in range(31):
            for number in range(84):
                one = entry(plan, number, year)
                source = replace(one.source, name=f"{place}.txt", title=f"第{place}县{year}年法治政府建设情况报告")
                text = f"{one.text}（第{place}县，{'全县按要求逐项落实' * 8}）"
                entries.append(replace(one, id=f"{year}-{place:02d}-{number:03d}", source=source, text=text))
        years.append(assessment_of(plan, entries, year, audit_of(entries)))
    return years[-1], years[:-1]


# ------------------------------------------------------------------ hostile text


def test_hostile_text__makes_no_element_and_no_attribute(spoilt: str, html: str) -> None:
    found = nesting(spoilt)
    assert found.names["script"] == found.names["style"] == found.names["title"] == 1
    assert found.names["img"] == 0
    assert set(found.names) <= set(nesting(html).names)
    assert {name for _, name, _ in found.attributes} <= {name for _, name, _ in nesting(html).attributes}
    links = [value for tag, name, value in found.attributes if tag == "a" and name == "href"]
    assert all(value and value.startswith("#") for value in links)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text__is_shown_as_it_is(spoilt: str, text: str) -> None:
    shown = BeautifulSoup(spoilt, "html.parser").find(id="statements").get_text()
    assert printable(text) in shown


def test_hostile_text__no_control_character_is_left(spoilt: str) -> None:
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufffe\uffff]", spoilt)


# ------------------------------------------------------------------ edges


def test_nothing_due__no_ratio_is_shown(assessment: Assessment) -> None:
    from checker.judge.assessment import Narrowing, narrow

    rest = narrow(assessment, Narrowing(status=Status.NOT_DUE))
    text = BeautifulSoup(render(rest), "html.parser").get_text()
    assert "无到期" in text
    assert "100.0%" not in text
    assert "到期任务没有缺口" in text


def test_no_findings__says_how_to_audit(assessment: Assessment) -> None:
    text = BeautifulSoup(render(replace(assessment, audit=Audit((), ()))), "html.parser").find(id="shuzi").get_text()
    assert "checker audit" in text
