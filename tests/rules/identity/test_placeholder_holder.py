"""Holders that are no people."""

from collections.abc import Callable

import pytest

from orgmodel.findings import Finding, Severity
from orgmodel.rules.identity.placeholder_holder import is_placeholder

Check = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    "text",
    [
        "TBD",
        "tba",
        "T.B.D.",
        "to be hired",
        "To be newly appointed",
        "New vacancy",
        "N/A",
        "VACANT",
        "(vacant)",
        "[TBD]",
        "open",
        "Open position",
        "?",
        "??",
        "-",
        "—",
        "xxx",
        "X",
        "new hire",
        "New Hire #2",
        "none",
        "unknown",
        "TBD (Q3)",
        "TBD 2",
        "TBD - Q3",
        "Vacancy: Product Manager",
        "n.n.",
    ],
)
def test_words_for_nobody_are_placeholders(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Park",
        "Na",
        "Nil Kaya",
        "Noone Jones",
        "Open Smith",
        "Tba Okafor",
        "Vacanti",
        "Unknown Hinson",
        "Malcolm X",
        "X Ray",
        "None Such",
        "Opening Bell",
        "Li",
        "O",
        "Newman",
        "Hire Patel",
    ],
)
def test_names_of_people_are_not(text: str) -> None:
    assert not is_placeholder(text)


def test_all_seats_of_one_placeholder_are_one_warning(findings: Check) -> None:
    text = "orgmodel: 1\npositions:\n  a: {holder: TBD}\n  b: {holder: tbd}\n  c: {holders: [Ada Park, TBD]}\n"
    (found,) = findings(text, "placeholder-holder")
    assert found.message == '"TBD" stands as the holder of 3 positions, which are then not vacant'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.WARNING, 3, 15)
    assert found.entities == ("position:a", "position:b", "position:c")
    assert [(item.place.mark.line, item.place.mark.column) for item in found.related] == [(4, 15), (5, 27)]


def test_a_person_with_that_id_is_a_person(findings: Check) -> None:
    text = "orgmodel: 1\npeople: {x: {name: Xavier}}\npositions: {a: {holder: x}}\n"
    assert findings(text, "placeholder-holder") == []


def test_words_that_the_table_declares_as_vacant_are_no_holders(findings: Check) -> None:
    assert findings({"staff.csv": "id,name\n1,Ada\n2,Vacant\n"}, "placeholder-holder") == []


def test_a_seat_that_is_vacant_by_its_status_and_held_contradicts_itself(findings: Check) -> None:
    text = "orgmodel: 1\npositions:\n  a: {holder: Ada Park, status: vacant}\n  b: {holder: TBD, status: vacant}\n"
    (found,) = findings(text, "placeholder-holder")
    assert found.message == 'position "a" is vacant by its status, yet "Ada Park" is named as its holder'
    assert (found.place.mark.line, found.place.mark.column) == (3, 33)


def test_a_planned_seat_may_name_who_comes(findings: Check) -> None:
    text = "orgmodel: 1\npositions:\n  a: {holder: Ada Park, status: planned}\n"
    assert findings(text, "placeholder-holder") == []
