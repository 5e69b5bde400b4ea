"""Titles (示范市) that the reporting government received, and those that were only come near to or seen."""

from __future__ import annotations

from checker.lexicon import Lexicon
from checker.patterns import Pattern
from checker.statements.extent.parts import Part
from checker.statements.levels.titles import GIVES, TITLE
from checker.statements.patterns import alternation

_BRACKETS = Pattern(r"[（(][^（）()]{0,60}[）)]")
_NAMED_SO = (
    rf"(?:{'|'.join(GIVES)})"
    r"(?!为)(?P<bearer>(?:(?!全[省国市州盟县区]|[批级])[^，,。；]){1,12}?[省市州盟县区旗镇乡道])(?:人民政府)?为?"
    r"(?=[^，,。；]{0,24}示范)"
)
"""省委依法治省办命名甲县为示范县: whose title it is stands behind the word."""


class Titles:
    """Tells titles received from titles near; compiled once from section [extent] of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        names = ("titles_won", "titles_near", "single_items")
        won, near, single = (alternation(lexicon, "extent", name) for name in names)
        self.won, self.near, self._single = Pattern(rf"{_NAMED_SO}|{won}"), Pattern(near), Pattern(single)

    def with_near(self, text: str, part: Part, *, held: bool) -> Part:
        """A part that tells of a title not yet received, or of one that was only seen, says so.

        Where the sentence tells of one that is `held`, only the words of receiving make it so (获得入围资格).
        """
        near = self.near.search(text, part.start, part.end)
        if near is None:
            return part
        received = self.won.search(text, part.start, near.start()) or self.won.search(text, near.end(), part.end)
        if held and not received:
            return part
        return part._replace(near=near.group())

    def is_of_government(self, text: str, start: int, end: int) -> bool:
        """Whether the part text[start:end] names a title, and neither a single item's nor one that is only near."""
        if all(text.find(word, start, end) < 0 for word in (TITLE, "命名")):
            return False
        told = _BRACKETS.sub("", text[start:end])
        return not any(words.search(told) for words in (self._single, self.near))
