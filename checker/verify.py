"""Sign-off records checked: everything they bind is computed anew, and every difference has a name.

What came after a record (later decisions, waivers, drafts, years, another plan) is no difference. What it rests on
must be there unchanged, and must give the same result.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from checker import __version__
from checker.errors import InputError, NothingCheckedError, Problem
from checker.ledger.binding import (
    ALGORITHMS,
    Extent,
    as_signed,
    digests,
    entry_part,
    extent_from,
    grown,
    waiver_part,
)
from checker.ledger.decisions import FILE
from checker.ledger.papers import file_digest
from checker.ledger.records import SIGNED, Record, load_records
from checker.ledger.signing import signature_fault
from checker.ledger.store import WAIVERS, Ledger, load_ledger
from checker.model import Plan
from checker.signoff import plan_of, result_of, words_digest
from checker.workflow import Request, assess_inputs, open_plan, reports_of

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked and held, with remarks that are no differences."""

    records: tuple[Record, ...]
    remarks: tuple[str, ...]


def verify(folder: Path, plan: Path | None, public_key: Path | None = None) -> Checked:
    """Check every record of a folder.

    Raises InputError with every difference: S001 to S004 (records), S005 a bound file is missing, S006 it was changed,
    S007 an entry, waiver or decision was changed or taken out, S008 the result does not come out again, S009 the
    signature; NothingCheckedError where there is no record.
    """
    records = load_records(folder)
    if not records:
        raise NothingCheckedError(f"{folder} 里没有签发记录")
    problems: list[Problem] = []
    remarks: list[str] = []
    for record in records:
        check = _Check(record, folder, plan, problems, remarks)
        check.files()
        check.signature(public_key)
    if not problems:
        check.ledger()  # the chain binds the earlier ones; the last speaks of the whole ledger
        for record in records:
            _Check(record, folder, plan, problems, remarks).result()
    else:
        _name_parts(records[-1], folder, problems)
    if problems:
        raise InputError(problems)
    return Checked(records, tuple(dict.fromkeys(remarks)))


def _name_parts(record: Record, folder: Path, problems: list[Problem]) -> None:
    """Where a file of the ledger was changed: which entries, waivers and decisions."""
    try:
        _Check(record, folder, None, problems, []).ledger()
    except InputError as error:
        problems.extend(error.problems)


