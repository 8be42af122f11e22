"""ORG707: years between two rungs that belong to neither."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.analysis.years import years_named
from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.rungs import both_named
from orgmodel.rules.ladder.years import years_of_steps
from orgmodel.rules.rule import Found, Rule

_NEXT_YEAR = 1


class YearsGap(Rule):
    """One finding for each promotion between roles whose years have one basis; 3 to 5 joins on to 6 to 8."""

    code = "ORG707"
    name = "years-gap"
    severity = Severity.INFO
    title = "Between two rungs years are missing"
    why = (
        "Somebody with so many years is past the one rung and not yet fit for the next, so no role of the "
        "ladder is meant for them."
    )
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, promotes_to: senior, experience: {min: 3, max: 5}}
  senior: {title: Senior Product Manager, experience: {min: 7, max: 8}}  # [ORG707]
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, promotes_to: senior, experience: {min: 3, max: 7}}
  senior: {title: Senior Product Manager, experience: {min: 7, max: 8}}
"""
    fix = "Let the years of the lower rung reach up to those of the next one, or add a rung between them."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """The upper bound of this rung against the lower bound of the next."""
        organization = context.organization
        for years in years_of_steps(context):
            most, next_least = years.lower.max, years.upper.min
            if most is None or next_least is None or next_least - most <= _NEXT_YEAR:
                continue
            lower, upper = both_named(organization, years.step)
            yield Found(
                f"{upper} asks for {years_named(years.upper)}{years.basis}, {lower} ends at {most:g}: "
                f"the {next_least - most:g} years between belong to no rung",
                Spot("roles", years.step.upper, ("experience", "min")),
                years.step.entities[::-1],
                years.related,
                subject=years.step.subject,
            )
