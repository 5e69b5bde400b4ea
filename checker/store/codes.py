"""One letter for each code, so that the verdicts of a whole plan are one short text in the store.

The letters are part of the stored form (docs/store.md): they may be added to, never changed.
"""

from __future__ import annotations

from checker.model import OBLIGATIONS, Extent, Level, Part, Severity, Stance, Status, Verdict

STATUS_LETTER = {
    Status.MET: "M",
    Status.PARTIAL: "P",
    Status.ONGOING: "O",
    Status.PLANNED: "L",
    Status.SHORTFALL: "S",
    Status.UNPROVEN: "U",
    Status.MISSING: "X",
    Status.NOT_DUE: "D",
    Status.WAIVED: "W",
    Status.NOT_APPLICABLE: "N",
}
"""Status of a cell; the small letter where the cell does not count in coverage."""

VERDICT_LETTER = {
    Verdict.COVERED: "C",
    Verdict.PARTIAL: "P",
    Verdict.SHORTFALL: "S",
    Verdict.NONE: "X",
    Verdict.NOT_APPLICABLE: "N",
}
"""Verdict of a claim; NOT_JUDGED where the level was not asked about."""

STANCE_LETTER = {
    Stance.ACHIEVED: "A",
    Stance.ONGOING: "O",
    Stance.SHORTFALL: "S",
    Stance.PLANNED: "P",
    Stance.CONTEXT: "C",
}
PART_LETTER = {Part.OPENING: "O", Part.RESULTS: "R", Part.SHORTFALLS: "S", Part.PLAN: "P"}
EXTENT_LETTER = {Extent.ALL: "A", Extent.SOME: "S", Extent.UNSTATED: "U"}
SEVERITY_LETTER = {severity.value: severity.value[0] for severity in Severity}

NOT_JUDGED = "-"

CLAIMS = tuple((obligation, level) for obligation in OBLIGATIONS for level in Level)
"""The places of a text of verdicts: obligation by obligation, each at all levels, highest first."""

STATUS_OF = {letter: status for status, letter in STATUS_LETTER.items()}
VERDICT_OF = {letter: verdict for verdict, letter in VERDICT_LETTER.items()}
STANCE_OF = {letter: stance for stance, letter in STANCE_LETTER.items()}
PART_OF = {letter: part for part, letter in PART_LETTER.items()}
EXTENT_OF = {letter: extent for extent, letter in EXTENT_LETTER.items()}
