"""The right reader by the bytes; the same report in seven formats; folders."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.reading import SUFFIXES, read, read_folder
from tests.reading.reading_samples import docx, ofd, paragraph, pdf, zipped

SENTENCE = "全年办理行政复议案件57件。"
PAGE = f"<html><body><p>{SENTENCE}</p></body></html>"
CONTENT = {
    "docx": docx(paragraph(SENTENCE)),
    "pdf": pdf([[(60, 700, 12, SENTENCE)]]),
    "ofd": ofd([[(20, 40, 4, SENTENCE)]]),
    "html": PAGE.encode(),
    "html in UTF-16": PAGE.encode("utf-16"),
    "txt": SENTENCE.encode(),
}


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".dat", ""])
@pytest.mark.parametrize("kind", CONTENT)
def test_read__any_suffix__by_the_bytes(tmp_path: Path, kind: str, suffix: str) -> None:
    path = tmp_path / f"报告{suffix}"
    path.write_bytes(CONTENT[kind])
    assert [item.text for item in read(path).paragraphs] == [SENTENCE]


def test_read__markdown_that_begins_with_a_tag__no_page(tmp_path: Path) -> None:
    path = tmp_path / "报告.md"
    path.write_text(f'<div align="center">\n\n# 甲县报告\n\n</div>\n\n- {SENTENCE}\n', encoding="utf-8")
    assert [item.text for item in read(path).paragraphs] == ["甲县报告", SENTENCE]


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
REFUSED = {
    "old Word": (OLD_WORD + "WordDocument".encode("utf-16-le"), "R012", "旧版 Word"),
    "old Excel": (OLD_WORD + "Workbook".encode("utf-16-le"), "R012", "Excel"),
    "with a password": (OLD_WORD + "EncryptedPackage".encode("utf-16-le"), "R009", "密码"),
    "RTF": (b"{\\rtf1\\ansi 1}", "R012", "RTF"),
    "Excel": (zipped({"xl/workbook.xml": "<a/>"}), "R012", "Excel"),
    "OpenDocument": (zipped({"content.xml": "<a/>"}), "R012", "OpenDocument"),
    "archive": (b"Rar!\x1a\x07\0" + b"\0" * 100, "R012", "压缩文件"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 100, "R012", "图片"),
    "zip of something else": (zipped({"a.txt": "x"}), "R008", "压缩包"),
}


@pytest.mark.parametrize(("data", "code", "word"), REFUSED.values(), ids=REFUSED)
def test_read__formats_that_are_not_read__named_with_what_to_do(
    tmp_path: Path, data: bytes, code: str, word: str
) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read(path)
    (problem,) = caught.value.problems
    assert (problem.file, problem.code) == (str(path), code)
    assert word in problem.message
    assert problem.hint


SEVEN = ("bold.docx", "gb18030.txt", "html", "md", "pdf", "styles.docx", "utf16.txt")


@pytest.mark.shared
@pytest.mark.parametrize("suffix", SEVEN)
def test_read__seven_formats_of_a_report__the_same_paragraphs(shared: Path, suffix: str) -> None:
    same = [(item.heading, item.kind, item.text) for item in read(shared / "reports" / "jiashi-2023.md").paragraphs]
    other = read(shared / "reports" / f"jiashi-2023.{suffix}")
    assert [(item.heading, item.kind, item.text) for item in other.paragraphs] == same
    assert other.title == "甲市2023年法治政府建设情况报告"


def norm(text: str) -> str:
    """As the measure of the labels does: white space and marks out, full-width marks folded."""
    folded = text.translate(str.maketrans("（），：；！？“”‘’％～－—", "(),:;!?\"\"''%~--"))
    return re.sub(r"[\s*#]+", "", folded)


@pytest.mark.shared
def test_read__labelled_reports__every_labelled_statement_stands_in_one_paragraph(shared: Path) -> None:
    missing = []
    for labels in sorted((shared / "gold").rglob("*.jsonl")):
        folder = shared / "reports" / labels.relative_to(shared / "gold").parent
        report = next(
            folder / f"{labels.stem}{suffix}"
            for suffix in (".md", ".txt")
            if (folder / f"{labels.stem}{suffix}").exists()
        )
        inside = [norm(item.text) for item in read(report).paragraphs]
        quotes = [json.loads(line)["quote"] for line in labels.read_text(encoding="utf-8").splitlines()]
        missing += [quote for quote in quotes if not any(norm(quote) in text for text in inside)]
    assert missing == []


def test_folder__reports_in_name_order__failures_named_and_the_rest_read(tmp_path: Path) -> None:
    (tmp_path / "乙").mkdir()
    for name, data in {
        "b.txt": "乙。",
        "a.md": "甲。",
        "乙/c.txt": "丙。",
        "d.doc": "丁。",
        "notes.json": "{}",
        ".h.txt": "x。",
    }.items():
        (tmp_path / name).write_text(data, encoding="utf-8")
    (tmp_path / "d.doc").write_bytes(OLD_WORD)
    (tmp_path / "empty.txt").touch()
    documents, problems = read_folder(tmp_path)
    assert [item.name for item in documents] == ["a.md", "b.txt", "c.txt"]
    assert [(Path(item.file).name, item.code) for item in problems] == [("d.doc", "R012"), ("empty.txt", "R010")]


def test_folder__links__inside_followed_outside_not(tmp_path: Path) -> None:
    folder, outside = tmp_path / "in", tmp_path / "out.txt"
    folder.mkdir()
    outside.write_text("外面。", encoding="utf-8")
    (folder / "a.txt").write_text("里面。", encoding="utf-8")
    try:
        (folder / "b.txt").symlink_to(folder / "a.txt")
        (folder / "c.txt").symlink_to(outside)
        (folder / "d.txt").symlink_to(folder / "d.txt")
        (folder / "e").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("这个系统不让建链接")
    documents, problems = read_folder(folder)
    assert [item.name for item in documents] == ["a.txt", "b.txt"]
    assert [Path(item.file).name for item in problems] == ["c.txt", "d.txt"]


@pytest.mark.parametrize("name", ["nowhere", "file.txt"])
def test_folder__that_is_none__named(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("甲。", encoding="utf-8")
    documents, problems = read_folder(tmp_path / name)
    assert documents == ()
    assert len(problems) == 1


def test_folder__without_reports__says_so(tmp_path: Path) -> None:
    assert [item.code for item in read_folder(tmp_path)[1]] == ["R010"]
