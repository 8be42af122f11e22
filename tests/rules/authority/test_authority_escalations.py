"""Escalations that do not lead upward: ORG614."""

from __future__ import annotations

import pytest
from authority_findings import notes, told

RULE = "escalation-off-line"
ROLES = (
    "orgmodel: 1\n"
    "roles:\n"
    "  ceo: {title: Chief}\n"
    "  dir: {title: Director, reports_to: ceo}\n"
    "  pm: {title: Product Manager, reports_to: dir}\n"
    "  hr: {title: People, reports_to: ceo}\n"
    "  law: {external: true}\n"
    "  lone: {}\n"
)


def roles(*rows: str, head: str = ROLES) -> str:
    """The first row stands in line 10."""
    return head + "activities:\n" + "".join(f"  a{i}: {{{row}}}\n" for i, row in enumerate(rows))


def test_an_escalation_to_somebody_below_is_told_with_the_line(findings):
    [found] = findings(roles("title: Ship, escalates_to: pm, assign: {A: dir, R: pm}"), RULE)
    assert told([found]) == [
        (
            10,
            35,
            "warning",
            '"a0" (Ship) escalates to "pm" (Product Manager), who reports to the owner "dir" (Director): "pm" → "dir"',
        )
    ]
    assert found.entities == ("activity:a0", "role:dir", "role:pm")
    assert notes(found) == [(10, "the owner"), (5, '"pm" reports to "dir"')]
    assert found.related[0].place.mark.column == 51


def test_an_escalation_to_the_owner_is_told(findings):
    [found] = findings(roles("title: Ship, escalates_to: dir, assign: {A: dir, R: pm}"), RULE)
    assert (found.severity.value, found.message) == (
        "warning",
        '"a0" (Ship) escalates to "dir" (Director), the owner',
    )


def test_an_escalation_to_another_line_is_info(findings):
    rows = ("escalates_to: hr, assign: {A: dir, R: pm}", "escalates_to: hr, assign: {A: dir, R: pm}")
    [found] = findings(roles(*rows), RULE)
    assert told([found]) == [
        (
            10,
            22,
            "info",
            (
                '2 rows ("a0" and "a1") escalate to "hr" (People), who is not on the line above the owner "dir" '
                '(Director): "dir" → "ceo"'
            ),
        )
    ]
    assert found.entities == ("role:dir", "activity:a0", "activity:a1", "role:hr")
    assert notes(found) == [(10, "the owner"), (11, 'escalates to "hr" too')]


def test_the_same_two_in_another_way_are_another_finding(findings):
    rows = ("escalates_to: hr, assign: {A: dir, R: pm}", "escalates_to: hr, assign: {A: ceo, R: pm}")
    one, two = findings(roles(*rows), RULE)
    assert ("not on the line" in one.message, "reports to the owner" in two.message) == (True, True)


@pytest.mark.parametrize(
    "row",
    [
        "escalates_to: ceo, assign: {A: pm, R: pm}",
        "escalates_to: dir, assign: {A: pm, R: pm}",
        "escalates_to: law, assign: {A: pm, R: pm}",
        "escalates_to: lone, assign: {A: pm, R: pm}",
        "escalates_to: gone, assign: {A: pm, R: pm}",
        "escalates_to: ceo, assign: {A: lone, R: pm}",
        "escalates_to: pm, assign: {A: gone, R: pm}",
        "escalates_to: pm, assign: {R: dir}",
        "assign: {A: pm, R: pm}",
    ],
)
def test_upward_outside_unknown_and_none_are_fine(findings, row):
    assert findings(roles(row), RULE) == []


def test_a_dotted_line_to_the_other_one_will_do(findings):
    head = ROLES.replace("title: Director,", "title: Director, dotted_to: hr,")
    assert findings(roles("escalates_to: hr, assign: {A: dir, R: pm}", head=head), RULE) == []
    assert findings(roles("escalates_to: hr, assign: {A: pm, R: pm}", head=head), RULE) == []


def test_letters_of_each_source_are_judged(findings):
    text = roles("escalates_to: pm") + (
        "assignments:\n  - {activity: a0, role: dir, letter: A, source: s}\n"
        "  - {activity: a0, role: pm, letter: R, source: s}\n"
    )
    [found] = findings(text, RULE)
    assert found.message.startswith('"a0" as claimed by "s" escalates to "pm" (Product Manager), who reports to')


