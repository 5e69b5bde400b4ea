"""Lines of a web page that were copied along with the text: buttons, paths, share links. Head and tail only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model import Paragraph

_BUTTONS = frozenset(
    [
        "下载",
        "打印",
        "全屏",
        "收藏",
        "加大",
        "还原",
        "减小",
        "大",
        "中",
        "小",
        "首页",
        "网站首页",
        "关闭",
        "分享",
        "返回",
        "返回顶部",
        "上一篇",
        "下一篇",
        "纠错",
        "我要纠错",
        "无障碍",
        "无障碍浏览",
        "长者模式",
        "繁体",
        "简体",
        "打印本页",
        "关闭窗口",
        "打印文本",
        "分享到微信",
        "微信",
        "微博",
        "QQ空间",
        "语音播报",
        "朗读",
        ">",
        ">>",
        "|",
        "×",
        "】",
        "【",
        "]",
        "[",
        "）",
        "（",
        ")",
        "(",
        "·",
        "》",
        "《",
    ]
)
_CONTROL = re.compile(
    r"(?:【|\[|［)?(?:字号|字体|视力保护色|分享|分享到|您的位置|您当前的位置|当前位置|您所在的位置|相关(?:报道|文档|链接|新闻|附件|阅读|稿件|信息|解读))"
    r"\s?[：:]?(?:[\s大中小>|\[\]【】加减还原]{0,20})(?:】|\]|］)?"
    r"|扫一扫.{0,12}(?:打开|分享|关注).{0,10}|[》>]{1,2}点击.{0,20}|责任编辑[：:].{0,40}|(?:编辑|审核|签发)[：:].{0,12}"
    r"|(?:浏览|阅读|点击|访问)(?:次数|量)?[：:]\s?\d{0,9}次?"
)
_META = re.compile(
    r"(?:(?:信息|文章|稿件)?来\s?源|(?:发布|发文|成文|公开|更新|生成)?(?:时间|日期)|发布机构|索\s?引\s?号|主题分类|发文字号|发文机关|信息分类|文\s?号|体裁分类|有效性|作者|点击数)"
    r"\s?[：:].{0,60}|\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?\s{0,3}(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
)
_BODY = 60
"""Characters of the first and last paragraph that are the report itself."""
_REACH = 40
"""Lines at the head and the tail that may be such lines."""


def without_portal(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Drop the lines of the page around the report; what stands between its first and last paragraph stays."""
    first = next((i for i, item in enumerate(paragraphs) if _body(item)), 0)
    last = next((i for i in range(len(paragraphs) - 1, -1, -1) if _body(paragraphs[i])), len(paragraphs) - 1)
    return [
        item
        for index, item in enumerate(paragraphs)
        if not (
            (index < first and first - index <= _REACH and (_control(item.text) or _META.fullmatch(item.text)))
            or (index > last and index - last <= _REACH and _control(item.text))
        )
    ]


def _body(paragraph: Paragraph) -> bool:
    return paragraph.kind == "text" and len(paragraph.text) >= _BODY


def _control(text: str) -> bool:
    return text in _BUTTONS or (len(text) <= 60 and _CONTROL.fullmatch(text) is not None)
