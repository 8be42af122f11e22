"""Answers about rows: the seats and people of each letter, in each place, and the way up."""

from __future__ import annotations

from datetime import date

import pytest

from orgmodel.analysis.attention import Cause
from orgmodel.analysis.who_ask import ask
from orgmodel.errors import UsageError

DAY = date(2026, 11, 1)

# cpo over dir; dir over pm-a (shared by Li and Bo), pm-b (vacant, Sam Ortiz stands in), pm-c (interim);
# teams a, b, c within all; qa is a role of which there is no seat.
ORG = """\
roles:
  cpo: {title: Chief Product Officer}
  dir: {title: Director, reports_to: cpo}
  pm: {title: Product Manager, aliases: [Planner], reports_to: dir}
  qa: {title: Tester}
  customer: {external: true}
units:
  all: {title: Everything, head: s-cpo}
  a: {title: Team A, kind: team, parent: all, head: pm-a}
  b: {title: Team B, kind: team, parent: all, head: pm-b}
  c: {title: Team C, kind: team, parent: all}
  a1: {title: Squad, parent: a}
people: {ada: {name: Ada Park, email: ada@x.org}, idle: {name: Ida Lee}}
positions:
  s-cpo: {role: cpo, unit: all, holder: ada, reports_to: ~}
  s-dir: {role: dir, unit: all, holder: Sam Ortiz, dotted_to: [s-cpo]}
  pm-a: {role: pm, unit: a, holders: [{person: Li, fte: 0.5}, {person: Bo, fte: 0.5}]}
  pm-b: {role: pm, unit: b, deputy: s-dir}
  pm-c: {role: pm, unit: c, holders: [{person: Away}, {person: Cy, kind: interim}]}
activities:
  vision: {title: Set the vision, kind: decision, assign: {A: dir, R: pm, C: [customer], I: unit:a}, escalates_to: cpo}
  backlog: {title: Rank the backlog, per: team, assign: {A: pm, R: pm, I: dir}}
  own: {title: Keep a diary, per: role:pm, assign: {A: pm}}
  test: {assign: {A: qa, R: pm}}
  none: {assign: {R: pm}}
  two: {assign: {A: [cpo, dir], R: pm}}
  all-pms: {assign: {A: pm, R: pm}}
  free: {unowned: nobody has to, assign: {R: pm}}
  over: {until: 2026-01-01, assign: {A: pm}}
  party: {assign: {A: person:ada, R: pm}}
assignments:
  - {activity: vision, role: pm, letter: A, source: book}
  - {activity: vision, role: cpo, letter: none, source: paper}
  - {activity: said, role: dir, letter: A, source: book}
  - {activity: said, role: pm, letter: A, source: paper}
"""
FULL = ORG.replace("  party: {", "  said: {}\n  party: {")


@pytest.fixture
def who(model):
    organization = model(FULL)
    return lambda name=None, **options: ask(organization, DAY, name, **options)


def people(part):
    return [sitter.person.title for seat in part.seats for sitter in seat.holders]


def one(answer, letter, place=0):
    (part,) = [part for part in answer.places[place].parts if part.letter == letter]
    return part


# Rows ----------------------------------------------------------------------------------------------


def test_a_letter_leads_to_seat_and_person(who):
    part = one(who("vision"), "A")
    assert (part.name, part.trait, [seat.position.id for seat in part.seats]) == ("Accountable", "owner", ["s-dir"])
    assert people(part) == ["Sam Ortiz"]


def test_an_external_role_is_told_as_external(who):
    assert one(who("vision"), "C").external


def test_the_way_up_goes_from_the_owner_to_the_top(who):
    (way,) = who("vision").places[0].ways
    assert ([seat.position.id for seat in way.seats], way.end) == (["s-cpo"], "top")


def test_what_a_row_escalates_to_is_resolved(who):
    escalation = who("vision").places[0].escalates_to
    assert people(escalation) == ["Ada Park"]


def test_claims_and_denials_stand_beside_the_decision(who):
    claims = who("vision").claims
    assert [(claim.letter, claim.party.id, claim.sources, claim.denied) for claim in claims] == [
        ("A", "pm", ("book",), False),
        ("none", "cpo", ("paper",), True),
    ]


def test_claims_that_are_judged_carry_their_sources(who):
    answer = who("said")
    assert [(part.party.id, part.sources) for part in answer.places[0].parts] == [
        ("dir", ("book",)),
        ("pm", ("paper",)),
    ]
    assert answer.places[0].troubles == (Cause.DISAGREEMENT,)


def test_a_row_for_each_team_has_a_place_for_each_team(who):
    assert [place.unit.id for place in who("backlog").places] == ["a", "b", "c"]


