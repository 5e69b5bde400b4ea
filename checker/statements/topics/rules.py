"""plan/topics.toml -> TopicRules: which words speak of which clause, named obligation and task."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker.errors import InputError, Problem, did_you_mean
from checker.model import OBLIGATIONS, Plan, Task
from checker.statements.topics.model import NgramModel, load_model
from checker.statements.topics.words import Pattern, fold, patterns
from checker.toml import TomlSource, load_toml

OWN_LENGTH = 4
"""A term of a task that no topic names has to be this long to speak alone."""

_WORDS = ("strong", "weak", "faint", "unless", "needs")
_KEYS = {"code", "name", "clauses", "tasks", "obligation", "hides", "rank", *_WORDS}
OUTLINE = frozenset({0, *range(4, 36)})
"""The items of the national outline that carry duties, and 0 for what it has no item for."""

_MATCH_KEYS = {"code", "name", "clauses", "tasks", "drops", *_WORDS}
_FLAGS = {"mixed_only", "law_only", "carried_only", "stands", "review", "fallback"}
_LISTS = {
    "false_friends", "whole_words", "rhetoric", "carriers", "common", "elsewhere", "neighbours", "guests", "legal",
    "aims", "level_bound", "told_whole",
}  # fmt: skip
_TABLES = {"slogans", "level_twins"}


@dataclass(frozen=True, slots=True)
class Topic:
    """One subject of reports, with the words that speak of it.

    A `strong` word is enough by itself; a `weak` one needs a second word of the clause, or headings that
    agree; a `faint` one speaks only where nothing else does. `unless` silences the topic, `needs` (if any)
    must be there too. `hides` names clauses that the sentence then only mentions in passing. `rank` puts a
    topic before (1) or behind (-1) others of the sentence.

    `mixed_only` topics speak only in reports that are mostly about other things, `law_only` topics only in
    reports on law-based government; `stands` topics speak in rhetoric too; `fallback` topics where no other
    does; `carried_only` topics where the sentence before or the heading is about their obligation;
    `review` topics propose their tasks for review only.

    A rule on tasks alone (`[[match]]`) supports its `tasks` and leaves its `drops` for review, whatever topics
    say of them; one with clauses speaks only where the statement has one of them.
    """

    code: str
    name: str
    clauses: tuple[int, ...]
    tasks: tuple[str, ...]
    obligation: str | None
    strong: tuple[Pattern, ...] = ()
    weak: tuple[Pattern, ...] = ()
    faint: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    needs: tuple[Pattern, ...] = ()
    hides: tuple[int, ...] = ()
    rank: int = 0
    mixed_only: bool = False
    law_only: bool = False
    carried_only: bool = False
    stands: bool = False
    review: bool = False
    fallback: bool = False
    drops: tuple[str, ...] = ()

    def patterns_by_use(self) -> tuple[tuple[Pattern, ...], ...]:
        """The strong, weak, faint, unless and needed patterns."""
        return self.strong, self.weak, self.faint, self.unless, self.needs


@dataclass(frozen=True, slots=True)
class TopicRules:
    """The topics with the word lists they share."""

    topics: tuple[Topic, ...]
    false_friends: tuple[str, ...]
    whole_words: tuple[str, ...]
    rhetoric: tuple[Pattern, ...]
    elsewhere: tuple[Pattern, ...]
    neighbours: tuple[str, ...]
    guests: tuple[str, ...]
    carriers: tuple[str, ...]
    aims: tuple[str, ...]
    legal: tuple[Pattern, ...]
    slogans: tuple[tuple[str, tuple[Pattern, ...]], ...]
    common: frozenset[str]
    sha256: str
    model: NgramModel
    unknown_tasks: tuple[str, ...] = ()
    """Tasks that the topics name and the plan has not: a plan may leave tasks out, so this is no error."""
    matches: tuple[Topic, ...] = ()
    """Rules on tasks alone."""
    level_bound: frozenset[str] = frozenset()
    """Tasks that a statement supports only where it speaks of one of the task's own levels."""
    told_whole: frozenset[str] = frozenset()
    """Tasks that are a named obligation itself: where a statement does not say that it is whole, it is in part."""
    level_twins: Mapping[str, str] = field(default_factory=dict)
    """Tasks with the same duty at another level: what speaks of one speaks of the other at that level."""


