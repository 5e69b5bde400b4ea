"""The Dask engine: two workers on loopback, one killed in the middle; the content is that of the local engine."""

from __future__ import annotations

import os
import signal
import threading
import time

import pytest

from tests.batch.conftest import content, text_of

distributed = pytest.importorskip("distributed", reason="没有安装 dask（cluster 组件）")

pytestmark = pytest.mark.filterwarnings("ignore")  # what the libraries of the cluster warn about is theirs


@pytest.fixture
def cluster():
    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with distributed.LocalCluster(**options, silence_logs=50) as found:
        yield found


def test_dask__the_content_of_the_local_engine(reports, call, tmp_path, cluster):
    call("batch", reports, "--out", tmp_path / "local.db", "--jobs", 2)
    options = ("--engine", "dask", "--scheduler", cluster.scheduler_address)
    code, _, err = call("batch", reports, "--out", tmp_path / "dask.db", *options)
    assert code == 0, err
    assert content(tmp_path / "dask.db") == content(tmp_path / "local.db")


def test_dask__a_worker_killed_in_the_middle__nothing_lost_nothing_double(reports, call, tmp_path, cluster):
    for number in range(80):
        (reports / f"{number}.md").write_text(text_of(f"第{number}市", 2022), encoding="utf-8")
    victim = next(iter(cluster.workers.values())).pid

    def kill():
        time.sleep(2)
        os.kill(victim, signal.SIGKILL)

    threading.Thread(target=kill, daemon=True).start()
    options = ("--engine", "dask", "--scheduler", cluster.scheduler_address)
    code, _, err = call("batch", reports, "--out", tmp_path / "dask.db", *options)
    assert code == 0, err
    call("batch", reports, "--out", tmp_path / "local.db", "--jobs", 2)
    assert content(tmp_path / "dask.db") == content(tmp_path / "local.db")


def test_dask__no_scheduler_there__2(reports, call, tmp_path):
    options = ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")
    code, _, err = call("batch", reports, "--out", tmp_path / "p.db", *options)
    assert code == 2
    assert "B010" in err


def test_url__the_judgement_of_the_same_file(reports, call, tmp_path):
    pytest.importorskip("fsspec", reason="没有安装 fsspec（cluster 组件）")
    call("batch", reports, "--out", tmp_path / "local.db", "--jobs", 1)
    code, _, err = call("batch", reports.resolve().as_uri(), "--out", tmp_path / "url.db", "--jobs", 1)
    assert code == 0, err
    own, theirs = content(tmp_path / "local.db"), content(tmp_path / "url.db")
    assert [row for row in own if len(row) == 9] == [row for row in theirs if len(row) == 9]
