"""Whatever happens to a writer, every decision that was made is there and the files load."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.evidence_out import file_text
from checker.judge.assessment import assess
from checker.judge.cells import Scope
from checker.ledger.atomic import LOCK_NAME, appended, locked, write_whole
from checker.ledger.decisions import FILE, decision_text, opening, sealed
from checker.ledger.digest import state_of
from checker.ledger.model import Decision, Draft, Ruling
from checker.ledger.settle import settle
from checker.ledger.store import decide, load_ledger
from checker.model import Level
from tests.builders import CITY, entry
from tests.ledger.values import PLAN, WHEN, draft, files, ledger, report

KILLS = 200
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="这个系统没有 fork")


def in_child(work: Callable[[int], None]) -> tuple[int, int]:
    """Start `work` in a process of its own with the writing end of a pipe; (its id, the reading end)."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reading)
            work(writing)
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    return child, reading


def heard(reading: int) -> list[str]:
    """All lines that the child wrote before it ended."""
    with os.fdopen(reading, encoding="utf-8") as pipe:
        return pipe.read().split()


def deciding(folder: Path, start: int, by: str = "张", ruling: Ruling = Ruling.CONFIRMED) -> Callable[[int], None]:
    """Decide on one entry after the other and tell each one that is written."""

    def work(writing: int) -> None:
        now = load_ledger(folder, PLAN)
        for name in list(now.matters)[start:]:
            decide(folder, PLAN, [draft(now, name, ruling, by)], WHEN)
            os.write(writing, f"{name}\n".encode())

    return work


@needs_fork
def test_kill__at_random_moments_200_times__leaves_every_decision_made_before(tmp_path):
    ledger(tmp_path, report(*[f"第{number}件工作已经完成" for number in range(30)]))
    luck = random.Random(6)
    made: tuple[Decision, ...] = ()
    told = 0
    for _ in range(KILLS):
        child, reading = in_child(deciding(tmp_path, 0))
        with os.fdopen(reading, encoding="utf-8") as pipe:
            waited = [pipe.readline() for _ in range(luck.randrange(3))]
            time.sleep(luck.uniform(0.0, 0.01))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            told += len([*waited, *pipe])
        after = load_ledger(tmp_path, PLAN).decisions
        assert after[: len(made)] == made
        assert len(after) >= told
        made = after
    assert told > KILLS / 2, "the kills came before any work: the test proves nothing"
    assert decide(tmp_path, PLAN, [draft(load_ledger(tmp_path, PLAN), "2022-030")], WHEN) == ()
    assert sorted(files(tmp_path)) == ["2022.toml", FILE], "what killed writers left half written is swept away"


@needs_fork
def test_two_writers__at_once__lose_nothing_and_keep_the_chain(tmp_path):
    ledger(tmp_path, report(*[f"第{number}件工作已经完成" for number in range(40)]))
    children = [in_child(deciding(tmp_path, start)) for start in (0, 20)]
    told = [heard(reading) for _, reading in children]
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child, _ in children] == [0, 0]
    assert [len(names) for names in told] == [40, 20]
    assert len(load_ledger(tmp_path, PLAN).decisions) == 60


@needs_fork
def test_lock__of_a_killed_writer__holds_nobody_up(tmp_path):
    def hold(writing: int) -> None:
        with locked(tmp_path):
            os.write(writing, b"held\n")
            time.sleep(60)

    child, reading = in_child(hold)
    assert os.read(reading, 5) == b"held\n"
    with pytest.raises(InputError) as caught, locked(tmp_path, wait=0.05):
        pass
    assert caught.value.problems[0].code == "K001"
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)
    with locked(tmp_path, wait=0.05):
        assert (tmp_path / LOCK_NAME).exists()


def test_write__failing_half_way__leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "文件 名.toml"
    write_whole(path, b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError) as caught:
        write_whole(path, b"new")
    assert caught.value.problems[0].code == "K002"
    assert files(tmp_path) == {"文件 名.toml": b"old"}


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_write__through_a_link__keeps_link_and_rights(tmp_path):
    real, link = tmp_path / "真.toml", tmp_path / "链.toml"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_whole(link, b"new")
    assert (link.is_symlink(), real.read_bytes(), real.stat().st_mode & 0o777) == (True, b"new", 0o640)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"", b"x\n"),
        (b"\xef\xbb\xbf", b"\xef\xbb\xbfx\n"),
        (b"a\n", b"a\n\nx\n"),
        (b"a", b"a\n\nx\n"),
        (b"a\r\n", b"a\r\n\r\nx\r\n"),
        (b"\xef\xbb\xbfa\r\nb", b"\xef\xbb\xbfa\r\nb\r\n\r\nx\r\n"),
    ],
)
def test_appended__keeps_bom_and_line_ends(old, new):
    assert appended(old, "\nx\n") == new


def test_load__thousands_of_entries_and_decisions__all_settled(tmp_path):
    """How long it takes is measured by `benchmarks/run --only ledger`."""
    texts = [f"全年审查规范性文件{at}件，建立第{at}号台账" for at in range(5000)]
    kept = [entry(("a", "b")[at % 2], ordinal=at + 1, text=text) for at, text in enumerate(texts)]
    (tmp_path / "2022.toml").write_text(file_text(CITY, kept), encoding="utf-8")
    last, texts = "", [opening()]
    for one in kept:
        decision = sealed(Draft(one.id, Ruling.CONFIRMED, "张", "已核对台账", state_of(one)), WHEN, last)
        last = decision.seal
        texts.append(decision_text(decision))
    (tmp_path / FILE).write_text("".join(texts), encoding="utf-8")
    settled = settle(load_ledger(tmp_path, PLAN).matters, only_confirmed=True)
    assert (len(settled.entries), settled.standing.confirmed) == (5000, 5000)
    scope = Scope(2022, WHEN.date(), "乙市", Level.CITY, frozenset(Level))
    cells = assess(PLAN, settled.entries, (), scope).cells
    assert sum(len(cell.evidence) for cell in cells) == 5000
