from __future__ import annotations

from typing import Any

SEATS = """\
orgmodel: 1
positions:
  chief: {holder: Ada}
  lead: {title: Team Lead, reports_to: chief, holder: ~}
  a: {reports_to: lead, holder: Bo}
  b: {reports_to: lead}
"""


def test_reports_of_a_vacant_manager_are_one_finding_at_the_vacancy(findings: Any) -> None:
    (found,) = findings(SEATS, "reports-to-vacancy")
    assert found.message == (
        'position "lead" (Team Lead) is vacant, and 2 positions (1 vacant) report to it: "a" and "b"'
    )
    assert found.severity == "warning"
    assert (found.place.mark.line, found.place.mark.column) == (4, 47)
    assert found.entities == ("position:lead", "position:a", "position:b")
    assert [(related.place.mark.line, related.place.mark.column) for related in found.related] == [(5, 19), (6, 19)]


def test_a_vacancy_above_vacancies_alone_leaves_nobody_waiting(findings: Any) -> None:
    text = SEATS.replace("holder: Bo", "holder: ~")
    assert findings(text, "reports-to-vacancy") == []
    (found,) = findings(text, "vacant-manager")
    assert found.message == 'position "lead" (Team Lead) is vacant and leads 2 vacant positions'


def test_a_deputy_who_stands_in_makes_it_information(findings: Any) -> None:
    (found,) = findings(SEATS.replace("holder: ~", "deputy: chief"), "reports-to-vacancy")
    assert found.severity == "info"
    assert 'is vacant, and with "Ada" standing in, 2 positions' in found.message


def test_an_interim_holder_fills_the_seat(findings: Any) -> None:
    text = SEATS.replace("holder: ~", "holders: [{person: Cy, kind: interim}]")
    assert findings(text, "reports-to-vacancy") == []


def test_like_seats_count_as_many(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  lead: {title: Lead}\n  pool: {reports_to: lead, seats: 6, status: filled}\n"
    (found,) = findings(text, "reports-to-vacancy")
    assert found.message == 'position "lead" (Lead) is vacant, and 6 positions report to it: "pool"'


def test_a_model_without_holders_hears_nothing_about_vacancies(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  lead: {}\n  a: {reports_to: lead}\n"
    for rule in ("reports-to-vacancy", "vacant-position", "vacant-manager"):
        assert findings(text, rule) == []


def test_an_undisclosed_report_counts_as_filled(findings: Any) -> None:
    text = SEATS.replace("holder: Bo", "status: filled")
    assert len(findings(text, "reports-to-vacancy")) == 1


def test_reports_of_an_ended_post_are_one_finding_at_its_end(findings: Any) -> None:
    text = SEATS.replace("holder: ~", "until: 2026-06-30")
    (found,) = findings(text, "reports-to-ended")
    assert found.message == (
        'position "lead" (Team Lead) has ended on 2026-06-30, and 2 positions (1 vacant) report to it: "a" and "b"'
    )
    assert (found.place.mark.line, found.place.mark.column) == (4, 54)
    assert findings(text, "reports-to-ended", day="2026-06-30") == []


def test_an_ended_post_without_reports_in_force_is_silent(findings: Any) -> None:
    text = SEATS.replace("holder: ~", "status: ended").replace("holder: Bo", "status: ended").replace("lead}", "chief}")
    assert findings(text, "reports-to-ended") == []


def test_the_word_of_a_table_is_the_place_of_the_end(findings: Any) -> None:
    table = "Post Unique Reference,Name,Reports to Senior Post\n1,Ada,XX\n2,Eliminated,1\n3,Bo,2\n"
    model = {
        "org.yaml": "orgmodel: 1\ninclude: [{file: posts.csv, preset: uk-organogram}]\n",
        "posts.csv": table,
    }
    (found,) = findings(model, "reports-to-ended")
    assert str(found.place) == "posts.csv:3:2"
    assert found.entities == ("position:2", "position:3")
