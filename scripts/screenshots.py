#!/usr/bin/env python3
"""Take the pictures of the page for the documentation: on a desk, on a phone, and the first printed sheet.

usage: screenshots.py [--html FILE] [--out FOLDER]

Needs Chromium and, from pip, playwright, pypdfium2 and pillow. Without --html the page of the shipped plan and evidence
is made first. CHECKER_CHROMIUM names another browser than the one on the path.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
PRINT_SCALE = 1.3
"""Pixels of the printed sheet for every point."""


def make_page(folder: Path) -> Path:
    """The page of the shipped plan and evidence."""
    from checker.rendering.page import render
    from checker.workflow import Request, run

    path = folder / "page.html"
    path.write_text(render(run(Request(ROOT / "plan" / "tasks.toml", ROOT / "evidence"))), encoding="utf-8")
    return path


def take(browser: Any, page: Path, out: Path) -> None:
    """The three pictures."""
    desk = opened(browser, page, width=1280, height=900)
    desk.screenshot(path=out / "page-desk.png")
    # The path of the first root gap, lit.
    desk.locator("a.light").first.click()
    desk.locator(".board").scroll_into_view_if_needed()
    desk.evaluate("scrollTo(0, document.querySelector('.board').getBoundingClientRect().top + scrollY - 130)")
    desk.screenshot(path=out / "page-graph.png")
    opened(browser, page, width=360, height=740, scale=2).screenshot(path=out / "page-phone.png")
    pdf = opened(browser, page, width=1280, height=900).pdf(prefer_css_page_size=True, print_background=True)
    first_sheet(pdf).save(out / "page-print.png", optimize=True)


def opened(browser: Any, page: Path, width: int, height: int, scale: float = 1) -> Any:
    """The page in a window of its own."""
    context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=scale)
    window = context.new_page()
    window.goto(page.resolve().as_uri())
    return window


def first_sheet(pdf: bytes) -> Any:
    """The first page of a PDF as a picture."""
    import pypdfium2

    return pypdfium2.PdfDocument(pdf)[0].render(scale=PRINT_SCALE).to_pil()


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--html", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "img")
    options = parser.parse_args()
    chromium = os.environ.get("CHECKER_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        print("no Chromium: apt-get install chromium", file=sys.stderr)
        return 2
    from playwright.sync_api import sync_playwright

    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        take(browser, options.html or make_page(Path(folder)), options.out)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