def load_topics(path: Path, plan: Plan) -> TopicRules:
    """Read the topics of a plan.

    Raises InputError with every problem at once: unknown keys, clauses, tasks or obligations,
    codes given twice, lists that are not lists of words.
    """
    source = load_toml(path)
    problems = _check_head(source)
    rows = source.data.get("topic", [])
    rules = source.data.get("match", [])
    for section, found in (("topic", rows), ("match", rules)):
        if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
            raise InputError([source.problem("W001", f"{section} 应当写成 [[{section}]] 一段一段", section)])
    seen: set[str] = set()
    for index, row in enumerate(rows):
        problems += _check_topic(source, index, row, plan) + _check_code(source, "topic", index, row, seen)
    for index, row in enumerate(rules):
        problems += _check_words(source, "match", index, row, _MATCH_KEYS)
        if "clauses" in row:
            problems += _check_clauses(source, "match", index, row["clauses"])
        problems += _check_code(source, "match", index, row, seen)
    if problems:
        raise InputError(problems)
    return _build(source, rows, plan)


def _build(source: TomlSource, rows: list[dict[str, Any]], plan: Plan) -> TopicRules:
    known = {task.id for task in plan.tasks}
    data = source.data
    common = frozenset(fold(word) for word in data.get("common", ()))
    topics = tuple(_topic(row, known) for row in rows)
    return TopicRules(
        topics=topics + _own_topics(plan, topics, common),
        false_friends=tuple(fold(word) for word in data.get("false_friends", ())),
        whole_words=tuple(fold(word) for word in data.get("whole_words", ())),
        rhetoric=_all_patterns(data.get("rhetoric", ())),
        elsewhere=_all_patterns(data.get("elsewhere", ())),
        neighbours=tuple(fold(word) for word in data.get("neighbours", ())),
        guests=tuple(fold(word) for word in data.get("guests", ())),
        carriers=tuple(fold(word) for word in data.get("carriers", ())),
        aims=tuple(fold(word) for word in data.get("aims", ())),
        legal=_all_patterns(data.get("legal", ())),
        slogans=tuple((name, _all_patterns(words)) for name, words in data.get("slogans", {}).items()),
        common=common,
        sha256=source.sha256,
        model=load_model(),
        unknown_tasks=tuple(sorted(_named_tasks(data) - known)),
        matches=tuple(_topic({"clauses": (), **row}, known) for row in data.get("match", ())),
        level_bound=frozenset(data.get("level_bound", ())),
        told_whole=frozenset(data.get("told_whole", ())),
        level_twins={one: other for pair in data.get("level_twins", {}).items() for one, other in (pair, pair[::-1])},
    )


def _named_tasks(data: Mapping[str, Any]) -> set[str]:
    """Every task that the file names."""
    rows = [*data.get("topic", ()), *data.get("match", ())]
    named = {task for row in rows for key in ("tasks", "drops") for task in row.get(key, ())}
    twins = data.get("level_twins", {})
    return named.union(data.get("level_bound", ()), data.get("told_whole", ()), twins.keys(), twins.values())


def _own_topics(plan: Plan, topics: tuple[Topic, ...], common: frozenset[str]) -> tuple[Topic, ...]:
    """A topic for each task that no topic names, such as one that an office added: its own terms speak.

    A term of four characters that no other task shares is a strong word, any other a weak one.
    """
    named = {task for topic in topics for task in topic.tasks}
    shared = Counter(fold(term) for task in plan.tasks for term in task.terms)
    own = []
    for task in plan.tasks:
        if task.id not in named:
            terms = [fold(term) for term in task.terms if len(fold(term)) > 1 and fold(term) not in common]
            strong = [term for term in terms if len(term) >= OWN_LENGTH and shared[term] == 1]
            weak = [term for term in terms if term not in strong]
            own.append(_own_topic(task, _all_patterns(strong), _all_patterns(weak)))
    return tuple(own)


def _own_topic(task: Task, strong: tuple[Pattern, ...], weak: tuple[Pattern, ...]) -> Topic:
    return Topic(
        code=f"T-{task.id}",
        name=task.title,
        clauses=(task.clause,),
        tasks=(task.id,),
        obligation=task.obligation,
        strong=strong,
        weak=weak,
    )


