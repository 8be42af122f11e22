"""A line within a loop is wrong somewhere: what else could be said of it follows from the loop."""

from __future__ import annotations

from typing import Any

SEATS = """\
orgmodel: 1
roles:
  ceo: {level: 6, pay: {amount: 150000, currency: EUR}}
  head: {level: 5, reports_to: ceo, pay: {amount: 90000, currency: EUR}}
  lead: {level: 4, reports_to: head, pay: {amount: 60000, currency: EUR}}
units:
  co: {head: ceo}
  a: {parent: co, head: head}
  b: {parent: a, head: lead}
positions:
  ceo: {role: ceo, unit: co}
  head: {role: head, unit: a, reports_to: ceo}
  lead: {role: lead, unit: b, reports_to: head}
activities:
  plan: {assign: {A: ceo, R: "position:head"}}
"""


def test_a_line_in_a_loop_is_judged_by_no_other_rule(findings: Any) -> None:
    text = SEATS.replace("unit: a, reports_to: ceo", "unit: a, reports_to: lead")
    about_lines = {found.rule for found in findings(text) if found.code[:4] in {"ORG2", "ORG6", "ORG7"}}
    assert sorted(about_lines) == ["reporting-loop", "unreachable-from-top"]


def test_the_same_line_without_a_loop_is_judged(findings: Any) -> None:
    text = SEATS.replace("unit: a, reports_to: ceo", "unit: a, reports_to: lead")
    text = text.replace("unit: b, reports_to: head", "unit: b, reports_to: ceo")
    found = {item.rule for item in findings(text)}
    assert found >= {"reports-to-junior", "manager-outside-unit", "paid-less-than-report", "line-off-role-pattern"}


def test_usual_lines_in_a_ring_are_no_pattern(findings: Any) -> None:
    text = SEATS.replace("head: {level: 5, reports_to: ceo,", "head: {level: 5, reports_to: lead,")
    assert [found.rule for found in findings(text, "ORG208")] == []
    assert [found.rule for found in findings(text, "ORG719")] == ["role-line-loop"]
