"""ORG214: a unit that nobody heads."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.unit_use import seats_in_units
from orgmodel.rules.wording import described, listed


class UnitWithoutHead(Rule):
    """One finding for each unit in force; silent while no unit has a head, and on units made from a table.
    So it is on units in which nobody sits: that is told, and heads are for people.
    """

    code = "ORG214"
    name = "unit-without-head"
    severity = Severity.INFO
    title = "A unit has no head"
    why = (
        "Other units here say who heads them. Where one does not, questions about it go to whoever picks up, "
        "and letters given to the unit reach nobody."
    )
    bad = """\
orgmodel: 1
units:
  product: {head: chief}
  payments: {parent: product}  # [ORG214]
positions:
  chief: {unit: product}
  lead: {unit: payments, reports_to: chief}
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
    fix = "Name a position as the unit's `head`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """A head that is not in force on the day is none; unknown heads and units without seats are other rules'."""
        organization = context.organization
        if not any(unit.headed_by() for unit in organization.units.values()):
            return
        seats = context.units.totals(seats_in_units(context))
        for name, unit in organization.units.items():
            heads = unit.headed_by()
            if name in organization.made_units or entity("units", name) in organization.silent:
                continue
            if not seats[name] or context.misspelt.is_lost(entity("units", name), "head", "heads"):
                continue
            if not unit.in_force(context.day) or any(_may_head(context, head) for head in heads):
                continue
            message = f"{described(organization, 'units', name)} has no head"
            if heads:
                states = [f"{quoted(head)} is {organization.positions[head].status_on(context.day)}" for head in heads]
                message += f" on {context.day}: {listed(states)}"
            entities = (entity("units", name), *(entity("positions", head) for head in heads))
            key = "heads" if unit.heads else "head"
            spot = Spot("units", name, (key,)) if heads else Spot("units", name)
            yield Found(message, spot, entities)


def _may_head(context: RuleContext, head: str) -> bool:
    seat = context.organization.positions.get(head)
    return seat is None or seat.in_force(context.day)
