"""How reports are judged, and the version that tells two ways of judging apart."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import checker
from checker.errors import InputError, Problem, cause_of
from checker.paths import lexicon_for, topics_for


@dataclass(frozen=True, slots=True)
class Recipe:
    """The plan, the year of reports that do not tell theirs, and a version.

    Recipes of one version give equal judgements of equal bytes, on any machine.
    """

    plan: Path
    year: int | None
    version: str


def recipe_of(plan: Path, year: int | None) -> Recipe:
    """The recipe of a plan, whose content is only looked at when it is used. Raises InputError for unreadable files."""
    digest = hashlib.sha256(f"{checker.__version__} {year}".encode())
    package = Path(checker.__file__).parent
    sources = sorted(path for path in package.rglob("*") if path.suffix in {".py", ".json", ".sql"})
    for path in (*sources, plan, lexicon_for(plan), topics_for(plan)):
        try:
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        except OSError as error:
            message = f"读不了：{cause_of(error)}"
            raise InputError([Problem(str(path), 0, "F001", message, "请检查路径和权限")]) from None
    return Recipe(plan, year, digest.hexdigest()[:16])
