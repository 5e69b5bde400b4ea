"""The shipped evidence of 2022: complete, in our own words, and of one verdict with the report itself."""

from __future__ import annotations

import re

import pytest

from checker.evidence import load_evidence
from checker.model import Stance
from checker.plan import load_plan
from checker.workflow import Request, run

LAYOUT = re.compile(r"[\s*#]+")
NAMES = re.compile(r"《[^《》]*》|“[^“”]*”|\"[^\"]*\"")
LONGEST_RUN = 14
"""Characters that a summary may share with the report outside of names: a figure with its noun takes as many."""


@pytest.fixture(scope="module")
def evidence(root):
    return load_evidence(root / "evidence", load_plan(root / "plan" / "tasks.toml"))


def test_shipped_evidence__every_statement__has_an_entry_with_its_place(evidence):
    entries = [entry for entry in evidence.entries if entry.source.year == 2022]
    assert [entry.ordinal for entry in entries] == list(range(1, 85))
    assert [entry.line for entry in entries] == sorted(entry.line for entry in entries)
    for entry in entries:
        assert entry.line > 0
        assert entry.because, entry.id


def test_shipped_evidence__plans_and_gaps__say_so_in_their_own_words(evidence):
    for entry in evidence.entries:
        if entry.stance is Stance.PLANNED:
            assert "计划" in entry.text, entry.id
        if entry.stance is Stance.SHORTFALL:
            assert "短板" in entry.text, entry.id


@pytest.mark.shared
def test_shipped_evidence__and_the_report_on_the_spot__give_the_same_verdicts(root, shared, tmp_path):
    kept = run(Request(root / "plan" / "tasks.toml", root / "evidence", 2022))
    report = shared / "reports" / "xining-2022.txt"
    read = run(Request(root / "plan" / "tasks.toml", tmp_path, 2022, reports=(report,)))
    assert [(c.obligation, c.level, c.verdict, c.evidence) for c in kept.claims] == [
        (c.obligation, c.level, c.verdict, c.evidence) for c in read.claims
    ]
    assert [(c.task.id, c.level, c.status, c.evidence) for c in kept.cells] == [
        (c.task.id, c.level, c.status, c.evidence) for c in read.cells
    ]
    assert kept.unmatched == read.unmatched


@pytest.mark.shared
def test_shipped_evidence__names_the_report_by_its_digest(evidence, shared):
    import hashlib

    digest = hashlib.sha256((shared / "reports" / "xining-2022.txt").read_bytes()).hexdigest()
    assert {entry.source.sha256 for entry in evidence.entries} == {digest}


@pytest.mark.shared
def test_shipped_evidence__no_sentence_of_the_report__is_copied(evidence, shared):
    report = LAYOUT.sub("", (shared / "reports" / "xining-2022.txt").read_text(encoding="utf-8"))
    for entry in evidence.entries:
        own = NAMES.sub("\n", entry.text)
        for start in range(len(own) - LONGEST_RUN):
            run_of_words = own[start : start + LONGEST_RUN + 1]
            assert "\n" in run_of_words or run_of_words not in report, (entry.id, run_of_words)
