"""Whose hands: software agents, contractors, one person on both sides of a check, one person everywhere."""

from __future__ import annotations

import pytest
from authority_findings import notes, told

AGENT, CONTRACTOR, CHECK, ONE = "owner-is-agent", "owner-is-contractor", "produces-and-approves", "all-in-one-hand"

ROLES = "orgmodel: 1\nroles: {po: {title: Product Owner}, dev: {title: Developer}, qa: {title: Tester}}\n"


def model(seats: str, *rows: str, head: str = ROLES, more: str = "") -> str:
    """Seats from line 4 on, one a line (from line 3 on without any)."""
    seated = "positions:\n" + "".join(f"  {seat}\n" for seat in seats.splitlines()) if seats else ""
    return head + seated + "activities:\n" + "".join(f"  a{i}: {{{row}}}\n" for i, row in enumerate(rows)) + more


# -- software agents: ORG608

BOT = "people: {bot: {name: Bot, employment: agent}, li: {name: Li Wei, employment: contractor}}\n"
SEATS = "p1: {role: po, holder: bot}\nd1: {role: dev, holder: Bo}"


def test_an_owner_who_is_an_agent_is_told_by_name_and_seat(findings):
    [found] = findings(model(SEATS, "title: Plan, assign: {A: po, R: dev}", more=BOT), AGENT)
    assert told([found]) == [
        (
            7,
            33,
            "warning",
            ('"po" (Product Owner) owns "a0" (Plan), and its only holder is a software agent: "bot" (Bot) in "p1"'),
        )
    ]
    assert found.entities == ("activity:a0", "role:po", "position:p1", "person:bot")
    assert notes(found) == [(8, "says so")]
    assert found.fix.startswith("Let a person own the row")


def test_rows_of_one_agent_are_one_finding(findings):
    rows = ("assign: {A: po, R: dev}", "assign: {A: po, R: dev}")
    [found] = findings(model(SEATS, *rows, more=BOT), AGENT)
    assert found.message.startswith('"po" (Product Owner) owns 2 rows ("a0" and "a1"), and its only holder')
    assert found.entities == ("role:po", "activity:a0", "activity:a1", "position:p1", "person:bot")
    assert notes(found) == [(8, "owned too"), (9, "says so")]


def test_the_seat_can_say_it_and_be_undisclosed(findings):
    for seat, end in (
        ("p1: {role: po, holder: Bot, employment: agent}", 'its only holder is a software agent: "Bot" in "p1"'),
        ("p1: {role: po, status: filled, employment: agent}", 'whoever sits in "p1" is a software agent'),
    ):
        [found] = findings(model(seat, "assign: {A: po, R: dev}"), AGENT)
        assert found.message == f'"po" (Product Owner) owns "a0", and {end}'
        assert notes(found) == [(4, "says so")]


def test_one_seat_among_others_can_say_it(findings):
    seats = "p1: {role: po, holder: Bot, employment: agent}\nd1: {role: dev, holder: Bo}"
    assert len(findings(model(seats, "assign: {A: po, R: dev}"), AGENT)) == 1
    assert len(findings(model(seats, 'assign: {A: "person:Bot", R: dev}'), AGENT)) == 1
    contract = seats.replace("agent", "contractor")
    assert len(findings(model(contract, "assign: {A: po, R: dev}"), CONTRACTOR)) == 1


def test_a_person_counts_before_the_seat(findings):
    seat = "p1: {role: po, holder: li, employment: agent}"
    assert findings(model(seat, "assign: {A: po, R: dev}", more=BOT), AGENT) == []
    assert len(findings(model(seat, "assign: {A: po, R: dev}", more=BOT), CONTRACTOR)) == 1


def test_several_agents_are_all_named_and_vacant_seats_are_not(findings):
    seats = "p1: {role: po, holder: bot}\np2: {role: po, holder: Nod, employment: agent}\np3: {role: po}"
    [found] = findings(model(seats, "assign: {A: po, R: dev}", more=BOT), AGENT)
    assert found.message == (
        '"po" (Product Owner) owns "a0", and its holders are all software agents: '
        '"bot" (Bot) and "Nod" in "p1" and "p2"'
    )
    assert notes(found) == [(9, "says so"), (5, "says so")]


