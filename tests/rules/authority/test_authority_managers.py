"""Managers whose people work for somebody else, and who have no letter: ORG605."""

from __future__ import annotations

import pytest
from authority_findings import notes, told

RULE = "doer-manager-bypassed"
MODEL = (
    "orgmodel: 1\n"
    "units: {u: {}, v: {parent: u}}\n"
    "roles: {lead: {title: Lead}, dev: {}}\n"
    "positions:\n"
    "  c: {holder: Ada}\n"
    "  pm: {holder: Sam, reports_to: c}\n"
    "  l1: {role: lead, holder: Sue, reports_to: c, unit: v}\n"
    "  l2: {role: lead, holder: Moe, reports_to: c}\n"
    "  d1: {role: dev, holder: D1, reports_to: l1}\n"
    "  d2: {role: dev, holder: D2, reports_to: l1}\n"
    "  d3: {role: dev, holder: D3, reports_to: l2}\n"
    "activities:\n"
)


def model(*rows: str, **changed: str) -> str:
    """The model with rows from line 13 on, and texts of seats changed."""
    text = MODEL
    for seat, entry in changed.items():
        old = next(line for line in text.splitlines() if line.startswith(f"  {seat}: "))
        text = text.replace(old, f"  {seat}: {{{entry}}}")
    return text + "".join(f"  a{i}: {{assign: {{{row}}}}}\n" for i, row in enumerate(rows))


def test_a_manager_without_a_letter_is_told_with_the_doer_and_the_line(findings):
    [found] = findings(model('A: "position:pm", R: "position:d1"'), RULE)
    assert told([found]) == [
        (13, 38, "info", '"l1" (Lead) has no letter in "a0", which "d1" does for position "pm": "d1" → "l1"')
    ]
    assert found.entities == ("activity:a0", "role:lead", "position:d1", "position:pm", "position:l1")
    assert notes(found) == [(13, "the owner"), (9, '"d1" reports to "l1"')]


def test_managers_of_one_role_are_one_finding(findings):
    rows = ('A: "position:pm", R: dev', 'A: "position:c", R: "position:d1"', 'A: "position:pm", R: dev')
    [found] = findings(model(*rows), RULE)
    assert found.message == (
        '2 positions of "lead" (Lead) have no letter in 2 rows ("a0" and "a2"), which "d1" does for position "pm": '
        '"d1" → "l1", and 2 more such pairs'
    )
    assert found.entities == (
        "role:lead",
        "activity:a0",
        "activity:a2",
        "role:dev",
        "position:pm",
        "position:l1",
        "position:d1",
        "position:d2",
        "position:d3",
        "position:l2",
    )
    assert notes(found) == [(13, "the owner"), (15, "here too"), (9, '"d1" reports to "l1"')]


def test_several_owners_are_counted(findings):
    rows = ('A: "position:pm", R: "position:d1"', 'A: "position:l2", R: "position:d1"')
    [found] = findings(model(*rows), RULE)
    assert 'which "d1" does for 2 owners elsewhere' in found.message


def test_a_manager_without_a_role_is_a_cause_of_their_own(findings):
    rows = ('A: "position:pm", R: "position:d1"', 'A: "position:pm", R: "position:d3"')
    one, two = findings(model(*rows, l1="holder: Sue, reports_to: c"), RULE)
    assert one.entities[:2] == ("activity:a0", "position:l1")
    assert two.entities[:2] == ("activity:a1", "role:lead")


@pytest.mark.parametrize(
    "letters",
    [
        'A: "position:pm", R: "position:d1", I: lead',
        'A: "position:pm", R: "position:d1", C: "position:l1"',
        'A: "position:pm", R: "position:d1", I: "person:Sue"',
        'A: "position:pm", R: "position:d1", I: "unit:v"',
        'A: "position:pm", R: "position:d1", I: "unit:u"',
        'A: "position:pm", R: ["position:d1", "position:l1"]',
        'A: "position:l1", R: "position:d1"',
        'A: "position:c", R: "position:d1"',
        'A: "position:d2", R: "position:d1"',
        'A: "position:d1", R: "position:d1"',
        'A: "position:d1", R: "position:l1"',
    ],
)
def test_managers_who_take_part_or_sit_above_the_owner_are_not_bypassed(findings, letters):
    assert findings(model(letters), RULE) == []


def test_a_manager_with_a_letter_on_another_seat_takes_part(findings):
    row = 'A: "position:pm", R: "position:d1", I: "position:l2"'
    assert findings(model(row, l2="role: lead, holder: Sue, reports_to: c"), RULE) == []
    assert len(findings(model(row), RULE)) == 1


def test_a_unit_with_a_letter_is_no_letter_for_those_outside_it(findings):
    row = 'A: "position:pm", R: "position:d3", I: "unit:v"'
    assert len(findings(model(row), RULE)) == 1
    assert findings(model(row, l2="role: lead, holder: Moe, reports_to: c, also_in: v"), RULE) == []


@pytest.mark.parametrize(
    "entry", ["role: lead, reports_to: c", "role: lead, holder: Sue, reports_to: c, until: 2026-10-31"]
)
def test_a_manager_who_is_not_there_is_bypassed_by_nobody(findings, entry):
    assert findings(model('A: "position:pm", R: "position:d1"', l1=entry), RULE) == []


