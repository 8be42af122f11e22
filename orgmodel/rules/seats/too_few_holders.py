"""ORG316: a role with fewer people than the policy asks for."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, described, listed


class TooFewHolders(Rule):
    """One finding for each role of `policy.holders`; one person in two seats counts once."""

    code = "ORG316"
    name = "too-few-holders"
    severity = Severity.WARNING
    title = "A role has too few people"
    why = "The policy asks for several people so that work goes on when one is away or leaves. Now it may not."
    bad = """\
orgmodel: 1
policy:
  holders:
    release-manager: 2  # [ORG316]
roles: {release-manager: {title: Release Manager}}
positions:
  rm-1: {role: release-manager, reports_to: ~, holder: Ada Park}
  rm-2: {role: release-manager, reports_to: rm-1}
"""
    good = """\
orgmodel: 1
policy:
  holders:
    release-manager: 2
roles: {release-manager: {title: Release Manager}}
positions:
  rm-1: {role: release-manager, reports_to: ~, holder: Ada Park}
  rm-2: {role: release-manager, reports_to: rm-1, holder: Li Wei}
"""
    fix = "Fill a vacant seat of the role, add one, or lower the number in `policy.holders`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """People in seats of the role that are in force; undisclosed holders count as one for each seat."""
        organization = context.organization
        for role, least in context.policy.holders.items():
            if role not in organization.roles:
                continue
            seats = context.lines.seating.of_role(role)
            states = {name: context.resolver.holders.state(name) for name in seats}
            people = {holding.person for state in states.values() for holding in state.holdings}
            unnamed = sum(organization.positions[name].seats for name, state in states.items() if state.is_undisclosed)
            number = len(people) + unnamed
            if number >= least:
                continue
            vacant = [name for name, state in states.items() if state.is_vacant]
            has = "has no holder" if number == 0 else f"has {counted(number, 'holder')}"
            more = f"; vacant: {listed([quoted(name) for name in vacant])}" if vacant else ""
            yield Found(
                f"{described(organization, 'roles', role)} {has}, and the policy asks for {least:,}{more}",
                Spot("policy", "holders", ("holders", role)),
                (entity("roles", role), *(entity("positions", name) for name in seats)),
                tuple((Spot("positions", name, key=True), "vacant") for name in vacant[:MOST_RELATED]),
                subject=role,
            )