@pytest.mark.parametrize(
    "seats",
    [
        "p1: {role: po, holder: bot}\np2: {role: po, holder: Ada}",
        "p1: {role: po, holder: bot}\np2: {role: po, status: filled}",
        "p1: {role: po, employment: agent}",
        "p1: {role: po, holder: Ada}\nd1: {role: dev, holder: bot}",
    ],
)
def test_an_agent_beside_somebody_else_or_one_that_only_works_is_no_fault(findings, seats):
    assert findings(model(seats, "assign: {A: po, R: dev}", more=BOT), AGENT) == []


def test_a_person_with_the_letter_needs_no_seat_and_no_seats_at_all(findings):
    row = 'assign: {A: "person:bot", R: dev}'
    expected = 'person "bot" (Bot) owns "a0", and is a software agent'
    assert [item.message for item in findings(model("", row, more=BOT), AGENT)] == [expected]
    [found] = findings(model("d1: {role: dev, holder: Bo}", row, more=BOT), AGENT)
    assert (found.message, found.entities) == (expected, ("activity:a0", "person:bot"))
    assert notes(found) == [(7, "says so")]
    [found] = findings(model(SEATS, row, more=BOT), AGENT)
    assert (found.message, found.entities) == (expected, ("activity:a0", "person:bot", "position:p1"))


def test_a_person_of_whom_nothing_is_known_is_no_agent(findings):
    people = BOT.replace("}}\n", "}, z: {name: Z}}\n")
    assert findings(model("", 'assign: {A: "person:z", R: dev}', more=people), ["ORG608", "ORG609"][0]) == []
    assert findings(model("", 'assign: {A: "person:z", R: dev}', more=people), CONTRACTOR) == []


# -- contractors: ORG609


def test_an_owner_who_is_a_contractor_is_info(findings):
    seats = "p1: {role: po, holder: Li Wei, employment: contractor}"
    [found] = findings(model(seats, "title: Plan, assign: {A: po, R: dev}"), CONTRACTOR)
    assert told([found]) == [
        (6, 33, "info", '"po" (Product Owner) owns "a0" (Plan), and its only holder is a contractor: "Li Wei" in "p1"')
    ]


def test_only_contractors_are_called_contractors(findings):
    seats = "p1: {role: po, holder: Li, employment: contractor}\np2: {role: po, holder: Mo, employment: contractor}"
    [found] = findings(model(seats, "assign: {A: po, R: dev}"), CONTRACTOR)
    assert found.message.endswith('its holders are all contractors: "Li" and "Mo" in "p1" and "p2"')


def test_contractors_and_agents_together_are_no_employees_either(findings):
    seats = "p1: {role: po, holder: li}\np2: {role: po, holder: bot}"
    text = model(seats, "assign: {A: po, R: dev}", more=BOT)
    [found] = findings(text, CONTRACTOR)
    assert found.message.endswith(
        'its holders are all contractors or software agents: "li" (Li Wei) and "bot" (Bot) in "p1" and "p2"'
    )
    assert findings(text, AGENT) == []


@pytest.mark.parametrize(
    "seats",
    [
        "p1: {role: po, holder: Li, employment: employee}\nd1: {role: dev, holder: X, employment: contractor}",
        "p1: {role: po, holder: Li}\np2: {role: po, holder: X, employment: contractor}",
        "p1: {role: po, holder: Li, employment: agent}\nd1: {role: dev, holder: X, employment: contractor}",
        "p1: {role: po, holder: Li}",
    ],
)
def test_employees_and_agents_alone_are_no_contractors(findings, seats):
    assert findings(model(seats, "assign: {A: po, R: dev}"), CONTRACTOR) == []


# -- does it and checks it: ORG610

