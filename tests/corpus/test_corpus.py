"""The labelled texts hold together: every label stands in its text, and two readings are of the same statements."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from scripts.agreement import UnusableInputError, pair, read_labels, read_pairs, without_minor

CORPUS = Path(__file__).resolve().parent
TEXTS = sorted(path for half in ("dev", "test") for path in (CORPUS / half).glob("*.md"))
LAYOUT = re.compile(r"[\s*#\ufeff]+")
PAGE_NUMBER = re.compile(r"^\s*[—–-]\s*\d+\s*[—–-]\s*$", re.MULTILINE)
AWAIT_SECOND_READING: set[str] = set()
VERDICTS = {"covered", "partial", "shortfall", "none", "not_applicable"}


def test_corpus__both_halves__are_large_enough() -> None:
    assert len(TEXTS) >= 8
    assert sum(len(read_labels(text.with_suffix(".jsonl"))) for text in TEXTS) >= 600


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_labels__of_a_text__stand_in_it_in_reading_order(text: Path) -> None:
    flat = LAYOUT.sub("", PAGE_NUMBER.sub("", text.read_text(encoding="utf-8")))
    at = 0
    for row in read_labels(text.with_suffix(".jsonl")):
        found = flat.find(row["quote"], at)
        assert found >= at, row["quote"]
        at = found + len(row["quote"])


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_cells__of_a_text__hold_verdicts_of_the_contract(text: Path) -> None:
    cells = json.loads(text.with_suffix(".cells.json").read_text(encoding="utf-8"))["cells"]
    assert cells
    for cell in cells:
        assert {cell["verdict"], *cell["also_acceptable"]} <= VERDICTS, cell


def test_readings__second_ones__cover_the_test_half_and_read_the_same_statements() -> None:
    read_twice = {one.name for one in read_pairs(CORPUS)}
    measured = {text.stem for text in TEXTS if text.parent.name == "test"}
    assert measured - AWAIT_SECOND_READING <= read_twice <= {text.stem for text in TEXTS}
    assert not AWAIT_SECOND_READING & read_twice, "take the name off the list, and the table of agreement anew"


def test_pair__other_quotes__is_refused() -> None:
    first, second = [{"quote": "甲。", "figures": []}], [{"quote": "乙。", "figures": []}]
    with pytest.raises(UnusableInputError, match="same statements"):
        pair("x", "dev", first, second)


def test_without_minor__keeps_only_figures_that_count() -> None:
    counted, minor = {"value": 3, "unit": "件"}, {"value": 1, "unit": "站", "minor": True}
    assert without_minor([{"quote": "甲。", "figures": [counted, minor]}]) == [{"quote": "甲。", "figures": [counted]}]
