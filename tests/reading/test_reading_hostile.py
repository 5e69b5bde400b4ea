"""Broken and hostile files: the right text, or one plain line that names file, cause and cure.

Sizes are such that the suite stays quick; what they try grows with the size at most in proportion.
"""

from __future__ import annotations

import os
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.model import Document
from checker.reading import LIMITS, read
from tests.reading.reading_samples import (
    RELATIONS,
    W,
    docx,
    paragraph,
    pdf,
    pdf_of_objects,
    pdf_of_streams,
    table,
    zipped,
)

OK = "办理案件57件。"
SMALL = replace(
    LIMITS, bytes=3_000_000, unpacked_bytes=2_000_000, stream_bytes=1_000_000, paragraphs=500, pages=5, seconds=10
)
QUICK = 8.0
"""Seconds of the processor that no case here may take: what grows faster than its input takes minutes."""


def word(document: str) -> bytes:
    return zipped({"_rels/.rels": RELATIONS, "word/document.xml": document})


def nested(text: str, times: int) -> str:
    for _ in range(times):
        text = f"<w:tbl><w:tr><w:tc>{text}</w:tc></w:tr></w:tbl>"
    return text


def entity_bomb(depth: int) -> str:
    tens = [(number, f"&e{number - 1};" * 10) for number in range(1, depth)]
    entities = '<!ENTITY e0 "全覆盖">' + "".join(f'<!ENTITY e{number} "{ten}">' for number, ten in tens)
    body = f"<w:body><w:p><w:r><w:t>&e{depth - 1};</w:t></w:r></w:p></w:body>"
    return f"<!DOCTYPE d [{entities}]><w:document {W}>{body}</w:document>"


def flate(data: bytes) -> bytes:
    packed = zlib.compress(data, 9)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def one_page(content: bytes) -> bytes:
    return pdf_of_objects(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
            3: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
            4: content,
        }
    )


def page_tree(kids: bytes) -> bytes:
    return pdf_of_objects(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [%s] /Count 9 >>" % kids,
            3: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Parent 2 0 R >>",
        }
    )


