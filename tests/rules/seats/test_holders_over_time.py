"""Holders that overlap, gaps to come, interim holders who stay, and a status that dates contradict."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from orgmodel.model.positions import Holder
from orgmodel.rules.seats.periods import periods

TOP = "orgmodel: 1\npositions:\n  top: {holder: Ada}\n"


def seat(*holders: str, more: str = "") -> str:
    listed = "".join(f"      - {{{holder}}}\n" for holder in holders)
    return f"{TOP}  a:\n    reports_to: top{more}\n    holders:\n{listed}"


def test_an_overlap_to_come_is_told_at_the_later_holder(findings: Any) -> None:
    text = seat("person: Sam, until: 2027-06-30", "person: Li, from: 2027-01-01")
    (found,) = findings(text, "holders-overlap")
    assert found.message == (
        'position "a" has 2 holders from 2027-01-01 to 2027-06-30, and not every one has a share: "Sam" and "Li"'
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("warning", 8, 9)
    assert found.entities == ("position:a", "person:Sam", "person:Li")
    assert [(item.place.mark.line, item.note) for item in found.related] == [(7, "overlaps with it")]


@pytest.mark.parametrize(
    ("holders", "words"),
    [
        (
            ("person: Sam, until: 2027-01-31", "person: Li, from: 2027-01-01"),
            "has 2 holders from 2027-01-01 to 2027-01",
        ),
        (
            ("person: Sam, until: 2026-06-30", "person: Li, from: 2026-01-01"),
            "had 2 holders from 2026-01-01 to 2026-06",
        ),
        (
            ("person: Sam, until: 2026-06-30", "person: Li, until: 2026-05-31"),
            "had 2 holders from the beginning to 2026",
        ),
    ],
)
def test_a_handover_and_what_is_past_are_infos(findings: Any, holders: tuple[str, ...], words: str) -> None:
    (found,) = findings(seat(*holders), "holders-overlap")
    assert found.severity == "info"
    assert words in found.message


def test_a_longer_handover_is_allowed_by_policy(findings: Any) -> None:
    text = seat("person: Sam, until: 2027-06-30", "person: Li, from: 2027-01-01") + "policy: {handover_days: 200}\n"
    assert [found.severity for found in findings(text, "holders-overlap")] == ["info"]


def test_an_overlap_without_end(findings: Any) -> None:
    (found,) = findings(seat("person: Sam", "person: Li, from: 2027-01-01"), "holders-overlap")
    assert "has 2 holders from 2027-01-01 on, and" in found.message


def test_three_holders_in_turn_are_one_time(findings: Any) -> None:
    text = seat(
        "person: S, until: 2027-06-30", "person: L, from: 2027-01-01, until: 2027-09-30", "person: B, from: 2027-07-01"
    )
    (found,) = findings(text, "holders-overlap")
    assert "has 3 holders from 2027-01-01 to 2027-09-30" in found.message


@pytest.mark.parametrize(
    "text",
    [
        seat("person: Sam, until: 2026-12-31", "person: Li, from: 2027-01-01"),
        seat("person: Sam, fte: 0.5", "person: Li, from: 2027-01-01, fte: 0.5"),
        seat("person: Sam", "person: Li, from: 2027-01-01, kind: interim"),
        seat("person: Sam", "person: Li, from: 2027-01-01", more="\n    seats: 2"),
        seat("person: Sam", "person: Li, from: 2027-01-01", more="\n    until: 2026-12-31"),
        seat("person: Sam", "person: Li, from: 2027-01-01, until: 2026-01-01"),
        seat("person: Sam", "person: Li, from: 2026-01-01"),
    ],
)
def test_lawful_times_are_silent(findings: Any, text: str) -> None:
    assert findings(text, "holders-overlap") == []


def test_several_holders_on_the_day_are_told_once(findings: Any) -> None:
    text = seat("person: Sam", "person: Li, from: 2026-01-01")
    assert len(findings(text, "holders-without-shares")) == 1


REPORT = "  b: {reports_to: a, holder: Ana}\n"


def test_a_gap_between_two_leaders(findings: Any) -> None:
    text = seat("person: Sam, until: 2026-12-31", "person: Li, from: 2027-04-01", more="\n    title: Lead") + REPORT
    (found,) = findings(text, "cover-gap")
    assert found.message == 'position "a" (Lead) has no holder from 2027-01-01 to 2027-03-31; it leads 1 position'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("warning", 8, 30)
    assert found.entities == ("position:a", "position:b")


def test_a_leaver_without_successor_who_heads_a_unit(findings: Any) -> None:
    text = seat("person: Sam, until: 2026-12-31") + REPORT + "units:\n  u: {head: a}\n"
    (found,) = findings(text, "cover-gap")
    assert found.message == 'position "a" has no holder after 2026-12-31; it leads 1 position and heads unit "u"'
    assert found.entities == ("position:a", "position:b", "unit:u")


@pytest.mark.parametrize(
    "text",
    [
        seat("person: Sam, until: 2027-06-30") + REPORT,
        seat("person: Sam, until: 2026-12-31", "person: Li, from: 2027-01-04") + REPORT,
        seat("person: Sam, until: 2026-12-31", more="\n    deputy: b") + REPORT,
    ],
)
def test_what_is_far_off_or_short_or_covered_is_an_info(findings: Any, text: str) -> None:
    assert [found.severity for found in findings(text, "cover-gap")] == ["info"]


@pytest.mark.parametrize(
    "text",
    [
        seat("person: Sam, until: 2026-12-31"),
        seat("person: Sam, until: 2026-12-31", more="\n    until: 2026-12-31") + REPORT,
        seat("person: Sam, until: 2026-12-31", "person: Li, from: 2027-01-01, kind: interim") + REPORT,
        seat("person: Sam, until: 2026-09-30", "person: Li, from: 2027-01-01") + REPORT,
        seat("person: Sam, until: 2026-12-31") + REPORT.replace("Ana", "Ana, until: 2026-11-30"),
        seat("person: Sam") + REPORT,
    ],
)
def test_no_gap_to_come(findings: Any, text: str) -> None:
    assert findings(text, "cover-gap") == []


def test_an_interim_holder_who_stays(findings: Any) -> None:
    (found,) = findings(seat("person: Sam, kind: interim, from: 2025-03-01"), "interim-too-long")
    assert found.message == '"Sam" has stood in for position "a" since 2025-03-01: 610 days, 365 at most'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("info", 7, 9)
    assert found.entities == ("position:a", "person:Sam")


@pytest.mark.parametrize(
    "text",
    [
        seat("person: Sam, kind: interim, from: 2025-11-01"),
        seat("person: Sam, kind: interim"),
        seat("person: Sam, from: 2020-01-01"),
        seat("person: Sam, kind: interim, from: 2020-01-01, until: 2026-10-31"),
        seat("person: Sam, kind: interim, from: 2025-03-01") + "policy: {interim_days: 700}\n",
    ],
)
def test_ordinary_interims_are_silent(findings: Any, text: str) -> None:
    assert findings(text, "interim-too-long") == []


@pytest.mark.parametrize(
    ("seat_text", "words"),
    [
        ("status: planned, from: 2026-11-01", "is planned by its status, but began on 2026-11-01"),
        ("status: planned, until: 2026-10-31", "is planned by its status, but its time ended on 2026-10-31"),
        ("status: ended, until: 2026-11-01", "has ended by its status, but its last day is 2026-11-01"),
        ("status: ended, from: 2027-01-01", "has ended by its status, but begins on 2027-01-01"),
    ],
)
def test_a_status_against_dates(findings: Any, seat_text: str, words: str) -> None:
    (found,) = findings(f"{TOP}  a: {{reports_to: top, {seat_text}}}\n", "status-against-dates")
    assert found.message == f'position "a" {words}'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("warning", 4, 32)
    assert len(found.related) == 1


@pytest.mark.parametrize(
    "seat_text",
    [
        "status: planned",
        "status: planned, from: 2026-11-02",
        "status: ended, until: 2026-10-31",
        "status: vacant, from: 2027-01-01",
        "status: filled, from: 2026-01-01, holder: Li",
    ],
)
def test_a_status_that_dates_bear_out(findings: Any, seat_text: str) -> None:
    assert findings(f"{TOP}  a: {{reports_to: top, {seat_text}}}\n", "status-against-dates") == []


def test_periods_at_the_ends_of_the_calendar() -> None:
    first, last = date.min, date.max
    held = [Holder("a", from_=first, until=last), Holder("b", from_=last), Holder("c", until=first), Holder("d")]
    found = list(periods(enumerate(held)))
    assert [(item.first, item.last) for item in found] == [
        (None, first),
        (date(1, 1, 2), date(9999, 12, 30)),
        (last, None),
    ]
    assert [[holder.person for _, holder in item.holders] for item in found] == [list("acd"), list("ad"), list("abd")]


def test_dates_at_the_ends_of_the_calendar_are_no_fault_of_ours(findings: Any) -> None:
    text = seat("person: S, from: 0001-01-01, until: 9999-12-31", "person: L, from: 9999-12-31") + REPORT
    assert {found.rule for found in findings(text)} >= {"holders-overlap"}
