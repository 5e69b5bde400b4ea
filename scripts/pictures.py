#!/usr/bin/env python3
"""Draw the terminal pictures of the README with the tool itself: docs/img/summary.svg.

usage: pictures.py [--check]

With --check nothing is written; exit code 1 says that a picture is not what the tool prints today.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rich.console import Console  # noqa: E402 - the checkout is put on the path first

from checker.gate import judge_gate  # noqa: E402
from checker.rendering.terminal.summary import summary  # noqa: E402
from checker.workflow import Request, run  # noqa: E402

PICTURE = ROOT / "docs" / "img" / "summary.svg"
WIDTH = 100
_REMOTE_FONT = re.compile(r"@font-face \{.*?\}", re.DOTALL)


def summary_svg() -> str:
    """The summary of the shipped plan and evidence as SVG, without any reference to the network."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    assessment = run(Request(ROOT / "plan" / "tasks.toml", ROOT / "evidence"))
    summary(assessment, judge_gate(assessment), console, plain=False)
    svg = console.export_svg(title="checker check", unique_id="summary")
    return _REMOTE_FONT.sub("", svg).replace("Fira Code", "Noto Sans Mono CJK SC")


def main() -> int:
    """Write the picture, or say whether it is stale."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    svg = summary_svg()
    if options.check:
        return int(not PICTURE.exists() or PICTURE.read_text(encoding="utf-8") != svg)
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(svg, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
