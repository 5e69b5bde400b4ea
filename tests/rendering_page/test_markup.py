"""Markup: whatever text goes in comes out as that text, never as an element, an attribute or a control character."""

from __future__ import annotations

from xml.etree import ElementTree

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from checker.rendering.markup import Markup, escape, join, tag
from checker.rendering.text import printable

ANY = st.text(max_size=60) | st.text(alphabet=st.sampled_from("<>&\"'`=/ \x00\x1b\r\n]-!甲a"), max_size=60)


@given(ANY, ANY)
def test_any_text__comes_back_as_text_and_as_attribute(text: str, value: str) -> None:
    element = ElementTree.fromstring(tag("p", text, data_value=value))
    assert (element.text or "") == printable(text)
    assert element.get("data-value") == printable(value).replace("\n", " ").replace("\t", " ")
    assert len(element) == 0


@given(ANY)
def test_any_text__html_parser_sees_one_element(text: str) -> None:
    found = BeautifulSoup(tag("p", text, title=text), "html.parser")
    assert [one.name for one in found.find_all(True)] == ["p"]
    assert set(found.p.attrs) == {"title"}


def test_markup__is_not_escaped_twice_and_none_is_nothing() -> None:
    assert tag("p", tag("b", "<"), None, 3) == "<p><b>&lt;</b>3</p>"
    assert join(["<", Markup("<br/>"), None], "&") == "&lt;&amp;<br/>"


def test_attributes__true_is_bare_false_and_none_are_left_out() -> None:
    assert tag("div", hidden=True, open=False, id=None, class_="a", aria_label="b") == (
        '<div hidden class="a" aria-label="b"></div>'
    )


def test_escape__controls_and_turned_direction_become_visible() -> None:
    assert escape("a\x00\x1b\u202eb\r\nc") == "a␀␛\ufffdb\nc"
