"""What cards of positions, roles and units say."""

from __future__ import annotations

from datetime import date

import pytest

from orgmodel.charts.build import build_chart
from orgmodel.charts.chart import Card
from orgmodel.charts.formats import render
from orgmodel.charts.lettering import Lettering
from orgmodel.charts.request import ChartRequest
from orgmodel.errors import UsageError
from orgmodel.loading.load import load
from orgmodel.loading.views import redacted


@pytest.fixture
def seat(build):
    """The card of a seat `s` below a top, written as `{...}`; `rest` are further sections."""

    def run(text: str, rest: str = "", **request) -> Card:
        chart = build(
            f"orgmodel: 1\nroles: {{pm: {{title: Product Manager, level: 3, grade: L3, track: ic}}}}\n"
            f"units: {{pay: {{title: Payments}}}}\n{rest}"
            f"positions:\n  top: {{reports_to: ~, holder: Ada Park}}\n  s: {text}\n",
            **request,
        ).chart
        return next(card for card in chart.cards if card.id == "s")

    return run


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("{title: Planner, role: pm}", "Planner"),
        ("{role: pm}", "Product Manager"),
        ("{role: ghost}", "ghost"),
        ("{unit: pay}", "s"),
    ],
)
def test_a_card_is_called_by_its_own_title_its_roles_or_its_id(seat, text, title):
    assert seat(text).title == title


PEOPLE = (
    "people: {li: {name: Li Wei}, bot: {name: Router, employment: agent}, ext: {name: Eva, employment: contractor}}\n"
)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("{holder: li}", "Li Wei"),
        ("{holder: Somebody}", "Somebody"),
        ("{holders: [{person: li, fte: 0.5}, {person: Bo Quill, fte: 0.5}]}", "Li Wei & Bo Quill"),
        ("{holders: [{person: li, until: 2026-10-31}, {person: Bo Quill, from: 2026-11-01}]}", "Bo Quill"),
        ("{holders: [{person: li}, {fte: 0.5}]}", "Li Wei & undisclosed"),
        ("{status: filled}", ""),
        ("{}", ""),
        ("{holder: li, status: vacant}", ""),
    ],
)
def test_the_holder_is_who_sits_there_on_the_day(seat, text, holder):
    assert seat(text, PEOPLE).holder == holder


@pytest.mark.parametrize(
    ("text", "badges"),
    [
        ("{holder: Li, fte: 0.8}", ("0.8 FTE",)),
        ("{holder: Li, fte: 1}", ()),
        ("{fte: 0.5}", ("0.5 FTE",)),
        ("{holders: [{person: Li, fte: 0.6}]}", ("0.6 FTE",)),
        ("{holders: [{person: Li, kind: interim}]}", ("interim",)),
        ("{holders: [{person: Li, kind: interim, until: 2026-10-31}]}", ()),
        ("{holders: [{person: Li, fte: 0.5}, {person: Bo, fte: 0.5}]}", ("shared",)),
        ("{holder: Li, employment: contractor}", ("contractor",)),
        ("{holder: Li, employment: employee}", ()),
        ("{holder: bot}", ("agent",)),
        ("{holders: [{person: ext}]}", ("contractor",)),
        ("{holder: bot, employment: employee}", ()),
        ("{holder: Li, assistant: true, fte: 0.8}", ("0.8 FTE", "assistant")),
    ],
)
def test_badges_say_what_is_not_usual(seat, text, badges):
    assert seat(text.replace("{", "{reports_to: top, ", 1), PEOPLE).badges == badges


def test_both_names_of_a_job_share_are_drawn_whole():
    card = Card("a", "Product Manager", holder="Oskar Brandt & Noor Haddad")
    assert [
        text for style, text in Lettering([card, *[Card(str(i), "PM", holder="Li") for i in range(40)]]).lines(card)
    ][1:] == ["Oskar Brandt &", "Noor Haddad"]


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("id", "s"),
        ("role", "Product Manager"),
        ("grade", "Grade L3"),
        ("level", "Level 3"),
        ("track", "Track ic"),
        ("fte", "0.8 FTE"),
        ("employment", "Employment contractor"),
        ("status", "Filled"),
        ("from", "From 2026-01-01"),
        ("until", "Until 2027-01-01"),
        ("deputy", "Deputy: Ada Park"),
        ("site", "Lisbon"),
        ("fields.site", "Lisbon"),
    ],
)
def test_show_adds_a_line(seat, key, line):
    text = (
        "{role: pm, holder: Li, fte: 0.8, employment: contractor, from: 2026-01-01, until: 2027-01-01, deputy: top, "
        "fields: {site: Lisbon}}"
    )
    assert seat(text, show=(key,)).fields == (line,)


