"""The commands of the ledger as a clerk types them: ingest, waive, review in the terminal, and the gate over it."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from checker.audit.model import Audit, Finding
from checker.cli import main
from checker.cli.screen import Screen
from checker.gate import judge_gate
from checker.judge.assessment import Standing
from checker.ledger.mask import masked
from checker.ledger.model import Ruling
from checker.ledger.settle import named_as_kept
from checker.model import Extent, Level, Severity, Stance
from tests.builders import entry, judged, plan, task
from tests.ledger.values import PLAN_TEXT, Desk, files, report, said

LINES = (said("公开执法信息三千条"), "组织案卷评查两次", said("抽查发现公示不及时", 3, stance=Stance.SHORTFALL))


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    desk.take_in(report(*LINES))
    return desk


def type_in(monkeypatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def rulings(desk):
    return [(one.what.entry, one.what.ruling, one.what.by) for one in desk.ledger().decisions]


# ---------------------------------------------------------------- review in the terminal


def test_talk__confirm_reject_and_leave__is_written_at_once_and_resumed(desk, monkeypatch):
    type_in(monkeypatch, "y", "n", "不是本年的事", "q")
    assert desk.run("review", "--by", "张") == 0
    assert "这次决定了 2 条；还剩 1 条" in desk.out
    assert rulings(desk) == [("2022-001", Ruling.CONFIRMED, "张"), ("2022-002", Ruling.REJECTED, "张")]
    type_in(monkeypatch, "y")
    assert desk.run("review", "--by", "张") == 0
    assert "[1/1] 2022-003" in desk.out
    assert desk.run("review", "--by", "张") == 0
    assert "没有待决定的条目了" in desk.out


def test_talk__context_labels_and_place__are_shown(desk, monkeypatch):
    type_in(monkeypatch, "k", "q")
    desk.run("review", "--by", "张")
    around = ("上文 公开执法信息三千条", "下文 抽查发现公示不及时")
    for part in ("乙市 2022", "一(四) 第12行", *around, "15.01 公示执法信息（0.90）"):
        assert part in desk.out


def test_talk__undo__is_a_further_decision_and_comes_back_to_the_entry(desk, monkeypatch):
    type_in(monkeypatch, "y", "u", "n", "看错了", "q")
    desk.run("review", "--by", "张")
    assert [ruling for _, ruling, _ in rulings(desk)] == [Ruling.CONFIRMED, Ruling.WITHDRAWN, Ruling.REJECTED]
    assert desk.ledger().matters["2022-001"].decision.what.ruling is Ruling.REJECTED
    assert "这次决定了 1 条" in desk.out


def test_talk__move_asks_again_until_it_understands(desk, monkeypatch):
    move = ("m", "没有这项", "15.02", "市", "全部", "归执法记录")
    type_in(monkeypatch, *move, "f", "三千", "3000条→3200条", "以平台为准", "q")
    desk.run("review", "--by", "张")
    move, figure = (one.what for one in desk.ledger().decisions)
    assert (move.to_task, move.to_level, move.extent) == ("b", Level.CITY, Extent.ALL)
    assert (figure.entry, figure.figure.value, figure.figure.old) == ("2022-002", 3200, 3000)
    assert desk.out.count("看不懂") == 2


def test_talk__restance_with_a_paper__keeps_its_digest(desk, monkeypatch):
    (desk.evidence / "通报.pdf").write_bytes(b"abc")
    type_in(monkeypatch, "a", "通报.pdf", "乙司〔2022〕1号", "", "s", "进行中", "尚未办结", "q")
    desk.run("review", "--by", "张")
    (made,) = desk.ledger().decisions
    assert made.what.stance is Stance.ONGOING
    assert (made.what.attachment.number, made.what.attachment.sha256[:8]) == ("乙司〔2022〕1号", "ba7816bf")


def test_talk__impossible_cell__is_refused_in_words_and_nothing_is_written(desk, monkeypatch):
    type_in(monkeypatch, "m", "b", "县区", "", "试试", "q")
    desk.run("review", "--by", "张")
    assert "没有记：任务 b 不约束县区一级" in desk.out
    assert rulings(desk) == []


def test_talk__end_of_input_and_no_name__lose_nothing(desk, monkeypatch):
    type_in(monkeypatch, "y")
    assert desk.run("review", "--by", "张") == 0
    assert len(rulings(desk)) == 1
    type_in(monkeypatch)
    assert desk.run("review") == 4


def test_review__single_entry_unknown__is_named(desk):
    assert desk.run("review", "--entry", "2022-999", "--verdict", "confirmed", "--by", "张") == 2
    assert "D002" in desk.err


def test_review__empty_ledger__is_nothing(tmp_path):
    desk = Desk(tmp_path)
    desk.evidence.mkdir()
    assert desk.run("review", "--by", "张") == 4


# ---------------------------------------------------------------- waivers

DAYS = ("--from", "2022-01-01", "--until", "2022-12-31", "--reason", "机构撤并", "--approver", "市政府")


def test_waive__cell__is_counted_apart_and_never_met(desk):
    assert desk.run("waive", "c", "--level", "city", *DAYS) == 0
    assert desk.run("check", "--format", "json") == 0
    document = json.loads(desk.out)
    (cell,) = [cell for cell in document["cells"] if cell["task"] == "c"]
    assert (cell["status"], cell["counted"]) == ("waived", False)
    assert document["coverage"]["by_status"]["waived"] == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("z", "--level", "city", *DAYS), "W001"),
        (("*", "--level", "city", *DAYS), "W001"),
        (("a,b", "--level", "city", *DAYS), "W001"),
        (("c", "--level", "county", *DAYS), "W002"),
        (("c", "--level", "city", *DAYS[:2], "--until", "2021-12-31", *DAYS[4:]), "W003"),
        (("c", "--level", "city", *DAYS[:4], "--reason", " ", "--approver", "市政府"), "W101"),
    ],
)
def test_waive__wrong__is_named_and_nothing_is_written(desk, words, code):
    before = files(desk.evidence)
    assert desk.run("waive", *words) == 2
    assert code in desk.err
    assert files(desk.evidence) == before


def test_waive__same_cell_at_the_same_time__is_refused_and_later_is_not(desk):
    assert desk.run("waive", "c", "--level", "city", *DAYS) == 0
    assert desk.run("waive", "c", "--level", "city", *DAYS) == 2
    assert "W004" in desk.err
    later = ("--from", "2023-01-01", "--until", "2023-06-30")
    assert desk.run("waive", "c", "--level", "city", *later, *DAYS[4:]) == 0


def test_waivers__kept_by_hand_with_mistakes__are_named_with_lines(desk):
    row = '[[waiver]]\ntask = "{}"\nlevel = "{}"\nreason = "r"\napprover = "p"\nfrom = 2022-01-01\nuntil = {}\n'
    rows = [("a*", "city", "2022-12-31"), ("c", "county", "2022-12-31"), ("c", "city", "2021-12-31")]
    text = "".join(row.format(*one) for one in rows)
    (desk.evidence / "waivers.toml").write_text(text, encoding="utf-8")
    assert desk.run("check") == 2
    for part in ("waivers.toml:2: W001", "waivers.toml:10: W002", "waivers.toml:21: W003"):
        assert part in desk.err


def test_check__expired_and_unneeded_waivers__are_said_aloud(desk):
    expired = ("--from", "2021-01-01", "--until", "2021-12-31")
    desk.run("waive", "c", "--level", "city", *expired, *DAYS[4:])
    desk.run("waive", "a", "--level", "city", *DAYS)
    desk.run("check")
    assert "到期，不再生效" in desk.err
    assert "可能不再需要" not in desk.err, "有承认的缺口，豁免并非多余"
    desk.run("review", "--entry", "2022-003", "--verdict", "rejected", "--why", "不是本级", "--by", "张")
    desk.run("check")
    assert "可能不再需要" in desk.err


# ---------------------------------------------------------------- the gate over decisions


def policy(desk: Desk, **keys: str) -> None:
    lines = "".join(f"{key} = {value}\n" for key, value in keys.items())
    desk.plan.write_text(PLAN_TEXT.replace('fail = ["shortfall"]\n', lines), encoding="utf-8")


def test_gate__only_confirmed__counts_a_result_once_somebody_has_confirmed_it(desk):
    policy(desk, fail='["missing"]', only_confirmed="true")
    assert desk.run("gate", "--format", "json") == 3
    status = {(cell["task"], cell["level"]): cell["status"] for cell in json.loads(desk.out)["cells"]}
    assert status["a", "city"] == "shortfall", "the admitted gap goes on counting"
    assert "2 条成效还没有人确认" in desk.err
    desk.run("review", "--entry", "2022-003", "--verdict", "rejected", "--why", "已整改", "--by", "张")
    desk.run("review", "--entry", "2022-001", "--verdict", "confirmed", "--by", "张")
    desk.run("gate", "--format", "json")
    status = {(cell["task"], cell["level"]): cell["status"] for cell in json.loads(desk.out)["cells"]}
    assert status["a", "city"] == "met"


def test_gate__unsettled_suspects__shut_it_with_a_reason_in_json_and_junit(desk):
    policy(desk, fail="[]", require_settled_suspects="true")
    assert desk.run("gate") == 0
    desk.run("review", "--entry", "2022-001", "--verdict", "confirmed", "--by", "张")
    desk.take_in(report("公开执法信息五千条", *LINES[1:], sha="b"))
    assert desk.run("gate", "--format", "json") == 3
    (reason,) = json.loads(desk.out)["gate"]["failures"]
    assert (reason["rule"], reason["subject"]) == ("G05", "2022-001")
    assert desk.run("gate", "--format", "junit") == 3
    failure = ElementTree.fromstring(desk.out).find(".//failure[@type='G05']")
    assert "存疑未处理" in failure.get("message")
    assert desk.run("gate") == 3
    assert "存疑未处理 1 处" in desk.out
    desk.run("review", "--entry", "2022-001", "--verdict", "rejected", "--why", "以新稿为准", "--by", "张")
    assert desk.run("gate") == 0


def finding(statement: str = "2022-001", severity: Severity = Severity.ERROR) -> Finding:
    return Finding("C01", severity, "公开率98%", 98.0, 97.0, "97/100", "比率不符", statement, 1, "一")


@pytest.mark.parametrize(
    ("keys", "answered", "rules"),
    [
        ({"audit_errors": True}, False, ["G03"]),
        ({"audit_errors": True}, True, ["G03"]),
        ({"audit_errors": False}, False, []),
        ({"audit_errors": False, "require_answered_errors": True}, False, ["G04"]),
        ({"audit_errors": True, "require_answered_errors": True}, True, []),
    ],
)
def test_gate__errors_of_the_audit__shut_it_as_the_policy_says(keys, answered, rules):
    a_plan = plan(task("a"))
    a_plan = replace(a_plan, gate=replace(a_plan.gate, fail=(), **keys))
    assessment = replace(
        judged(a_plan, entry("a")),
        audit=Audit((finding(), finding(severity=Severity.QUESTION)), ()),
        standing=Standing(answered=frozenset({"2022-001"} if answered else ())),
    )
    result = judge_gate(assessment)
    assert [reason.rule for reason in result.failures] == rules
    assert result.holds is not bool(rules)


def test_findings__on_a_kept_report__carry_the_ids_of_the_ledger():
    told = report("前言一句", "公开率98%（97/100）", sha="b")
    kept = [entry("a", id="2022-d2-002", text="公开率98%（97/100）")]
    audit = named_as_kept(Audit((finding("2022-002"), finding("2022-001")), ()), [told], kept)
    assert [one.statement for one in audit.findings] == ["2022-d2-002", "2022-001"]


def test_plan__gate_keys_of_a_wrong_type__are_named(desk):
    policy(desk, only_confirmed='"是"', require_settled_suspect="true")
    assert desk.run("check") == 2
    assert "P102 only_confirmed" in desk.err
    assert "是否想写 require_settled_suspects" in desk.err


# ---------------------------------------------------------------- masks


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("市长王小明主持召开会议", "市长王某某主持召开会议"),
        ("由李强局长带队检查", "由李某局长带队检查"),
        ("当事人赵四不服处罚决定", "当事人赵某不服处罚决定"),
        ("表彰陈建国同志", "表彰陈某某同志"),
        ("市长、各局局长参加", "市长、各局局长参加"),
        ("文化局局长、高新区区长主持", "文化局局长、高新区区长主持"),
        ("全市公安机关办理案件", "全市公安机关办理案件"),
    ],
)
def test_masked__names_beside_a_title_or_role__are_hidden(text, hidden):
    assert masked(text) == hidden
    assert masked(hidden) == hidden


def test_masked__long_hostile_text__is_quick():
    assert len(masked("王市长" * 100_000)) == 300_000


def test_ingest__command__says_what_it_did(tmp_path):
    path = tmp_path / "报告 2022.txt"
    lines = ("乙市2022年法治政府建设情况报告", "一、主要成效", "全市建成行政执法公示平台，公开执法信息3000条。")
    path.write_text("\n".join(lines), encoding="utf-8")
    screen = Screen(io.StringIO(), io.StringIO())
    words = ["ingest", str(path), "--evidence", str(tmp_path / "佐证")]
    assert main(words, screen) == 0, screen.err.getvalue()
    assert main(words, screen) == 0
    assert "新收 1 句" in screen.out.getvalue()
    assert "没有要补的" in screen.out.getvalue()
    assert main(["ingest", str(tmp_path / "没有.txt"), "--evidence", str(tmp_path / "佐证")], screen) == 2
