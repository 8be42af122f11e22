"""From the letters of a row to the seats: none, vacant, several."""

from __future__ import annotations

from orgmodel.findings import Severity

START = (
    "orgmodel: 1\nroles: {director: {title: Director}, pm: {title: Product Manager}, dev: {}, law: {external: true}}\n"
)
SEAT_RULES = ("owner-without-seat", "owner-vacant", "several-owners-in-seats", "doer-without-seat")


def _model(positions, activities, units=""):
    head = f"units: {units}\n" if units else ""
    return START + head + f"positions:\n{positions}activities:\n{activities}"


def _messages(found):
    return [item.message for item in found]


# -- no seat


def test_one_role_without_a_seat_is_one_finding_for_all_its_rows(findings):
    rows = "".join(f"  a{i:02}: {{assign: {{A: director, R: pm}}}}\n" for i in range(20))
    model = _model("  pm-1: {role: pm, reports_to: ~, holder: Li}\n", rows)
    [found] = findings(model, "owner-without-seat")
    assert (
        found.message == '"director" (Director) owns 20 rows ("a00", "a01", "a02" and 17 more) and has no seat in force'
    )
    assert found.severity is Severity.WARNING
    assert (found.place.mark.line, found.place.mark.column) == (6, 21)
    assert found.entities == ("role:director", *(f"activity:a{i:02}" for i in range(20)))
    assert [(item.place.mark.line, item.note) for item in found.related] == [(i, "owned too") for i in range(7, 26)]


def test_its_fingerprint_stays_when_rows_come_and_go(findings):
    seat = "  pm-1: {role: pm, holder: Li}\n"
    one = "  a: {assign: {A: director, R: pm}}\n"
    two = one + "  b: {assign: {A: director, R: pm}}\n"
    prints = [findings(_model(seat, rows), "owner-without-seat")[0].fingerprint for rows in (one, two)]
    assert prints[0] == prints[1]


def test_seats_of_other_days_are_named(findings):
    seats = (
        "  d-1: {role: director, from: 2027-01-01}\n  d-0: {role: director, until: 2026-06-30}\n"
        "  d-x: {role: director, status: ended}\n"
    )
    [found] = findings(_model(seats, "  a: {assign: {A: director, R: director}}\n"), "owner-without-seat")
    assert found.message == (
        '"director" (Director) owns "a" and has no seat in force '
        '("d-1" begins 2027-01-01, "d-0" ended 2026-06-30 and 1 more)'
    )


def test_external_unknown_and_present_owners_hear_nothing(findings):
    rows = (
        "  a: {assign: {A: law, R: pm}}\n  b: {assign: {A: nobody, R: pm}}\n  c: {assign: {A: pm, R: pm}}\n"
        "  d: {assign: {A: 'position:nope', R: pm}}\n  e: {assign: {A: 'person:Li', R: pm}}\n"
    )
    assert findings(_model("  pm-1: {role: pm, holder: Li}\n", rows), "owner-without-seat") == []


def test_without_positions_no_rule_speaks_of_seats(findings):
    model = START + "activities: {a: {assign: {A: director, R: dev}}}\n"
    assert [item for rule in SEAT_RULES for item in findings(model, rule)] == []


def test_a_position_out_of_force_and_a_unit_without_head(findings):
    rows = "  a: {assign: {A: 'position:pm-1', R: pm}}\n  b: {assign: {A: 'unit:pay', R: dev}}\n"
    seats = "  pm-1: {role: pm, until: 2026-01-01}\n  dev-1: {role: dev, holder: Li, reports_to: ~}\n"
    assert _messages(findings(_model(seats, rows, "{pay: {title: Payments}}"), "owner-without-seat")) == [
        'position "pm-1" (Product Manager) owns "a" and is not in force on 2026-11-01',
        'unit "pay" (Payments) owns "b" and has no head in force',
    ]


UNITS = "{pay: {title: Payments, kind: team}, cards: {kind: team}, loans: {kind: team}}"


def test_a_role_without_a_seat_in_one_unit_is_named_with_the_unit(findings):
    seats = (
        "  pm-pay: {role: pm, unit: pay, holder: Li}\n  pm-cards: {role: pm, unit: cards, holder: Bo}\n"
        "  dev-1: {role: dev, unit: loans, holder: Cy, reports_to: ~}\n"
    )
    rows = "  a: {title: Rank, per: team, assign: {A: pm, R: pm}}\n  b: {per: team, assign: {A: pm, R: pm}}\n"
    [found] = findings(_model(seats, rows, UNITS), "owner-without-seat")
    assert found.message == (
        '"pm" (Product Manager) owns 2 rows ("a" and "b") in unit "loans" and has no seat that is meant there: '
        'none of its 2 seats ("pm-pay" in "pay", "pm-cards" in "cards") is in "loans" or above it'
    )
    assert found.entities == ("role:pm", "activity:a@loans", "activity:b@loans")


