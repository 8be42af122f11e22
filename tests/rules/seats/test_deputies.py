"""Deputies: none named, in a ring, vacant, or the holder themself."""

from __future__ import annotations

from typing import Any

import pytest

TOP = "orgmodel: 1\npositions:\n  top: {holder: Ada, deputy: a}\n"


def test_leaders_without_deputy_are_one_finding(findings: Any) -> None:
    text = TOP + "  a: {reports_to: top, holder: Sam}\n  b: {reports_to: a, holder: Li}\n  c: {reports_to: b}\n"
    (found,) = findings(text, "no-deputy")
    assert found.message == '2 of 3 positions that lead have no deputy: "a" and "b"'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("info", 4, 3)
    assert found.entities == ("position:a", "position:b")


def test_silent_while_nobody_names_a_deputy(findings: Any) -> None:
    assert findings(TOP.replace(", deputy: a", "") + "  a: {reports_to: top}\n", "no-deputy") == []


def test_a_leader_who_owns_a_row_is_told_with_that_row_and_not_again(findings: Any) -> None:
    text = (
        "orgmodel: 1\nroles: {pm: {}, dev: {}}\npositions:\n  top: {holder: Ada, deputy: a}\n"
        "  a: {reports_to: top, role: pm, holder: Sam}\n  d: {reports_to: a, role: dev, holder: Li}\n"
        "  e: {reports_to: d, role: dev, holder: Bo}\nactivities:\n  x: {assign: {A: pm, R: dev}}\n"
    )
    (found,) = findings(text, "no-deputy")
    assert found.message == '1 of 3 positions that lead has no deputy: "d"'
    (found,) = findings(text, "owner-without-deputy")
    assert found.message == 'position "a" (pm) owns "x" and names no deputy'


def test_two_seats_that_stand_in_for_each_other_are_ordinary(findings: Any) -> None:
    text = TOP + "  a: {reports_to: top, holder: Sam, deputy: top}\n"
    assert findings(text, "deputy-loop") == []


RING = TOP.replace("{", "{{").replace("}", "}}") + (
    "  a: {{reports_to: top, deputy: b{a}}}\n  b: {{reports_to: top, deputy: c{b}}}\n"
    "  c: {{reports_to: top, deputy: a{c}}}\n"
)


def test_a_ring_of_three_is_an_info_while_somebody_sits_there(findings: Any) -> None:
    text = RING.format(a=", holder: Sam", b="", c="")
    (found,) = findings(text, "deputy-loop")
    assert found.message == '3 positions stand in for each other in a ring: "a" → "b" → "c" → "a"'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("info", 4, 32)
    assert found.entities == ("position:a", "position:b", "position:c")
    assert [item.note for item in found.related] == ['deputy of "b"', 'deputy of "c"']


def test_a_ring_of_vacant_seats_is_a_warning_and_told_once(findings: Any) -> None:
    text = RING.format(a="", b="", c="")
    (found,) = findings(text, "deputy-loop")
    assert (found.severity, found.message) == (
        "warning",
        '3 positions, all vacant, stand in for each other in a ring: "a" → "b" → "c" → "a"',
    )
    (vacant,) = findings(text, "deputy-vacant")
    assert vacant.message == 'the deputy of "top" is position "a", which is vacant'


def test_a_person_stands_for_their_seat(findings: Any) -> None:
    text = TOP + (
        "  a: {reports_to: top, holder: Sam, deputy: 'person:Li'}\n  b: {reports_to: top, holder: Li, deputy: c}\n"
        "  c: {reports_to: top, holder: Bo, deputy: Sam}\n"
    )
    assert [found.entities for found in findings(text, "deputy-loop")] == [("position:a", "position:b", "position:c")]


def test_a_vacant_deputy_of_several_is_one_finding(findings: Any) -> None:
    text = TOP + "  a: {reports_to: top, title: Lead}\n  b: {reports_to: top, holder: Li, deputy: a}\n"
    (found,) = findings(text, "deputy-vacant")
    assert found.message == 'the deputy of "top" and "b" is position "a" (Lead), which is vacant'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("info", 3, 30)
    assert found.entities == ("position:top", "position:b", "position:a")


def test_where_both_are_vacant_it_is_a_warning_there(findings: Any) -> None:
    text = TOP + "  a: {reports_to: top}\n  b: {reports_to: top, deputy: a}\n"
    (found,) = findings(text, "deputy-vacant")
    assert found.message == 'the deputy of "top" and "b" is position "a", which is vacant; "b" is vacant too'
    assert (found.severity, found.place.mark.line, found.entities[0]) == ("warning", 5, "position:b")


def test_a_role_of_which_every_seat_is_vacant(findings: Any) -> None:
    text = (
        "orgmodel: 1\nroles: {pm: {title: Product Manager}}\npositions:\n  top: {holder: Ada, deputy: 'role:pm'}\n"
        "  a: {reports_to: top, role: pm}\n  b: {reports_to: top, role: pm}\n"
    )
    (found,) = findings(text, "deputy-vacant")
    assert found.message == 'the deputy of "top" is role "pm" (Product Manager), of which every seat is vacant'
    assert findings(text.replace("b: {", "b: {holder: Li, "), "deputy-vacant") == []


@pytest.mark.parametrize(
    ("seats", "message"),
    [
        ("  a: {reports_to: top, holder: Sam, deputy: a}\n", 'position "a" is its own deputy'),
        ("  a: {reports_to: top, holder: Sam, deputy: Sam}\n", 'the deputy of position "a" is its holder "Sam"'),
        (
            "  a: {reports_to: top, holder: Sam, deputy: b}\n  b: {reports_to: top, holder: Sam}\n",
            'the deputy of position "a" is its holder "Sam" through "b"',
        ),
    ],
)
def test_a_deputy_who_is_the_holder(findings: Any, seats: str, message: str) -> None:
    (found,) = findings(TOP + seats, "deputy-is-holder")
    assert found.message == message
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("warning", 4, 45)
    assert found.entities[0] == "position:a"


def test_a_deputy_in_a_shared_seat_or_of_the_same_name_in_a_table_is_another(findings: Any) -> None:
    text = TOP + "  a: {reports_to: top, holder: Sam, deputy: b}\n  b: {reports_to: top, holders: [Sam, Li]}\n"
    assert findings(text, "deputy-is-holder") == []
    text = TOP + "  a: {reports_to: top, deputy: b}\n  b: {reports_to: top}\n"
    assert findings(text, "deputy-is-holder") == []
    table = {"s.csv": "id,holder,deputy\n1,Sam,2\n2,Sam,\n"}
    assert findings(table, "deputy-is-holder") == []


def test_deputies_that_do_not_exist_or_are_over_are_told_elsewhere(findings: Any) -> None:
    text = TOP.replace("deputy: a", "deputy: nobody") + "  a: {deputy: old}\n  old: {reports_to: top, status: ended}\n"
    for rule in ("deputy-loop", "deputy-vacant", "deputy-is-holder"):
        assert findings(text, rule) == []
    assert len(findings(text, "reference-not-in-force")) == 1
