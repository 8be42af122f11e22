"""ORG609: an owner who is not employed here."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.rules.authority.hands import employments, is_employment_given, owned_by
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule

_WITHOUT_EMPLOYEE = ({"contractor"}, {"contractor", "agent"})


class OwnerIsContractor(Rule):
    """One finding for each set of seats, however many rows rest on it."""

    code = "ORG609"
    name = "owner-is-contractor"
    severity = Severity.INFO
    title = "Only a contractor answers"
    why = (
        "A contract ends, and what it does not promise cannot be asked for. Who answers for a result should still be "
        "there when the result is judged."
    )
    bad = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
positions:
  pm-1: {role: pm, holder: Li Wei, employment: contractor}
activities:
  backlog: {title: Rank the backlog, assign: {A: pm, R: pm}}  # [ORG609]
"""
    good = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, director: {title: Director}}
positions:
  director-1: {role: director, holder: Sam Ortiz}
  pm-1: {role: pm, reports_to: director-1, holder: Li Wei, employment: contractor}
activities:
  backlog: {title: Rank the backlog, assign: {A: director, R: pm}}
"""
    fix = "Let somebody who is employed own the row, such as the contractor's manager, and leave the work where it is."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Owners with agents alone are another rule's finding."""
        if not is_employment_given(context, "contractor"):
            return
        yield from owned_by(
            context,
            lambda resolved: employments(context, resolved) in _WITHOUT_EMPLOYEE,
            "a contractor",
            "contractors or software agents" if is_employment_given(context, "agent") else "contractors",
        )
