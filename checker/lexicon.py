"""plan/lexicon.toml -> Lexicon: the words of level, stance and quantity, as data an office can add to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import InputError, Problem
from checker.toml import load_toml


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists by section and name, such as words("stance", "planned")."""

    sections: Mapping[str, Mapping[str, tuple[str, ...]]]
    sha256: str

    def words(self, section: str, name: str) -> tuple[str, ...]:
        """The words of one list, longest first (so that alternations match greedily); () if absent."""
        return self.sections.get(section, {}).get(name, ())


def load_lexicon(path: Path) -> Lexicon:
    """Read a lexicon: tables of lists of plain words.

    Raises InputError with every list that is not a list of non-empty strings.
    """
    source = load_toml(path)
    problems: list[Problem] = []
    sections: dict[str, dict[str, tuple[str, ...]]] = {}
    for section, lists in source.data.items():
        if not isinstance(lists, dict):
            problems.append(source.problem("L001", f"{section} 应当是一节（[{section}]）", section))
            continue
        sections[section] = {}
        for name, words in lists.items():
            if not _is_word_list(words):
                problems.append(source.problem("L002", f"[{section}] {name} 应当是非空词语的列表", name))
            else:
                sections[section][name] = tuple(sorted(set(words), key=lambda word: (-len(word), word)))
    if problems:
        raise InputError(problems)
    return Lexicon(sections, source.sha256)


def _is_word_list(words: Any) -> bool:
    return isinstance(words, list) and all(isinstance(word, str) and word.strip() for word in words)