SEATS = (
    "orgmodel: 1\n"
    "units: {p: {head: c}, t1: {kind: team, parent: p, head: l1}, t2: {kind: team, parent: p, head: l2}}\n"
    "roles: {ceo: {}, lead: {title: Lead, reports_to: ceo}, dev: {reports_to: lead}, hr: {reports_to: ceo}}\n"
    "positions:\n"
    "  c: {role: ceo, unit: p, holder: C}\n"
    "  l1: {role: lead, unit: t1, holder: L1}\n"
    "  l2: {role: lead, unit: t2, holder: L2}\n"
    "  d1: {role: dev, unit: t1, holder: D1}\n"
    "  d2: {role: dev, unit: t2, holder: D2}\n"
    "  h: {role: hr, unit: p, holder: L1}\n"
)
"""The first row stands in line 12."""


def seats(row: str) -> str:
    return f"{SEATS}activities:\n  a: {{{row}}}\n"


@pytest.mark.parametrize("target", ["lead", '"unit:p"', "ceo", '"position:c"', '"person:C"'])
def test_in_each_place_the_line_above_the_owner_is_upward(findings, target):
    assert findings(seats(f"per: team, escalates_to: {target}, assign: {{A: dev, R: dev}}"), RULE) == []


def test_a_place_where_it_leads_astray_is_told_alone(findings):
    [found] = findings(seats('per: team, escalates_to: "unit:t1", assign: {A: dev, R: dev}'), RULE)
    assert told([found]) == [
        (
            12,
            32,
            "info",
            (
                '"a" in unit "t2" escalates to the head of unit "t1", who is not on the line above the owner "dev": '
                '"d2" → "l2" → "c"'
            ),
        )
    ]
    assert found.entities == ("activity:a@t2", "role:dev", "unit:t1", "position:d2", "position:l1")


def test_the_same_person_on_another_seat_is_the_same_hand(findings):
    one, two = findings(seats("per: team, escalates_to: hr, assign: {A: lead, R: dev}"), RULE)
    assert told([one]) == [
        (12, 32, "warning", '"a" in unit "t1" escalates to "hr", the same hand as the owner "lead" (Lead)')
    ]
    assert one.entities == ("activity:a@t1", "role:lead", "role:hr", "position:l1")
    assert two.message == (
        '"a" in unit "t2" escalates to "hr", who is not on the line above the owner "lead" (Lead): "l2" → "c"'
    )


def test_the_same_seat_by_another_name_is_the_same_hand(findings):
    [found] = findings(seats('escalates_to: "person:L2", assign: {A: "position:l2", R: dev}'), RULE)
    assert found.message == '"a" escalates to person "L2", the same hand as the owner position "l2" (Lead)'


def test_a_vacant_seat_that_owns_and_is_escalated_to_is_one_hand(findings):
    text = seats('escalates_to: "unit:t2", assign: {A: "position:l2", R: dev}').replace(", holder: L2", "")
    [found] = findings(text, RULE)
    assert "the same hand as the owner" in found.message


def test_one_owner_seat_without_the_other_one_above_is_enough(findings):
    [found] = findings(seats('escalates_to: "position:l1", assign: {A: dev, R: dev}'), RULE)
    assert found.message == (
        '"a" escalates to position "l1" (Lead), who is not on the line above the owner "dev": "d2" → "l2" → "c"'
    )


def test_the_target_of_the_place_below_the_owner_is_told_with_the_line(findings):
    one, two = findings(seats('per: team, escalates_to: "position:d1", assign: {A: lead, R: dev}'), RULE)
    assert '"a" in unit "t1" escalates to position "d1" (dev), who reports to the owner "lead"' in one.message
    assert notes(one) == [(12, "the owner"), (8, '"d1" reports to "l1"')]
    assert '"a" in unit "t2" escalates' in two.message


def test_rows_that_escalate_nowhere_stand_beside_those_that_do(findings):
    [found] = findings(roles("assign: {A: dir, R: pm}", "escalates_to: pm, assign: {A: dir, R: pm}"), RULE)
    assert found.entities[0] == "activity:a1"
