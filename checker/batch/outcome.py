"""What comes of one file: a judgement, or why there is none; and both as JSON, to pass between processes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from checker.errors import Problem
from checker.model import Level
from checker.store.judgement import Judgement, StoredFinding


@dataclass(frozen=True, slots=True)
class Failure:
    """A file of which nothing could be judged: the code of a reader (R…) or of a limit (B…)."""

    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file; exactly one of the two is there."""

    path: str
    judgement: Judgement | None = None
    failure: Failure | None = None

    def problem(self) -> Problem | None:
        """The failure as a problem of the file."""
        one = self.failure
        return Problem(self.path, 0, one.code, one.message, one.hint) if one else None


def failed(path: str, problem: Problem) -> Outcome:
    """The outcome of a file that could not be read."""
    return Outcome(path, failure=Failure(problem.code, problem.message, problem.hint))


def encoded(outcome: Outcome) -> str:
    """One line of JSON."""
    value: dict[str, Any] = {"path": outcome.path}
    if outcome.judgement:
        one = outcome.judgement
        value["judgement"] = {field.name: getattr(one, field.name) for field in fields(one)}
        value["judgement"]["findings"] = [asdict(finding) for finding in one.findings]
    if outcome.failure:
        value["failure"] = asdict(outcome.failure)
    return json.dumps(value, separators=(",", ":"))


def decoded(line: str) -> Outcome:
    """The outcome of a line of JSON. Raises ValueError for anything else."""
    value = json.loads(line)
    judgement = failure = None
    if "judgement" in value:
        told = value["judgement"]
        told["level"] = Level(told["level"])
        told["findings"] = tuple(StoredFinding(**finding) for finding in told["findings"])
        judgement = Judgement(**told)
    if "failure" in value:
        failure = Failure(**value["failure"])
    return Outcome(value["path"], judgement, failure)
