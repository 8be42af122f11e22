"""ORG215: a unit whose head sits somewhere else."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described


class HeadOutsideUnit(Rule):
    """One finding for each unit and head whose own unit is neither that unit nor within it."""

    code = "ORG215"
    name = "head-outside-unit"
    severity = Severity.INFO
    title = "The head of a unit sits outside it"
    why = (
        "A head who belongs elsewhere is counted elsewhere and may have other goals. It can be right, as when "
        "somebody leads two units, but then it should be known."
    )
    bad = """\
orgmodel: 1
units:
  product: {head: chief}
  payments: {parent: product, head: lead}  # [ORG215]
positions:
  chief: {unit: product}
  lead: {unit: product, reports_to: chief}
"""
    good = """\
orgmodel: 1
units:
  product: {head: chief}
  payments: {parent: product, head: lead}
positions:
  chief: {unit: product}
  lead: {unit: payments, reports_to: chief}
"""
    fix = "Move the head's `unit`, list the unit in its `also_in`, or name another head."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Heads in force that say in which unit they are; further units (`also_in`) count too."""
        organization = context.organization
        for name, unit in organization.units.items():
            if name in organization.made_units:
                continue
            for number, head in enumerate(unit.headed_by()):
                seat = organization.positions.get(head)
                if seat is None or seat.unit not in organization.units or not seat.in_force(context.day):
                    continue
                if any(context.units.is_within(own, name) for own in (seat.unit, *seat.also_in) if own is not None):
                    continue
                yield Found(
                    f"{described(organization, 'units', name)} is headed by {quoted(head)}, "
                    f"who sits in unit {quoted(seat.unit or '')}",
                    Spot("units", name, ("heads", number) if unit.heads else ("head",)),
                    (entity("units", name), entity("positions", head)),
                    ((Spot("positions", head, ("unit",)), "the head's own unit"),),
                )
