"""The skeleton of a report: which headings a sentence stands under, and in which part of the report.

A report has an opening, results, shortfalls and a plan for the next year (督察工作规定, 厅字〔2019〕28号, asks
for these). The chapter heading decides; where there is none, the sentence that opens the part does
("同时也存在……", "下一步……"). A plan or an admission in the middle of a section lasts to the end of its
paragraph or list, one that opens a paragraph to the next heading.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.lexicon import Lexicon
from checker.model import Part
from checker.statements.enumerators import CHAPTER, PART_RANK, POINT, SECTION, Enumerator, han
from checker.statements.patterns import NEVER, AnyOf, alternation, compiled

PLAIN = 7
"""Rank of a heading that has no enumerator and names no part: the innermost."""

_FIVE_YEAR_PLANS = ("十四五", "十五五", "十六五", "十七五", "十八五")
_FIRST_PLAN_YEAR = 2021
_SPLIT_TITLE = compiled(r"以?及|[和与、，,]")
_OPENER = 300
"""An opener stands within so many characters of its sentence."""
_COUNTS = compiled(r"\d(?!\d*年)")
_AT_LARGE = compiled(r"法治|依法行政|工作|各项|成绩|成效|[我全][省市州盟县区旗镇乡局]")
"""A faint admission opens the shortfalls only where it speaks of the work at large and of no number."""
_HANDLED = compiled(r"[一-鿿]{0,8}(?:整改|解决|台账|清单|线索|\d)")
"""Faults that are named as the object of a deed: 存在的问题逐条整改."""
_INNER_LIST = compiled(r"[：:，,]\s?一是")
_FAULT = "短板|不足|差距|问题|欠账|弱项|薄弱环节|薄弱之处|软肋"
_FAULTS_SHOW = (
    rf"^(?:但|但是|不过|同时|当然)?[，,]?(?:工作)?(?:{_FAULT})(?:也|同样|依然|仍然?|还)(?:很|较|比较|十分|相当)?(?:明显|突出|不少|存在|客观存在)[。：:，,]"
    rf"|[还仍尚也]有[一二三四五六七八九两几\d]{{1,2}}(?:个|大)?(?:方面|处|点|项|类|块)(?:明显|突出)?的?(?:{_FAULT})[。：:，,]"
)
"""短板也很明显：; 还有三方面欠账。"""
_ANNOUNCES_LIST = compiled(
    r"(?:以下|如下|下列|下面|[几\d一二三四五六七八九十]+(?:个|大)?(?:方面|项|点))[^，。；]{0,12}[。：:]$"
)
_YEAR = compiled(r"(20\d\d)\s?年?")
_SENTENCE_YEAR = compiled(r"(20\d\d)\s?年[，,度]?(?!底|末|以来|至|到|\d|[-—～~])")


def words(lexicon: Lexicon, name: str) -> str:
    """The words of one list of [outline] as an alternation."""
    return alternation(lexicon, "outline", name)


def _ends(lexicon: Lexicon, at_end: str, anywhere: str) -> str:
    """Words that count at the end of a phrase, and words that count anywhere in it."""
    return rf"(?:{words(lexicon, at_end)})$|(?:{words(lexicon, anywhere)})"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its rank; `part` is the part that decides for what stands below it, None: the outer one's."""

    rank: int
    number: int
    title: str
    part: Part | None
    after_chapter: bool = False


