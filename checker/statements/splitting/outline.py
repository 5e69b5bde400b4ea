"""The skeleton of a report: the words of headings and sentences that open a part of it.

A report has an opening, results, shortfalls and a plan for the next year (督察工作规定, 厅字〔2019〕28号, asks
for these). The chapter heading decides; where there is none, the sentence that opens the part does
("同时也存在……", "下一步……").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.lexicon import Lexicon
from checker.model import Part
from checker.patterns import Pattern
from checker.statements.patterns import NEVER, alternation

PLAIN = 7
"""Rank of a heading that has no enumerator and names no part: the innermost."""

_FIVE_YEAR_PLANS = ("十四五", "十五五", "十六五", "十七五", "十八五")
_FIRST_PLAN_YEAR = 2021
_SPLIT_TITLE = Pattern(r"以?及|[和与、，,]")
_OPENER = 300
"""An opener stands within so many characters of its sentence."""
_COUNTS = Pattern(r"\d(?!\d*年)")
_AT_LARGE = Pattern(r"法治|依法行政|工作|各项|成绩|成效|[我全][省市州盟县区旗镇乡局]")
"""A faint admission opens the shortfalls only where it speaks of the work at large and of no number."""
_HANDLED = Pattern(
    r"[一-鿿]{0,8}(?:整改|解决|台账|清单|线索|\d)"
    r"|[，,][一-鿿]{0,8}?(?:全部|均已?|逐[项条一件个]|已经?)[一-鿿]{0,4}(?:整改|解决|销号|办结|完成)"
)
"""Faults that are named as the object of a deed: 存在的问题逐条整改; 对照反馈的问题，全部整改到位."""
_MEASURES = Pattern(r"(?:整改|改进|整治|补短板|对策)[一-鿿]{0,4}(?:措施|方向|打算|建议|计划|安排|举措)$")
"""Below a heading of shortfalls: what is to be done about them."""
_FAULT = "短板|不足|差距|问题|欠账|弱项|薄弱环节|薄弱之处|软肋"
_FAULTS_SHOW = Pattern(
    rf"(?:但|但是|不过|同时|当然)?[，,]?(?:工作)?(?:{_FAULT})(?:也|同样|依然|仍然?|还)(?:很|较|比较|十分|相当)?(?:明显|突出|不少|存在|客观存在)[。：:，,]"
)
"""At the head of a sentence: 短板也很明显：."""
_FAULTS_COUNTED = Pattern(
    rf"[还仍尚也]有[一二三四五六七八九两几\d]{{1,2}}(?:个|大)?(?:方面|处|点|项|类|块)(?:明显|突出)?的?(?:{_FAULT})[。：:，,]"
)
"""还有三方面欠账。"""
_YEAR = Pattern(r"(20\d\d)\s?年?")
_SENTENCE_YEAR = Pattern(r"(20\d\d)\s?年[，,度]?(?!底|末|以来|至|到|\d|[-—～~])")


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
        self._results = Pattern(_ends(lexicon, "results_heading_ends", "results_headings"))
        self._plan = Pattern(_ends(lexicon, "plan_heading_ends", "plan_headings"))
        self._gap = Pattern(words(lexicon, "shortfall_heading_nouns"))
        self._sure = (
            (Pattern(words(lexicon, "plan_headings")), Part.PLAN),
            (Pattern(words(lexicon, "shortfall_headings")), Part.SHORTFALLS),
        )
        self._remedy = Pattern(words(lexicon, "remedies"))
        self._coming = Pattern(rf"(?:{words(lexicon, 'plan_openers')})")
        self._admits = Pattern(
            rf"(?:{words(lexicon, 'admissions')})[^。；;]{{0,40}}?(?:{words(lexicon, 'shortfall_nouns')})"
        )
        self._opens = Pattern(words(lexicon, "shortfall_openers"))
        named = ("shortfall_nouns", "weak_shortfall_nouns", "shortfall_openers")
        self._fault = Pattern("|".join([*(words(lexicon, name) for name in named), _FAULT]))
        self._slightly = Pattern(
            rf"(?:{words(lexicon, 'weak_admissions')})[^。；;，]{{0,14}}?(?:{words(lexicon, 'weak_shortfall_nouns')})"
        )
        coming = rf"{year + 1}年[，,将要我的度]" if year else NEVER
        self._ahead = Pattern(rf"(?:^|[。！；])\s*(?:{words(lexicon, 'plans_ahead')}|{coming})")
        self._aside = Pattern(words(lexicon, "remedy_starts"))
        self._announces = Pattern(words(lexicon, "announcements"))
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

    def of_measures(self, title: str) -> Part | None:
        """The plan, where a title inside the shortfalls says what is to be done about them: 整改措施."""
        return Part.PLAN if _MEASURES.search(title) else None

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
        year = _SENTENCE_YEAR.match(head) if head.startswith("20") else None
        return bool(self.year and year and int(year[1]) > self.year)

    def opens_shortfalls(self, sentence: str) -> bool:
        """Whether a sentence says that the work has its faults, which the next ones then name."""
        head = sentence[:_OPENER]
        if not self._fault.search(head):
            return False
        found = self._admits.search(head) or self._opens.search(head) or self._shows(head)
        return found is not None and not self._aside.match(sentence) and not _HANDLED.match(sentence, found.end())

    def _shows(self, head: str) -> re.Match[str] | None:
        """Faults that show, are counted, or are granted in general."""
        if found := _FAULTS_SHOW.match(head) or _FAULTS_COUNTED.search(head):
            return found
        faint = self._slightly.search(head)
        return faint if faint and not _COUNTS.search(head) and _AT_LARGE.search(head) else None

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
