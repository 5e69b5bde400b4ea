"""Where the reader of a report stands: the open headings, and the part that these or a sentence have opened.

A plan or an admission in the middle of a section lasts to the end of its paragraph or list, one that opens a
paragraph to the next heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from checker.model import Part
from checker.patterns import Pattern
from checker.statements.enumerators import CHAPTER, PART_RANK, POINT, SECTION, Enumerator, han
from checker.statements.splitting.outline import PLAIN, Cues, Heading

_INNER_LIST = Pattern(r"[：:，,]\s?一是|[：:]\s?(?:1[.．、]|[（(]1[）)]|①)")
_ANNOUNCES_LIST = Pattern(
    r"(?:以下|如下|下列|下面|[几\d一二三四五六七八九十]+(?:个|大)?(?:方面|项|点))[^，。；]{0,12}[。：:]$"
)


class Place(NamedTuple):
    """Where the reader of a report stands: the open headings, outermost first, and the part.

    `part` may differ from `base`, the part of the innermost heading that decides it, where a
    sentence has opened another; `brief` says that this lasts only to the end of the paragraph;
    `listed` that a list (一是) has begun since. `number` is that of the last item of a list,
    `chapter_number` that of the last chapter. `recurring` says that each chapter has its own plan;
    `top` is the rank of the outermost headings, which is not 一、 in every report. `announced` says that the part
    was opened with the words that a list follows (重点做好以下工作). `titles` are those of the open headings,
    `chapter` is the short form of their numbers, such as 一(六).
    """

    headings: tuple[Heading, ...] = ()
    base: Part = Part.OPENING
    part: Part = Part.OPENING
    brief: bool = False
    listed: bool = False
    number: int = 0
    chapter_number: int = 0
    recurring: bool = False
    top: int = CHAPTER
    announced: bool = False
    titles: tuple[str, ...] = ()
    chapter: str = ""

    def under(self, heading: Heading, cues: Cues) -> Place:
        """The place below a heading that has just been met."""
        outer = tuple(h for h in self.headings if h.rank < heading.rank)
        goes_on = heading.rank == CHAPTER and heading.number == self.chapter_number + 1 > 1
        parted = goes_on and self._parted()
        if parted:
            outer = tuple(h for h in outer if h.rank > PART_RANK or h.number)
        over = next((h.part for h in reversed(outer) if h.part), None)
        part: Part | None
        if over is None and heading.rank <= max(CHAPTER, self.top):
            part = cues.of_chapter(heading.title) or (
                self._inherited(parted, goes_on) if heading.rank <= SECTION else None
            )
        else:
            part = cues.of_section(heading.title) or (
                cues.of_measures(heading.title) if over is Part.SHORTFALLS else None
            )
        unnamed = self.base if heading.rank == PLAIN and not outer else Part.RESULTS
        base = part or over or unnamed
        number = heading.number if heading.rank == CHAPTER else self.chapter_number
        below = (*outer, replace(heading, part=part, after_chapter=self.chapter_number > 0))
        return Place(
            below,
            base,
            base,
            chapter_number=number,
            recurring=self.recurring,
            top=self.top,
            titles=tuple(open_.title for open_ in below),
            chapter=_chapter(below),
        )

    def _parted(self) -> bool:
        """Whether a heading without number stands inside the chapter: 一、…… 存在的不足 …… 二、……."""
        return bool(self.headings) and self.headings[0].rank == PART_RANK and self.headings[0].after_chapter

    def _inherited(self, parted: bool, goes_on: bool) -> Part:
        """The part of a chapter whose heading names none: after the shortfalls comes the plan.

        Where a chapter has its own plan, the next one tells results again; so it does where a chapter of results
        only ends in a plan and the numbers go on.
        """
        own_plan = goes_on and self.part is Part.PLAN and self.base is Part.RESULTS and not self.announced
        if self.recurring or own_plan or (parted and self.part is Part.PLAN):
            return Part.RESULTS
        part = self.base if self.brief else self.part
        return {Part.OPENING: Part.RESULTS, Part.SHORTFALLS: Part.PLAN}.get(part, part)


def _chapter(headings: Sequence[Heading]) -> str:
    """The short form of the numbers of chapter and section, such as 一(六)."""
    numbered = [heading for heading in headings if heading.rank <= POINT and heading.number]
    if not numbered:
        return ""
    outer = numbered[0]
    text = f"({han(outer.number)})" if outer.rank == SECTION else han(outer.number)
    inner = next((h for h in numbered[1:] if h.rank == SECTION or outer.rank >= SECTION), None)
    return f"{text}({han(inner.number)})" if inner else text


def next_place(place: Place, sentence: str, mark: Enumerator | None, fresh: bool, cues: Cues) -> Place:
    """The place of a sentence: `mark` is its enumerator, `fresh` says that it opens a paragraph."""
    body = sentence[mark.end :] if mark else sentence
    place = _counted(_back(place, mark, fresh), mark, sentence)
    if mark and place.base is Part.OPENING:
        place = place._replace(base=Part.RESULTS, part=Part.RESULTS)
    brief = not fresh or mark is not None
    if place.part is not Part.PLAN and cues.opens_plan(body):
        announced = _ANNOUNCES_LIST.search(sentence) is not None
        return place._replace(part=Part.PLAN, brief=brief, listed=_lists(sentence), announced=announced)
    if place.part in (Part.OPENING, Part.RESULTS) and cues.opens_shortfalls(body):
        return place._replace(part=Part.SHORTFALLS, brief=brief, listed=_lists(sentence))
    return place


def _lists(sentence: str) -> bool:
    """Whether a list begins inside a sentence: 重点做好以下工作：一是……."""
    return bool(_INNER_LIST.search(sentence))


def _counted(place: Place, mark: Enumerator | None, sentence: str) -> Place:
    """Keep the count of the list that a sentence stands in."""
    if mark is None:
        return place._replace(listed=True) if place.part is not place.base and _lists(sentence) else place
    if place.part is place.base:
        return place._replace(number=mark.number)
    return place._replace(listed=place.listed or mark.number == 1)


def _back(place: Place, mark: Enumerator | None, fresh: bool) -> Place:
    """Leave a part that a sentence had opened, where its paragraph ends or an older list goes on."""
    if place.part is place.base:
        return place
    goes_on = mark is not None and mark.number > 1 and not place.listed and place.number > 0
    ended = fresh and place.brief and not (mark and (mark.number == 1 or place.listed))
    if goes_on or ended:
        return place._replace(part=place.base, brief=False, listed=False)
    return place


def after(place: Place, sentence: str, cues: Cues) -> Place:
    """The place of what follows a sentence: the opening ends with 现将有关情况报告如下."""
    if place.part is Part.OPENING and cues.announces(sentence):
        return place._replace(base=Part.RESULTS, part=Part.RESULTS)
    return place