class Cues:
    """The words of headings and sentences that open a part; `year` is the year that is reported on."""

    def __init__(self, lexicon: Lexicon, year: int | None) -> None:
        self.year = year
        self._results = compiled(_ends(lexicon, "results_heading_ends", "results_headings"))
        self._plan = compiled(_ends(lexicon, "plan_heading_ends", "plan_headings"))
        self._gap = compiled(words(lexicon, "shortfall_heading_nouns"))
        self._sure = (
            (compiled(words(lexicon, "plan_headings")), Part.PLAN),
            (compiled(words(lexicon, "shortfall_headings")), Part.SHORTFALLS),
        )
        self._remedy = compiled(words(lexicon, "remedies"))
        self._coming = compiled(rf"(?:{words(lexicon, 'plan_openers')})")
        self._admits = AnyOf(
            rf"(?:{words(lexicon, 'admissions')})[^。；;]{{0,40}}?(?:{words(lexicon, 'shortfall_nouns')})",
            words(lexicon, "shortfall_openers"),
            _FAULTS_SHOW,
        )
        self._slightly = compiled(
            rf"(?:{words(lexicon, 'weak_admissions')})[^。；;，]{{0,14}}?(?:{words(lexicon, 'weak_shortfall_nouns')})"
        )
        coming = rf"{year + 1}年[，,将要我的度]" if year else NEVER
        self._ahead = compiled(rf"(?:^|[。！；])\s*(?:{words(lexicon, 'plans_ahead')}|{coming})")
        self._aside = compiled(words(lexicon, "remedy_starts"))
        self._announces = compiled(words(lexicon, "announcements"))
        self._next_plan = _next_five_years(year)

    def of_chapter(self, title: str) -> Part | None:
        """The part that the heading of a chapter names: its first phrase that names one, there the last word."""
        return self.named(title) or self._of_years(title)

    def named(self, title: str) -> Part | None:
        """The part that the words of a title name, whatever years it holds."""
        return next(filter(None, map(self._of_phrase, _SPLIT_TITLE.split(title))), None)

    def of_section(self, title: str) -> Part | None:
        """The part that the heading inside a chapter names; there only words that leave no doubt count."""
        if self._remedy.search(title):
            return None
        sure = next((part for pattern, part in self._sure if pattern.search(title)), None)
        return sure or self._of_years(title)

    def _of_phrase(self, phrase: str) -> Part | None:
        found = [
            (match.end(), part)
            for pattern, part in ((self._results, Part.RESULTS), (self._plan, Part.PLAN), (self._gap, Part.SHORTFALLS))
            for match in pattern.finditer(phrase)
            if part is not Part.SHORTFALLS or not self._remedy.search(phrase)
        ]
        if not found:
            return None
        part = max(found)[1]
        return Part.PLAN if part is Part.RESULTS and self._of_years(phrase) is Part.PLAN else part

    def _of_years(self, title: str) -> Part | None:
        years = [int(year) for year in _YEAR.findall(title)]
        if self.year and years and min(years) > self.year:
            return Part.PLAN
        return Part.PLAN if self._next_plan and self._next_plan in title else None

    def opens_plan(self, sentence: str) -> bool:
        """Whether a sentence opens the plan: 下一步, 今后, the year after the one that is reported on."""
        head = sentence[:40]
        if self._coming.match(head):
            return True
        if self._next_plan and head.lstrip('“"').startswith(self._next_plan):
            return True
        year = _SENTENCE_YEAR.match(head)
        return bool(self.year and year and int(year[1]) > self.year)

    def opens_shortfalls(self, sentence: str) -> bool:
        """Whether a sentence says that the work has its faults, which the next ones then name."""
        head = sentence[:_OPENER]
        found = self._admits.search(head)
        if not found and not _COUNTS.search(head) and _AT_LARGE.search(head):
            found = self._slightly.search(head)
        return found is not None and not self._aside.match(sentence) and not _HANDLED.match(sentence, found.end())

    def plans_ahead(self, text: str) -> bool:
        """Whether a sentence of a paragraph begins with 下一步 or the like."""
        return bool(self._ahead.search(text))

    def announces(self, sentence: str) -> bool:
        """Whether a sentence ends the opening: 现将有关情况报告如下."""
        return bool(self._announces.search(sentence))


