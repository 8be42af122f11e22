"""The network of responsibilities."""

from __future__ import annotations

import pytest
from figure_samples import random_network, value_of
from measured_pictures import boxes, crossed, lines_of, outside, overlapping

from orgmodel.charts.network.dot import render
from orgmodel.charts.network.network import Hub, Network, Party, Tie
from orgmodel.charts.network.order import crossings, order_of
from orgmodel.charts.network.picture import draw
from orgmodel.drawing.picture import Group, Label, Rect
from orgmodel.drawing.text import measure
from orgmodel.errors import UsageError

ORG = """\
units: {x: {title: Team X, kind: team}, y: {title: Team Y, kind: team}}
roles: {pm: {title: Manager}, dev: {title: Maker}, boss: {title: Boss}}
positions:
  boss: {role: boss, reports_to: , holder: Bea}
  pm-x: {role: pm, unit: x, reports_to: boss, holder: Ann}
  pm-y: {role: pm, unit: y, reports_to: boss, status: vacant}
  dev-x: {role: dev, unit: x, reports_to: pm-x, holder: Dan, seats: 3}
activities:
  plan: {title: Plan, per: team, assign: {A: pm, R: pm, C: boss}}
  build: {title: Build, assign: {R: dev, I: boss}}
  budget: {title: Budget, assign: {A: boss, R: boss, I: pm}}
"""


def test_an_activity_stands_once_for_each_place(tmp_path):
    hubs = value_of(tmp_path, ORG, "network", activity="plan").hubs
    assert hubs == (Hub("Plan", "Team X"), Hub("Plan", "Team Y"))


def test_owners_and_doers_stand_left_and_others_right(tmp_path):
    parties = value_of(tmp_path, ORG, "network", activity="plan").parties
    assert [(party.title, party.remark, party.is_left, party.is_vacant) for party in parties] == [
        ("Manager", "Ann, Team X", True, False),
        ("Boss", "Bea", False, False),
        ("Manager", "vacant, Team Y", True, True),
    ]


def test_letters_of_one_party_are_one_line(tmp_path):
    ties = value_of(tmp_path, ORG, "network", activity="plan").ties
    assert ties[0] == Tie(0, 0, ("A", "R"), "owner")


def test_a_row_without_an_owner_says_so(tmp_path):
    network = value_of(tmp_path, ORG, "network", activity="build")
    assert network.hubs == (Hub("Build", "nobody owns this", True),)


def test_a_unit_shows_what_it_owns_and_does_and_counts_the_rest(tmp_path):
    network = value_of(tmp_path, ORG, "network", unit="x")
    assert [hub.title for hub in network.hubs] == ["Plan", "Build"]
    assert network.notes == (
        "1 more activity, on which the unit is only asked or told, is not shown (--activity shows one, matrix all).",
    )


def test_parties_of_the_unit_are_marked(tmp_path):
    parties = value_of(tmp_path, ORG, "network", unit="x").parties
    assert {party.title: party.is_inside for party in parties} == {"Manager": True, "Boss": False, "Maker": True}


def test_a_title_names_the_unit_too(tmp_path):
    assert value_of(tmp_path, ORG, "network", unit="team x").inside == "Team X"


def test_a_claim_carries_a_question_mark(tmp_path):
    text = ORG + "  idea: {title: Idea}\nassignments:\n  - {activity: idea, role: pm, letter: A, source: blog}\n"
    network = value_of(tmp_path, text, "network", activity="idea")
    assert (network.ties[0].codes, network.notes) == (
        ("A?",),
        ("Letters with a ? are claimed by a source, not decided.",),
    )


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({}, "--of network wants a middle"),
        ({"unit": "z"}, 'there is no unit "z"'),
        ({"activity": "plam"}, 'there is no activity "plam"'),
        ({"unit": "y", "activity": "build"}, "nobody has a part in anything of Team Y, Build on 2026-11-01"),
    ],
)
def test_what_cannot_be_drawn_is_one_clear_line(tmp_path, asked, message):
    with pytest.raises(UsageError, match=message):
        value_of(tmp_path, ORG, "network", **asked)


@pytest.mark.parametrize("seed", range(5))
def test_no_line_runs_through_a_box(tmp_path, seed):
    picture = draw(value_of(tmp_path, random_network(seed), "network", unit="u"))
    every = boxes(picture, "card", "quiet_card")
    ties = lines_of(picture)
    assert len(ties) > 50
    assert [line for line in ties if crossed(line, every)] == []
    assert overlapping(every) == []
    assert outside(picture) == []


def test_every_line_begins_and_ends_at_a_box(tmp_path):
    picture = draw(value_of(tmp_path, random_network(1), "network", unit="u"))
    every = boxes(picture, "card", "quiet_card")

    def touches(point):
        x, y = point
        return any(x in {box.x, box.x + box.width} and box.y <= y <= box.y + box.height for box in every)

    assert [line for line in lines_of(picture) if not (touches(line.points[0]) and touches(line.points[-1]))] == []


def test_texts_stay_in_their_boxes(tmp_path):
    text = ORG.replace("title: Manager", f"title: {'Manager of many things ' * 9}").replace("Plan,", "P" * 300 + ",")
    picture = draw(value_of(tmp_path, text, "network", unit="x"))
    checked = 0
    for group in picture.shapes:
        if isinstance(group, Group) and isinstance(group.shapes[0], Rect):
            box = group.shapes[0]
            for label in (shape for shape in group.shapes if isinstance(shape, Label)):
                wide = measure(label.text, label.size, bold=label.bold)
                left = label.x - (wide / 2 if label.anchor == "middle" else 0)
                assert box.x <= left
                assert left + wide <= box.x + box.width
                assert box.y < label.y - 8
                assert label.y < box.y + box.height
                checked += 1
    assert checked > 5


def test_activities_are_ordered_so_that_few_lines_cross():
    parties = tuple(Party(name, "", True) for name in "abc")
    ties = tuple(Tie(number % 3, number, ("A",), "owner") for number in range(9))
    network = Network("", "", tuple(Hub(str(n)) for n in range(9)), parties, ties, ())
    assert crossings(network, list(range(9))) > crossings(network, order_of(network)) == 0
    assert order_of(network) == [0, 3, 6, 1, 4, 7, 2, 5, 8]


def test_an_order_without_crossings_is_that_of_the_file():
    parties = tuple(Party(name, "", True) for name in "abc")
    ties = tuple(Tie(number // 3, number, ("A",), "owner") for number in range(9))
    network = Network("", "", tuple(Hub(str(n)) for n in range(9)), parties, ties, ())
    assert order_of(network) == list(range(9))


def test_dot_has_a_node_for_each_box_and_an_edge_for_each_line(tmp_path):
    text = render(value_of(tmp_path, ORG, "network", activity="plan"))
    assert text.count("\t") == 3 + 2 + 3 + 4
    assert 'p0 -> h0 [label="A R"' in text
