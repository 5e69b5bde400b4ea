"""Patterns that are compiled late, and asked only where a word that they need is told."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import checker.audit
from checker.patterns import Pattern

TESTS = Path(__file__).parents[1]
TEXTS = sorted([*TESTS.glob("audit/*.txt"), *TESTS.glob("corpus/*/*.md")])


def guarded() -> list[Pattern]:
    """The patterns of all checks that name what they need."""
    modules = [import_module(f"checker.audit.{module.name}") for module in iter_modules(checker.audit.__path__)]
    values = [value for module in modules for value in vars(module).values()]
    rows = [row for value in values for row in (value if isinstance(value, tuple) else (value,))]
    return [row for row in rows if isinstance(row, Pattern) and row.needs]


def test_search__words_that_a_pattern_needs__hide_no_match() -> None:
    told = "\n".join(path.read_text(encoding="utf-8") for path in TEXTS)
    texts = {*re.split("[。\n]", told), *re.split("[，。；\n0-9]", told)}
    for pattern in guarded():
        plain = re.compile(pattern.source)
        missed = [text for text in texts if plain.search(text) and not pattern.search(text)]
        assert (pattern.source, missed) == (pattern.source, [])


def test_pattern__first_use__compiles_it_once() -> None:
    pattern = Pattern("受理([0-9]+)件")
    assert "search" not in vars(pattern)
    found = pattern.search("受理12件")
    assert found is not None
    assert found.group(1) == "12"
    assert vars(pattern)["search"] == re.compile("受理([0-9]+)件").search


def test_pattern__needed_word_missing__is_not_compiled() -> None:
    pattern = Pattern("(?:败诉|胜诉)率", needs="诉")
    assert pattern.search("办结率") is None
    assert "_compiled" not in vars(pattern)
    assert pattern.search("败诉率")