def forms_of_forms() -> bytes:
    """Forms that draw each other twice: 2 to the power of 30 drawings."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
        3: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 10 0 R >> >> >>",
        4: b"<< /Length 5 >>\nstream\n/X Do\nendstream",
    }
    for number in range(10, 40):
        objects[number] = (
            b"<< /Type /XObject /Subtype /Form /Resources << /XObject << /X %d 0 R >> >> /Length 11 >>\n"
            b"stream\n/X Do /X Do\nendstream" % (number + 1)
        )
    return pdf_of_objects(objects)


GOOD_PDF = pdf([[(60, 700, 12, OK)]])
TEXT = paragraph(OK)

NAMED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.txt", lambda: b"", "R010"),
    "white space alone": ("a.md", lambda: b" \r\n\t ", "R010"),
    "marks alone": ("a.md", lambda: b"---\n***\n", "R010"),
    "random bytes": ("a.docx", lambda: bytes((7 * n * n + n // 3) % 256 for n in range(4000)), "R011"),
    "too many bytes": ("a.txt", lambda: b"1" * 3_000_001, "R003"),
    "too many paragraphs": ("a.txt", lambda: "甲。\n".encode() * 501, "R004"),
    "no zip": ("a.docx", lambda: b"PK\x03\x04" + b"\x01" * 3000, "R008"),
    "zip cut off": ("a.docx", lambda: docx(TEXT)[:-40], "R008"),
    "zip without a document": ("a.docx", lambda: zipped({"word/media/a.txt": "x"}), "R008"),
    "70,000 entries": (
        "a.docx",
        lambda: zipped({f"a{n}": "" for n in range(10_001)} | {"word/document.xml": "x"}, 0),
        "R004",
    ),
    "tables nested 3,000 deep": ("a.docx", lambda: docx(nested(TEXT, 3000)), "R006"),
    "zip bomb": ("a.docx", lambda: docx(paragraph("法" * 1_000_000)), "R003"),
    "external entity": (
        "a.docx",
        lambda: word(f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {W}>&x;</w:document>'),
        "R007",
    ),
    "billion laughs": ("a.docx", lambda: word(entity_bomb(10)), "R007"),
    "entities in relations": (
        "a.docx",
        lambda: zipped({"_rels/.rels": "<!DOCTYPE a><a/>", "word/document.xml": "<a/>"}),
        "R007",
    ),
    "XML not well formed": ("a.docx", lambda: word(f"<w:document {W}><w:body><w:p>"), "R008"),
    "path out of the zip": (
        "a.docx",
        lambda: zipped({"_rels/.rels": RELATIONS.replace("word/doc", "../../../etc/doc"), "../x": "x"}),
        "R008",
    ),
    "OFD bomb of the tree": ("a.ofd", lambda: zipped({"OFD.xml": "<a>" * 1000}), "R006"),
    "OFD with entities": ("a.ofd", lambda: zipped({"OFD.xml": "<!DOCTYPE a [<!ENTITY x '1'>]><a>&x;</a>"}), "R007"),
    "OFD without pages": ("a.ofd", lambda: zipped({"OFD.xml": "<a/>"}), "R008"),
    "PDF cut off": ("a.pdf", lambda: GOOD_PDF[: len(GOOD_PDF) // 3], "R008"),
    "PDF with a head alone": ("a.pdf", lambda: b"%PDF-1.7\n", "R008"),
    "PDF without text": ("a.pdf", lambda: pdf_of_streams([b"0 0 m 9 9 l S"]), "R010"),
    "PDF with a loop of pages": ("a.pdf", lambda: page_tree(b"2 0 R 3 0 R"), "R008"),
    "PDF with too many pages": ("a.pdf", lambda: pdf([[(60, 700, 12, OK)]] * 6), "R004"),
    "PDF bomb": ("a.pdf", lambda: one_page(flate(b" " * 50_000_000)), "R003"),
    "PDF forms in forms": ("a.pdf", forms_of_forms, "R010"),
    "PDF of unclosed strings": ("a.pdf", lambda: one_page(flate(b"(" * 900_000)), "R010"),
    "PDF of saved states": ("a.pdf", lambda: one_page(flate(b"q " * 100_000)), "R010"),
    "page of scripts": ("a.html", lambda: b"<html><script>" + OK.encode(), "R010"),
    "page of comments": ("a.html", lambda: b"<html>" + b"<!--" * 500_000, "R010"),
    "page of open tags": ("a.html", lambda: b"<html>" + b'<a b="' * 100_000, "R010"),
}


@pytest.mark.parametrize(("name", "make", "code"), NAMED.values(), ids=NAMED)
def test_bad_file__named_with_cause_and_cure(tmp_path: Path, name: str, make: Callable[[], bytes], code: str) -> None:
    path = tmp_path / name
    path.write_bytes(make())
    start = time.process_time()
    with pytest.raises(InputError) as caught:
        read(path, SMALL)
    assert time.process_time() - start < QUICK
    (problem,) = caught.value.problems
    assert (problem.file, problem.code) == (str(path), code)
    assert problem.hint
    assert "\n" not in problem.message


BODY = f"<w:document {W}><w:body>{TEXT}</w:body></w:document>"
SCRIPT = b"/Type /Catalog /OpenAction << /S /JavaScript /JS (x) >>"
READ: dict[str, tuple[str, bytes]] = {
    "text called docx": ("a.docx", OK.encode("gb18030")),
    "docx called txt": ("a.txt", docx(TEXT)),
    "names out of the zip": ("a.docx", zipped({"../x": "x", "_rels/.rels": RELATIONS, "word/document.xml": BODY})),
    "PDF with a script": ("a.pdf", GOOD_PDF.replace(b"/Type /Catalog", SCRIPT)),
    "PDF without its table": ("a.pdf", GOOD_PDF[: GOOD_PDF.index(b"xref")] + b"trailer << /Root 1 0 R >>"),
    "page nested 20,000 deep": ("a.html", f"<html>{'<div>' * 20_000}{OK}".encode()),
    "page of tables in tables": ("a.html", f"<html>{'<table><tr><td>' * 3_000}{OK}".encode()),
    "page of spans in spans": ("a.html", f"<html><p>{'<span>' * 20_000}{OK}".encode()),
    "page of attributes": ("a.html", b"<html><p " + b"a=1 " * 300_000 + b">" + OK.encode()),
    "NUL": ("a.txt", OK.replace("办", "\0办\0").encode()),
    "bidi": ("a.txt", OK.replace("案", "\u202e案\u2066").encode()),
    "escapes": ("a.txt", OK.replace("案", "\x1b[31;1m案\x1b[2J").encode()),
}


@pytest.mark.parametrize(("name", "data"), READ.values(), ids=READ)
def test_odd_file__right_text(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    start = time.process_time()
    assert [item.text for item in read(path, SMALL).paragraphs] == [OK]
    assert time.process_time() - start < QUICK


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "[red]甲[/red]", "=1+1", "@SUM(A1)"])
def test_markup_of_other_programs__kept_as_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert [item.text for item in read(path).paragraphs] == [text]


RUNS = '([（【《"“‘*#|_`~>-=\\!<&一①1、.。；，\x1b\u200b\t \u3000'


WORDS = [
    "<!--",
    "![",
    "[a](",
    "__a",
    "`a`",
    "a\t",
    "| ",
    "\\*",
    "</p",
    "<p a='",
    "&#1",
    "1.\n",
    "- ",
    "（一",
    "——",
    "来源：",
]


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_runs__of_one_word__time_in_proportion(tmp_path: Path, word: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text(f"<p>{OK}</p>{word * 60_000}{OK}", encoding="utf-8")
    start = time.process_time()
    read(path)
    assert time.process_time() - start < QUICK


@pytest.mark.parametrize("sign", RUNS, ids=[f"U+{ord(sign):04X}" for sign in RUNS])
@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_runs__of_one_sign__time_in_proportion(tmp_path: Path, sign: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text(f"<p>{OK}</p>" + sign * 150_000 + f"\n{OK}\n" + f"{sign}甲" * 30_000, encoding="utf-8")
    start = time.process_time()
    read(path)
    assert time.process_time() - start < QUICK


def test_one_line__of_millions_of_signs__read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(OK * 200_000, encoding="utf-8")
    assert len(read(path).paragraphs[0].text) == 200_000 * len(OK)


def test_many_rows__read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(table([["甲", "1件"]] * 5_000)))
    assert len(read(path).paragraphs) == 5_000


def test_time__used_up__stops_with_a_plain_word(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(TEXT * 20_000))
    with pytest.raises(InputError, match="R005"):
        read(path, replace(LIMITS, seconds=0.05))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="这个系统没有命名管道")
def test_pipe__never_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    os.mkfifo(path)
    results: list[Document | InputError] = []

    def attempt() -> None:
        try:
            results.append(read(path))
        except InputError as error:
            results.append(error)

    thread = threading.Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(QUICK)
    assert [type(item) for item in results] == [InputError]


def test_sparse_file__of_ten_gigabytes__refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        try:
            file.truncate(10_000_000_000)
        except OSError:
            pytest.skip("这个系统建不了稀疏文件")
    with pytest.raises(InputError, match="R003"):
        read(path)


PLACES = {
    "missing": (lambda folder: folder / "nowhere.txt", "R001"),
    "a folder": (lambda folder: folder, "R002"),
    "a name with NUL": (lambda folder: folder / "a\0b.txt", "R001"),
    "a name far too long": (lambda folder: folder / ("长" * 300), "R001"),
}


@pytest.mark.parametrize(("place", "code"), PLACES.values(), ids=PLACES)
def test_place__that_is_no_file__named(tmp_path: Path, place: Callable[[Path], Path], code: str) -> None:
    with pytest.raises(InputError) as caught:
        read(place(tmp_path))
    assert [item.code for item in caught.value.problems] == [code]


@pytest.mark.skipif(os.name == "nt", reason="这个系统不许这样的文件名")
@pytest.mark.parametrize(
    ("name", "shown"),
    [("a\nb.txt", "a\\x0ab.txt"), ("a\x1b[31m.txt", "a\\x1b[31m.txt"), ("a\u202eb.txt", "a\\u202eb.txt")],
)
def test_name__with_control_characters__written_out(tmp_path: Path, name: str, shown: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"")
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.problems[0].file.endswith(shown)
    path.write_text(OK, encoding="utf-8")
    assert read(path).name == shown


@pytest.mark.skipif(os.name == "nt", reason="这个系统的文件名不是字节")
def test_name__that_is_no_utf8__written_out(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - a name of bytes
            file.write(OK.encode())
    except OSError:
        pytest.skip("这个系统只许 UTF-8 文件名")
    assert read(os.fsdecode(path)).name == "\\xff.txt"
