from __future__ import annotations

from typing import Any

import pytest


def seat(text: str) -> str:
    return f"orgmodel: 1\npositions:\n  a: {text}\n"


def test_two_holders_without_shares_are_told_at_the_second(findings: Any) -> None:
    (found,) = findings(seat("{title: Lead, holders: [Ada, Bo]}"), "holders-without-shares")
    assert found.message == 'position "a" (Lead) has 2 holders on 2026-11-01 and no shares: "Ada" and "Bo"'
    assert (found.place.mark.line, found.place.mark.column) == (3, 35)
    assert found.entities == ("position:a", "person:Ada", "person:Bo")


def test_shares_of_some_only_are_not_enough(findings: Any) -> None:
    (found,) = findings(seat("{holders: [{person: Ada, fte: 0.5}, Bo]}"), "holders-without-shares")
    assert "and shares of some only" in found.message


def test_shares_an_interim_several_seats_or_dates_explain_several_holders(findings: Any) -> None:
    for holders in (
        "{holders: [{person: Ada, fte: 0.5}, {person: Bo, fte: 0.5}]}",
        "{holders: [Ada, {person: Bo, kind: interim}]}",
        "{seats: 2, holders: [Ada, Bo]}",
        "{holders: [{person: Ada, until: 2026-06-30}, {person: Bo, from: 2026-07-01}]}",
    ):
        assert findings(seat(holders), "holders-without-shares") == []


def test_joined_rows_of_one_id_are_left_to_duplicate_id(findings: Any) -> None:
    table = "Employee ID,Manager ID,Name\n1,,Ada\n2,1,Bo\n2,1,Cy\n"
    assert findings({"staff.csv": table}, "holders-without-shares") == []


def test_a_share_of_a_seat_stands_between_nothing_and_the_whole(findings: Any) -> None:
    text = (
        "orgmodel: 1\npositions:\n  a: {holder: Ada, fte: 80}\n  b: {holder: Bo, fte: 0}\n  c: {holder: Cy, fte: -1}\n"
    )
    first, second, third = findings(text, "fte-out-of-range")
    assert first.message == 'position "a" has 80 of full time, 1 at most'
    assert (first.place.mark.line, first.place.mark.column) == (3, 25)
    assert first.entities == ("position:a",)
    assert second.message == 'position "b" has 0 of full time, wanted more than 0'
    assert third.message == 'position "c" has -1 of full time, wanted more than 0'


def test_like_seats_may_have_as_many_wholes_and_vacancies_none(findings: Any) -> None:
    text = seat("{status: filled, seats: 6, fte: 5.5}") + "  b: {fte: 0}\n  c: {fte: 9, status: ended}\n"
    assert findings(text, "fte-out-of-range") == []


def test_the_share_of_a_holder_is_told_at_its_place(findings: Any) -> None:
    text = seat("{holders: [{person: Ada, fte: 1.5}]}")
    (found,) = findings(text, "fte-out-of-range")
    assert found.message == 'a holder of position "a" has 1.5 of full time, 1 at most'
    assert (found.place.mark.line, found.place.mark.column) == (3, 36)


def test_full_timers_who_share_a_seat_are_a_warning_and_overlapping_part_timers_information(findings: Any) -> None:
    (full,) = findings(seat("{holders: [{person: Ada, fte: 1}, {person: Bo, fte: 1}]}"), "fte-out-of-range")
    assert full.message == 'position "a" is shared by 2 holders with 1 + 1 = 2 of full time, 1 at most'
    assert full.severity == "warning"
    (part,) = findings(seat("{holders: [{person: Ada, fte: 0.6}, {person: Bo, fte: 0.6}]}"), "fte-out-of-range")
    assert part.severity == "info"
    assert findings(seat("{holders: [{person: Ada, fte: 0.5}, {person: Bo, fte: 0.5}]}"), "fte-out-of-range") == []


def test_joined_rows_point_at_the_share_of_the_last_row(findings: Any) -> None:
    table = "Employee ID,Manager ID,Name,FTE\n1,,Ada,1\n2,1,Bo,1\n2,1,Cy,1\n"
    (found,) = findings({"staff.csv": table}, "fte-out-of-range")
    assert str(found.place) == "staff.csv:4:4"
    assert [str(related.place) for related in found.related] == ["staff.csv:3:4"]
    assert found.severity == "info", "duplicate-id says that the rows were joined, and their sum"


HOLDERS = (
    "orgmodel: 1\npositions:\n  a:\n    holders:\n      - {person: Ada, fte: 1.5}\n      - {person: Bo, fte: 1.6}\n"
)


@pytest.mark.parametrize(
    ("more", "places"),
    [
        ("{unit: elsewhere}", ["org.yaml:5:28", "org.yaml:6:27"]),
        ("{unit: elsewhere, holder: Cy, fte: 1.7}", ["org.yaml:5:28", "org.yaml:6:27"]),
        ("{status: ended, holder: Cy, fte: 1.7}", ["org.yaml:5:28", "org.yaml:6:27"]),
        ("{holder: Cy, fte: 1.7}", ["more.yaml:3:24", "org.yaml:5:28", "org.yaml:6:27"]),
        ("{holders: [Cy, {person: Di, fte: 1.7}]}", ["more.yaml:3:39", "org.yaml:5:28", "org.yaml:6:27"]),
    ],
)
def test_holders_of_a_seat_given_twice_are_told_where_they_are_written(
    findings: Any, more: str, places: list[str]
) -> None:
    files = {"org.yaml": f"{HOLDERS}include: more.yaml\n", "more.yaml": f"orgmodel: 1\npositions:\n  a: {more}\n"}
    found = findings(files, "fte-out-of-range")
    assert [str(one.place) for one in found if "a holder of" in one.message] == places
