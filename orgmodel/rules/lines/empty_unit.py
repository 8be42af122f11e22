"""ORG223: a unit in which nobody sits."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.unit_use import seats_in_units, used_units
from orgmodel.rules.wording import MOST_RELATED, counted, described


class EmptyUnit(Rule):
    """One finding for each unit in force; units within it are part of it. A unit that nothing names at all
    is told by `unused-unit`.
    """

    code = "ORG223"
    name = "empty-unit"
    severity = Severity.INFO
    title = "A unit has no position"
    why = (
        "The unit is on the chart, may even have letters in the matrix, and nobody works there: its seats were "
        "moved, have ended, or were never written."
    )
    bad = """\
orgmodel: 1
as_of: 2026-11-01
units:
  product: {head: chief}
  growth: {parent: product}  # [ORG223]
positions:
  chief: {unit: product, holder: Ada Park}
  lead: {unit: growth, reports_to: chief, until: 2026-06-30}
"""
    good = """\
orgmodel: 1
as_of: 2026-11-01
units:
  product: {head: chief}
  growth: {parent: product}
positions:
  chief: {unit: product, holder: Ada Park}
  lead: {unit: growth, reports_to: chief, until: 2027-06-30}
"""
    fix = "Add the seats of the unit, give the unit an `until`, or delete it."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent on units made from a table: they stand there because a seat names them."""
        organization, tree = context.organization, context.units
        if all(name in organization.made_units for name in organization.units):
            return
        seats = tree.totals(seats_in_units(context))
        units = organization.units.items()
        empty = dict.fromkeys(name for name, unit in units if not seats[name] and unit.in_force(context.day))
        if not empty:
            return
        used = used_units(context)
        places = _out_of_force(context)
        for name in empty:
            if name in organization.made_units or name not in used or organization.units[name].parent in empty:
                continue
            within = [other for other in tree.descendants(name) if other in empty]
            nor = "nor has the" if len(within) == 1 else "nor have the"
            with_these = f", {nor} {counted(len(within), 'unit')} within it" if within else ""
            others = [seat for unit in (name, *within) for seat in places.get(unit, ())]
            states = f" ({', '.join(_state(context, seat) for seat in others[:3])})" if others else ""
            more = f" and {len(others) - 3:,} more" if len(others) > 3 else ""
            yield Found(
                f"{described(organization, 'units', name)} has no position in force{with_these}{states}{more}",
                Spot("units", name, key=True),
                tuple(entity("units", unit) for unit in (name, *within)),
                tuple((Spot("positions", seat, key=True), "a position of the unit") for seat in others[:MOST_RELATED]),
                subject=name,
            )


def _out_of_force(context: RuleContext) -> dict[str, list[str]]:
    """The seats of each unit that are planned or have ended."""
    seats = context.lines.seating.in_force
    found: dict[str, list[str]] = {}
    for name, seat in context.organization.positions.items():
        if name not in seats and seat.unit is not None:
            found.setdefault(seat.unit, []).append(name)
    return found


def _state(context: RuleContext, name: str) -> str:
    seat = context.organization.positions[name]
    if seat.status_on(context.day) == "planned":
        return f"{quoted(name)} is planned" + (f" for {seat.from_}" if seat.from_ is not None else "")
    return f"{quoted(name)} has ended"
