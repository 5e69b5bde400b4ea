"""The tables of an assessment, defined once for the page, Excel, Word and CSV: columns as offices keep them.

Ledger (任务台账), gaps (缺口), fix list (整改清单) and evidence list (佐证目录). Columns that only the unit
can fill (责任人, 销号申请 …) are there and empty. Every table has one definition of a row, so that
all formats agree on every count:

- ledger: one row for every cell (task × level);
- gaps: one row for every gap (a due cell with something left to do), in the order of closing;
- fixes: one row for every open task, then one for every error and question of the figure audit;
- proofs: one row for every cell and every entry that reports a result or work under way for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker import graph
from checker.audit.model import Finding
from checker.judge.assessment import Assessment
from checker.model import Cell, Confidence, Entry, Kind, Severity, Status, Task
from checker.rendering.marks import is_open
from checker.rendering.material import Material, document_numbers, documents

Value = str | int
"""What a field of a table holds: text, or a number to count and sort by."""

Record = Mapping[str, Value]
"""A row before it is put in the order of the columns: what the program can fill, by heading."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in Chinese characters, and whether the program can fill it."""

    name: str
    width: int
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table for people: `key` names it on the command line, `rows` have one value for every column."""

    key: str
    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


def _columns(*specs: tuple[str, int] | tuple[str, int, bool]) -> tuple[Column, ...]:
    return tuple(Column(*spec) for spec in specs)


LEDGER = _columns(
    ("序号", 4), ("纲要条款", 10), ("任务编号", 6), ("具体任务", 12), ("层级", 6),
    ("工作举措", 10, False), ("目标要求", 20), ("牵头单位", 9), ("责任单位", 8, False), ("配合单位", 8, False),
    ("责任人", 6, False), ("联系人及电话", 8, False), ("完成时限", 9), ("进展情况", 26), ("检查状态", 7),
    ("完成状态", 7), ("完成率", 6, False), ("佐证编号", 9), ("佐证材料名称", 14), ("文号", 10),
    ("形成日期", 7, False), ("公开网址", 8, False), ("存放位置", 8, False), ("存在问题", 22), ("下步打算", 18),
    ("填报人", 6, False), ("填报日期", 7, False), ("审核人", 6, False), ("备注", 8, False),
)  # fmt: skip

GAPS = _columns(
    ("序号", 4), ("任务编号", 6), ("任务", 12), ("层级", 6), ("重点任务", 6), ("状态", 7), ("期限", 8),
    ("牵头单位", 8), ("缺什么", 21), ("达标要求", 17), ("先补（缺佐证的前提）", 11), ("归于根缺口", 11),
    ("补上后可推动（项）", 6), ("佐证编号", 8),
)  # fmt: skip

FIXES = _columns(
    ("序号", 4), ("问题类别", 5), ("反馈问题", 24), ("问题来源", 8), ("整改目标", 22), ("整改措施", 16, False),
    ("责任领导", 6, False), ("牵头单位", 9), ("责任单位", 8, False), ("整改时限", 9), ("进展", 24),
    ("完成情况", 8), ("佐证", 9), ("销号申请", 6, False), ("验收人、意见、日期", 8, False), ("是否反弹", 5, False),
)  # fmt: skip

PROOFS = _columns(
    ("指标号", 6), ("指标名称", 12), ("材料名称", 14), ("文号", 9), ("制发单位", 7), ("日期", 6), ("页码", 9),
    ("证明内容", 28), ("层级", 6), ("是否公开", 5, False), ("密级", 5, False), ("文件名", 13), ("佐证编号", 9),
)  # fmt: skip

_OFFICE_STATUS = {
    Status.MET: "已完成",
    Status.PARTIAL: "推进中",
    Status.ONGOING: "推进中",
    Status.PLANNED: "未启动",
}
"""The words of a ledger where the report supports them; elsewhere the unit has to say."""

_TO_FIX = (Severity.ERROR, Severity.QUESTION)


@dataclass(frozen=True)
class Tables:
    """All tables of one assessment."""

    assessment: Assessment

    @cached_property
    def ledger(self) -> Table:
        """任务台账."""
        return _table("ledger", "台账", LEDGER, map(self._ledger_row, self.assessment.cells))

    @cached_property
    def gaps(self) -> Table:
        """缺口."""
        return _table("gaps", "缺口", GAPS, map(self._gap_row, self.open_cells))

    @cached_property
    def fixes(self) -> Table:
        """整改清单."""
        figures = [finding for finding in self.assessment.audit.findings if finding.severity in _TO_FIX]
        tasks = [self._fix_row(self._tasks[task], cells) for task, cells in self.open_tasks.items()]
        return _table("fixes", "整改清单", FIXES, [*tasks, *map(_figure_row, figures)])

    @cached_property
    def proofs(self) -> Table:
        """佐证目录."""
        cells = self.assessment.cells
        rows = [_proof_row(cell, entry) for cell in cells for entry in self._material.progress(cell)]
        return _table("proofs", "佐证目录", PROOFS, rows)

    @property
    def all(self) -> tuple[Table, ...]:
        """The four tables in the order of the sheets."""
        return self.ledger, self.gaps, self.fixes, self.proofs

    @cached_property
    def open_tasks(self) -> dict[str, list[Cell]]:
        """The gaps of every open task, tasks in the order in which they can be closed."""
        found: dict[str, list[Cell]] = {}
        for cell in self.assessment.cells:
            if is_open(cell):
                found.setdefault(cell.task.id, []).append(cell)
        rank = {task: place for place, task in enumerate(self._by_root(found))}
        order = graph.closing_order(graph.build(self.assessment.plan.tasks), found, rank)
        return {task: found[task] for task in order}

    @cached_property
    def open_cells(self) -> tuple[Cell, ...]:
        """All gaps in the order of closing."""
        return tuple(cell for cells in self.open_tasks.values() for cell in cells)

    @cached_property
    def roots_of(self) -> dict[str, tuple[str, ...]]:
        """For every open task the titles of the root gaps that it waits for; a root names itself."""
        found: dict[str, list[str]] = {}
        for gap in self.assessment.gaps:
            for task in (gap.task.id, *gap.waiting):
                found.setdefault(task, []).append(gap.task.title)
        return {task: tuple(titles) for task, titles in found.items()}

    @cached_property
    def _holds_back(self) -> dict[str, int]:
        return {gap.task.id: gap.holds_back for gap in self.assessment.gaps}

    @cached_property
    def _tasks(self) -> dict[str, Task]:
        return {task.id: task for task in self.assessment.plan.tasks}

    @cached_property
    def _material(self) -> Material:
        return Material.of(self.assessment)

    def _by_root(self, found: Iterable[str]) -> list[str]:
        """Open tasks, those of the weightiest root first, so that what waits stands near its root."""
        order = [task for gap in self.assessment.gaps for task in (gap.task.id, *gap.waiting)]
        return list(dict.fromkeys([*order, *found]))

    def clause_name(self, clause: int) -> str:
        """第15项 行政执法程序."""
        name = self.assessment.plan.clauses.get(clause, "")
        return name if clause == 0 else f"第{clause}项 {name}".strip()

    def _ledger_row(self, cell: Cell) -> Record:
        task, progress = cell.task, self._material.progress(cell)
        return {
            "纲要条款": self.clause_name(task.clause),
            "任务编号": task.no,
            "具体任务": task.title,
            "层级": cell.level.zh,
            "目标要求": criterion_of(task, self.assessment.scope.year),
            "牵头单位": "、".join(task.lead),
            "完成时限": due_of(task),
            "进展情况": _texts(progress),
            "检查状态": cell.status.zh,
            "完成状态": _OFFICE_STATUS.get(cell.status, ""),
            "佐证编号": "、".join(cell.evidence),
            "佐证材料名称": "、".join(f"《{name}》" for name in _each(progress, documents)),
            "文号": "、".join(_each(progress, document_numbers)),
            "存在问题": _texts(self._material.problems(cell)) or (cell.reason if is_open(cell) else ""),
            "下步打算": _texts(self._material.plans(cell)),
        }

    def _gap_row(self, cell: Cell) -> Record:
        task = cell.task
        return {
            "任务编号": task.no,
            "任务": task.title,
            "层级": cell.level.zh,
            "重点任务": task.obligation or "",
            "状态": cell.status.zh,
            "期限": due_of(task),
            "牵头单位": "、".join(task.lead),
            "缺什么": cell.reason,
            "达标要求": criterion_of(task, self.assessment.scope.year),
            "先补（缺佐证的前提）": "、".join(self._tasks[need].title for need in cell.blocked_by),
            "归于根缺口": "、".join(self.roots_of.get(task.id, ())),
            "补上后可推动（项）": self._holds_back.get(task.id, ""),
            "佐证编号": "、".join(cell.evidence),
        }

    def _fix_row(self, task: Task, cells: Sequence[Cell]) -> Record:
        admitted = any(cell.status is Status.SHORTFALL for cell in cells)
        progress = tuple(dict.fromkeys(entry for cell in cells for entry in self._material.progress(cell)))
        return {
            "问题类别": "共性" if len(cells) > 1 else "个性",
            "反馈问题": f"{task.title}：" + "；".join(f"{cell.level.zh}{cell.status.zh}" for cell in cells),
            "问题来源": "报告自认" if admitted else "对照任务清单",
            "整改目标": criterion_of(task, self.assessment.scope.year),
            "牵头单位": "、".join(task.lead),
            "整改时限": due_of(task),
            "进展": _texts(progress),
            "完成情况": "正在整改" if progress else "",
            "佐证": "、".join(dict.fromkeys(ref for cell in cells for ref in cell.evidence)),
        }


def _proof_row(cell: Cell, entry: Entry) -> Record:
    return {
        "指标号": cell.task.no,
        "指标名称": cell.task.title,
        "材料名称": "、".join(f"《{name}》" for name in documents(entry)) or entry.source.title,
        "文号": "、".join(document_numbers(entry)),
        "制发单位": entry.source.government,
        "日期": f"{entry.source.year}年",
        "页码": entry.where,
        "证明内容": entry.text,
        "层级": cell.level.zh,
        "文件名": entry.source.name,
        "佐证编号": entry.id,
    }


def _figure_row(finding: Finding) -> Record:
    wants = f"；需补：{finding.wants}" if finding.wants else ""
    return {
        "问题类别": "个性",
        "反馈问题": f"数字{finding.severity.zh}（{finding.rule}）：{finding.message}{wants}。原句：{finding.quote}",
        "问题来源": "报告数字核验",
        "整改目标": "报告中的数字前后一致，可以核算",
        "佐证": finding.statement,
    }


def criterion_of(task: Task, year: int) -> str:
    """What it takes in `year`: the earlier criterion where the present one is younger."""
    if task.from_year and year < task.from_year and task.criterion_before:
        return task.criterion_before
    return task.criterion


def due_of(task: Task) -> str:
    """The date or its wording; 待核 where it is only remembered."""
    unsure = "（待核）" if task.due_confidence is Confidence.MEMORY else ""
    if task.due:
        return f"{task.due.isoformat()}{unsure}"
    every = "每年" if task.kind is Kind.ANNUAL else ""
    return f"{task.due_text or task.due_type or every or '无固定期限'}{unsure}"


def _table(key: str, name: str, columns: tuple[Column, ...], records: Iterable[Record]) -> Table:
    """Rows in the order of the columns, numbered; a column that is not given is for the unit to fill."""
    rows = []
    for number, record in enumerate(records, 1):
        given = {"序号": number, **record}
        rows.append(tuple(given.get(column.name, "") for column in columns))
    return Table(key, name, columns, tuple(rows))


def _texts(entries: Sequence[Entry]) -> str:
    return "\n".join(f"{entry.text}（{entry.id}，{entry.where}）" for entry in entries)


def _each(entries: Sequence[Entry], parts: Callable[[Entry], tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for entry in entries for part in parts(entry)))
