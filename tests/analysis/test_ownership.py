"""Who answers for a row, on paper and in seats, and whether that is clear."""

from __future__ import annotations

from datetime import date

import pytest

from orgmodel.analysis.attention import attention_of
from orgmodel.analysis.ownership import OwnershipReader, OwnerState
from orgmodel.graph.resolution import Resolver

DAY = date(2026, 11, 1)
MISSING, DOUBLE, VACANT, CLEAR = OwnerState.MISSING, OwnerState.DOUBLE, OwnerState.VACANT, OwnerState.CLEAR
ROLES = "roles: {pm: {}, lead: {}, customer: {external: true}}\n"


def reader(organization) -> OwnershipReader:
    return OwnershipReader(organization, Resolver(organization, DAY))


def state(organization) -> OwnerState:
    return reader(organization).state("a")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("{assign: {R: pm}}", MISSING),
        ("{assign: {}}", MISSING),
        ("{assign: {A: pm}}", CLEAR),
        ("{assign: {A: [pm, lead]}}", DOUBLE),
        ("{assign: {A: [pm, 'role:pm']}}", CLEAR),
        ("{assign: {A: {who: pm, until: 2026-10-31}}}", MISSING),
        ("{assign: {A: [{who: pm, until: 2026-10-31}, {who: lead, from: 2026-11-01}]}}", CLEAR),
        ("{unowned: nobody wants it, assign: {R: pm}}", CLEAR),
        ("{scheme: ours, assign: {A: [pm, lead]}}", CLEAR),
        ("{scheme: ours, assign: {A: [pm, lead, customer]}}", DOUBLE),
        ("{scheme: none, assign: {X: pm}}", CLEAR),
        ("{scheme: mocha, assign: {O: pm}}", CLEAR),
    ],
)
def test_on_paper_the_letters_alone_decide(model, row, expected):
    schemes = "schemes: {ours: {A: {max: 2, traits: [owner]}}, none: {X: {traits: [doer]}}}\n"
    assert state(model(f"{ROLES}{schemes}activities: {{a: {row}}}\n")) is expected


def test_several_on_paper_holds_for_every_place_of_the_row(model):
    organization = model(
        f"{ROLES}positions: {{s: {{role: pm}}, t: {{role: pm}}}}\n"
        "activities: {a: {per: 'role:pm', assign: {A: [pm, lead]}}}\n"
    )
    (ownership,) = reader(organization).of_activity("a")
    assert (ownership.on_paper, ownership.state, ownership.seats) == (True, DOUBLE, ())


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ("x: {role: lead, holder: Ada}", MISSING),
        ("s: {role: pm, holder: Ada}", CLEAR),
        ("s: {role: pm, holder: Ada}, t: {role: pm, holder: Bo}", DOUBLE),
        ("s: {role: pm, holder: Ada}, t: {role: pm, holder: Ada}", CLEAR),
        ("s: {role: pm, holder: Ada}, t: {role: pm}", DOUBLE),
        ("s: {role: pm}, x: {role: lead, holder: Ada}", VACANT),
        ("s: {role: pm}, t: {role: pm}, x: {role: lead, holder: Ada}", DOUBLE),
        ("s: {role: pm}, t: {role: lead}", CLEAR),
        ("s: {role: pm, status: vacant}", VACANT),
        ("s: {role: pm, deputy: x}, x: {role: lead, holder: Ada}", VACANT),
        ("s: {role: pm, status: filled}", CLEAR),
        ("s: {role: pm, holders: [{person: Ada, fte: 0.5}, {person: Bo, fte: 0.5}]}", CLEAR),
        ("s: {role: pm, holders: [{person: Ada}, {person: Bo}]}", DOUBLE),
        ("s: {role: pm, seats: 3, status: filled}", DOUBLE),
        ("s: {role: pm, holder: Ada, from: 2027-01-01}", MISSING),
        ("s: {role: pm, holder: Ada, until: 2026-10-31}", MISSING),
        ("s: {role: pm, holder: Ada}, t: {role: pm, holder: Bo, until: 2026-10-31}", CLEAR),
    ],
)
def test_one_owner_on_paper_is_judged_by_the_seats(model, positions, expected):
    assert state(model(f"{ROLES}positions: {{{positions}}}\nactivities: {{a: {{assign: {{A: pm}}}}}}\n")) is expected


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("customer", CLEAR),
        ("position:s", CLEAR),
        ("position:t", VACANT),
        ("position:ghost", MISSING),
        ("person:Ada", CLEAR),
        ("unit:u", CLEAR),
        ("unit:v", VACANT),
        ("unit:w", MISSING),
    ],
)
def test_an_owner_may_be_a_seat_a_person_a_unit_or_outside(model, owner, expected):
    organization = model(
        f"{ROLES}units: {{u: {{head: s}}, v: {{head: t}}, w: {{}}}}\n"
        "positions: {s: {role: pm, holder: Ada}, t: {role: lead}}\n"
        f"activities: {{a: {{assign: {{A: '{owner}'}}}}}}\n"
    )
    assert state(organization) is expected


