"""Owners who leave before the work is done: ORG607."""

from __future__ import annotations

import pytest
from authority_findings import notes, told

RULE = "owner-leaves-early"


def model(seats: str, *rows: str) -> str:
    """Seats from line 4 on, one a line."""
    return (
        "orgmodel: 1\nroles: {pm: {title: Product Manager}, dev: {}}\npositions:\n"
        + "".join(f"  {seat}\n" for seat in seats.splitlines())
        + "activities:\n"
        + "".join(f"  a{i}: {{{row}}}\n" for i, row in enumerate(rows))
    )


LEAVES = "p1: {role: pm, holders: {person: Li, until: 2027-03-31}}"
ROW = "title: Move, until: 2027-06-30, assign: {A: pm, R: dev}"


def test_a_holder_who_leaves_first_is_told_with_both_days(findings):
    [found] = findings(model(LEAVES, ROW), RULE)
    assert told([found]) == [
        (
            6,
            52,
            "warning",
            (
                '"Li" holds "p1" until 2027-03-31, and "a0" (Move), owned by "pm" (Product Manager), goes on until '
                "2027-06-30, with nobody named to follow"
            ),
        )
    ]
    assert found.entities == ("activity:a0", "role:pm", "position:p1")
    assert notes(found) == [(4, "the last day")]
    assert found.related[0].place.mark.column == 47


def test_rows_of_one_owner_are_one_finding_and_those_without_an_end_another(findings):
    rows = (ROW, "until: 2027-07-01, assign: {A: pm, R: dev}", "assign: {A: pm, R: dev}", "assign: {A: pm, R: pm}")
    one, two = findings(model(LEAVES, *rows), RULE)
    assert told([one, two]) == [
        (
            6,
            52,
            "warning",
            (
                '"Li" holds "p1" until 2027-03-31, and 2 rows ("a0" and "a1"), owned by "pm" (Product Manager), go on '
                "longer, with nobody named to follow"
            ),
        ),
        (
            8,
            20,
            "info",
            (
                '"Li" holds "p1" until 2027-03-31, and 2 rows ("a2" and "a3"), owned by "pm" (Product Manager), go on '
                "without an end, with nobody named to follow"
            ),
        ),
    ]
    assert one.entities == ("role:pm", "activity:a0", "activity:a1", "position:p1")
    assert notes(one) == [(4, "the last day"), (7, "owned too")]
    assert one.fingerprint != two.fingerprint


def test_rows_with_one_last_day_name_it(findings):
    [found] = findings(model(LEAVES, ROW, ROW), RULE)
    assert found.message.endswith("go on until 2027-06-30, with nobody named to follow")


@pytest.mark.parametrize(("until", "number"), [("2027-03-30", 0), ("2027-03-31", 0), ("2027-04-01", 1)])
def test_work_that_ends_no_later_than_its_owner_is_covered(findings, until, number):
    row = f"until: {until}, assign: {{A: pm, R: dev}}"
    assert len(findings(model(LEAVES, row), RULE)) == number


def test_a_seat_that_ends_is_told_as_such(findings):
    [found] = findings(model("p1: {role: pm, holder: Li, until: 2027-03-31}", ROW), RULE)
    assert found.message == (
        'position "p1" (Product Manager) ends on 2027-03-31, and "a0" (Move), owned by "pm" (Product Manager), goes '
        "on until 2027-06-30, with nobody named to follow"
    )
    assert (notes(found), found.related[0].place.mark.column) == ([(4, "the last day")], 37)


@pytest.mark.parametrize(
    ("holder", "seat", "what"),
    [
        ("2027-02-01", "2027-03-31", '"Li" holds "p1" until 2027-02-01'),
        ("2027-03-31", "2027-03-31", 'position "p1" (Product Manager) ends on 2027-03-31'),
        ("2027-04-01", "2027-03-31", 'position "p1" (Product Manager) ends on 2027-03-31'),
    ],
)
def test_the_earlier_of_holder_and_seat_counts(findings, holder, seat, what):
    seats = f"p1: {{role: pm, until: {seat}, holders: {{person: Li, until: {holder}}}}}"
    [found] = findings(model(seats, ROW), RULE)
    assert found.message.startswith(f"{what}, and")


