"""What is on a chart: which cards, in which order, under whom, and what is said around them."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel.charts.build import build_chart
from orgmodel.charts.chart import Chart
from orgmodel.charts.cutting import Cut, below
from orgmodel.charts.formats import FORMATS, render
from orgmodel.charts.request import ChartRequest
from orgmodel.charts.spoken import spoken
from orgmodel.errors import UsageError
from orgmodel.graph.hierarchy import build_hierarchy
from orgmodel.model.organization import Organization
from orgmodel.model.roles import Role
from orgmodel.model.units import Unit

TEAM = """\
orgmodel: 1
name: Northwind
roles:
  cpo: {title: Chief Product Officer}
  director: {title: Director, reports_to: cpo}
  pm: {title: Product Manager, reports_to: director}
units:
  product: {title: Product, head: cpo}
  payments: {title: Payments, parent: product, head: dir-payments}
  cards: {title: Cards, parent: payments}
  growth: {title: Growth, parent: product, head: dir-growth}
positions:
  pm-cards: {role: pm, unit: cards, holder: Li Wei}
  cpo: {role: cpo, unit: product, reports_to: ~, holder: Ada Park}
  dir-growth: {role: director, unit: growth, reports_to: cpo, holder: Noor Haddad}
  dir-payments: {role: director, unit: payments, reports_to: cpo, holder: Sam Ortiz}
  pm-loans: {role: pm, unit: payments, reports_to: dir-payments}
  pm-fees: {role: pm, unit: payments, reports_to: dir-payments, seats: 3, status: filled}
  pm-seo: {role: pm, unit: growth, also_in: cards, reports_to: dir-growth, holder: Ines Silva}
  pm-next: {role: pm, unit: cards, reports_to: dir-payments, from: 2027-02-01}
"""


def ids(chart: Chart) -> list[str]:
    return [card.id for card in chart.cards]


def manager(chart: Chart, card_id: str) -> str | None:
    card = chart.cards[ids(chart).index(card_id)]
    return chart.cards[card.parent].id if card.parent >= 0 else None


def hints(chart: Chart, card_id: str) -> tuple[str, ...]:
    """Why a card hangs on nothing stands on a line of its own."""
    return chart.cards[ids(chart).index(card_id)].fields


def badges(chart: Chart, card_id: str) -> tuple[str, ...]:
    return chart.cards[ids(chart).index(card_id)].badges


# -- order and lines


def test_cards_stand_top_down_with_reports_in_file_order(build):
    assert ids(build(TEAM).chart) == [
        "cpo",
        "dir-growth",
        "pm-seo",
        "dir-payments",
        "pm-cards",
        "pm-loans",
        "pm-fees",
    ]


def test_a_derived_line_is_told_from_a_written_one(build):
    lines = {card.id: card.line for card in build(TEAM).chart.cards}
    assert lines["pm-cards"] == "derived"
    assert lines["pm-loans"] == "solid"


def test_kinds_of_cards_follow_the_seats(build):
    chart = build(TEAM, planned=True).chart
    assert {card.id: card.kind for card in chart.cards if card.id.startswith("pm")} == {
        "pm-cards": "filled",
        "pm-loans": "vacant",
        "pm-fees": "undisclosed",
        "pm-seo": "filled",
        "pm-next": "planned",
    }


def test_an_ended_seat_is_drawn_as_ended(build):
    text = "orgmodel: 1\npositions: {a: {reports_to: ~, holder: Ada}, b: {reports_to: a, until: 2026-01-31}}\n"
    chart = build(text).chart
    assert [card.kind for card in chart.cards] == ["filled", "ended"]
    assert chart.subtitle == "2 positions, 1 ended"


def test_where_nobody_is_named_anywhere_no_seat_is_called_vacant(build):
    chart = build("orgmodel: 1\npositions: {a: {reports_to: ~}, b: {reports_to: a}}\n").chart
    assert [(card.kind, card.holder) for card in chart.cards] == [("filled", ""), ("filled", "")]
    assert chart.subtitle == "2 positions"


def test_a_planned_seat_is_left_out_and_counted(build):
    built = build(TEAM)
    assert "pm-next" not in ids(built.chart)
    assert built.left_out == ("pm-next",)
    assert built.chart.notes == ("1 planned seat not shown",)


def test_a_planned_seat_is_drawn_when_asked_for(build):
    built = build(TEAM, planned=True)
    assert manager(built.chart, "pm-next") == "dir-payments"
    assert (built.left_out, built.chart.notes) == ((), ())


def test_a_card_of_several_seats_says_how_many(build):
    chart = build(TEAM).chart
    assert chart.cards[ids(chart).index("pm-fees")].seats == 3


def test_the_line_below_the_title_counts_positions_seats_and_vacancies(build):
    assert build(TEAM).chart.subtitle == "7 positions, 9 seats, 1 vacant"


def test_a_day_that_was_fixed_stands_below_the_title(build):
    assert build(TEAM, dated=True).chart.subtitle == "7 positions, 9 seats, 1 vacant · as of 2026-11-01"


def test_a_loop_is_cut_at_its_first_member_and_shown_as_cut(build):
    chart = build("orgmodel: 1\npositions: {c: {reports_to: b}, a: {reports_to: c}, b: {reports_to: a}}\n").chart
    assert [(card.id, card.line, manager(chart, card.id)) for card in chart.cards] == [
        ("c", "cut", None),
        ("a", "solid", "c"),
        ("b", "solid", "a"),
    ]


@pytest.mark.parametrize(
    ("seat", "badge"),
    [
        ("{reports_to: nobody}", "manager not found"),
        ("{reports_to: x}", "reports to itself"),
        ("{role: lost}", "line missing"),
        ("{role: pm}", "line unclear"),
        ("{reports_to: later}", "manager not there yet"),
    ],
)
def test_a_card_that_hangs_on_nothing_says_why(build, seat, badge):
    chart = build(
        "orgmodel: 1\nroles: {boss: {}, pm: {reports_to: boss}, lost: {reports_to: ghost}, ghost: {}}\npositions:\n"
        "  one: {role: boss, reports_to: ~}\n  two: {role: boss, reports_to: one}\n"
        f"  later: {{reports_to: one, from: 2030-01-01}}\n  x: {seat}\n"
    ).chart
    assert hints(chart, "x") == (badge,)
    assert manager(chart, "x") is None


def test_a_top_on_purpose_says_nothing(build):
    assert badges(build(TEAM).chart, "cpo") == ()


# -- dotted lines


DOTTED = """\
orgmodel: 1
positions:
  top: {reports_to: ~, holder: Ada}
  lead: {reports_to: top, holder: Sam}
  dev: {reports_to: lead, holder: Li, dotted_to: DOTTED}
