"""ORG721: years of experience whose lower bound lies above the upper one."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described


class YearsReversed(Rule):
    """One finding for each role, repeats of an id too."""

    code = "ORG721"
    name = "years-reversed"
    severity = Severity.ERROR
    title = "The years of a role end below their beginning"
    why = "Nobody has at least eight years and at most three, so nobody fits the role."
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, experience: {min: 8, max: 3}}  # [ORG721]
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, experience: {min: 3, max: 8}}
"""
    fix = "Swap the two years, or correct the one that is wrong."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the upper bound."""
        organization = context.organization
        repeats = organization.repeats.get("roles", {})
        for name, role in organization.roles.items():
            for occurrence, entry in enumerate((role, *repeats.get(name, ()))):
                years = entry.experience
                if years is None or years.min is None or years.max is None or years.min <= years.max:
                    continue
                message = f"{described(organization, 'roles', name)} asks for {years.min:g} to {years.max:g} years"
                spot = Spot("roles", name, ("experience", "max"), occurrence=occurrence)
                yield Found(message, spot, (entity("roles", name),))
