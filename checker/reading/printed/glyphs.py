"""What is printed on a page: characters with their places, whichever library found them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from checker.reading.limits import UnreadableError

LEVEL = 0.95
"""Cosine of the steepest line that is read; water marks and stamps slant more."""
COVERS = 0.5
"""Share of the page from which a picture counts as the page itself."""


class Glyph(NamedTuple):
    """A printed character: left end of its base line, size and advance, in points; y grows upwards."""

    text: str
    x: float
    y: float
    size: float
    width: float


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page as it is seen (rotation applied): its glyphs in the order of the file.

    `pictured` says that a picture covers most of it, `unseen` the share of glyphs that are printed
    invisibly: the text layer that a scanner adds.
    """

    glyphs: tuple[Glyph, ...]
    width: float
    height: float
    pictured: bool = False
    unseen: float = 0.0


def upright(x: float, y: float, box: tuple[float, float, float, float], rotation: int) -> tuple[float, float]:
    """A point of the unrotated page as it is seen, from the lower left corner of the page."""
    left, bottom, right, top = box
    if rotation == 90:
        return y - bottom, right - x
    if rotation == 180:
        return right - x, top - y
    if rotation == 270:
        return top - y, x - left
    return x - left, y - bottom


def seen_size(box: tuple[float, float, float, float], rotation: int) -> tuple[float, float]:
    """Width and height of the page as it is seen."""
    width, height = box[2] - box[0], box[3] - box[1]
    return (height, width) if rotation in {90, 270} else (width, height)


def locked() -> UnreadableError:
    """The problem of a file that asks for a password."""
    return UnreadableError("R009", "PDF 加了密码，打不开", "请打开后去掉密码，另存一份再读")


def broken() -> UnreadableError:
    """The problem of a file that is no whole PDF."""
    return UnreadableError("R008", "PDF 坏了或不完整", "请重新复制或下载；能打开的话另存一份再读")
