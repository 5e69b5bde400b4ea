"""Fuzz run of the readers, not part of the suite: PYTHONPATH=. python tests/reading/fuzz_readers.py SECONDS [SEED].

Whole documents are damaged at random (parts of a zip before packing, streams of a PDF before
compression) and read; what neither reads nor says why, or takes too long, is kept in a file.
"""

from __future__ import annotations

import random
import sys
import time
import traceback
from dataclasses import replace
from pathlib import Path

from checker.reading import LIMITS
from checker.reading.composing import compose
from checker.reading.formats import reader_for
from checker.reading.limits import UnreadableError, Watch
from tests.reading.reading_samples import RELATIONS, docx, ofd, paragraph, pdf, pdf_of_streams, table, zipped
from tests.reading.test_reading_properties import PAGE, SEEDS, TEXT

BOUNDED = replace(LIMITS, unpacked_bytes=5_000_000, stream_bytes=2_000_000, seconds=5)
SLOW = 6.0
WORDS = [
    *[
        b"<",
        b">",
        b"</",
        b"/>",
        b"&",
        b"&#",
        b"<!--",
        b"-->",
        b"<!DOCTYPE",
        b"]]>",
        b"'",
        b'"',
        b"\0",
        b"\xff\xfe",
        b"\x1b[",
    ],
    *[b"<w:p>", b"</w:p>", b"<w:tbl>", b"<w:tr>", b"<w:tc>", b"<td>", b"<tr>", b"<table>", b"<script>", b"<style>"],
    *[
        b"obj",
        b"endobj",
        b"stream",
        b"endstream",
        b"<<",
        b">>",
        b"[",
        b"]",
        b"(",
        b")",
        b"0 R",
        b"BT",
        b"ET",
        b"Tj",
        b"TJ",
    ],
    *[b"/F1", b"q ", b"Q ", b"cm", b"1e99", b"-1", b"99999999999", b"0.0000001", b"|", b"\n\n", b"  ", b"\xe2\x80\xae"],
    *[text.encode() for text in ("一、", "（一）", "。", "　　")],
]


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """The bytes with some pieces cut, doubled, replaced or moved."""
    data = bytearray(whole)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) + 1)
        length = chance.choice([0, 1, 2, 5, 20, 200])
        piece = chance.choice(
            [
                b"",
                chance.choice(WORDS),
                chance.choice(WORDS) * chance.randint(1, 300),
                chance.randbytes(chance.randint(1, 8)),
                bytes(data[at : at + chance.randint(1, 100)]) * 2,
            ]
        )
        data[at : at + length] = piece
    return bytes(data)


def word(chance: random.Random) -> bytes:
    """A Word document of which one part was damaged before packing."""
    body = (
        paragraph("一、成效") + table([["甲", "1件"]]) + paragraph("办理案件57件。", "<w:pStyle w:val='a'/>")
    ).encode()
    part = chance.randrange(3)
    if part == 0:
        return docx(damaged(body, chance).decode("utf-8", "replace"))
    if part == 1:
        style = damaged(b'<w:style w:styleId="a"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>', chance)
        lists = damaged(b'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"/></w:abstractNum><w:num/>', chance)
        styles, numbering = style.decode("utf-8", "replace"), lists.decode("utf-8", "replace")
        return docx(body.decode(), styles=styles, numbering=numbering)
    return zipped({"_rels/.rels": damaged(RELATIONS.encode(), chance), "word/document.xml": damaged(body, chance)})


def portable(chance: random.Random) -> bytes:
    """A PDF of which the content or the settings of a page were damaged."""
    if chance.random() < 0.5:
        stream = " ".join(f"BT /F1 12 Tf 60 {700 - 20 * n} Td <6cd56cbb> Tj ET" for n in range(9)).encode()
        return pdf_of_streams([damaged(stream, chance)])
    settings = damaged(b"/Rotate 90 /MediaBox [0 0 9 9]", chance)
    return pdf([[(60, 700, 12, "办理。")]], extra=settings.decode("latin-1"))


def official(chance: random.Random) -> bytes:
    """An OFD of which a page was damaged before packing."""
    place = '<ofd:TextObject Boundary="20 20 170 4" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g 3 4">'
    page = damaged(f"{place}办理案件</ofd:TextCode></ofd:TextObject>".encode(), chance)
    return ofd([[(20, 40, 4, "办理。")]], page.decode("utf-8", "replace"))


def cases(chance: random.Random) -> tuple[str, bytes]:
    """A suffix and damaged bytes: of the file, or of what is packed in it."""
    kind = chance.choice([".docx", ".pdf", ".ofd", ".html", ".md", "whole"])
    if kind == ".docx":
        return kind, word(chance)
    if kind == ".pdf":
        return kind, portable(chance)
    if kind == ".ofd":
        return kind, official(chance)
    if kind == ".html":
        return kind, damaged(PAGE.encode(), chance)
    if kind == ".md":
        return kind, damaged(TEXT.encode(chance.choice(["utf-8", "gb18030", "utf-16"])), chance)
    suffix = chance.choice(sorted(SEEDS))
    return suffix, damaged(SEEDS[suffix], chance)


def main() -> int:
    seconds = float(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    chance = random.Random(seed)
    end = time.monotonic() + seconds
    count = failures = 0
    slowest = 0.0
    while time.monotonic() < end:
        suffix, data = cases(chance)
        start = time.process_time()
        trouble = ""
        try:
            compose(reader_for(data, suffix)(data, BOUNDED, Watch(BOUNDED.seconds)), Watch(BOUNDED.seconds))
        except UnreadableError:
            pass
        except Exception:
            trouble = traceback.format_exc()
        took = time.process_time() - start
        slowest = max(slowest, took)
        if trouble or took > SLOW:
            failures += 1
            path = Path(f"fuzz-{seed}-{count}{suffix}")
            path.write_bytes(data)
            print(path, f"{took:.1f} s", trouble, sep="\n", flush=True)
        count += 1
    print(f"{count} files, {failures} failures, slowest {slowest:.2f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
