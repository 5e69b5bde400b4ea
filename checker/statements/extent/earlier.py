"""Whether a part of a sentence tells of a year before the one that is reported on (2021年全面公布，今年……).

What was done then is where this year began; that all was done then is no result of this year. 自2021年8月1日起 tells
what has been so since, and the rules of 2021 (2021年印发的) are not what was done in that year. What a government
has one of, its reconsideration, stays as it was settled.
"""

from __future__ import annotations

from checker.patterns import Pattern
from checker.statements.extent.five_years import names_plan, plan_is_over

_YEAR = Pattern(
    r"(?<![比较与同])(?P<year>20\d\d)年"
    r"(?!(?:底|末|\d{1,2}月(?:\d{1,2}日|底)?)?(?:以来|相比)|度?(?:考核|报告|督察|计划|要点)"
    r"|[^，,。；]{0,12}(?:印发|出台|制定|修订|公布|下发|发布|反馈|实施|施行|通过|确定)的)"
)
_WORDS = Pattern(
    r"(?:去年|上年|上一年|前些年|早些年|此前|往年|前年)(?!度?(?:的|以来|相比|同期)|(?:底|\d{1,2}月(?:\d{1,2}日|底)?)?以来)"
)
_NOW = Pattern(r"今年|本年|年内|目前|现已|至今|如今")
_SINCE = Pattern(r"(?:\d{1,2}月(?:\d{1,2}日)?)?起(?![草步源动])|[^，,。；]{0,8}开始")
_DATE_ALONE = Pattern(
    r"(?:截至|到|在|回顾|早在)?(?:20\d\d年(?:年?底|末|全年|度|\d{1,2}月底?)?|去年|上年|上一年度?|前些年|往年|[“\"]?十[一二三四]五[”\"]?(?:时期|期间|末))(?:期间|时)?"
)
"""截至2021年底，: what follows is of that time too."""
_STANDS = "复议"


class Earlier:
    """Follows the parts of one sentence; `year` is the one that is reported on, None where it is not known."""

    def __init__(self, text: str, year: int | None) -> None:
        self._text, self._year = text, year or 0
        self._may = bool(year) and _STANDS not in text and self._may_tell()
        self._carried = False

    def tells(self, start: int, end: int) -> bool:
        """Whether the next part, text[start:end], tells of an earlier year; to be asked of all parts in order."""
        if not self._may:
            return False
        if self._text[start - 1 : start] in ("；", ";", "。"):
            self._carried = False
        if _NOW.search(self._text, start, end) or self._names_this_year(start, end):
            self._carried = False
            return False
        earlier = self._names_earlier(start, end)
        told = earlier or self._carried
        self._carried = self._carried or (earlier and _DATE_ALONE.fullmatch(self._text, start, end) is not None)
        return told

    def _may_tell(self) -> bool:
        text = self._text
        return _YEAR.search(text) is not None or _WORDS.search(text) is not None or names_plan(text)

    def _names_this_year(self, start: int, end: int) -> bool:
        return any(int(found["year"]) == self._year for found in _YEAR.finditer(self._text, start, end))

    def _names_earlier(self, start: int, end: int) -> bool:
        text = self._text
        if _WORDS.match(text, start, end) or plan_is_over(text[start:end], self._year):
            return True
        return any(
            int(found["year"]) < self._year and not _SINCE.match(text, found.end(), end)
            for found in _YEAR.finditer(text, start, end)
        )
