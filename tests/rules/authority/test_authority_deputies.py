"""Owners for whom nobody stands in: ORG612."""

from __future__ import annotations

import pytest
from authority_findings import notes, told

RULE = "owner-without-deputy"
SEATS = (
    "  p0: {holder: Boss, deputy: p1}\n"
    "  p1: {role: pm, holder: Li, reports_to: p0}\n"
    "  p2: {role: pm, holder: Ana, reports_to: p0}\n"
    "  p3: {role: dev, holder: Eve, reports_to: p0}\n"
    "  p4: {title: Chief of Staff, holder: Mo, reports_to: p0}\n"
)
"""Lines 4 to 8; the first row stands in line 10."""


def model(*rows: str, seats: str = SEATS) -> str:
    return (
        f"orgmodel: 1\nroles: {{pm: {{title: Product Manager}}, dev: {{}}}}\npositions:\n{seats}activities:\n"
        + "".join(f"  a{i}: {{{row}}}\n" for i, row in enumerate(rows))
    )


def test_one_seat_is_told_with_all_its_rows(findings):
    rows = ("title: One, assign: {A: dev, R: dev}", 'assign: {A: "position:p3", R: dev}', 'assign: {A: "person:Eve"}')
    [found] = findings(model(*rows), RULE)
    assert told([found]) == [
        (7, 3, "info", 'position "p3" (dev) owns 3 rows ("a0", "a1" and "a2") and names no deputy')
    ]
    assert found.entities == ("position:p3", "activity:a0", "activity:a1", "activity:a2")
    assert notes(found) == [(10, "owned")]


def test_seats_of_one_role_are_one_finding(findings):
    [found] = findings(model('title: One, per: "role:pm", assign: {A: pm, R: pm}'), RULE)
    assert told([found]) == [
        (5, 3, "info", '2 positions of "pm" (Product Manager) own "a0" (One) and name no deputy: "p1" and "p2"')
    ]
    assert found.entities == ("position:p1", "position:p2", "activity:a0@p1", "activity:a0@p2")
    assert notes(found) == [(6, "no deputy either"), (10, "owned")]


def test_seats_of_other_roles_and_of_none_are_findings_of_their_own(findings):
    rows = ("assign: {A: dev, R: dev}", 'assign: {A: "position:p4", R: dev}')
    one, two = findings(model(*rows), RULE)
    assert (one.entities[0], two.entities[0]) == ("position:p3", "position:p4")
    assert two.message == 'position "p4" (Chief of Staff) owns "a1" and names no deputy'
    assert one.fingerprint != two.fingerprint


@pytest.mark.parametrize(
    "entry",
    [
        "role: dev, holder: Eve, deputy: p1",
        "role: dev",
        "role: dev, seats: 3, status: filled",
        "role: dev, holders: [{person: Eve, fte: 0.5}, {person: Ute, fte: 0.5}]",
    ],
)
def test_seats_with_a_deputy_vacant_like_and_shared_ones_are_passed_over(findings, entry):
    seats = SEATS.replace("role: dev, holder: Eve", entry)
    assert findings(model("assign: {A: dev, R: dev}", seats=seats), RULE) == []


def test_an_undisclosed_holder_can_fall_ill_too(findings):
    seats = SEATS.replace("role: dev, holder: Eve", "role: dev, status: filled")
    assert len(findings(model("assign: {A: dev, R: dev}", seats=seats), RULE)) == 1


def test_silent_while_nobody_names_a_deputy(findings):
    assert findings(model("assign: {A: dev, R: dev}", seats=SEATS.replace(", deputy: p1", "")), RULE) == []


def test_who_only_does_or_advises_needs_none(findings):
    assert findings(model('assign: {A: "position:p0", R: dev, C: pm}'), RULE) == []


def test_one_of_several_seats_is_told_alone(findings):
    seats = SEATS.replace("holder: Li,", "holder: Li, deputy: p0,")
    [found] = findings(model('per: "role:pm", assign: {A: pm, R: pm}', seats=seats), RULE)
    assert found.message == 'position "p2" (Product Manager) owns "a0" and names no deputy'
