"""The nouns of the field. Every value is frozen, built once and passed on.

Flow: Document -> Statement -> Entry -> Assessment. Stages know these nouns, not each other.
The codes (levels, stances, statuses) stand in checker/codes.py and are handed on from here.
"""

from __future__ import annotations

from checker.codes import (
    LEVEL_RANK,
    OBLIGATIONS,
    Confidence,
    Extent,
    Kind,
    Level,
    Part,
    Severity,
    Stance,
    Status,
    Verdict,
)
from checker.model.document import Document, Paragraph, Sentence
from checker.model.judged import Cell, Gap, Ratio
from checker.model.kept import Entry, Source, Waiver
from checker.model.plan import GatePolicy, Minimum, Plan, Requirement, Task
from checker.model.report import Because, Figure, Reach, Report, Statement, TaskMatch

__all__ = [
    "LEVEL_RANK",
    "OBLIGATIONS",
    "Because",
    "Cell",
    "Confidence",
    "Document",
    "Entry",
    "Extent",
    "Figure",
    "Gap",
    "GatePolicy",
    "Kind",
    "Level",
    "Minimum",
    "Paragraph",
    "Part",
    "Plan",
    "Ratio",
    "Reach",
    "Report",
    "Requirement",
    "Sentence",
    "Severity",
    "Source",
    "Stance",
    "Statement",
    "Status",
    "Task",
    "TaskMatch",
    "Verdict",
    "Waiver",
]
