"""Invented problems of any size: plans with prerequisites and evidence in our own files, and reports.

Everything comes from a seeded generator, so that two runs measure the same thing.
"""

from __future__ import annotations

import json
import random
from datetime import datetime, timezone
from pathlib import Path

from checker.ledger.decisions import FILE, decision_text, opening, sealed
from checker.ledger.digest import state_of
from checker.ledger.model import Draft, Ruling
from checker.ledger.store import load_ledger
from checker.plan import load_plan

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


def decided(folder: Path, tasks: int, entries: int) -> None:
    """plan.toml and evidence/ with a decision on each of its entries, sealed one behind the other."""
    traceability(folder, tasks, entries)
    last, rows = "", [opening()]
    kept = load_ledger(folder / "evidence", load_plan(folder / "plan.toml"))
    for matter in kept.matters.values():
        draft = Draft(matter.entry.id, Ruling.CONFIRMED, "张", "已核对台账", state_of(matter.entry))
        one = sealed(draft, datetime(2022, 12, 31, tzinfo=timezone.utc), last)
        last = one.seal
        rows.append(decision_text(one))
    (folder / "evidence" / FILE).write_text("".join(rows), encoding="utf-8")


def _fact(number: int, tasks: int, chance: random.Random) -> dict[str, object]:
    task = chance.randrange(tasks)
    return {
        "number": number,
        "quote": f"第{number}条：有关部门印发工作规范并向社会公布，办理事项{number % 997}件。",
        "chapter": "一二三四五六七八"[number % 8],
        "stance": "shortfall" if number % 23 == 0 else "planned" if number % 7 == 0 else "achieved",
        "task": task,
    }


OPENINGS = (
    "{place}{year}年法治政府建设情况报告\n\n"
    "{year}年，{place}坚持以习近平新时代中国特色社会主义思想为指导，扎实推进依法行政。现将有关情况报告如下。\n\n"
    "一、主要做法和成效\n\n",
)
CHAPTERS = (
    "依法全面履行政府职能", "健全依法行政制度体系", "推进行政决策法治化",
    "规范行政执法行为", "化解社会矛盾纠纷", "强化权力制约监督",
)  # fmt: skip
WHO = (
    "市司法局",
    "各县（区）",
    "全市各级行政机关",
    "市市场监管局",
    "各乡镇（街道）",
    "市政府办公室",
    "13个市级部门",
    "市公安局",
)
DEEDS = (
    "印发《{topic}实施办法》，办理{topic}事项{a}件，全部按期办结",
    "开展{topic}专项检查{a}次，发现并整改问题{b}个",
    "全面落实{topic}制度，{b}个单位全部建立{topic}台账",
    "向社会公开{topic}信息{a}条，答复咨询{b}次",
    "选取{c}个单位开展{topic}试点，形成典型经验",
    "组织{topic}培训{c}期，培训人员{a}余人次",
    "审查行政规范性文件{b}件，清理废止{c}件，备案率100%",
    "持续推进{topic}工作，不断提升法治化水平",
    "围绕{topic}召开联席会议{c}次，推动解决突出问题{b}项",
)
TOPICS = (
    "行政执法公示", "执法全过程记录", "重大执法决定法制审核", "行政裁量权基准", "行政复议体制改革", "公平竞争审查",
    "权责清单", "证明事项告知承诺", "法律顾问", "行政应诉", "政务公开", "村（居）法律顾问", "人民调解",
    "法治政府示范创建", "综合行政执法改革", "行政执法监督",
)  # fmt: skip
CASES = "全年受理行政复议案件412件，审结397件，其中调解和解98件。"
GAPS = ("{topic}推进不平衡，部分乡镇（街道）尚未建立相关制度", "个别单位{topic}不够规范，执法力量仍显薄弱")
PLANS = ("进一步深化{topic}，力争年底前实现全覆盖", "持续加强{topic}工作，推动各县（区）全面落实")


def report(place: str, year: int, characters: int, seed: int) -> str:
    """A report of about so many characters: results with figures in six sections, gaps, plans."""
    chance = random.Random(seed)
    text = [OPENINGS[0].format(place=place, year=year)]
    each = characters * 9 // 10 // len(CHAPTERS)
    for number, title in enumerate(CHAPTERS):
        text.append(f"（{'一二三四五六'[number]}）{title}\n\n")
        text.append(CASES if number == 4 else "")
        text.append(_until(each, DEEDS, chance))
    text.append("存在的不足：" + _until(characters // 30, GAPS, chance))
    text.append("二、下一步工作打算\n\n" + _until(characters // 15, PLANS, chance))
    return "".join(text)


def _until(characters: int, patterns: tuple[str, ...], chance: random.Random) -> str:
    parts: list[str] = []
    size = 0
    while size < characters:
        # Falling, so that 审结 is never more than 受理: a real report has few figures that cannot be right.
        fill = dict(zip("abc", sorted((chance.randrange(3, 2000) for _ in range(3)), reverse=True), strict=True))
        told = f"{chance.choice(WHO)}{chance.choice(patterns).format(topic=chance.choice(TOPICS), **fill)}"
        parts.append(told + ("。\n\n" if chance.random() < 0.15 else "。" if chance.random() < 0.6 else "；"))
        size += len(parts[-1])
    return "".join(parts).rstrip("；") + "\n\n"


def reports(folder: Path, count: int, characters: int = 10_000) -> int:
    """So many reports of different places and years in a folder; how many bytes they are."""
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    for number in range(count):
        place, year = f"{'东西南北中'[number // 5 % 5]}{chr(0x4E00 + number // 25 % 5000)}市", 2020 + number % 5
        text = report(place, year, characters, number)
        path = folder / f"{number // 1000:03d}" / f"{number:06d}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        size += len(text.encode())
    return size
