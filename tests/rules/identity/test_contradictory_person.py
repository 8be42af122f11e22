"""Two places that disagree about a person."""

from __future__ import annotations

from typing import Any

RULE = "contradictory-person"
PEOPLE = "orgmodel: 1\npeople:\n  ada: {name: Ada Park, email: ada@x.example, employment: employee}\n"


def test_a_name_in_place_of_an_id_is_told_once_for_all_seats(findings: Any) -> None:
    text = PEOPLE + "positions:\n  a: {holder: ada}\n  b: {reports_to: a, holder: Ada Park}\n"
    text += "  c: {reports_to: a, holders: [Li Wei, Ada Park]}\n"
    (found,) = findings(text, RULE)
    assert found.message == (
        '2 positions ("b" and "c") give as holder the name "Ada Park" of person "ada" instead of the id, '
        "which makes two people of one"
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("warning", 6, 30)
    assert found.entities == ("person:ada", "position:b", "position:c")
    assert [(item.place.mark.line, item.place.mark.column) for item in found.related] == [(7, 40)]


def test_an_alias_counts_as_a_name(findings: Any) -> None:
    text = "orgmodel: 1\npeople:\n  ada: {aliases: A. Park}\npositions:\n  a: {holder: A. Park}\n"
    (found,) = findings(text, RULE)
    assert '"A. Park" of person "ada"' in found.message


def test_namesakes_are_both_named(findings: Any) -> None:
    text = "orgmodel: 1\npeople:\n  a1: {name: Ada}\n  a2: {name: Ada}\npositions:\n  a: {holder: Ada}\n"
    (found,) = findings(text, RULE)
    assert 'the name "Ada" of person "a1" and "a2" instead' in found.message


def test_a_name_that_is_an_id_is_that_person(findings: Any) -> None:
    text = "orgmodel: 1\npeople:\n  Ada: {name: Ada}\n  x: {name: Ada}\npositions:\n  a: {holder: Ada}\n"
    assert findings(text, RULE) == []


def test_holders_without_an_entry_are_nobody_elses_business(findings: Any) -> None:
    assert findings(PEOPLE + "positions:\n  a: {holder: ada}\n  b: {reports_to: a, holder: Li Wei}\n", RULE) == []


def test_a_table_of_names_is_one_finding(findings: Any) -> None:
    files = {
        "org.yaml": "orgmodel: 1\ninclude: [staff.csv]\npeople:\n  p1: {name: Ada}\n  p2: {name: Li}\n",
        "staff.csv": "id,manager id,holder\ns1,,Ada\ns2,s1,Li\n",
    }
    (found,) = findings(files, RULE)
    assert found.message.startswith(
        '2 positions ("s1" and "s2") give as holder the names "Ada" of person "p1" and "Li"'
    )
    assert str(found.place) == "staff.csv:2:3"


def test_one_address_for_two_people(findings: Any) -> None:
    text = PEOPLE + "  sam: {name: Sam Ortiz, email: ADA@x.example}\npositions:\n  a: {holder: ada}\n"
    (found,) = findings(text, RULE)
    assert found.message == ('2 people have the e-mail address "ADA@x.example": "ada" (Ada Park) and "sam" (Sam Ortiz)')
    assert (found.place.mark.line, found.entities) == (4, ("person:sam", "person:ada"))


def test_a_seat_that_says_another_employment(findings: Any) -> None:
    (found,) = findings(PEOPLE + "positions:\n  a: {holder: ada, employment: contractor}\n", RULE)
    assert found.message == (
        'position "a" says employment "contractor", but its holder "ada" (Ada Park) has employment "employee"'
    )
    assert (found.place.mark.line, found.place.mark.column) == (5, 32)
    assert found.entities == ("person:ada", "position:a")


def test_an_address_among_the_fields_of_a_seat(findings: Any) -> None:
    text = PEOPLE + "positions:\n  a: {holder: ada, fields: {email: other@x.example}}\n"
    assert [found.place.mark.column for found in findings(text, RULE)] == [36]
    assert findings(PEOPLE + "positions:\n  a: {holder: ada, fields: {email: Ada@X.example}}\n", RULE) == []


def test_a_shared_seat_says_nothing_about_one_of_its_holders(findings: Any) -> None:
    text = (
        PEOPLE
        + "positions:\n  a: {employment: contractor, holders: [{person: ada, fte: 0.5}, {person: b, fte: 0.5}]}\n"
    )
    assert findings(text, RULE) == []