def test_a_job_share_is_one_hand_with_two_people_and_no_trouble(who):
    place = who("backlog").places[0]
    part = place.owners[0]
    assert (people(part), part.hands, part.seats[0].shared, place.troubles) == (["Li", "Bo"], 1, True, ())


def test_a_vacant_owner_is_told_with_the_deputy_who_stands_in(who):
    place = who("backlog").places[1]
    (seat,) = place.owners[0].seats
    assert (seat.state, [person.title for person in seat.standing_in]) == ("vacant", ["Sam Ortiz"])
    assert place.troubles == (Cause.VACANT,)


def test_an_interim_holder_is_told_as_interim(who):
    (sitter,) = who("backlog").places[2].owners[0].seats[0].holders
    assert (sitter.person.title, sitter.interim) == ("Cy", True)


def test_a_row_for_each_seat_has_a_place_for_each_seat(who):
    assert [place.seat.id for place in who("own").places] == ["pm-a", "pm-b", "pm-c"]


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("test", Cause.NO_SEAT),
        ("none", Cause.NOBODY),
        ("two", Cause.SEVERAL),
        ("all-pms", Cause.SEVERAL_SEATS),
    ],
)
def test_the_reason_why_nobody_or_several_answer(who, name, trouble):
    assert who(name).places[0].troubles == (trouble,)


def test_a_row_without_an_owner_on_purpose_has_no_trouble(who):
    answer = who("free")
    assert (answer.asked, answer.unowned, answer.places[0].troubles) == (False, "nobody has to", ())


def test_a_row_that_is_over_has_no_place(who):
    answer = who("over")
    assert (answer.in_force, answer.places) == (False, ())


def test_a_person_named_in_a_row_answers(who):
    assert [person.title for person in one(who("party"), "A").people] == ["Ada Park"]


def test_roles_alone_have_a_way_up_of_roles(model):
    organization = model("roles: {top: {}, pm: {reports_to: top}}\nactivities: {x: {assign: {A: pm}}}\n")
    (way,) = ask(organization, DAY, "x").places[0].ways
    assert [role.id for role in way.roles] == ["top"]


def test_a_way_up_that_ends_in_a_loop_says_so(model):
    organization = model(
        "roles: {pm: {}}\nactivities: {x: {assign: {A: pm}}}\n"
        "positions: {p: {role: pm, holder: P, reports_to: q}, q: {holder: Q, reports_to: p}}\n"
    )
    (way,) = ask(organization, DAY, "x").places[0].ways
    assert ([seat.position.id for seat in way.seats], way.end) == (["q"], "loop")


# For one unit --------------------------------------------------------------------------------------


def test_a_unit_gets_its_own_place_of_the_row(who):
    assert [place.unit.id for place in who("backlog", unit="Team B").places] == ["b"]


def test_a_unit_below_gets_the_place_of_the_nearest_unit_above(who):
    assert [place.unit.id for place in who("backlog", unit="a1").places] == ["a"]


def test_a_unit_above_gets_the_places_of_the_units_below(who):
    assert [place.unit.id for place in who("backlog", unit="all").places] == ["a", "b", "c"]


def test_a_unit_gets_the_seats_within_it_of_a_row_for_each_seat(who):
    assert [place.seat.id for place in who("own", unit="c").places] == ["pm-c"]


def test_a_row_that_exists_once_is_narrowed_to_the_seat_nearest_to_the_unit(who):
    (place,) = who("all-pms", unit="c").places
    assert (place.narrowed, [seat.position.id for seat in place.owners[0].seats]) == (True, ["pm-c"])
    assert (place.troubles, place.whole) == ((), (Cause.SEVERAL_SEATS,))


def test_a_place_can_be_named_with_the_activity(who):
    assert [place.unit.id for place in who("activity:backlog@c").places] == ["c"]


def test_an_unknown_unit_is_refused_with_the_nearest_one(who):
    with pytest.raises(UsageError, match=r'there is no unit "Team D"; did you mean unit:. "Team'):
        who("backlog", unit="Team D")


# Who answers for what ------------------------------------------------------------------------------


def test_without_a_name_each_row_has_a_line_for_each_place(who):
    lines = [(row.activity.id, row.place.id if row.place else None) for row in who().rows]
    assert lines[:7] == [
        ("vision", None),
        ("backlog", "a"),
        ("backlog", "b"),
        ("backlog", "c"),
        ("own", "pm-a"),
        ("own", "pm-b"),
        ("own", "pm-c"),
    ]


def test_a_row_that_is_over_has_no_line(who):
    assert "over" not in {row.activity.id for row in who().rows}


def test_the_lines_can_be_cut_to_one_unit(who):
    lines = [(row.activity.id, row.place.id) for row in who(unit="b").rows]
    assert lines[1:3] == [("backlog", "b"), ("own", "pm-b")]