def test_what_the_seat_says_goes_before_what_its_role_says(seat):
    assert seat("{role: pm, level: 5, grade: X1}", show=("level", "grade")).fields == ("Level 5", "Grade X1")


def test_a_key_without_a_value_adds_no_line(seat):
    assert seat("{holder: Li}", show=("grade", "deputy", "from", "role", "fte")).fields == ()


@pytest.mark.parametrize("deputy", ["Bo Quill", "person:Bo Quill"])
def test_a_deputy_may_be_a_person(seat, deputy):
    assert seat(f"{{deputy: '{deputy}'}}", show=("deputy",)).fields == ("Deputy: Bo Quill",)


def test_a_badge_is_not_repeated_by_a_line_that_was_asked_for(seat):
    card = seat("{holder: Li, fte: 0.8, employment: agent}", show=("fte", "employment"))
    assert (card.fields, card.badges) == (("0.8 FTE", "Employment agent"), ())


def test_a_key_asked_for_twice_stands_once(seat):
    assert seat("{holder: Li}", show=("id", "id")).fields == ("s",)


def test_the_unit_is_on_the_card_unless_taken_off(seat):
    assert seat("{unit: pay}").unit == "Payments"
    assert seat("{unit: pay}", show=("no-unit",)).unit == ""


def test_a_card_without_holders_neither_names_anybody_nor_calls_them_undisclosed(seat):
    card = seat("{holder: Li Wei}", show=("no-holder",))
    assert (card.holder, card.kind) == ("", "filled")


def test_a_vacancy_stays_one_without_holders(seat):
    assert seat("{}", show=("no-holder",)).kind == "vacant"


@pytest.mark.parametrize(
    ("of", "key", "said"),
    [
        ("positions", "grad", 'there is nothing called "grad" to show; did you mean "grade"?'),
        ("positions", "fields.sit", 'there is nothing called "fields.sit" to show; did you mean "fields.site"?'),
        ("positions", "no-grade", 'there is nothing called "no-grade" to show'),
        ("positions", "kind", 'there is nothing called "kind" to show'),
        ("roles", "titel", 'there is nothing called "titel" to show'),
        ("roles", "no-unit", 'there is nothing called "no-unit" to show'),
        ("units", "vacancies", 'there is nothing called "vacancies" to show'),
        ("units", "heads", 'there is nothing called "heads" to show; did you mean "head"?'),
    ],
)
def test_an_unknown_key_is_refused(build, of, key, said):
    with pytest.raises(UsageError) as error:
        build("orgmodel: 1\npositions: {a: {fields: {site: X}}}\n", of=of, show=(key,))
    assert str(error.value).startswith(said)


ROLE = """\
orgmodel: 1
roles: {pm: {title: PM, level: 3, track: ic, grade: L3, family: product, purpose: Ship, fields: {cost: '7'}}}
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [("id", "pm"), ("grade", "Grade L3"), ("family", "product"), ("purpose", "Ship"), ("cost", "7")],
)
def test_show_adds_a_line_to_a_role(build, key, line):
    assert build(ROLE, show=(key,)).chart.cards[0].fields == (line,)


@pytest.mark.parametrize(
    ("show", "rank"),
    [((), "Level 3 · ic"), (("no-level",), "ic"), (("no-track",), "Level 3"), (("level",), "Level 3 · ic")],
)
def test_a_role_says_its_level_and_track_unless_taken_off(build, show, rank):
    card = build(ROLE, show=show).chart.cards[0]
    assert (card.unit, card.fields) == (rank, ())


UNIT = """\
orgmodel: 1
units: {u: {title: Unit, kind: team, head: a, fields: {site: Lisbon}}}
positions:
  a: {title: Lead, unit: u, reports_to: ~, holders: [{person: Li, kind: interim}]}
  b: {title: Dev, unit: u, reports_to: a, seats: 3}
  c: {title: Dev, unit: u, reports_to: a, until: 2026-01-01}
  d: {title: Dev, unit: u, reports_to: a, from: 2027-01-01}
