"""Time within one report (C34, C37, C39, C40, C41)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.audit.found import Results, finding
from checker.audit.terms import Term, Told
from checker.model import Report, Severity, Stance, Statement
from checker.patterns import Pattern

_DATE = Pattern(r"(20[0-9]{2})年(?:[0-9]{1,2}月)")
_FUTURE = Pattern(r"将|起施行|起实施|生效|有效期|前完成|届满|到期|计划|拟|前")
_RUN_LENGTHS = {"个季度": 4, "季度": 4, "个月": 12}
_TITLE = Pattern(r"示范(?:市|县|区|地区|项目|乡镇|街道)|称号|先进", needs=("示范", "称号", "先进"))
_WON = Pattern(r"(20[0-9]{2})年(?:[0-9]{1,2}月)?[^，。；]{0,12}(?:获评|获得|荣获|被评为|命名|入选)", needs=("年",))


def check_times(report: Report, told: Sequence[Told]) -> Results:
    """Every statement whose figures or titles belong to another time than the report's year."""
    for statement, terms in told:
        if statement.stance is not Stance.ACHIEVED:
            continue
        if "月" in statement.quote:
            yield from _after_the_year(report, statement)
        if terms:
            yield from _figures(statement, terms)
        yield from _old_title(report, statement)


def _after_the_year(report: Report, statement: Statement) -> Results:
    """C34: a date behind the report's year among the results."""
    for match in _DATE.finditer(statement.quote):
        around = statement.quote[match.start() : match.end() + 12]
        if int(match.group(1)) > report.year and not _FUTURE.search(around):
            message = f"{match.group()}在报告年度{report.year}年之后"
            yield finding("C34", Severity.QUESTION, statement, message, wants="该事项的实际日期")
            return


def _figures(statement: Statement, terms: Sequence[Term]) -> Results:
    terms = [term for term in terms if not term.figure.minor]
    for term in terms if "连续" in statement.quote else ():
        longest = _RUN_LENGTHS.get(term.unit)
        if longest and term.value > longest and "连续" in term.left[-8:]:
            message = f"连续{term.figure.text}超出报告年度，只有本年的部分可作佐证"
            yield finding("C37", Severity.WARNING, statement, message, wants="本年度的数")
    cumulative = [term for term in terms if term.figure.role == "cumulative"]
    if cumulative:
        message = f"{cumulative[0].figure.text}是累计数，可能含往年"
        yield finding("C39", Severity.INFO, statement, message, wants="其中本年度的数")
    if terms and all(term.figure.role == "previous" for term in terms):
        yield finding("C40", Severity.WARNING, statement, "只有上年的数，不作本年佐证", wants="本年度的数")


def _old_title(report: Report, statement: Statement) -> Results:
    """C41: a title won in an earlier year."""
    if not _TITLE.search(statement.quote):
        return
    won = _WON.search(statement.quote)
    if won and int(won.group(1)) < report.year:
        message = f"称号是{won.group(1)}年取得的，不是本年度的成果"
        yield finding("C41", Severity.WARNING, statement, message, wants="本年度的复核或命名文件")
    elif "巩固" in statement.quote:
        yield finding("C41", Severity.WARNING, statement, "“巩固”的是以前年度的称号", wants="本年度的复核或命名文件")
