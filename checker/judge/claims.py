"""Facts -> Claims: what the statements alone say of the four named obligations, level by level.

The judge reads statements of a report and entries kept as evidence alike; both are put into the form of a
`Fact` first, so that one rule decides for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.judge.demands import stance_at
from checker.judge.left_open import is_left_open, is_still_due
from checker.judge.parts import WORDS, missing_parts, said_of
from checker.judge.reasons import LISTED, shortened
from checker.model import OBLIGATIONS, Extent, Level, Reach, Stance, TaskMatch, Verdict


@dataclass(frozen=True, slots=True)
class Fact:
    """What one statement or entry puts forward, wherever it is kept.

    `ref` is the id by which a verdict names it (a statement's or an entry's). `reaches` are the levels that it
    names with how much of each was covered; where it names none, it speaks for the reporting government's own
    level and `extent` says how much of that. `text` is the quote, `where` its place for people (一(六) 第120行).
    """

    ref: str
    stance: Stance
    reaches: tuple[Reach, ...]
    extent: Extent
    obligations: tuple[str, ...]
    tasks: tuple[TaskMatch, ...]
    text: str
    where: str

    def extent_at(self, level: Level, own: Level) -> Extent | None:
        """How much of `level` it speaks of; None where it does not speak of that level."""
        if not self.reaches:
            return self.extent if level == own else None
        for reach in self.reaches:
            if reach.level == level:
                return reach.extent
        return None


@dataclass(frozen=True, slots=True)
class Claim:
    """Verdict on one named obligation at one level; `evidence` are the refs of the facts that decided it."""

    obligation: str
    level: Level
    verdict: Verdict
    evidence: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A fact on an obligation, with how much of the level in question it speaks of, and how.

    `stance` is that of the fact; what was only demanded of a level is background there. `at` is the offset of the
    words that name the obligation.
    """

    fact: Fact
    extent: Extent
    stance: Stance
    at: int

    @property
    def whole(self) -> bool:
        return self.stance == Stance.ACHIEVED and self.extent == Extent.ALL

    @property
    def part(self) -> bool:
        """Done for some, for nobody says how many, or still under way."""
        return self.stance in (Stance.ACHIEVED, Stance.ONGOING) and not self.whole


NO_DUTY = {("复议改革", Level.TOWNSHIP), ("复议改革", Level.VILLAGE)}
"""Levels that the reform itself leaves without the duty: a collection point for applications decides no case
(行政复议法第四条: 县级以上地方各级人民政府)."""


def claims(facts: Iterable[Fact], own: Level, levels: Sequence[Level]) -> tuple[Claim, ...]:
    """Verdicts of the four named obligations at each of `levels`, obligation by obligation.

    `own` is the reporting government's own level: a fact that names no level counts for it. Order and
    repetition of the facts change nothing.
    """
    about: dict[str, list[Fact]] = {name: [] for name in OBLIGATIONS}
    for fact in distinct(facts):
        for name in fact.obligations:
            if name in about:
                about[name].append(fact)
    return tuple(_claim(name, level, about[name], own) for name in OBLIGATIONS for level in levels)


def distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts in order of their refs, a sentence that is repeated word for word kept once."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: fact.ref):
        key = (fact.text, fact.stance, fact.reaches, fact.extent, fact.obligations)
        if key not in seen:
            seen.add(key)
            kept.append(fact)
    return tuple(kept)


