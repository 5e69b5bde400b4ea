"""Where a sentence is cut inside: between the gaps that it lists, and where it passes to the plan."""

from __future__ import annotations

from checker.lexicon import Lexicon
from checker.model import Part
from checker.patterns import Pattern
from checker.statements.splitting.outline import words

_COMMA = Pattern(r"[，,；;]")
_SHORTEST = 6
_MANY = 3
"""So many gaps in one sentence are a list, even where no word opens it."""


class GapSplitter:
    """Finds the commas at which a sentence is cut."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._gap = Pattern(words(lexicon, "gap_predicates"))
        self._lists = Pattern(words(lexicon, "list_openers"))
        self._turns = Pattern(words(lexicon, "plan_turns"))
        self._cuts = Pattern(f"{words(lexicon, 'list_openers')}|{words(lexicon, 'plan_turns')}")
        self._theme = Pattern(
            rf"(?:基层)?(?:{words(lexicon, 'themes')})[^，,；;]{{0,4}}(?:{words(lexicon, 'gap_predicates')})"
        )

    def cuts(self, sentence: str, part: Part) -> list[int]:
        """Offsets just after the commas at which a sentence is cut, rising."""
        if part is not Part.SHORTFALLS and not (self._lists if part is Part.PLAN else self._cuts).search(sentence):
            return []
        lists = self._lists.search(sentence)
        clauses = _clauses(sentence)
        turns = [start for start, _ in clauses[1:] if part is not Part.PLAN and self._turns.match(sentence, start)]
        if not lists and part is not Part.SHORTFALLS:
            return turns
        gaps = [bool(self._gap.search(sentence, start, end)) for start, end in clauses]
        begins = next((i for i, (_, end) in enumerate(clauses) if lists and end > lists.end()), 0)
        # The theme of the whole report (法治政府建设较为薄弱) opens the list and is no gap of its own.
        gaps[begins] = gaps[begins] and not (lists and self._theme.match(sentence, lists.end()))
        if sum(gaps[begins:]) < (2 if lists else _MANY):
            return turns
        return sorted({*turns, *self._between(clauses, gaps, begins)})

    def _between(self, clauses: list[tuple[int, int]], gaps: list[bool], begins: int) -> list[int]:
        """The starts of the clauses from which on another gap is told; what follows a gap belongs to it."""
        cuts, seen, start = list[int](), False, None
        for (begin, end), gap in list(zip(clauses, gaps, strict=True))[begins:]:
            if seen and start is None and end - begin >= _SHORTEST:
                start = begin
            if gap and start is not None:
                cuts.append(start)
            if gap:
                seen, start = True, None
        return cuts


def _clauses(sentence: str) -> list[tuple[int, int]]:
    """The clauses of a sentence as offsets, each with its comma."""
    ends = [found.end() for found in _COMMA.finditer(sentence)]
    if not ends or ends[-1] < len(sentence):
        ends.append(len(sentence))
    return list(zip([0, *ends[:-1]], ends, strict=True))
