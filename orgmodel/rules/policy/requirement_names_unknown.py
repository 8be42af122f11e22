"""ORG907: a requirement asks for a field, a word or an entry that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.policy.unclear import unclear
from orgmodel.rules.rule import Found, Rule


class RequirementNamesUnknown(Rule):
    """One finding for each field and each name; people may be named who have no entry.

    A requirement in which something is unknown is not judged by the rest.
    """

    code = "ORG907"
    name = "requirement-names-unknown"
    severity = Severity.ERROR
    title = "A requirement names something that does not exist"
    why = "A requirement with a misspelt field or name cannot be judged as it was meant, and would pass in silence."
    bad = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
positions: {pm-checkout: {role: pm}}
policy:
  require:
    - every: position
      where: {rol: pm}  # [ORG907]
      must: {role: {in: [pm, po]}}  # [ORG907]
"""
    good = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, po: {title: Product Owner}}
positions: {pm-checkout: {role: pm}}
policy:
  require:
    - every: position
      where: {role: pm}
      must: {role: {in: [pm, po]}}
"""
    fix = "Correct the name; docs/policy.md lists the fields of each kind."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Look at every condition of every requirement."""
        for number, requirement in enumerate(context.policy.require):
            for item in unclear(context.organization, requirement):
                spot = Spot("policy", "require", ("require", number, item.group, item.field), key=True)
                yield Found(item.said, spot, subject=item.subject)