def test_an_undisclosed_holder_who_leaves_has_no_name(findings):
    [found] = findings(model("p1: {role: pm, holders: {until: 2027-03-31}}", ROW), RULE)
    assert found.message.startswith('the holder of "p1" leaves on 2027-03-31')


@pytest.mark.parametrize(
    ("further", "number"),
    [
        ("{person: Ana, from: 2027-04-01}", 0),
        ("{person: Ana, from: 2027-04-02}", 1),
        ("{person: Ana, from: 2027-01-01}", 0),
        ("{person: Ana, from: 2027-04-01, until: 2027-06-30}", 0),
        ("{person: Ana, from: 2027-04-01, until: 2027-06-29}", 1),
        ("{person: Ana, kind: interim, from: 2027-04-01, until: 2027-05-31}", 1),
        ("{person: Ana, from: 2026-01-01, until: 2027-02-28}", 1),
        ("{person: Ana}", 0),
    ],
)
def test_another_holder_follows_only_without_a_gap_and_to_the_end(findings, further, number):
    seats = f"p1: {{role: pm, holders: [{{person: Li, until: 2027-03-31}}, {further}]}}"
    assert len(findings(model(seats, ROW), RULE)) == number


def test_the_last_of_several_holders_is_named(findings):
    seats = (
        "p1: {role: pm, holders: [{person: Li, until: 2027-03-31}, {person: Io, from: 2027-04-01, until: 2027-05-01}]}"
    )
    [found] = findings(model(seats, ROW), RULE)
    assert found.message.startswith('"Io" holds "p1" until 2027-05-01, and "a0" (Move)')


@pytest.mark.parametrize(
    ("seat", "number"),
    [
        ("p2: {role: pm, holder: Ana}", 0),
        ("p2: {role: pm, holder: Ana, until: 2027-04-30}", 1),
        ("p2: {role: pm, from: 2027-04-01}", 0),
        ("p2: {role: pm, from: 2027-04-02}", 1),
        ("p2: {role: pm, from: 2027-04-01, unit: u}", 1),
        ("p2: {role: dev, from: 2027-04-01}", 1),
        ("p2: {role: pm}", 1),
        ("p2: {role: pm, from: 2027-01-01, until: 2027-03-31}", 1),
    ],
)
def test_another_seat_of_the_role_in_the_same_unit_goes_on(findings, seat, number):
    text = model(f"{LEAVES}\n{seat}", ROW).replace("roles:", "units: {u: {}}\nroles:", 1)
    assert len(findings(text, RULE)) == number


def test_the_last_of_several_seats_to_end_is_the_end(findings):
    seats = f"{LEAVES}\np2: {{role: pm, holder: Ana, until: 2027-04-30}}"
    [found] = findings(model(seats, ROW), RULE)
    assert found.message.startswith('position "p2" (Product Manager) ends on 2027-04-30')
    assert found.entities == ("activity:a0", "role:pm", "position:p1", "position:p2")


def test_a_deputy_stands_in_once_a_holder_has_left(findings):
    seats = "p1: {role: pm, deputy: d1, holders: {person: Li, until: 2027-03-31}}\nd1: {role: dev, holder: Bo}"
    [found] = findings(model(seats, ROW), RULE)
    assert (found.severity.value, found.message) == (
        "info",
        (
            '"Li" holds "p1" until 2027-03-31, and "a0" (Move), owned by "pm" (Product Manager), goes on until '
            '2027-06-30, with nobody but the deputy "d1" to follow'
        ),
    )


