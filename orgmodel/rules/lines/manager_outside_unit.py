"""ORG216: a manager who stands outside the unit and all units above it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import line_spot
from orgmodel.rules.lines.unit_ways import UnitWays
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.wording import MOST_RELATED, counted, listed


class ManagerOutsideUnit(Rule):
    """One finding for each outside manager, with all the seats that report there."""

    code = "ORG216"
    name = "manager-outside-unit"
    severity = Severity.INFO
    title = "A manager stands outside the unit"
    why = (
        "The unit says where a position belongs, the line says who leads it. When the line leaves the unit "
        "sideways, two parts of the organisation plan for the same person."
    )
    bad = """\
orgmodel: 1
units:
  company: {head: chief}
  product: {parent: company}
  sales: {parent: company}
positions:
  chief: {unit: company}
  lead: {unit: product, reports_to: chief}
  seller: {unit: sales, reports_to: lead}  # [ORG216]
"""
    good = """\
orgmodel: 1
units:
  company: {head: chief}
  product: {parent: company}
  sales: {parent: company}
positions:
  chief: {unit: company}
  lead: {unit: product, reports_to: chief}
  seller: {unit: sales, reports_to: chief}
"""
    fix = "Move the position to its manager's unit, or give it a manager in its own unit or above."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent while units have no parents: then every line between units leaves one sideways."""
        organization, parent = context.organization, context.lines.parent
        if all(unit.parent is None for unit in organization.units.values()):
            return
        leaving = UnitWays(context).leaving()
        outside = frozenset(leaving)
        for manager in dict.fromkeys(map(parent.__getitem__, leaving)):
            yield later(_found, context, manager, outside)


def _found(context: RuleContext, i: int, outside: Collection[int]) -> Found:
    positions, ids = context.organization.positions, context.lines.ids
    reports = [report for report in context.lines.hierarchy.children(i) if report in outside]
    manager, seats = ids[i], [ids[report] for report in reports]
    units = list(dict.fromkeys(positions[seat].unit or "" for seat in seats))
    of_units = f"of unit{'s' if len(units) > 1 else ''} {listed([quoted(unit) for unit in units])}"
    who = f"position {quoted(seats[0])} {of_units} reports"
    if len(seats) > 1:
        who = f"{counted(len(seats), 'position')} {of_units} ({listed([quoted(seat) for seat in seats])}) report"
    theirs = positions[manager].unit
    where = f"who sits in unit {quoted(theirs)}" if theirs is not None else "who sits in another unit"
    spots = [line_spot(context.organization, "positions", seat, manager) for seat in seats[:MOST_RELATED]]
    related = [(Spot("positions", manager, ("unit",), key=theirs is None), "the manager's unit")]
    related += [(spot, "reports there too") for spot in spots[1:]]
    return Found(
        f"{who} to {quoted(manager)}, {where}",
        spots[0],
        tuple(entity("positions", name) for name in (*seats, manager)),
        tuple(related),
        subject=manager,
    )
