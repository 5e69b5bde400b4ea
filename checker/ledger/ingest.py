"""A labelled report -> what to add to the folder of evidence; nothing that lies there is touched.

A report of a government and year that the folder does not know gets a file of its own. The same report again
adds only sentences that are not there yet. A newer draft (other bytes, same government and year) gets a file of
its own with the sentences that are new in it and a [[mark]] for every entry that it drops, rewords, labels
otherwise or says again.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.evidence import Change, Evidence, Mark, entries_of
from checker.evidence_out import entry_text, head
from checker.judge.cells import ACCEPT
from checker.ledger.digest import label_values
from checker.ledger.likeness import likest, plain
from checker.ledger.words import clean
from checker.model import Because, Entry, Report, Source
from checker.toml_out import table

_RESERVED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\s.]+')
_MAX_NAME = 40
_LOOKED_AT = 20
"""Entries of one wording that are looked at for the same labels: a page repeated a thousand times stays quick."""


@dataclass(frozen=True, slots=True)
class Ingestion:
    """What a report adds: `text` goes to the end of the file `name` (a new file where there is none).

    `kept` counts sentences that were there already; `fresh` and `marks` are what is written.
    """

    name: str
    text: str
    fresh: tuple[Entry, ...]
    marks: tuple[Mark, ...]
    kept: int


@dataclass(frozen=True, slots=True)
class _Matched:
    """How the entries kept so far meet the sentences of the report."""

    same: tuple[tuple[Entry, Entry], ...]
    reworded: tuple[tuple[Entry, Entry], ...]
    vanished: tuple[Entry, ...]
    fresh: tuple[Entry, ...]


def ingestion(report: Report, evidence: Evidence, decided: Collection[str] = ()) -> Ingestion:
    """What `report` adds to `evidence`. Pure: the caller writes it, under the lock under which it read.

    `decided` are entries that a person has decided on: where the program would only label such a sentence of the
    very same report otherwise, the person's word stands and nothing is proposed anew.
    """
    report = _readable_report(report)
    kin = [entry for entry in evidence.entries if _kin(entry.source, report)]
    told = [_readable(entry) for entry in entries_of(report)]
    matched = _match(kin, told, report, current_marks(evidence.marks), decided)
    known = any(source.sha256 == report.sha256 and _kin(source, report) for source in evidence.sources)
    serial = max((mark.draft for mark in evidence.marks), default=0) + 1
    name = _file_for(report, evidence)
    ids = _ids(matched.fresh, _prefix(report, evidence), {entry.id for entry in evidence.entries})
    fresh = tuple(replace(entry, id=ids[entry.id]) for entry in matched.fresh)
    marks = _marks(matched, ids, current_marks(evidence.marks), serial, name)
    blocks = [entry_text(entry) for entry in fresh] + [_mark_text(mark) for mark in marks]
    text = "".join(f"\n{block}" for block in blocks)
    if not known:
        text = head(_source(report), _COMMENT) + text
    return Ingestion(name, text, fresh, marks, len(matched.same))


_COMMENT = "由 checker ingest 写入，请勿手改：每句的取舍用 checker review 或 Excel 决定，记在 decisions.toml。"


def current_marks(marks: Iterable[Mark]) -> dict[str, Mark]:
    """The mark that holds for each marked entry: the latest, unless that says that it returned."""
    latest = {mark.entry: mark for mark in marks}  # marks come in order of time
    return {entry: mark for entry, mark in latest.items() if mark.change is not Change.RETURNED}


def _kin(source: Source, report: Report) -> bool:
    return (source.government, source.year) == (report.government, report.year)


def _source(report: Report) -> Source:
    return Source(report.name, report.sha256, report.title, report.government, report.level, report.year)


def _readable_report(report: Report) -> Report:
    name = clean(report.name) or "报告"
    return replace(report, name=name, title=clean(report.title) or name, government=clean(report.government))


def _readable(entry: Entry) -> Entry:
    """The entry without what no hand-kept file may hold."""
    return replace(
        entry,
        text=clean(entry.text),
        chapter=clean(entry.chapter),
        figures=tuple(replace(figure, unit=clean(figure.unit)) for figure in entry.figures),
        because=tuple(
            Because(clean(one.label) or "rule", clean(one.rule) or "-", clean(one.detail)) for one in entry.because
        ),
    )


def _match(
    kin: Sequence[Entry], told: Sequence[Entry], report: Report, marked: Mapping[str, Mark], decided: Collection[str]
) -> _Matched:
    worded, rest_old, rest_new = _word_for_word(kin, told, marked)
    placed, rest_old, rest_new = _place_for_place(rest_old, rest_new, report, marked)
    old = {entry.id: entry for entry in rest_old}
    new = {entry.id: entry for entry in rest_new}
    # A sentence that is gone or replaced already is not looked for again; only its very words bring it back. Of the
    # very same report nothing can be gone: the program only cuts it otherwise now.
    alive = {
        name: entry.text for name, entry in old.items() if name not in marked and entry.source.sha256 != report.sha256
    }
    near = likest(alive, {name: entry.text for name, entry in new.items()})
    gone = set(alive) - {left for left, _, _ in near}
    relabelled = {
        before.id: (before, now)
        for before, now in worded
        if _labels(before) != _labels(now) and not (before.id in decided and before.source.sha256 == report.sha256)
    }
    return _Matched(
        same=(*(pair for pair in worded if pair[0].id not in relabelled), *placed),
        reworded=(*((old[left], new[right]) for left, right, _ in near), *relabelled.values()),
        vanished=tuple(old[name] for name in sorted(gone)),
        fresh=tuple(sorted([*rest_new, *(now for _, now in relabelled.values())], key=lambda entry: entry.ordinal)),
    )


_Pairs = list[tuple[Entry, Entry]]


def _word_for_word(
    kin: Sequence[Entry], told: Sequence[Entry], marked: Mapping[str, Mark]
) -> tuple[_Pairs, list[Entry], list[Entry]]:
    """Pairs of one wording, and what is left on both sides; entries that still hold are preferred to marked ones."""
    by_text: dict[str, list[Entry]] = {}
    for entry in sorted(kin, key=lambda entry: (entry.id in marked, entry.ordinal), reverse=True):
        by_text.setdefault(plain(entry.text), []).append(entry)
    pairs: _Pairs = []
    left = []
    for entry in told:
        found = _likest_labels(by_text.get(plain(entry.text), []), entry)
        if found is None:
            left.append(entry)
        else:
            pairs.append((found, entry))
    used = {before.id for before, _ in pairs}
    return pairs, [entry for entry in kin if entry.id not in used], left


def _place_for_place(
    kin: Sequence[Entry], told: Sequence[Entry], report: Report, marked: Mapping[str, Mark]
) -> tuple[_Pairs, list[Entry], list[Entry]]:
    """Of the very same report: summaries in the keeper's own words, which stand for the sentences of their line."""
    by_line: dict[int, list[Entry]] = {}
    for entry in sorted(kin, key=lambda entry: entry.ordinal, reverse=True):
        if entry.source.sha256 == report.sha256 and entry.id not in marked:
            by_line.setdefault(entry.line, []).append(entry)
    pairs: _Pairs = []
    left = []
    for entry in told:
        waiting = by_line.get(entry.line)
        if waiting:
            pairs.append((waiting.pop(), entry))
        else:
            left.append(entry)
    used = {before.id for before, _ in pairs}
    return pairs, [entry for entry in kin if entry.id not in used], left


