"""The sheet 审核 of the workbook: one row an entry, drop-down lists for what people decide, its state hidden beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from checker.judge.cells import ACCEPT
from checker.ledger import sheet as form
from checker.ledger.mask import masked
from checker.ledger.settle import Matter
from checker.model import Entry, Plan, Task
from checker.rendering.material import document_numbers, documents
from checker.rendering.tables import Column, Table, Value

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

CHOICES = "选项"
_COLUMNS = (
    *(Column(*spec) for spec in form.SHOWN),
    *(Column(*spec, False) for spec in form.FILLED),
    Column(form.STATE, 10),
)


def review_table(matters: Sequence[Matter], plan: Plan, mask: bool = False) -> Table:
    """The rows that go out: what has to be looked at first stands first. With `mask` names of persons are hidden."""
    tasks = {task.id: task for task in plan.tasks}
    rows = []
    for matter in form.in_order(matters):
        given = _shown(matter, tasks, mask)
        rows.append(tuple(given.get(column.name, "") for column in _COLUMNS))
    return Table("review", form.NAME, _COLUMNS, tuple(rows))


def _shown(matter: Matter, tasks: Mapping[str, Task], mask: bool) -> dict[str, Value]:
    entry = matter.entry
    sure = [tasks[match.id] for match in entry.tasks if match.score >= ACCEPT]
    unsure = [tasks[match.id].title for match in entry.tasks if match.score < ACCEPT]
    maybe = f"可能还有：{'、'.join(unsure)}" if unsure else ""
    hints = (matter.suspect, maybe, "有人改了别人的决定" * matter.contested, "、".join(document_numbers(entry)))
    return {
        form.ID: entry.id,
        "指标号": "、".join(task.no for task in sure),
        "指标名称": "、".join(task.title for task in sure),
        "材料名称": "、".join(f"《{name}》" for name in documents(entry)) or entry.source.title,
        "制发单位": entry.source.government,
        "日期": f"{entry.source.year}年",
        "页码": entry.where,
        form.QUOTE: masked(entry.text) if mask else entry.text,
        "层级": levels_of(entry),
        "立场": entry.stance.zh,
        "数字": "、".join(f"{figure.value:g}{figure.unit}" for figure in entry.figures if not figure.minor),
        "提示": "；".join(filter(None, hints)),
        "已有决定": form.told(matter),
        form.STATE: form.stamp(matter),
    }


def levels_of(entry: Entry) -> str:
    """The levels of an entry with how much of each: 县区（全部）."""
    if not entry.reaches:
        return f"{entry.source.level.zh}（{entry.extent.zh}）"
    return "、".join(f"{reach.level.zh}（{reach.extent.zh}）" for reach in entry.reaches)


def equip(sheet: Worksheet, lists: Worksheet, table: Table, plan: Plan, first: int) -> None:
    """Give a filled sheet its drop-down lists and hide its last column; the choices stand on a hidden sheet.

    `first` is the row of the first entry.
    """
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    last = max(first, first + len(table.rows) - 1)
    names = [column.name for column in table.columns]
    for at, (name, words) in enumerate(form.choices(plan).items(), 1):
        source = get_column_letter(at)
        lists.cell(1, at).value = name
        for number, word in enumerate(words, 2):
            lists.cell(number, at).value = word
        span = f"'{lists.title}'!${source}$2:${source}${len(words) + 1}"
        rule = DataValidation("list", formula1=span, allow_blank=True)
        rule.error, rule.errorTitle, rule.showErrorMessage = "请从列表里选", name, True
        target = get_column_letter(names.index(name) + 1)
        rule.add(f"{target}{first}:{target}{last}")
        sheet.add_data_validation(rule)
    sheet.column_dimensions[get_column_letter(len(names))].hidden = True
    lists.sheet_state = "hidden"
