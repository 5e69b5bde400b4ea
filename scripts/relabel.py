#!/usr/bin/env python3
"""Label the shipped evidence anew after the rules have changed, keeping its summaries.

usage: relabel.py [--report FILE] [--evidence FILE]

The report (default ../shared/reports/xining-2022.txt) is read and labelled; every entry of the evidence file keeps
its id, summary, documents, chapter and place, and takes the labels of the statement of the same ordinal. Exit code
2 says that the report does not have the statements that the file has entries for; nothing is written then.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from checker.evidence import entries_of  # noqa: E402 - the checkout is put on the path first
from checker.evidence_out import entry_text, head  # noqa: E402
from checker.plan import load_plan  # noqa: E402
from checker.reading import read  # noqa: E402
from checker.reports import labeller  # noqa: E402
from checker.toml import load_toml  # noqa: E402


def relabelled(evidence: Path, report: Path) -> str | None:
    """The text of the evidence file with new labels; None where the statements are not those of the file."""
    plan_path = ROOT / "plan" / "tasks.toml"
    plan = load_plan(plan_path)
    read_now = {entry.ordinal: entry for entry in entries_of(labeller(plan, plan_path).label(read(report)))}
    kept = load_toml(evidence)
    rows = kept.data["entry"]
    if [row["ordinal"] for row in rows] != sorted(read_now):
        return None
    source = read_now[1].source
    comment = "\n".join(line[2:] for line in kept.text.splitlines() if line.startswith("# "))
    texts = []
    for row in rows:
        entry = replace(read_now[row["ordinal"]], text=row["summary"], chapter=row.get("chapter", ""))
        texts.append("\n" + entry_text(entry, summary=True, documents=row.get("documents", ())))
    return head(source, comment) + "".join(texts)


def main() -> int:
    """Rewrite the file, or say that it cannot be done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--report", type=Path, default=ROOT.parent / "shared" / "reports" / "xining-2022.txt")
    parser.add_argument("--evidence", type=Path, default=ROOT / "evidence" / "2022.toml")
    options = parser.parse_args()
    text = relabelled(options.evidence, options.report)
    if text is None:
        print("报告的陈述与佐证条目对不上，没有改动", file=sys.stderr)
        return 2
    options.evidence.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
