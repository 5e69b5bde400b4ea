"""Two versions of a report, sentence by sentence: new, gone, reworded, moved, labelled otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.judge.assessment import Assessment
from checker.judge.cells import ACCEPT
from checker.ledger.likeness import likest, plain
from checker.model import Cell, Entry, Status


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence in both versions; `labels` names what the program reads otherwise: 立场 已完成→计划."""

    old: Entry
    new: Entry
    reworded: bool
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What two versions of a report (or two years) differ in."""

    added: tuple[Entry, ...]
    gone: tuple[Entry, ...]
    changed: tuple[Pair, ...]
    cells: tuple[tuple[Cell, Status], ...]


def compare(before: Assessment, after: Assessment, old: Sequence[Entry], new: Sequence[Entry]) -> Difference:
    """Compare two assessments and the entries behind them; `cells` are those of `after` with their status before."""
    pairs, gone, added = _paired(old, new)
    status = {(cell.task.id, cell.level): cell.status for cell in before.cells}
    cells = ((cell, status.get((cell.task.id, cell.level))) for cell in after.cells)
    return Difference(
        added=tuple(added),
        gone=tuple(gone),
        changed=tuple(pair for pair in pairs if pair.reworded or pair.labels),
        cells=tuple((cell, then) for cell, then in cells if then is not None and then is not cell.status),
    )


def _paired(old: Sequence[Entry], new: Sequence[Entry]) -> tuple[list[Pair], list[Entry], list[Entry]]:
    waiting: dict[str, list[Entry]] = {}
    for entry in reversed(old):
        waiting.setdefault(plain(entry.text), []).append(entry)
    pairs, left = [], []
    used: set[int] = set()
    for entry in new:
        same = waiting.get(plain(entry.text))
        if same:
            pairs.append(_pair(same.pop(), entry, False))
            used.add(id(pairs[-1].old))
        else:
            left.append(entry)
    rest = {at: entry for at, entry in enumerate(old) if id(entry) not in used}
    fresh = dict(enumerate(left))
    near = likest({at: entry.text for at, entry in rest.items()}, {at: entry.text for at, entry in fresh.items()})
    for at, to, _ in near:
        pairs.append(_pair(rest.pop(at), fresh.pop(to), True))
    pairs.sort(key=lambda pair: pair.new.ordinal)
    return pairs, list(rest.values()), list(fresh.values())


def _pair(old: Entry, new: Entry, reworded: bool) -> Pair:
    before, after = _labels(old), _labels(new)
    differ = [name for name in before if before[name] != after[name]]
    labels = tuple(f"{name} {before[name] or '无'}→{after[name] or '无'}" for name in differ)
    return Pair(old, new, reworded, labels)


def _labels(entry: Entry) -> dict[str, str]:
    reaches = "、".join(f"{reach.level.zh}（{reach.extent.zh}）" for reach in entry.reaches)
    return {
        "立场": entry.stance.zh,
        "层级": reaches or f"本级（{entry.extent.zh}）",
        "任务": "、".join(sorted(match.id for match in entry.tasks if match.score >= ACCEPT)),
        "数字": "、".join(f"{figure.value:g}{figure.unit}" for figure in entry.figures if not figure.minor),
    }