def _topic(row: dict[str, Any], known: set[str]) -> Topic:
    words = {key: _all_patterns(row.get(key, ())) for key in _WORDS}
    return Topic(
        code=row["code"],
        name=row["name"],
        clauses=tuple(row["clauses"]),
        tasks=tuple(task for task in row.get("tasks", ()) if task in known),
        obligation=row.get("obligation"),
        hides=tuple(row.get("hides", ())),
        rank=row.get("rank", 0),
        carried_only=row.get("carried_only", False),
        law_only=row.get("law_only", False),
        mixed_only=row.get("mixed_only", False),
        stands=row.get("stands", False),
        review=row.get("review", False),
        fallback=row.get("fallback", False),
        drops=tuple(row.get("drops", ())),
        **words,
    )


def _all_patterns(words: Any) -> tuple[Pattern, ...]:
    return tuple(pattern for word in words for pattern in patterns(word))


def _check_head(source: TomlSource) -> list[Problem]:
    problems = []
    for key, value in source.data.items():
        if key in ("topic", "match"):
            continue
        if key in _TABLES:
            problems += _check_table(source, key, value)
        elif key not in _LISTS:
            problems.append(source.problem("W002", f"不认识的项 {key}", "", 0, key, did_you_mean(key, _LISTS)))
        elif wrong := _word_problem(value):
            problems.append(source.problem("W003", f"{key} {wrong}", "", 0, key))
    return problems


def _check_table(source: TomlSource, section: str, value: Any) -> list[Problem]:
    """A section of word lists ([slogans]) or of names in pairs ([level_twins])."""
    if not isinstance(value, dict):
        return [source.problem("W003", f"{section} 应当是一节（[{section}]）", section)]
    if section == "level_twins":
        odd = [name for name, other in value.items() if not isinstance(other, str)]
        return [source.problem("W003", f"{name} 应当写成另一项任务的 id", section, 0, name) for name in odd]
    return [
        source.problem("W003", f"{name} {wrong}", "slogans", 0, name)
        for name, words in value.items()
        if (wrong := _word_problem(words))
    ]


def _check_topic(source: TomlSource, index: int, row: dict[str, Any], plan: Plan) -> list[Problem]:
    problems = _check_words(source, "topic", index, row, _KEYS | _FLAGS)
    problems += _check_clauses(source, "topic", index, row.get("clauses"))
    if row.get("obligation") not in (None, *OBLIGATIONS):
        hint = did_you_mean(str(row["obligation"]), OBLIGATIONS)
        message = f"没有这项重点任务：{row['obligation']}"
        problems.append(source.problem("W006", message, "topic", index, "obligation", hint))
    return problems


def _check_clauses(source: TomlSource, section: str, index: int, clauses: Any) -> list[Problem]:
    if isinstance(clauses, list) and clauses and set(clauses) <= OUTLINE:
        return []
    message, hint = "clauses 应当是纲要各项编号的列表", "可用 0 和纲要的 4 至 35"
    return [source.problem("W005", message, section, index, "clauses", hint)]


def _check_code(source: TomlSource, section: str, index: int, row: dict[str, Any], seen: set[str]) -> list[Problem]:
    """A code that another row has; `seen` takes it in."""
    code = str(row.get("code", ""))
    if code in seen:
        return [source.problem("W007", f"编号 {code} 重复", section, index, "code", "换一个没有用过的编号")]
    seen.add(code)
    return []


def _check_words(
    source: TomlSource, section: str, index: int, row: dict[str, Any], keys: Collection[str]
) -> list[Problem]:
    """What topics and rules on tasks have in common: known keys, a code, a name, lists of words."""
    problems = [
        source.problem("W002", f"不认识的项 {key}", section, index, key, did_you_mean(key, keys))
        for key in row.keys() - keys
    ]
    problems += [
        source.problem("W004", f"缺少 {key}", section, index, key, "每段要有 code、name")
        for key in ("code", "name")
        if not row.get(key)
    ]
    problems += [
        source.problem("W003", f"{key} {wrong}", section, index, key)
        for key in _WORDS
        if (wrong := _word_problem(row.get(key, [])))
    ]
    return problems


def _word_problem(value: Any) -> str:
    """What is wrong with a list of words, "" where nothing is."""
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        return "应当是词语的列表"
    bad = [word for word in value if not all(len(p.parts[0]) > 1 and all(p.parts) for p in patterns(word))]
    return f"的“{bad[0]}”不合写法：开头的词至少两个字，“…”和“/”两边都要有字" if bad else ""