def test_a_dotted_line_to_the_owner_states_it(findings):
    row = 'A: "position:pm", R: "position:d1"'
    assert findings(model(row, d1="role: dev, holder: D1, reports_to: l1, dotted_to: pm"), RULE) == []
    assert findings(model(row, l1="role: lead, holder: Sue, reports_to: c, dotted_to: pm"), RULE) == []
    assert len(findings(model(row, d1="role: dev, holder: D1, reports_to: l1, dotted_to: c"), RULE)) == 1


def test_where_no_line_leads_to_a_top_nothing_is_said(findings):
    row = 'A: "position:pm", R: "position:d1"'
    assert findings(model(row, l1="role: lead, holder: Sue, reports_to: gone"), RULE) == []
    assert findings(model(row, l1="role: lead, holder: Sue, reports_to: d1"), RULE) == []
    assert findings(model(row, pm="holder: Sam"), RULE) == []


def test_one_person_who_owns_and_does_it_bypasses_nobody(findings):
    assert findings(model('A: "position:pm", R: "position:d1"', pm="holder: D1, reports_to: c"), RULE) == []


def test_what_a_crowd_does_is_asked_of_everybody(findings):
    crowd = "".join(f"  x{i}: {{role: staff, holder: X{i}, reports_to: l1}}\n" for i in range(26))
    for number, count in ((25, 1), (26, 0)):
        seated = "".join(crowd.splitlines(keepends=True)[:number])
        text = MODEL.replace("dev: {}", "dev: {}, staff: {}").replace("activities:\n", f"{seated}activities:\n")
        assert len(findings(text + '  a: {assign: {A: "position:pm", R: staff}}\n', RULE)) == count


def test_a_unit_that_does_it_as_a_whole_has_no_manager(findings):
    text = MODEL.replace("v: {parent: u}", "v: {parent: u, head: d3}")
    assert findings(text + '  a: {assign: {A: "position:pm", R: "unit:v"}}\n', RULE) == []


def test_per_rows_tell_only_the_places_concerned(findings):
    text = MODEL + '  a: {per: "role:dev", assign: {A: "position:l1", R: dev}}\n'
    [found] = findings(text, RULE)
    assert found.message == (
        '"l2" (Lead) has no letter in "a" for position "d3" (dev), which "d3" does for position "l1" (Lead): '
        '"d3" → "l2"'
    )
    assert found.entities[0] == "activity:a@d3"


def test_roles_alone_have_no_managers(findings):
    text = (
        "orgmodel: 1\nroles: {c: {}, pm: {reports_to: c}, l: {reports_to: c}, d: {reports_to: l}}\n"
        "activities: {a: {assign: {A: pm, R: d}}}\n"
    )
    assert findings(text, RULE) == []


COUNTED = MODEL.replace("{lead: {title: Lead}, dev: {}}", "{lead: {title: Lead, counts_as: boss}, boss: {}, dev: {}}")


@pytest.mark.parametrize(
    ("letters", "bypassed"),
    [
        ('A: "position:pm", R: "position:d1", I: boss', False),
        ('A: "position:pm", R: "position:d1", I: [boss, lead]', False),
        ('A: "position:pm", R: "position:d1", I: [boss, "position:l2"]', False),
        ('A: "position:pm", R: "position:d1", I: dev', True),
        ('A: "position:pm", R: "position:d1", I: "position:l2"', True),
        ('A: "position:pm", R: "position:d1", I: "person:Sue"', False),
        ('A: "position:pm", R: "position:d1", I: "unit:u"', False),
        ('A: "position:pm", R: "position:d1", I: "unit:nowhere"', True),
    ],
)
def test_a_manager_takes_part_under_the_role_that_theirs_counts_as(findings, letters, bypassed):
    found = findings(f"{COUNTED}  a0: {{assign: {{{letters}}}}}\n", RULE)
    assert bool(list(found)) is bypassed


def test_a_manager_whose_role_a_row_denies_takes_part_under_no_other_role(findings):
    row = '  a0: {assign: {A: "position:pm", R: "position:d1", I: boss}}\n'
    denied = f"{COUNTED}{row}assignments:\n  - {{activity: a0, role: lead, letter: none}}\n"
    assert findings(f"{COUNTED}{row}", RULE) == []
    assert len(findings(denied, RULE)) == 1


def test_a_manager_without_a_role_takes_part_by_the_seat(findings):
    row = 'A: "position:pm", R: "position:d1", I: "position:l1"'
    assert findings(model(row, l1="holder: Sue, reports_to: c"), RULE) == []
    assert len(findings(model(row.replace(':l1"', ':l2"'), l1="holder: Sue, reports_to: c"), RULE)) == 1


def test_many_doers_who_are_named_by_seat_are_told_like_few(findings):
    seats = "".join(f"  e{i}: {{role: dev, holder: E{i}, reports_to: l1}}\n" for i in range(9))
    named = ", ".join(f'"position:e{i}"' for i in range(9))
    text = MODEL.replace("activities:\n", seats + "activities:\n")
    [found] = findings(f'{text}  a0: {{assign: {{A: "position:pm", R: [{named}]}}}}\n', RULE)
    assert found.message == (
        '"l1" (Lead) has no letter in "a0", which "e0" does for position "pm": "e0" → "l1", and 8 more such pairs'
    )


def test_what_a_source_claims_of_seats_is_told_with_the_source(findings):
    claims = "".join(
        f'  - {{activity: a0, role: "position:{seat}", letter: {letter}, source: survey}}\n'
        for seat, letter in (("pm", "A"), ("d1", "R"))
    )
    [found] = findings(f"{MODEL}  a0: {{}}\nassignments:\n{claims}", RULE)
    assert "survey" in found.message
