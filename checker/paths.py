"""Where the plan and its lexicon lie: beside the user, else as shipped with the program."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """A file of the shipped plan/ folder: inside an installed package, or beside the package in a checkout."""
    installed = _PACKAGE / "shipped" / "plan" / name
    return installed if installed.exists() else _PACKAGE.parent / "plan" / name


def default_plan() -> Path:
    """plan/tasks.toml of the current folder, else the shipped one."""
    local = Path("plan") / "tasks.toml"
    return local if local.exists() else shipped("tasks.toml")


def lexicon_for(plan: Path) -> Path:
    """The lexicon that goes with a plan: lexicon.toml beside it, else the shipped one."""
    beside = plan.parent / "lexicon.toml"
    return beside if beside.exists() else shipped("lexicon.toml")


def topics_for(plan: Path) -> Path:
    """The topic words that go with a plan: topics.toml beside it, else the shipped ones."""
    beside = plan.parent / "topics.toml"
    return beside if beside.exists() else shipped("topics.toml")
