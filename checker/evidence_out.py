"""Entries -> the text of a file of evidence (checker.evidence/1), as load_evidence reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.evidence import SCHEMA
from checker.model import Because, Entry, Extent, Figure, Reach, Source, TaskMatch
from checker.toml_out import Value, field, table


def head(source: Source, comment: str = "") -> str:
    """The head of a file: schema and the report that the entries come from."""
    lines = "".join(f"# {line}\n" for line in comment.splitlines())
    report = table(
        "[report]",
        {
            "name": source.name,
            "title": source.title,
            "government": source.government,
            "level": source.level.value,
            "year": source.year,
            "sha256": source.sha256,
        },
    )
    return f"{lines}{field('schema', SCHEMA)}\n\n{report}"


def entry_text(entry: Entry, summary: bool = False, documents: Sequence[str] = ()) -> str:
    """One entry; `summary` says that its text is in the keeper's own words and no quote."""
    return table(
        "[[entry]]",
        {
            "id": entry.id,
            "summary" if summary else "quote": entry.text,
            "documents": list(documents),
            "chapter": entry.chapter,
            "ordinal": entry.ordinal,
            "line": entry.line,
            "stance": entry.stance.value,
            "reaches": [_reach(reach) for reach in entry.reaches],
            "extent": None if entry.extent is Extent.UNSTATED or entry.reaches else entry.extent.value,
            "tasks": [_match(match) for match in entry.tasks],
            "clauses": list(entry.clauses),
            "obligations": list(entry.obligations),
            "figures": [_figure(figure) for figure in entry.figures if not figure.minor],
            "because": [_because(because, summary) for because in entry.because],
        },
    )


def file_text(source: Source, entries: Iterable[Entry], comment: str = "") -> str:
    """A whole file, entries in the order given."""
    return head(source, comment) + "".join(f"\n{entry_text(entry)}" for entry in entries)


def _reach(reach: Reach) -> Mapping[str, Value]:
    return {"level": reach.level.value, "extent": reach.extent.value}


def _match(match: TaskMatch) -> Mapping[str, Value]:
    value: dict[str, Value] = {"id": match.id, "score": round(match.score, 2)}
    if match.less:
        value["less"] = [_reach(reach) for reach in match.less]
    return value


def _because(because: Because, summary: bool) -> Mapping[str, Value]:
    """A rule; the words it went by only where the text itself is a quote."""
    value: dict[str, Value] = {"label": because.label, "rule": because.rule}
    if because.detail and not summary:
        value["detail"] = because.detail
    return value


def _figure(figure: Figure) -> Mapping[str, Value]:
    value: dict[str, Value] = {"value": figure.value, "unit": figure.unit}
    if figure.approx:
        value["approx"] = True
    return value
