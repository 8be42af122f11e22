"""Rows per a kind of unit, or per a role, of which there is none."""

from __future__ import annotations

from orgmodel.findings import Severity

START = "orgmodel: 1\nroles: {pm: {title: Product Manager}, dev: {}}\n"
UNITS = "units: {pay: {kind: team}, old: {kind: squad, until: 2026-01-01}}\n"


def _row(per):
    letters = "assign: {A: pm, R: pm}"
    return f"activities:\n  x:\n    per: {per}\n    {letters}\n  y: {{per: {per}, {letters}}}\n"


def test_a_kind_that_no_unit_has_is_one_finding_for_all_rows(findings):
    [found] = findings(START + UNITS + _row("taem"), "per-nothing")
    assert found.message == '2 rows ("x" and "y") are per "taem", but no unit has that kind; did you mean "team"?'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.WARNING, 6, 10)
    assert found.entities == ("activity:x", "activity:y")


def test_known_kinds_are_listed_where_none_is_near(findings):
    [found] = findings(START + UNITS + _row("region"), "per-nothing")
    assert found.message.endswith('no unit has that kind; kinds are "team" and "squad"')


def test_a_kind_out_of_force_is_said_so(findings):
    [found] = findings(START + UNITS + _row("squad"), "per-nothing")
    assert found.message.endswith("but no unit of that kind is in force on 2026-11-01")


def test_a_role_or_a_unit_in_place_of_a_kind_gets_its_own_fix(findings):
    assert "per: role:pm" in findings(START + UNITS + _row("pm"), "per-nothing")[0].fix
    assert 'the unit "pay"' in findings(START + UNITS + _row("pay"), "per-nothing")[0].fix


def test_without_units_a_row_exists_once(findings):
    assert findings(START + _row("team"), "ORG4") == findings(START + _row("team"), "ORG409")


def test_a_role_without_seats_is_nothing_while_there_are_seats(findings):
    seats = "positions: {dev-1: {role: dev, holder: Li}}\n"
    [found] = findings(START + seats + _row("role:pm"), "per-nothing")
    assert found.message.endswith('are per "role:pm", but "pm" (Product Manager) has no seat in force')
    assert findings(START + seats + _row("role:pm"), "owner-without-seat") == []
    assert findings(START + _row("role:pm"), "per-nothing") == []


def test_an_unknown_role_is_left_to_the_rule_of_references(findings):
    seats = "positions: {dev-1: {role: dev, holder: Li}}\n"
    assert findings(START + seats + _row("role:pmm"), "per-nothing") == []
