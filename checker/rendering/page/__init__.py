"""The page: one HTML file with everything in it, a readable document without a script and an instrument with it.

No network, no library, no inline handler: the style and the script lie within, and the content policy of
the page lets nothing else run. Every text goes through `markup.escape`.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files

from checker.judge.assessment import Assessment
from checker.rendering.markup import Markup, join, tag
from checker.rendering.page.figures import figures
from checker.rendering.page.filters import filters
from checker.rendering.page.gaps import gaps, shortfalls
from checker.rendering.page.ledger import ledger
from checker.rendering.page.matrices import heat_map, obligations
from checker.rendering.page.network import network
from checker.rendering.page.overview import masthead, overview, title_of, years
from checker.rendering.page.palette import palette
from checker.rendering.page.statements import statements
from checker.rendering.page.view import Section, View

_SECTIONS = (overview, obligations, years, heat_map, network, gaps, shortfalls, figures, ledger, statements)


def render(assessment: Assessment, earlier: Sequence[Assessment] = ()) -> str:
    """The page of an assessment; `earlier` are assessments of the same government for earlier years."""
    view = View(assessment, tuple(sorted(earlier, key=lambda one: one.scope.year)))
    sections = [found for make in _SECTIONS if (found := make(view)) is not None]
    style, script = palette() + _asset("style.css"), _asset("script.js")
    body = tag(
        "body",
        tag("a", "跳到正文", href="#main", class_="skip"),
        masthead(view),
        _navigation(sections),
        filters(view),
        tag("main", *(one.markup for one in sections), id="main", tabindex=-1),
        _footer(assessment),
        tag("script", Markup(script)),
    )
    return f"<!DOCTYPE html>\n{tag('html', _head(assessment, style, script), body, lang='zh-CN')}\n"


def _head(assessment: Assessment, style: str, script: str) -> Markup:
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", title_of(assessment)),
        tag("link", rel="icon", href="data:,"),
        tag("style", Markup(style)),
    )


def _navigation(sections: Sequence[Section]) -> Markup:
    links = [tag("li", tag("a", one.title, href=f"#{one.ident}")) for one in sections]
    return tag("nav", tag("ol", join(links)), aria_label="目录")


def _footer(assessment: Assessment) -> Markup:
    plan = assessment.plan
    return tag(
        "footer",
        tag("p", "本页由 checker 据报告文字生成，只说明报告写了什么、没有写什么，不认定事实，不作法律判断。"),
        tag("p", f"任务清单来源：{plan.source}") if plan.source else None,
        tag("p", f"任务清单校验值（SHA-256）：{plan.sha256}", class_="digest"),
    )


def _asset(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """The source expression that lets exactly this style or script in."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
