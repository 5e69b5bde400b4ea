"""The nouns of the ledger: rulings, decisions and what they hang on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from checker.model import Extent, Level, Stance


class Ruling(str, Enum):
    """What a person decided about an entry."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    MOVED = "moved"
    RESTANCED = "restanced"
    FIGURE = "figure"
    WITHDRAWN = "withdrawn"

    @property
    def zh(self) -> str:
        """The word of the ledger."""
        return _ZH[self]

    def __str__(self) -> str:
        return str(self.value)


_ZH = {
    Ruling.CONFIRMED: "确认",
    Ruling.REJECTED: "不采用",
    Ruling.MOVED: "改归",
    Ruling.RESTANCED: "改立场",
    Ruling.FIGURE: "改数字",
    Ruling.WITHDRAWN: "撤回",
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """The paper behind a decision: a file beside the ledger, a document number, a page; any of them may be "".

    `path` is relative to the folder of evidence, with forward slashes on every system; `sha256` is of its bytes.
    """

    path: str = ""
    sha256: str = ""
    number: str = ""
    url: str = ""

    def __bool__(self) -> bool:
        return bool(self.path or self.number or self.url)


@dataclass(frozen=True, slots=True)
class FigureFix:
    """A figure as it ought to be: `old` is the value as the entry has it, None where the entry has none."""

    value: float
    unit: str
    old: float | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision before it is written: what somebody decided about an entry, and in which state they saw it.

    `digest` is the state of the entry (checker.ledger.digest), `after` the seal of the last decision on it that
    its author has seen ("" for none).
    """

    entry: str
    ruling: Ruling
    by: str
    why: str
    digest: str
    after: str = ""
    to_task: str = ""
    to_level: Level | None = None
    extent: Extent | None = None
    stance: Stance | None = None
    figure: FigureFix | None = None
    attachment: Attachment = Attachment()

    @property
    def outcome(self) -> tuple[object, ...]:
        """What is decided, without who, when and why: two decisions of one outcome agree."""
        return self.entry, self.ruling, self.to_task, self.to_level, self.extent, self.stance, self.figure


@dataclass(frozen=True, slots=True)
class Decision:
    """A written decision. `seal` binds it to all decisions before it; `row` is its line in the file."""

    what: Draft
    at: datetime
    seal: str
    file: str
    row: int

    @property
    def told(self) -> str:
        """The decision in words: what, who, when, why, on what paper."""
        what = self.what
        details = (
            what.to_task,
            what.to_level.zh if what.to_level else "",
            what.extent.zh if what.extent else "",
            what.stance.zh if what.stance else "",
            f"{what.figure.value:g}{what.figure.unit}" if what.figure else "",
        )
        extra = "、".join(filter(None, details))
        paper = "、".join(filter(None, (what.attachment.number, what.attachment.path, what.attachment.url)))
        why = (f"：{what.why}" if what.why else "") + (f"（附 {paper}）" if paper else "")
        return f"{what.ruling.zh}{f' {extra}' if extra else ''}（{what.by}，{self.at:%Y-%m-%d}）{why}"
