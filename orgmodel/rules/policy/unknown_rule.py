"""ORG901: the policy or a waiver names a rule that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.loading.nearest import Nearest
from orgmodel.model.organization import Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.registry import by_name
from orgmodel.rules.rule import Found, Rule


class UnknownRule(Rule):
    """One finding for each place that names it."""

    code = "ORG901"
    name = "unknown-rule"
    severity = Severity.WARNING
    title = "The policy or a waiver names a rule that does not exist"
    why = "A severity or a waiver under a misspelt name has no effect, and nobody notices until the check fails."
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
policy:
  severity:
    several-owner: warning  # [ORG901]
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
policy:
  severity:
    several-owners: warning
"""
    fix = "Use a name or code from `orgmodel rules`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Find every rule name or code that the registry does not have."""
        known = by_name()
        named = [(name, Spot("policy", "", ("severity", name), key=True)) for name in context.policy.severity]
        waivers = enumerate(context.organization.waivers)
        named += [(waiver.rule, Spot("waivers", i, ("rule",))) for i, waiver in waivers]
        nearest = Nearest(known)
        for name, spot in named:
            if name not in known:
                near = nearest.find(name)
                hint = f"; did you mean {quoted(near)}?" if near is not None else ""
                yield Found(f"there is no rule {quoted(name)}{hint}", spot, subject=name)
