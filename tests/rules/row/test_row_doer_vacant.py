"""Rows that only vacant seats do: ORG434."""

from __future__ import annotations

import pytest

RULE = "doer-vacant"
START = (
    "orgmodel: 1\n"
    "units: {p: {}, t1: {kind: team, parent: p}, t2: {kind: team, parent: p}}\n"
    "roles: {pm: {title: Product Manager}, dev: {title: Developer}, qa: {}, law: {external: true}, none: {}}\n"
    "positions:\n"
    "  pm-1: {role: pm, unit: p, holder: Li}\n"
    "  dev-1: {role: dev, unit: t1}\n"
    "  dev-2: {role: dev, unit: t2, holder: Di}\n"
    "  qa-1: {role: qa, unit: p}\n"
    "  qa-2: {role: qa, unit: p}\n"
    "activities:\n"
)
"""The first row stands in line 11."""


def model(*rows, start=START):
    return start + "".join(f"  a{i}: {{{row}}}\n" for i, row in enumerate(rows))


def test_a_row_that_a_vacant_seat_does_is_told(findings):
    [found] = findings(model('title: Ship, assign: {A: pm, R: "position:dev-1"}'), RULE)
    assert found.message == 'position "dev-1" (Developer) does "a0" (Ship), and nobody sits in it'
    assert (found.severity.value, found.place.mark.line, found.place.mark.column) == ("warning", 11, 40)
    assert found.entities == ("activity:a0", "position:dev-1")
    assert [(item.place.mark.line, item.note) for item in found.related] == [(6, "a vacant seat")]


def test_all_rows_that_wait_for_one_seat_are_one_finding(findings):
    [found] = findings(model(*['assign: {A: pm, R: "position:dev-1"}'] * 20), RULE)
    assert found.message == (
        'position "dev-1" (Developer) does 20 rows ("a0", "a1", "a2" and 17 more), and nobody sits in it'
    )
    assert found.entities[:2] == ("position:dev-1", "activity:a0")
    assert (found.related[0].place.mark.line, found.related[0].note) == (12, "done too")


def test_its_fingerprint_stays_when_rows_come_and_go(findings):
    prints = [findings(model(*["assign: {A: pm, R: qa}"] * number), RULE)[0].fingerprint for number in (1, 2)]
    assert prints[0] == prints[1]


def test_all_seats_of_a_role_are_named(findings):
    [found] = findings(model("assign: {A: pm, R: qa}"), RULE)
    assert found.message == '"qa" does "a0", and nobody sits in any of its 2 seats "qa-1" and "qa-2"'
    assert found.entities == ("activity:a0", "role:qa", "position:qa-1", "position:qa-2")


def test_per_rows_wait_for_the_seat_of_their_place(findings):
    rows = ("per: team, assign: {A: pm, R: dev}", 'per: "role:dev", assign: {A: pm, R: dev}')
    [found] = findings(model(*rows), RULE)
    assert found.message == (
        '"dev" (Developer) does 2 rows ("a0" and "a1") in 2 places ("t1" and "dev-1"), and nobody sits in "dev-1"'
    )
    assert found.entities == ("role:dev", "activity:a0@t1", "activity:a1@dev-1", "position:dev-1")


def test_two_vacant_seats_of_a_role_in_two_units_are_two_findings(findings):
    start = START.replace("unit: t2, holder: Di", "unit: t2")
    found = findings(model("per: team, assign: {A: pm, R: dev}", start=start), RULE)
    assert [item.entities[0] for item in found] == ["activity:a0@t1", "activity:a0@t2"]


def test_doers_who_are_all_nobody_are_one_finding_at_the_first(findings):
    rows = ('assign: {A: pm, R: [qa, "position:dev-1"]}', "assign: {A: pm, R: qa}")
    [one] = findings(model(rows[0]), RULE)
    assert one.message == (
        '"qa" does "a0", and nobody sits in any of its 2 seats "qa-1" and "qa-2", nor is anybody there for position '
        '"dev-1" (Developer), who shares the work'
    )
    assert one.entities == ("activity:a0", "role:qa", "position:qa-1", "position:qa-2", "position:dev-1")
    [two] = findings(model(*rows), RULE)
    assert two.message.endswith('for position "dev-1" (Developer), who shares some of the work')


