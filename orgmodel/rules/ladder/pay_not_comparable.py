"""ORG714: two rungs state pay, and no two of their figures can be compared."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.analysis.pay import figures
from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.pay import kinds_named, paid_steps
from orgmodel.rules.ladder.rungs import both_named
from orgmodel.rules.rule import Found, Rule


class PayNotComparable(Rule):
    """One finding for each promotion between roles that both state pay.

    The ends of a band (`min`, `max`) and the band are one statistic; two lines of one article are one source.
    """

    code = "ORG714"
    name = "pay-not-comparable"
    severity = Severity.INFO
    title = "The pay of neighbouring rungs cannot be compared"
    why = (
        "A median of one survey and the starting pay of another say nothing about each other. Side by side they "
        "look like a ladder, and its steps are made of differences between the sources."
    )
    bad = """\
orgmodel: 1
roles:
  director:
    title: Product Director
    promotes_to: cpo
    pay: {stat: start, amount: 174000, currency: USD, source: guide}
  cpo:
    title: Chief Product Officer
    pay: {stat: mean, amount: 145000, currency: USD, source: survey}  # [ORG714]
"""
    good = """\
orgmodel: 1
roles:
  director:
    title: Product Director
    promotes_to: cpo
    pay: {stat: mean, amount: 131000, currency: USD, source: survey}
  cpo:
    title: Chief Product Officer
    pay: {stat: mean, amount: 145000, currency: USD, source: survey}
"""
    fix = "Add a figure of the same statistic, currency, period, source and year to one of the roles."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the pay of the upper role."""
        roles = context.organization.roles
        for step, compared in paid_steps(context.ladder):
            if compared:
                continue
            lower, upper = both_named(context.organization, step)
            yield Found(
                f"pay of {lower} and of the next rung {upper} cannot be compared: "
                f"{kinds_named(figures(roles[step.lower].pay))} against {kinds_named(figures(roles[step.upper].pay))}",
                Spot("roles", step.upper, ("pay",)),
                step.entities[::-1],
                ((Spot("roles", step.lower, ("pay",)), "pay of the lower rung"), (step.spot, "the promotion")),
                subject=step.subject,
            )
