"""The tables: one definition of a row, columns as offices keep them, all counts those of the assessment."""

from __future__ import annotations

import pytest

from checker.judge.assessment import Assessment, Narrowing, narrow
from checker.model import Confidence, Kind, Level, Severity, Status, Task
from checker.rendering.marks import LOOKS, URGENCY, is_open, statuses_of_tasks
from checker.rendering.tables import FIXES, LEDGER, PROOFS, Tables, criterion_of, due_of
from tests.rendering_sample import entry, ordinary, shipped_plan


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return ordinary()


@pytest.fixture(scope="module")
def tables(assessment: Assessment) -> Tables:
    return Tables(assessment)


def column(tables: Tables, key: str, name: str) -> list[object]:
    table = next(one for one in tables.all if one.key == key)
    at = [one.name for one in table.columns].index(name)
    return [row[at] for row in table.rows]


def test_ledger__one_row_for_every_cell_with_its_status(tables: Tables, assessment: Assessment) -> None:
    assert column(tables, "ledger", "检查状态") == [cell.status.zh for cell in assessment.cells]


def test_ledger__has_the_columns_of_an_office_ledger_in_order() -> None:
    names = [one.name for one in LEDGER]
    office = ["序号", "具体任务", "工作举措", "目标要求", "牵头单位", "责任单位", "配合单位", "责任人", "联系人及电话",
              "完成时限", "进展情况", "完成状态", "完成率", "佐证材料名称", "文号", "形成日期", "公开网址", "存放位置",
              "存在问题", "下步打算", "填报人", "填报日期", "审核人", "备注"]  # fmt: skip
    assert [name for name in names if name in office] == office


@pytest.mark.parametrize(
    ("columns", "office"),
    [
        (FIXES, ["序号", "问题类别", "反馈问题", "问题来源", "整改目标", "整改措施", "责任领导", "牵头单位", "责任单位",
                 "整改时限", "进展", "完成情况", "佐证", "销号申请", "验收人、意见、日期", "是否反弹"]),
        (PROOFS, ["指标号", "材料名称", "文号", "制发单位", "日期", "页码", "证明内容", "层级", "是否公开",
                  "密级", "文件名"]),
    ],
)  # fmt: skip
def test_columns__as_offices_have_them__in_order(columns: tuple[object, ...], office: list[str]) -> None:
    names = [one.name for one in columns]  # type: ignore[attr-defined]
    assert [name for name in names if name in office] == office


def test_ledger__a_column_for_the_unit__stays_empty(tables: Tables) -> None:
    for name in (one.name for one in LEDGER if not one.filled):
        assert set(column(tables, "ledger", name)) == {""}, name


def test_ledger__never_calls_completed_what_is_not_met(tables: Tables, assessment: Assessment) -> None:
    completed = [said == "已完成" for said in column(tables, "ledger", "完成状态")]
    assert completed == [cell.status is Status.MET for cell in assessment.cells]
    assert any(completed)


def test_gaps__every_due_open_cell_once(tables: Tables, assessment: Assessment) -> None:
    open_cells = [cell for cell in assessment.cells if is_open(cell)]
    assert sorted((c.task.id, c.level.value) for c in tables.open_cells) == sorted(
        (c.task.id, c.level.value) for c in open_cells
    )
    assert len(tables.gaps.rows) == len(open_cells) > 50


def test_gaps__due_met_and_gaps__make_up_what_is_due(tables: Tables, assessment: Assessment) -> None:
    due = assessment.coverage.due
    assert due.met + len(tables.gaps.rows) == due.applicable


def test_gaps__in_an_order_in_which_they_can_be_closed(tables: Tables) -> None:
    place = {task: at for at, task in enumerate(tables.open_tasks)}
    for cell in tables.open_cells:
        for need in cell.task.requires:
            assert place.get(need.id, -1) < place[cell.task.id]


def test_gaps__every_one_belongs_to_a_root(tables: Tables) -> None:
    assert all(column(tables, "gaps", "归于根缺口"))


