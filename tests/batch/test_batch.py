"""Many reports into a store: whatever happens in between, nothing is lost and nothing is there twice."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess

import pytest

from checker.batch.process import Cost, Worker
from checker.batch.recipe import recipe_of
from checker.paths import shipped
from tests.batch.conftest import content, text_of


def test_batch__all_readable__0_and_every_report_once(reports, call, tmp_path):
    store = tmp_path / "p.db"
    code, out, _ = call("batch", reports, "--out", store, "--jobs", 2)
    assert code == 0
    assert "新做 9 份" in out
    assert len({row[0] for row in content(store) if len(row) == 9}) == 9


def test_batch__again__does_nothing_and_changes_nothing(reports, call, tmp_path):
    store = tmp_path / "p.db"
    call("batch", reports, "--out", store, "--jobs", 2)
    before = store.read_bytes()
    code, out, _ = call("batch", reports, "--out", store)
    assert code == 0
    assert "新做 0 份，已有 9 个" in out
    assert store.read_bytes() == before


def test_batch__one_file_changed__only_that_one_is_done_again(reports, call, tmp_path):
    store = tmp_path / "p.db"
    call("batch", reports, "--out", store, "--jobs", 2)
    (reports / "临江市2022.md").write_text(text_of("临江市", 2022, "13个部门建立公示制度"), encoding="utf-8")
    _, out, _ = call("batch", reports, "--out", store, "--jobs", 1)
    assert "新做 1 份" in out
    fresh = tmp_path / "fresh.db"
    call("batch", reports, "--out", fresh, "--jobs", 2)
    assert content(store) == content(fresh)


def test_batch__one_or_two_jobs__the_same_content(reports, call, tmp_path):
    for jobs in (1, 2):
        call("batch", reports, "--out", tmp_path / f"{jobs}.db", "--jobs", jobs)
    assert content(tmp_path / "1.db") == content(tmp_path / "2.db")


def test_batch__same_bytes_under_two_names__one_report_two_files(reports, call, tmp_path):
    (reports / "副本.md").write_bytes((reports / "临江市2021.md").read_bytes())
    store = tmp_path / "p.db"
    call("batch", reports, "--out", store, "--jobs", 2)
    base = sqlite3.connect(store)
    assert base.execute("SELECT count(*) FROM reports").fetchone() == (9,)
    assert base.execute("SELECT count(*) FROM files").fetchone() == (10,)
    base.close()


def test_batch__unreadable_file__a_failure_row_2_and_the_rest_is_there(reports, call, tmp_path):
    (reports / "坏.docx").write_bytes(b"PK\x03\x04 torn")
    store = tmp_path / "p.db"
    code, _, err = call("batch", reports, "--out", store, "--jobs", 2)
    assert code == 2
    assert "坏.docx" in err
    base = sqlite3.connect(store)
    assert base.execute("SELECT count(*) FROM reports").fetchone() == (9,)
    ((path, code_of_failure),) = base.execute("SELECT path, code FROM failures").fetchall()
    base.close()
    assert path.endswith("坏.docx")
    assert code_of_failure.startswith("R")
    again, out, _ = call("batch", reports, "--out", store)
    assert again == 2, "the failure is still one"
    assert "新做 0 份" in out


def test_batch__no_report__4(tmp_path, call):
    (tmp_path / "empty").mkdir()
    assert call("batch", tmp_path / "empty", "--out", tmp_path / "p.db")[0] == 4


def test_batch__broken_plan__2_with_its_problems(reports, call, tmp_path):
    plan = tmp_path / "tasks.toml"
    plan.write_text("[plan]\n", encoding="utf-8")
    code, _, err = call("batch", reports, "--out", tmp_path / "p.db", "--plan", plan)
    assert code == 2
    assert "P005" in err


class TestTheStoreFails:
    def test_not_a_store__2_and_untouched(self, reports, call, tmp_path):
        store = tmp_path / "p.db"
        store.write_bytes(b"something else\n" * 100)
        code, _, err = call("batch", reports, "--out", store)
        assert code == 2
        assert "S002" in err
        assert store.read_bytes().startswith(b"something else")

    def test_in_use__2_and_says_so(self, reports, call, tmp_path, monkeypatch):
        store = tmp_path / "p.db"
        call("batch", reports, "--out", store, "--jobs", 2)
        monkeypatch.setattr("checker.store.sqlite._WAIT", 0.1)
        other = sqlite3.connect(store, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        try:
            code, _, err = call("batch", reports, "--out", store)
        finally:
            other.close()
        assert code == 2
        assert "S003" in err

    def test_torn__2_and_says_so(self, reports, call, tmp_path):
        store = tmp_path / "p.db"
        call("batch", reports, "--out", store, "--jobs", 2)
        data = store.read_bytes()
        store.write_bytes(data[: len(data) // 2])
        code, _, err = call("batch", reports, "--out", store)
        assert code == 2
        assert "S002" in err

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="要 root 才能挂载小的 tmpfs")
    def test_disk_full__2_and_what_was_written_is_whole(self, reports, call, tmp_path):
        small = tmp_path / "small"
        small.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", str(small)], check=False)
        if mounted.returncode:
            pytest.skip("这里不能挂载 tmpfs")
        try:
            for number in range(60):
                text = text_of(f"第{number}市", 2022) + "。\n\n".join(
                    f"{number}号{n}项工作完成{n}件" for n in range(200)
                )
                (reports / f"{number}.md").write_text(text, encoding="utf-8")
            code, _, err = call("batch", reports, "--out", small / "p.db", "--jobs", 2)
            assert code == 2
            assert "S004" in err
            base = sqlite3.connect(small / "p.db")
            assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            base.close()
        finally:
            subprocess.run(["umount", str(small)], check=True)


class TestAWorkerFails:
    def test_too_slow__a_failure_and_the_next_report_is_judged(self, reports, monkeypatch):
        worker = Worker(recipe_of(shipped("tasks.toml"), None), Cost(seconds=20))
        first = worker.outcome(str(reports / "临江市2021.md"))
        os.kill(worker._process.pid, signal.SIGSTOP)  # a report that never ends looks like this from outside
        worker._cost = Cost(seconds=0.5)
        late = worker.outcome(str(reports / "临江市2022.md"))
        worker._cost = Cost(seconds=20)
        after = worker.outcome(str(reports / "临江市2022.md"))
        worker.close()
        assert late.failure.code == "B001"
        assert first.judgement is not None
        assert after.judgement is not None

    def test_killed__the_report_is_done_by_the_next_one(self, reports):
        worker = Worker(recipe_of(shipped("tasks.toml"), None), Cost(seconds=20))
        worker.outcome(str(reports / "临江市2021.md"))
        worker._process.kill()
        outcome = worker.outcome(str(reports / "临江市2022.md"))
        worker.close()
        assert outcome.judgement is not None

    def test_closed_while_it_starts__no_process_is_left(self, reports, monkeypatch):
        started = []

        def told(process, *_):
            started.append(process)
            worker.close()
            return []

        worker = Worker(recipe_of(shipped("tasks.toml"), None), Cost(seconds=20))
        monkeypatch.setattr("checker.batch.process._told", told)
        outcome = worker.outcome(str(reports / "临江市2021.md"))
        assert outcome.judgement is None
        assert [process.returncode is None for process in started] == [False]

    def test_no_process_to_be_had__a_failure_and_the_run_ends(self, reports, call, tmp_path, monkeypatch):
        def refused(*_, **__):
            raise BlockingIOError("no process to be had")

        monkeypatch.setattr("checker.batch.process.subprocess.Popen", refused)
        code, _, err = call("batch", reports, "--out", tmp_path / "p.db", "--jobs", 2)
        assert code == 2
        assert "B003" in err

    def test_out_of_memory__a_failure(self, tmp_path):
        large = tmp_path / "大.md"
        large.write_text(text_of("临江市", 2022) + "受理案件12件，办结11件。\n\n" * 150_000, encoding="utf-8")
        worker = Worker(recipe_of(shipped("tasks.toml"), None), Cost(seconds=60, megabytes=180))
        outcome = worker.outcome(str(large))
        worker.close()
        assert outcome.failure.code in ("B002", "B003")


def test_batch__interrupted_and_run_again__the_content_of_one_run(reports, call, tmp_path, monkeypatch):
    """The signal comes after the fifth of nine: what the workers had ready then is in the store or made again."""
    from checker.batch import local, run

    def interrupted(paths, recipe, jobs, cost):
        for number, outcome in enumerate(original(paths, recipe, jobs, cost), 1):
            yield outcome
            if number == 5:
                signal.raise_signal(signal.SIGINT)

    original = local.outcomes
    store = tmp_path / "p.db"
    with monkeypatch.context() as patched:
        patched.setattr(local, "outcomes", interrupted)
        patched.setattr(run, "_FLUSH_SECONDS", 0)
        code, _, err = call("batch", reports, "--out", store, "--jobs", 2)
    assert code == 130
    assert "已中断" in err
    assert sqlite3.connect(store).execute("SELECT count(*) FROM reports").fetchone() == (5,)
    _, out, _ = call("batch", reports, "--out", store, "--jobs", 2)
    assert "新做 4 份" in out
    fresh = tmp_path / "fresh.db"
    call("batch", reports, "--out", fresh, "--jobs", 2)
    assert content(store) == content(fresh)


def test_batch__file_changed_while_read__kept_under_what_was_read(reports, call, tmp_path, monkeypatch):
    """Between the listing and the reading an office saves its report again."""
    from checker.batch import local

    target = reports / "临江市2022.md"

    def meddling(paths, recipe, jobs, cost):
        target.write_text(text_of("临江市", 2022, "13个部门建立公示制度"), encoding="utf-8")
        yield from original(paths, recipe, jobs, cost)

    original = local.outcomes
    monkeypatch.setattr(local, "outcomes", meddling)
    store = tmp_path / "p.db"
    call("batch", reports, "--out", store, "--jobs", 2)
    monkeypatch.undo()
    _, out, _ = call("batch", reports, "--out", store, "--jobs", 2)
    assert "新做 0 份" in out


def test_batch__name_of_a_duckdb_file__is_refused_with_what_to_write_instead(reports, call, tmp_path):
    code, _, err = call("batch", reports, "--out", tmp_path / "p.duckdb")
    assert code == 2
    assert "--out 库/" in err
    assert not (tmp_path / "p.duckdb").exists()
