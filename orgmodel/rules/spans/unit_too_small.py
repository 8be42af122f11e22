"""ORG807: a unit with fewer seats than the policy asks for."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described


class UnitTooSmall(Rule):
    """One finding for each unit; silent unless `policy.unit_size.min` is set, and on units that have others below
    them: a department may be its head alone.

    A unit has the seats in force that are in it (`unit`, `also_in`) or head it.
    """

    code = "ORG807"
    name = "unit-too-small"
    severity = Severity.WARNING
    title = "A unit is smaller than the policy asks for"
    why = (
        "A unit of one or two people stops when one of them is ill. It has a name, a head and meetings like a large "
        "one, and too few hands for its work."
    )
    bad = """\
orgmodel: 1
units:
  payments: {title: Payments, head: lead}
  refunds: {title: Refunds, parent: payments}  # [ORG807]
positions:
  lead: {unit: payments}
  engineers: {unit: refunds, reports_to: lead, seats: 2}
policy: {unit_size: {min: 4}}
"""
    good = """\
orgmodel: 1
units:
  payments: {title: Payments, head: lead}
  refunds: {title: Refunds, parent: payments}
positions:
  lead: {unit: payments}
  engineers: {unit: refunds, reports_to: lead, seats: 5}
policy: {unit_size: {min: 4}}
"""
    fix = "Join the unit with another one, or lower `policy.unit_size.min`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the unit."""
        least = context.policy.unit_size.min
        if least is None:
            return
        for size in context.unit_sizes:
            if 0 < size.seats < least and not size.has_parts:
                yield Found(
                    f"{described(context.organization, 'units', size.unit)} has {size.told}, {least:,} at least",
                    Spot("units", size.unit),
                    size.entities,
                    size.related("min"),
                )