def test_fixes__open_tasks_once_then_errors_and_questions(tables: Tables, assessment: Assessment) -> None:
    asked = [one for one in assessment.audit.findings if one.severity in (Severity.ERROR, Severity.QUESTION)]
    assert len(tables.fixes.rows) == len(tables.open_tasks) + len(asked)
    assert column(tables, "fixes", "问题来源").count("报告数字核验") == len(asked) == 2


def test_fixes__never_says_done(tables: Tables) -> None:
    assert set(column(tables, "fixes", "完成情况")) <= {"", "正在整改"}


def test_proofs__only_results_and_work_under_way__never_plans_or_gaps(tables: Tables, assessment: Assessment) -> None:
    stances = {assessment.entries[str(ref)].stance.value for ref in column(tables, "proofs", "佐证编号")}
    assert stances == {"achieved", "ongoing"}


def test_proofs__name_document_and_number_that_the_sentence_names(tables: Tables) -> None:
    assert "《行政执法公示办法》" in column(tables, "proofs", "材料名称")
    assert "临政发〔2022〕17号" in column(tables, "proofs", "文号")


def test_ledger__next_steps__are_the_plans_of_the_report(tables: Tables, assessment: Assessment) -> None:
    for cell, said in zip(assessment.cells, column(tables, "ledger", "下步打算"), strict=True):
        if cell.status is Status.PLANNED:
            assert "明年将" in str(said)


def test_narrowed__rows_are_those_asked_about(assessment: Assessment) -> None:
    part = Tables(narrow(assessment, Narrowing(level=Level.TOWNSHIP)))
    assert set(column(part, "ledger", "层级")) == {"乡镇街道"}
    assert set(column(part, "gaps", "层级")) == {"乡镇街道"}


def test_order_of_entries__changes_no_row(assessment: Assessment) -> None:
    from tests.rendering_sample import assessment_of, audit_of

    plan = shipped_plan()
    entries = [entry(plan, number, 2022) for number in range(84)]
    turned = assessment_of(plan, entries[::-1], 2022, audit_of(entries))
    assert Tables(turned).all == Tables(assessment).all


def task(**changes: object) -> Task:
    given: dict[str, object] = {
        "id": "a.b", "no": "1.01", "title": "任务", "clause": 15, "kind": Kind.STATE, "levels": (Level.CITY,),
        "criterion": "新口径", "lead": ("司法局",), "requires": (), "terms": (),
    }  # fmt: skip
    return Task(**{**given, **changes})  # type: ignore[arg-type]


def test_criterion__year_before_it_applies__is_the_earlier_one() -> None:
    young = task(from_year=2024, criterion_before="旧口径")
    assert [criterion_of(young, year) for year in (2023, 2024)] == ["旧口径", "新口径"]


def test_due__date_from_memory__is_said_to_be_unchecked() -> None:
    from datetime import date

    assert due_of(task(due=date(2022, 12, 31), due_confidence=Confidence.MEMORY)) == "2022-12-31（待核）"
    assert due_of(task(kind=Kind.ANNUAL)) == "每年"
    assert due_of(task()) == "无固定期限"


def test_urgency__names_every_status_once_and_has_a_look_for_each() -> None:
    assert sorted(URGENCY) == sorted(Status) == sorted(LOOKS)
    assert len({look.sign for look in LOOKS.values()}) == len(Status)


def test_status_of_a_task__is_its_most_urgent_due_cell(assessment: Assessment) -> None:
    standing = statuses_of_tasks(assessment.cells)
    for name, status in standing.items():
        due = [cell.status for cell in assessment.cells if cell.task.id == name and cell.counted]
        if due:
            assert status is min(due, key=URGENCY.index)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.mark.parametrize("status", list(Status))
def test_look__ink_on_its_ground__has_the_contrast_of_aa(status: Status) -> None:
    look = LOOKS[status]
    assert _contrast(look.ink, look.ground) >= 4.5
    assert _contrast(look.dark_ink, look.dark_ground) >= 4.5
    assert _contrast(look.ink, "#ffffff") >= 4.5
