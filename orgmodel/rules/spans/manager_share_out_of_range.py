"""ORG805: too many or too few of the positions lead others."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import counted


class ManagerShareOutOfRange(Rule):
    """One finding for the model; silent unless `policy.managers` says what is wanted, as shares of 1.

    A manager is a position with direct reports as `span-too-wide` counts them.
    """

    code = "ORG805"
    name = "manager-share-out-of-range"
    severity = Severity.WARNING
    title = "The share of managers is out of range"
    why = (
        "The policy says how many of the positions may lead others. With more of them the work has too few hands, "
        "with fewer nobody has time for people."
    )
    bad = """\
orgmodel: 1
positions:
  head: {title: Head of Product}
  lead: {title: Lead, reports_to: head}
  pm-checkout: {title: Product Manager, reports_to: lead}
policy:
  managers: {max: 0.4}  # [ORG805]
"""
    good = """\
orgmodel: 1
positions:
  head: {title: Head of Product}
  lead: {title: Lead, reports_to: head}
  pm-checkout: {title: Product Manager, reports_to: head}
policy:
  managers: {max: 0.4}
"""
    fix = "Join small teams or take out a layer, split teams that are too large, or change `policy.managers`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the limit that is not kept."""
        lines, wanted = context.lines, context.policy.managers
        if wanted.min is None and wanted.max is None:
            return
        seats = lines.number(lines.seating.in_force.values())
        managers = lines.number(context.direct_reports.managers)
        if not managers:
            return
        share = managers / seats
        if wanted.max is not None and share > wanted.max:
            key, limit = "max", f"{wanted.max:.0%} at most"
        elif wanted.min is not None and share < wanted.min:
            key, limit = "min", f"{wanted.min:.0%} at least"
        else:
            return
        lead = "leads" if managers == 1 else "lead"
        yield Found(
            f"{managers:,} of {counted(seats, 'position')} {lead} others, {share:.0%}; the policy asks for {limit}",
            Spot("policy", "", ("managers", key)),
            subject="managers",
        )
