"""SVG, Mermaid, DOT and terminal trees say what the plan says, and nothing in a title can break out of them."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from checker.judge.assessment import Assessment
from checker.rendering.graph import svg, tree
from checker.rendering.graph import text as graph_texts
from tests.rendering_sample import hostile, ordinary, shipped_plan

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return ordinary()


@pytest.fixture(scope="module")
def spoilt() -> Assessment:
    return hostile()


def edges_of_plan() -> int:
    return sum(len(task.requires) for task in shipped_plan().tasks)


def test_svg__has_a_box_for_every_task_and_a_line_for_every_prerequisite(assessment: Assessment) -> None:
    root = ElementTree.fromstring(svg.standalone(assessment.plan.tasks, assessment.cells, "图"))
    groups = root.findall(f".//{_SVG}g[@class='boxes']/{_SVG}g")
    assert len(groups) == len(assessment.plan.tasks)
    assert len(root.findall(f".//{_SVG}g[@class='lines']/{_SVG}path")) == edges_of_plan()
    told = {group.find(f"{_SVG}title").text for group in groups}  # type: ignore[union-attr]
    assert all("：" in text for text in told if text)


def test_svg__hostile_titles__well_formed_without_script_or_handler(spoilt: Assessment) -> None:
    root = ElementTree.fromstring(svg.standalone(spoilt.plan.tasks, spoilt.cells, "<script>"))
    names = {element.tag.removeprefix(_SVG) for element in root.iter()}
    assert names <= {"svg", "g", "rect", "text", "path", "title", "style"}
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in attributes if name.startswith("on") or "href" in name]
    assert "<script>document.title='run'</script>" in "".join(root.itertext())


def test_svg__without_cells__draws_the_plan_alone() -> None:
    root = ElementTree.fromstring(svg.standalone(shipped_plan().tasks, (), "图"))
    assert root.find(f".//{_SVG}g[@class='legend']") is None


def test_mermaid__one_node_a_task_one_arrow_a_prerequisite(assessment: Assessment) -> None:
    lines = graph_texts.mermaid(assessment.plan.tasks, assessment.cells).splitlines()
    assert lines[0] == "flowchart LR"
    assert sum("-->" in line for line in lines) == edges_of_plan()
    assert sum(bool(re.match(r'  t\d+\["', line)) for line in lines) == len(assessment.plan.tasks)


def test_mermaid__hostile_titles__every_node_is_one_quoted_line(spoilt: Assessment) -> None:
    node = re.compile(r'  t\d+\["[^"<>`{}\[\]|\\&]*"\](:::[a-z_]+)?')
    for line in graph_texts.mermaid(spoilt.plan.tasks, spoilt.cells).splitlines()[1:]:
        if "-->" not in line and "classDef" not in line:
            assert node.fullmatch(line), line[:80]


def test_dot__hostile_titles__every_line_has_closed_quotes(spoilt: Assessment) -> None:
    text = graph_texts.dot(spoilt.plan.tasks, spoilt.cells)
    assert text.count(" -> ") == edges_of_plan()
    for line in text.splitlines():
        bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", line)
        assert '"' not in bare, line[:80]


def test_tree__names_every_open_task_and_each_root_once(assessment: Assessment) -> None:
    lines = list(tree.trees(assessment, assessment.gaps, plain=False))
    heads = [line for line in lines if re.match(r"\d+\. ", line)]
    assert len(heads) == len(assessment.gaps)
    text = "\n".join(lines)
    for gap in assessment.gaps:
        for name in (gap.task.id, *gap.waiting):
            (title,) = [task.title for task in assessment.plan.tasks if task.id == name]
            assert title in text


def test_tree__of_the_first_root__shows_all_that_wait_for_it(assessment: Assessment) -> None:
    gap = assessment.gaps[0]
    lines = list(tree.trees(assessment, [gap], plain=True))
    shown = {line.split("- ", 1)[1].split("（")[0] for line in lines[1:]}
    numbers = {task.id: f"{task.no} {task.title.split('（')[0]}" for task in assessment.plan.tasks}
    assert shown == {numbers[name] for name in gap.waiting}


def test_tree__plain__has_no_box_characters(assessment: Assessment) -> None:
    text = "\n".join(tree.trees(assessment, assessment.gaps, plain=True))
    assert not set(text) & set("├└│─")


def test_tree__hostile_titles__stay_on_their_line(spoilt: Assessment) -> None:
    for line in tree.trees(spoilt, spoilt.gaps, plain=True):
        assert "\n" not in line
        assert "\x1b" not in line
