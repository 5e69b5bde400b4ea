"""A task split of an office (任务分工表) -> a draft of tasks.toml, and what could not be read.

Such tables are made for people: merged cells, 同上, several bodies joined by 、, dates such as 2022年底前. Whatever has
to be guessed (kind, levels, clause) is marked in the draft as to be checked; whatever could not be read is named with
its row. Nothing is left out silently.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from checker.errors import Problem
from checker.ledger.likeness import likeness, pairs_of
from checker.ledger.workbook import Cells, Sheet
from checker.model import LEVEL_RANK, Kind, Level, Plan
from checker.toml_out import Value, table

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "no": ("序号", "编号", "任务编号"),
    "title": ("具体任务", "工作任务", "任务内容", "主要任务", "重点任务", "任务名称", "工作内容", "任务", "事项"),
    "section": ("一级任务", "纲要条款", "任务类别", "一级指标", "类别", "项目"),
    "criterion": ("目标要求", "达标要求", "工作要求", "工作目标", "工作举措", "具体措施", "工作措施", "目标", "要求"),
    "lead": ("牵头单位", "牵头部门", "主办单位", "牵头责任单位"),
    "units": ("责任单位", "责任部门", "配合单位", "参加单位", "协办单位", "落实单位"),
    "due": ("完成时限", "完成时间", "时间要求", "时限要求", "时间节点", "进度安排", "时限", "期限"),
}
"""What the columns of such tables are called; the first that fits counts."""

_HEAD_ROWS = 15
_LONGEST_HEADING = 10
_SAME = frozenset({"同上", "〃", "″", "＂", '"', "上同", "同前"})
_BETWEEN_BODIES = "、，,;；\n"
_LIKE_A_KNOWN_TASK = 0.25
_LASTING = ("持续", "长期", "全年", "每年", "常态", "年度", "贯穿")


@dataclass(frozen=True, slots=True)
class Drafted:
    """A task as far as the table says it; `unsure` are remarks for whoever completes the draft."""

    row: int
    no: str
    title: str
    criterion: str
    lead: tuple[str, ...]
    levels: tuple[Level, ...]
    kind: Kind
    clause: int
    due: date | None
    due_text: str
    unsure: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """The tasks of one table, and what could not be read."""

    title: str
    tasks: tuple[Drafted, ...]
    problems: tuple[Problem, ...]


def import_tasks(sheets: Sequence[Sheet], known: Plan, own: Level) -> Imported:
    """The tasks of every table that has a heading for the task and one for a unit or a date.

    `known` is a plan whose tasks lend their clause to similar ones; `own` is the government's level.
    """
    tasks: list[Drafted] = []
    problems: list[Problem] = []
    title = ""
    for sheet in sheets:
        found = _head(sheet)
        if found is None:
            hint = "表头要有“工作任务”和“牵头单位”或“完成时限”"
            problems.append(sheet.problem(0, "I001", "没有认出表头，这张表没有读", hint))
            continue
        head, columns = found
        title = title or _title_above(sheet, head)
        reader = _Reader(sheet, columns, known, own, problems)
        tasks += [task for cells in sheet.rows if cells.number > head.number and (task := reader.read(cells))]
    return Imported(title, tuple(tasks), tuple(problems))


def _head(sheet: Sheet) -> tuple[Cells, dict[str, int]] | None:
    for cells in sheet.rows[:_HEAD_ROWS]:
        columns = _columns(cells)
        if "title" in columns and ({"lead", "units", "due"} & columns.keys()):
            return cells, columns
    return None


def _columns(cells: Cells) -> dict[str, int]:
    """Which column is what: an exact name first, else a heading that contains the name."""
    texts = {at: re.sub(r"[\s（(].*|\s+", "", text.replace("\n", "")) for at, text in cells.texts.items()}
    found: dict[str, int] = {}
    for exact in (True, False):
        for key, names in HEADINGS.items():
            for name in names:
                fits = [at for at, text in texts.items() if text == name or (not exact and _contains(text, name))]
                free = [at for at in fits if at not in found.values()]
                if key not in found and free:
                    found[key] = free[0]
    return found


def _contains(heading: str, name: str) -> bool:
    return name in heading and len(heading) < _LONGEST_HEADING


def _title_above(sheet: Sheet, head: Cells) -> str:
    above = [cells for cells in sheet.rows if cells.number < head.number]
    return max((text for cells in above for text in cells.texts.values()), key=len, default="")


class _Reader:
    """Reads the rows of one table; 同上 and merged cells take over what stood above."""

    def __init__(
        self, sheet: Sheet, columns: Mapping[str, int], known: Plan, own: Level, problems: list[Problem]
    ) -> None:
        self._sheet, self._columns, self._own, self._problems = sheet, columns, own, problems
        self._known = [(pairs_of(task.title + task.criterion), task.clause) for task in known.tasks]
        self._above: dict[str, str] = {}

    def read(self, cells: Cells) -> Drafted | None:
        """A task; None for a heading across the table, a remark or a row without a task, which is named."""
        texts = {key: cells.texts.get(at, "") for key, at in self._columns.items()}
        if len(set(cells.texts.values())) == 1 and len(self._columns) > 1:
            self._above["section"] = next(iter(cells.texts.values()))
            return None
        texts = {key: self._taken_over(key, text) for key, text in texts.items()}
        if not texts["title"]:
            told = "、".join(list(cells.texts.values())[:3])
            self._note(cells, "I002", f"这一行没有任务内容，没有读：{told[:60]}")
            return None
        return self._task(cells, texts)

    def _note(self, cells: Cells, code: str, message: str) -> None:
        self._problems.append(self._sheet.problem(cells.number, code, message))

    def _taken_over(self, key: str, text: str) -> str:
        if text.strip("。. 　") in _SAME:
            return self._above.get(key, "")
        self._above[key] = text
        return text

    def _task(self, cells: Cells, texts: Mapping[str, str]) -> Drafted:
        title, criterion = _in_short(texts["title"]), texts.get("criterion") or texts["title"]
        lead = bodies(texts.get("lead", "")) or bodies(texts.get("units", ""))
        everything = " ".join(texts.values())
        due, due_text, doubt = due_of(texts.get("due", ""))
        clause = self._clause(title + criterion)
        unsure = [doubt] if doubt else []
        unsure += [] if clause is not None else ["纲要项号没有认出，暂写 0"]
        unsure += [] if lead else ["没有牵头单位"]
        for remark in unsure:
            self._note(cells, "I003", f"{title[:30]}：{remark}")
        return Drafted(
            row=cells.number,
            no=texts.get("no", ""),
            title=title,
            criterion=criterion,
            lead=lead,
            levels=levels_in(everything, self._own),
            kind=kind_of(title + criterion, texts.get("due", "")),
            clause=clause or 0,
            due=due,
            due_text=due_text,
            unsure=tuple(unsure),
        )

    def _clause(self, text: str) -> int | None:
        pairs = pairs_of(text)
        score, clause = max(((likeness(pairs, other), clause) for other, clause in self._known), default=(0.0, 0))
        return clause if score >= _LIKE_A_KNOWN_TASK else None


def _in_short(text: str) -> str:
    """The first clause of a long task, as its title."""
    first = re.split(r"[。；;\n]", text.strip())[0].strip()
    return first if len(first) <= 40 else f"{first[:39]}…"


def bodies(text: str) -> tuple[str, ...]:
    """The bodies of a cell; those in brackets stay with the body they explain."""
    parts, depth = [""], 0
    for char in text:
        depth += (char in "（(") - (char in "）)")
        if depth <= 0 and char in _BETWEEN_BODIES:
            parts.append("")
        else:
            parts[-1] += char
    names = (part.strip(" 　。:：\n").removesuffix("等") for part in parts)
    return tuple(dict.fromkeys(name for name in names if name))


def levels_in(text: str, own: Level) -> tuple[Level, ...]:
    """The government's own level, and those below that the row names."""
    signs = {
        Level.COUNTY: r"各?县\s*[（(]?[市区、]|各区|区县|县区|县级",
        Level.TOWNSHIP: "乡镇|镇街|街道|各镇|乡（镇",
        Level.VILLAGE: "村（?居|村社区|行政村|居委会|村委会",
    }
    found = {level for level, sign in signs.items() if re.search(sign, text) and LEVEL_RANK[level] > LEVEL_RANK[own]}
    return tuple(level for level in Level if level in found | {own})


