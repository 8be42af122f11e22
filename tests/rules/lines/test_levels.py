"""Lines between levels: a junior manager, an equal one, a leader passed over."""

from __future__ import annotations

from typing import Any

import pytest

ROLES = (
    "orgmodel: 1\nroles:\n  cpo: {level: 6}\n  director: {level: 5}\n  lead: {level: 4}\n  pm: {level: 3}\npositions:\n"
)
ALL = ("reports-to-junior", "same-level-as-manager", "level-skipped")


def test_one_junior_manager_is_told_at_the_line(findings: Any) -> None:
    text = ROLES + "  p: {role: pm}\n  l: {role: lead, title: Team Lead, reports_to: p}\n"
    (found,) = findings(text, "reports-to-junior")
    assert found.message == '"l" (Team Lead) of level 4 reports to "p" (pm) of level 3'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("warning", 9, 49)
    assert found.entities == ("position:l", "position:p")


def test_lines_between_the_same_two_roles_are_one_finding(findings: Any) -> None:
    text = (
        ROLES
        + "  p: {role: pm}\n  q: {role: pm, reports_to: ~}\n"
        + "".join(f"  l{i}: {{role: lead, reports_to: {'pq'[i % 2]}}}\n" for i in range(7))
    )
    (found,) = findings(text, "reports-to-junior")
    assert found.message == (
        '7 positions of role "lead", level 4, report to role "pm", level 3: "l0", "l1", "l2", "l3", "l4" and 2 more'
    )
    assert found.entities == (*(f"position:l{i}" for i in range(7)), "position:p", "position:q")
    assert [item.place.mark.line for item in found.related] == [11, 12, 13, 14, 15, 16]


def test_seats_with_levels_of_their_own_are_grouped_by_manager(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  a: {level: 3}\n  b: {reports_to: a, level: 4}\n  c: {reports_to: a, level: 5}\n"
    (found,) = findings(text, "reports-to-junior")
    assert found.message == '2 positions report to "a" of level 3: "b" of level 4 and "c" of level 5'


def test_the_level_of_a_seat_goes_before_that_of_its_role(findings: Any) -> None:
    text = ROLES + "  p: {role: pm, level: 7}\n  l: {role: lead, reports_to: p}\n"
    assert findings(text, "reports-to-junior") == []


def test_a_level_of_zero_is_a_level(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  a: {level: 0}\n  b: {reports_to: a, level: 1}\n"
    assert len(findings(text, "reports-to-junior")) == 1


def test_an_equal_manager_is_an_info(findings: Any) -> None:
    (found,) = findings(ROLES + "  p: {role: pm}\n  q: {role: pm, reports_to: p}\n", "same-level-as-manager")
    assert (found.severity, found.message) == ("info", '"q" (pm) of level 3 reports to "p" (pm) of level 3')


def test_roles_alone_are_judged_by_their_usual_lines(findings: Any) -> None:
    text = "orgmodel: 1\nroles:\n  a: {level: 2}\n  b: {level: 3, reports_to: a}\n  c: {level: 2, reports_to: a}\n"
    (junior,) = findings(text, "reports-to-junior")
    assert (junior.entities, junior.place.mark.line) == (("role:b", "role:a"), 4)
    assert [found.entities for found in findings(text, "same-level-as-manager")] == [("role:c", "role:a")]


@pytest.mark.parametrize(
    "seats",
    [
        "  p: {role: pm}\n  l: {role: lead, reports_to: p, status: ended}\n",
        "  p: {role: pm, status: ended}\n  l: {role: lead, reports_to: p}\n",
        "  p: {role: pm}\n  l: {role: lead, reports_to: p, from: 2027-01-01}\n",
        "  p: {role: pm}\n  l: {role: lead, reports_to: p, assistant: true}\n",
        "  p: {role: pm}\n  l: {reports_to: p}\n",
        "  p: {}\n  l: {role: lead, reports_to: p}\n",
        "  p: {role: pm}\n  l: {role: lead, reports_to: l}\n",
    ],
)
def test_what_no_level_rule_is_about(findings: Any, seats: str) -> None:
    assert [findings(ROLES + seats, rule) for rule in ALL] == [[], [], []]


SKIPPED = (
    "  top: {role: cpo}\n  dir: {role: director, reports_to: top}\n  one: {role: pm, reports_to: dir}\n"
    "  two: {role: pm, reports_to: top}\n"
)


def test_a_leader_between_is_named(findings: Any) -> None:
    (found,) = findings(ROLES + SKIPPED, "level-skipped")
    assert found.message == (
        '"two" (pm) of level 3 reports to "top" (cpo) of level 6; between them stands "dir" of level 5'
    )
    assert (found.severity, found.place.mark.line) == ("info", 11)


def test_the_usual_line_of_a_role_passes_over_nobody(findings: Any) -> None:
    text = ROLES.replace("pm: {level: 3}", "pm: {level: 3, reports_to: cpo}") + SKIPPED
    assert findings(text, "level-skipped") == []


def test_somebody_between_who_leads_nobody_is_not_passed_over(findings: Any) -> None:
    text = ROLES + "  top: {role: cpo}\n  dir: {role: director, reports_to: top}\n  two: {role: pm, reports_to: top}\n"
    assert findings(text, "level-skipped") == []


def test_a_leader_of_another_branch_is_not_between(findings: Any) -> None:
    text = ROLES + (
        "  top: {role: cpo}\n  x: {role: director, reports_to: top}\n  y: {role: lead, reports_to: x}\n"
        "  z: {role: pm, reports_to: y}\n  d: {role: director, reports_to: top}\n  e: {role: pm, reports_to: d}\n"
    )
    assert findings(text, "level-skipped") == []
