from __future__ import annotations

from typing import Any


def seats(*rows: str) -> str:
    return "orgmodel: 1\npositions:\n  top: {holder: Ada}\n" + "".join(f"  {row}\n" for row in rows)


def test_a_holder_of_a_post_declared_ended_is_told_at_the_holder(findings: Any) -> None:
    (found,) = findings(seats("a: {title: Lead, status: ended, holder: Bo}"), "ended-but-held")
    assert found.message == 'position "a" (Lead) has ended, but "Bo" still holds it'
    assert (found.place.mark.line, found.place.mark.column) == (4, 43)
    assert found.entities == ("position:a", "person:Bo")


def test_a_holder_whose_dates_outlast_the_post_is_told(findings: Any) -> None:
    text = seats("a: {until: 2026-06-30, holders: [{person: Bo, until: 2026-12-31}]}")
    (found,) = findings(text, "ended-but-held")
    assert found.message == 'position "a" has ended on 2026-06-30, but "Bo" still holds it until 2026-12-31'
    assert findings(text, "ended-but-held", day="2026-06-30") == []


def test_ends_that_agree_and_people_with_a_new_seat_are_lawful(findings: Any) -> None:
    for rows in (
        ("a: {until: 2026-06-30, holder: Bo}",),
        ("a: {until: 2026-06-30, holders: [{person: Bo, until: 2026-06-30}]}",),
        ("a: {status: ended, holders: [{person: Bo, until: 2026-06-30}]}",),
        ("a: {status: ended, holder: Bo}", "b: {holder: Bo}"),
        ("a: {status: ended}",),
    ):
        assert findings(seats(*rows), "ended-but-held") == []


def test_a_new_seat_that_has_not_begun_does_not_count(findings: Any) -> None:
    text = seats("a: {status: ended, holder: Bo}", "b: {holder: Bo, from: 2027-01-01}")
    assert len(findings(text, "ended-but-held")) == 1


def test_leavers_in_a_table_are_silent(findings: Any) -> None:
    table = "Employee ID,Name,Status\n1,Ada,filled\n2,Bo,ended\n"
    model = {
        "org.yaml": "orgmodel: 1\ninclude: [{file: s.csv, as: positions, columns: "
        "{id: Employee ID, holder: Name, status: Status}}]\n",
        "s.csv": table,
    }
    assert findings(model, "ended-but-held") == []


def test_an_ended_row_beside_a_living_row_of_one_id_is_out_of_date(findings: Any) -> None:
    table = "Post Unique Reference,Name,Reports to Senior Post\n1,Ada,XX\n2,Eliminated,1\n2,Bo,1\n3,Cy,2\n"
    model = {
        "org.yaml": "orgmodel: 1\ninclude: [{file: posts.csv, preset: uk-organogram}]\n",
        "posts.csv": table,
    }
    assert findings(model, "reports-to-ended") == []
    assert findings(model, "vacant-position") == []
