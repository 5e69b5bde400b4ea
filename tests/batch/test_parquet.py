"""The store as Parquet: the same reports, the same bytes, whatever order or interruption they came through."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.store import parquet
from checker.store.parquet import ParquetStore
from tests.batch.conftest import text_of

pytest.importorskip("pyarrow", reason="没有安装 pyarrow（batch 组件）")


def data_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.parquet"))}


def test_parquet__one_or_two_jobs__the_same_bytes(reports, call, tmp_path):
    for jobs in (1, 2):
        code, _, err = call("batch", reports, "--out", f"{tmp_path / str(jobs)}/", "--jobs", jobs)
        assert code == 0, err
    assert data_of(tmp_path / "1") == data_of(tmp_path / "2") != {}


def test_parquet__report_by_report__the_bytes_of_one_run(reports, call, tmp_path):
    later = tmp_path / "later"
    later.mkdir()
    for path in sorted(reports.iterdir())[::2]:
        path.rename(later / path.name)
    call("batch", reports, "--out", f"{tmp_path / 'a'}/", "--jobs", 1)
    for path in later.iterdir():
        path.rename(reports / path.name)
    _, out, _ = call("batch", reports, "--out", f"{tmp_path / 'a'}/", "--jobs", 2)
    assert "新做 5 份，" in out
    call("batch", reports, "--out", f"{tmp_path / 'b'}/", "--jobs", 2)
    assert data_of(tmp_path / "a") == data_of(tmp_path / "b")


def test_parquet__killed_after_staging__nothing_is_lost_or_done_twice(reports, call, tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "_STAGE", 1)
    monkeypatch.setattr("checker.batch.run._FLUSH_SECONDS", 0.0)
    with monkeypatch.context() as killed:
        killed.setattr(ParquetStore, "_settle", lambda self: None)  # what a kill before the end leaves
        call("batch", reports, "--out", f"{tmp_path / 'a'}/", "--jobs", 1)
    assert list((tmp_path / "a" / "staged").glob("*.json"))
    _, out, _ = call("batch", reports, "--out", f"{tmp_path / 'a'}/", "--jobs", 1)
    assert "新做 0 份" in out
    call("batch", reports, "--out", f"{tmp_path / 'b'}/", "--jobs", 2)
    assert data_of(tmp_path / "a") == data_of(tmp_path / "b")


def test_parquet__file_changed__its_old_report_is_gone(reports, call, tmp_path):
    call("batch", reports, "--out", f"{tmp_path / 'a'}/", "--jobs", 2)
    (reports / "临江市2022.md").write_text(text_of("临江市", 2022, "13个部门建立公示制度"), encoding="utf-8")
    call("batch", reports, "--out", f"{tmp_path / 'a'}/", "--jobs", 1)
    call("batch", reports, "--out", f"{tmp_path / 'b'}/", "--jobs", 2)
    assert data_of(tmp_path / "a") == data_of(tmp_path / "b")


def test_rollup__parquet_or_sqlite__the_same(reports, call, tmp_path):
    call("batch", reports, "--out", f"{tmp_path / 'a'}/", "--jobs", 2)
    call("batch", reports, "--out", tmp_path / "a.db", "--jobs", 2)
    documents = [call("rollup", store, "--format", "json")[1] for store in (f"{tmp_path / 'a'}/", tmp_path / "a.db")]
    assert documents[0] == documents[1]
    assert json.loads(documents[0])["reports"] == 9


def test_parquet__torn_partition__2_and_says_so(reports, call, tmp_path):
    call("batch", reports, "--out", f"{tmp_path / 'a'}/", "--jobs", 2)
    torn = next((tmp_path / "a" / "reports").iterdir())
    torn.write_bytes(torn.read_bytes()[:50])
    code, _, err = call("rollup", f"{tmp_path / 'a'}/")
    assert code == 2
    assert "S002" in err
