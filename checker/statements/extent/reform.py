"""Where a named obligation is spoken of, and what says in itself that a reform is finished or its one body settled."""

from __future__ import annotations

import re

from checker.lexicon import Lexicon
from checker.patterns import Pattern
from checker.statements.levels.titles import TITLE
from checker.statements.patterns import NEVER, alternation

_PLATE = Pattern(
    r"挂牌|揭牌|牌子|授牌|亮牌|(?:成立|设立|组建|设置)[^，,。；]{0,8}复议(?:局|机构|办公室)|复议(?:局|机构|办公室)[^，,。；]{0,8}(?:成立|设立|组建|设置)"
)
_NOTICE = Pattern(r"公示(?!制度|平台|率)(?<!执法公示)")
"""经评审、公示，被命名为示范县: a step towards a title."""
_OF_DUTIES = Pattern(r"职[责能权]|复议权|改革|统一|集中|行使|受理|整合|划转|移交|归口")


def is_plate_alone(text: str, start: int, end: int) -> bool:
    """Whether a part tells of plates or of bodies founded, and of no duties (obligations 22.02: a plate is a part)."""
    return (
        "复议" in text[start:end]
        and _PLATE.search(text, start, end) is not None
        and _OF_DUTIES.search(text, start, end) is None
    )


class Matters:
    """Tells where the named obligations are spoken of; compiled once from section [extent] of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = _matters(lexicon)

    def named_in(self, text: str, start: int, end: int) -> bool:
        """Whether text[start:end] names one of them; the notice (公示) before a title is none."""
        found = self._words.search(text, start, end)
        while found and TITLE in text and _NOTICE.match(text, found.start()):
            found = self._words.search(text, found.end(), end)
        return found is not None


def _matters(lexicon: Lexicon) -> Pattern:
    """The words of the named obligations; cases of reconsideration and how they went are none of the reform."""
    in_one_hand = r"(?:统一|集中)[^，,。；]{0,16}复议|复议[^，,。；]{0,16}(?:统一|集中)"
    of_cases = "案|申请|决定|质效|质量|效能|办案|纠错|调解|工作|服务|应诉"
    words = alternation(lexicon, "extent", "topics")
    return Pattern(rf"(?:{words})(?<!复议)|复议(?!{of_cases})|{in_one_hand}")


def settling(lexicon: Lexicon) -> Pattern:
    """A body of reconsideration with what settles it, in either order; the own standards."""
    bodies, at_work, settled, own = (
        alternation(lexicon, "extent", name)
        for name in (
            "reconsideration_bodies",
            "reconsideration_at_work",
            "reconsideration_settled",
            "own_settled",
        )
    )
    return Pattern(
        rf"(?:{at_work})|(?:{bodies})[^，,。；]{{0,12}}?(?:{settled})|(?:{settled})[^，,。；]{{0,14}}?(?:{bodies})"
        rf"|裁量[^，,。；]{{0,24}}?(?:{own})|(?:{own})[^，,。；]{{0,24}}?裁量"
    )


def finishing(lexicon: Lexicon) -> Pattern:
    """A reform with the word that finishes it, in either order."""
    finished = "|".join(
        rf"{re.escape(word)}[^，,。；]{{0,10}}(?:完成|收官|成果)" for word in lexicon.words("extent", "reforms")
    )
    reforms = alternation(lexicon, "extent", "reforms")
    return Pattern(rf"{finished or NEVER}|完成(?<!未完成)[^，,。；]{{0,14}}(?:{reforms})")