RACIQ = ROLES.replace("orgmodel: 1\n", "orgmodel: 1\nscheme: raciq\n")
"""Seats from line 5 on."""
TWICE = (
    "po: {role: po, holder: Ada}\nd1: {role: dev, holder: Cy, reports_to: po}\n"
    "q1: {role: qa, holder: Cy, reports_to: po}"
)


def test_one_person_on_both_sides_of_a_check_is_told_with_both_seats(findings):
    [found] = findings(model(TWICE, "title: Ship, assign: {A: po, R: dev, Q: qa}", head=RACIQ), CHECK)
    assert told([found]) == [
        (
            9,
            48,
            "warning",
            (
                '"Cy" does "a0" (Ship) as "dev" (Developer) and checks it as "qa" (Tester): positions "d1" '
                'and "q1"; nobody else does'
            ),
        )
    ]
    assert found.entities == ("activity:a0", "role:dev", "role:qa", "person:Cy", "position:d1", "position:q1")
    assert notes(found) == [(9, "does the work")]


def test_rows_with_the_same_two_letters_are_one_finding(findings):
    row = "assign: {A: po, R: dev, Q: qa}"
    [found] = findings(model(TWICE, row, row, head=RACIQ), CHECK)
    assert found.message.startswith('"Cy" does 2 rows ("a0" and "a1") as "dev" (Developer) and checks them as "qa"')
    assert found.entities[:4] == ("role:dev", "activity:a0", "activity:a1", "role:qa")
    assert notes(found) == [(9, "does the work"), (10, "the same")]


def test_where_others_check_too_it_is_info(findings):
    seats = f"{TWICE}\nq2: {{role: qa, holder: Di, reports_to: po}}"
    [found] = findings(model(seats, "assign: {A: po, R: dev, Q: qa}", head=RACIQ), CHECK)
    assert (found.severity.value, found.message.endswith("; others could")) == ("info", True)


@pytest.mark.parametrize(
    ("letter", "severity"),
    [
        ("[qa, po]", "info"),
        ('[qa, "unit:u"]', "info"),
        ('[qa, "person:Ada"]', "info"),
        ("[qa, law]", "info"),
        ("[qa, hidden]", "info"),
        ('[qa, "position:d1"]', "warning"),
        ("[qa, empty]", "warning"),
    ],
)
def test_who_else_checks_decides_how_bad_it_is(findings, letter, severity):
    head = RACIQ.replace("{po:", "{law: {external: true}, hidden: {}, empty: {}, po:").replace(
        "roles:", "units: {u: {}}\nroles:"
    )
    seats = f"{TWICE}\nh: {{role: hidden, status: filled}}\ne: {{role: empty}}"
    row = f"assign: {{A: po, R: dev, Q: {letter}}}"
    found = findings(model(seats, row, head=head), CHECK)
    assert {item.severity.value for item in found if '"qa"' in item.message} == {severity}


def test_several_people_on_both_sides_check_each_other(findings):
    held = {"d1": ("dev", "Bo"), "d2": ("dev", "Cy"), "q1": ("qa", "Bo"), "q2": ("qa", "Cy")}
    seats = "\n".join(f"{seat}: {{role: {role}, holder: {who}}}" for seat, (role, who) in held.items())
    [found] = findings(model(seats, "assign: {A: po, R: dev, Q: qa}", head=RACIQ), CHECK)
    assert told([found]) == [
        (
            10,
            35,
            "info",
            (
                '"Bo" and "Cy" do "a0" as "dev" (Developer) and check it as "qa" (Tester): '
                'positions "d1", "d2", "q1" and 1 more; others could'
            ),
        )
    ]


def test_four_people_are_cut(findings):
    names = "ABCD"
    seats = "\n".join(f"d{n}: {{role: dev, holder: {n}}}\nq{n}: {{role: qa, holder: {n}}}" for n in names)
    [found] = findings(model(seats, "assign: {A: po, R: dev, Q: qa}", head=RACIQ), CHECK)
    assert found.message.startswith('"A", "B", "C" and 1 more do "a0"')
    assert [name for name in found.entities if name.startswith("person:")] == [f"person:{n}" for n in names]


