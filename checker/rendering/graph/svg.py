"""The drawing of the prerequisites as SVG: by itself, or inside the page (where the page's style rules)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from checker.model import Cell, Status, Task
from checker.rendering.graph.labels import FONT_SIZE, LINE_HEIGHT
from checker.rendering.graph.layout import GRID_TITLE, Box, Drawing, Line, layout
from checker.rendering.marks import LOOKS, statuses_of_tasks
from checker.rendering.markup import Markup, join, tag

_FONTS = "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Source Han Sans SC','SimHei',sans-serif"
_SIGN_BAR = 24
_SVG = "http://www.w3.org/2000/svg"


def standalone(tasks: Sequence[Task], cells: Sequence[Cell], title: str) -> str:
    """A whole SVG file: white ground, colours within, a legend of the signs in use."""
    drawing = layout(tasks)
    status = statuses_of_tasks(cells)
    legend = _legend(drawing, status)
    width, height = drawing.width, drawing.height + (LEGEND_HEIGHT if legend else 0)
    svg = tag(
        "svg",
        tag("title", title),
        tag("style", Markup(_style())),
        tag("rect", class_="paper", width=number(width), height=number(height)),
        inner(drawing, status, {}),
        legend,
        xmlns=_SVG,
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=number(width),
        height=number(height),
        role="img",
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}\n'


def inner(drawing: Drawing, status: Mapping[str, Status], words: Mapping[str, str]) -> Markup:
    """Lines, then boxes. With `words` (a description of each task) boxes are links to #t-ID of the page."""
    note = None
    if drawing.grid_top is not None:
        note = tag(
            "text", "没有前提、也没有任务等它的任务", class_="note", x=10, y=number(drawing.grid_top + GRID_TITLE - 10)
        )
    return join(
        [
            tag("g", join(map(_path, drawing.lines)), class_="lines"),
            note,
            tag("g", join(_box(box, status.get(box.task.id), words) for box in drawing.boxes), class_="boxes"),
        ]
    )


def _path(line: Line) -> Markup:
    """A line with a curve in every free lane; the two ends of a curve are level, so that it crosses as counted."""
    first = line.stops[0]
    steps = [f"M{number(first[1])} {number(first[2])}"]
    for (_, x, y), (left, right, level) in pairwise(line.stops):
        middle = number((x + left) / 2)
        steps.append(f"C{middle} {number(y)} {middle} {number(level)} {number(left)} {number(level)}")
        if right > left:
            steps.append(f"H{number(right)}")
    return tag("path", d="".join(steps), data_from=line.source, data_to=line.target)


def _box(box: Box, status: Status | None, words: Mapping[str, str]) -> Markup:
    """A box with its sign and label. Positions are in the group, so that the rest is short."""
    middle = box.height / 2
    first = middle - (len(box.lines) - 1) * LINE_HEIGHT / 2
    parts = [
        tag("rect", width=number(box.width), height=number(box.height), rx=3),
        tag("rect", class_="bar", width=_SIGN_BAR, height=number(box.height), rx=3),
        tag(
            "text",
            LOOKS[status].sign if status else "·",
            class_="sign",
            x=_SIGN_BAR // 2,
            y=number(middle),
            aria_hidden="true",
        ),
    ]
    for row, line in enumerate(box.lines):
        parts.append(tag("text", line, x=_SIGN_BAR + 6, y=number(first + row * LINE_HEIGHT)))
    look = f"box {status.value if status else 'bare'}"
    place = f"translate({number(box.x)} {number(box.y)})"
    words_of = words.get(box.task.id)
    if words_of is None:
        title = f"{box.task.no} {box.task.title}" + (f"：{status.zh}" if status else "")
        return tag("g", tag("title", title), *parts, class_=look, transform=place)
    return tag(
        "a", *parts, class_=look, transform=place, href=f"#t-{box.task.id}", id=f"n-{box.task.id}",
        data_task=box.task.id, aria_description=words_of,
    )  # fmt: skip


LEGEND_HEIGHT = 34
_LEGEND_STEP = 92


def _legend(drawing: Drawing, status: Mapping[str, Status]) -> Markup | None:
    used = [one for one in Status if one in set(status.values())]
    if not used:
        return None
    keys = []
    for place, one in enumerate(used):
        keys.append(
            tag(
                "g",
                tag("rect", class_="bar", width=_SIGN_BAR, height=22, rx=3),
                tag("text", LOOKS[one].sign, class_="sign", x=_SIGN_BAR // 2, y=11),
                tag("text", one.zh, x=_SIGN_BAR + 6, y=11),
                class_=f"box {one.value}",
                transform=f"translate({10 + place * _LEGEND_STEP} {number(drawing.height)})",
            )
        )
    return tag("g", join(keys), class_="legend")


def _style() -> str:
    looks = "".join(
        f".{status.value} .bar{{fill:{look.ink}}}.{status.value} rect{{stroke:{look.ink};fill:{look.ground}}}"
        for status, look in LOOKS.items()
    )
    return (
        f"text{{font:{FONT_SIZE}px {_FONTS};dominant-baseline:central;fill:#1c1c1c}}"
        ".paper{fill:#fff}.lines path{fill:none;stroke:#8a8f96;stroke-width:1.2}.note{fill:#555}"
        f".box rect{{fill:#f4f4f2;stroke:#777}}{looks}"
        ".box .bar{stroke:none}.bare .bar{fill:#777}.sign{fill:#fff;text-anchor:middle;font-weight:bold}"
    )


def number(value: float) -> str:
    """A coordinate, short: one decimal at most."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
