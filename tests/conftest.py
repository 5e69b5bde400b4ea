"""What every test may use: the shipped plan, and the labelled reports where they lie beside the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("CHECKER_SHARED", ROOT.parent / "shared"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, with the reason, the tests that need the labelled reports where these are absent."""
    if SHARED.is_dir():
        return
    reason = pytest.mark.skip(reason="标注报告不在项目旁边（../shared），此项测试需要它们")
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(reason)


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the project."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the labelled reports; tests that use it carry the mark `shared`."""
    return SHARED