@pytest.mark.parametrize(
    "letters",
    [
        "A: po, R: dev, Q: po",
        "A: dev, R: dev, C: qa",
        "A: qa, R: dev, C: po",
        "A: po, R: dev, Q: dev",
        "A: po, R: po, Q: qa",
    ],
)
def test_owning_and_doing_advising_and_the_same_letters_on_paper_are_not_told(findings, letters):
    assert findings(model(TWICE, f"assign: {{{letters}}}", head=RACIQ), CHECK) == []


def test_the_same_party_on_paper_is_the_rows_own_finding(findings):
    text = model(TWICE, "assign: {A: po, R: dev, Q: dev}", head=RACIQ)
    assert [item.rule for item in findings(text, "ORG4") if item.rule == "verifier-is-doer"] == ["verifier-is-doer"]


def test_a_vacant_check_is_nobodys(findings):
    seats = TWICE.replace("role: qa, holder: Cy", "role: qa")
    assert findings(model(seats, "assign: {A: po, R: dev, Q: qa}", head=RACIQ), CHECK) == []


def test_per_rows_name_the_seat_they_are_for(findings):
    seats = f"{TWICE}\nd2: {{role: dev, holder: Bo, reports_to: po}}"
    [found] = findings(model(seats, 'per: "role:dev", assign: {A: po, R: dev, Q: qa}', head=RACIQ), CHECK)
    assert found.entities[0] == "activity:a0@d1"
    assert '"a0" for position "d1" (Developer) as "dev"' in found.message


def test_two_rows_of_a_table_with_one_name_are_two_people(findings):
    files = {
        "org.yaml": RACIQ
        + "include: [{file: s.csv, as: positions}]\nactivities: {a: {assign: {A: po, R: dev, Q: qa}}}\n",
        "s.csv": "id,role,holder\nd1,dev,Cy\nq1,qa,Cy\np1,po,Ada\n",
    }
    assert findings(files, CHECK) == []


def test_a_veto_is_a_check(findings):
    [found] = findings(model(TWICE, "scheme: pacsi, assign: {A: po, P: dev, C: qa}"), CHECK)
    assert found.message == (
        '"Cy" does "a0" as "dev" (Developer) and can veto it as "qa" (Tester): positions "d1" and "q1"; '
        "nobody else does"
    )


@pytest.mark.parametrize(
    ("letters", "severity"), [("P: dev, C: dev", "warning"), ("P: dev, C: [dev, qa]", "info"), ("P: dev, C: qa", None)]
)
def test_without_seats_a_role_stands_for_its_people(findings, letters, severity):
    found = findings(model("", f"scheme: pacsi, assign: {{A: po, {letters}}}"), CHECK)
    assert [item.severity.value for item in found] == ([] if severity is None else [severity])
    end = "nobody else does" if severity == "warning" else "others could"
    assert [item.message for item in found] == [f'"dev" (Developer) does "a0" and can veto it; {end}'] * len(found)


def test_mocha_owners_who_approve_their_own_work_are_told(findings):
    [found] = findings(model("", "scheme: mocha, assign: {O: po, A: po}"), CHECK)
    assert found.message == '"po" (Product Owner) does "a0" and can veto it; nobody else does'


def test_rows_that_ask_for_separate_hands_get_owner_and_doer_told(findings):
    row = "separate: true, assign: {A: qa, R: dev}"
    [found] = findings(model(TWICE, row), CHECK)
    assert told([found]) == [
        (
            8,
            36,
            "warning",
            (
                '"Cy" does "a0" as "dev" (Developer) and answers for it as "qa" (Tester): positions "d1" '
                'and "q1"; the row asks for separate hands'
            ),
        )
    ]
    [found] = findings(model(TWICE, row, "assign: {A: qa, R: dev}", row), CHECK)
    assert found.message.startswith('"Cy" does 2 rows ("a0" and "a2") as "dev" (Developer) and answers for them as')
    assert found.message.endswith("; they ask for separate hands")


def test_rows_that_do_not_ask_may_have_owner_and_doer_in_one_hand(findings):
    assert findings(model(TWICE, "assign: {A: dev, R: dev}", "separate: true, assign: {A: po, R: dev}"), CHECK) == []


