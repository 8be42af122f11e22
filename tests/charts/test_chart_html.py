"""The page of a chart as text: what it holds, what it forbids, what it leaves alone."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

import html5lib
import pytest
from chart_samples import random_parents, sample_chart
from test_chart_hostile import HOSTILE, everywhere

from orgmodel.charts.chart import Card, CardDuty, Chart, Facet, MarkedFinding, Portrait
from orgmodel.charts.formats import render as render_in
from orgmodel.charts.html import as_json, render
from orgmodel.charts.svg import render as render_svg
from orgmodel.drawing.look import LOOKS, Look
from orgmodel.drawing.raster import Raster

DATA = re.compile(r'<script id="data" type="application/json">(.*?)</script>', re.DOTALL)

MODEL = """\
orgmodel: 1
name: Shop
roles:
  head: {title: Head, level: 6}
  pm: {title: Product Manager, level: 4, reports_to: head}
units:
  shop: {title: Shop}
positions:
  boss: {role: head, unit: shop, holder: Ada Park}
  pm-1: {role: pm, unit: shop, holder: Li Wei, reports_to: boss, fields: {Site: Lisbon}}
activities:
  vision: {title: Set the vision, assign: {A: head, R: pm}}
"""


def data_of(page: str) -> dict[str, Any]:
    found = DATA.search(page)
    assert found
    return json.loads(found.group(1))


def policy_of(page: str) -> str:
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert found
    return found.group(1)


def duties_of(card: Card) -> list[tuple[str, str, str]]:
    return [(duty.heading, duty.letter, duty.title) for duty in card.duties]


def test_duties_of_each_card_come_from_the_matrix(build):
    boss, manager = build(MODEL, details=True).chart.cards
    assert duties_of(boss) == [("Answers for", "A", "Set the vision")]
    assert duties_of(manager) == [("Does", "R", "Set the vision")]


def test_without_details_a_chart_has_no_duties_and_no_facets(build):
    chart = build(MODEL).chart
    assert [card.duties for card in chart.cards] == [(), ()]
    assert chart.facets == ()


def test_cards_can_be_coloured_by_what_the_model_says_of_them(build):
    chart = build(MODEL, details=True).chart
    named = {
        facet.heading: [facet.names[card.values[place]] if card.values[place] >= 0 else "" for card in chart.cards]
        for place, facet in enumerate(chart.facets)
    }
    assert named == {
        "Unit": ["Shop", "Shop"],
        "Role": ["Head", "Product Manager"],
        "Level": ["Level 6", "Level 4"],
        "Status": ["filled", "filled"],
        "Site": ["", "Lisbon"],
    }


def test_details_follow_their_cards_when_these_are_sorted(build):
    text = MODEL.replace("activities:", "  a-1: {role: pm, unit: shop, title: Aide, reports_to: boss}\nactivities:")
    cards = build(text, details=True, sort="title").chart.cards
    assert [(card.id, len(card.duties)) for card in cards] == [("boss", 1), ("a-1", 1), ("pm-1", 1)]


def test_a_stub_has_no_details(build):
    cards = build(MODEL, details=True, depth=1).chart.cards
    assert [(card.kind, card.values == ()) for card in cards] == [("filled", False), ("stub", True)]


def test_details_change_nothing_of_the_svg(build):
    assert render_svg(build(MODEL, details=True).chart) == render_svg(build(MODEL).chart)


def test_equal_charts_give_equal_pages():
    chart = sample_chart(random_parents(60, 4), dotted=5)
    assert render(chart) == render(chart)


def test_the_policy_allows_the_script_and_the_style_of_the_page_and_nothing_else():
    page = render(sample_chart([-1, 0]))
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert style
    assert len(scripts) == 1
    digests = [
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style.group(1), scripts[0])
    ]
    assert policy_of(page) == (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_images_are_allowed_only_where_there_are_some_and_only_from_within_the_page():
    face = Card("a", "A", portrait=Portrait("A", "a.png", b"abc", "image/png"))
    assert "img-src" not in policy_of(render(Chart("X", (Card("a", "A"),))))
    assert "; img-src data:; " in policy_of(render(Chart("X", (face,))))


def test_a_photo_stands_in_the_page_once():
    face = Portrait("AP", "a.png", b"abc", "image/png")
    cards = (Card("a", "A", portrait=face), Card("b", "B", 0, portrait=face), Card("c", "C", 0, portrait=Portrait()))
    data = data_of(render(Chart("X", cards)))
    assert data["photos"] == ["data:image/png;base64,YWJj"]
    assert [data["texts"][card[15][0]] for card in data["cards"]] == ["AP", "AP", ""]
    assert [card[15][1] for card in data["cards"]] == [1, 1, 0]


def test_the_colours_of_the_theme_are_those_of_the_page():
    page = render(Chart("X", look=LOOKS["contrast"]))
    assert f"--band0:{LOOKS['contrast'].light.bands[0]};" in page
    assert "@media screen and (prefers-color-scheme:dark)" in page
    assert "color-scheme:light dark;" in page


def test_a_theme_without_dark_colours_is_light_on_every_system():
    page = render(Chart("X", look=LOOKS["print"]))
    assert "color-scheme:light;" in page
    assert "prefers-color-scheme" not in page


def test_the_logo_stands_beside_the_title_in_its_proportion():
    look = Look(logo=Raster(b"abc", "image/png", 800, 100))
    page = render(Chart("X", look=look))
    assert '<img class="logo" src="data:image/png;base64,YWJj" width="160" height="20" alt="">' in page


def test_findings_say_where_they_are():
    finding = MarkedFinding(1, "error", "ORG401", "several-owners", "two <own> it", (0, 1), (1,))
    chart = Chart("X", (Card("a", "A"), Card("b", "B", 0)), findings=(finding,))
    assert data_of(render(chart))["findings"] == [
        [1, "error", "ORG401", "several-owners", "two <own> it", [0, 1], [1], []]
    ]


@pytest.mark.parametrize(
    "card",
    [
        Card("a", "Director of the office that has a very long name in the register of offices"),
        Card("a", "A", holder="Bartholomew Featherstonehaugh-Cholmondeley the Younger of Easton"),
        Card("a", "A", unit="The unit that bears the longest of all the names of units in this book"),
        Card("a", "A", unit="U", fields=("F", "A field that is far too long to stand on any card of a chart")),
        Card("a", "A", badges=tuple(f"badge number {number}" for number in range(8))),
    ],
    ids=["title", "holder", "unit", "field", "badges"],
)
def test_what_is_cut_off_a_line_goes_along_with_it(card):
    data = data_of(render(Chart("X", (card, Card("b", "B", 0)))))
    drawn = list(zip(data["cards"][0][3][::2], data["cards"][0][3][1::2], strict=True))
    said = ""
    for style, number in drawn:
        between = "" if style == "r" else " "
        said = f"{said.rstrip('…') if style in 'rR' else said}{between}{data['texts'][number]}"
    texts = (card.title, card.holder, card.unit, *card.fields, " · ".join(card.badges))
    assert said.split() == " ".join(texts).split()
    assert sum(style in "rR" for style, _ in drawn) == 1


def test_the_page_names_no_address_but_the_one_of_svg():
    page = render(sample_chart(random_parents(30, 2)))
    assert set(re.findall(r"https?://[^\"'\s]*|url\([^)]*\)|@import", page)) == {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_adds_no_element_and_no_attribute(name):
    def shape(page: str) -> list[tuple[str, list[str]]]:
        tree = html5lib.parse(page, namespaceHTMLElements=False)
        return [(str(element.tag), sorted(element.attrib)) for element in tree.iter()]

    assert shape(render(everywhere(name))) == shape(render(everywhere("Ada")))


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_comes_through_the_data_clean(name):
    data = data_of(render(everywhere(name)))
    assert len(data["cards"]) == 3
    assert all(text.isprintable() or "\u200d" in text for text in data["texts"])


@pytest.mark.parametrize("text", ["</script>", "<!-- <script>", "\u2028\u2029", "a & b > c"])
def test_data_cannot_leave_their_element_and_read_back_the_same(text):
    written = as_json({"text": text})
    assert not re.search("[<>&\u2028\u2029]", written)
    assert json.loads(written) == {"text": text}


def test_a_link_that_runs_a_script_is_dropped():
    cards = (Card("a", "A", href="javascript:alert(1)"), Card("b", "B", href="https://example.org/b"))
    data = data_of(render(Chart("X", cards)))
    assert [card[-1] for card in data["cards"]] == [1, "https://example.org/b"]


def test_equal_lists_of_duties_stand_in_the_page_once():
    duties = (CardDuty("Does", "R", "Ship"), CardDuty("Does", "R", "Test"))
    cards = tuple(Card(str(number), "Clerk", duties=(*duties,)) for number in range(50))
    data = data_of(render(Chart("X", cards)))
    assert data["duties"] == [[], [0, 1]]
    assert len(data["rows"]) == 2


def test_a_loop_is_refused():
    with pytest.raises(ValueError, match="loop"):
        render(Chart("X", (Card("a", "A", 1), Card("b", "B", 0))))


def test_what_the_page_does_not_draw_is_told():
    told: list[str] = []
    render_in("html", Chart("X", (Card("a", "A"),), direction="right"), fit="16:9", tell=told.append)
    assert told == ["html places cards in the window of the reader: frames, bands and a direction are not drawn"]


def test_a_chart_without_colours_offers_its_facets():
    chart = Chart("X", (Card("a", "A", values=(0,)),), facets=(Facet("Level", ("Level 3",)),))
    assert data_of(render(chart))["facets"] == [["", []], ["Level", ["Level 3"]]]
