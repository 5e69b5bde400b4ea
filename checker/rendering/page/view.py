"""What all sections of the page look at: an assessment with its indexes, and the words that several sections use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.judge.assessment import Assessment
from checker.judge.cells import ACCEPT
from checker.model import Cell, Entry, Level, Ratio, Status, Task, Verdict
from checker.rendering.marks import is_open, statuses_of_tasks
from checker.rendering.markup import Markup, join, tag
from checker.rendering.tables import Tables

REFS_SHOWN = 12
"""Links to sentences that one place lists; the rest are counted, and found by the filter."""


@dataclass(frozen=True)
class View:
    """One assessment, indexed for the page; `years` are those of earlier years, oldest first."""

    assessment: Assessment
    years: tuple[Assessment, ...] = ()

    @cached_property
    def tables(self) -> Tables:
        """The tables whose counts the page shares with Excel and Word."""
        return Tables(self.assessment)

    @cached_property
    def tasks(self) -> dict[str, Task]:
        """The tasks in question by id, in the order of the plan."""
        return {cell.task.id: cell.task for cell in self.assessment.cells}

    @cached_property
    def cells(self) -> dict[str, list[Cell]]:
        """The cells of each task."""
        found: dict[str, list[Cell]] = {}
        for cell in self.assessment.cells:
            found.setdefault(cell.task.id, []).append(cell)
        return found

    @cached_property
    def status(self) -> dict[str, Status]:
        """The status that stands for each task."""
        return dict(statuses_of_tasks(self.assessment.cells))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The statements, newest year first, within a year by report and in reading order."""
        return tuple(
            sorted(
                self.assessment.entries.values(),
                key=lambda entry: (-entry.source.year, entry.source.name, entry.ordinal, entry.id),
            )
        )

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The levels at which something is judged, highest first."""
        judged = {cell.level for cell in self.assessment.cells if cell.status is not Status.NOT_APPLICABLE}
        return tuple(level for level in Level if level in judged)

    @cached_property
    def waiting(self) -> dict[str, list[str]]:
        """For each task the tasks that have it as a prerequisite."""
        found: dict[str, list[str]] = {}
        for task in self.assessment.plan.tasks:
            for need in task.requires:
                found.setdefault(need.id, []).append(task.id)
        return found

    @cached_property
    def gaps_of_leads(self) -> dict[str, list[Cell]]:
        """The gaps of each lead unit, the unit with most first; a gap of several units stands under each."""
        found: dict[str, list[Cell]] = {}
        for cell in self.tables.open_cells:
            for unit in cell.task.lead or ("（未写明牵头单位）",):
                found.setdefault(unit, []).append(cell)
        return dict(sorted(found.items(), key=lambda item: -len(item[1])))

    def count(self, status: Status) -> int:
        """Cells in a status."""
        return self.assessment.coverage.by_status.get(status, 0)

    def due(self, status: Status) -> int:
        """Cells in a status that are gaps."""
        return sum(cell.status is status for cell in self.assessment.cells if is_open(cell))

    def refs(self, ids: Iterable[str]) -> Markup | None:
        """Links to statements by id; None where there are none."""
        listed = list(ids)
        if not listed:
            return None
        links = [self.statement_link(ref) for ref in listed[:REFS_SHOWN]]
        more = f" 等 {len(listed)} 条" if len(listed) > REFS_SHOWN else ""
        return tag("span", join(links, " "), more, class_="refs")

    def statement_link(self, ref: str) -> Markup:
        """A link to a statement by its id; plain text where the page does not show it."""
        return tag("a", ref, href=f"#e-{ref}") if ref in self.assessment.entries else tag("span", ref)

    def task_link(self, task: str) -> Markup:
        """A link to a task of the ledger, by its title; plain text where the page does not show it."""
        known = self.tasks.get(task)
        if known:
            return tag("a", known.title, href=f"#t-{task}")
        titles = {one.id: one.title for one in self.assessment.plan.tasks}
        return tag("span", titles.get(task, task))

    def accepted(self, entry: Entry) -> tuple[str, ...]:
        """The tasks for which an entry counts."""
        return tuple(match.id for match in entry.tasks if match.score >= ACCEPT)


def badge(status: Status, text: str | None = None) -> Markup:
    """A status as a word on its colour."""
    return tag("span", text or status.zh, class_=f"badge {status.value}")


_VERDICT_LOOKS = {
    Verdict.COVERED: Status.MET,
    Verdict.PARTIAL: Status.PARTIAL,
    Verdict.SHORTFALL: Status.SHORTFALL,
    Verdict.NONE: Status.MISSING,
    Verdict.NOT_APPLICABLE: Status.NOT_APPLICABLE,
}


def verdict_badge(verdict: Verdict) -> Markup:
    """A verdict as a word on the colour of the status that is like it."""
    return tag("span", verdict.zh, class_=f"badge {_VERDICT_LOOKS[verdict].value}")


def percent(ratio: Ratio) -> str:
    """30.2%, or 无到期 where nothing is due."""
    return "无到期" if ratio.ratio is None else f"{ratio.ratio:.1%}"


def fraction(ratio: Ratio) -> str:
    """32/106, or a dash where nothing is due."""
    return f"{ratio.met}/{ratio.applicable}" if ratio.applicable else "—"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the page; its number comes from its place, so that one may be absent."""

    ident: str
    title: str
    note: str
    body: Markup

    @property
    def markup(self) -> Markup:
        """A landmark named by its heading."""
        heading = tag("h2", self.title, id=f"{self.ident}-h")
        remark = tag("p", self.note, class_="note") if self.note else None
        return tag("section", heading, remark, self.body, id=self.ident, aria_labelledby=f"{self.ident}-h")


def section(ident: str, title: str, *children: Markup | None, note: str = "") -> Section:
    """A section with its children one below the other."""
    return Section(ident, title, note, join(children))


def tools(*names: tuple[str, str]) -> Markup:
    """Buttons (action, name) that only a running script can serve; it shows them."""
    buttons = [tag("button", name, type="button", data_do=action) for action, name in names]
    return tag("div", *buttons, class_="tools", hidden=True)


def table(
    caption: str, heads: Sequence[Markup | str], rows: Iterable[Markup], class_: str | None = None, wide: bool = False
) -> Markup:
    """A table with a caption and scoped column headings; a wide one scrolls sideways in a focusable frame."""
    head = tag("thead", tag("tr", *(tag("th", one, scope="col") for one in heads)))
    whole = tag("table", tag("caption", caption), head, tag("tbody", *rows), class_=class_)
    if not wide:
        return whole
    return tag("div", whole, class_="scroll", role="region", aria_label=caption, tabindex=0)