"""


@pytest.mark.parametrize(
    ("show", "holder", "title", "fields"),
    [
        ((), "Li", "Lead", ("team · 4 seats, 3 vacant",)),
        (("no-kind",), "Li", "Lead", ("4 seats, 3 vacant",)),
        (("no-seats", "id", "site"), "Li", "Lead", ("team", "u", "Lisbon")),
        (("no-head",), "", "", ("team · 4 seats, 3 vacant",)),
    ],
)
def test_a_unit_says_head_kind_seats_and_vacancies_unless_taken_off(build, show, holder, title, fields):
    card = build(UNIT, of="units", show=show).chart.cards[0]
    assert (card.holder, card.unit, card.fields) == (holder, title, fields)


def test_an_interim_head_is_told(build):
    assert build(UNIT, of="units").chart.cards[0].badges == ("interim head",)


def test_the_heads_of_a_unit_stand_together(build):
    text = "orgmodel: 1\nunits: {u: {heads: [a, b, gone, later]}}\npositions:\n"
    text += "  a: {title: Lead, holder: Li}\n  b: {title: Lead, holder: Bo}\n  later: {title: Next, from: 2027-01-01}\n"
    card = build(text, of="units").chart.cards[0]
    assert (card.holder, card.unit) == ("Li & Bo", "Lead")


def test_an_undisclosed_head_is_not_called_vacant(build):
    text = "orgmodel: 1\nunits: {u: {head: a}}\npositions: {a: {title: Lead, status: filled}}\n"
    assert build(text, of="units").chart.cards[0].holder == "Undisclosed"


def test_where_nobody_is_named_anywhere_a_unit_has_no_vacancies(build):
    text = "orgmodel: 1\nunits: {u: {head: a}}\npositions: {a: {title: Lead, unit: u}}\n"
    card = build(text, of="units").chart.cards[0]
    assert (card.holder, card.unit, card.fields) == ("", "Lead", ("1 seat",))


@pytest.mark.parametrize("of", ["positions", "units"])
@pytest.mark.parametrize("name", ["svg", "dot"])
def test_a_redacted_chart_names_nobody(tmp_path, of, name):
    file = tmp_path / "org.yaml"
    file.write_text(UNIT.replace("person: Li", "person: Zebedee Quux").replace("reports_to: a", "deputy: Zebedee Quux"))
    loaded = load(str(file))
    redacted(loaded, frozenset({"people"}))
    request = ChartRequest(of=of, show=("id",))
    chart = build_chart(loaded.organization, date(2026, 11, 1), loaded.name, request).chart
    assert "Zebedee" not in render(name, chart, fit="16:9")


SITES = """\
orgmodel: 1
roles: {pm: {title: PM, fields: {site: Anywhere, Cost: '7'}}}
people: {ada: {name: Ada Park, fields: {site: Lisbon}}, li: {name: Li Wei, fields: {site: Oslo}}, bo: {name: Bo Quill}}
positions:
  own: {role: pm, holder: ada, fields: {site: Paris}}
  person: {role: pm, holder: ada}
  both: {role: pm, holders: [ada, li]}
  role: {role: pm, holder: bo}
  vacant: {role: pm}
"""


def test_a_field_of_a_seat_is_its_own_else_that_of_who_sits_there_else_that_of_its_role(build):
    cards = build(SITES, show=("site",)).chart.cards
    assert {card.id: card.fields for card in cards} == {
        "own": ("Paris",),
        "person": ("Lisbon",),
        "both": ("Lisbon & Oslo",),
        "role": ("Anywhere",),
        "vacant": ("Anywhere",),
    }


def test_seats_are_coloured_by_fields_of_people_and_roles_too(build):
    chart = build(SITES, color_by="site").chart
    assert [chart.colors[card.color] for card in chart.cards] == [
        "Paris",
        "Lisbon",
        "Lisbon & Oslo",
        "Anywhere",
        "Anywhere",
    ]


def test_a_page_can_be_coloured_by_fields_of_people_and_roles(build):
    facets = build(SITES, details=True, color_by="none").chart.facets
    assert [facet.heading for facet in facets if facet.heading in {"Site", "Cost"}] == ["Site", "Cost"]
