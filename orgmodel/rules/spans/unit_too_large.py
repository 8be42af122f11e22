"""ORG806: a unit with more seats than the policy allows."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described


class UnitTooLarge(Rule):
    """One finding for each unit; silent unless `policy.unit_size.max` is set.

    A unit has the seats in force that are in it (`unit`, `also_in`) or head it; units below it have their own.
    """

    code = "ORG806"
    name = "unit-too-large"
    severity = Severity.WARNING
    title = "A unit is larger than the policy allows"
    why = (
        "Six people have fifteen pairs who must understand each other, twelve have sixty-six. A team beyond its "
        "size splits by itself, along lines that nobody chose."
    )
    bad = """\
orgmodel: 1
units:
  payments: {title: Payments, head: lead}  # [ORG806]
positions:
  lead: {unit: payments}
  engineers: {unit: payments, reports_to: lead, seats: 11}
policy: {unit_size: {max: 9}}
"""
    good = """\
orgmodel: 1
units:
  payments: {title: Payments, head: lead}
  refunds: {title: Refunds, parent: payments}
positions:
  lead: {unit: payments}
  engineers: {unit: payments, reports_to: lead, seats: 5}
  refund-engineers: {unit: refunds, reports_to: lead, seats: 6}
policy: {unit_size: {max: 9}}
"""
    fix = "Split the unit into units with a parent, or raise `policy.unit_size.max`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the unit."""
        most = context.policy.unit_size.max
        if most is None:
            return
        for size in context.unit_sizes:
            if size.seats > most:
                own = " of its own" if size.has_parts else ""
                yield Found(
                    f"{described(context.organization, 'units', size.unit)} has {size.told}{own}, {most:,} at most",
                    Spot("units", size.unit),
                    size.entities,
                    size.related("max"),
                )
