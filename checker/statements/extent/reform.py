"""What says in itself that the one body of a level has what it needs, or that a reform is finished."""

from __future__ import annotations

import re

from checker.lexicon import Lexicon
from checker.patterns import Pattern
from checker.statements.patterns import NEVER, alternation


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
