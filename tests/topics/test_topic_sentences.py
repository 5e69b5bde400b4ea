"""Invented sentences in the words of many offices, each with the clauses and obligations that a reader gives it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.statements.topics.label import TopicLabel


def sentences() -> list[tuple[frozenset[int], frozenset[str], str]]:
    """Rows of topic_sentences.txt: clauses, obligations, sentence."""
    lines = (Path(__file__).parent / "topic_sentences.txt").read_text("utf-8").splitlines()
    rows = [line.split(" | ", 2) for line in lines if line and not line.startswith("#")]
    assert len(rows) > 100
    return [(frozenset(map(int, _listed(clauses))), frozenset(_listed(named)), quote) for clauses, named, quote in rows]


def _listed(cell: str) -> list[str]:
    return [] if cell == "-" else cell.split("、")


@pytest.mark.parametrize(("clauses", "obligations", "quote"), sentences(), ids=lambda value: str(value)[:14])
def test_sentences__in_the_words_of_many_offices__have_the_clauses_and_obligations_a_reader_gives(
    label: Callable[..., TopicLabel], clauses: frozenset[int], obligations: frozenset[str], quote: str
) -> None:
    """A sentence of the list says one thing plainly; near misses of an obligation have none."""
    got = label(quote)
    assert (frozenset(got.clauses), frozenset(got.obligations)) == (clauses, obligations), got.because
