"""Invented problems of any size: plans with prerequisites and evidence in our own files, and reports.

Everything comes from a seeded generator, so that two runs measure the same thing.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

HEAD = """[plan]
title = "规模测试任务清单"
government = "临江市"
level = "city"
assess_levels = ["city", "county", "township"]
period = [2021, 2025]

[gate]
fail = ["shortfall", "missing"]

[clauses]
15 = "行政执法程序"

"""

TASK = """[[task]]
id = "t{number}"
title = "第{number}项任务"
clause = 15
kind = "state"
levels = ["city"]
criterion = "有制度并公布"
lead = ["第{lead}局"]
due = 2022-06-30
due_confidence = "verified"
requires = [{requires}]

"""

ENTRY = """[[entry]]
id = "2022-{number:06d}"
quote = "{quote}"
chapter = "一({chapter})"
ordinal = {number}
line = {number}
stance = "{stance}"
tasks = [{{ id = "t{task}", score = 0.9 }}]

"""

SOURCE = """schema = "checker.evidence/1"

[report]
name = "报告.md"
sha256 = "{sha256}"
title = "临江市2022年法治政府建设情况报告"
government = "临江市"
level = "city"
year = 2022

"""

ENTRIES_A_FILE = 20_000
"""An office's folder has a file for each report; no hand-kept file grows without end."""


def traceability(folder: Path, tasks: int, entries: int, chain: bool = False) -> None:
    """plan.toml, evidence/ and the same entries as entries.jsonl.

    Every task has three prerequisites among those before it; in a chain, the one before it.
    """
    chance = random.Random(20221231)
    (folder / "evidence").mkdir(parents=True, exist_ok=True)
    with (folder / "plan.toml").open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for number in range(tasks):
            before = {number - 1} if chain else {chance.randrange(number) for _ in range(3)} if number else set()
            requires = ", ".join(f'{{ id = "t{need}" }}' for need in sorted(before) if need >= 0)
            file.write(TASK.format(number=number, lead=number % 40, requires=requires))
    facts = [_fact(number, tasks, chance) for number in range(entries)]
    with (folder / "entries.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(fact, ensure_ascii=False) + "\n" for fact in facts)
    for at in range(0, entries, ENTRIES_A_FILE):
        part = at // ENTRIES_A_FILE
        with (folder / "evidence" / f"2022-{part:03d}.toml").open("w", encoding="utf-8") as file:
            file.write(SOURCE.format(sha256=f"{part:064x}"))
            file.writelines(ENTRY.format(**fact) for fact in facts[at : at + ENTRIES_A_FILE])


def _fact(number: int, tasks: int, chance: random.Random) -> dict[str, object]:
    task = chance.randrange(tasks)
    return {
        "number": number,
        "quote": f"第{number}条：有关部门印发工作规范并向社会公布，办理事项{number % 997}件。",
        "chapter": "一二三四五六七八"[number % 8],
        "stance": "shortfall" if number % 23 == 0 else "planned" if number % 7 == 0 else "achieved",
        "task": task,
    }