def test_a_role_without_a_seat_in_most_units_is_one_finding(findings):
    seats = "  pm-pay: {role: pm, unit: pay, holder: Li}\n"
    [found] = findings(_model(seats, "  a: {per: team, assign: {A: pm, R: pm}}\n", UNITS), "owner-without-seat")
    assert found.message == (
        '"pm" (Product Manager) owns "a" in 2 of 3 places ("cards" and "loans") and has no seat that is meant there: '
        'its only seat "pm-pay" is in unit "pay", which is neither one of these nor above one'
    )
    assert found.entities == ("role:pm", "activity:a@cards", "activity:a@loans")


def test_the_doer_who_is_also_the_owner_is_told_once(findings):
    model = _model("  dev-1: {role: dev, holder: Cy}\n", "  a: {assign: {A: pm, R: pm}}\n")
    assert len(findings(model, "owner-without-seat")) == 1
    assert findings(model, "doer-without-seat") == []


# -- doers


def test_a_doer_without_a_seat_is_info_while_another_one_does_it(findings):
    rows = "  a: {assign: {A: pm, R: [pm, dev]}}\n  b: {assign: {A: pm, R: [law, dev]}}\n"
    [found] = findings(_model("  pm-1: {role: pm, holder: Li}\n", rows), "doer-without-seat")
    assert found.message == '"dev" does 2 rows ("a" and "b") and has no seat in force'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.INFO, 6, 31)


def test_work_that_nobody_with_a_seat_does_is_a_warning(findings):
    rows = "  a: {assign: {A: pm, R: [pm, dev]}}\n  b: {assign: {A: pm, R: [dev, director]}}\n"
    dev, director = findings(_model("  pm-1: {role: pm, holder: Li}\n", rows), "doer-without-seat")
    assert dev.message == (
        '"dev" does 2 rows ("a" and "b") and has no seat in force; in 1 row ("b") nobody else who does it has one'
    )
    assert director.message == (
        '"director" (Director) does "b" and has no seat in force; nobody else who does it has one'
    )
    assert {dev.severity, director.severity} == {Severity.WARNING}


# -- vacant


def test_a_vacant_owner_is_one_finding_for_all_rows_that_rest_on_the_seat(findings):
    seats = "  pm-1: {role: pm}\n  dev-1: {role: dev, reports_to: pm-1, holder: Cy}\n"
    rows = "  a: {assign: {A: pm, R: dev}}\n  b: {assign: {A: 'role:pm', R: dev}}\n"
    [found] = findings(_model(seats, rows), "owner-vacant")
    assert found.message == '"pm" (Product Manager) owns 2 rows ("a" and "b"), and nobody sits in "pm-1"'
    assert found.entities == ("role:pm", "activity:a", "activity:b", "position:pm-1")
    assert [(str(item.place), item.note) for item in found.related] == [
        ("org.yaml:8:19", "owned too"),
        ("org.yaml:4:3", "a vacant seat"),
    ]


def test_an_owner_with_one_filled_seat_is_not_vacant(findings):
    seats = "  pm-1: {role: pm}\n  pm-2: {role: pm, holder: Li}\n"
    assert findings(_model(seats, "  a: {assign: {A: pm, R: pm}}\n"), "owner-vacant") == []


def test_all_vacant_seats_are_counted(findings):
    seats = "  pm-1: {role: pm, status: vacant}\n  pm-2: {role: pm}\n"
    [found] = findings(_model(seats, "  a: {assign: {A: pm, R: pm}}\n"), "owner-vacant")
    assert 'nobody sits in any of its 2 seats "pm-1" and "pm-2"' in found.message


def test_the_deputy_of_a_vacant_seat_is_named(findings):
    seats = (
        "  pm-1: {role: pm, deputy: dir-1}\n  dir-1: {role: director, holder: Sam Ortiz, reports_to: ~}\n"
        "  pm-2: {role: dev, deputy: pm-1, reports_to: ~}\n"
    )
    rows = "  a: {assign: {A: pm, R: director}}\n  b: {assign: {A: dev, R: director}}\n"
    assert _messages(findings(_model(seats, rows), "owner-vacant")) == [
        '"pm" (Product Manager) owns "a", and nobody sits in "pm-1"; "dir-1" (Sam Ortiz) stands in',
        '"dev" owns "b", and nobody sits in "pm-2"; its deputy "pm-1" is nobody either',
    ]