def _likest_labels(waiting: list[Entry], entry: Entry) -> Entry | None:
    """Of several entries of one wording that with the same labels, else the last of the list."""
    for place in range(len(waiting) - 1, max(-1, len(waiting) - 1 - _LOOKED_AT), -1):
        if _labels(waiting[place]) == _labels(entry):
            return waiting.pop(place)
    return waiting.pop() if waiting else None


def _labels(entry: Entry) -> object:
    """The labels on which a verdict can hang: matches that are only for review, and scores, are left out."""
    values = label_values(entry)
    values["tasks"] = sorted(match.id for match in entry.tasks if match.score >= ACCEPT)
    return values


def _marks(
    matched: _Matched, ids: Mapping[str, str], marked: Mapping[str, Mark], serial: int, file: str
) -> tuple[Mark, ...]:
    changes = [(old.id, Change.CHANGED, ids[new.id]) for old, new in matched.reworded]
    changes += [(old.id, Change.VANISHED, "") for old in matched.vanished]
    changes += [(old.id, Change.RETURNED, "") for old, _ in matched.same if old.id in marked]
    return tuple(Mark(entry, change, by, serial, file, 0) for entry, change, by in sorted(changes))


def _mark_text(mark: Mark) -> str:
    fields = {"entry": mark.entry, "change": mark.change.value, "by": mark.by, "draft": mark.draft}
    return table("[[mark]]", fields)


# ---------------------------------------------------------------- names


def _file_for(report: Report, evidence: Evidence) -> str:
    """The file of this very report where it is kept already; else a new one: YEAR, YEAR-政府, YEAR[-政府]-稿02."""
    for source, name in evidence.files:
        if source.sha256 == report.sha256 and _kin(source, report):
            return name
    taken = {name for _, name in evidence.files}
    drafts = [name for source, name in evidence.files if _kin(source, report)]
    stem = str(report.year)
    if f"{stem}.toml" in taken and f"{stem}.toml" not in drafts:
        stem = f"{stem}-{safe_name(report.government)}"
    number = len(drafts) + 1
    name = f"{stem}-稿{number:02d}.toml" if drafts else f"{stem}.toml"
    while name in taken:
        number += 1
        name = f"{stem}-稿{number:02d}.toml"
    return name


def safe_name(text: str) -> str:
    """A part of a file name that every system takes: no separators, signs of Windows, dots or white space."""
    clean = _RESERVED.sub("_", unicodedata.normalize("NFC", text)).strip("_") or "未名"
    if len(clean) <= _MAX_NAME:
        return clean
    return f"{clean[:_MAX_NAME]}-{hashlib.sha256(text.encode()).hexdigest()[:6]}"


def _prefix(report: Report, evidence: Evidence) -> str:
    """Opens the ids of new entries: the year, a sign of the government unless it is the year's first, the draft."""
    kin = [name for source, name in evidence.files if _kin(source, report)]
    others = any(source.year == report.year for source, _ in evidence.files)
    first = f"{report.year}.toml" in kin if others else True
    sign = "" if first else f"-{hashlib.sha256(report.government.encode()).hexdigest()[:5]}"
    return f"{report.year}{sign}{f'-d{len(kin) + 1}' if kin else ''}"


def _ids(fresh: Sequence[Entry], prefix: str, taken: set[str]) -> dict[str, str]:
    """New ids, by the ids that the sentences had in their report."""
    ids: dict[str, str] = {}
    for entry in fresh:
        name = f"{prefix}-{entry.ordinal:03d}"
        number = 2
        while name in taken:
            name = f"{prefix}-{entry.ordinal:03d}-{number}"
            number += 1
        taken.add(name)
        ids[entry.id] = name
    return ids
