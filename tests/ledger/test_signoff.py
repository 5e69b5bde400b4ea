"""A sign-off binds everything that the result rests on; a changed byte has a name, later work is no difference."""

from __future__ import annotations

import json
import random
import shutil
from datetime import datetime, timezone
from pathlib import Path

import pytest

from checker.ledger.binding import ALGORITHMS
from checker.ledger.decisions import FILE
from checker.ledger.model import Attachment
from checker.ledger.papers import bound
from checker.ledger.records import STATEMENT, dumps, load_records, record_path
from checker.ledger.store import decide
from checker.model import Stance
from checker.plan import load_plan
from tests.ledger.values import Desk, draft, report, said

PAPER = "材料/公示 目录.pdf"
LINES = (said("公开执法信息三千条"), "组织案卷评查两次", "设立复议办案中心")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A ledger with two years, a decision on a paper, and a waiver, signed for 2022."""
    desk = Desk(tmp_path / "依法治市 办公室")
    desk.take_in(report("建立公示制度", sha="c", year=2021), report(*LINES))
    (desk.evidence / "材料").mkdir()
    (desk.evidence / PAPER).write_bytes(b"paper")
    paper, _ = bound(Attachment(PAPER), desk.evidence)
    now = desk.ledger()
    decide(desk.evidence, load_plan(desk.plan), [draft(now, "2022-001", attachment=paper)], moment())
    day = ("--from", "2022-01-01", "--until", "2022-12-31")
    assert desk.run("waive", "c", "--level", "city", "--reason", "撤并", "--approver", "市政府", *day) == 0
    assert desk.run("signoff", "--year", "2022", "--by", "陈 主任") == 0, desk.err
    return desk


def moment() -> datetime:
    return datetime(2023, 2, 1, tzinfo=timezone.utc)


def record(desk: Desk) -> Path:
    return load_records(desk.evidence)[-1].path


def test_signoff__record__is_a_statement_that_names_every_file(desk):
    value = json.loads(record(desk).read_bytes())
    assert value["_type"] == STATEMENT
    roles = {}
    for subject in value["subject"]:
        roles.setdefault(subject["annotations"]["role"], []).append(subject["name"])
        assert set(subject["digest"]) == set(ALGORITHMS) or subject["annotations"].get("absent")
    assert roles["ledger"] == ["2021.toml", "2022.toml", "decisions.toml", "waivers.toml"]
    assert roles["paper"] == [PAPER]
    assert [name.split("-")[0] for name in (*roles["plan"], *roles["result"])] == ["records/plan", "records/result"]
    assert roles["report"] == ["乙市2021.txt", "乙市2022.txt"]
    assert (value["predicate"]["by"], value["predicate"]["year"]) == ("陈 主任", 2022)


def test_verify__nothing_changed__holds_on_another_machine(desk, tmp_path):
    assert desk.run("signoff", "--verify") == 0, desk.err
    moved = Desk(tmp_path / "another place")
    shutil.rmtree(moved.folder, ignore_errors=True)
    shutil.copytree(desk.folder, moved.folder)
    assert moved.run("signoff", "--verify") == 0, moved.err
    assert "陈 主任" in moved.out


def test_verify__windows_line_ends_and_bom__are_no_difference(desk):
    for name in ("2022.toml", "decisions.toml", "waivers.toml"):
        path = desk.evidence / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert desk.run("signoff", "--verify") == 0, desk.err


def test_verify__later_work__is_no_difference(desk):
    now = desk.take_in(report("公开执法信息三千条", sha="b"), report("新的一年公开执法信息", sha="d", year=2023))
    assert desk.run("review", "--entry", "2022-002", "--verdict", "rejected", "--why", "重复", "--by", "李") == 0
    day = ("--from", "2023-01-01", "--until", "2023-12-31")
    assert desk.run("waive", "c", "--level", "city", "--reason", "撤并", "--approver", "市政府", *day) == 0
    desk.plan.write_text(
        desk.plan.read_text(encoding="utf-8")
        + '[[task]]\nid = "d"\ntitle = "新任务"\nclause = 15\nkind = "state"\nlevels = ["city"]\ncriterion = "有"\n',
        encoding="utf-8",
    )
    what = ("--verdict", "moved", "--to-task", "d", "--why", "归新任务", "--by", "李")
    assert desk.run("review", "--entry", "2023-001", *what) == 0, desk.err
    assert desk.run("signoff", "--verify") == 0, desk.err
    assert "又有追加" in desk.err
    assert len(now.evidence.files) == 4


CHANGES = [
    ("2022.toml", "评查两次", "评查三次", ["2022.toml: S006", "2022.toml:22: S007 佐证 2022-002 被改过"]),
    ("2021.toml", "建立公示制度", "没有公示制度", ["2021.toml: S006", "S007 佐证 2021-001 被改过"]),
    ("waivers.toml", "撤并", "合并", ["waivers.toml: S006", "S007 第 1 条豁免被改过"]),
    ("waivers.toml", "[[waiver]]", "# [[waiver]]", ["waivers.toml: S006"]),
    (FILE, "confirmed", "rejected", ["decisions.toml: S006", "decisions.toml:4: D006"]),
    (FILE, 'by = "张"', 'by = "王"', ["decisions.toml: S006", "D006"]),
    (PAPER, "paper", "papee", ["公示 目录.pdf: S006"]),
]


@pytest.mark.parametrize(("name", "old", "new", "said_so"), CHANGES)
def test_verify__changed_file__is_named_with_the_part(desk, name, old, new, said_so):
    path = desk.evidence / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert desk.run("signoff", "--verify") == 2
    for part in said_so:
        assert part in desk.err


@pytest.mark.parametrize("name", ["2022.toml", FILE, "waivers.toml", PAPER])
def test_verify__missing_file__is_named(desk, name):
    (desk.evidence / name).unlink()
    assert desk.run("signoff", "--verify") == 2
    assert f"{Path(name).name}: S005" in desk.err


def test_verify__any_byte_of_any_bound_file__is_noticed(desk):
    luck = random.Random(22)
    names = [subject["name"] for subject in load_records(desk.evidence)[0].subjects if not absent(subject)]
    files = [desk.evidence / name for name in names] + [record(desk)]
    for path in files:
        whole = path.read_bytes()
        for _ in range(4):
            at = luck.randrange(len(whole))
            other = bytes([luck.choice([byte for byte in range(256) if byte != whole[at]])])
            path.write_bytes(whole[:at] + other + whole[at + 1 :])
            assert desk.run("signoff", "--verify") == 2, (path, at)
            assert path.name in desk.err
        path.write_bytes(whole)
    assert desk.run("signoff", "--verify") == 0


def absent(subject):
    return subject["annotations"].get("absent")


def test_verify__records_are_chained__one_taken_out_is_missed(desk):
    assert desk.run("signoff", "--year", "2022", "--by", "陈 主任") == 0
    first, second = (one.path for one in load_records(desk.evidence))
    assert json.loads(second.read_bytes())["predicate"]["previous"]["name"] == first.name
    first.unlink()
    assert desk.run("signoff", "--verify") == 2
    assert "S004 第 1 号签发记录不见了" in desk.err
    assert desk.run("signoff", "--year", "2022", "--by", "陈") == 2, "nothing is signed on a broken chain"


@pytest.mark.parametrize("spoil", ["name", "content", "rename"])
def test_verify__record_rewritten_to_fit_its_name__is_still_no_record(desk, spoil):
    path = record(desk)
    value = json.loads(path.read_bytes())
    if spoil == "name":
        del value["subject"][0]["name"]
    elif spoil == "content":
        value["predicate"]["as_of"] = "soon"
    data = dumps(value)
    path.unlink()
    place = record_path(desk.evidence, 1, 2022, data)
    (place.with_name("0001.json") if spoil == "rename" else place).write_bytes(data)
    assert desk.run("signoff", "--verify") == 2
    assert "S002" in desk.err


def test_verify__no_record__is_nothing_checked(tmp_path):
    desk = Desk(tmp_path)
    desk.take_in(report(*LINES))
    assert desk.run("signoff", "--verify") == 4


def test_signoff__gate_shut__signs_nothing(tmp_path):
    desk = Desk(tmp_path)
    desk.take_in(report(*LINES, said("部分部门公示不及时", 4, stance=Stance.SHORTFALL)))
    assert desk.run("signoff", "--year", "2022", "--by", "陈") == 3
    assert load_records(desk.evidence) == ()


@pytest.mark.parametrize("words", [("--by", "陈"), ("--year", "2022"), ("--year", "2022", "--by", " ")])
def test_signoff__without_name_or_year__is_refused(tmp_path, words):
    desk = Desk(tmp_path)
    desk.take_in(report(*LINES))
    assert desk.run("signoff", *words) == 2


def test_signoff__paper_changed_since_the_decision__is_refused_with_its_line(desk):
    (desk.evidence / PAPER).write_bytes(b"other")
    assert desk.run("signoff", "--year", "2022", "--by", "陈") == 2
    assert "decisions.toml:4: S011" in desk.err
    assert PAPER in desk.err


def test_signature__of_the_right_key__holds_and_of_another_does_not(desk):
    pytest.importorskip("cryptography")
    mine, other = desk.folder / "私钥.pem", desk.folder / "别人.pem"
    assert [desk.run("signoff", "--make-key", key) for key in (mine, other)] == [0, 0]
    assert desk.run("signoff", "--make-key", mine) == 2, "a key is never replaced"
    shutil.rmtree(desk.evidence / "records")
    assert desk.run("signoff", "--year", "2022", "--by", "陈", "--key", mine) == 0, desk.err
    assert desk.run("signoff", "--verify", "--public-key", f"{mine}.pub") == 0, desk.err
    assert desk.run("signoff", "--verify", "--public-key", f"{other}.pub") == 2
    assert "S009 签名不是这把公钥所签" in desk.err
    assert desk.run("signoff", "--verify", "--public-key", mine) == 2
    assert "S021" in desk.err
    next((desk.evidence / "records").glob("*.dsse.json")).write_text("{}", encoding="utf-8")
    assert desk.run("signoff", "--verify", "--public-key", f"{mine}.pub") == 2
    assert "S009 签名文件不合格式" in desk.err