PER = """\
units: {x: {kind: team}, y: {kind: team}, z: {kind: team}}
positions:
  px: {role: pm, unit: x, holder: Ada}
  py: {role: pm, unit: y}
  pz: {role: pm, unit: z, holder: Bo}
"""


def test_a_row_per_unit_is_judged_in_each_unit(model):
    organization = model(f"{ROLES}{PER}activities: {{a: {{per: team, assign: {{A: pm}}}}}}\n")
    found = [(ownership.instance.unit, ownership.state) for ownership in reader(organization).of_activity("a")]
    assert found == [("x", CLEAR), ("y", VACANT), ("z", CLEAR)]
    assert state(organization) is VACANT


@pytest.mark.parametrize(
    ("more", "expected"),
    [("", VACANT), ("  pz2: {role: pm, unit: z, holder: Cy}\n", DOUBLE), ("  w: {role: lead}\n", VACANT)],
)
def test_the_state_of_a_row_is_that_of_its_worst_place(model, more, expected):
    assert state(model(f"{ROLES}{PER}{more}activities: {{a: {{per: team, assign: {{A: pm}}}}}}\n")) is expected


def test_a_place_without_a_seat_is_worse_than_one_with_two(model):
    organization = model(
        f"{ROLES}units: {{x: {{kind: team}}, y: {{kind: team}}}}\n"
        "positions: {a: {role: pm, unit: x, holder: A}, b: {role: pm, unit: x, holder: B}}\n"
        "activities: {a: {per: team, assign: {A: pm}}}\n"
    )
    assert [ownership.state for ownership in reader(organization).of_activity("a")] == [DOUBLE, MISSING]
    assert state(organization) is MISSING


def test_like_seats_each_own_their_own_row(model):
    organization = model(
        f"{ROLES}positions: {{s: {{role: pm, seats: 6, status: filled}}}}\n"
        "activities: {a: {per: 'role:pm', assign: {A: pm}}}\n"
    )
    assert state(organization) is CLEAR
    assert attention_of(organization, Resolver(organization, DAY)).double == ()


def test_a_row_per_seat_is_owned_by_that_seat(model):
    organization = model(
        f"{ROLES}positions: {{s: {{role: pm, holder: A}}, t: {{role: pm, holder: B}}}}\n"
        "activities: {a: {per: 'role:pm', assign: {A: pm}}}\n"
    )
    assert [ownership.seats for ownership in reader(organization).of_activity("a")] == [("s",), ("t",)]


def test_counts_tell_every_row_in_force_once(model):
    organization = model(
        f"{ROLES}activities:\n  a: {{assign: {{A: pm}}}}\n  b: {{assign: {{R: pm}}}}\n"
        "  c: {assign: {A: [pm, lead]}}\n"
        "  old: {until: 2026-10-31, assign: {R: pm}}\n  open: {unowned: later}\n"
    )
    assert reader(organization).counts() == {CLEAR: 2, MISSING: 1, DOUBLE: 1, VACANT: 0}
