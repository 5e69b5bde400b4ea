"""OFD: text in reading order, pages kept, spaced and invisible signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import InputError
from checker.model import Document
from checker.reading import read
from tests.reading.reading_samples import OFD, Placed, ofd, zipped

PAGES: list[list[Placed]] = [
    [
        (50, 20, 7, "甲县法治政府建设情况报告"),
        (20 + 8.4, 40, 4.2, "全县坚持依法行政，统筹推进各项任务，全年办理行政复议案件"),
        (20, 48, 4.2, "五十七件，审结五十五件，一项也没有落下，群众满意度持续提高"),
        (100, 280, 3, "— 1 —"),
    ],
    [(20, 20, 4.2, "并保持在较高水平。"), (20 + 8.4, 30, 4.2, "一、主要成效"), (100, 280, 3, "— 2 —")],
]


def document(folder: Path, data: bytes) -> Document:
    path = folder / "报告.ofd"
    path.write_bytes(data)
    return read(path)


def test_paragraphs__across_pages__joined_with_pages_kept(tmp_path: Path) -> None:
    found = document(tmp_path, ofd(PAGES)).paragraphs
    assert [(item.page, item.heading) for item in found] == [(1, 1), (1, 0), (2, 2)]
    assert found[1].text.startswith("全县坚持")
    assert found[1].text.endswith("持续提高并保持在较高水平。")
    assert len(found[1].lines) == 3


def test_order__pieces_by_place__not_by_order_in_the_file(tmp_path: Path) -> None:
    page: list[Placed] = [(20, 60, 4, "审结案件。"), (36, 40, 4, "57件。"), (20, 40, 4, "办理案件")]
    assert [item.text for item in document(tmp_path, ofd([page])).paragraphs] == ["办理案件57件。", "审结案件。"]


def test_hidden__invisible_objects_and_slanting_marks__out(tmp_path: Path) -> None:
    extra = (
        '<ofd:TextObject Visible="false" Boundary="20 80 100 4" Size="4">'
        '<ofd:TextCode X="0" Y="4">全覆盖</ofd:TextCode></ofd:TextObject>'
        '<ofd:TextObject CTM="0.7 0.7 -0.7 0.7 0 0" Boundary="20 90 100 4" Size="9">'
        '<ofd:TextCode X="0" Y="4">样本</ofd:TextCode></ofd:TextObject>'
    )
    assert [item.text for item in document(tmp_path, ofd([[(20, 40, 4, "办理案件。")]], extra)).paragraphs] == [
        "办理案件。"
    ]


def test_scan__pictures_alone__named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="扫描件"):
        document(tmp_path, ofd([[]], '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="1"/>'))


def test_missing_part__named(tmp_path: Path) -> None:
    body = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
    broken = zipped({"OFD.xml": f"<ofd:OFD {OFD}>{body}</ofd:OFD>"})
    with pytest.raises(InputError, match="缺少"):
        document(tmp_path, broken)