class _Check:
    """One record against what lies there now."""

    def __init__(
        self, record: Record, folder: Path, plan: Path | None, problems: list[Problem], remarks: list[str]
    ) -> None:
        self._record, self._folder, self._plan = record, folder, plan
        self._problems, self._remarks = problems, remarks

    def _note(self, code: str, message: str, hint: str = "", file: str = "", line: int = 0) -> None:
        told = f"{message}（签发记录 {self._record.path.name}）"
        self._problems.append(Problem(file or str(self._record.path), line, code, told, hint))

    def files(self) -> None:
        """Every bound file: there, and unchanged."""
        for subject in self._record.subjects:
            notes = subject.get("annotations", {})
            if notes.get("absent"):
                self._remarks.append(f"报告 {subject['name']} 签发时原件不在场，只绑定了摘要，没有核对")
                continue
            path = self._folder / subject["name"]
            try:
                found = _digests_of(path, notes)
            except OSError:
                self._note("S005", "所绑定的文件不见了", "找回原件", str(path))
                continue
            bound: Mapping[str, str] = subject["digest"]
            if any(found[name] != bound[name] for name in ALGORITHMS if name in bound):
                self._note("S006", "所绑定的文件被改过", "从备份恢复", str(path))
            elif notes.get("size", 0) < found.get("size", 0):
                self._remarks.append(f"{subject['name']} 在签发之后又有追加")

    def signature(self, public_key: Path | None) -> None:
        """The signature, where a key is given."""
        path = self._record.path.with_name(self._record.path.stem + SIGNED)
        if public_key is None:
            if path.exists():
                self._remarks.append(f"{self._record.path.name} 带有签名，没有核对：用 --public-key 给出公钥")
            return
        fault = signature_fault(path, self._record.path.read_bytes(), public_key)
        if fault:
            self._note("S009", fault, "", str(path))

    def ledger(self) -> None:
        """Entries, waivers and decisions one by one. Raises InputError where the ledger cannot be read."""
        ledger = self._whole_ledger()
        extent = self._extent()
        self._entries(extent, ledger)
        self._waivers(extent, ledger)
        made = ledger.decisions
        if len(made) < extent.decisions or (extent.decisions and made[extent.decisions - 1].seal != extent.seal):
            line = made[min(len(made), extent.decisions) - 1].row if made else 0
            self._note("S007", f"签发时的 {extent.decisions} 条决定不全或被换过", "", str(self._folder / FILE), line)

    def _entries(self, extent: Extent, ledger: Ledger) -> None:
        now = {entry.id: entry for entry in ledger.evidence.entries}
        for name, part in extent.entries.items():
            entry = now.get(name)
            if entry is None:
                self._note("S007", f"佐证 {name} 不见了", "", str(self._folder))
            elif entry_part(entry) != part:
                self._note("S007", f"佐证 {name} 被改过", "", entry.file, entry.row)

    def _waivers(self, extent: Extent, ledger: Ledger) -> None:
        now = ledger.evidence.waivers
        for at, part in enumerate(extent.waivers):
            if at >= len(now):
                self._note("S007", f"第 {at + 1} 条豁免不见了", "", str(self._folder / WAIVERS))
            elif waiver_part(now[at]) != part:
                self._note("S007", f"第 {at + 1} 条豁免被改过", "", now[at].file, now[at].row)

    def _extent(self) -> Extent:
        try:
            return extent_from(self._record.predicate["ledger"])
        except (KeyError, TypeError):
            raise InputError([Problem(str(self._record.path), 0, "S002", "签发记录里缺少台账的范围")]) from None

    def _whole_ledger(self) -> Ledger:
        """The ledger of today, read against the tasks of both plans: what came later may speak of new tasks."""
        signed, today = self._signed_plan(), open_plan(self._plan)[0]
        levels = {task.id: task.levels for task in today.tasks}
        kept = [replace(task, levels=(*task.levels, *levels.get(task.id, ()))) for task in signed.tasks]
        known = {task.id for task in kept}
        new = [task for task in today.tasks if task.id not in known]
        return load_ledger(self._folder, replace(signed, tasks=(*kept, *new)))

    def _signed_plan(self) -> Plan:
        return plan_of(self._folder / str(self._record.predicate["plan"]))

    def result(self) -> None:
        """The result computed again from what was bound."""
        stated = self._record.predicate
        ledger = as_signed(self._whole_ledger(), self._extent())
        reports = tuple(
            self._folder / one["name"]
            for one in self._record.subjects
            if one["annotations"].get("role") == "report" and not one["annotations"].get("absent")
        )
        request = Request(None, self._folder, stated["year"], date.fromisoformat(stated["as_of"]), reports)
        plan, plan_path = open_plan(self._plan)
        same_words = not reports or words_digest(plan_path) == stated["words"]
        told, failed = reports_of(request, plan, plan_path) if same_words else ((), ())
        if failed:
            raise InputError(failed)
        now = result_of(assess_inputs(request, self._signed_plan(), ledger, told))
        signed = json.loads((self._folder / stated["result"]).read_bytes())
        self._compare(signed, now, bool(reports) and not same_words)

    def _compare(self, signed: dict[str, Any], now: dict[str, Any], without_figures: bool) -> None:
        # The digest of the plan's bytes may differ by line ends; its content was compared already.
        now["plan"] = signed["plan"]
        if without_figures:
            now["findings"] = signed["findings"]
            self._remarks.append("词表在签发之后改过，没有重做报告的数字核验")
        differences = list(_differences(signed, json.loads(json.dumps(now))))
        if not differences:
            return
        version = self._record.predicate["program"]
        if version != __version__:
            told = f"{self._record.path.name} 由 {version} 版签发，用现在的 {__version__} 版重算"
            self._remarks.append(f"{told}有 {len(differences)} 处不同：{'；'.join(differences[:3])}")
            return
        for difference in differences[:_SHOWN]:
            self._note("S008", f"重算的结果不同：{difference}")


def _digests_of(path: Path, notes: Mapping[str, Any]) -> dict[str, Any]:
    """Digests of a file as it was bound: whole, or the beginning of a file that grows."""
    if notes.get("role") != "ledger":
        return {name: file_digest(path, name) for name in ALGORITHMS}
    data = grown(path)
    return {**digests(data[: notes["size"]]), "size": len(data)}


def _differences(signed: Mapping[str, Any], now: Mapping[str, Any]) -> Iterable[str]:
    """Cells whose status or reason differs, then other parts of the result."""
    before = {(cell["task"], cell["level"]): cell for cell in signed["cells"]}
    after = {(cell["task"], cell["level"]): cell for cell in now["cells"]}
    for key in sorted({*before, *after}):
        old, new = before.get(key), after.get(key)
        if old != new:
            yield f"{key[0]}（{key[1]}）{_status(old)} → {_status(new)}"
    for part in sorted({*signed, *now} - {"cells"}):
        if signed.get(part) != now.get(part):
            yield part


def _status(cell: Mapping[str, Any] | None) -> str:
    return str(cell["status"]) if cell else "没有这一格"
