"""A wrong value is told in words, with what to write instead."""

from __future__ import annotations

from typing import Any

import pytest

CASES = [
    ("from: 2026-06-31", 11, '"from": there is no day 31 in 2026-06', "write a day from 2026-06-01 to 2026-06-30"),
    ("from: 2027-02-29", 11, '"from": there is no day 29 in 2027-02', "write a day from 2027-02-01 to 2027-02-28"),
    (
        "until: 2026-13-01",
        12,
        '"until": there is no month 13',
        "write year, month (01 to 12) and day, as in `2026-11-01`",
    ),
    ("from: 1.2.2026", 11, '"from": wanted a date written YYYY-MM-DD', "write `2026-02-01`"),
    ("from: 2026/2/1", 11, '"from": wanted a date written YYYY-MM-DD', "write `2026-02-01`"),
    (
        "from: 1/2/2026",
        11,
        '"from": wanted a date written YYYY-MM-DD',
        "write year, month and day, as in `2026-11-01`",
    ),
    ("fte: 60%", 10, '"fte": wanted a number', "write `0.6`"),
    ('fte: "0,6"', 10, '"fte": wanted a number', "write the decimal point: `0.6`"),
    ("fte: half", 10, '"fte": wanted a number', "write a number in digits with a point, as in `0.5`"),
    ("seats: two", 12, '"seats": wanted a whole number', "write a whole number in digits, as in `3`"),
    ("seats: 1 200", 12, '"seats": wanted a whole number', "write `1200`"),
    (
        "status: open",
        13,
        '"status": wanted "filled", "vacant", "planned" or "ended"',
        "write one of `filled`, `vacant`, `planned`, `ended`",
    ),
    (
        "status: vacent",
        13,
        '"status": wanted "filled", "vacant", "planned" or "ended"',
        "write `vacant`",
    ),
    ("assistant: yes", 16, '"assistant": wanted true or false', "write `true`"),
    ("assistant: off", 16, '"assistant": wanted true or false', "write `false`"),
    ("assistant: maybe", 16, '"assistant": wanted true or false', "write `true` or `false`"),
    ("fte: 1e16", 10, '"fte": wanted at most 1000000000000000', "write 1000000000000000 or less"),
    ("fte: -1e300", 10, '"fte": wanted at least -1000000000000000', "write -1000000000000000 or more"),
    ("skills: {sql: 9}", 19, '"skills.sql": wanted at most 7', "write 7 or less"),
]


@pytest.mark.parametrize(("field", "column", "message", "fix"), CASES)
def test_a_wrong_value_says_what_to_write(loaded: Any, field: str, column: int, message: str, fix: str) -> None:
    (fault,) = loaded(f"orgmodel: 1\npositions:\n  p:\n    {field}\n").faults
    value = field.partition(": ")[2].strip('"') if "{" not in field else "9"
    assert (fault.rule, fault.place.mark.line, fault.place.mark.column) == ("wrong-value", 4, column)
    assert (fault.message, fault.fix) == (f'position "p": {message}, found "{value}"', fix)


@pytest.mark.parametrize(
    ("field", "column", "where"),
    [
        ("holders: [Li Wei, {person: Bo, until: soon}]", 43, '"until" of the second holder'),
        ("holders: {person: Bo, until: soon}", 34, '"holders.until"'),
        ("reports_to: [{to: a, from: soon}]", 32, '"from" of the first line'),
        ("holders: [[a]]", 15, "the first holder"),
        ("also_in: [a, {b: c}]", 18, 'the second item of "also_in"'),
    ],
)
def test_a_place_in_a_list_is_told_in_words(loaded: Any, field: str, column: int, where: str) -> None:
    (fault,) = loaded(f"orgmodel: 1\npositions:\n  p:\n    {field}\n").faults
    assert (fault.place.mark.line, fault.place.mark.column) == (4, column)
    assert fault.message.startswith(f'position "p": {where}: wanted ')


def test_the_day_of_the_model_is_told_alike(loaded: Any) -> None:
    (fault,) = loaded("orgmodel: 1\nas_of: 2026-13-01\n").faults
    assert (str(fault.place), fault.message) == ("org.yaml:2:8", '"as_of": there is no month 13, found "2026-13-01"')
    assert fault.fix == "write year, month (01 to 12) and day, as in `2026-11-01`"
