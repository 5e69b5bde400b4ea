"""Lines around a report that are not of it.

Buttons, paths and share links of a web page; a list of contents; the imprint at the foot (版记: 抄送, 印发;
GB/T 9704-2012, 7.4).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model import Paragraph

_BUTTON = re.compile(
    r"下载|打印|全屏|收藏|加大|还原|减小|[大中小]|(?:网站)?首页|关闭|分享|返回(?:顶部)?|[上下]一篇|(?:我要)?纠错|无障碍(?:浏览)?"
    r"|长者模式|[繁简]体|打印本页|关闭窗口|打印文本|分享到微信|微[信博]|QQ空间|语音播报|朗读|[\W_]{1,2}"
)
_CONTROL = re.compile(
    r"[【\[［]?您?的?当?前?所?在?的?位置[：:].{0,80}|[—–-]{1,2}\d{1,4}[—–-]{1,2}|[【\[［]?(?:字号|字体|视力保护色|分享到?|相关(?:报道|文档|链接|新闻|附件|阅读|稿件|信息|解读))"
    r"[：:]?[\s大中小>|\[\]【】加减还原]{0,20}[】\]］]?"
    r"|扫一扫.{0,12}(?:打开|分享|关注).{0,10}|[》>]{1,2}点击.{0,20}|责任编辑[：:].{0,40}|(?:编辑|审核|签发)[：:].{0,12}"
    r"|(?:浏览|阅读|点击|访问)(?:次数|量)?[：:]\s?\d{0,9}次?|分享到[：:].{0,40}|主办(?:单位)?[：:].{0,200}|版权所有.{0,100}"
)
_META = re.compile(
    r"(?:(?:信息|文章|稿件)?来源|(?:发布|发文|成文|公开|更新|生成)?(?:时间|日期)|发布机构|索引号|主题分类|发文字号|发文机关"
    r"|信息分类|文号|体裁分类|有效性|作者|点击数)[：:].{0,120}"
    r"|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
)
_IMPRINT = re.compile(
    r"(?:抄[送报]|分送|主送|共印)[\s：:|].{0,200}|.{0,40}\d{4}年\d{1,2}月\d{1,2}日印发|[（(]?此件.{0,12}公开[）)]?"
)
_RELATED = re.compile(r"[【\[]?(?:相关|友情|推荐)(?:报道|文档|链接|新闻|附件|阅读|稿件|信息|解读)")
_CONTENTS = re.compile(r".{0,80}?(?:\.{4,}|…{2,}|·{4,})[-—]?\d{1,4}[-—]?")
_BODY = 60
"""Characters of the first and last paragraph that are the report itself."""
_REACH = 40
"""Lines at the head and the tail that may be such lines."""
_CRUMB = 20
"""Characters of the longest step of a path (首页 > 政务公开)."""


def without_portal(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Drop the lines of the page around the report; what stands between its first and last paragraph stays."""
    listed = [item for item in paragraphs if not (len(item.text) <= 120 and _CONTENTS.fullmatch(item.text))]
    first = next((i for i, item in enumerate(listed) if _body(item)), 0)
    last = next((i for i in range(len(listed) - 1, -1, -1) if _body(listed[i])), len(listed) - 1)
    start, end = max(0, first - _REACH), last + 1 + _REACH
    return [
        *listed[:start],
        *_head(listed[start:first]),
        *listed[first : last + 1],
        *_tail(listed[last + 1 : end]),
        *listed[end:],
    ]


def _head(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """What is left of the lines above the first paragraph: title, addressee, who reported where."""
    kept: list[Paragraph] = []
    seen: set[str] = set()
    before = ""
    for item in lines:
        text = item.text
        step = before in {">", ">>", "›", "»"} and len(text) <= _CRUMB
        value = before.endswith(("：", ":")) and _META.fullmatch(before) and len(text) <= 2 * _CRUMB
        if step or value or text in seen or _control(text) or _META.fullmatch(text):
            if step:
                seen.add(text)
        else:
            kept.append(item)
            seen.add(text)
        before = text
    return kept


def _tail(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """What is left of the lines below the last paragraph: who signed, when. Titles under 相关链接 are other reports."""
    kept: list[Paragraph] = []
    linked = False
    for item in lines:
        linked = linked or bool(_RELATED.match(item.text))
        sentence = item.text.endswith(("。", "；"))
        if not (_control(item.text) or _IMPRINT.fullmatch(item.text) or (linked and not sentence)):
            kept.append(item)
    return kept


def _body(paragraph: Paragraph) -> bool:
    return paragraph.kind == "text" and len(paragraph.text) >= _BODY and not _control(paragraph.text)


def is_portal(text: str) -> bool:
    """A line that a web page adds: when and where it was published, buttons."""
    text = text.strip()
    return len(text) <= 160 and bool(_META.fullmatch(text) or _control(text))


def _control(text: str) -> bool:
    return len(text) <= 240 and bool(_BUTTON.fullmatch(text) or _CONTROL.fullmatch(text))
