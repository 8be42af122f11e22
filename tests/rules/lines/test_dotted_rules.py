from __future__ import annotations

from typing import Any

import pytest

SEATS = "orgmodel: 1\npositions:\n  top: {holder: Ada}\n"


def test_a_dotted_line_to_itself_is_told_at_that_item(findings: Any) -> None:
    (found,) = findings(SEATS + "  a: {reports_to: top, dotted_to: [top, a]}\n", "dotted-to-self")
    assert found.message == 'position "a" has a dotted line to itself'
    assert found.severity == "warning"
    assert (found.place.mark.line, found.place.mark.column) == (4, 41)
    assert found.entities == ("position:a",)


def test_a_dotted_line_to_the_manager_repeats_the_solid_one(findings: Any) -> None:
    (found,) = findings(SEATS + "  a: {reports_to: top, dotted_to: top}\n", "dotted-repeats-solid")
    assert found.message == 'position "a" has a dotted line to its manager "top"'
    assert found.severity == "info"
    assert (found.place.mark.line, found.place.mark.column) == (4, 35)
    assert [(related.place.mark.column, related.note) for related in found.related] == [(19, "the solid line")]
    assert found.entities == ("position:a", "position:top")


def test_a_dotted_line_to_the_derived_manager_repeats_it_too(findings: Any) -> None:
    text = (
        "orgmodel: 1\nroles:\n  lead: {}\n  pm: {reports_to: lead}\n"
        "positions:\n  x: {role: lead}\n  a: {role: pm, dotted_to: x}\n"
    )
    (found,) = findings(text, "dotted-repeats-solid")
    assert (found.place.mark.line, found.place.mark.column) == (7, 28)


def test_a_dotted_line_elsewhere_is_silent(findings: Any) -> None:
    text = SEATS + "  b: {reports_to: top}\n  a: {reports_to: b, dotted_to: top}\n"
    for rule in ("dotted-repeats-solid", "dotted-to-self", "dotted-loop"):
        assert findings(text, rule) == []


def test_a_dotted_line_of_another_day_is_silent(findings: Any) -> None:
    text = SEATS + "  a: {reports_to: top, dotted_to: {to: top, until: 2026-01-31}}\n"
    assert findings(text, "dotted-repeats-solid") == []


def test_a_dotted_loop_is_one_finding_with_its_path(findings: Any) -> None:
    text = SEATS + "  a: {reports_to: top, dotted_to: b}\n  b: {reports_to: top, dotted_to: [c]}\n  c: {dotted_to: a}\n"
    (found,) = findings(text, "dotted-loop")
    assert found.message == 'dotted lines of 3 positions lead in a ring: "a" → "b" → "c" → "a"'
    assert (found.place.mark.line, found.place.mark.column) == (4, 35)
    assert found.entities == ("position:a", "position:b", "position:c")
    assert [related.note for related in found.related] == ['"b" to "c"', '"c" to "a"']


def test_a_ring_that_needs_a_solid_line_is_no_dotted_loop(findings: Any) -> None:
    assert findings(SEATS + "  a: {reports_to: top}\n  b: {reports_to: a}\n  c: {dotted_to: b}\n", "dotted-loop") == []


def test_dotted_lines_between_roles_are_judged_too(findings: Any) -> None:
    text = "orgmodel: 1\nroles:\n  a: {dotted_to: [b, a]}\n  b: {dotted_to: a, reports_to: a}\n"
    assert [found.entities for found in findings(text, "dotted-loop")] == [("role:a", "role:b")]
    assert [found.entities for found in findings(text, "dotted-to-self")] == [("role:a",)]
    assert [found.entities for found in findings(text, "dotted-repeats-solid")] == [("role:b", "role:a")]


@pytest.mark.parametrize(
    ("seat", "expected"),
    [
        ("{reports_to: [top, b], dotted_to: b}", 1),
        ("{reports_to: later, dotted_to: later}", 1),
        ("{reports_to: lost, dotted_to: lost}", 1),
        ("{reports_to: top, dotted_to: later}", 0),
        ("{reports_to: {to: b, until: 2020-01-31}, dotted_to: b}", 0),
        ("{status: planned, reports_to: b, dotted_to: b}", 1),
    ],
)
def test_the_solid_line_may_lead_to_a_seat_that_is_not_there_or_be_one_of_several(
    findings: Any, seat: str, expected: int
) -> None:
    text = SEATS + f"  a: {seat}\n  b: {{reports_to: top}}\n  later: {{status: planned, reports_to: top}}\n"
    assert len(findings(text, "dotted-repeats-solid")) == expected
