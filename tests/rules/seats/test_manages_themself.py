from __future__ import annotations

from typing import Any


def seats(*rows: str) -> str:
    return "orgmodel: 1\npositions:\n" + "".join(f"  {row}\n" for row in rows)


def test_a_person_above_themself_is_told_at_the_lower_seat(findings: Any) -> None:
    (found,) = findings(seats("a: {holder: Ada}", "b: {reports_to: a, holder: Ada}"), "manages-themself")
    assert found.message == '"Ada" holds "a" and also "b", which reports to it'
    assert (found.place.mark.line, found.place.mark.column) == (4, 30)
    assert found.entities == ("person:Ada", "position:a", "position:b")
    assert [(related.place.mark.line, related.note) for related in found.related] == [(3, "the upper seat")]


def test_a_line_over_others_counts_too(findings: Any) -> None:
    text = seats("a: {holder: Ada}", "b: {reports_to: a, holder: Bo}", "c: {reports_to: b, holder: Ada}")
    (found,) = findings(text, "manages-themself")
    assert found.message == '"Ada" holds "a" and also "c", which reports to it in the end'


def test_several_lower_seats_are_one_finding_for_the_upper_one(findings: Any) -> None:
    text = seats("a: {holder: Ada}", "b: {reports_to: a, holder: Ada}", "c: {reports_to: a, holder: Ada}")
    (found,) = findings(text, "manages-themself")
    assert found.message == '"Ada" holds "a" and also "b" and "c", which report to it'


def test_seats_side_by_side_are_silent(findings: Any) -> None:
    text = seats("a: {holder: Ada}", "b: {reports_to: a, holder: Bo}", "c: {reports_to: a, holder: Bo}")
    assert findings(text, "manages-themself") == []


def test_standing_in_is_information(findings: Any) -> None:
    text = seats("a: {holder: Ada}", "b: {reports_to: a, holders: [{person: Ada, kind: interim}]}")
    (found,) = findings(text, "manages-themself")
    assert found.severity == "info"
    assert (found.place.mark.line, found.place.mark.column) == (4, 32)


def test_undisclosed_holders_and_namesakes_in_a_table_are_silent(findings: Any) -> None:
    assert findings(seats("a: {status: filled}", "b: {reports_to: a, status: filled}"), "manages-themself") == []
    table = "Employee ID,Manager ID,Name\n1,,Ada\n2,1,Ada\n"
    assert findings({"staff.csv": table}, "manages-themself") == []


def test_a_loop_of_lines_raises_nothing(findings: Any) -> None:
    text = seats("a: {holder: Ada, reports_to: b}", "b: {reports_to: a, holder: Ada}")
    assert len(findings(text, "manages-themself")) == 1
