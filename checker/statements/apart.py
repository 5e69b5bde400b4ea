"""What a sentence says of each of its tasks, where its parts say different things.

执法公示、法制审核全覆盖，执法记录仪配备率96%: all of the one, some of the other. The extent of a sentence is that of
its levels; a task whose own words stand in a part of its own is held to what is said there. It never gets more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from checker.model import LEVEL_RANK, Extent, Level, Reach, Sentence, TaskMatch
from checker.patterns import Pattern
from checker.statements.extent.label import ExtentLabel, Told
from checker.statements.topics.match import Hit
from checker.statements.topics.tasks import FOR_REVIEW
from checker.statements.topics.words import fold

Tasks = frozenset[str]

_DEED = Pattern(r"\d|《|完成|印发|出台|制定|修订|建成|公布|组建|成立|设立|开展|举办|组织|办理|受理")
_LEADS_IN = Pattern(
    r"按照|根据|依据|为|围绕|聚焦|针对|对照|结合|在|通过|依托|坚持|以|指导|督促|推动|要求|部署|会同|联合"
)
"""What only leads in to the deed that follows."""


class Naming:
    """Which tasks a stretch of a sentence names: by the strong words of the topics that named them in the whole."""

    def __init__(self, hits: Iterable[Hit], twins: Mapping[str, str]) -> None:
        """`twins` are the same duties at other levels: what names one names the other."""
        self._topics = [hit.topic for hit in hits if hit.strong]
        self._twins = twins

    def tasks_in(self, text: str) -> Tasks:
        """The tasks that a stretch of the sentence names."""
        text = fold(text)
        tasks: set[str] = set()
        for topic in self._topics:
            if not tasks.issuperset(topic.tasks) and any(
                all(word in text for word in pattern.parts) for pattern in topic.strong
            ):
                tasks.update(topic.tasks)
        return frozenset(tasks | {self._twins[task] for task in tasks & self._twins.keys()})


class _Part(NamedTuple):
    """A part with the tasks that it names, and those that it is `about`: its own, else those named last.

    A part before which no task is named may be about any of them (41家单位一家不落，……).
    """

    told: Told
    named: Tasks
    about: Tasks


def with_own(
    sentence: Sentence, label: ExtentLabel, named_at: int, own: Level, tasks: Sequence[TaskMatch], naming: Naming
) -> tuple[Reach, ...]:
    """The reaches; the own level too where the sentence begins with a deed of its own for all that it speaks of.

    修订镇总体预案和专项预案9件，17个村均有应急预案: the villages are named, the plans of the town are told as well.
    `named_at` is where the first level is named.
    """
    reaches = label.reaches
    sure = frozenset(match.id for match in tasks if match.score >= FOR_REVIEW)
    if not sure or any(LEVEL_RANK[reach.level] <= LEVEL_RANK[own] for reach in reaches):
        return reaches
    quote, head = sentence.quote, sentence.head_end
    end = max(quote.rfind(mark, head, named_at) for mark in "，；")
    if end < 0 or _LEADS_IN.match(quote, head) or not _DEED.search(quote, head, end):
        return reaches
    if not sure <= naming.tasks_in(quote[head:end]):
        return reaches
    parts = [part for part in label.parts if head <= part.start < end]
    limited = any(own in part.some or own in part.counted for part in parts)
    whole = not limited and any(own in part.all for part in parts)
    return (Reach(own, Extent.ALL if whole else Extent.UNSTATED, named=False), *reaches)


def in_part_unless_whole(
    matches: Sequence[TaskMatch], label: ExtentLabel, own: Level, tasks: frozenset[str]
) -> tuple[TaskMatch, ...]:
    """The matches; those of `tasks`, which are whole or nothing, are done in part where no extent is stated."""
    reaches = label.reaches or (Reach(own, label.own),)
    return tuple(replace(match, less=_in_part(match, reaches)) if match.id in tasks else match for match in matches)


def _in_part(match: TaskMatch, reaches: Sequence[Reach]) -> tuple[Reach, ...]:
    """What is said of a match at each level of which less is said than all: in part where nothing else is."""
    said = [(reach, match.extent_at(reach.level, reach.extent)) for reach in reaches]
    some = [(reach, Extent.SOME if extent is Extent.UNSTATED else extent) for reach, extent in said]
    return tuple(Reach(reach.level, extent) for reach, extent in some if extent is not reach.extent)


def told_apart(
    sentence: Sentence, matches: Sequence[TaskMatch], label: ExtentLabel, own: Level, naming: Naming
) -> tuple[TaskMatch, ...]:
    """The matches, each with the levels of which the sentence says less of its task (`TaskMatch.less`)."""
    sure = frozenset(match.id for match in matches if match.score >= FOR_REVIEW)
    limited = any(part.some or part.counted for part in label.parts)
    if not sure or (len(sure) == 1 and not limited):
        return tuple(matches)
    quote, head = sentence.quote, sentence.head_end
    parts: list[_Part] = []
    about = sure
    for told in label.parts:
        if told.start >= head:
            named = naming.tasks_in(quote[told.start : told.end]) & sure
            about = named or about
            parts.append(_Part(told, named, about))
    heading = naming.tasks_in(quote[:head]) if head else frozenset()
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
    """What is said of a task at a level: a limit outweighs 'all', 'all' outweighs a number without its total.

    What the heading of the sentence names is what all of its parts are about.
    """
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