def test_several_others_are_listed(findings):
    [found] = findings(model('assign: {A: pm, R: [qa, "position:dev-1", none]}'), RULE)
    assert found.message.endswith('for position "dev-1" (Developer) and "none", who share the work')


def test_many_others_are_cut(findings):
    start = START.replace("none: {}", "none: {}, n2: {}, n3: {}, n4: {}")
    [found] = findings(model("assign: {A: pm, R: [qa, none, n2, n3, n4]}", start=start), RULE)
    assert found.message.endswith('for "none", "n2", "n3" and 1 more, who share the work')


def test_a_doer_without_a_seat_does_not_hide_a_vacant_one(findings):
    [found] = findings(model("assign: {A: pm, R: [none, qa]}"), RULE)
    assert found.entities[:2] == ("activity:a0", "role:qa")
    assert found.message.endswith('nor is anybody there for "none", who shares the work')


@pytest.mark.parametrize(
    "letters",
    [
        "A: pm, R: dev",
        "A: qa, R: pm",
        "A: pm, R: [qa, pm]",
        "A: pm, R: [qa, law]",
        "A: pm, R: [qa, gone]",
        'A: pm, R: [qa, "unit:t2"]',
        'A: pm, R: [qa, "person:Di"]',
        "A: pm, R: none",
        "A: pm, C: qa",
    ],
)
def test_somebody_who_is_there_or_outside_or_no_seat_at_all_is_no_such_row(findings, letters):
    assert findings(model(f"assign: {{{letters}}}"), RULE) == []


def test_an_undisclosed_doer_is_there(findings):
    start = START.replace("qa-2: {role: qa,", "qa-2: {role: qa, status: filled,")
    assert findings(model("assign: {A: pm, R: qa}", start=start), RULE) == []


def test_vacant_seats_of_an_outside_role_are_no_fault(findings):
    start = START.replace("qa-1: {role: qa", "law-1: {role: law")
    assert findings(model("assign: {A: pm, R: law}", start=start), RULE) == []


def test_vacant_seats_that_own_it_too_are_the_owners_fault(findings):
    rows = ("assign: {A: qa, R: qa}", 'assign: {A: qa, R: "position:qa-1"}', "scheme: mocha, assign: {O: qa}")
    assert findings(model(*rows), RULE) == []
    assert len(findings(model(*rows), "owner-vacant")) == 1


def test_another_vacant_doer_beside_a_vacant_owner_is_told(findings):
    [found] = findings(model('assign: {A: qa, R: [qa, "position:dev-1"]}'), RULE)
    assert found.entities == ("activity:a0", "position:dev-1", "role:qa")
    [found] = findings(model('assign: {A: "position:qa-1", R: qa}'), RULE)
    assert found.entities[:2] == ("activity:a0", "role:qa")


def test_an_owner_who_is_vacant_elsewhere_explains_nothing_here(findings):
    row = 'per: team, assign: {A: dev, R: "position:dev-1"}'
    [found] = findings(model(row), RULE)
    assert found.entities == ("activity:a0@t2", "position:dev-1")


def test_a_deputy_makes_it_info(findings):
    start = START.replace("dev-1: {role: dev,", "dev-1: {role: dev, deputy: dev-2,")
    [found] = findings(model('assign: {A: pm, R: "position:dev-1"}', start=start), RULE)
    assert (found.severity.value, found.message) == (
        "info",
        'position "dev-1" (Developer) does "a0", and nobody sits in it; "dev-2" (Di) stands in',
    )
    half = START.replace("qa-1: {role: qa,", "qa-1: {role: qa, deputy: dev-2,")
    [found] = findings(model("assign: {A: pm, R: qa}", start=half), RULE)
    assert (found.severity.value, found.message.endswith('; "dev-2" (Di) stands in')) == ("warning", True)


def test_models_that_name_no_holders_hear_nothing(findings):
    text = "orgmodel: 1\nroles: {pm: {}}\npositions: {p: {role: pm}}\nactivities: {a: {assign: {A: pm, R: pm}}}\n"
    assert findings(text, RULE) == []


def test_claims_are_judged_too(findings):
    text = model("title: Ship") + (
        "assignments:\n  - {activity: a0, role: pm, letter: A, source: s}\n"
        "  - {activity: a0, role: qa, letter: R, source: s}\n"
    )
    [found] = findings(text, RULE)
    assert found.place.mark.line == 14
