"""The five-year plans by their short names: 十三五 ended with 2020."""

from __future__ import annotations

from checker.patterns import Pattern

_PLAN = Pattern(r"^[“\"]?十([一二三四五])五[”\"]?(?:时期|期间|末|以来)")
_LAST_YEARS = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030}


def names_plan(text: str) -> bool:
    """Whether a text names such a plan anywhere."""
    return any(f"十{number}五" in text for number in _LAST_YEARS)


def plan_is_over(text: str, year: int) -> bool:
    """Whether a text begins with the time of a plan that ended before `year`."""
    found = _PLAN.match(text)
    return found is not None and _LAST_YEARS[found[1]] < year
