from __future__ import annotations

from typing import Any


def test_a_vacancy_is_told_with_title_unit_and_day(findings: Any) -> None:
    text = """\
orgmodel: 1
units: {pay: {}}
positions:
  a: {title: Lead, unit: pay, holders: [{person: Bo, until: 2026-04-30}]}
  b: {holder: ~, from: 2026-02-01}
  c: {holder: Cy}
"""
    first, second = findings(text, "vacant-position")
    assert first.message == 'position "a" (Lead) in unit "pay" is vacant since 2026-05-01'
    assert (first.place.mark.line, first.place.mark.column) == (4, 3)
    assert first.entities == ("position:a",)
    assert second.message == 'position "b" is vacant since it began on 2026-02-01'
    assert (second.place.mark.line, second.place.mark.column) == (5, 7)


def test_planned_and_ended_seats_are_no_vacancies(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  a: {holder: Ada}\n  b: {from: 2027-01-01}\n  c: {until: 2026-01-01}\n"
    assert findings(text, "vacant-position") == []


def test_like_seats_say_how_many(findings: Any) -> None:
    (found,) = findings("orgmodel: 1\npositions:\n  a: {holder: Ada}\n  b: {seats: 6}\n", "vacant-position")
    assert found.message == 'position "b" stands for 6 seats, all vacant'


def test_a_vacancy_in_a_table_stands_at_the_cell_of_the_holder(findings: Any) -> None:
    table = "Employee ID,Manager ID,Name\n1,,Ada\n2,1,Vacant\n"
    (found,) = findings({"staff.csv": table}, "vacant-position")
    assert str(found.place) == "staff.csv:3:3"


def test_a_vacant_head_without_reports_is_a_vacant_manager(findings: Any) -> None:
    text = "orgmodel: 1\nunits: {pay: {head: a}}\npositions:\n  top: {holder: Ada}\n  a: {reports_to: top}\n"
    (found,) = findings(text, "vacant-manager")
    assert found.message == 'position "a" is vacant and heads unit "pay"'
    assert found.entities == ("position:a", "unit:pay")


def test_a_vacant_manager_of_people_is_left_to_reports_to_vacancy(findings: Any) -> None:
    text = "orgmodel: 1\nunits: {pay: {head: a}}\npositions:\n  a: {}\n  b: {reports_to: a, holder: Bo}\n"
    assert findings(text, "vacant-manager") == []
    assert len(findings(text, "reports-to-vacancy")) == 1


def test_hostile_titles_stay_on_one_line(findings: Any) -> None:
    text = 'orgmodel: 1\npositions:\n  a: {holder: Ada}\n  b: {title: "<b>\\n\\e[31mx"}\n'
    (found,) = findings(text, "vacant-position")
    assert found.message == 'position "b" (<b>\\n\\u001b[31mx) is vacant'