@pytest.mark.parametrize(
    "seats",
    [
        "p1: {role: pm, deputy: d1, holders: {person: Li, until: 2027-03-31}}\nd1: {role: dev}",
        "p1: {role: pm, deputy: d1, holders: {person: Li, until: 2027-03-31}}\nd1: {role: dev, holder: Li}",
        "p1: {role: pm, deputy: d1, holder: Li, until: 2027-03-31}\nd1: {role: dev, holder: Bo}",
    ],
)
def test_a_deputy_who_is_nobody_the_same_or_has_no_seat_to_stand_in_for_is_none(findings, seats):
    [found] = findings(model(seats, ROW), RULE)
    assert (found.severity.value, found.message.endswith("with nobody named to follow")) == ("warning", True)


def test_a_person_who_owns_has_no_deputy_in_the_letter(findings):
    seats = "p1: {role: pm, deputy: d1, holders: {person: Li, until: 2027-03-31}}\nd1: {role: dev, holder: Bo}"
    [found] = findings(model(seats, ROW.replace("A: pm", 'A: "person:Li"')), RULE)
    assert (found.severity.value, found.entities) == ("warning", ("activity:a0", "person:Li", "position:p1"))


def test_a_person_who_owns_is_not_followed_by_the_next_holder(findings):
    seats = "p1: {role: pm, holders: [{person: Li, until: 2027-03-31}, {person: Ana, from: 2027-04-01}]}"
    row = ROW.replace("A: pm", 'A: "person:Li"')
    assert len(findings(model(seats, row), RULE)) == 1
    assert findings(model(seats, ROW), RULE) == []


LETTER = "title: Move, until: 2027-06-30, assign: {A: {who: pm, until: 2027-01-31}, R: dev}"


def test_a_letter_that_ends_is_told_of_its_row(findings):
    [found] = findings(model("p1: {role: pm, holder: Li}", LETTER), RULE)
    assert told([found]) == [
        (
            6,
            52,
            "warning",
            (
                '"pm" (Product Manager) owns "a0" (Move) until 2027-01-31, and it goes on until 2027-06-30, with '
                "nobody named to follow"
            ),
        )
    ]
    assert (notes(found), found.related[0].place.mark.column) == ([(6, "the last day")], 69)
    assert found.entities == ("activity:a0", "role:pm", "position:p1")


def test_letters_that_end_are_findings_of_their_own(findings):
    assert len(findings(model("p1: {role: pm, holder: Li}", LETTER, LETTER), RULE)) == 2


@pytest.mark.parametrize(
    ("next_one", "number"),
    [
        ("{who: dev, from: 2027-02-01}", 0),
        ("{who: dev, from: 2027-02-02}", 1),
        ("{who: pm, from: 2027-02-01}", 0),
        ("{who: dev, from: 2026-12-01, until: 2027-01-31}", 1),
        ("{who: dev, from: 2027-02-01, until: 2027-02-28}", 0),
    ],
)
def test_another_owner_letter_follows_in_time(findings, next_one, number):
    row = LETTER.replace("A: {who: pm, until: 2027-01-31}", f"A: [{{who: pm, until: 2027-01-31}}, {next_one}]")
    assert len(findings(model("p1: {role: pm, holder: Li}", row), RULE)) == number


def test_a_later_letter_for_doing_does_not_follow_an_owner(findings):
    row = LETTER.replace("R: dev", "R: [dev, {who: pm, from: 2027-02-01}]")
    assert len(findings(model("p1: {role: pm, holder: Li}", row), RULE)) == 1


def test_a_later_owner_also_follows_a_holder_who_leaves(findings):
    row = "until: 2027-06-30, assign: {A: [pm, {who: dev, from: 2027-04-01}], R: dev}"
    assert findings(model(LEAVES, row), RULE) == []


