"""Whether a part of a sentence tells of a year before the one that is reported on (2021年全面公布，今年……).

What was done then is where this year began; that all was done then is no result of this year. 自2021年8月1日起 tells
what has been so since, and the rules of 2021 (2021年印发的) are not what was done in that year. What a government
has one of, its reconsideration, stays as it was settled.
"""

from __future__ import annotations

from checker.patterns import Pattern

_YEAR = Pattern(
    r"(?P<since>自|从)?(?P<year>20\d\d)年"
    r"(?!以来|[^，,。；]{0,12}(?:印发|出台|制定|修订|公布|下发|发布|反馈|实施|施行|通过|确定)的|度?(?:考核|报告|督察|计划|要点))"
    r"(?:年?底|末)?"
)
_WORDS = Pattern(
    r"(?:去年|上一?年(?!度?(?:同期|相比))度?|前些年|早些年|此前|往年|前年|“?十[一二三]五”?(?:时期|期间|末))(?!的|以来|相比)"
)
_NOW = Pattern(r"今年|本年|年内|当年|目前|现已|至今|如今")
_SINCE = Pattern(r"[^，,。；]{0,24}?(?:起|始)(?![草步源动])")
_STANDS = "复议"
_MARK_ALONE = 12
"""No longer is a part that is but a date (截至2021年底，)."""


class Earlier:
    """Follows the parts of one sentence; `year` is the one that is reported on, None where it is not known."""

    def __init__(self, text: str, year: int | None) -> None:
        self._text, self._year = text, year
        self._may = year is not None and _STANDS not in text and bool(_YEAR.search(text) or _WORDS.search(text))
        self._carried = False

    def tells(self, start: int, end: int) -> bool:
        """Whether the next part, text[start:end], tells of an earlier year; to be asked of all parts in order."""
        if not self._may:
            return False
        if _NOW.search(self._text, start, end) or self._names_this_year(start, end):
            self._carried = False
            return False
        earlier = self._names_earlier(start, end)
        told = earlier or self._carried
        self._carried = self._carried or (earlier and end - start <= _MARK_ALONE)
        return told

    def _names_this_year(self, start: int, end: int) -> bool:
        return any(int(found["year"]) == self._year for found in _YEAR.finditer(self._text, start, end))

    def _names_earlier(self, start: int, end: int) -> bool:
        text, year = self._text, self._year or 0
        if _WORDS.match(text, start, end):
            return True
        for found in _YEAR.finditer(text, start, end):
            since = found["since"] is not None and _SINCE.match(text, found.end(), end) is not None
            if int(found["year"]) < year and not since:
                return True
        return False
