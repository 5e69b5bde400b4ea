"""A document that was read: paragraphs with their places, and the sentences in them."""

from __future__ import annotations

from dataclasses import dataclass

from checker.codes import Part


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A logical paragraph: wrapped lines and page breaks already joined.

    `lines` maps offsets of `text` to line numbers of the file: pairs (offset, line), rising,
    the first at offset 0; formats without lines count paragraphs. `heading` is 0 for body text,
    else the depth of the heading where the format says so (text alone need not).
    """

    text: str
    lines: tuple[tuple[int, int], ...]
    page: int | None = None
    heading: int = 0
    kind: str = "text"  # text | table | footnote

    def line_at(self, offset: int) -> int:
        """The line of the file in which the character at `offset` stands."""
        line = self.lines[0][1]
        for start, number in self.lines:
            if start > offset:
                break
            line = number
        return line


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file, whole and in order."""

    name: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    scanned: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement before it is labelled: verbatim text with its place and surroundings.

    `quote` has line wraps and layout white space removed and a run-in heading joined in front;
    `head` is that run-in heading ("" where there is none). `headings` are the titles it stands
    under, outermost first. `chapter` is the short form of their numbers, such as 一(六).
    """

    quote: str
    head: str
    chapter: str
    headings: tuple[str, ...]
    part: Part
    ordinal: int
    line: int
    page: int | None
    opens_paragraph: bool
    continues: bool = False  # the tail of a sentence that was split between its gaps

    @property
    def head_end(self) -> int:
        """The offset in the quote where its run-in heading ends, 0 where it does not begin with one."""
        return len(self.head) if self.quote.startswith(self.head) else 0
