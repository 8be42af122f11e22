"""Units that answer for nothing."""

from __future__ import annotations

from column_matrix import matrix

from orgmodel.findings import Severity

ROLES = "{lead: {}, pm: {}, dev: {}}"
UNITS = (
    "units:\n  cards: {title: Cards, kind: team}\n  loans: {kind: team}\n  fraud: {title: Fraud, kind: team}\n"
    "  hr: {kind: office}\n"
)
SEATS = (
    "positions:\n  a: {role: lead, unit: cards, reports_to: ~}\n  b: {role: lead, unit: loans, reports_to: a}\n"
    "  c: {role: dev, unit: fraud, reports_to: a, seats: 3}\n  d: {role: dev, unit: hr, reports_to: a}\n"
)
OWNED = "assign: {A: lead, R: dev}"


def test_a_unit_whose_sisters_own_something(findings):
    [found] = findings(matrix(OWNED, roles=ROLES, more=UNITS + SEATS), "unit-owns-nothing")
    assert found.message == (
        'no row is owned by any seat of unit "fraud" (Fraud) (3 seats), while 2 sister units "cards" (Cards) and '
        '"loans" do own some'
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.INFO, 6, 3)
    assert found.entities == ("unit:fraud", "unit:cards", "unit:loans")
    assert [item.note for item in found.related] == ["owns rows", "owns rows"]


def test_seats_of_sub_units_heads_and_guests_own_for_the_unit(findings):
    below = UNITS + "  desk: {kind: circle, parent: fraud}\n" + SEATS + "  e: {role: lead, unit: desk, reports_to: a}\n"
    assert findings(matrix(OWNED, roles=ROLES, more=below), "ORG511") == []
    head = UNITS.replace("title: Fraud,", "title: Fraud, head: a,") + SEATS
    assert findings(matrix(OWNED, roles=ROLES, more=head), "ORG511") == []
    guest = UNITS + SEATS.replace("unit: loans,", "unit: loans, also_in: fraud,")
    assert findings(matrix(OWNED, roles=ROLES, more=guest), "ORG511") == []
    named = matrix(OWNED, "assign: {A: 'unit:fraud', R: dev}", roles=ROLES, more=UNITS + SEATS)
    assert findings(named, "ORG511") == []


def test_a_row_that_exists_nowhere_is_owned_by_nobody(findings):
    nowhere = "per: region, assign: {A: 'position:c', R: dev}"
    [found] = findings(matrix(OWNED, nowhere, roles=ROLES, more=UNITS + SEATS), "ORG511")
    assert found.entities[0] == "unit:fraud"


def test_units_of_which_most_own_nothing_hear_nothing(findings):
    only = matrix("assign: {A: 'position:a', R: dev}", roles=ROLES, more=UNITS + SEATS)
    assert findings(only, "ORG511") == []


def test_empty_units_other_parents_and_other_kinds_are_no_sisters(findings):
    empty = SEATS.replace("unit: fraud,", "unit: hr,")
    assert findings(matrix(OWNED, roles=ROLES, more=UNITS + empty), "ORG511") == []
    elsewhere = UNITS.replace("fraud: {title: Fraud,", "fraud: {title: Fraud, parent: hr,")
    assert findings(matrix(OWNED, roles=ROLES, more=elsewhere + SEATS), "ORG511") == []


def test_a_loop_of_units_does_no_harm(findings):
    loop = UNITS.replace("kind: office", "kind: office, parent: it") + "  it: {kind: office, parent: hr}\n" + SEATS
    assert [item.entities[0] for item in findings(matrix(OWNED, roles=ROLES, more=loop), "ORG511")] == ["unit:fraud"]
