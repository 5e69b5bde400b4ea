"""What a paragraph of a report is: a heading, text that may begin with one, or no text at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model import Paragraph
from checker.patterns import Pattern
from checker.statements.enumerators import PART_RANK, SECTION, Enumerator, enumerator
from checker.statements.splitting.outline import PLAIN, Cues, Heading

LONGEST_HEADING = 60
"""A line that is longer is a sentence, even where its full stop has been lost."""
_PLAIN_HEADING = 34
_SENTENCE_END = Pattern(r"[。！？!?；;]")
_HAN = Pattern(r"[一-鿿]")
_FACT = Pattern(r"\d|《|(?:[^会]了)|已经?[^形]")
"""Words that a heading does not have: a number, a document, a finished act."""
_TELLS = Pattern(
    r"(?:[一-鿿]|[）)])\s?(?:\|\s)?\d[\d,.]*\s?[余多]?\s?[万亿]?(?:件|名|人|次|场|家|个|项|条|起|份|户|元|篇|处|期|％|%)"
)
"""A line that states a figure is a statement, full stop or not: the row of a flattened table."""
_FURNITURE = Pattern(
    r"^(?:附件|附表|附：|附录|来源|时间|日期|发布|作者|编辑|责任编辑|责编|审核|校对|记者|联系|电话|邮箱|地址|网址|索引号|主题|文号|发文|成文|"
    r"浏览|点击|阅读|字号|字体|打印|分享|收藏|下载|关闭|首页|上一篇|下一篇|相关|相关报道|扫一扫|您的位置|当前位置|信息公开|抄送|主送|印发|"
    r"附注|注：|注释|说明：|——|\(此件|（此件|政府信息|网站地图|版权|主办|承办|备案|微信|目录)"
    r"|[:：]$|^[\d\s年月日\-—/.:：]+$|https?://|www\."
)
_TITLE_ENDS = Pattern(r"(?:报告|总结|通报|公报|年报|汇报|综述|白皮书)$|会议|[）)]$")
_SIGNATURE = Pattern(
    r"(?:人民政府|委员会|办公室|办事处|管委会|管理委员会|局|厅|委|党组|党委|工委|街道|镇|乡|院|队|中心)$"
)
GLOSSARY = Pattern(r"^(?:附件\s?\d{0,2}[：:]?\s?)?(?:名词解释|名词注释|有关名词|用语说明|注释|相关名词解释)$")
"""From this heading on a text explains words and reports nothing."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph by what it is: a heading or none, then text from offset `start` (its length: none).

    `stray` says that the paragraph is neither: an address, a date, a signature, a button of a web page.
    """

    paragraph: Paragraph
    heading: Heading | None
    start: int

    @property
    def stray(self) -> bool:
        """Neither heading nor text."""
        return self.heading is None and self.start >= len(self.paragraph.text)


def blocks(paragraphs: tuple[Paragraph, ...], cues: Cues) -> list[Block]:
    """Every paragraph of a document by what it is, in order."""
    found: list[Block] = []
    item: Enumerator | None = None
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
        block = _block(paragraph, following, item, cues)
        item = enumerator(paragraph.text, block.start) if block.heading is None else None
        found.append(block)
    return found


def _block(paragraph: Paragraph, following: str, item: Enumerator | None, cues: Cues) -> Block:
    """What a paragraph is; `item` is the number of the one before, where that is an item of a list."""
    text = paragraph.text
    begin = len(text) - len(text.lstrip(" \t　*#>·•"))
    mark = enumerator(text, begin)
    end = _SENTENCE_END.search(text, begin)
    if paragraph.kind != "text":
        return Block(paragraph, None, begin if end or _TELLS.search(text, begin) else len(text))
    if mark and mark.rank <= SECTION:
        return _numbered(paragraph, begin, mark, following, item)
    if end or len(text) > LONGEST_HEADING or (_TELLS.search(text, begin) and not _FURNITURE.search(text[begin:])):
        return Block(paragraph, None, begin)
    title = _title(text[mark.end if mark else begin :])
    if mark and mark.rank < PLAIN - 1:
        return Block(paragraph, Heading(mark.rank, mark.number, title, None), len(text))
    address = text.rstrip().endswith(("：", ":"))
    return Block(paragraph, None if address else _plain(title, paragraph, following, cues), len(text))


def _numbered(paragraph: Paragraph, begin: int, mark: Enumerator, following: str, item: Enumerator | None) -> Block:
    """A paragraph with 一、 or （一） in front: its first sentence is the heading, unless it tells a fact.

    A sentence that is followed at once by the next number, in the next paragraph or in its own (`run_on`), heads
    nothing: it is an item of a list, and so is the one that comes next in the list.
    """
    text = paragraph.text
    stop = _SENTENCE_END.search(text, mark.end)
    end = stop.end() if stop else len(text)
    title = _title(text[mark.end : end])
    alone = not text[end:].strip(" \t　*")
    too_long = len(title) > LONGEST_HEADING
    next_mark = enumerator(following.lstrip(" \t　*#"))
    childless = next_mark is not None and next_mark.rank <= mark.rank
    goes_on = item is not None and (item.rank, item.number + 1) == (mark.rank, mark.number)
    inside = enumerator(text, end) if not alone else None
    run_on = inside is not None and (inside.rank, inside.number) == (mark.rank, mark.number + 1)
    told_alone = childless or goes_on or (next_mark is None and bool(_FACT.search(title)))
    listed = run_on or (bool(stop) and alone and told_alone)
    closes_item = stop is not None and stop.group() in "；;"
    tells = stop is not None and len(title) > LONGEST_HEADING // 2 and bool(_FACT.search(title))
    if too_long or listed or closes_item or tells:
        return Block(paragraph, None, begin)
    return Block(paragraph, Heading(mark.rank, mark.number, title, None), end)


def _plain(title: str, paragraph: Paragraph, following: str, cues: Cues) -> Heading | None:
    """A short line without enumerator and full stop: a heading where it names a part or heads text."""
    if not _HAN.search(title) or _FURNITURE.search(title):
        return None
    part = cues.named(title) if len(title) <= _PLAIN_HEADING else None
    if part and not _TITLE_ENDS.search(title):
        return Heading(PART_RANK, 0, title, None)
    heads = paragraph.heading > 1 or bool(_SENTENCE_END.search(following))
    if (
        not heads
        or len(title) > _PLAIN_HEADING
        or len(title) < 4
        or _SIGNATURE.search(title)
        or _TITLE_ENDS.search(title)
    ):
        return None
    return Heading(PLAIN, 0, title, None)


def _title(text: str) -> str:
    """The words of a heading, without marks and closing stop."""
    return re.sub(r"[\s*#]", "", text).rstrip("。；;：:")
