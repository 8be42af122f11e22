"""Vetoes held below those whom they are to stop: ORG611."""

from __future__ import annotations

import pytest
from authority_findings import notes, told

RULE = "veto-by-subordinate"
ROLES = (
    "orgmodel: 1\n"
    "scheme: pacsi\n"
    "roles:\n"
    "  cto: {title: Chief}\n"
    "  lead: {title: Lead, reports_to: cto}\n"
    "  tester: {title: Tester, reports_to: lead}\n"
    "  legal: {title: Legal, reports_to: cto}\n"
    "  lone: {}\n"
)
SEATS = (
    "positions:\n"
    "  c: {role: cpo, holder: Ada}\n"
    "  l: {role: lead, holder: Bo, reports_to: c}\n"
    "  t1: {role: tester, holder: T1}\n"
    "  t2: {role: tester, holder: T2, reports_to: c}\n"
    "  g: {role: legal, holder: Gil, reports_to: c}\n"
).replace("role: cpo", "role: cto")


def model(*rows: str, seats: str = "") -> str:
    """The first row stands in line 10, or in line 16 below seats."""
    return ROLES + seats + "activities:\n" + "".join(f"  a{i}: {{{row}}}\n" for i, row in enumerate(rows))


def test_a_veto_below_the_doer_is_told_with_the_line(findings):
    [found] = findings(model("title: Ship, assign: {A: cto, P: lead, C: tester}"), RULE)
    assert told([found]) == [
        (
            10,
            50,
            "warning",
            '"tester" (Tester) can veto "a0" (Ship) and reports to "lead" (Lead), who does the work: "tester" → "lead"',
        )
    ]
    assert found.entities == ("activity:a0", "role:tester", "role:lead")
    assert notes(found) == [(10, "does the work"), (6, '"tester" reports to "lead"')]


def test_only_the_owner_above_is_info(findings):
    [found] = findings(model("title: Ship, assign: {A: cto, P: legal, C: tester}"), RULE)
    assert told([found]) == [
        (
            10,
            51,
            "info",
            (
                '"tester" (Tester) can veto "a0" (Ship) and reports to "cto" (Chief) in the end, who owns it: '
                '"tester" → "lead" → "cto"'
            ),
        )
    ]
    assert notes(found) == [
        (10, "owns it"),
        (6, '"tester" reports to "lead"'),
        (5, '"lead" reports to "cto"'),
    ]


def test_all_rows_of_one_veto_are_one_finding_for_doers_and_one_for_owners(findings):
    rows = (
        "assign: {A: legal, P: lead, C: tester}",
        "assign: {A: legal, P: cto, C: tester}",
        "assign: {A: cto, P: legal, C: tester}",
        "assign: {A: lead, P: legal, C: tester}",
    )
    one, two = findings(model(*rows), RULE)
    assert one.message == (
        '"tester" (Tester) can veto 2 rows ("a0" and "a1") and reports to "lead" (Lead) and "cto" (Chief), who do the '
        'work: "tester" → "lead", and 1 more such pair'
    )
    assert one.entities == ("role:tester", "activity:a0", "activity:a1", "role:lead", "role:cto")
    assert notes(one)[:2] == [(10, "does the work"), (11, "the same")]
    assert two.message == (
        '"tester" (Tester) can veto 2 rows ("a2" and "a3") and reports to "cto" (Chief) and "lead" (Lead) in the end, '
        'who own them: "tester" → "lead" → "cto", and 1 more such pair'
    )
    assert one.fingerprint != two.fingerprint


def test_a_doer_and_an_owner_above_are_one_finding_about_the_doer(findings):
    [found] = findings(model("assign: {A: lead, P: cto, C: tester}"), RULE)
    assert (found.severity.value, "who does the work" in found.message) == ("warning", True)


@pytest.mark.parametrize(
    "letters",
    [
        "A: cto, P: lead, C: cto",
        "A: lead, P: tester, C: legal",
        "A: lead, P: lead, C: lead",
        "A: cto, P: cto, S: tester",
        "A: lone, P: lone, C: tester",
        "A: cto, P: lead, C: lone",
        "A: cto, P: lead, C: gone",
        "A: lead, P: [lead, tester], S: tester",
    ],
)
def test_vetoes_above_beside_unknown_and_advice_are_free(findings, letters):
    assert findings(model(f"assign: {{{letters}}}"), RULE) == []


def test_a_veto_is_judged_on_seats_where_there_are_some(findings):
    rows = ('assign: {A: cto, P: lead, C: "position:t1"}', 'assign: {A: g, P: lead, C: "position:t2"}')
    [found] = findings(model(*rows, seats=SEATS), RULE)
    assert found.entities == ("activity:a0", "position:t1", "role:lead", "position:l")


def test_one_seat_of_the_party_on_another_line_is_enough_to_veto(findings):
    [found] = findings(model("assign: {A: cto, P: lead, C: tester}", seats=SEATS), RULE)
    assert (found.severity.value, found.message) == (
        "info",
        (
            '"tester" (Tester) can veto "a0" and reports to "cto" (Chief) in the end, who owns it: "t1" → "l" → "c", '
            "and 1 more such pair"
        ),
    )


def test_one_person_in_both_seats_is_nobodys_subordinate(findings):
    seats = SEATS.replace("holder: T1", "holder: Bo")
    assert findings(model('assign: {A: legal, P: lead, C: "position:t1"}', seats=seats), RULE) == []
    assert len(findings(model('assign: {A: legal, P: lead, C: "position:t1"}', seats=SEATS), RULE)) == 1


def test_a_unit_that_does_it_is_no_manager(findings):
    text = model('assign: {A: legal, P: "unit:u", C: "position:t1"}', seats=SEATS).replace(
        "roles:", "units: {u: {head: l}}\nroles:", 1
    )
    assert findings(text, RULE) == []


def test_broken_lines_say_nothing(findings):
    seats = SEATS.replace("holder: Bo, reports_to: c", "holder: Bo, reports_to: gone")
    assert findings(model('assign: {A: legal, P: lead, C: "position:t1"}', seats=seats), RULE) == []


def test_rapid_has_its_veto_too(findings):
    [found] = findings(model("scheme: rapid, assign: {D: cto, R: lead, P: legal, A: tester}"), RULE)
    assert found.entities == ("activity:a0", "role:tester", "role:lead")
