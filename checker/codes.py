"""The codes of the field: fixed by the outside contract, each with a Chinese word for the screen."""

from __future__ import annotations

from enum import Enum


class _Code(str, Enum):
    """An ASCII code for machines with a Chinese word for people."""

    zh: str

    def __new__(cls, code: str, zh: str = "") -> _Code:
        member = str.__new__(cls, code)
        member._value_ = code
        member.zh = zh
        return member

    def __str__(self) -> str:
        return str(self.value)

    # a code equals its text, so it has the text's hash; Enum's own would also be a slow step at every look-up
    __hash__ = str.__hash__


class Level(_Code):
    """A level of government, highest first."""

    PROVINCE = "province", "省"
    CITY = "city", "市"
    COUNTY = "county", "县区"
    TOWNSHIP = "township", "乡镇街道"
    VILLAGE = "village", "村社区"
    DEPARTMENT = "department", "部门"


LEVEL_RANK = {level: rank for rank, level in enumerate(Level)}
"""The place of each level from the top: a smaller number stands above."""


class Kind(_Code):
    """What it takes to fulfil a task."""

    STATE = "state", "有即可"
    ANNUAL = "annual", "每年"
    RATE = "rate", "要比例"
    BAN = "ban", "不得有"


class Confidence(_Code):
    """How sure the date or norm of a task is."""

    VERIFIED = "verified", "已核"
    LOCAL = "local", "仅见于一地"
    INFERRED = "inferred", "推定"
    MEMORY = "memory", "待核"


class Stance(_Code):
    """What a statement does: report a result, work under way, a gap, a plan, or background."""

    ACHIEVED = "achieved", "已完成"
    ONGOING = "ongoing", "进行中"
    SHORTFALL = "shortfall", "自认短板"
    PLANNED = "planned", "计划"
    CONTEXT = "context", "背景"


class Extent(_Code):
    """How much of a level an achieved statement covers."""

    ALL = "all", "全部"
    SOME = "some", "部分"
    UNSTATED = "unstated", "未说明范围"


class Status(_Code):
    """Status of a cell (task × level)."""

    MET = "met", "达标"
    PARTIAL = "partial", "部分"
    ONGOING = "ongoing", "进行中"
    PLANNED = "planned", "仅计划"
    SHORTFALL = "shortfall", "自认短板"
    UNPROVEN = "unproven", "待核"
    MISSING = "missing", "未见佐证"
    NOT_DUE = "not_due", "未到期"
    WAIVED = "waived", "已豁免"
    NOT_APPLICABLE = "not_applicable", "不适用"


class Verdict(_Code):
    """Verdict of a claim (named obligation × level), from the statements alone."""

    COVERED = "covered", "覆盖"
    PARTIAL = "partial", "部分"
    SHORTFALL = "shortfall", "自认短板"
    NONE = "none", "无佐证"
    NOT_APPLICABLE = "not_applicable", "不适用"


class Severity(_Code):
    """Weight of a finding of the figure audit."""

    ERROR = "error", "错误"
    QUESTION = "question", "疑问"
    WARNING = "warning", "提醒"
    INFO = "info", "说明"


class Part(_Code):
    """The part of a report in which a statement stands."""

    OPENING = "opening", "开头"
    RESULTS = "results", "成效"
    SHORTFALLS = "shortfalls", "不足"
    PLAN = "plan", "下一步"


OBLIGATIONS = ("示范创建", "三项制度", "裁量基准", "复议改革")
"""The four named obligations, in the order in which they are shown."""
