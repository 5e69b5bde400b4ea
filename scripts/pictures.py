#!/usr/bin/env python3
"""Draw the terminal picture of the README with the tool itself: docs/img/summary.svg.

usage: pictures.py [--check]

With --check nothing is written; exit code 1 says that the picture is not what the tool prints today.

rich's own SVG export sets Chinese text at half its width, so the lines are placed here: every
character gets its own x, one or two cells on from the last.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rich.cells import cell_len  # noqa: E402 - the checkout is put on the path first
from rich.console import Console  # noqa: E402
from rich.style import Style  # noqa: E402
from rich.terminal_theme import TerminalTheme  # noqa: E402
from rich.text import Text  # noqa: E402

from checker.gate import judge_gate  # noqa: E402
from checker.rendering.terminal.summary import summary  # noqa: E402
from checker.workflow import Request, run  # noqa: E402

PICTURE = ROOT / "docs" / "img" / "summary.svg"
COLUMNS = 100
LINES = 78
"""The picture ends after the table of gaps; the rest is lists."""

CELL, LEADING, MARGIN = 8.0, 21.0, 18.0
FONTS = "'Noto Sans Mono CJK SC','Sarasa Mono SC','WenQuanYi Zen Hei Mono',NSimSun,monospace"
THEME = TerminalTheme(
    (250, 250, 247),
    (40, 40, 40),
    [
        (40, 40, 40),  # black, red, green, yellow, blue, magenta, cyan, white
        (176, 32, 36),
        (30, 112, 62),
        (150, 100, 0),
        (38, 84, 150),
        (122, 50, 130),
        (0, 112, 120),
        (90, 90, 90),
    ],
    [(190, 190, 190)] * 8,
)


def printed() -> list[Text]:
    """The lines of the summary of the shipped plan and evidence, with their styles."""
    out = io.StringIO()
    console = Console(file=out, width=COLUMNS, force_terminal=True, color_system="standard", highlight=False)
    assessment = run(Request(ROOT / "plan" / "tasks.toml", ROOT / "evidence"))
    summary(assessment, judge_gate(assessment), console, plain=False)
    return [Text.from_ansi(line) for line in out.getvalue().splitlines()]


def svg(lines: list[Text]) -> str:
    """The lines as an SVG document without any reference to the network."""
    width, height = COLUMNS * CELL + 2 * MARGIN, len(lines) * LEADING + 2 * MARGIN
    rows = "\n".join(piece for row, line in enumerate(lines) for piece in _pieces(row, line))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'role="img" aria-label="checker check 的终端摘要" font-family="{FONTS}" font-size="15">\n'
        f'<rect width="100%" height="100%" rx="8" fill="{_hex(THEME.background_color)}"/>\n{rows}\n</svg>\n'
    )


def _pieces(row: int, line: Text) -> Iterator[str]:
    """A <text> for each run of one style."""
    y, column = MARGIN + (row + 0.75) * LEADING, 0
    for segment in line.render(Console(width=COLUMNS)):
        places = []
        for char in segment.text:
            places.append(f"{MARGIN + column * CELL:g}")
            column += cell_len(char)
        if segment.text.strip():
            style = _style(segment.style or Style())
            yield f'<text y="{y:g}" x="{" ".join(places)}"{style} xml:space="preserve">{escape(segment.text)}</text>'


def _style(style: Style) -> str:
    colour = style.color.get_truecolor(THEME) if style.color else THEME.foreground_color
    text = f' fill="{_hex(colour)}"'
    if style.dim:
        text += ' opacity="0.62"'
    return text + (' font-weight="bold"' if style.bold else "")


def _hex(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def main() -> int:
    """Write the picture, or say whether it is stale."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    picture = svg(printed()[:LINES])
    if options.check:
        return int(not PICTURE.exists() or PICTURE.read_text(encoding="utf-8") != picture)
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(picture, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
