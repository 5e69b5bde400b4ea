"""Pages of government sites: the report alone, whatever the page wraps around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import Document
from checker.reading import read

FIRST = "2022年，甲县坚持依法行政，统筹推进各项任务，全年办理行政复议案件57件，审结55件。"
SECOND = "下一步，我们将继续推进示范创建，健全工作机制，补齐基层执法短板。"
NAVIGATION = (
    '<div class="nav"><ul>'
    + "".join(f'<li><a href="/{n}">栏目{n}，政务公开</a></li>' for n in range(12))
    + "</ul></div>"
)
RELATED = (
    '<div class="related"><h3>相关链接</h3><ul><li>'
    '<a href="/1">某乡三项制度已实现全覆盖</a><span>2023-01-01</span></li></ul></div>'
)
FOOTER = '<div class="footer">主办：甲县人民政府　网站标识码：0000　<a href="#">联系我们</a></div>'


def document(folder: Path, page: str | bytes, name: str = "页.html") -> Document:
    path = folder / name
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    return read(path)


def texts(folder: Path, page: str | bytes) -> list[str]:
    return [item.text for item in document(folder, page).paragraphs]


def site(article: str, head: str = "<title>甲县2022年报告_甲县人民政府</title>") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{NAVIGATION}{article}{RELATED}{FOOTER}</body></html>"


PARAGRAPHS = f"<p>{FIRST}</p><p>{SECOND}</p>"
LAYOUTS = {
    "paragraphs in a div": f'<div id="zoom">{PARAGRAPHS}</div>',
    "one div with breaks": f'<div id="zoom">　　{FIRST}<br><br>　　{SECOND}<br></div>',
    "a table for layout": f"<table><tr><td>{NAVIGATION}</td><td><table><tr><td>{PARAGRAPHS}</td></tr></table></table>",
    "a div for each paragraph": f"<div><div>{FIRST}</div><div>{SECOND}</div></div>",
    "spans inside words": f"<div><p>{FIRST[:20]}</span><span>{FIRST[20:]}</p><p><font>{SECOND}</font></p></div>",
    "paragraphs never closed": f"<div><p>{FIRST}<p>{SECOND}</div>",
    "sections": f"<article><section>{FIRST}</section><section>{SECOND}</section></article>",
    "a form around all": f"<form><div class='TRS_Editor'>{PARAGRAPHS}</div></form>",
    "a class of the sharing sort around all": f"<div class='share-content'>{PARAGRAPHS}</div>",
}


@pytest.mark.parametrize("article", LAYOUTS.values(), ids=LAYOUTS)
def test_article__text_alone_with_its_title(tmp_path: Path, article: str) -> None:
    found = document(tmp_path, site(article))
    assert found.title == "甲县2022年报告"
    assert [item.text for item in found.paragraphs] == ["甲县2022年报告", FIRST, SECOND]


HIDDEN = {
    "style": "<p style='display: none'>全部覆盖。</p>",
    "attribute": "<p hidden>全部覆盖。</p>",
    "class of a style sheet": "<style>.x{color:red;display:none}</style><p class='x'>全部覆盖。</p>",
    "script": "<script>document.write('<p>全部覆盖。</p>')</script>",
    "script never closed": "<script>全部覆盖。",
    "noscript": "<noscript>全部覆盖。</noscript>",
    "comment": "<!-- <p>全部覆盖。</p> -->",
    "template": "<template><p>全部覆盖。</p></template>",
    "input": "<input value='全部覆盖。'><textarea>全部覆盖。</textarea><select><option>全部覆盖。</select>",
    "navigation": "<nav><p>全部覆盖。</p></nav>",
    "link list": "<ul><li><a href='/1'>全部覆盖的通知</a></li></ul>",
    "attribute of a picture": "<img alt='全部覆盖。' src=x>",
}


@pytest.mark.parametrize("hidden", HIDDEN.values(), ids=HIDDEN)
def test_hidden__not_read(tmp_path: Path, hidden: str) -> None:
    assert "全部覆盖" not in "".join(texts(tmp_path, site(f"<div>{PARAGRAPHS}{hidden}</div>")))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5"])
def test_charset__wrong_declaration__bytes_decide(tmp_path: Path, encoding: str, declared: str) -> None:
    page = site(f"<div>{PARAGRAPHS}</div>", f"<meta charset={declared}><title>甲县2022年报告</title>")
    assert texts(tmp_path, page.encode(encoding)) == ["甲县2022年报告", FIRST, SECOND]


TITLES = {
    "record of the site": "<meta name='ArticleTitle' content='甲县报告'><title>首页</title>",
    "tab with the name of the site": "<title>甲县报告_甲县人民政府门户网站</title>",
    "tab with a dash": "<title>甲县报告-甲县人民政府网</title>",
}


@pytest.mark.parametrize("head", TITLES.values(), ids=TITLES)
def test_title__of_the_page(tmp_path: Path, head: str) -> None:
    assert document(tmp_path, site(f"<div>{PARAGRAPHS}</div>", head)).title == "甲县报告"


def test_title__standing_in_the_text__not_twice(tmp_path: Path) -> None:
    page = site(f"<div><h1>甲县2022年报告</h1>{PARAGRAPHS}</div>")
    assert texts(tmp_path, page) == ["甲县2022年报告", FIRST, SECOND]


@pytest.mark.parametrize(
    "mark",
    [
        "<meta name='PubDate' content='2023-03-05 10:00'>",
        "<div>发布时间：2023-03-05 10:00</div>",
        "<span>发布日期：2023年3月5日</span>",
    ],
)
def test_date__of_publication__noted(tmp_path: Path, mark: str) -> None:
    found = document(tmp_path, site(f"{mark}<div>{PARAGRAPHS}</div>"))
    assert found.notes == ("网页发布日期：2023-03-05",)


def test_headings__by_tag_bold_and_number(tmp_path: Path) -> None:
    article = (
        f"<h2>一、成效</h2><p><strong>主要做法</strong></p><p>{FIRST}</p><p><b>（一）</b>健全制度</p><p>{SECOND}</p>"
    )
    found = document(tmp_path, site(f"<div>{article}</div>")).paragraphs
    assert [item.heading for item in found] == [1, 2, 5, 0, 3, 0]


def test_tables__rows_of_data__kept(tmp_path: Path) -> None:
    grid = "<table><tr><th>指标<th>数量</tr><tr><td>办件<td>12 345件</table>"
    found = document(tmp_path, site(f"<div>{PARAGRAPHS}{grid}</div>")).paragraphs
    assert [item.text for item in found if item.kind == "table"] == ["指标 | 数量", "办件 | 12345件"]


def test_entities__resolved_or_left(tmp_path: Path) -> None:
    page = f"<div><p>{FIRST}</p><p>A&amp;B&nbsp;&#31532;1条&ldquo;好&rdquo;&unknown;&#99999999999;，完。</p></div>"
    assert texts(tmp_path, page)[1] == "A&B第1条“好”&unknown;&#99999999999;，完。"


def test_white_space__of_the_source__no_word_and_number_breaks(tmp_path: Path) -> None:
    assert (
        texts(tmp_path, f"<div><p>{FIRST}</p><p>办理\n  案件\n12\n件，审结10件。</p></div>")[1]
        == "办理案件12件，审结10件。"
    )


def test_lines__of_the_source(tmp_path: Path) -> None:
    found = document(tmp_path, f"<html>\n<body>\n<p>{FIRST}</p>\n\n<p>\n{SECOND}</p></body></html>")
    assert [item.lines[0][1] for item in found.paragraphs] == [3, 6]


def test_fragment__without_html_tag__read_by_suffix(tmp_path: Path) -> None:
    assert texts(tmp_path, f"<p>{FIRST}</p>") == [FIRST]