def _claim(obligation: str, level: Level, facts: Sequence[Fact], own: Level) -> Claim:
    """The first that applies: a gap admitted, all of the level, some of it, nothing."""
    spoken = [
        _Spoken(
            fact,
            said_of(obligation, fact.obligations, fact.text, extent),
            stance_at(fact.stance, fact.text, own=level is own),
            _named_at(obligation, fact.text),
        )
        for fact in facts
        if (extent := fact.extent_at(level, own)) is not None
    ]
    gaps = [one for one in spoken if one.fact.stance == Stance.SHORTFALL]
    done = [one for one in spoken if one.whole]
    some = [one for one in spoken if one.part]
    rest = [one for one in spoken if one.stance in (Stance.PLANNED, Stance.CONTEXT)]
    left = [one for one in some if is_left_open(one.stance, one.extent, one.fact.text)]
    due = [fact for fact in facts if is_still_due(obligation, fact.stance, fact.text) and _bears_on(fact, level, own)]
    missing = missing_parts(obligation, [one.fact.text for one in done]) if done else ()
    if (obligation, level) in NO_DUTY:
        told = gaps + done + some
        verdict, evidence = (Verdict.NOT_APPLICABLE, told) if told else (Verdict.NONE, [])
        why = _why_no_duty(level, told)
    elif gaps:
        verdict, why, evidence = Verdict.SHORTFALL, _why_shortfall(gaps, done + some), gaps + done + some
    elif done and not (missing or left or due):
        verdict, why, evidence = Verdict.COVERED, _why_covered(done, rest, level), done
    elif done or some:
        verdict, why, evidence = Verdict.PARTIAL, _why_partial(some, done, missing, due), done + some
    else:
        verdict, why, evidence = Verdict.NONE, _why_none(rest), []
    return Claim(obligation, level, verdict, tuple(sorted({one.fact.ref for one in evidence})), why)


def _bears_on(plan: Fact, level: Level, own: Level) -> bool:
    """Whether a plan is one for a level too; what a government plans without naming a level is for all below it."""
    return plan.extent_at(level, own) is not None or plan.extent_at(own, own) is not None


def _named_at(obligation: str, text: str) -> int:
    """The offset of the obligation's words in a text, 0 where it is not named there."""
    found = WORDS[obligation].search(text) if obligation in WORDS else None
    return found.start() if found else 0


def _why_shortfall(gaps: Sequence[_Spoken], done: Sequence[_Spoken]) -> str:
    beside = f"；同时报告已做的：{_quotes(done)}" if done else ""
    return f"报告自认不足：{_quotes(gaps)}{beside}"


def _why_covered(done: Sequence[_Spoken], rest: Sequence[_Spoken], level: Level) -> str:
    again = [one for one in rest if one.fact.stance == Stance.PLANNED]
    remark = f"；但计划中又列为待办，请核对：{_quotes(again)}" if again else ""
    return f"报告称{level.zh}一级已全部做到：{_quotes(done)}{remark}"


def _why_partial(some: Sequence[_Spoken], done: Sequence[_Spoken], missing: Sequence[str], due: Sequence[Fact]) -> str:
    kinds = []
    if any(one.fact.stance == Stance.ONGOING for one in some):
        kinds.append("仍在推进或试点")
    if any(one.fact.stance == Stance.ACHIEVED and one.extent == Extent.SOME for one in some):
        kinds.append("只及一部分单位，或有数无总数")
    if any(one.fact.stance == Stance.ACHIEVED and one.extent == Extent.UNSTATED for one in some):
        kinds.append("未说明是否全部做到")
    if missing:
        kinds.append(f"只有其中一部分全部做到，未见{'、'.join(missing)}")
    if done and due:
        kinds.append(f"报告称已全部做到，但计划中还要完成：{_quote(due[0], 0)}")
    return f"{'；'.join(kinds)}：{_quotes([*done, *some])}"


def _why_no_duty(level: Level, told: Sequence[_Spoken]) -> str:
    if told:
        return f"{level.zh}不承担行政复议职责，代收、受理点之类不是本级任务：{_quotes(told)}"
    return f"{level.zh}不承担行政复议职责，报告也未提及"


def _why_none(rest: Sequence[_Spoken]) -> str:
    if any(one.fact.stance == Stance.PLANNED for one in rest):
        return f"只见于下一步计划，不算已完成：{_quotes(rest)}"
    if rest:
        return f"只作背景、原则提及，没有事实：{_quotes(rest)}"
    return "报告未见佐证"


def _quotes(spoken: Sequence[_Spoken]) -> str:
    """The first few facts, shortened, with their places; how many more there are."""
    shown = "".join(_quote(one.fact, one.at) for one in spoken[:LISTED])
    more = len(spoken) - LISTED
    return f"{shown}等{len(spoken)}处" if more > 0 else shown


def _quote(fact: Fact, at: int) -> str:
    """A fact, shortened round the offset `at`, with its place."""
    return f"“{shortened(fact.text, at)}”（{fact.where or fact.ref}）"
