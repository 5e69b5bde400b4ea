"""The geometry of the drawing: nothing overlaps, few lines cross, the same tasks give the same picture."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Kind, Level, Requirement, Task
from checker.rendering.graph.labels import FONT_SIZE, LINE_HEIGHT, MAX_LINES, text_width, wrapped
from checker.rendering.graph.layout import BOX_WIDTH, SIGN_WIDTH, Box, Drawing, Line, layout
from tests.rendering_sample import shipped_plan


def task(name: str, *needs: str, title: str = "") -> Task:
    return Task(
        id=name, no="1.01", title=title or name, clause=15, kind=Kind.STATE, levels=(Level.CITY,), criterion="有制度",
        lead=("司法局",), requires=tuple(Requirement(need, "") for need in needs), terms=(),
    )  # fmt: skip


@pytest.fixture(scope="module")
def shipped() -> Drawing:
    return layout(shipped_plan().tasks)


def overlapping(boxes: tuple[Box, ...]) -> list[tuple[str, str]]:
    return [
        (one.task.id, other.task.id)
        for one, other in combinations(boxes, 2)
        if one.x < other.x + other.width and other.x < one.x + one.width
        and one.y < other.y + other.height and other.y < one.y + one.height
    ]  # fmt: skip


def curve(line: Line, left: float, right: float) -> tuple[float, float] | None:
    """The heights at which a line enters and leaves the free lane from `left` to `right`."""
    for (_, start, y), (end, _, level) in zip(line.stops, line.stops[1:], strict=False):
        if (start, end) == (left, right):
            return y, level
    return None


def crossings(drawing: Drawing) -> int:
    """Pairs of curves that change places in a lane, counted from the drawn lines, one pair at a time."""
    lanes = {
        (start, end)
        for line in drawing.lines
        for (_, start, _), (end, _, _) in zip(line.stops, line.stops[1:], strict=False)
    }
    total = 0
    for left, right in lanes:
        curves = [found for line in drawing.lines if (found := curve(line, left, right))]
        total += sum((a - c) * (b - d) < -1e-9 for (a, b), (c, d) in combinations(curves, 2))
    return total


def test_shipped_plan__fewer_than_450_crossings_counted_from_the_geometry(shipped: Drawing) -> None:
    assert len(shipped.boxes) == 138
    assert len(shipped.lines) > 100
    assert crossings(shipped) == shipped.crossings < 450


def test_shipped_plan__no_two_boxes_overlap(shipped: Drawing) -> None:
    assert overlapping(shipped.boxes) == []


def test_shipped_plan__every_label_fits_its_box_and_every_box_the_drawing(shipped: Drawing) -> None:
    for box in shipped.boxes:
        assert max(map(text_width, box.lines)) <= box.width - SIGN_WIDTH
        assert len(box.lines) * LINE_HEIGHT <= box.height
        assert box.x >= 0
        assert box.x + box.width <= shipped.width
        assert box.y >= 0
        assert box.y + box.height <= shipped.height


def test_shipped_plan__no_line_runs_through_a_box(shipped: Drawing) -> None:
    for line in shipped.lines:
        for left, right, y in line.stops[1:-1]:
            struck = [
                box.task.id
                for box in shipped.boxes
                if box.x < right and left < box.x + box.width and box.y <= y <= box.y + box.height
            ]
            assert struck == [], (line.source, line.target)


def test_shipped_plan__every_prerequisite_stands_left_of_what_needs_it(shipped: Drawing) -> None:
    place = {box.task.id: box for box in shipped.boxes}
    drawn = set()
    for line in shipped.lines:
        assert place[line.source].x + place[line.source].width < place[line.target].x
        drawn.add((line.source, line.target))
    assert drawn == {(need.id, one.id) for one in shipped_plan().tasks for need in one.requires}


def test_order_of_requirements__changes_nothing() -> None:
    from dataclasses import replace

    tasks = shipped_plan().tasks
    turned = tuple(replace(one, requires=one.requires[::-1]) for one in tasks)
    one, other = layout(tasks), layout(turned)
    assert [(box.x, box.y) for box in one.boxes] == [(box.x, box.y) for box in other.boxes]


def test_chain_of_two_thousand__is_drawn_without_recursion() -> None:
    tasks = [task("t0"), *(task(f"t{at}", f"t{at - 1}") for at in range(1, 2000))]
    drawing = layout(tasks)
    assert (drawing.layers, drawing.crossings) == (2000, 0)


def test_no_tasks__gives_an_empty_drawing() -> None:
    drawing = layout(())
    assert (drawing.boxes, drawing.lines, drawing.crossings, drawing.layers) == ((), (), 0, 0)


def test_tasks_that_stand_alone__are_set_apart_in_a_grid() -> None:
    drawing = layout([task("a"), task("b", "c"), task("c")])
    boxes = {box.task.id: box for box in drawing.boxes}
    assert drawing.grid_top is not None
    assert boxes["a"].layer is None
    assert boxes["a"].y > drawing.grid_top > max(boxes["b"].y, boxes["c"].y)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 40), st.integers(0, 90))
def test_any_graph__no_overlap_and_the_count_of_crossings_is_that_of_the_geometry(
    seed: int, size: int, edges: int
) -> None:
    chance = random.Random(seed)
    needs: dict[int, set[int]] = {at: set() for at in range(size)}
    for _ in range(edges):
        one, other = sorted(chance.sample(range(size), 2))
        needs[other].add(one)
    titles = ["短", "部门制定裁量基准并向社会公布", "长" * 40]
    tasks = [
        task(f"t{at}", *(f"t{need}" for need in sorted(needs[at])), title=chance.choice(titles)) for at in range(size)
    ]
    drawing = layout(tasks)
    assert overlapping(drawing.boxes) == []
    assert crossings(drawing) == drawing.crossings


@given(st.text(max_size=200))
def test_label__any_text__fits_in_at_most_three_lines(text: str) -> None:
    lines = wrapped(text, BOX_WIDTH - SIGN_WIDTH)
    assert 1 <= len(lines) <= MAX_LINES
    assert all(text_width(line) <= BOX_WIDTH - SIGN_WIDTH + FONT_SIZE for line in lines)