def test_a_row_for_every_seat_names_the_vacant_one(findings):
    seats = "  pm-1: {role: pm, holder: Li}\n  pm-2: {role: pm}\n"
    [found] = findings(_model(seats, "  a: {title: Rank, per: 'role:pm', assign: {A: pm, R: pm}}\n"), "owner-vacant")
    assert found.message == (
        '"pm" (Product Manager) owns "a" (Rank) for position "pm-2" (Product Manager), and nobody sits in it'
    )
    assert found.entities == ("activity:a@pm-2", "role:pm", "position:pm-2")


def test_an_undisclosed_holder_is_no_vacancy(findings):
    model = _model("  pm-1: {role: pm, status: filled}\n", "  a: {assign: {A: pm, R: pm}}\n")
    assert findings(model, "owner-vacant") == []


# -- several


def test_several_seats_of_the_owner_are_counted_and_named(findings):
    seats = "  pm-1: {role: pm, holder: Li}\n  pm-2: {role: pm}\n  pm-3: {role: pm, holder: Bo}\n"
    [found] = findings(_model(seats, "  a: {title: Rank, assign: {A: pm, R: pm}}\n"), "several-owners-in-seats")
    assert found.message == (
        '"pm" (Product Manager) is the one owner of "a" (Rank) on paper, but 3 in seats: '
        '"pm-1" (Li), "pm-2" (vacant) and "pm-3" (Bo)'
    )
    assert found.severity is Severity.WARNING
    assert found.entities == ("activity:a", "role:pm", "position:pm-1", "position:pm-2", "position:pm-3")


def test_many_seats_are_cut_short(findings):
    seats = "".join(f"  pm-{i}: {{role: pm, holder: P{i}}}\n" for i in range(30))
    [found] = findings(_model(seats, "  a: {assign: {A: pm, R: pm}}\n"), "several-owners-in-seats")
    assert found.message.endswith(
        '30 in seats: "pm-0" (P0), "pm-1" (P1), "pm-2" (P2), "pm-3" (P3), "pm-4" (P4) and 25 more'
    )


def test_two_people_in_one_seat_are_two_unless_they_share_it(findings):
    row = "  a: {assign: {A: pm, R: pm}}\n"
    both = "  pm-1: {role: pm, holders: [{person: Li}, {person: Bo}]}\n"
    share = "  pm-1: {role: pm, holders: [{person: Li, fte: 0.5}, {person: Bo, fte: 0.5}]}\n"
    [found] = findings(_model(both, row), "several-owners-in-seats")
    assert found.message.endswith('but 2 in seats: "pm-1" (Li and Bo)')
    assert findings(_model(share, row), "several-owners-in-seats") == []


def test_one_person_in_two_seats_is_one_owner(findings):
    seats = "  pm-1: {role: pm, holder: Li}\n  pm-2: {role: pm, holder: Li}\n"
    assert findings(_model(seats, "  a: {assign: {A: pm, R: pm}}\n"), "several-owners-in-seats") == []


def test_like_seats_are_several_unless_the_row_is_for_each_of_them(findings):
    seats = "  pms: {role: pm, seats: 6}\n"
    [found] = findings(_model(seats, "  a: {assign: {A: pm, R: pm}}\n"), "several-owners-in-seats")
    assert found.message.endswith('but 6 in seats: "pms" (6 like seats)')
    rows = "  a: {per: 'role:pm', assign: {A: pm, R: pm}}\n"
    assert findings(_model(seats, rows), "several-owners-in-seats") == []


def test_two_owners_in_one_unit_are_named_with_the_unit(findings):
    seats = (
        "  pm-1: {role: pm, unit: pay, holder: Li}\n  pm-2: {role: pm, unit: pay, holder: Bo}\n"
        "  pm-3: {role: pm, unit: cards, holder: Cy}\n  pm-4: {role: pm, unit: loans, holder: Di}\n"
    )
    [found] = findings(_model(seats, "  a: {per: team, assign: {A: pm, R: pm}}\n", UNITS), "several-owners-in-seats")
    assert 'owner of "a" in unit "pay" (Payments) on paper, but 2 in seats' in found.message
    assert found.entities[0] == "activity:a@pay"


def test_several_owners_on_paper_are_told_on_paper_only(findings):
    seats = "  pm-1: {role: pm, holder: Li}\n  pm-2: {role: pm, holder: Bo}\n  d: {role: director, holder: Sam}\n"
    model = _model(seats, "  a: {assign: {A: [pm, director], R: pm}}\n")
    assert findings(model, "several-owners-in-seats") == []
    assert len(findings(model, "several-owners")) == 1


def test_a_row_per_nothing_is_told_once(findings):
    seats = "  pm-1: {role: pm, unit: pay, holder: Li}\n  pm-2: {role: pm, unit: cards, holder: Bo}\n"
    model = _model(seats, "  a: {per: taem, assign: {A: pm, R: pm}}\n", UNITS)
    assert [item for rule in SEAT_RULES for item in findings(model, rule)] == []
    assert len(findings(model, "per-nothing")) == 1
