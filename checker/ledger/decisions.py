"""evidence/decisions.toml: what people decided, one table a decision, only ever appended.

Every decision carries a seal, the digest of itself and of the seal before it. A decision that is changed, taken
out or moved afterwards breaks the chain at its line; line ends, BOM and comments do not matter to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path, PurePosixPath

from checker.errors import InputError, Problem, did_you_mean
from checker.ledger.digest import digest_of
from checker.ledger.model import Attachment, Decision, Draft, FigureFix, Ruling
from checker.ledger.words import clean
from checker.model import Extent, Level, Plan, Stance
from checker.rows import Row, only_tables, tables
from checker.toml import TomlSource, load_toml
from checker.toml_out import Value, field, table

FILE = "decisions.toml"
SCHEMA = "checker.decisions/1"
_LARGEST = 1e18
_SHA256 = re.compile(r"[0-9a-f]{64}")
_NO_DAY = datetime(1970, 1, 1, tzinfo=timezone.utc)
_COMMENT = "# 由程序写入，只增不改：要改变一条决定，就用 checker review 再作一条。手改会破坏 seal 链，程序会拒绝。\n"


def load_decisions(folder: Path, plan: Plan, known: Mapping[str, object] | None) -> tuple[Decision, ...]:
    """All decisions of a folder in the order in which they were made; none where there is no file.

    `known` are the ids of the entries (None: they could not be read, and are not checked). Raises InputError with
    all problems: D001 wrong schema, D002 unknown entry, D003 unknown task, D004 level that the task does not bind,
    D005 what the verdict needs is missing or does not fit, D006 broken chain, D007 attachment; D1xx fields.
    """
    path = folder / FILE
    if not path.exists():
        return ()
    problems: list[Problem] = []
    source = load_toml(path)
    only_tables(source, ("schema", "decision"), problems, "D1")
    if source.data.get("schema") != SCHEMA:
        problems.append(source.problem("D001", f"schema 应当是 {SCHEMA}", "schema"))
    rows = tables(source, "decision", problems, "D1")
    decisions = tuple(_decision(row) for row in rows)
    for row, decision in zip(rows, decisions, strict=True):
        for code, key, message, hint in faults(decision.what, plan, known):
            row.note(code, message, key, hint)
    if not problems:
        problems.extend(_broken(source, decisions))
    if problems:
        raise InputError(problems)
    return decisions


def faults(what: Draft, plan: Plan, known: Mapping[str, object] | None) -> list[tuple[str, str, str, str]]:
    """What is wrong with a decision, read from a file or about to be written: (code, key, message, hint)."""
    found = []
    if known is not None and what.entry not in known:
        hint = did_you_mean(what.entry, known) if known else "佐证文件夹里没有条目"
        found.append(("D002", "entry", f"没有编号为 {what.entry[:60]} 的佐证", hint))
    if what.to_task:
        found.extend(_target_faults(what, plan))
    found.extend(("D005", "verdict", message, "") for message in _misfits(what))
    attachment = what.attachment
    if attachment.path and not is_relative(attachment.path):
        hint = "写相对于佐证文件夹的路径，用 / 分隔，不写盘符"
        found.append(("D007", "attachment", f"佐证文件的路径不能是 {attachment.path[:80]}", hint))
    if bool(attachment.path) != bool(_SHA256.fullmatch(attachment.sha256)):
        found.append(("D007", "attachment", "佐证文件的 path 和 sha256（64 位小写十六进制）要一起写", ""))
    return found


def _target_faults(what: Draft, plan: Plan) -> list[tuple[str, str, str, str]]:
    """What is wrong with the cell that an entry is moved to."""
    levels = {task.id: task.levels for task in plan.tasks}
    if what.to_task not in levels:
        message = f"计划里没有任务 {what.to_task[:60]}"
        return [("D003", "to_task", message, did_you_mean(what.to_task, levels))]
    if what.to_level and what.to_level not in levels[what.to_task]:
        bound = "、".join(level.zh for level in levels[what.to_task])
        message = f"任务 {what.to_task} 不约束{what.to_level.zh}一级"
        return [("D004", "to_level", message, f"它约束的层级：{bound}")]
    return []


def _misfits(what: Draft) -> list[str]:
    """What the verdict needs, and what does not go with it."""
    moved = bool(what.to_task or what.to_level or what.extent)
    needs = {
        Ruling.MOVED: (moved, "改归要写 to_task、to_level 或 extent"),
        Ruling.RESTANCED: (what.stance is not None, "改立场要写 stance"),
        Ruling.FIGURE: (what.figure is not None, "改数字要写 figure"),
    }
    held, message = needs.get(what.ruling, (True, ""))
    found = [] if held else [message]
    if what.ruling not in needs and (moved or what.stance or what.figure):
        found.append(f"{what.ruling.zh}不能同时改任务、层级、范围、立场或数字")
    if what.figure and not all(abs(value) <= _LARGEST for value in (what.figure.value, what.figure.old or 0.0)):
        found.append("改后的数字不是数，或大得不合理")
    if not what.by.strip():
        found.append("缺少作决定的人（by）")
    if what.ruling is not Ruling.CONFIRMED and what.ruling is not Ruling.WITHDRAWN and not what.why.strip():
        found.append(f"{what.ruling.zh}要写理由（why）")
    return found


def is_relative(path: str) -> bool:
    """Whether a path stays the same on every machine: forward slashes, no drive, no root."""
    return not ("\\" in path or ":" in path or PurePosixPath(path).is_absolute())


# ---------------------------------------------------------------- reading


def _decision(row: Row) -> Decision:
    what = Draft(
        entry=row.text("entry", required=True),
        ruling=row.choice("verdict", Ruling, Ruling.CONFIRMED, required=True),
        by=row.text("by", required=True),
        why=row.text("why"),
        digest=row.text("digest", required=True),
        after=row.text("after"),
        to_task=row.text("to_task"),
        to_level=row.choice("to_level", Level, Level.CITY) if "to_level" in row.data else None,
        extent=row.choice("extent", Extent, Extent.UNSTATED) if "extent" in row.data else None,
        stance=row.choice("stance", Stance, Stance.CONTEXT) if "stance" in row.data else None,
        figure=_figure(row.inner("figure")),
        attachment=_attachment(row.inner("attachment")),
    )
    decision = Decision(what, row.moment("at") or _NO_DAY, row.text("seal", required=True), row.source.file, row.line)
    row.close()
    return decision


def _figure(row: Row | None) -> FigureFix | None:
    if row is None:
        return None
    value = row.number("value", -1e18, 1e18, required=True)
    old = row.number("old", -1e18, 1e18) if "old" in row.data else None
    fix = FigureFix(value, row.text("unit"), old)
    row.close()
    return fix


def _attachment(row: Row | None) -> Attachment:
    if row is None:
        return Attachment()
    found = Attachment(row.text("path"), row.text("sha256"), row.text("number"), row.text("url"))
    row.close()
    return found


def _broken(source: TomlSource, decisions: tuple[Decision, ...]) -> list[Problem]:
    """The first place where the chain of seals breaks; all that follows hangs on it."""
    last = ""
    for decision in decisions:
        if decision.seal != seal_of(last, decision.what, decision.at):
            message = f"{decision.what.entry} 的这条决定与 seal 对不上：它或它前面的决定被改过、删过或挪过"
            hint = "从备份恢复这个文件；要改变决定，请用 checker review 再作一条"
            return [Problem(source.file, decision.row, "D006", message, hint)]
        last = decision.seal
    return []


# ---------------------------------------------------------------- writing


def seal_of(last: str, what: Draft, at: datetime) -> str:
    """The seal of a decision that follows the one sealed `last`."""
    return digest_of([last, at.astimezone(timezone.utc).isoformat(), _plain(_fields(what, at))])


def sealed(what: Draft, at: datetime, last: str) -> Decision:
    """A decision ready to be written after the one sealed `last`; its time is kept to the second."""
    at, what = at.replace(microsecond=0), readable(what)
    return Decision(what, at, seal_of(last, what, at), FILE, 0)


def readable(what: Draft) -> Draft:
    """The decision without characters that no hand-kept file may hold, and without blanks around the words."""
    paper = what.attachment
    names = (clean(paper.path), paper.sha256, clean(paper.number), clean(paper.url))
    figure = what.figure and replace(what.figure, unit=clean(what.figure.unit))
    return replace(what, by=clean(what.by), why=clean(what.why), figure=figure, attachment=Attachment(*names))


def decision_text(decision: Decision) -> str:
    """One decision as it stands in the file."""
    return "\n" + table("[[decision]]", {**_fields(decision.what, decision.at), "seal": decision.seal})


def opening() -> str:
    """The head of a new file."""
    return f"{_COMMENT}{field('schema', SCHEMA)}\n"


def _fields(what: Draft, at: datetime) -> dict[str, Value | None]:
    figure: dict[str, Value] | None = None
    if what.figure:
        figure = {"value": what.figure.value, "unit": what.figure.unit}
        if what.figure.old is not None:
            figure["old"] = what.figure.old
    paper = what.attachment
    names = {"path": paper.path, "sha256": paper.sha256, "number": paper.number, "url": paper.url}
    return {
        "entry": what.entry,
        "verdict": what.ruling.value,
        "to_task": what.to_task,
        "to_level": what.to_level.value if what.to_level else None,
        "extent": what.extent.value if what.extent else None,
        "stance": what.stance.value if what.stance else None,
        "figure": figure,
        "by": what.by,
        "at": at,
        "why": what.why,
        "attachment": {key: value for key, value in names.items() if value},
        "digest": what.digest,
        "after": what.after,
    }


def _plain(fields: Mapping[str, Value | None]) -> dict[str, object]:
    """The fields as a digest takes them: no empty ones, no time (it goes in as UTC), numbers as floats."""
    plain: dict[str, object] = {key: value for key, value in fields.items() if key != "at" and value}
    figure = plain.get("figure")
    if isinstance(figure, dict):
        plain["figure"] = {key: value if key == "unit" else float(value) for key, value in figure.items()}
    return plain
