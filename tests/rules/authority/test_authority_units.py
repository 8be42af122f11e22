"""Owners and doers in different units: the owner elsewhere, and nobody who joins the two."""

from __future__ import annotations

import pytest
from authority_findings import notes, told

OTHER, BRIDGE = "owner-in-other-unit", "bridge-missing"

TEAMS = (
    "orgmodel: 1\n"
    "units:\n"
    "  p: {title: Product}\n"
    "  t1: {title: Red, kind: team, parent: p}\n"
    "  t2: {title: Blue, kind: team, parent: p}\n"
    "  q: {title: Quality, parent: p}\n"
    "roles: {qa: {title: Tester}, dev: {title: Developer}}\n"
    "positions:\n"
    "  q1: {role: qa, unit: q, holder: Q}\n"
    "  d1: {role: dev, unit: t1, holder: D1, reports_to: q1}\n"
    "  d2: {role: dev, unit: t2, holder: D2, reports_to: q1}\n"
)
"""The first row stands in line 13."""


def teams(*rows: str, **changed: str) -> str:
    text = TEAMS
    for seat, entry in changed.items():
        old = next(line for line in text.splitlines() if line.startswith(f"  {seat}: "))
        text = text.replace(old, f"  {seat}: {{{entry}}}")
    return text + "activities:\n" + "".join(f"  a{i}: {{{row}}}\n" for i, row in enumerate(rows))


# -- the owner elsewhere: ORG606


def test_an_owner_elsewhere_is_told_with_the_units_of_the_row_and_the_own_one(findings):
    [found] = findings(teams('title: Ship, per: team, assign: {A: "position:q1", R: dev}'), OTHER)
    assert told([found]) == [
        (
            13,
            44,
            "info",
            'position "q1" (Tester) owns "a0" (Ship) in 2 places ("t1" and "t2"), but sits in unit "q" (Quality)',
        )
    ]
    assert found.entities == ("position:q1", "activity:a0@t1", "activity:a0@t2", "unit:q")
    assert notes(found) == [(13, "does the work"), (9, "the owner's unit")]


def test_a_role_that_owns_is_told_with_its_seat(findings):
    [found] = findings(teams('assign: {A: qa, R: "position:d1", I: "unit:p"}', **NO_LINE), OTHER)
    assert found.message == (
        '"qa" (Tester) owns "a0", work of unit "t1" (Red), but "q1" (Tester) sits in unit "q" (Quality)'
    )
    assert found.entities == ("activity:a0", "role:qa", "position:q1", "unit:q", "unit:t1")


@pytest.mark.parametrize(
    "entry",
    [
        "role: qa, unit: p, holder: Q",
        "role: qa, unit: q, also_in: [t1, t2], holder: Q",
        "role: qa, unit: q, also_in: p, holder: Q",
        "role: qa, holder: Q",
        "role: qa, unit: gone, holder: Q",
    ],
)
def test_a_unit_above_or_a_second_one_is_no_other_unit_and_an_unknown_one_says_nothing(findings, entry):
    assert findings(teams('per: team, assign: {A: "position:q1", R: dev}', q1=entry), OTHER) == []


def test_whoever_heads_a_unit_is_at_home_there(findings):
    text = teams('per: team, assign: {A: "position:q1", R: dev}').replace("title: Red,", "title: Red, head: q1,")
    [found] = findings(text, OTHER)
    assert found.message == (
        'position "q1" (Tester) owns "a0" in unit "t2" (Blue), but sits in units "q" (Quality) and "t1" (Red)'
    )
    assert found.entities == ("activity:a0@t2", "position:q1", "unit:q", "unit:t1")


def test_an_owner_within_a_unit_below_is_at_home(findings):
    text = teams('per: team, assign: {A: "position:q1", R: dev}').replace("Quality, parent: p", "Quality, parent: t1")
    [found] = findings(text, OTHER)
    assert found.entities[0] == "activity:a0@t2"


def test_an_owner_outside_the_line_is_another_rules_finding(findings):
    text = teams('per: team, assign: {A: "position:d1", R: dev, I: "position:q1"}')
    assert findings(text, OTHER) == []
    [found] = findings(text, "owner-outside-chain")
    assert found.entities[0] == "activity:a0@t2"


def test_one_person_who_owns_and_does_it_is_at_home(findings):
    row = 'per: team, assign: {A: "position:q1", R: dev}'
    changed = {
        "d1": "role: dev, unit: t1, holder: Q, reports_to: q1",
        "d2": "role: dev, unit: t2, holder: Q, reports_to: q1",
    }
    assert findings(teams(row, **changed), OTHER) == []


NO_LINE = {
    "d1": "role: dev, unit: t1, holder: D1",
    "d2": "role: dev, unit: t2, holder: D2",
    "q1": "role: qa, unit: q, holder: Q",
}


