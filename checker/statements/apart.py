"""What a sentence says of each of its tasks, where its parts say different things.

执法公示、法制审核全覆盖，执法记录仪配备率96%: all of the one, some of the other. The extent of a sentence is that of
its levels; a task whose own words stand in a part of its own is held to what is said there. It never gets more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from checker.model import Extent, Level, Reach, TaskMatch
from checker.statements.extent.label import ExtentLabel, Told
from checker.statements.topics.tasks import FOR_REVIEW

Tasks = frozenset[str]
TasksIn = Callable[[Sequence[tuple[int, int]]], Sequence[Tasks]]


class _Part(NamedTuple):
    """A part with the tasks that it names, and those that it is `about`: its own, else those named last.

    A part before which no task is named may be about any of them (41家单位一家不落，……).
    """

    told: Told
    named: Tasks
    about: Tasks


def told_apart(
    matches: Sequence[TaskMatch], label: ExtentLabel, own: Level, head: int, tasks_in: TasksIn
) -> tuple[TaskMatch, ...]:
    """The matches, each with the levels of which the sentence says less of its task (`TaskMatch.less`).

    The first `head` characters are a heading. `tasks_in` says which tasks stretches of the quote name by words of
    their own; it is asked only where one of several tasks may have the 'all' of another, or a limit stands aside.
    """
    sure = frozenset(match.id for match in matches if match.score >= FOR_REVIEW)
    limited = any(part.some or part.counted for part in label.parts)
    if not label.parts or not sure or (len(sure) == 1 and not limited):
        return tuple(matches)
    rows = [told for told in label.parts if told.start >= head]
    heading, *named = tasks_in([(0, head), *((told.start, told.end) for told in rows)])
    parts: list[_Part] = []
    about = sure
    for told, tasks in zip(rows, named, strict=True):
        about = tasks & sure or about
        parts.append(_Part(told, tasks & sure, about))
    reaches = label.reaches or (Reach(own, label.own),)
    # a task that no part names speaks by words that span parts: the whole sentence speaks for it
    apart = frozenset[str]().union(*(part.named for part in parts))
    return tuple(
        replace(match, less=_less(match.id, reaches, parts, match.id in heading)) if match.id in apart else match
        for match in matches
    )


def _less(task: str, reaches: Sequence[Reach], parts: Sequence[_Part], is_heading: bool) -> tuple[Reach, ...]:
    """The levels of which less is said of a task than of the sentence, with what is said."""
    said = [(reach, _said(task, reach, parts, is_heading)) for reach in reaches]
    return tuple(Reach(reach.level, extent) for reach, extent in said if extent is not reach.extent)


def _said(task: str, reach: Reach, parts: Sequence[_Part], is_heading: bool) -> Extent:
    """What is said of a task at a level: a limit outweighs 'all', 'all' outweighs a number without its total."""
    level = reach.level
    if reach.extent is Extent.SOME or any(
        level in part.told.some and task in (part.named if part.told.aside else part.about) for part in parts
    ):
        return Extent.SOME
    if reach.extent is Extent.ALL and (
        is_heading or any(level in part.told.all and task in part.about for part in parts)
    ):
        return Extent.ALL
    counted = any(level in part.told.counted and task in part.named for part in parts)
    return Extent.SOME if counted else Extent.UNSTATED