def test_separate_hands_are_asked_of_roles_too(findings):
    [found] = findings(model("", "separate: true, assign: {A: dev, R: dev}"), CHECK)
    assert (found.severity.value, found.message) == (
        "warning",
        '"dev" (Developer) does "a0" and answers for it; the row asks for separate hands',
    )
    assert findings(model("", "separate: true, assign: {A: po, R: dev}"), CHECK) == []


def test_several_people_of_one_role_own_and_do_it(findings):
    seats = "d1: {role: dev, holder: Bo}\nd2: {role: dev, holder: Cy}"
    [found] = findings(model(seats, "separate: true, assign: {A: dev, R: dev}"), CHECK)
    assert found.message == (
        '"Bo" and "Cy" do "a0" and answer for it: positions "d1" and "d2"; the row asks for separate hands'
    )


# -- all letters: ORG613

HAND = (
    "p1: {role: po, holder: Li}\nd1: {role: dev, holder: Li, reports_to: ~}\nq1: {role: qa, holder: Li, reports_to: ~}"
)


def test_all_letters_with_one_person_are_told_with_the_seats(findings):
    [found] = findings(model(HAND, "title: Plan, assign: {A: po, R: dev, C: qa}"), ONE)
    assert told([found]) == [
        (8, 33, "info", 'every letter of "a0" (Plan) leads to "Li", who sits in "p1", "d1" and "q1"')
    ]
    assert found.entities == ("activity:a0", "person:Li", "position:p1", "position:d1", "position:q1")
    assert notes(found) == [(4, '"Li" sits in "p1"'), (5, '"Li" sits in "d1"'), (6, '"Li" sits in "q1"')]


def test_all_rows_of_one_person_are_one_finding(findings):
    rows = ("assign: {A: po, R: dev, C: qa}", "assign: {A: qa, R: dev, C: po}")
    [found] = findings(model(HAND, *rows), ONE)
    assert found.message.startswith('every letter of 2 rows ("a0" and "a1") leads to "Li"')
    assert found.entities[:3] == ("person:Li", "activity:a0", "activity:a1")
    assert notes(found)[0] == (9, "this row too")


def test_positions_and_the_person_count_by_their_roles(findings):
    rows = ('assign: {A: "position:p1", R: "position:d1", C: "person:Li"}',)
    assert len(findings(model(HAND, *rows), ONE)) == 1


@pytest.mark.parametrize(
    "row",
    [
        "assign: {A: po, R: dev}",
        "assign: {A: po, R: po, C: dev}",
        "assign: {A: po, R: dev, C: qa, I: ops}",
        'assign: {A: po, R: dev, C: [qa, "unit:u"]}',
        "assign: {A: po, R: dev, C: [qa, law]}",
        "assign: {A: po, R: dev, C: [qa, void]}",
        "assign: {A: po, R: dev, C: [qa, dark]}",
    ],
)
def test_two_roles_and_anybody_else_are_no_single_hand(findings, row):
    head = ROLES.replace("{po:", "{ops: {}, void: {}, dark: {}, law: {external: true}, po:").replace(
        "roles:", "units: {u: {}}\nroles:"
    )
    seats = f"{HAND}\no: {{role: ops, holder: Mo}}\nv: {{role: void}}\nk: {{role: dark, status: filled}}"
    assert findings(model(seats, row, head=head), ONE) == []


@pytest.mark.parametrize("extra", ["q2: {role: qa}", "q2: {role: qa, status: filled}", "q2: {role: qa, holder: Mo}"])
def test_another_seat_of_a_role_is_another_hand(findings, extra):
    assert findings(model(f"{HAND}\n{extra}", "assign: {A: po, R: dev, C: qa}"), ONE) == []


def test_one_seat_that_does_and_owns_is_named_alone(findings):
    [found] = findings(model(TWICE, "separate: true, assign: {A: po, R: po}"), CHECK)
    assert found.message == '"Ada" does "a0" and answers for it: position "po"; the row asks for separate hands'
