"""The one function that every engine maps: file -> outcome. Equal bytes, program, plan and words, equal outcome."""

from __future__ import annotations

from datetime import date

from checker.audit.checks import audit
from checker.batch.outcome import Outcome, failed
from checker.batch.places import fetched
from checker.batch.recipe import Recipe
from checker.errors import InputError
from checker.evidence import entries_of
from checker.judge.assessment import judge
from checker.judge.cells import Scope
from checker.model import Document, Plan, Report
from checker.plan import load_plan
from checker.reading import LIMITS, read
from checker.reports import labeller
from checker.store.judgement import Judgement, judgement_of


class Judge:
    """Judges files by one recipe; loads plan and words once. Raises InputError where these cannot be read."""

    def __init__(self, recipe: Recipe) -> None:
        self.plan = load_plan(recipe.plan)
        self._labeller = labeller(self.plan, recipe.plan)
        self._year = recipe.year

    def outcome(self, path: str) -> Outcome:
        """What comes of one file or URL."""
        try:
            with fetched(path) as local:
                document = read(local.path, LIMITS)
            return Outcome(path, self.judgement(document))
        except InputError as error:
            return failed(path, error.problems[0])

    def judgement(self, document: Document) -> Judgement:
        """The judgement of a text. Raises InputError where its year is not known."""
        report = self._labeller.label(document, self._year)
        cells, claims = judge(self.plan, entries_of(report), (), _scope(self.plan, report))
        characters = sum(len(paragraph.text) for paragraph in document.paragraphs)
        return judgement_of(report, characters, cells, claims, audit(report))


def _scope(plan: Plan, report: Report) -> Scope:
    """Each report is judged for its own government and year, at the year's end."""
    levels = frozenset({*plan.assess_levels, report.level})
    return Scope(report.year, date(report.year, 12, 31), report.government, report.level, levels)
