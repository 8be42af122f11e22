"""Which colours a chart has, asked for or by itself."""

from __future__ import annotations

from datetime import date

import pytest

from orgmodel.charts.chart import NO_COLOR, Chart
from orgmodel.charts.coloring import KEYS, coloring_of
from orgmodel.charts.legend import entries
from orgmodel.errors import UsageError
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Position
from orgmodel.model.units import Unit


def seats(**units: int) -> str:
    """So many seats in each unit."""
    lines = [f"  {unit}-{number}: {{unit: {unit}}}" for unit, count in units.items() for number in range(count)]
    return "positions:\n" + "\n".join(lines) + "\n"


def flat(count: int, size: int = 1) -> str:
    """So many units beside each other, each with so many seats."""
    names = [f"u{number}" for number in range(count)]
    return f"orgmodel: 1\nunits: {{{', '.join(f'{name}: {{}}' for name in names)}}}\n" + seats(
        **dict.fromkeys(names, size)
    )


def colored(chart: Chart) -> dict[str, str]:
    """The colour name of each card."""
    return {card.id: chart.colors[card.color] if card.color >= 0 else "" for card in chart.cards}


# -- by itself


@pytest.mark.parametrize(
    ("units", "colors"), [(0, 0), (1, 0), (2, 2), (5, 5), (8, 8), (9, 9), (10, 10), (11, 0), (20, 0)]
)
def test_units_have_colours_while_these_tell_three_of_four_seats_apart(build, units, colors):
    text = flat(units) if units else "orgmodel: 1\npositions: {a: {}}\n"
    assert len(build(text).chart.colors) == colors


def test_of_many_units_the_eight_largest_have_a_colour_of_their_own(build):
    units = {f"u{number}": 1 for number in range(12)} | {f"big{number}": 9 for number in range(8)}
    chart = build("orgmodel: 1\nunits: {" + ", ".join(f"{name}: {{}}" for name in units) + "}\n" + seats(**units)).chart
    assert chart.colors[:8] == tuple(f"big{number}" for number in range(8))
    assert [entry.text for entry in entries(chart)][-1] == "other (12)"


def test_colours_are_of_the_first_depth_that_divides_the_seats(build):
    text = (
        "orgmodel: 1\nunits: {all: {title: Whole}, a: {title: North, parent: all}, b: {title: South, parent: all}, "
        "a1: {title: Oslo, parent: a}, a2: {title: Bergen, parent: a}}\n" + seats(a1=1, a2=1, b=1)
    )
    assert colored(build(text).chart) == {"a1-0": "North", "a2-0": "North", "b-0": "South"}


def test_a_small_unit_beside_all_others_does_not_decide_the_depth(build):
    text = "orgmodel: 1\nunits: {office: {}, company: {}, a: {parent: company}, b: {parent: company}}\n" + seats(
        office=1, a=6, b=6
    )
    assert build(text).chart.colors == ("office", "a", "b")


def test_seats_of_the_whole_have_a_colour_where_there_are_enough(build):
    text = "orgmodel: 1\nunits: {all: {}, a: {parent: all}, b: {parent: all}}\n" + seats(all=1, a=1, b=1)
    assert colored(build(text).chart) == {"all-0": "all", "a-0": "a", "b-0": "b"}


def test_seats_of_the_whole_have_none_where_the_branches_need_all_eight(build):
    names = [f"u{number}" for number in range(8)]
    text = f"orgmodel: 1\nunits: {{all: {{}}, {', '.join(f'{name}: {{parent: all}}' for name in names)}}}\n"
    chart = build(text + seats(all=2, **dict.fromkeys(names, 1))).chart
    assert chart.colors == tuple(names)
    assert chart.cards[0].color == NO_COLOR


def test_the_legend_is_headed_by_the_kind_that_all_branches_share(build):
    text = "orgmodel: 1\nunits: {a: {kind: department}, b: {kind: KIND}}\n" + seats(a=1, b=1)
    assert build(text.replace("KIND", "department")).chart.color_by == "Department"
    assert build(text.replace("KIND", "team")).chart.color_by == "Unit"


def test_units_that_lie_within_each_other_are_coloured_all_the_same(build):
    text = "orgmodel: 1\nunits: {a: {parent: b}, b: {parent: a}, c: {}}\n" + seats(a=1, b=1, c=1)
    assert set(colored(build(text).chart).values()) >= {"a", "c"}


def test_seats_of_a_unit_that_does_not_exist_have_no_colour(build):
    text = "orgmodel: 1\nunits: {a: {}, b: {}}\n" + seats(a=1, b=1, ghost=1)
    assert colored(build(text).chart)["ghost-0"] == ""


def test_a_part_is_coloured_by_what_divides_the_part(build):
    text = "orgmodel: 1\nunits: {x: {}, y: {}, x1: {parent: x}, x2: {parent: x}}\n" + seats(x1=2, x2=2, y=4)
    assert build(text).chart.colors == ("x", "y")
    assert build(text, unit="x").chart.colors == ("x1", "x2")


