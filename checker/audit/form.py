"""Form and completeness of a report (C46 to C49, C55)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.audit.found import Results, about, finding
from checker.model import Part, Report, Severity, Stance, Statement
from checker.patterns import HAN, Pattern

_REPORT = Pattern(r"法治政府|依法行政|法治建设")
"""Only reports of this kind have required parts; a government's work report has others."""
_NUMERALS = "一二三四五六七八九十"
# a numeral at the beginning or behind a mark; read backward from 是, to which `re` skips
_HEAD = Pattern(r"是(?<=([一二三四五六七八九])是)(?<![^：:；;。，].是)")
_CHAPTER = Pattern(r"^([一二三四五六七八九十]+)(?:\(([一二三四五六七八九十]+)\))?$")
_OCR_PLUS = Pattern(rf"(?:互联网|线上|数字|智慧|党建|网格|监督|盲演|方案|普法)十(?={HAN})", needs="十")
_TITLE = Pattern(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》")
_CAUSE = Pattern(r"原因|根源|主要是(?:因|由)|由于|归结")
_HEAD_OF_GOVERNMENT = (
    *("第一责任人", "主要负责人", "主要负责同志", "主要领导"),
    *("政府市长", "政府县长", "政府区长", "政府旗长", "政府镇长", "政府乡长"),
)
_SUBJECTS = {
    "权责清单": "权责清单|权力清单|责任清单",
    "公平竞争": "公平竞争",
    "后评估": "后评估|实施效果评估",
    "行政裁量": "裁量",
    "案卷评查": "案卷",
    "投诉举报": "举报",
    "行政调解": "行政调解|行政机关[^，。]{0,8}调解",
    "行政裁决": "行政裁决",
    "行政复议": "复议",
    "行政应诉": "应诉|行政诉讼",
    "政府督查": "督查",
    "政务诚信": "诚信|失信",
    "政务公开": "政务公开|信息公开|公开政府信息|公开信息",
    "数据共享": "数据共享|共享数据|共享目录|归集",
    "考核评价": "考核|考评",
    "法律顾问": "法律顾问",
    "应急处置": "应急|突发事件",
}
"""Subjects of items 4 to 35 of the national outline that a full report speaks of, with the words that tell them."""


def check_form(report: Report) -> Results:
    """What the report lacks, where its numbering breaks and where its text is damaged."""
    if _REPORT.search(report.title):
        yield from _parts(report)
        yield from _unsaid(report)
    yield from _numbering(report.statements)
    yield from _titles(report)
    damaged = [s for s in report.statements if _OCR_PLUS.search(s.quote)]
    if damaged:
        message = f"有{len(damaged)}处“十”疑为“＋”的误识"
        yield finding("C48", Severity.INFO, damaged[0], message, wants="核对原件")


def _parts(report: Report) -> Results:
    """C46: the required parts: results, shortfalls and causes, the head of government, next year."""
    text = "".join(s.quote for s in report.statements)
    parts = {s.part for s in report.statements}
    stances = {s.stance for s in report.statements}
    gaps = [s.quote for s in report.statements if s.stance is Stance.SHORTFALL]
    missing = []
    if not gaps and Part.SHORTFALLS not in parts:
        missing.append("存在的不足")
    elif not any(_CAUSE.search(quote) for quote in gaps):
        missing.append("不足的原因")
    if not any(words in text for words in _HEAD_OF_GOVERNMENT):
        missing.append("主要负责人履行第一责任人职责情况")
    if Stance.PLANNED not in stances and Part.PLAN not in parts:
        missing.append("下一年度安排")
    if missing and report.statements:
        yield about(
            "C46", Severity.QUESTION, report, f"年度报告应有的部分未见：{'、'.join(missing)}", "补写或说明写在何处"
        )


def _numbering(statements: Sequence[Statement]) -> Results:
    """C47: enumerators that skip or repeat (一是, 二是, 四是)."""
    last, chapter = 0, ""
    for statement in statements:
        if statement.chapter != chapter:
            last, chapter = 0, statement.chapter
        for head in _HEAD.finditer(statement.quote):
            place = _NUMERALS.index(head.group(1)) + 1
            if last and place not in (1, last + 1):
                message = f"编号由“{_NUMERALS[last - 1]}是”接“{head.group(1)}是”"
                yield finding("C47", Severity.QUESTION, statement, message, wants="是否漏段或误编")
            last = place
    yield from _chapters(statements)


def _chapters(statements: Sequence[Statement]) -> Results:
    """The same for sections (一) to (八) of a chapter."""
    last: tuple[str, int] = ("", 0)
    told = ""
    for statement in statements:
        if statement.chapter == told:
            continue
        told = statement.chapter
        match = _CHAPTER.match(told)
        if match is None or not match.group(2):
            continue
        chapter, section = match.group(1), _number(match.group(2))
        before = last[1] if chapter == last[0] else 0
        if section not in (before, before + 1):
            message = (
                f"第{chapter}部分的小节由（{_word(before)}）跳到（{match.group(2)}）"
                if before
                else f"第{chapter}部分的小节从（{match.group(2)}）起"
            )
            yield finding("C47", Severity.QUESTION, statement, message, wants="是否漏段或误编")
        last = (chapter, section)


def _number(numeral: str) -> int:
    """一 to 九十九 as a number."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _NUMERALS.index(numeral[-1]) + 1
    return (_NUMERALS.index(tens) + 1 if tens else 1) * 10 + (_NUMERALS.index(ones) + 1 if ones else 0)


def _word(number: int) -> str:
    return _NUMERALS[number - 1] if number <= 10 else f"十{_NUMERALS[number - 11]}"


def _unsaid(report: Report) -> Results:
    """C49: words of the outline that do not occur at all."""
    text = "".join(s.quote for s in report.statements if s.stance is not Stance.PLANNED)
    missing = [subject for subject, words in _SUBJECTS.items() if not _is_said(words, text)]
    if missing and len(report.statements) >= 20:
        yield about("C49", Severity.QUESTION, report, f"全文未提到：{'、'.join(missing)}", "是否另有说法或写在附件")


def _is_said(words: str, text: str) -> bool:
    """Whether one of the words occurs; `re`, which is slow in a whole report, is kept for those that leave a gap."""
    return any(re.search(word, text) if "[" in word else word in text for word in words.split("|"))


def _titles(report: Report) -> Results:
    """C55: how many documents the report names."""
    titles = [m.group(1) for s in report.statements if "《" in s.quote for m in _TITLE.finditer(s.quote)]
    if titles:
        message = f"共引用书名号{len(titles)}处、{len(set(titles))}个名称：作佐证的须逐一附文件"
        yield about("C55", Severity.INFO, report, message, "文件原件或公开网址")
