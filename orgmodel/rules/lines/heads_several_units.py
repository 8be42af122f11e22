"""ORG221: one seat at the head of several units."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, described, listed


class HeadsSeveralUnits(Rule):
    """One finding for each seat; a unit within another one of the same head does not count."""

    code = "ORG221"
    name = "heads-several-units"
    severity = Severity.INFO
    title = "One position heads several units"
    why = (
        "It can be right, for a while or for good. But when the units want different things, nobody is left to "
        "speak for one of them, and both stand still when one person is away."
    )
    bad = """\
orgmodel: 1
units:
  product: {head: chief}
  payments: {parent: product, head: lead}
  fraud: {parent: product, head: lead}  # [ORG221]
positions:
  chief: {unit: product, holder: Ada Park}
  lead: {unit: payments, reports_to: chief, holder: Sam Ortiz}
"""
    good = """\
orgmodel: 1
units:
  product: {head: chief}
  payments: {parent: product, head: lead}
  fraud: {parent: payments, head: lead}
positions:
  chief: {unit: product, holder: Ada Park}
  lead: {unit: payments, reports_to: chief, holder: Sam Ortiz}
"""
    fix = "Name another head for one of the units, or put one of them within the other."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Units and seats in force; a unit with several heads counts for each of them."""
        organization, units = context.organization, context.units
        headed: dict[str, dict[str, Spot]] = {}
        for name, unit in organization.units.items():
            if unit.in_force(context.day):
                for number, head in enumerate(unit.headed_by()):
                    spot = Spot("units", name, ("heads", number) if unit.heads else ("head",))
                    headed.setdefault(head, {})[name] = spot
        for head, spots in headed.items():
            seat = organization.positions.get(head)
            if len(spots) < 2 or seat is None or not seat.in_force(context.day):
                continue
            apart = [name for name in spots if not any(above in spots for above in units.ancestors(name))]
            if len(apart) > 1:
                yield Found(
                    f"{described(organization, 'positions', head)} heads {counted(len(apart), 'unit')}, none within "
                    f"another: {listed([quoted(name) for name in apart])}",
                    spots[apart[1]],
                    (entity("positions", head), *(entity("units", name) for name in apart)),
                    tuple((spots[name], "and this unit") for name in (apart[0], *apart[2:])[:MOST_RELATED]),
                    subject=head,
                )
