"""Which units something names: a seat, another unit, a letter, or the `per` of a row."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from orgmodel.graph.letters import parse_assignee
from orgmodel.rules.context import RuleContext


def used_units(context: RuleContext) -> frozenset[str]:
    """Units with a seat, a head, a unit within or work with another one, and those that a row names; on any day."""
    organization = context.organization
    used: set[str | None] = set(context.of_seats("unit"))
    for name in context.seats_with("also_in"):
        used.update(organization.positions[name].also_in)
    kinds = {activity.per for activity in organization.activities.values()}
    for name, unit in organization.units.items():
        if unit.parent != name:
            used.add(unit.parent)
        if unit.headed_by() or unit.interactions or (unit.kind is not None and unit.kind in kinds):
            used.add(name)
        used.update(other.with_ for other in unit.interactions)
    for who in chain(context.references.parties_but_seats, {item.role for item in organization.assignments}):
        if who.startswith("unit:"):
            used.add(parse_assignee(organization, who)[1])
    return frozenset(name for name in used if name is not None)


def seats_in_units(context: RuleContext) -> dict[str, int]:
    """How many seats in force each unit has itself, guests and heads included."""
    organization, seats = context.organization, context.lines.seating.in_force
    positions = organization.positions
    if len(seats) == len(positions):
        own = Counter(context.of_seats("unit"))
    else:
        own = Counter(positions[name].unit for name in seats)
    count: dict[str, int] = {unit: number for unit, number in own.items() if unit is not None}
    for name in context.seats_with("also_in"):
        if name in seats:
            for unit in positions[name].also_in:
                count[unit] = count.get(unit, 0) + 1
    for unit, entry in organization.units.items():
        count[unit] = count.get(unit, 0) + sum(head in seats for head in entry.headed_by())
    return count
