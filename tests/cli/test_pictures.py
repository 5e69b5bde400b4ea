"""The picture of the README is what the tool prints today."""

from __future__ import annotations

from scripts.pictures import LINES, PICTURE, printed, svg


def test_picture__of_the_summary__is_fresh(root, monkeypatch):
    monkeypatch.chdir(root)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert svg(printed()[:LINES]) == PICTURE.read_text(encoding="utf-8"), "运行 python scripts/pictures.py 更新"


def test_picture__of_the_summary__asks_nothing_of_the_network():
    text = PICTURE.read_text(encoding="utf-8")
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "<script" not in text
