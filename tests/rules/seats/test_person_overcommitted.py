from __future__ import annotations

from typing import Any


def seats(*rows: str) -> str:
    return "orgmodel: 1\npositions:\n" + "".join(f"  {row}\n" for row in rows)


def test_shares_above_full_time_are_listed_at_the_seat_that_tips_the_sum(findings: Any) -> None:
    text = seats("a: {holder: Bo, fte: 0.6}", "b: {holder: Bo, fte: 0.3}", "c: {holder: Bo, fte: 0.4}")
    (found,) = findings(text, "person-overcommitted")
    assert (
        found.message
        == '"Bo" holds 3 positions with 1.3 of full time together, 1 at most: "a" 0.6, "b" 0.3 and "c" 0.4'
    )
    assert (found.place.mark.line, found.place.mark.column) == (5, 15)
    assert found.entities == ("person:Bo", "position:a", "position:b", "position:c")
    assert [(related.place.mark.line, related.note) for related in found.related] == [
        (3, 'holds "a" too'),
        (4, 'holds "b" too'),
    ]


def test_a_person_without_any_known_share_is_silent(findings: Any) -> None:
    assert findings(seats("a: {holder: Bo}", "b: {holder: Bo}"), "person-overcommitted") == []
    text = seats("a: {holder: Bo}", "b: {holder: Bo}", "c: {holder: Cy, fte: 1}")
    assert findings(text, "person-overcommitted") == []


def test_a_seat_without_a_share_counts_as_whole_beside_a_known_one(findings: Any) -> None:
    (found,) = findings(seats("a: {holder: Bo, fte: 0.6}", "b: {holder: Bo}"), "person-overcommitted")
    assert found.message.endswith('"a" 0.6 and "b" 1 (not given)')


def test_standing_in_without_a_share_costs_no_time(findings: Any) -> None:
    text = seats("a: {holder: Bo, fte: 1}", "b: {holders: [{person: Bo, kind: interim}]}")
    assert findings(text, "person-overcommitted") == []


def test_shares_that_make_one_whole_are_silent_in_spite_of_rounding(findings: Any) -> None:
    text = seats("a: {holder: Bo, fte: 0.7}", "b: {holder: Bo, fte: 0.2}", "c: {holder: Bo, fte: 0.1}")
    assert findings(text, "person-overcommitted") == []


def test_the_limit_is_that_of_the_policy(findings: Any) -> None:
    text = seats("a: {holder: Bo, fte: 0.7}", "b: {holder: Bo, fte: 0.4}")
    assert findings(text + "policy: {fte: 1.2}\n", "person-overcommitted") == []
    assert len(findings(text, "person-overcommitted")) == 1


def test_seats_of_another_day_do_not_count(findings: Any) -> None:
    text = seats(
        "a: {fte: 1, holders: [{person: Bo, until: 2026-10-31}]}",
        "b: {holder: Bo, fte: 1}",
        "c: {holder: Bo, fte: 1, until: 2026-10-31}",
    )
    assert findings(text, "person-overcommitted") == []


def test_undisclosed_holders_and_software_agents_are_silent(findings: Any) -> None:
    undisclosed = seats("a: {status: filled, fte: 1}", "b: {status: filled, fte: 1}")
    assert findings(undisclosed, "person-overcommitted") == []
    agent = seats("a: {holder: bot, fte: 1}", "b: {holder: bot, fte: 1}") + "people: {bot: {employment: agent}}\n"
    assert findings(agent, "person-overcommitted") == []


def test_namesakes_in_a_table_are_several_people_unless_an_id_joins_them(findings: Any) -> None:
    table = "Position ID,Name,FTE\n1,Bo,1\n2,Bo,1\n"
    assert findings({"seats.csv": table}, "person-overcommitted") == []
    model = {
        "org.yaml": "orgmodel: 1\ninclude: [{file: seats.csv, as: positions}]\npeople: {Bo: {name: Bo Li}}\n",
        "seats.csv": table,
    }
    (found,) = findings(model, "person-overcommitted")
    assert found.message.startswith('"Bo" (Bo Li) holds 2 positions with 2 of full time together')
    assert str(found.place) == "seats.csv:3:2"
