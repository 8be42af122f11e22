"""ORG706: the next rung asks for no more years than this one."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.analysis.years import years_named
from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.rungs import both_named
from orgmodel.rules.ladder.years import years_of_steps
from orgmodel.rules.rule import Found, Rule


class YearsNotRising(Rule):
    """One finding for each promotion between roles whose years have one basis."""

    code = "ORG706"
    name = "years-not-rising"
    severity = Severity.INFO
    title = "The next rung asks for no more years"
    why = (
        "Whoever may enter this rung may enter the next one at once, so the years do not order the ladder. "
        "Often the two figures come from different sources or count different things."
    )
    bad = """\
orgmodel: 1
roles:
  senior: {title: Senior Product Manager, promotes_to: director, experience: {min: 7, max: 8}}
  director: {title: Director of Product, experience: {min: 7}}  # [ORG706]
"""
    good = """\
orgmodel: 1
roles:
  senior: {title: Senior Product Manager, promotes_to: director, experience: {min: 7, max: 8}}
  director: {title: Director of Product, experience: {min: 9}}
"""
    fix = "Raise the years of the upper rung, or say in `basis` from when each of them is counted."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Lower bounds are compared: with these a person may enter."""
        organization = context.organization
        for years in years_of_steps(context):
            least, next_least = years.lower.min, years.upper.min
            if least is None or next_least is None or next_least > least:
                continue
            lower, upper = both_named(organization, years.step)
            yield Found(
                f"{upper} asks for {years_named(years.upper)}{years.basis}, "
                f"no more than {lower}, from which it is reached, with {years_named(years.lower)}",
                Spot("roles", years.step.upper, ("experience", "min")),
                years.step.entities[::-1],
                years.related,
                subject=years.step.subject,
            )
