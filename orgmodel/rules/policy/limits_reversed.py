"""ORG908: a lower limit lies above the upper one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.policy.unclear import GROUPS, is_reversed
from orgmodel.rules.rule import Found, Rule


class LimitsReversed(Rule):
    """One finding for each pair of limits, of the policy or of a letter."""

    code = "ORG908"
    name = "limits-reversed"
    severity = Severity.ERROR
    title = "A lower limit lies above the upper one"
    why = "Nothing can keep to both limits, so nothing is held against them until one of them is mended."
    bad = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
policy:
  span: {min: 9, max: 3}  # [ORG908]
"""
    good = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
policy:
  span: {min: 3, max: 9}
"""
    fix = "Exchange the two limits."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Every place where a lower and an upper limit stand together."""
        for name, limits, spot in _limits(context):
            least, most = limits.min, limits.max
            if is_reversed(least, most):
                shown = [f"{limit:g}" if isinstance(limit, float | int) else str(limit) for limit in (least, most)]
                yield Found(f"{name} is at least {shown[0]} and at most {shown[1]}", spot, subject=name)


def _limits(context: RuleContext) -> Iterator[tuple[str, Any, Spot]]:
    policy = context.organization.policy
    for name in ("span", "unit_size", "managers"):
        yield f'"{name}"', getattr(policy, name), Spot("policy", name, (name,))
    for name in ("spans", "ratios"):
        for number, entry in enumerate(getattr(policy, name)):
            yield f'entry {number + 1} of "{name}"', entry, Spot("policy", name, (name, number))
    for number, requirement in enumerate(policy.require):
        for group in GROUPS:
            for field, asked in getattr(requirement, group).items():
                spot = Spot("policy", "require", ("require", number, group, field))
                yield f'"{field}" in requirement {number + 1}', asked, spot
    for scheme, letters in context.organization.schemes.items():
        for code, letter in letters.items():
            yield f'letter "{code}" of the scheme "{scheme}"', letter, Spot("schemes", scheme, (code,))
