"""What is written is read back the same, whatever text it holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from checker.evidence import load_evidence
from checker.evidence_out import file_text
from checker.model import Because, Extent, Figure, Level, Reach, TaskMatch
from tests.builders import CITY, entry, plan, task

TEXT = st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip)


@given(TEXT, st.sampled_from(list(Extent)), st.floats(-1e12, 1e12, allow_nan=False))
def test_entry__written_and_read__is_the_same(tmp_path_factory, text, extent, value):
    folder = Path(tmp_path_factory.mktemp("evidence"))
    number = int(value) if value == int(value) else value
    figure = Figure(number, "件", True, f"{number:g}件", 0, 0)
    because = (Because("stance", "S60", text),)
    first = entry(text=text, extent=extent, figures=(figure,), obligations=("三项制度",), because=because)
    second = entry(ordinal=2, reaches=(Reach(Level.COUNTY, extent), Reach(Level.CITY, Extent.ALL)))
    less = TaskMatch("a", 0.9, (Reach(Level.CITY, extent),))
    second = replace(second, tasks=(less,))
    (folder / "2022.toml").write_text(file_text(CITY, [first, second]), encoding="utf-8")
    read = load_evidence(folder, plan(task())).entries
    assert [replace(one, file="2022.toml", row=one.ordinal) for one in read] == [first, second]
