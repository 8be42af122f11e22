from __future__ import annotations

from typing import Any


def test_a_self_report_stands_at_its_line(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  top: {holder: Ada}\n  a: {title: Lead, reports_to: a}\n"
    (found,) = findings(text, "self-report")
    assert found.message == 'position "a" (Lead) reports to itself'
    assert (found.place.mark.line, found.place.mark.column) == (4, 32)
    assert found.entities == ("position:a",)


def test_a_further_line_to_itself_counts(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  top: {holder: Ada}\n  a: {reports_to: [top, a]}\n"
    (found,) = findings(text, "self-report")
    assert (found.place.mark.line, found.place.mark.column) == (4, 25)


def test_a_repeated_row_that_reports_to_itself_counts_at_that_row(findings: Any) -> None:
    (found,) = findings({"staff.csv": "Employee ID,Manager ID\n1,\n2,1\n2,2\n"}, "self-report")
    assert str(found.place) == "staff.csv:4:2"


def test_a_role_that_reports_to_itself_counts_only_without_positions(findings: Any) -> None:
    roles = "orgmodel: 1\nroles:\n  chief: {}\n  manager: {reports_to: manager}\n  pm: {reports_to: chief}\n"
    assert [found.entities for found in findings(roles, "self-report")] == [("role:manager",)]
    seats = roles + "positions:\n  a: {role: manager, reports_to: ~}\n"
    assert findings(seats, "self-report") == []


def test_a_repeat_with_another_line_is_no_self_report(findings: Any) -> None:
    assert findings({"staff.csv": "Employee ID,Manager ID\n1,\n2,1\n2,1\n"}, "self-report") == []