def test_where_lines_are_unknown_units_say_whose_work_it_is(findings):
    row = 'assign: {A: "position:q1", R: "position:d1", C: "position:d1"}'
    text = teams(row, row.replace("d1", "d2"), **NO_LINE).replace("  t1:", "  t3: {parent: t1}\n  t1:")
    text = text.replace("unit: t1, holder: D1", "unit: t3, holder: D1").replace('C: "position:d1"', 'C: "unit:p"')
    text = text.replace('C: "position:d2"', 'C: "unit:p"')
    [found] = findings(text, OTHER)
    assert found.message == (
        'position "q1" (Tester) owns 2 rows ("a0" and "a1"), work of units "t3" and "t2" (Blue), '
        'but sits in unit "q" (Quality)'
    )
    assert found.entities == ("position:q1", "activity:a0", "activity:a1", "unit:q", "unit:t3", "unit:t2")
    assert notes(found) == [(14, "does the work"), (15, "owned too"), (10, "the owner's unit")]


def test_rows_of_units_and_other_rows_are_told_apart(findings):
    rows = (
        'per: team, assign: {A: "position:q1", R: dev}',
        'assign: {A: "position:q1", R: "position:d3", I: "unit:p"}',
    )
    text = teams(*rows).replace("activities:", "  d3: {unit: t2, holder: D3}\nactivities:")
    one, two = findings(text, OTHER)
    assert one.message.startswith('position "q1" (Tester) owns "a0" in 2 places ("t1" and "t2"), but sits')
    assert two.message.startswith('position "q1" (Tester) owns "a1", work of unit "t2" (Blue), but sits in')
    assert one.fingerprint != two.fingerprint


def test_a_missing_bridge_says_it_already(findings):
    text = teams('assign: {A: "position:q1", R: "position:d1"}', **NO_LINE)
    assert findings(text, OTHER) == []
    assert len(findings(text, BRIDGE)) == 1


def test_known_lines_leave_units_of_ordinary_rows_alone(findings):
    assert findings(teams('assign: {A: "position:q1", R: dev}'), OTHER) == []


def test_doers_who_are_nowhere_or_in_kin_units_say_nothing(findings):
    rows = ('assign: {A: "position:q1", R: "position:d1"}', 'assign: {A: "position:q1", R: "position:d9"}')
    changed = {**NO_LINE, "d1": "role: dev, holder: D1"}
    assert findings(teams(*rows, **changed), OTHER) == []
    near = {**NO_LINE, "d1": "role: dev, unit: p, holder: D1"}
    assert findings(teams(rows[0], **near), OTHER) == []


# -- no bridge: ORG615

HOUSES = (
    "orgmodel: 1\n"
    "units:\n"
    "  co: {title: Company}\n"
    "  a: {parent: co, title: Alpha}\n"
    "  a1: {parent: a}\n"
    "  b: {parent: co, title: Beta}\n"
    "  z: {parent: co}\n"
    "roles: {ceo: {}, pm: {reports_to: ceo}, head: {reports_to: ceo}, sell: {reports_to: head}}\n"
    "positions:\n"
    "  c1: {role: ceo, unit: co, holder: C}\n"
    "  p1: {role: pm, unit: a1, holder: P}\n"
    "  h1: {role: head, unit: b, holder: H}\n"
    "  s1: {role: sell, unit: b, holder: S}\n"
    "  z1: {unit: z, holder: Z, reports_to: c1}\n"
)
"""The first row stands in line 16."""


def houses(*rows: str, **changed: str) -> str:
    text = HOUSES
    for name, entry in changed.items():
        old = next(line for line in text.splitlines() if line.startswith(f"  {name}: "))
        text = text.replace(old, f"  {name}: {{{entry}}}")
    return text + "activities:\n" + "".join(f"  r{i}: {{{row}}}\n" for i, row in enumerate(rows))


def test_two_units_that_nobody_joins_are_told_with_where_their_lines_meet(findings):
    [found] = findings(houses("title: Launch, assign: {A: pm, R: sell}"), BRIDGE)
    assert told([found]) == [
        (
            16,
            35,
            "info",
            (
                'nobody joins unit "a" (Alpha), which owns "r0" (Launch), and unit "b" (Beta), which does it: '
                '"s1" → "h1" → "c1", where the line from "p1" meets it'
            ),
        )
    ]
    assert found.entities == (
        "activity:r0",
        "role:pm",
        "role:sell",
        "unit:a",
        "unit:b",
        "position:s1",
        "position:p1",
    )
    assert notes(found) == [(16, "does the work")]


def test_all_rows_between_the_same_two_units_are_one_finding_each_way(findings):
    rows = ("assign: {A: pm, R: sell}", 'assign: {A: "position:p1", R: sell}', "assign: {A: sell, R: pm}")
    there, back = findings(houses(*rows), BRIDGE)
    assert there.message.startswith(
        'nobody joins unit "a" (Alpha), which owns 2 rows ("r0" and "r1"), and unit "b" (Beta), which does them: '
    )
    assert notes(there) == [(16, "does the work"), (17, "the same")]
    assert "position:p1" in there.entities
    assert back.message.startswith('nobody joins unit "b" (Beta), which owns "r2", and unit "a" (Alpha), which does it')


