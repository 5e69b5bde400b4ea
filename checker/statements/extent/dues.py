"""So many of so many due (应上线21项、已上线17项): short of it is one of some, as many as were due is all.

These are forms of speech rather than words, so that they stand in code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model import Figure
from checker.patterns import Pattern

_DUE = Pattern(
    r"(?:计划|编制|核定|任务|目标|需|安排|部署|对象|清单|事项|国家|(?<![供响适反相对呼感回效])应(?!急|用|对|诉|届)[一-鿿]{0,3})[^，,。；]{0,14}$"
)
_MUST = Pattern(r"(?<![供响适反相对呼感回效])应(?:当|该)?(?!急|用|对|诉|届)[^，,。；\d]{1,14}$")
_REACHED = Pattern(
    r"[^，,。；、\d]{0,10}[、，,；]?(?:[^，,。；\d]{2,12}原因)?"
    r"(?:截至[^，,。；]{0,8})?(?:我[省市县区镇乡])?(?:其中|目前|现|年内)?"
    r"(?:(?:实际|已经|现已|已|只|仅|完成){1,2}[一-鿿]{0,2}|(?:完成|到位|在岗|落实|建成|配备|公布|出台|办成|上线|落地|接入))"
    r"了?(?:其中)?(?:的)?(?:有|了)?"
)
_AMONG = Pattern(
    r"[^，,。；\d]{0,12}(?:中|当中|里)[，,]?[^，,。；\d]{0,6}(?:办成|完成|上线|落地|建成|接入|公布|出台|落实|达标|到位)的?(?:了|有|仅|只)*"
)
_REACHED_IN_FULL = Pattern(
    r"[^，,。；、\d]{0,10}[、，,；]?(?:其中|目前)?(?:均已|均|全部|实际|实|已经|已|都)?[一-鿿]{0,6}"
)
_TAKEN_IN = Pattern(r"(?:收到|收件|受理|接收|交办|反馈|承办)[^，,。；\d]{0,14}$")
_ALL_SETTLED = Pattern(
    r"[^，,。；、\d]{0,6}[、，,]?(?:均|全部|已)*(?:按期|按时|依法|限时)?(?:答复|办结|审结|办复|回复|整改|销号)(?:完成|到位)?"
)
_HAVE_A_DUTY = Pattern(r"(?:文件|决定|案件|事项|决策|人员|合同|协议|报告|预案)[^，,。；、\d]{0,4}$")
_DONE_WITH_EACH = Pattern(
    r"[、，,]?(?:均|全部|已|都)*(?:持证(?:上岗)?|(?:合法性|法制)?(?:审核|审查)|报备|备案|公开|公示|公布|答复|办结|审结|征求意见|集体讨论|出庭(?:应诉)?)(?:了|完成)?"
)
"""规范性文件17件，审核17件; 执法人员915人，持证915人."""
_SAMPLED = Pattern(r"抽[查取检样]|培训|选[取择]|评查|查处")
_LOOK = 20
_IN_FULL = ((_MUST, _REACHED_IN_FULL), (_TAKEN_IN, _ALL_SETTLED), (_HAVE_A_DUTY, _DONE_WITH_EACH))
"""What stands before a number, and between it and the same number, where the second is all of the first."""


def short_of(text: str, figures: Sequence[Figure], last: Figure | None) -> str:
    """The number reached where it falls short of the number due (编制34名、到位29名), "" where there is none."""
    for due, reached in _pairs(figures, last):
        if reached.value >= due.value:
            continue
        if _REACHED.fullmatch(text, due.end, reached.start) and _DUE.search(text, max(0, due.start - _LOOK), due.start):
            return reached.text
        if _AMONG.fullmatch(text, due.end, reached.start):
            return reached.text
        if _MUST.search(text, max(0, due.start - _LOOK), due.start) and _REACHED_IN_FULL.fullmatch(
            text, due.end, reached.start
        ):
            return reached.text
    return ""


def as_many_as_due(text: str, figures: Sequence[Figure], last: Figure | None) -> str:
    """The number reached where it is the number due (应出庭21件、实际出庭21件), "" where there is none."""
    for due, reached in _pairs(figures, last):
        if reached.value != due.value or not reached.value:
            continue
        before = max(0, due.start - _LOOK)
        if _SAMPLED.search(text, before, due.start):
            continue
        for had_to, done in _IN_FULL:
            if had_to.search(text, before, due.start) and done.fullmatch(text, due.end, reached.start):
                return reached.text
    return ""


def _pairs(figures: Sequence[Figure], last: Figure | None) -> Iterator[tuple[Figure, Figure]]:
    """Neighbouring figures of one unit, percentages left out."""
    for due, reached in zip([last, *figures], figures, strict=False):
        if due is not None and due.unit == reached.unit and due.unit != "%":
            yield due, reached
