"""How units work together, on a chart of units."""

from __future__ import annotations

from datetime import date

import pytest

from orgmodel.charts.build import build_chart
from orgmodel.charts.chart import Chart, DottedLine
from orgmodel.charts.legend import Entry, entries
from orgmodel.charts.request import ChartRequest
from orgmodel.charts.spoken import spoken, spoken_line
from orgmodel.loading.load import load
from orgmodel.model.organization import Organization

MODEL = """\
orgmodel: 1
name: Teams
units:
  all: {title: Engineering}
  booking:
    title: Booking
    kind: stream-aligned
    parent: all
    interactions:
      - {with: platform, mode: x-as-a-service}
      - {with: pricing, mode: collaboration, until: 2026-10-31}
      - {with: nowhere, mode: facilitating}
  platform: {title: Platform, kind: platform, parent: all, interactions: {with: booking}}
  pricing: {title: Pricing, kind: complicated-subsystem, parent: all}
"""


@pytest.fixture
def organization(tmp_path) -> Organization:
    (tmp_path / "org.yaml").write_text(MODEL, "utf-8")
    return load(str(tmp_path / "org.yaml")).organization


def drawn(organization: Organization, **wanted: object) -> Chart:
    return build_chart(organization, date(2026, 11, 1), "Teams", ChartRequest(of="units", **wanted)).chart


def test_units_that_work_together_on_the_day_are_joined_by_dotted_lines(organization):
    assert drawn(organization).dotted == (DottedLine(1, 2, "x-as-a-service", "works"), DottedLine(2, 1, "", "works"))


def test_a_line_between_units_says_who_works_with_whom_and_how(organization):
    chart = drawn(organization)
    assert [spoken_line(line, chart) for line in chart.dotted] == [
        "Booking works with Platform: x-as-a-service",
        "Platform works with Booking",
    ]


def test_a_unit_lies_within_another_and_reports_to_nobody(organization):
    chart = drawn(organization)
    assert spoken(chart.cards[3], chart) == "Pricing, complicated-subsystem. Lies within Engineering"


def test_the_legend_of_a_chart_of_units_names_their_work_together(organization):
    assert entries(drawn(organization, color_by="none")) == [Entry("dotted", "Works with")]


def test_cards_name_those_they_work_with_when_asked(organization):
    cards = drawn(organization, show=("interactions",)).cards
    assert [card.fields for card in cards] == [
        (),
        ("stream-aligned", "x-as-a-service → Platform"),
        ("platform", "→ Booking"),
        ("complicated-subsystem",),
    ]


def test_a_line_to_a_unit_that_is_not_on_the_chart_is_left_out(organization):
    assert drawn(organization, root="booking").dotted == ()
