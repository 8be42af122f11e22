"""ORG909: an entry of the policy's spans or ratios speaks of nothing that exists."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.loading.nearest import Nearest
from orgmodel.model.organization import Organization, Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule


class LimitFitsNothing(Rule):
    """One finding for each role, unit, kind or level that an entry names in vain."""

    code = "ORG909"
    name = "limit-fits-nothing"
    severity = Severity.WARNING
    title = "A limit of the policy fits nothing"
    why = "A limit for a role, a unit or a kind of unit that is misspelt is never applied, and nobody notices."
    bad = """\
orgmodel: 1
units: {payments: {title: Payments, kind: squad}}
positions: {lead: {title: Lead, unit: payments}}
policy:
  spans:
    - {kind: team, max: 5}  # [ORG909]
"""
    good = """\
orgmodel: 1
units: {payments: {title: Payments, kind: squad}}
positions: {lead: {title: Lead, unit: payments}}
policy:
  spans:
    - {kind: squad, max: 5}
"""
    fix = "Correct the name, or delete the entry."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Look up what every entry of `spans` and `ratios` names."""
        known = _known(context.organization)
        for what, name, spot in _named(context):
            if name in known[what]:
                continue
            near = Nearest(known[what]).find(name)
            hint = f"; did you mean {quoted(near)}?" if near is not None else ""
            said = f"no unit is of the kind {quoted(name)}" if what == "kind" else f"there is no {what} {quoted(name)}"
            yield Found(f"{said}{hint}", spot, subject=f"{what} {name}")


def _known(organization: Organization) -> dict[str, set[str]]:
    roles, seats = organization.roles.values(), organization.positions.values()
    return {
        "role": set(organization.roles),
        "unit": set(organization.units),
        "kind": {unit.kind for unit in organization.units.values() if unit.kind is not None},
        "level": {str(entry.level) for entries in (roles, seats) for entry in entries if entry.level is not None},
    }


def _named(context: RuleContext) -> Iterator[tuple[str, str, Spot]]:
    policy = context.policy
    for number, entry in enumerate(policy.spans):
        for what in ("role", "unit", "kind", "level"):
            name = getattr(entry, what)
            if name is not None:
                yield what, str(name), Spot("policy", "spans", ("spans", number, what))
    for number, ratio in enumerate(policy.ratios):
        for side in ("of", "to"):
            for i, role in enumerate(getattr(ratio, side)):
                yield "role", role, Spot("policy", "ratios", ("ratios", number, side, i))
        if ratio.per is not None:
            yield "kind", ratio.per, Spot("policy", "ratios", ("ratios", number, "per"))
