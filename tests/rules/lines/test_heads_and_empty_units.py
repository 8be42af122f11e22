"""Heads of several units, heads led from elsewhere, units in which nobody sits."""

from __future__ import annotations

from typing import Any

UNITS = "orgmodel: 1\nunits:\n  co: {head: top}\n  a: {parent: co, head: x}\n  b: {parent: co, head: x}\n"
SEATS = "positions:\n  top: {unit: co}\n  x: {unit: a, reports_to: top, title: Lead}\n"


def test_one_head_of_two_units(findings: Any) -> None:
    (found,) = findings(UNITS + SEATS, "heads-several-units")
    assert found.message == 'position "x" (Lead) heads 2 units, none within another: "a" and "b"'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("info", 5, 25)
    assert found.entities == ("position:x", "unit:a", "unit:b")


def test_units_within_each_other_or_out_of_force_do_not_count(findings: Any) -> None:
    for other in ("parent: a, head: x", "parent: co, head: x, until: 2026-01-31", "parent: co, heads: [top, y]"):
        text = UNITS.replace("b: {parent: co, head: x}", f"b: {{{other}}}") + SEATS
        assert findings(text, "heads-several-units") == []


MATRIX = (
    "orgmodel: 1\nunits:\n  co: {head: top}\n  tribe: {parent: co, head: t}\n  chapter: {parent: co, head: c}\n"
    "  squad: {title: Search, parent: tribe, head: s}\n"
    "positions:\n  top: {unit: co}\n  t: {unit: tribe, reports_to: top}\n"
    "  c: {unit: chapter, reports_to: top, title: Chapter Lead}\n"
)


def test_a_head_who_is_led_from_beside_the_parent_unit(findings: Any) -> None:
    (found,) = findings(MATRIX + "  s: {unit: chapter, also_in: squad, reports_to: c}\n", "head-outside-parent-unit")
    assert found.message == (
        'unit "squad" (Search) lies in "tribe", but its head "s" reports to "c" (Chapter Lead), who belongs '
        "neither to that unit nor to one above it"
    )
    assert (found.severity, found.place.mark.line) == ("info", 6)
    assert found.entities == ("unit:squad", "position:s", "position:c")


def test_heads_led_from_the_parent_unit_or_above_are_ordinary(findings: Any) -> None:
    for line in ("t", "top", "~"):
        text = MATRIX + f"  s: {{unit: squad, reports_to: {line}}}\n"
        assert findings(text, "head-outside-parent-unit") == []


def test_a_line_that_leaves_the_own_unit_is_told_once(findings: Any) -> None:
    text = MATRIX + "  s: {unit: squad, reports_to: c}\n"
    assert findings(text, "head-outside-parent-unit") == []
    assert len(findings(text, "manager-outside-unit")) == 1


def test_a_unit_with_seats_of_other_days_only(findings: Any) -> None:
    text = UNITS.replace("b: {parent: co, head: x}", "b: {parent: co}\n  b1: {parent: b}") + SEATS
    text += "  y: {unit: b1, reports_to: x, status: ended}\n  z: {unit: b, reports_to: x, from: 2027-02-01}\n"
    (found,) = findings(text, "empty-unit")
    assert found.message == (
        'unit "b" has no position in force, nor has the 1 unit within it ("z" is planned for 2027-02-01, "y" has ended)'
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("info", 5, 3)
    assert found.entities == ("unit:b", "unit:b1")


def test_a_unit_that_nothing_names_is_told_once(findings: Any) -> None:
    text = UNITS.replace("b: {parent: co, head: x}", "b: {parent: co}") + SEATS
    assert findings(text, "empty-unit") == []
    assert [found.entities for found in findings(text, "unused-unit")] == [("unit:b",)]


def test_guests_and_heads_count_as_being_there(findings: Any) -> None:
    text = UNITS + SEATS
    assert findings(text, "empty-unit") == []
    text = UNITS.replace("b: {parent: co, head: x}", "b: {parent: co}") + SEATS.replace(
        "unit: a", "unit: a, also_in: b"
    )
    assert findings(text, "empty-unit") == []


def test_units_of_a_table_are_passed_over(findings: Any) -> None:
    assert findings({"s.csv": "id,unit,status,holder\n1,A,ended,\n2,B,,Ada\n"}, "empty-unit") == []


def test_people_led_by_an_agent(findings: Any) -> None:
    text = (
        "orgmodel: 1\npeople: {bot: {employment: agent}, li: {employment: employee}}\npositions:\n"
        "  top: {holder: Ada}\n  m: {reports_to: top, holder: bot, title: Dispatcher}\n"
        "  a: {reports_to: m, holder: li}\n  b: {reports_to: m, holder: bot}\n  c: {reports_to: m}\n"
    )
    (found,) = findings(text, "person-reports-to-agent")
    assert found.message == (
        '1 position held by people ("a") reports to position "m" (Dispatcher), which is held by a software agent'
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("warning", 6, 19)
    assert found.entities == ("position:m", "position:a")


def test_a_seat_may_say_itself_that_an_agent_sits_there(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  m: {holder: Bot, employment: agent}\n  a: {reports_to: m, holder: Li}\n"
    assert len(findings(text, "person-reports-to-agent")) == 1
    shared = (
        "orgmodel: 1\npeople: {bot: {employment: agent}}\n"
        "positions:\n  m: {holders: [bot, Li]}\n  a: {reports_to: m, holder: X Y}\n"
    )
    assert findings(shared, "person-reports-to-agent") == []
    assert findings(text.replace("holder: Li", "holder: Sub, employment: agent"), "person-reports-to-agent") == []


def test_a_head_who_sits_elsewhere_is_told_once(findings: Any) -> None:
    text = MATRIX + "  s: {unit: chapter, reports_to: c}\n  w: {unit: squad, reports_to: t}\n"
    assert [found.rule for found in findings(text, "ORG2")] == ["head-outside-unit"]
