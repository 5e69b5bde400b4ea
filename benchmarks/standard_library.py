"""The yardstick of the traceability problem: the same facts, the standard library, and nothing but gaps and cycles.

usage: python -m benchmarks.standard_library FOLDER
"""

import json
import sys
from pathlib import Path

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.10
    import tomli as tomllib


def main(folder):
    tasks = tomllib.loads((folder / "plan.toml").read_text("utf-8"))["task"]
    requires = {task["id"]: [need["id"] for need in task.get("requires", ())] for task in tasks}
    done, admitted = set(), set()
    with (folder / "entries.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            fact = json.loads(line)
            if fact["stance"] == "achieved":
                done.add(f"t{fact['task']}")
            elif fact["stance"] == "shortfall":
                admitted.add(f"t{fact['task']}")
    gaps = [task for task in requires if task in admitted or task not in done]
    print(len(gaps), "gaps;", "a cycle" if cyclic(requires) else "no cycle")


def cyclic(requires):
    waiting = {task: len(needs) for task, needs in requires.items()}
    needed_by = {task: [] for task in requires}
    for task, needs in requires.items():
        for need in needs:
            needed_by[need].append(task)
    ready = [task for task, count in waiting.items() if not count]
    seen = 0
    while ready:
        seen += 1
        for task in needed_by[ready.pop()]:
            waiting[task] -= 1
            if not waiting[task]:
                ready.append(task)
    return seen < len(requires)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
