"""Names written to do harm."""

from __future__ import annotations

import pytest
from chart_samples import SVG, card_groups, parse
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.charts.chart import Card, Chart, DottedLine
from orgmodel.charts.svg import render
from orgmodel.drawing.escape import escape, safe_link
from orgmodel.drawing.text import clean, measure

HOSTILE = (
    """it's "quoted" & <b>bold</b>""",
    "<script>alert(1)</script>",
    "]]><svg onload=alert(1)>",
    "</title></svg><script>",
    "\u202egnp.exe\u2066",
    "line\nbreak\ttab\r\n",
    "\x00\x01\x1f\x7f\x9f",
    "lone \ud800 surrogate \udfff",
    "\ufffe\uffff",
    "x" * 10_000,
    "田" * 10_000,
    "a" + "\u0301" * 10_000,
    "\u200d" * 10_000,
    "&amp;lt; &#0; &x;",
    "<!-- --> <?xml ?> <!DOCTYPE x>",
    "{{7*7}} ${x} %s",
    "",
    "   ",
)


def everywhere(name: str) -> Chart:
    cards = (
        Card(name, name, -1, "filled", name, name, (name, name), 2, 0, (name,), "cut", name, name),
        Card(name, name, 0, "vacant", "", name, (), 1, 1, (), "derived", name),
        Card(name, name, 0, "stub"),
    )
    return Chart(name, cards, (DottedLine(1, 2, name),), name, (name, name), name, (name,))


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_adds_no_element_and_no_attribute(name):
    plain, hostile = parse(render(everywhere("Ada"))), parse(render(everywhere(name)))
    tags = {element.tag for element in plain.iter()}
    attributes = {key for element in plain.iter() for key in element.attrib}
    assert {element.tag for element in hostile.iter()} <= tags
    assert {key for element in hostile.iter() for key in element.attrib} <= attributes


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_stays_in_its_card(name):
    root = parse(render(everywhere(name)))
    wide = int(root.find(f"{SVG}defs/{SVG}rect").get("width"))
    for group in card_groups(root):
        for text in group.iter(f"{SVG}text"):
            bold = text.get("class") in {"t", "n"}
            assert measure(text.text or "", 12 if bold else 11, bold=bold) <= wide - 24


def test_a_name_cut_on_the_card_is_whole_in_the_title():
    root = parse(render(Chart("X", (Card("a", "x" * 10_000, holder="Li"),))))
    assert card_groups(root)[0].find(f"{SVG}title").text == "x" * 10_000 + ", Li"


def test_a_manager_with_a_name_of_10000_characters_does_not_swell_its_reports():
    cards = (Card("a", "x" * 10_000), *(Card(str(number), "Clerk", 0) for number in range(200)))
    assert len(render(Chart("X", cards))) < 150_000


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("""<a href="x">'&'</a>""", "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;"),
        ("]]>", "]]&gt;"),
        ("a\x00b\ud800c", "abc"),
        ("a\nb", "a b"),
        ("\u202eabc", "abc"),
    ],
)
def test_text_is_escaped(text, escaped):
    assert escape(text) == escaped


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "file:///secret",
        "//example.org",
        "ftp://example.org",
        "relative/page",
        "http://[",
        "",
    ],
)
def test_a_link_that_may_not_be_followed_is_dropped(href):
    assert safe_link(href) == ""


@pytest.mark.parametrize("href", ["https://example.org/a", "http://x", "mailto:ada@example.org", "#c3", "HTTPS://x"])
def test_a_link_that_may_be_followed_is_kept(href):
    assert safe_link(href) == href


def test_a_link_is_escaped():
    assert safe_link('https://x/?a="&b') == "https://x/?a=&quot;&amp;b"


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=60))
def test_any_name_can_be_drawn_and_read_back(name):
    root = parse(render(Chart(name, (Card("a", name, holder="Li"),))))
    said = card_groups(root)[0].find(f"{SVG}title").text
    assert said == clean(f"{name}, Li" if name else "Li")
