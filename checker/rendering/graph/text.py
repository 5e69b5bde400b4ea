"""The prerequisites as text that other programs draw: Mermaid and Graphviz DOT."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import Cell, Status, Task
from checker.rendering.marks import LOOKS, statuses_of_tasks
from checker.rendering.text import printable


def mermaid(tasks: Sequence[Task], cells: Sequence[Cell]) -> str:
    """A flowchart for Markdown pages and wikis; nodes have numbers, since ids may hold words Mermaid reserves."""
    names = {task.id: f"t{number}" for number, task in enumerate(tasks)}
    status = statuses_of_tasks(cells)
    lines = ["flowchart LR"]
    for task in tasks:
        suffix = f":::{status[task.id].value}" if task.id in status else ""
        lines.append(f'  {names[task.id]}["{_mermaid_text(_label(task, status))}"]{suffix}')
    lines += [f"  {names[before]} --> {names[after]}" for before, after in _edges(tasks)]
    for one in sorted(set(status.values()), key=list(Status).index):
        look = LOOKS[one]
        lines.append(f"  classDef {one.value} fill:{look.ground},stroke:{look.ink},color:{look.ink}")
    return "\n".join(lines) + "\n"


def dot(tasks: Sequence[Task], cells: Sequence[Cell]) -> str:
    """A digraph for Graphviz; the id of a task is the name of its node."""
    status = statuses_of_tasks(cells)
    lines = [
        "digraph prerequisites {",
        "  rankdir=LR;",
        '  node [shape=box, style=filled, fontname="Noto Sans CJK SC", fontsize=11, fillcolor="#f4f4f2"];',
    ]
    for task in tasks:
        look = LOOKS[status[task.id]] if task.id in status else None
        colours = f', fillcolor="{look.ground}", color="{look.ink}"' if look else ""
        lines.append(f"  {_dot_text(task.id)} [label={_dot_text(_label(task, status))}{colours}];")
    lines += [f"  {_dot_text(before)} -> {_dot_text(after)};" for before, after in _edges(tasks)]
    return "\n".join([*lines, "}"]) + "\n"


def _label(task: Task, status: Mapping[str, Status]) -> str:
    words = f"（{status[task.id].zh}）" if task.id in status else ""
    return f"{task.no} {task.title}{words}"


def _edges(tasks: Sequence[Task]) -> list[tuple[str, str]]:
    known = {task.id for task in tasks}
    return [(need.id, task.id) for task in tasks for need in task.requires if need.id in known]


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())


def _mermaid_text(text: str) -> str:
    """Inside quotes Mermaid reads HTML and #entities;: every character that could start one is spelled out."""
    return "".join(f"#{ord(char)};" if char in '"#<>&`\\{}[]|;%' else char for char in _one_line(text))


def _dot_text(text: str) -> str:
    escaped = _one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
