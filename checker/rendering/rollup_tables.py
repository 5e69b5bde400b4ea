"""The tables of a roll-up, defined once for terminal, page and Excel; and its JSON document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from checker.model import OBLIGATIONS, Level, Verdict
from checker.rendering.tables import Column, Table, Value
from checker.rollup.model import Copies, RollUp, Standing, Told

_SHORT = {Verdict.NOT_APPLICABLE: "—", Verdict.NONE: "无"}


def rollup_tables(rolled: RollUp, copies: Sequence[Copies] = ()) -> tuple[Table, ...]:
    """All tables; one without rows is there and empty."""
    return (
        _counts(rolled),
        _places(rolled),
        _admissions(rolled),
        _gaps(rolled),
        _falls(rolled),
        _outliers(rolled),
        _copies(copies),
    )


def _table(key: str, name: str, columns: Sequence[tuple[str, int]], rows: Sequence[tuple[Value, ...]]) -> Table:
    return Table(key, name, tuple(Column(*column) for column in columns), tuple(rows))


def _counts(rolled: RollUp) -> Table:
    shown = (Verdict.COVERED, Verdict.PARTIAL, Verdict.SHORTFALL, Verdict.NONE, Verdict.NOT_APPLICABLE)
    rows: list[tuple[Value, ...]] = [
        (one.obligation, one.level.zh, one.year, *(one.verdicts.get(verdict, 0) for verdict in shown))
        for one in rolled.counts
    ]
    columns = [("重点任务", 8), ("层级", 8), ("年", 5), *((verdict.zh, 6) for verdict in shown)]
    return _table("counts", "各年各级结论（地方数）", columns, rows)


def _places(rolled: RollUp) -> Table:
    columns = [
        ("地方", 10),
        ("级", 4),
        ("年", 5),
        *((name, 14) for name in OBLIGATIONS),
        ("达标/到期", 8),
        ("数字问题", 6),
    ]
    rows: list[tuple[Value, ...]] = [
        (
            one.government, one.level.zh, one.year, *(_verdicts(one, name) for name in OBLIGATIONS),
            f"{one.met}/{one.counted}", one.findings,
        )
        for one in rolled.standings
    ]  # fmt: skip
    return _table("places", "各地结论", columns, rows)


def _verdicts(one: Standing, obligation: str) -> str:
    """市 覆盖，县区 部分: the levels that something is said of."""
    told = [(level, one.verdicts.get((obligation, level))) for level in Level]
    said = [f"{level.zh} {verdict.zh}" for level, verdict in told if verdict and verdict not in _SHORT]
    return "，".join(said) or "无"


def _admissions(rolled: RollUp) -> Table:
    columns = [("地方", 10), ("年", 5), ("重点任务", 8), ("层级", 8), ("原文", 40), ("出处", 14)]
    rows = [
        (
            one.told.government, one.told.year, "、".join(one.obligations),
            "、".join(level.zh for level in one.levels), one.told.quote, _where(one.told),
        )
        for one in sorted(rolled.admissions, key=lambda one: not one.obligations)
    ]  # fmt: skip
    return _table("admissions", "自认短板", columns, rows)


def _gaps(rolled: RollUp) -> Table:
    columns = [
        ("年", 5),
        ("任务", 20),
        ("任务编号", 14),
        ("层级", 8),
        ("未达标地方", 6),
        ("到期地方", 6),
        ("其中自认", 6),
    ]
    rows = [
        (one.year, one.title, one.task, Level(one.level).zh, one.open, one.counted, one.admitted)
        for one in rolled.common_gaps
    ]
    return _table("gaps", "处处有的缺口", columns, rows)


def _falls(rolled: RollUp) -> Table:
    columns = [("地方", 10), ("事项", 16), ("层级", 8), ("前", 10), ("后", 10), ("原文", 36), ("出处", 14)]
    rows = [
        (
            one.government, one.what, Level(one.level).zh, f"{one.year_before} {one.before.zh}",
            f"{one.year_after} {one.after.zh}", one.told.quote if one.told else "",
            _where(one.told) if one.told else "",
        )
        for one in rolled.falls
    ]  # fmt: skip
    return _table("falls", "倒退", columns, rows)


def _outliers(rolled: RollUp) -> Table:
    columns = [
        ("地方", 10), ("年", 5), ("数的什么", 10), ("数值", 9), ("各地中位", 9), ("地方数", 5), ("偏离", 5),
        ("原文", 36), ("出处", 14),
    ]  # fmt: skip
    rows = [
        (
            one.told.government, one.told.year, one.counts, f"{one.value:,.10g}{one.unit}",
            f"{one.median:,.10g}{one.unit}", one.places, f"{one.score:+.1f}", one.told.quote, _where(one.told),
        )
        for one in rolled.outliers
    ]  # fmt: skip
    return _table("outliers", "离群数字", columns, rows)


def _copies(copies: Sequence[Copies]) -> Table:
    columns = [("报告数", 5), ("地方数", 5), ("地方和年份", 24), ("段落", 44), ("出处", 14)]
    rows = [
        (
            len({passage.sha256 for passage in one.passages}), one.places,
            "、".join(dict.fromkeys(f"{passage.government} {passage.year}" for passage in one.passages)),
            one.passages[0].text, f"{one.passages[0].government} 第{one.passages[0].line}行",
        )
        for one in copies
    ]  # fmt: skip
    return _table("copies", "雷同段落", columns, rows)


def _where(told: Told) -> str:
    return f"{told.report} {told.chapter or '开头'} 第{told.line}行"


def rollup_document(rolled: RollUp, copies: Sequence[Copies] | None = None) -> dict[str, Any]:
    """checker.rollup/1; `copies` is null where nobody asked for them."""
    return {
        "schema": "checker.rollup/1",
        "reports": rolled.reports,
        "left_out": list(rolled.left_out),
        "counts": [
            {"obligation": one.obligation, "level": one.level.value, "year": one.year}
            | {"verdicts": {verdict.value: count for verdict, count in one.verdicts.items()}}
            for one in rolled.counts
        ],
        "places": [_standing(one) for one in rolled.standings],
        "admissions": [
            {"obligations": list(one.obligations), "levels": [level.value for level in one.levels]} | asdict(one.told)
            for one in rolled.admissions
        ],
        "common_gaps": [asdict(one) for one in rolled.common_gaps],
        "falls": [asdict(one) | {"before": one.before.value, "after": one.after.value} for one in rolled.falls],
        "outliers": [asdict(one) for one in rolled.outliers],
        "findings": dict(rolled.severities),
        "copies": None if copies is None else [[asdict(passage) for passage in one.passages] for one in copies],
    }


def _standing(one: Standing) -> dict[str, Any]:
    return {
        "government": one.government,
        "level": one.level.value,
        "year": one.year,
        "met": one.met,
        "counted": one.counted,
        "findings": one.findings,
        "claims": [
            {"obligation": obligation, "level": level.value, "verdict": verdict.value}
            for (obligation, level), verdict in one.verdicts.items()
        ],
    }
