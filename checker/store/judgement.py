"""Report × verdicts -> Judgement: everything that one report gives to the store, small enough for many."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.audit.model import Audit
from checker.judge.claims import Claim
from checker.model import Cell, Level, Plan, Report, Status, Verdict
from checker.store import codes
from checker.store.details import Detail, details_of, ordinals_of


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding of the audit; `ordinal` is the statement's place in its report, 0 for the report as a whole."""

    rule: str
    severity: str
    ordinal: int
    stated: float | None
    expected: float | None
    formula: str


@dataclass(frozen=True)
class Judgement:
    """One report, judged alone against one plan.

    `statuses` has one letter for each cell of the plan, in the plan's order (`cells_of`); `verdicts` one for each
    of `codes.CLAIMS`. `details` is a JSON text with the statements and what the verdicts rest on. Two judgements
    of the same bytes, by the same program, plan and words, are equal.
    """

    sha256: str
    name: str
    title: str
    government: str
    level: Level
    year: int
    characters: int
    statuses: str
    verdicts: str
    details: str
    findings: tuple[StoredFinding, ...]

    @cached_property
    def detail(self) -> Detail:
        """The details, read."""
        return Detail(json.loads(self.details))

    def status(self, position: int) -> tuple[Status, bool]:
        """The status of the cell at a place of the plan, and whether it counts in coverage."""
        letter = self.statuses[position]
        return codes.STATUS_OF[letter.upper()], letter.isupper()

    def verdict(self, position: int) -> Verdict | None:
        """The verdict at a place of `codes.CLAIMS`; None where the level was not judged."""
        return codes.VERDICT_OF.get(self.verdicts[position])


def cells_of(plan: Plan) -> tuple[tuple[str, Level], ...]:
    """The cells of a plan in the order of its statuses: task by task, each at its levels."""
    return tuple((task.id, level) for task in plan.tasks for level in task.levels)


def judgement_of(
    report: Report, characters: int, cells: Sequence[Cell], claims: Sequence[Claim], audit: Audit
) -> Judgement:
    """The stored form of a judged report; `cells` are all cells of the plan in its order."""
    return Judgement(
        sha256=report.sha256,
        name=report.name,
        title=report.title,
        government=report.government,
        level=report.level,
        year=report.year,
        characters=characters,
        statuses="".join(_letter(cell) for cell in cells),
        verdicts=_verdicts(claims),
        details=details_of(report, cells, claims, audit),
        findings=_findings(report, audit),
    )


def _letter(cell: Cell) -> str:
    letter = codes.STATUS_LETTER[cell.status]
    return letter if cell.counted else letter.lower()


def _verdicts(claims: Sequence[Claim]) -> str:
    told = {(claim.obligation, claim.level): codes.VERDICT_LETTER[claim.verdict] for claim in claims}
    return "".join(told.get(place, codes.NOT_JUDGED) for place in codes.CLAIMS)


def _findings(report: Report, audit: Audit) -> tuple[StoredFinding, ...]:
    ordinals = ordinals_of(report)
    return tuple(
        StoredFinding(
            one.rule, one.severity.value, ordinals.get(one.statement, 0), one.stated, one.expected, one.formula
        )
        for one in audit.findings
    )
