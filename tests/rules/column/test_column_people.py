"""From columns to people: who carries too much, who is alone with it, and what one seat answers for."""

from __future__ import annotations

from column_matrix import matrix

from orgmodel.findings import Severity

ROLES = "{pm: {title: Product Manager}, dev: {}, qa: {}}"
SEATS = (
    "positions:\n  pm-1: {role: pm, reports_to: ~, holder: Li Wei}\n"
    "  qa-1: {role: qa, reports_to: pm-1, holder: Li Wei}\n"
    "  dev-1: {role: dev, reports_to: pm-1, holder: Ana}\n  dev-2: {role: dev, reports_to: pm-1, holder: Bo}\n"
)
LIMITS = "policy: {column: {person: 3, sole: 2}}\n"


def test_two_seats_of_one_person_add_up(findings):
    rows = ("assign: {A: pm, R: pm}", "assign: {A: pm, R: qa}", "assign: {A: qa, R: dev}", "assign: {A: dev, R: qa}")
    [found] = findings(matrix(*rows, roles=ROLES, more=LIMITS + SEATS), "overloaded-person")
    assert found.message == '"Li Wei" owns or does 4 rows (3 owned, 3 done), more than 3: "a0", "a1", "a2" and "a3"'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.INFO, 5, 43)
    assert found.entities[:3] == ("person:Li Wei", "position:pm-1", "position:qa-1")
    assert (found.related[0].place.mark.line, found.related[0].note) == (6, "a seat of theirs too")


def test_people_with_the_same_rows_are_one_finding(findings):
    rows = ["assign: {A: pm, R: dev}"] * 4
    pm, devs = findings(matrix(*rows, roles=ROLES, more=LIMITS + SEATS), "overloaded-person")
    assert pm.entities[0] == "person:Li Wei"
    assert devs.message == (
        '2 people each own or do 4 rows, more than 3, of the same 4 activities ("a0", "a1", "a2" and "a3"): '
        '"Ana" and "Bo"'
    )
    assert devs.entities[:2] == ("person:Ana", "person:Bo")


def test_seats_named_one_by_one_add_up_for_whoever_sits_in_several(findings):
    rows = ["assign: {A: 'position:pm-1', R: 'position:dev-1'}"] * 2 + ["assign: {A: 'position:qa-1', R: dev}"] * 2
    named, others = findings(matrix(*rows, roles=ROLES, more=LIMITS + SEATS), "overloaded-person")
    assert named.message == '"Li Wei" owns or does 4 rows (4 owned, 0 done), more than 3: "a0", "a1", "a2" and "a3"'
    assert others.entities[0] == "person:Ana"  # of the role, and named twice


def test_seats_that_do_not_exist_or_are_not_in_force_carry_nobody(findings):
    seats = SEATS.replace("holder: Bo", "holder: Bo, until: 2026-01-01")
    rows = ["assign: {A: 'position:gone', R: 'position:dev-2'}"] * 4
    model = "as_of: 2026-06-01\n" + LIMITS + seats
    assert findings(matrix(*rows, roles=ROLES, more=model), "ORG507") == []
    assert findings(matrix(*rows, roles=ROLES, more=model), "ORG508") == []


def test_people_without_a_seat_carry_what_is_given_to_them_by_name(findings):
    rows = ["assign: {A: 'person:sam', R: 'position:dev-1'}"] * 3 + ["assign: {A: 'person:sam', R: qa}"]
    [found] = findings(matrix(*rows, roles=ROLES, more=LIMITS + "people: {sam: {}}\n" + SEATS), "overloaded-person")
    assert found.message == '"sam" owns or does 4 rows (4 owned, 0 done), more than 3: "a0", "a1", "a2" and "a3"'


UNITS = "units: {x: {kind: team}, y: {kind: team}, z: {kind: team}}\n"