"""


@pytest.mark.parametrize(
    ("dotted", "drawn"),
    [
        ("[top]", [("dev", "top", "")]),
        ("[{to: top, kind: craft}]", [("dev", "top", "craft")]),
        ("[{to: top, until: 2026-10-31}]", []),
        ("[{to: top, until: 2026-11-01}]", [("dev", "top", "")]),
        ("[{to: top, from: 2026-11-02}]", []),
        ("[nobody]", []),
        ("[dev]", []),
        ("[top, top]", [("dev", "top", "")]),
        ("[lead]", []),
    ],
)
def test_dotted_lines_are_those_in_force_between_two_cards(build, dotted, drawn):
    chart = build(DOTTED.replace("DOTTED", dotted)).chart
    found = [(chart.cards[line.source].id, chart.cards[line.target].id, line.label) for line in chart.dotted]
    assert found == drawn


def test_a_dotted_line_to_a_card_that_is_not_shown_is_dropped(build):
    assert build(DOTTED.replace("DOTTED", "[top]"), root="lead").chart.dotted == ()


def test_a_second_solid_line_is_drawn_dotted_and_called_so(build):
    chart = build("orgmodel: 1\npositions: {a: {reports_to: ~}, b: {reports_to: a}, c: {reports_to: [b, a]}}\n").chart
    assert manager(chart, "c") == "b"
    assert [(line.source, line.target, line.label) for line in chart.dotted] == [(2, 0, "second line")]


# -- parts


def test_a_root_shows_itself_and_all_below(build):
    chart = build(TEAM, root="dir-payments").chart
    assert ids(chart) == ["dir-payments", "pm-cards", "pm-loans", "pm-fees"]
    assert chart.subtitle == "Sam Ortiz and below · 4 positions, 6 seats, 1 vacant"


def test_a_root_says_to_whom_it_reports(build):
    assert hints(build(TEAM, root="dir-payments").chart, "dir-payments") == ("↑ Ada Park",)


def test_only_planned_seats_below_the_root_are_counted(build):
    assert build(TEAM, root="dir-growth").left_out == ()
    assert build(TEAM, root="dir-payments").left_out == ("pm-next",)


def test_an_unknown_root_is_refused_with_the_nearest(build):
    with pytest.raises(UsageError, match=r'there is no position "dir-payment"; did you mean "dir-payments"\?'):
        build(TEAM, root="dir-payment")


def test_a_planned_root_is_refused_with_the_way_out(build):
    with pytest.raises(UsageError, match='"pm-next" is planned; --planned draws it'):
        build(TEAM, root="pm-next")


def test_a_depth_ends_in_stubs_that_count_seats(build):
    chart = build(TEAM, depth=2).chart
    assert [(card.id, card.title) for card in chart.cards if card.kind == "stub"] == [
        ("dir-growth+", "+1 more"),
        ("dir-payments+", "+5 more"),
    ]
    assert chart.subtitle == "3 of 7 positions, 9 seats, 1 vacant"


def test_a_stub_stands_right_after_its_manager(build):
    assert ids(build(TEAM, depth=2).chart) == ["cpo", "dir-growth", "dir-growth+", "dir-payments", "dir-payments+"]


def test_a_depth_of_one_leaves_the_top_with_one_stub(build):
    assert [card.title for card in build(TEAM, depth=1).chart.cards] == ["Chief Product Officer", "+8 more"]


def test_a_depth_counts_from_the_head_of_a_cut_off_group(build):
    text = "orgmodel: 1\npositions: {top: {reports_to: ~}, lost: {reports_to: x}, a: {reports_to: lost}, "
    text += "b: {reports_to: a}}\n"
    chart = build(text, depth=2).chart
    assert [(card.id, card.title) for card in chart.cards] == [
        ("top", "top"),
        ("lost", "lost"),
        ("a", "a"),
        ("a+", "+1 more"),
    ]


def test_a_depth_cuts_a_loop_as_well(build):
    text = "orgmodel: 1\npositions: {a: {reports_to: c}, b: {reports_to: a}, c: {reports_to: b}}\n"
    assert [card.title for card in build(text, depth=1).chart.cards] == ["a", "+2 more"]


def test_a_unit_shows_its_seats_those_of_units_in_it_its_heads_and_guests(build):
    chart = build(TEAM, unit="payments").chart
    assert ids(chart) == ["pm-seo", "dir-payments", "pm-cards", "pm-loans", "pm-fees"]
    assert chart.subtitle == "Payments · 5 positions, 7 seats, 1 vacant"


def test_heads_of_units_within_belong_to_the_unit(build):
    text = TEAM.replace("cards: {title: Cards, parent: payments}", "cards: {title: Cards, parent: payments, head: cpo}")
    assert "cpo" in ids(build(text, unit="payments").chart)


def test_a_seat_whose_manager_is_not_in_the_unit_stands_at_the_top_and_names_the_manager(build):
    chart = build(TEAM, unit="cards").chart
    assert [(card.id, manager(chart, card.id), card.fields) for card in chart.cards] == [
        ("pm-seo", None, ("↑ Noor Haddad",)),
        ("pm-cards", None, ("↑ Sam Ortiz",)),
    ]
    assert {card.line for card in chart.cards} == {"solid"}


def test_a_manager_outside_the_unit_is_called_by_title_where_the_seat_is_vacant(build):
    text = TEAM.replace(", holder: Sam Ortiz", "")
    assert hints(build(text, unit="cards").chart, "pm-cards") == ("↑ Director",)


def test_only_planned_seats_of_the_unit_are_counted(build):
    assert build(TEAM, unit="growth").left_out == ()
    assert build(TEAM, unit="cards").left_out == ("pm-next",)


def test_a_depth_within_a_unit_counts_only_its_seats(build):
    chart = build(TEAM, unit="payments", depth=1).chart
    assert [card.title for card in chart.cards if card.kind == "stub"] == ["+5 more"]


def test_an_unknown_unit_is_refused_with_the_nearest(build):
    with pytest.raises(UsageError, match=r'there is no unit "payment"; did you mean "payments"\?'):
        build(TEAM, unit="payment")


# -- roles


ROLES = """\
orgmodel: 1
roles:
  cpo: {title: CPO, level: 6, track: executive}
  pm: {title: PM, reports_to: cpo, level: 3, track: ic, dotted_to: legal}
  legal: {title: Legal, reports_to: cpo}
  self: {title: Selfmade, reports_to: self}
  orphan: {title: Orphan, reports_to: ghost}
  old: {title: Old, reports_to: {to: pm, until: 2026-01-01}}
  free: {title: Free}
  customer: {title: Customer, external: true}