@pytest.mark.parametrize(
    "third",
    [
        "C: head",
        "I: ceo",
        'I: "unit:b"',
        'I: "unit:a1"',
        'C: "unit:co"',
        'I: "unit:gone"',
    ],
)
def test_somebody_else_of_either_unit_or_above_both_is_a_bridge(findings, third):
    assert findings(houses(f"assign: {{A: pm, R: sell, {third}}}"), BRIDGE) == []


@pytest.mark.parametrize("third", ['I: "unit:z"', 'C: "position:z1"', "C: pm", "I: sell", 'C: "position:gone"'])
def test_a_third_unit_or_the_two_themselves_are_none(findings, third):
    assert len(findings(houses(f"assign: {{A: pm, R: sell, {third}}}"), BRIDGE)) == 1


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("a", "parent: co, interactions: {with: b, mode: x}"),
        ("b", "parent: co, interactions: {with: a1, mode: x}"),
        ("s1", "role: sell, unit: b, holder: S, dotted_to: p1"),
        ("s1", "role: sell, unit: b, holder: S, also_in: a"),
        ("s1", "role: sell, unit: b, holder: P"),
        ("s1", "role: sell, unit: b, holder: S, reports_to: p1"),
        ("p1", "role: pm, unit: a1, holder: P, reports_to: s1"),
        ("p1", "role: pm, unit: co, holder: P"),
        ("s1", "role: sell, holder: S"),
        ("b", "parent: a"),
        ("co", "head: p1"),
    ],
)
def test_interactions_lines_people_and_shared_units_join_them(findings, name, entry):
    assert findings(houses("assign: {A: pm, R: sell}", **{name: entry}), BRIDGE) == []


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("a", "parent: co, interactions: {with: z, mode: x}"),
        ("a", "parent: co, interactions: {with: b, mode: x, until: 2026-10-31}"),
        ("h1", "role: head, unit: b, holder: H, dotted_to: z1"),
        ("c1", "role: ceo, unit: co, holder: P"),
    ],
)
def test_what_joins_others_does_not_join_them(findings, name, entry):
    assert len(findings(houses("assign: {A: pm, R: sell}", **{name: entry}), BRIDGE)) == 1


def test_a_line_known_to_join_them_counts_beside_an_unknown_one(findings):
    text = houses("assign: {A: head, R: [pm, sell]}", s1="role: sell, unit: a, holder: S, reports_to: ~")
    assert len(findings(text, BRIDGE)) == 1
    text = text.replace("unit: a1, holder: P", "unit: a1, holder: P, reports_to: h1")
    assert findings(text, BRIDGE) == []


def test_without_lines_the_units_are_enough(findings):
    changed = {
        "p1": "unit: a, role: pm, holder: P, reports_to: ~",
        "s1": "unit: b, role: sell, holder: S, reports_to: ~",
    }
    [found] = findings(houses("assign: {A: pm, R: sell}", **changed), BRIDGE)
    assert found.message.endswith('which does it: "s1", which the line from "p1" never meets')


def test_one_top_unit_alone_needs_no_bridge(findings):
    text = houses("assign: {A: pm, R: sell}")
    for line in ("  b: {parent: co, title: Beta}\n", "  z: {parent: co}\n"):
        text = text.replace(line, "")
    text = text.replace("unit: b", "unit: a").replace("unit: z", "unit: a")
    assert findings(text, BRIDGE) == []


def test_two_top_units_without_a_company_are_top_level(findings):
    text = houses("assign: {A: pm, R: sell}").replace("parent: co, ", "").replace("parent: co", "")
    assert len(findings(text, BRIDGE)) == 1


def test_the_head_of_a_part_belongs_there_also_when_they_sit_with_the_board(findings):
    changed = {"p1": "role: pm, unit: co, holder: P", "a": "parent: co, title: Alpha, head: p1"}
    assert len(findings(houses("assign: {A: pm, R: sell}", **changed), BRIDGE)) == 1


def test_several_units_on_one_side_are_named(findings):
    [found] = findings(houses("assign: {A: pm, R: sell}", s1="role: sell, unit: b, also_in: z, holder: S"), BRIDGE)
    assert 'and units "b" (Beta) and "z", which do it' in found.message
    [back] = findings(houses("assign: {A: sell, R: pm}", s1="role: sell, unit: b, also_in: z, holder: S"), BRIDGE)
    assert back.message.startswith('nobody joins units "b" (Beta) and "z", which own "r0", and unit "a" (Alpha), which')


def test_per_rows_name_their_unit(findings):
    text = houses("per: house, assign: {A: pm, R: sell}", b="parent: co, title: Beta, kind: house")
    assert findings(text, BRIDGE) == []
    text = text.replace("A: pm", 'A: "position:p1"')
    [found] = findings(text, BRIDGE)
    assert 'which owns "r0" in unit "b" (Beta), and unit "b" (Beta), which does it' in found.message
    assert found.entities[0] == "activity:r0@b"