def test_a_row_counts_in_each_place_in_which_it_exists(findings):
    rows = ("per: team, assign: {A: pm, R: dev}", "assign: {A: pm, R: dev}")
    [found, *others] = findings(matrix(*rows, roles=ROLES, more=LIMITS + UNITS + SEATS), "overloaded-person")
    assert (
        found.message == '"Li Wei" owns or does 4 rows (4 owned, 0 done), more than 3: "a0@x", "a0@y", "a0@z" and "a1"'
    )
    assert found.entities[3:5] == ("activity:a0@x", "activity:a0@y")
    assert len(others) == 1


def test_a_row_of_two_seats_of_one_person_counts_once_in_each_place(findings):
    rows = ("per: team, assign: {A: pm, R: qa}", "per: team, assign: {A: qa, R: dev}")
    found = findings(matrix(*rows, roles=ROLES, more=LIMITS + UNITS + SEATS), "overloaded-person")
    assert [each.message for each in found if each.entities[0] == "person:Li Wei"] == [
        '"Li Wei" owns or does 6 rows (6 owned, 3 done), more than 3: "a0@x", "a0@y", "a0@z" and 3 more'
    ]


def test_a_unit_as_one_party_is_not_spread_over_its_members(findings):
    seats = "units: {q: {head: pm-1}}\n" + SEATS.replace("role: dev,", "role: dev, unit: q,")
    rows = ["assign: {A: 'unit:q', R: 'unit:q'}"] * 4
    [found] = findings(matrix(*rows, roles=ROLES, more=LIMITS + seats), "overloaded-person")
    assert found.message.startswith('"Li Wei" owns or does 4 rows (4 owned, 0 done)')


def test_software_agents_vacant_and_undisclosed_seats_carry_nobody(findings):
    rows = ["assign: {A: pm, R: dev}"] * 4
    people = "people: {Li Wei: {employment: agent}}\n"
    seats = (
        "positions:\n  pm-1: {role: pm, reports_to: ~, holder: Li Wei}\n"
        "  dev-1: {role: dev, reports_to: pm-1}\n  dev-2: {role: dev, reports_to: pm-1, status: filled}\n"
    )
    assert findings(matrix(*rows, roles=ROLES, more=LIMITS + people + seats), "ORG507") == []


def test_namesakes_in_a_table_are_two_people(findings):
    model = {
        "org.yaml": "orgmodel: 1\nroles: {pm: {}, dev: {}}\ninclude: {file: staff.csv, as: positions}\n" + LIMITS
        + "activities:\n" + "".join(f"  a{i}: {{assign: {{A: pm, R: dev}}}}\n" for i in range(4)),
        "staff.csv": "id,role,reports_to,holder\npm-1,pm,,J. Smith\ndev-1,dev,pm-1,J. Smith\n",
    }  # fmt: skip
    found = findings(model, "overloaded-person")
    assert [(str(item.place), item.entities[:2]) for item in found] == [
        ("staff.csv:2:4", ("person:J. Smith", "position:pm-1")),
        ("staff.csv:3:4", ("person:J. Smith", "position:dev-1")),
    ]


def test_without_seats_or_holders_nobody_is_overloaded(findings):
    rows = ["assign: {A: pm, R: pm}"] * 4
    assert findings(matrix(*rows, roles=ROLES, more=LIMITS), "ORG507") == []
    seats = "positions: {pm-1: {role: pm, reports_to: ~}}\n"
    assert findings(matrix(*rows, roles=ROLES, more=LIMITS + seats), "ORG507") == []


# -- alone


def test_whoever_owns_and_does_rows_alone(findings):
    rows = (
        "assign: {A: pm, R: pm}",
        "assign: {A: pm, R: [pm, qa]}",
        "assign: {A: qa, R: pm}",
        "assign: {A: pm, R: dev}",
    )
    [found] = findings(matrix(*rows, roles=ROLES, more=LIMITS + SEATS), "single-point-of-failure")
    assert found.message == (
        '"Li Wei" alone owns and does 3 rows, more than 2, with nobody to stand in: "a0", "a1" and "a2"'
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.INFO, 5, 43)


