"""ORG608: an owner that is no human."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.rules.authority.hands import employments, is_employment_given, owned_by
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule


class OwnerIsAgent(Rule):
    """One finding for each set of seats, however many rows rest on it."""

    code = "ORG608"
    name = "owner-is-agent"
    severity = Severity.WARNING
    title = "Only a software agent answers"
    why = (
        "Software can do work and even decide, but it cannot be asked why, and it does not bear the consequences. "
        "When something goes wrong, nobody is there to answer."
    )
    bad = """\
orgmodel: 1
roles: {triage: {title: Triage}}
people:
  triage-bot: {name: Triage Bot, employment: agent}
positions:
  triage-1: {role: triage, holder: triage-bot}
activities:
  tickets: {title: Sort incoming tickets, assign: {A: triage, R: triage}}  # [ORG608]
"""
    good = """\
orgmodel: 1
roles: {triage: {title: Triage}, lead: {title: Support Lead}}
people:
  triage-bot: {name: Triage Bot, employment: agent}
positions:
  lead-1: {role: lead, holder: Li Wei}
  triage-1: {role: triage, reports_to: lead-1, holder: triage-bot}
activities:
  tickets: {title: Sort incoming tickets, assign: {A: lead, R: triage}}
"""
    fix = "Let a person own the row, such as the one who runs the agent; the agent may do the work."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """An agent beside a person is no fault, nor is one that does the work."""
        if not is_employment_given(context, "agent"):
            return
        yield from owned_by(
            context, lambda resolved: employments(context, resolved) == {"agent"}, "a software agent", "software agents"
        )
