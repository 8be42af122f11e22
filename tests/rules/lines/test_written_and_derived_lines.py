from __future__ import annotations

from typing import Any

ROLES = """\
orgmodel: 1
roles:
  cpo: {title: Chief}
  director: {title: Director, reports_to: cpo}
  pm: {title: Product Manager, reports_to: director}
"""


def test_seats_of_one_role_without_a_manager_are_one_finding(findings: Any) -> None:
    text = ROLES + "units: {pay: {}}\npositions:\n  a: {role: pm, unit: pay}\n  b: {role: pm, unit: pay}\n"
    (found,) = findings(text, "missing-line")
    assert found.message == (
        '2 positions of role "pm" find no manager: "a" and "b"; '
        'the role reports to "director", which has no seat to report to in or above unit "pay"'
    )
    assert (found.place.mark.line, found.place.mark.column) == (8, 3)
    assert found.entities == ("position:a", "position:b", "role:pm")
    assert [(related.place.mark.line, related.note) for related in found.related] == [
        (9, "finds no manager either"),
        (5, "the usual line of the role"),
    ]


def test_a_seat_that_is_a_top_on_purpose_misses_no_line(findings: Any) -> None:
    assert findings(ROLES + "positions:\n  a: {role: pm, reports_to: ~}\n", "missing-line") == []


def test_a_role_above_that_is_passed_over_gives_the_line(findings: Any) -> None:
    text = ROLES + "positions:\n  chief: {role: cpo}\n  a: {role: pm}\n"
    assert findings(text, "missing-line") == []


def test_a_line_of_another_day_is_missing_on_this_one(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  top: {holder: Ada}\n  a: {reports_to: {to: top, until: 2026-01-31}}\n"
    (found,) = findings(text, "missing-line")
    assert found.message == 'position "a" has no line on 2026-11-01: those it writes are for other days'
    assert (found.place.mark.line, found.place.mark.column) == (4, 19)
    assert findings(text, "missing-line", day="2026-01-31") == []


def test_a_line_to_a_role_that_does_not_exist_says_so(findings: Any) -> None:
    (found,) = findings("orgmodel: 1\nroles:\n  pm: {reports_to: gone}\npositions:\n  a: {role: pm}\n", "missing-line")
    assert found.message == ('position "a" (pm) finds no manager; the role reports to "gone", which does not exist')


def test_seats_with_the_same_candidates_are_one_finding(findings: Any) -> None:
    text = ROLES + (
        "positions:\n  d1: {role: director, reports_to: ~}\n  d2: {role: director, reports_to: d1}\n"
        "  a: {role: pm}\n  b: {role: pm}\n"
    )
    (found,) = findings(text, "ambiguous-line")
    assert found.message == '2 positions ("a" and "b") could report to any of 2: "d1" and "d2"'
    assert (found.place.mark.line, found.place.mark.column) == (9, 3)
    assert found.entities == ("position:a", "position:b", "position:d1", "position:d2")
    assert [(related.place.mark.line, related.note) for related in found.related] == [
        (7, "a candidate"),
        (8, "a candidate"),
        (10, "has the same candidates"),
    ]


def test_the_head_of_the_unit_is_the_one_candidate(findings: Any) -> None:
    text = ROLES + (
        "units: {pay: {head: d2}}\npositions:\n  d1: {role: director, unit: pay, reports_to: ~}\n"
        "  d2: {role: director, unit: pay, reports_to: d1}\n  a: {role: pm, unit: pay}\n"
    )
    assert findings(text, "ambiguous-line") == []


def test_a_line_off_the_pattern_of_the_role_is_told_at_the_line(findings: Any) -> None:
    text = ROLES + "  analyst: {}\npositions:\n  x: {role: analyst}\n  a: {role: pm, reports_to: x}\n"
    (found,) = findings(text, "line-off-role-pattern")
    assert found.message == (
        'position "a" (Product Manager) reports to "x", whose role is "analyst"; '
        'role "pm" usually reports to "director"'
    )
    assert found.severity == "info"
    assert (found.place.mark.line, found.place.mark.column) == (9, 29)
    assert found.entities == ("position:a", "position:x", "role:pm")


def test_a_manager_further_up_the_pattern_is_no_deviation(findings: Any) -> None:
    text = ROLES + "positions:\n  x: {role: cpo}\n  a: {role: pm, reports_to: x}\n"
    assert findings(text, "line-off-role-pattern") == []


def test_a_manager_without_a_role_and_a_loop_of_roles_raise_nothing(findings: Any) -> None:
    roles = "orgmodel: 1\nroles:\n  a: {reports_to: b}\n  b: {reports_to: a}\n"
    text = roles + "positions:\n  x: {}\n  y: {role: a, reports_to: x}\n"
    assert findings(text, "line-off-role-pattern") == []


def test_two_solid_lines_on_one_day_are_told_at_the_second(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  x: {holder: Ada}\n  y: {reports_to: x}\n  a: {reports_to: [x, y]}\n"
    (found,) = findings(text, "two-managers")
    assert found.message == 'position "a" has 2 managers on 2026-11-01: "x" and "y"'
    assert (found.place.mark.line, found.place.mark.column) == (5, 23)
    assert found.entities == ("position:a", "position:x", "position:y")
    assert [related.place.mark.column for related in found.related] == [20]


def test_lines_that_follow_one_another_in_time_are_one_manager(findings: Any) -> None:
    text = (
        "orgmodel: 1\npositions:\n  x: {holder: Ada}\n  y: {reports_to: x}\n"
        "  a: {reports_to: [{to: x, until: 2026-12-31}, {to: y, from: 2027-01-01}]}\n"
    )
    assert findings(text, "two-managers") == []


def test_rows_of_one_id_with_two_managers_are_left_to_duplicate_id(findings: Any) -> None:
    assert findings({"staff.csv": "Employee ID,Manager ID\n1,\n2,1\n3,1\n3,2\n"}, "two-managers") == []


SEATS = {
    "org.yaml": "orgmodel: 1\ninclude: [seats.csv]\nroles:\n  lead: {}\n  pm: {reports_to: lead}\n",
    "seats.csv": "id,role,manager\nl-1,lead,\nl-2,lead,l-1\np-1,pm,\np-2,pm,\n",
}


def test_a_seat_of_a_table_that_could_report_to_several_stands_at_its_empty_cell(findings: Any) -> None:
    (found,) = findings(SEATS, "ambiguous-line")
    assert str(found.place) == "seats.csv:4:3"
    assert [str(other.place) for other in found.related] == ["seats.csv:2:1", "seats.csv:3:1", "seats.csv:5:3"]


def test_seats_of_a_table_that_find_no_manager_stand_at_their_empty_cells(findings: Any) -> None:
    table = "id,role,manager\nl-1,chief,\np-1,pm,\np-2,pm,\n"
    (found,) = findings(SEATS | {"seats.csv": table}, "missing-line")
    assert str(found.place) == "seats.csv:3:3"
    assert [str(other.place) for other in found.related] == ["seats.csv:4:3", "org.yaml:5:20"]
