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

from orgmodel.charts.chart import Card, CardDuty, Chart, Facet
from orgmodel.charts.formats import render as render_in
from orgmodel.charts.html import as_json, render
from orgmodel.charts.svg import render as render_svg

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
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert style
    assert len(scripts) == 1
    digests = [
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style.group(1), scripts[0])
    ]
    assert policy.group(1) == (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


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
