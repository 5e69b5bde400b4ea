"""What the entries say of each cell, sorted for the columns of a ledger: progress, problems, plans, proofs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.judge.assessment import Assessment
from checker.judge.cells import Signal, Signals, signals_of
from checker.model import Cell, Entry, Stance

_DOCUMENT = re.compile(r"《([^《》]{2,60})》")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,10}[〔\[［(（]20\d{2}[〕\]］)）]\d{1,4}号")


@dataclass(frozen=True, slots=True)
class Material:
    """Entries that speak of a cell, by what they say; each in order of id."""

    signals: Signals

    @classmethod
    def of(cls, assessment: Assessment) -> Material:
        """The material of an assessment: the same matches that its verdicts rest on."""
        counted, _ = signals_of(assessment.plan, assessment.entries.values(), assessment.scope)
        return cls(counted)

    def progress(self, cell: Cell) -> tuple[Entry, ...]:
        """Results and work under way."""
        return self._with(cell, (Stance.ACHIEVED, Stance.ONGOING))

    def problems(self, cell: Cell) -> tuple[Entry, ...]:
        """Gaps that the report admits."""
        return self._with(cell, (Stance.SHORTFALL,))

    def plans(self, cell: Cell) -> tuple[Entry, ...]:
        """What the report intends for next year."""
        return self._with(cell, (Stance.PLANNED,))

    def _with(self, cell: Cell, stances: Sequence[Stance]) -> tuple[Entry, ...]:
        found: Sequence[Signal] = self.signals.get((cell.task.id, cell.level), ())
        return tuple(dict.fromkeys(signal.entry for signal in found if signal.entry.stance in stances))


def documents(entry: Entry) -> tuple[str, ...]:
    """Titles of documents that an entry names in 《》, in order, each once."""
    return tuple(dict.fromkeys(_DOCUMENT.findall(entry.text)))


def document_numbers(entry: Entry) -> tuple[str, ...]:
    """Numbers of documents that an entry prints, such as 青政办〔2022〕5号."""
    return tuple(dict.fromkeys(_NUMBER.findall(entry.text)))
