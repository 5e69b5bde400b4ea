"""Personal names in quotes, masked on request: 张某某 for the man in a case, the title kept for the official.

A name is only taken for one where the text says so: a surname beside a title, a role in a case, or 同志. Names
without such a word stay; a masked copy is for circulation, not a promise.
"""

from __future__ import annotations

import re
from dataclasses import replace

from checker.judge.assessment import Assessment

_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟"
    "卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔"
    "文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛岳"
)
_NOT_IN_NAMES = "局市县区省委厅部镇乡院处科所队会长"
_NAME = rf"[{_SURNAMES}](?:(?![某{_NOT_IN_NAMES}])[\u4e00-\u9fff]){{1,2}}"
_TITLES = (
    "书记|市长|副市长|县长|副县长|区长|副区长|州长|省长|副省长|镇长|乡长|主任|副主任|局长|副局长|厅长|处长|科长|所长|队长|"
    "院长|检察长|法官|检察官|律师|主席|委员|常委"
)
_ROLES = (
    "当事人|申请人|被申请人|原告|被告人|被告|上诉人|第三人|嫌疑人|被处罚人|违法行为人|受害人|被害人|户主|村民|居民|业主"
)
_END = r"[，。、；：（）“”()\s]"
_ACTS = "主持|出席|带队|调研"
_PATTERNS = (
    re.compile(rf"(?P<word>{_TITLES}|{_ROLES})(?P<name>{_NAME})(?=同志|{_END}|等|{_ACTS}|不服|诉|$)"),
    re.compile(rf"(?P<name>{_NAME})(?P<word>同志|(?:{_TITLES})(?={_END}|{_ACTS}|$))"),
    re.compile(rf"(?<={_END})(?P<name>{_NAME})(?P<word>(?:诉|不服)(?=[\u4e00-\u9fff]))"),
)


def masked(text: str) -> str:
    """The text with names of persons reduced to the surname: 张某某. Same length, so that places stay."""
    for pattern in _PATTERNS:
        text = pattern.sub(_hide, text)
    return text


def _hide(found: re.Match[str]) -> str:
    name = found.group("name")
    return found.group().replace(name, name[0] + "某" * (len(name) - 1))


def masked_assessment(assessment: Assessment) -> Assessment:
    """The same assessment with the names of persons hidden wherever it quotes a report."""
    return replace(
        assessment,
        cells=tuple(replace(cell, reason=masked(cell.reason)) for cell in assessment.cells),
        claims=tuple(replace(claim, reason=masked(claim.reason)) for claim in assessment.claims),
        entries={ref: replace(entry, text=masked(entry.text)) for ref, entry in assessment.entries.items()},
        audit=replace(
            assessment.audit,
            findings=tuple(replace(found, quote=masked(found.quote)) for found in assessment.audit.findings),
            confirmed=tuple(replace(found, quote=masked(found.quote)) for found in assessment.audit.confirmed),
        ),
    )
