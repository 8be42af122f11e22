"""The overview: those who lead, with the figures of their branches."""

from __future__ import annotations

from typing import Any

import pytest

from orgmodel.charts.overview import MOST_CARDS, NOTE
from orgmodel.errors import UsageError

MODEL = """\
orgmodel: 1
name: Northwind
positions:
  ceo: {title: Chief, holder: Ada, reports_to: ~}
  coo: {title: Operations, holder: Bo, reports_to: ceo}
  cto: {title: Technology, reports_to: ceo}
  aide: {title: Aide, holder: Ada, reports_to: ceo}
  ops: {title: Driver, seats: 6, reports_to: coo, holder: ?}
  lead: {title: Lead, holder: Cy, reports_to: cto}
  dev: {title: Developer, reports_to: lead}
  old: {title: Clerk, status: ended, holder: Di, reports_to: aide}
  later: {title: Clerk, from: 2027-01-01, reports_to: aide}
units: {u: {title: U}}
roles: {r: {title: R}}
""".replace("holder: ?", "status: filled")


def test_only_those_who_lead_have_a_card_and_it_counts_the_whole_branch(build: Any) -> None:
    chart = build(MODEL, overview=True).chart
    assert {card.id: card.fields for card in chart.cards} == {
        "ceo": ("12 seats, 2 vacant", "3 people · 3 reports"),
        "coo": ("7 seats", "1 person · 6 reports"),
        "cto": ("3 seats, 2 vacant", "1 person · 1 report"),
        "lead": ("2 seats, 1 vacant", "1 person · 1 report"),
    }
    assert NOTE in chart.notes
    assert chart.subtitle.startswith("4 of ")


def test_the_depth_that_is_asked_for_counts_layers_of_leaders(build: Any) -> None:
    assert [card.id for card in build(MODEL, overview=True, depth=2).chart.cards] == ["ceo", "coo", "cto"]
    assert all(card.kind != "stub" for card in build(MODEL, overview=True, depth=2).chart.cards)


def test_a_large_organisation_shows_so_many_layers_as_have_few_cards(build: Any) -> None:
    rows = ["id,reports_to,holder", "top,,Ada"]
    rows += [f"a{at},top,A{at}" for at in range(30)]
    rows += [f"b{at},a{at % 30},B{at}" for at in range(60)]
    rows += [f"c{at},b{at},C{at}" for at in range(60)]
    cards = build({"staff.csv": "\n".join(rows) + "\n"}, overview=True).chart.cards
    assert len(cards) == 31 <= MOST_CARDS
    assert cards[0].fields == ("151 seats", "151 people · 30 reports")


def test_without_holders_no_seat_is_called_vacant(build: Any) -> None:
    cards = build("orgmodel: 1\npositions: {a: {reports_to: ~}, b: {reports_to: a}}\n", overview=True).chart.cards
    assert [card.fields for card in cards] == [("2 seats", "1 report")]


@pytest.mark.parametrize("of", ["units", "roles"])
def test_an_overview_is_of_positions(build: Any, of: str) -> None:
    with pytest.raises(UsageError, match=f"--overview wants a chart of positions, not of {of}"):
        build(MODEL, overview=True, of=of)