"""


def test_a_model_of_roles_is_drawn_as_roles(build):
    built = build(ROLES)
    assert built.of == "roles"
    assert {card.kind for card in built.chart.cards} == {"role"}


def test_roles_without_a_line_stand_last_and_are_told(build):
    chart = build(ROLES).chart
    assert ids(chart) == ["cpo", "pm", "legal", "self", "orphan", "old", "free", "customer"]
    assert chart.notes == ("2 roles without a line up or down",)
    assert chart.subtitle == "8 roles"


def test_a_role_that_is_external_says_so(build):
    assert badges(build(ROLES).chart, "customer") == ("external",)


@pytest.mark.parametrize(("role", "badge"), [("self", "reports to itself"), ("orphan", "role above not found")])
def test_a_role_that_hangs_on_nothing_says_why(build, role, badge):
    assert badges(build(ROLES).chart, role) == (badge,)


def test_a_line_between_roles_counts_only_while_it_is_in_force(build):
    assert manager(build(ROLES, day="2026-01-01").chart, "old") == "pm"
    assert manager(build(ROLES, day="2026-01-02").chart, "old") is None


def test_dotted_lines_between_roles_are_drawn(build):
    chart = build(ROLES).chart
    assert [(chart.cards[line.source].id, chart.cards[line.target].id) for line in chart.dotted] == [("pm", "legal")]


def test_a_loop_of_roles_is_cut(build):
    chart = build("orgmodel: 1\nroles: {a: {reports_to: b}, b: {reports_to: a}}\n").chart
    assert [(card.id, card.line) for card in chart.cards] == [("a", "cut"), ("b", "solid")]


def test_stubs_of_roles_are_not_counted_as_roles(build):
    chart = build(ROLES, root="cpo", depth=1).chart
    assert [card.title for card in chart.cards] == ["CPO", "+2 more"]
    assert chart.subtitle == "CPO · 1 of 3 roles"


def test_a_role_without_a_line_can_be_the_root(build):
    assert ids(build(ROLES, root="free").chart) == ["free"]


def test_a_unit_has_no_meaning_for_roles(build):
    with pytest.raises(UsageError, match="--unit wants a chart of positions or units"):
        build(TEAM, of="roles", unit="cards")


def test_library_entries_that_nothing_names_are_left_out():
    organization = Organization(
        roles={"mine": Role(), "theirs": Role()},
        units={"ours": Unit(), "theirs": Unit()},
        silent=frozenset({"role:theirs", "unit:theirs"}),
    )
    for of, shown in (("roles", ["mine"]), ("units", ["ours"])):
        assert ids(build_chart(organization, date(2026, 11, 1), "X", ChartRequest(of=of)).chart) == shown


def test_a_model_whose_roles_are_all_silent_is_drawn_as_units():
    organization = Organization(roles={"r": Role()}, units={"u": Unit()}, silent=frozenset({"role:r"}))
    assert build_chart(organization, date(2026, 11, 1), "X", ChartRequest()).of == "units"


# -- units


def test_units_are_drawn_with_head_kind_seats_and_vacancies_of_all_units_in_them(build):
    text = TEAM.replace("payments: {title: Payments,", "payments: {title: Payments, kind: department,")
    chart = build(text, of="units").chart
    cards = {card.id: card for card in chart.cards}
    assert list(cards) == ["product", "payments", "cards", "growth"]
    payments = cards["payments"]
    assert (payments.title, payments.holder, payments.unit, payments.fields) == (
        "Payments",
        "Sam Ortiz",
        "Director",
        ("department · 6 seats, 1 vacant",),
    )
    assert cards["product"].fields == ("9 seats, 1 vacant",)
    assert cards["cards"].holder == ""


def test_a_vacant_head_is_called_vacant(build):
    cards = build(TEAM.replace(", holder: Sam Ortiz", ""), of="units").chart.cards
    assert (cards[1].holder, cards[1].unit) == ("Head vacant", "Director")


def test_a_unit_cuts_a_chart_of_units_to_it_and_what_lies_in_it(build):
    chart = build(TEAM, of="units", unit="payments").chart
    assert ids(chart) == ["payments", "cards"]
    assert chart.subtitle == "Payments · 2 units"


def test_a_unit_outside_its_dates_is_drawn_as_such(build):
    text = "orgmodel: 1\nunits: {old: {until: 2026-10-31}, now: {until: 2026-11-01}, next: {from: 2026-11-02}}\n"
    assert [card.kind for card in build(text).chart.cards] == ["ended", "unit", "planned"]


@pytest.mark.parametrize(("parent", "badge"), [("ghost", "parent not found"), ("a", "lies within itself")])
def test_a_unit_that_hangs_on_nothing_says_why(build, parent, badge):
    chart = build(f"orgmodel: 1\nunits: {{a: {{parent: {parent}}}, b: {{parent: a}}}}\n").chart
    assert badges(chart, "a") == (badge,)


def test_a_loop_of_units_is_cut(build):
    chart = build("orgmodel: 1\nunits: {a: {parent: b}, b: {parent: a}}\n").chart
    assert [(card.id, card.line) for card in chart.cards] == [("a", "cut"), ("b", "solid")]


# -- whatever the model


@pytest.mark.parametrize("of", [None, "positions", "roles", "units"])
@pytest.mark.parametrize(
    "text",
    ["orgmodel: 1\n", "orgmodel: 1\nactivities: {a: {title: Rank, assign: {}}}\n", "orgmodel: 1\npositions: {}\n"],
    ids=["empty", "activities alone", "empty positions"],
)
def test_a_model_without_anything_to_draw_gives_an_empty_chart(build, text, of):
    chart = build(text, of=of).chart
    assert chart.cards == ()
    assert "Nothing to show" in render("svg", chart, fit="16:9")


def test_a_faulty_model_is_drawn_where_it_can_be(build):
    chart = build(
        "orgmodel: 1\nunits: {u: {parent: u, head: ghost}}\nroles: {r: {reports_to: r}}\npositions:\n"
        "  a: {reports_to: ~, unit: nowhere, role: nothing, colour: blue}\n  b: {reports_to: a, fte: much}\n"
        "  c: {reports_to: c, deputy: ghost}\n  a: {reports_to: b}\n"
    ).chart
    assert sorted(ids(chart)) == ["a", "b", "c"]


@pytest.mark.parametrize("name", ['"]; x [', "<b>&</b>", "\\N \\l", "\u202edrow", "x" * 300], ids=range(5))
def test_a_chart_of_hostile_titles_is_written_in_every_format(build, name):
    text = f"orgmodel: 1\nname: {json.dumps(name)}\npositions: {{a: {{reports_to: ~, title: {json.dumps(name)}}}}}\n"
    chart = build(text).chart
    assert (chart.name, chart.cards[0].title) == (name, name)
    assert all(render(one, chart, fit="16:9") for one in FORMATS)


def test_a_card_without_its_manager_is_spoken_of_with_the_manager(build):
    chart = build(TEAM, root="dir-payments").chart
    assert "↑ Ada Park" in spoken(chart.cards[0], chart)


# -- cutting, by itself


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_shown_and_hidden_are_all_there_is(data):
    size = data.draw(st.integers(1, 25))
    parents = [data.draw(st.integers(-4, size - 1)) for _ in range(size)]
    parents = [-3 if above == i else -1 if above < 0 else above for i, above in enumerate(parents)]
    hierarchy = build_hierarchy(parents)
    kept = [i for i in below(hierarchy, None) if data.draw(st.integers(0, 3))]
    depth = data.draw(st.integers(1, 5))
    cut = Cut(hierarchy, kept, depth)
    assert len(cut.shown) + sum(cut.hidden.values()) == len(kept)
    assert set(cut.hidden) <= set(cut.shown)
    for manager_of_hidden in cut.hidden:
        assert not any(hierarchy.cut_parent[i] == manager_of_hidden for i in cut.shown)