def test_whoever_is_alone_in_two_seats_that_are_named(findings):
    rows = ["assign: {A: 'position:pm-1', R: 'position:qa-1'}"] * 3 + ["assign: {A: 'position:pm-1', R: dev}"]
    [found] = findings(matrix(*rows, roles=ROLES, more=LIMITS + SEATS), "single-point-of-failure")
    assert found.message == (
        '"Li Wei" alone owns and does 3 rows, more than 2, with nobody to stand in: "a0", "a1" and "a2"'
    )


def test_a_deputy_a_job_share_and_a_second_doer_are_somebody(findings):
    rows = ["assign: {A: pm, R: pm}"] * 3
    deputy = SEATS.replace("reports_to: ~,", "reports_to: ~, deputy: dev-1,")
    assert findings(matrix(*rows, roles=ROLES, more=LIMITS + deputy), "ORG508") == []
    share = SEATS.replace(
        "holder: Li Wei}\n  qa", "holders: [{person: Li Wei, fte: 0.5}, {person: Cy, fte: 0.5}]}\n  qa"
    )
    assert findings(matrix(*rows, roles=ROLES, more=LIMITS + share), "ORG508") == []
    assert findings(matrix(*["assign: {A: pm, R: [pm, dev]}"] * 3, roles=ROLES, more=LIMITS + SEATS), "ORG508") == []


def test_a_deputy_who_is_the_same_person_is_nobody(findings):
    rows = ["assign: {A: pm, R: pm}"] * 3
    deputy = SEATS.replace("reports_to: ~,", "reports_to: ~, deputy: qa-1,")
    assert len(findings(matrix(*rows, roles=ROLES, more=LIMITS + deputy), "ORG508")) == 1


def test_people_alone_with_the_same_rows_in_their_places_are_one_finding(findings):
    rows = ["per: 'role:pm', assign: {A: pm, R: pm}"] * 3
    seats = "positions:\n" + "".join(f"  pm-{i}: {{role: pm, reports_to: ~, holder: P{i}}}\n" for i in range(5))
    [found] = findings(matrix(*rows, roles=ROLES, more=LIMITS + seats), "single-point-of-failure")
    assert found.message == (
        "5 people are each alone with 3 rows, more than 2, and nobody to stand in, of the same 3 activities "
        '("a0", "a1" and "a2"): "P0", "P1", "P2" and 2 more'
    )
    assert found.entities[:2] == ("person:P0", "person:P1")


# -- seats


def test_rows_and_written_responsibilities_of_a_seat_add_up(findings):
    roles = "{pm: {title: Product Manager, responsibilities: [Knows the market, Sells]}, dev: {}, qa: {}}"
    policy = "policy: {column: {responsibilities: 3}}\n"
    rows = ["assign: {A: pm, R: dev}"] * 2
    [found] = findings(matrix(*rows, roles=roles, more=policy + SEATS), "too-many-responsibilities")
    assert found.message == (
        '"pm-1" (Product Manager) answers for 4 things (2 rows owned, 2 responsibilities written), more than 3'
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.INFO, 5, 3)
    assert found.entities == ("position:pm-1",)


def test_seats_of_one_role_are_one_finding_and_without_a_limit_none(findings):
    rows = ["assign: {A: dev, R: dev}"] * 2
    policy = "policy: {column: {responsibilities: 1}}\n"
    [found] = findings(matrix(*rows, roles=ROLES, more=policy + SEATS), "too-many-responsibilities")
    assert found.message == '2 seats of "dev" answer for more than 1 thing each: "dev-1" for 2 and "dev-2" for 2'
    assert found.entities == ("role:dev", "position:dev-1", "position:dev-2")
    assert findings(matrix(*rows, roles=ROLES, more=SEATS), "ORG512") == []


def test_in_a_model_without_positions_roles_are_counted(findings):
    policy = "policy: {column: {responsibilities: 2}}\n"
    [found] = findings(matrix(*["assign: {A: pm, R: dev}"] * 3, roles=ROLES, more=policy), "too-many-responsibilities")
    assert found.entities == ("role:pm",)
