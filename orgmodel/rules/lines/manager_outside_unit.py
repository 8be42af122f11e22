"""A manager who stands outside the unit and all units above it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.graph.lines import ENDED
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import line_spot
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, listed


class ManagerOutsideUnit(Rule):
    """One finding for each unit and outside manager, with all the seats that report there."""

    code: ClassVar[str] = "ORG216"
    name: ClassVar[str] = "manager-outside-unit"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "A manager stands outside the unit"
    why: ClassVar[str] = (
        "The unit says where a position belongs, the line says who leads it. When the line leaves the unit "
        "sideways, two parts of the organisation plan for the same person."
    )
    bad: ClassVar[str] = """\
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
    good: ClassVar[str] = """\
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
    fix: ClassVar[str] = "Move the position to its manager's unit, or give it a manager in its own unit or above."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent while units have no parents: then every line between units leaves one sideways."""
        organization, lines = context.organization, context.lines
        units, made = organization.units, organization.made_units
        if all(unit.parent is None for unit in units.values()):
            return
        ways = _Ways(context)
        outside: dict[tuple[str, int], list[int]] = {}
        for i, manager in enumerate(lines.parent):
            if manager < 0 or lines.statuses[i] == ENDED:
                continue
            own, theirs = organization.positions[lines.ids[i]].unit, organization.positions[lines.ids[manager]].unit
            if own == theirs or own not in units or own in made or own is None or theirs in made:
                continue
            if not ways.is_lawful(lines.ids[i], lines.ids[manager]):
                outside.setdefault((own, manager), []).append(i)
        for (unit, manager), seats in outside.items():
            yield _found(context, unit, lines.ids[manager], [lines.ids[seat] for seat in seats])


class _Ways:
    """Which lines between units are ordinary."""

    def __init__(self, context: RuleContext) -> None:
        self.units = context.units
        self.organization = context.organization
        self.headed: dict[str, list[str]] = {}
        for name, unit in context.organization.units.items():
            for head in unit.headed_by():
                self.headed.setdefault(head, []).append(name)

    def places(self, seat: str) -> list[str]:
        """The units a seat belongs to: its own, further ones, and those it heads."""
        entry = self.organization.positions[seat]
        own = [entry.unit] if entry.unit in self.organization.units and entry.unit is not None else []
        return [*own, *entry.also_in, *self.headed.get(seat, ())]

    def is_lawful(self, seat: str, manager: str) -> bool:
        """The manager stands in one of the seat's units or above it, or heads one.

        So does a manager of whom no unit is known, and the manager of whoever heads a unit without parent.
        """
        theirs = self.places(manager)
        if not theirs:
            return True
        if any(self.organization.units[unit].parent is None for unit in self.headed.get(seat, ())):
            return True
        return any(self.units.is_within(place, above) for place in self.places(seat) for above in theirs)


def _found(context: RuleContext, unit: str, manager: str, seats: list[str]) -> Found:
    organization = context.organization
    theirs = organization.positions[manager].unit
    who = f"position {quoted(seats[0])} of unit {quoted(unit)} reports"
    if len(seats) > 1:
        shown = listed([quoted(seat) for seat in seats])
        who = f"{counted(len(seats), 'position')} of unit {quoted(unit)} ({shown}) report"
    where = f"who sits in unit {quoted(theirs)}" if theirs is not None else "who sits in another unit"
    spots = [line_spot(organization, "positions", seat, manager) for seat in seats]
    related = [(Spot("positions", manager, ("unit",), key=theirs is None), "the manager's unit")]
    related += [(spot, "reports there too") for spot in spots[1:MOST_RELATED]]
    entities = [entity("positions", name) for name in (*seats, manager)]
    return Found(
        f"{who} to {quoted(manager)}, {where}",
        spots[0],
        (*entities, entity("units", unit)),
        tuple(related),
        subject=f"{unit} {manager}",
    )