def test_the_earlier_of_letter_and_holder_counts(findings):
    [found] = findings(model(LEAVES, LETTER), RULE)
    assert found.message.startswith('"pm" (Product Manager) owns "a0" (Move) until 2027-01-31')
    [found] = findings(model(LEAVES, LETTER.replace("2027-01-31", "2027-05-31")), RULE)
    assert found.message.startswith('"Li" holds "p1" until 2027-03-31')
    [found] = findings(model(LEAVES, LETTER.replace("2027-01-31", "2027-03-31")), RULE)
    assert found.message.startswith('"pm" (Product Manager) owns "a0" (Move) until 2027-03-31')


def test_an_assignment_that_ends_is_a_letter_that_ends(findings):
    text = model("p1: {role: pm, holder: Li}", "until: 2027-06-30") + (
        "assignments:\n  - {activity: a0, role: pm, letter: A, until: 2027-01-31}\n"
        "  - {activity: a0, role: dev, letter: R}\n"
    )
    [found] = findings(text, RULE)
    assert (found.place.mark.line, notes(found)) == (8, [(8, "the last day")])
    followed = text + "  - {activity: a0, role: pm, letter: A, from: 2026-01-01}\n"
    assert findings(followed, RULE) == []


def test_per_rows_are_told_in_their_place(findings):
    seats = f"{LEAVES}\np2: {{role: pm, holder: Ana}}"
    [found] = findings(model(seats, ROW.replace("title", 'per: "role:pm", title')), RULE)
    assert '"a0" (Move) for position "p1" (Product Manager), owned by "pm"' in found.message
    assert found.entities == ("activity:a0@p1", "role:pm", "position:p1")


@pytest.mark.parametrize(
    ("seats", "row"),
    [
        ("p1: {role: pm, until: 2027-03-31}", ROW),
        ("p1: {role: pm, holder: Li}", ROW),
        ("p1: {role: pm, holders: {person: Li, from: 2026-01-01}}", ROW),
        ("p1: {role: dev, holder: Li, until: 2027-03-31}", ROW),
        (LEAVES, "until: 2027-06-30, assign: {A: [pm, dev], R: dev}"),
        (LEAVES, "until: 2027-06-30, assign: {R: pm, C: pm}"),
        (LEAVES, 'until: 2027-06-30, assign: {A: "unit:x", R: pm}'),
    ],
)
def test_vacant_open_ended_absent_and_several_owners_hear_nothing(findings, seats, row):
    assert findings(model(seats, row), RULE) == []


def test_claims_hear_nothing(findings):
    text = model(LEAVES, "until: 2027-06-30") + (
        "assignments:\n  - {activity: a0, role: pm, letter: A, source: s}\n"
        "  - {activity: a0, role: dev, letter: R, source: s}\n"
    )
    assert findings(text, RULE) == []


def test_the_last_day_of_all_is_no_end(findings):
    seats = "p1: {role: pm, holder: Li, until: 9999-12-31}\nd: {role: dev, holders: {person: Bo, until: 9999-12-31}}"
    assert findings(model(seats, "assign: {A: pm, R: dev}", "assign: {A: dev, R: dev}"), RULE) == []


def test_the_day_of_the_check_decides(findings):
    assert findings(model(LEAVES, ROW), RULE, day="2027-04-01") == []
    assert len(findings(model(LEAVES, ROW), RULE, day="2027-03-31")) == 1


@pytest.mark.parametrize("dates", ["until: 2026-01-01", "from: 2027-01-01", "until: 2026-01-01, kind: interim"])
def test_a_seat_said_to_be_filled_by_nobody_of_today_has_no_end_that_is_known(findings, dates):
    seats = f"p1: {{role: pm, status: filled, holders: [{{person: Li, {dates}}}]}}"
    assert findings(model(seats, ROW), RULE) == []


def test_on_the_last_day_of_all_nobody_leaves(findings):
    seats = "p1: {role: pm, holders: [{person: Li, from: 2026-01-01}, {person: Bo, from: 2026-06-01, fte: 0.5}]}"
    row = "assign: {A: {who: pm, from: 2026-01-01, until: 9999-12-31}, R: dev}"
    assert findings(model(seats, row), RULE, day="9999-12-31") == []