def kind_of(text: str, due: str) -> Kind:
    """A guess at what it takes."""
    if re.search(r"\d+\s*[%％]|百分之|覆盖率|达标率|持证率|全覆盖", text):
        return Kind.RATE
    if re.search("不得|严禁|杜绝|零发生", text):
        return Kind.BAN
    if any(word in due or word in text[:30] for word in _LASTING):
        return Kind.ANNUAL
    return Kind.STATE


_DUE = re.compile(
    r"(?:于|在)?(20\d{2})\s*年\s*(?:(\d{1,2})\s*月)?\s*(?:(\d{1,2})\s*日)?\s*(年?底|末|上半年|下半年|上旬|中旬|下旬|[一二三四]季度)?"
    r"\s*(?:之?前|以前)?\s*(?:完成|取得明显成效|基本完成)?"
)
_DIGITS = re.compile(r"(20\d{2})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_HALF = {"上半年": 6, "下半年": 12, "底": 12, "年底": 12, "末": 12}


def due_of(text: str) -> tuple[date | None, str, str]:
    """(date, its wording, what is doubtful) of a cell: 2022年底前 is the last day of 2022."""
    bare = text.strip("。； 　\n")
    if not bare:
        return None, "", ""
    digits = _DIGITS.fullmatch(bare)
    if digits:
        year, month, day = digits.groups()
        return _day(int(year), int(month), int(day) if day else None, bare)
    found = _DUE.fullmatch(bare)
    if not found:
        lasting = any(word in bare for word in _LASTING)
        return None, bare, "" if lasting else f"期限“{bare[:30]}”没有读懂"
    year, month, day, part = found.groups()
    if month:
        return _day(int(year), int(month), int(day) if day else None, bare)
    if part in _HALF:
        return _day(int(year), _HALF[part], None, bare)
    if part and part.endswith("季度"):
        return _day(int(year), 3 * ("一二三四".index(part[0]) + 1), None, bare)
    if bare.endswith("前"):
        return None, bare, f"“{bare[:30]}”是到当年还是上一年年底，请核对"
    return _day(int(year), 12, None, bare)


def _day(year: int, month: int, day: int | None, text: str) -> tuple[date | None, str, str]:
    try:
        return date(year, month, day or calendar.monthrange(year, month)[1]), text, ""
    except (ValueError, calendar.IllegalMonthError):
        return None, text, f"期限“{text[:30]}”不是日期"


# ---------------------------------------------------------------- the draft


def draft_text(found: Imported, government: str, level: Level, years: tuple[int, int], known: Plan) -> str:
    """The text of tasks.toml: what the table says, with remarks where somebody has to look."""
    clauses = {str(number): name for number, name in known.clauses.items()}
    head: dict[str, Value] = {
        "title": found.title or "任务清单（草稿）",
        "government": government,
        "level": level.value,
        "assess_levels": [one.value for one in _levels_of(found, level)],
        "period": list(years),
        "source": "由任务分工表导入的草稿：kind（类型）、levels（层级）、clause（纲要项号）是推定的，请逐项核对。",
    }
    parts = [table("[plan]", head), table("[clauses]", {f'"{key}"': name for key, name in clauses.items()})]
    parts += [_task_text(at, task) for at, task in enumerate(found.tasks, 1)]
    return "\n".join(parts)


def _levels_of(found: Imported, level: Level) -> list[Level]:
    named = {one for task in found.tasks for one in task.levels} | {level}
    return [one for one in Level if one in named]


def _task_text(at: int, task: Drafted) -> str:
    fields: dict[str, Value | None] = {
        "id": f"local.{at:03d}",
        "no": task.no,
        "title": task.title,
        "clause": task.clause,
        "kind": task.kind.value,
        "levels": [level.value for level in task.levels],
        "criterion": task.criterion,
        "lead": list(task.lead),
        "due": task.due,
        "due_text": task.due_text,
        "due_confidence": "local" if task.due or task.due_text else None,
        "due_source": "任务分工表" if task.due or task.due_text else None,
    }
    remarks = "".join(f"# 待核：{remark}\n" for remark in task.unsure)
    return remarks + table("[[task]]", fields)
