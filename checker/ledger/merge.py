"""Decisions that came back in a sheet × the ledger as it is now -> what is new, what conflicts, what stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.ledger import sheet as form
from checker.ledger.filled import Filled
from checker.ledger.model import Draft
from checker.ledger.settle import Matter


@dataclass(frozen=True, slots=True)
class Merge:
    """What a workbook brings: decisions to write, conflicts that keep rows out, rows that say what stands already."""

    fresh: tuple[Filled, ...]
    conflicts: tuple[tuple[Filled, str], ...]
    known: int
    blank: int


def merge(filled: Sequence[Filled], matters: Mapping[str, Matter], overrule: frozenset[str], blank: int = 0) -> Merge:
    """Sort the rows: new decisions, conflicts, and what stands already."""
    fresh, conflicts, known = [], [], 0
    for one in filled:
        matter = matters[one.what.entry]
        if _stands(one.what, matter):
            known += 1
        elif why := _against(one.what, matter, overrule):
            conflicts.append((one, why))
        else:
            fresh.append(replace(one, what=replace(one.what, after=matter.last)))
    return Merge(tuple(fresh), tuple(conflicts), known, blank)


def _stands(what: Draft, matter: Matter) -> bool:
    """Whether this very decision was taken over before: by the same person, about the entry as it is."""
    now = matter.decision
    if now is None or not matter.decided:
        return False
    same = (now.what.outcome, now.what.by, now.what.why) == (what.outcome, what.by, what.why)
    return same and now.what.attachment == what.attachment


def _against(what: Draft, matter: Matter, overrule: frozenset[str]) -> str:
    """Why a row may not be taken as it is; "" where it may."""
    if what.digest != matter.state:
        return "导出之后这条佐证变了，请重新导出再填"
    now = matter.decision
    if now is None or what.after == matter.last or what.entry in overrule:
        return ""
    if now.what.by != what.by and now.what.outcome != what.outcome:
        return f"导出之后别人已另有决定：{form.told(matter)}"
    return ""
