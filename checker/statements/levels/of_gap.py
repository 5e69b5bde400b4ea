"""A sentence that tells of a result at one level and of a gap at another -> the levels of the gap alone.

市政府统一行使复议职责，县区一级尚未完成: the city has no gap. Where the parts do not tell the levels apart
so plainly, all of them stay.
"""

from __future__ import annotations

from checker.model import Level
from checker.patterns import Pattern
from checker.statements.levels.label import LevelLabel, narrowed
from checker.statements.levels.spans import part_at

_RESULT = Pattern(r"已|全部|[均都](?!未|没|不)|全覆盖|统一行使|集中行使|实行了|实现了|完成了|建立了|落实了|[聘配建]齐")
_LACK = Pattern(r"未|不|没|缺|弱|差|仅|只|难|少|低|滞后|空白|问题|仍")


def of_gap(label: LevelLabel, text: str, words: str) -> LevelLabel:
    """The label without the levels that only parts with a result name; `words` are those that tell of the gap."""
    place = text.find(words) if words and len(label.levels) > 1 else -1
    if place < 0:
        return label
    gap = part_at(text, place)
    named: dict[tuple[int, int], set[Level]] = {}
    for span in label.spans:
        named.setdefault(part_at(text, span.start), set()).add(span.level)
    if gap not in named:
        return label
    kept = {
        level for part, levels in named.items() for level in levels if part == gap or not _is_result(text[slice(*part)])
    }
    return narrowed(label, kept)


def _is_result(part: str) -> bool:
    return _RESULT.search(part) is not None and not _LACK.search(part)
