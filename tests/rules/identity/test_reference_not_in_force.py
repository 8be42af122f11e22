"""References to what has ended or has not begun."""

from __future__ import annotations

from typing import Any

RULE = "reference-not-in-force"
SEATS = "orgmodel: 1\npositions:\n  top: {holder: Ada}\n  old: {reports_to: top, holder: Sam, until: 2026-06-30}\n"


def test_everything_that_leads_to_an_ended_seat_is_one_finding(findings: Any) -> None:
    text = SEATS + "  a: {reports_to: top, dotted_to: old}\n  b: {reports_to: top, deputy: old}\n"
    (found,) = findings(text, RULE)
    assert found.message == 'position "old" ended on 2026-06-30; 2 positions refer to it'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("warning", 6, 32)
    assert found.entities == ("position:b", "position:a", "position:old")
    assert [(item.place.mark.line, item.note) for item in found.related] == [
        (4, "this position"),
        (5, 'position "a" refers to it here'),
    ]


def test_a_planned_seat_is_an_info(findings: Any) -> None:
    text = SEATS + "  new: {reports_to: top, from: 2027-01-01}\n  a: {reports_to: top, dotted_to: new}\n"
    (found,) = findings(text, RULE)
    assert (found.severity, found.message) == (
        "info",
        'position "new" does not begin before 2027-01-01; position "a" has a dotted line to it',
    )


def test_a_solid_line_is_told_elsewhere(findings: Any) -> None:
    text = SEATS + "  a: {reports_to: old, holder: Li}\n"
    assert findings(text, RULE) == []
    assert len(findings(text, "reports-to-ended")) == 1


def test_what_is_over_itself_may_refer_to_what_is_over(findings: Any) -> None:
    text = (
        SEATS
        + "  a: {reports_to: top, dotted_to: old, status: ended}\n  b: {dotted_to: {to: old, until: 2026-01-31}}\n"
    )
    assert findings(text, RULE) == []


def test_one_of_several_heads(findings: Any) -> None:
    text = SEATS + "  a: {reports_to: top, unit: u}\nunits:\n  u: {heads: [a, old]}\n"
    (found,) = findings(text, RULE)
    assert found.message == 'position "old" ended on 2026-06-30; unit "u" is headed by it'
    assert (found.place.mark.line, found.place.mark.column) == (7, 18)


def test_a_unit_whose_only_head_is_gone_has_no_head(findings: Any) -> None:
    text = SEATS + "  a: {reports_to: top, unit: u}\nunits:\n  u: {head: old}\n  v: {head: top}\n"
    assert findings(text, RULE) == []
    assert [found.entities[0] for found in findings(text, "unit-without-head")] == ["unit:u"]


def test_seats_and_units_in_a_unit_that_is_closed(findings: Any) -> None:
    text = (
        "orgmodel: 1\npositions:\n  a: {unit: u}\n  b: {reports_to: a, unit: w, also_in: [u]}\n"
        "units:\n  u: {title: Growth, until: 2026-06-30}\n  w: {parent: u}\n"
    )
    (found,) = findings(text, RULE)
    assert found.message == 'unit "u" (Growth) ended on 2026-06-30; 2 positions and 1 unit refer to it'
    assert found.entities == ("position:a", "position:b", "unit:w", "unit:u")
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("warning", 3, 13)


def test_a_seat_in_a_unit_that_has_not_begun_is_a_warning(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  a: {unit: u}\nunits:\n  u: {from: 2027-01-01}\n"
    assert [found.severity for found in findings(text, RULE)] == ["warning"]


def test_letters_beside_owner_and_doer(findings: Any) -> None:
    text = (
        SEATS.replace("orgmodel: 1\n", "orgmodel: 1\nroles: {pm: {}}\n")
        + "  p: {role: pm, reports_to: top}\nactivities:\n"
        + '  x: {assign: {A: pm, R: pm, C: "position:old"}}\n  y: {assign: {A: "position:old", R: pm}}\n'
    )
    (found,) = findings(text, RULE)
    assert found.message == 'position "old" ended on 2026-06-30; activity "x" gives it a letter'
    assert len(findings(text, "owner-without-seat")) == 1


def test_a_closed_unit_with_a_letter(findings: Any) -> None:
    text = (
        "orgmodel: 1\nroles: {pm: {}}\nunits:\n  u: {until: 2026-01-31}\npositions:\n  p: {role: pm}\n"
        'activities:\n  x: {assign: {A: pm, R: "unit:u"}}\n'
    )
    assert [found.entities for found in findings(text, RULE)] == [("activity:x", "unit:u")]
