"""Contributors, managers, and usual lines that lead in a ring."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("track", ["ic", "IC", "Individual-Contributor", "individual_contributor", "expert"])
def test_a_contributor_with_reports_is_told_once_for_the_role(findings: Any, track: str) -> None:
    text = f"""\
orgmodel: 1
roles:
  pm: {{title: Product Manager, track: {track}}}
positions:
  one: {{role: pm}}
  two: {{role: pm, reports_to: one}}
  three: {{role: pm, reports_to: one}}
  four: {{role: pm, reports_to: two}}
  five: {{role: pm, reports_to: three, assistant: true}}
  six: {{role: pm, reports_to: three, from: 2027-01-01}}
  seven: {{role: pm, reports_to: three, status: ended}}
"""
    (found,) = findings(text, "contributor-with-reports")
    assert found.message == (
        f'role "pm" (Product Manager) is on track "{track}", but 2 of its 5 positions lead people: '
        '"one" (2) and "two" (1)'
    )
    assert found.place.mark.line == 3
    assert found.entities == ("role:pm", "position:one", "position:two")


def test_other_tracks_may_lead(findings: Any) -> None:
    text = (
        "orgmodel: 1\nroles: {a: {track: executive}}\npositions:\n  one: {role: a}\n  two: {role: a, reports_to: one}\n"
    )
    assert findings(text, "contributor-with-reports") == []


def test_a_management_role_that_leads_nobody(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  head: {track: management}
  lead: {title: Lead, track: people management}
positions:
  head: {role: head}
  lead-a: {role: lead, reports_to: head}
  lead-b: {role: lead, reports_to: head}
"""
    (found,) = findings(text, "manager-without-reports")
    assert found.message == (
        'role "lead" (Lead) is on track "people management" and has 2 positions ("lead-a" and "lead-b"), '
        "but none of them leads anybody"
    )
    assert (found.place.mark.line, found.place.mark.column) == (4, 30)


def test_planned_reports_make_a_manager(findings: Any) -> None:
    text = """\
orgmodel: 1
roles: {lead: {track: management}}
positions:
  head: {}
  lead: {role: lead, reports_to: head}
  next: {reports_to: lead, from: 2027-01-01}
"""
    assert findings(text, "manager-without-reports") == []


def test_a_list_of_seats_without_lines_has_no_managers(findings: Any) -> None:
    text = "orgmodel: 1\nroles: {lead: {track: management}}\npositions: {a: {role: lead}, b: {role: lead}}\n"
    assert findings(text, "manager-without-reports") == []


def test_usual_lines_in_a_ring_are_an_error_beside_positions(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  a: {reports_to: b}
  b: {reports_to: [c]}
  c: {reports_to: a}
  d: {title: Dee, reports_to: d}
positions: {one: {role: a, reports_to: ~}}
"""
    ring, own = findings(text, "role-line-loop")
    assert ring.message == 'usual lines of 3 roles lead in a ring: "a" → "b" → "c" → "a"'
    assert (ring.place.mark.line, ring.place.mark.column) == (3, 19)
    assert [(each.place.mark.line, each.place.mark.column) for each in ring.related] == [(4, 20), (5, 19)]
    assert own.message == 'role "d" (Dee) usually reports to itself'


def test_a_ring_that_seats_inherit_is_told_once(findings: Any) -> None:
    text = "orgmodel: 1\nroles: {a: {reports_to: b}, b: {reports_to: a}}\npositions: {one: {role: a}, two: {role: b}}\n"
    assert [item.rule for item in findings(text) if item.severity == "error"][:1] == ["reporting-loop"]
    assert findings(text, "role-line-loop") == []


def test_without_positions_reporting_loop_judges_roles(findings: Any) -> None:
    text = "orgmodel: 1\nroles: {a: {reports_to: b}, b: {reports_to: a}}\n"
    assert findings(text, "role-line-loop") == []
    assert len(findings(text, "reporting-loop")) == 1
