"""The stages of labelling in order: stance before topic, topic before level, level before figure.

Stages do not know each other; this module ties them and is a pure function of one document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.errors import InputError, Problem
from checker.lexicon import Lexicon
from checker.model import (
    Because,
    Document,
    Extent,
    Figure,
    Level,
    Plan,
    Reach,
    Report,
    Sentence,
    Stance,
    Statement,
    TaskMatch,
)
from checker.statements.apart import Naming, in_part_unless_whole, told_apart, with_own
from checker.statements.extent.label import ExtentLabel, Extents
from checker.statements.extent.next_sentence import unless_taken_back
from checker.statements.figures.read import Figures
from checker.statements.levels.label import LevelLabel, Levels
from checker.statements.levels.of_gap import of_gap
from checker.statements.splitting.identity import Identity, identify
from checker.statements.splitting.split import Splitter
from checker.statements.stance.label import StanceLabel, Stances
from checker.statements.topics.label import TopicLabel, TopicRules, Topics

UNSURE_SCORE = 0.59
"""The highest score of a task match whose result is not sure: below the judge's line, so it is for review."""


@dataclass(frozen=True)
class _Labels:
    """The labels of one sentence."""

    stance: StanceLabel
    levels: LevelLabel
    extent: ExtentLabel
    topic: TopicLabel
    figures: tuple[Figure, ...]


class Labeller:
    """Labels documents against one plan; compiles its patterns once, then reads any number of reports."""

    def __init__(self, plan: Plan, lexicon: Lexicon, rules: TopicRules) -> None:
        self._splitter = Splitter(lexicon)
        self._stances = Stances(lexicon)
        self._levels = Levels(lexicon)
        self._extents = Extents(lexicon)
        self._figures = Figures(lexicon)
        self._topics = Topics(plan, rules)

    def label(self, document: Document, year: int | None = None) -> Report:
        """All statements of a document.

        `year` is the year that the report tells of, where its title does not say. Raises InputError when the
        year cannot be found at all.
        """
        sentences = self._splitter.split(document)
        identity = identify(document, sentences)
        told = identity.year or year
        if told is None:
            hint = "用 --year 指定报告所属年份"
            raise InputError([Problem(document.name, 0, "N002", "看不出这份报告是哪一年的", hint)])
        labels = self._labels(sentences, identity, told)
        statements = tuple(
            _statement(sentence, label, told, document.scanned, self._tasks(sentence, label, identity.level))
            for sentence, label in zip(sentences, labels, strict=True)
        )
        return Report(
            name=document.name,
            sha256=document.sha256,
            title=identity.title,
            government=identity.government,
            level=identity.level,
            year=told,
            statements=statements,
        )

    def _labels(self, sentences: tuple[Sentence, ...], identity: Identity, year: int) -> list[_Labels]:
        stances = self._stances.label(sentences, year, identity.level, identity.government)
        topics = self._topics.label(sentences)
        named = self._levels.label(sentences, identity.level, identity.government)
        levels = [
            of_gap(label, sentence.quote, stance.detail) if stance.stance is Stance.SHORTFALL else label
            for sentence, label, stance in zip(sentences, named, stances, strict=True)
        ]
        figures = [self._figures.read(sentence.quote) for sentence in sentences]
        extents = unless_taken_back(
            self._extents.label(sentences, levels, figures, identity.level, year), sentences, identity.government
        )
        rows = [_Labels(*row) for row in zip(stances, levels, extents, topics, figures, strict=True)]
        return [self._with_own(sentence, row, identity.level) for sentence, row in zip(sentences, rows, strict=True)]

    def _with_own(self, sentence: Sentence, label: _Labels, own: Level) -> _Labels:
        """The labels, with the own level where a result begins with it and names only lower ones."""
        if not label.extent.reaches or not label.levels.spans or label.stance.stance is not Stance.ACHIEVED:
            return label
        named_at = label.levels.spans[0].start
        reaches = with_own(sentence, label.extent, named_at, own, label.topic.tasks, self._naming(label))
        return replace(label, extent=label.extent._replace(reaches=reaches))

    def _tasks(self, sentence: Sentence, label: _Labels, own: Level) -> tuple[TaskMatch, ...]:
        """The tasks at the levels that the statement speaks of, the government's own where it names none."""
        levels = {reach.level for reach in label.extent.reaches} or {own}
        matches = self._topics.at_levels(label.topic.tasks, levels)
        if matches and label.extent.parts:
            matches = told_apart(sentence, matches, label.extent, own, self._naming(label))
        return in_part_unless_whole(matches, label.extent, own, self._topics.told_whole)

    def _naming(self, label: _Labels) -> Naming:
        return Naming(label.topic.hits, self._topics.twins)


def _statement(sentence: Sentence, label: _Labels, year: int, scanned: bool, tasks: tuple[TaskMatch, ...]) -> Statement:
    doubtful = not label.stance.sure and label.stance.stance in (Stance.ACHIEVED, Stance.ONGOING)
    return Statement(
        id=f"{year}-{sentence.ordinal:03d}",
        quote=sentence.quote,
        chapter=sentence.chapter,
        ordinal=sentence.ordinal,
        line=sentence.line,
        page=sentence.page,
        part=sentence.part,
        stance=label.stance.stance,
        reaches=_reaches(label.extent.reaches, doubtful),
        extent=_no_more_than_unstated(label.extent.own) if doubtful else label.extent.own,
        tasks=_tasks(tasks, doubtful),
        clauses=label.topic.clauses,
        obligations=label.topic.obligations,
        figures=label.figures,
        because=_because(label),
        review=_review(label),
        scanned=scanned,
    )


def _reaches(reaches: Sequence[Reach], doubtful: bool) -> tuple[Reach, ...]:
    """A result that is not sure never covers a whole level."""
    if not doubtful:
        return tuple(reaches)
    return tuple(replace(reach, extent=_no_more_than_unstated(reach.extent)) for reach in reaches)


def _no_more_than_unstated(extent: Extent) -> Extent:
    return Extent.UNSTATED if extent is Extent.ALL else extent


def _tasks(tasks: Sequence[TaskMatch], doubtful: bool) -> tuple[TaskMatch, ...]:
    if not doubtful:
        return tuple(tasks)
    return tuple(replace(match, score=min(match.score, UNSURE_SCORE)) for match in tasks)


def _because(label: _Labels) -> tuple[Because, ...]:
    stance = Because("stance", label.stance.rule, label.stance.detail)
    return (stance, *label.levels.because, *label.extent.because, *label.topic.because)


def _review(label: _Labels) -> tuple[str, ...]:
    """The labels that a person should look at."""
    unsure = {"stance": label.stance.sure, "levels": label.levels.sure, "tasks": label.topic.sure}
    return tuple(name for name, sure in unsure.items() if not sure)