def test_a_chain_of_20000_units_is_coloured():
    units = {f"u{number}": Unit(parent=f"u{number - 1}" if number else None) for number in range(20_000)}
    positions = {"a": Position(unit="u19999"), "b": Position(unit="u19998")}
    organization = Organization(units=units, positions=positions)
    assert coloring_of(organization, date(2026, 11, 1), "positions", None, ["a", "b"]).names == ("u19999", "u19998")


def test_roles_are_coloured_by_track_where_there_are_several(build):
    text = "orgmodel: 1\nroles: {a: {track: ic}, b: {track: TRACK}, c: {}}\n"
    chart = build(text.replace("TRACK", "management")).chart
    assert (chart.color_by, colored(chart)) == ("Track", {"a": "ic", "b": "management", "c": ""})
    assert build(text.replace("TRACK", "ic")).chart.colors == ()


def test_units_are_not_coloured_by_themselves(build):
    assert build("orgmodel: 1\nunits: {a: {kind: team}, b: {kind: circle}}\n").chart.colors == ()


# -- asked for


MODEL = """\
orgmodel: 1
roles:
  pm: {title: PM, level: 3, track: ic, grade: L3, family: product, fields: {cost: '7'}}
  cpo: {title: CPO, level: 10, track: executive, grade: X}
units: {pay: {title: Payments, kind: team, fields: {floor: '2'}}, fun: {kind: circle}}
positions:
  a: {role: pm, unit: pay, holder: Li, employment: agent, fields: {site: Lisbon}}
  b: {role: cpo, unit: fun}
  c: {role: pm, level: 4, grade: L4}
"""


@pytest.mark.parametrize(
    ("of", "key", "heading", "values"),
    [
        ("positions", "unit", "Unit", ["Payments", "fun", ""]),
        ("positions", "role", "Role", ["PM", "CPO", "PM"]),
        ("positions", "level", "Level", ["Level 3", "Level 10", "Level 4"]),
        ("positions", "track", "Track", ["ic", "executive", "ic"]),
        ("positions", "status", "Status", ["filled", "vacant", "vacant"]),
        ("positions", "grade", "Grade", ["L3", "X", "L4"]),
        ("positions", "employment", "Employment", ["agent", "", ""]),
        ("positions", "site", "Site", ["Lisbon", "", ""]),
        ("positions", "fields.site", "Site", ["Lisbon", "", ""]),
        ("positions", "none", "", ["", "", ""]),
        ("roles", "level", "Level", ["Level 3", "Level 10"]),
        ("roles", "track", "Track", ["ic", "executive"]),
        ("roles", "family", "Family", ["product", ""]),
        ("roles", "grade", "Grade", ["L3", "X"]),
        ("roles", "cost", "Cost", ["7", ""]),
        ("units", "kind", "Kind", ["team", "circle"]),
        ("units", "floor", "Floor", ["2", ""]),
        ("units", "none", "", ["", ""]),
    ],
)
def test_cards_are_coloured_by_what_was_asked_for(build, of, key, heading, values):
    chart = build(MODEL, of=of, color_by=key).chart
    assert (chart.color_by, list(colored(chart).values())) == (heading, values)


def test_every_key_is_proven_above():
    assert sum(map(len, KEYS.values())) == 12


def test_levels_stand_in_the_legend_from_the_highest_down(build):
    assert build(MODEL, color_by="level").chart.colors == ("Level 10", "Level 4", "Level 3")


def test_of_more_than_eight_values_the_most_frequent_have_a_colour_of_their_own(build):
    fields = [f"v{number}" for number in range(9)] + ["v8"]
    lines = "".join(f"  p{place}: {{fields: {{site: {value}}}}}\n" for place, value in enumerate(fields))
    colors = build(f"orgmodel: 1\npositions:\n{lines}", color_by="site").chart.colors
    assert colors == (*(f"v{number}" for number in range(7)), "v8", "v7")


def test_a_field_that_no_shown_card_has_leaves_the_chart_without_colours(build):
    chart = build(MODEL, color_by="site", root="b").chart
    assert (chart.color_by, chart.colors) == ("", ())


@pytest.mark.parametrize(
    ("of", "key", "said"),
    [
        ("positions", "units", 'positions cannot be coloured by "units"; did you mean "unit"?'),
        ("positions", "sites", 'positions cannot be coloured by "sites"; did you mean "site"?'),
        ("roles", "unit", 'roles cannot be coloured by "unit"'),
        ("units", "kinds", 'units cannot be coloured by "kinds"; did you mean "kind"?'),
        ("positions", "non", 'positions cannot be coloured by "non"; did you mean "none"?'),
    ],
)
def test_an_unknown_key_is_refused_with_the_nearest(build, of, key, said):
    with pytest.raises(UsageError) as error:
        build(MODEL, of=of, color_by=key)
    assert str(error.value).startswith(said)