def _next_five_years(year: int | None) -> str:
    """The five-year plan that follows the one of a year: 2023 -> 十五五; "" where the year is unknown."""
    if year is None or year < _FIRST_PLAN_YEAR:
        return ""
    index = (year - _FIRST_PLAN_YEAR) // 5 + 1
    return _FIVE_YEAR_PLANS[index] if index < len(_FIVE_YEAR_PLANS) else ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader of a report stands: the open headings, outermost first, and the part.

    `part` may differ from `base`, the part of the innermost heading that decides it, where a
    sentence has opened another; `brief` says that this lasts only to the end of the paragraph;
    `listed` that a list (一是) has begun since. `number` is that of the last item of a list,
    `chapter_number` that of the last chapter. `recurring` says that each chapter has its own plan;
    `top` is the rank of the outermost headings, which is not 一、 in every report. `announced` says that the part
    was opened with the words that a list follows (重点做好以下工作).
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

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the open headings, outermost first."""
        return tuple(heading.title for heading in self.headings)

    @property
    def chapter(self) -> str:
        """The short form of the numbers of chapter and section, such as 一(六)."""
        numbered = [heading for heading in self.headings if heading.rank <= POINT and heading.number]
        if not numbered:
            return ""
        outer = numbered[0]
        text = f"({han(outer.number)})" if outer.rank == SECTION else han(outer.number)
        inner = next((h for h in numbered[1:] if h.rank == SECTION or outer.rank >= SECTION), None)
        return f"{text}({han(inner.number)})" if inner else text

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
            part = cues.of_section(heading.title)
        unnamed = self.base if heading.rank == PLAIN and not outer else Part.RESULTS
        base = part or over or unnamed
        number = heading.number if heading.rank == CHAPTER else self.chapter_number
        below = (*outer, replace(heading, part=part, after_chapter=self.chapter_number > 0))
        return Place(below, base, base, chapter_number=number, recurring=self.recurring, top=self.top)

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


def next_place(place: Place, sentence: str, mark: Enumerator | None, fresh: bool, cues: Cues) -> Place:
    """The place of a sentence: `mark` is its enumerator, `fresh` says that it opens a paragraph."""
    body = sentence[mark.end :] if mark else sentence
    place = _counted(_back(place, mark, fresh), mark, sentence)
    if mark and place.base is Part.OPENING:
        place = replace(place, base=Part.RESULTS, part=Part.RESULTS)
    brief = not fresh or mark is not None
    if place.part is not Part.PLAN and cues.opens_plan(body):
        announced = _ANNOUNCES_LIST.search(sentence) is not None
        return replace(place, part=Part.PLAN, brief=brief, listed=_lists(sentence), announced=announced)
    if place.part in (Part.OPENING, Part.RESULTS) and cues.opens_shortfalls(body):
        return replace(place, part=Part.SHORTFALLS, brief=brief, listed=_lists(sentence))
    return place


def _lists(sentence: str) -> bool:
    """Whether a list begins inside a sentence: 重点做好以下工作：一是……."""
    return bool(_INNER_LIST.search(sentence))


def _counted(place: Place, mark: Enumerator | None, sentence: str) -> Place:
    """Keep the count of the list that a sentence stands in."""
    if mark is None:
        return replace(place, listed=True) if place.part is not place.base and _lists(sentence) else place
    if place.part is place.base:
        return replace(place, number=mark.number)
    return replace(place, listed=place.listed or mark.number == 1)


def _back(place: Place, mark: Enumerator | None, fresh: bool) -> Place:
    """Leave a part that a sentence had opened, where its paragraph ends or an older list goes on."""
    if place.part is place.base:
        return place
    goes_on = mark is not None and mark.number > 1 and not place.listed and place.number > 0
    ended = fresh and place.brief and not (mark and (mark.number == 1 or place.listed))
    if goes_on or ended:
        return replace(place, part=place.base, brief=False, listed=False)
    return place


def after(place: Place, sentence: str, cues: Cues) -> Place:
    """The place of what follows a sentence: the opening ends with 现将有关情况报告如下."""
    if place.part is Part.OPENING and cues.announces(sentence):
        return replace(place, base=Part.RESULTS, part=Part.RESULTS)
    return place
