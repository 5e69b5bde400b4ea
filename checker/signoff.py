"""The road to a sign-off: the gate, and where it holds a record that binds everything the result rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from checker import __version__
from checker.errors import InputError, NothingCheckedError, Problem
from checker.gate import GateResult, judge_gate
from checker.judge.assessment import Assessment
from checker.ledger.atomic import locked, write_whole
from checker.ledger.binding import extent_of, extent_value, file_subject, ledger_files, ledger_subject, relative_name
from checker.ledger.papers import file_digest
from checker.ledger.records import (
    PREDICATE,
    SIGNED,
    STATEMENT,
    Record,
    dumps,
    load_records,
    record_path,
    write_named,
)
from checker.ledger.signing import envelope
from checker.ledger.store import Ledger
from checker.model import Plan, Report
from checker.paths import lexicon_for, topics_for
from checker.rendering.documents import assessment_document
from checker.workflow import Request, assess_inputs, inputs_of, open_plan


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs, when, and with which key (None: without a signature)."""

    by: str
    at: datetime
    key: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The gate, and the record where it holds."""

    gate: GateResult
    record: Path | None
    sha256: str = ""


def sign_off(request: Request, folder: Path, signing: Signing) -> Outcome:
    """Run the gate and, where it holds, write the record.

    Raises InputError where an input, a paper or an earlier record is not whole, S010 for a report that the ledger does
    not keep; NothingCheckedError where nothing is due.
    """
    with locked(folder):
        earlier = load_records(folder)
        plan, ledger, reports = inputs_of(request)
        _refuse_unbound(ledger, reports, folder)
        assessment = assess_inputs(request, plan, ledger, reports)
        gate = judge_gate(assessment)
        if not gate.checked:
            raise NothingCheckedError("这一年没有到期任务，门禁没有可查的内容，不能签发")
        if not gate.holds:
            return Outcome(gate, None)
        _, plan_path = open_plan(request.plan)
        kept_plan = write_named(folder, "plan", ".toml", plan_path.read_bytes())
        result = write_named(folder, "result", ".json", dumps(result_of(assessment)))
        subjects = _subjects(folder, ledger, (kept_plan, result), request.reports, assessment.scope.year)
        predicate = {
            **_circumstances(assessment, gate, signing),
            "plan": relative_name(kept_plan, folder),
            "result": relative_name(result, folder),
            "words": words_digest(plan_path) if request.reports else None,
            "ledger": extent_value(extent_of(ledger)),
            "previous": {"name": earlier[-1].path.name, "sha256": earlier[-1].sha256} if earlier else None,
        }
        return Outcome(gate, *_write(folder, earlier, subjects, predicate, signing))


def _write(
    folder: Path,
    earlier: Sequence[Record],
    subjects: list[dict[str, Any]],
    predicate: dict[str, Any],
    signing: Signing,
) -> tuple[Path, str]:
    """The signature first, the record last: a kill in between leaves no record, and so no half of one."""
    statement = {"_type": STATEMENT, "subject": subjects, "predicateType": PREDICATE, "predicate": predicate}
    data = dumps(statement)
    path = record_path(folder, len(earlier) + 1, predicate["year"], data)
    if signing.key:
        write_whole(path.with_name(path.stem + SIGNED), envelope(data, signing.key))
    write_whole(path, data)
    return path, file_digest(path)


def _refuse_unbound(ledger: Ledger, reports: Sequence[Report], folder: Path) -> None:
    """Reports that the ledger does not keep, and papers that are not what was decided on, cannot be signed for."""
    kept = {source.sha256 for source in ledger.evidence.sources}
    problems = [
        Problem(report.name, 0, "S010", "这份报告还没有收进佐证文件夹，不能签发", "先 checker ingest 这份报告")
        for report in reports
        if report.sha256 not in kept
    ]
    problems.extend(paper_faults(ledger, folder))
    if problems:
        raise InputError(problems)


def paper_faults(ledger: Ledger, folder: Path) -> list[Problem]:
    """The papers of the decisions in force that are missing or changed (S011), with the line of the decision."""
    problems = []
    for matter in ledger.matters.values():
        decision = matter.decision
        if decision is None or not decision.what.attachment.path:
            continue
        paper = decision.what.attachment
        place = folder / paper.path
        try:
            same = file_digest(place) == paper.sha256
            fault = "" if same else "佐证文件被改过"
        except OSError:
            fault = "找不到佐证文件"
        if fault:
            message = f"{matter.entry.id} 的{fault}：{paper.path}"
            problems.append(Problem(decision.file, decision.row, "S011", message, "找回原件，或另作一条决定附上现在的"))
    return problems


def _subjects(
    folder: Path, ledger: Ledger, made: Sequence[Path], reports: Sequence[Path], year: int
) -> list[dict[str, Any]]:
    """Every file that the result rests on; reports that are not at hand by the digest the ledger keeps."""
    subjects = [file_subject(path, folder, role) for path, role in zip(made, ("plan", "result"), strict=True)]
    subjects += [ledger_subject(path, folder) for path in ledger_files(folder, ledger.evidence)]
    papers = {
        matter.decision.what.attachment.path
        for matter in ledger.matters.values()
        if matter.decision and matter.decision.what.attachment.path
    }
    subjects += [file_subject(folder / paper, folder, "paper") for paper in sorted(papers)]
    given = [file_subject(path, folder, "report") for path in _files(reports)]
    at_hand = {one["digest"]["sha256"] for one in given}
    for source in ledger.evidence.sources:
        if source.year <= year and source.sha256 not in at_hand:
            notes = {"role": "report", "absent": True}
            given.append({"name": source.name, "digest": {"sha256": source.sha256}, "annotations": notes})
    return subjects + sorted(given, key=lambda one: (one["name"], one["digest"]["sha256"]))


def _files(paths: Sequence[Path]) -> list[Path]:
    found: set[Path] = set()
    for path in paths:
        found.update(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else found.add(path)
    return sorted(found)


def _circumstances(assessment: Assessment, gate: GateResult, signing: Signing) -> dict[str, Any]:
    scope, due = assessment.scope, assessment.coverage.due
    return {
        "year": scope.year,
        "as_of": scope.as_of.isoformat(),
        "government": scope.subject,
        "by": signing.by,
        "at": signing.at.isoformat(),
        "program": __version__,
        "gate": {"holds": gate.holds, "checked": gate.checked, "remarks": len(gate.remarks)},
        "coverage": {"met": due.met, "applicable": due.applicable},
    }


def result_of(assessment: Assessment) -> dict[str, Any]:
    """What is signed for: the assessment without remarks that name places on this machine."""
    document = assessment_document(assessment)
    document.pop("notes")
    return document


def words_digest(plan_path: Path) -> str:
    """The digest of the words by which reports are read (lexicon and topics)."""
    return file_digest(lexicon_for(plan_path)) + file_digest(topics_for(plan_path))


def plan_of(path: Path) -> Plan:
    """The plan that a record keeps."""
    return open_plan(path)[0]
