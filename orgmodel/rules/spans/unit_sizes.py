"""How many seats each unit has of its own, for limits that a policy sets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.graph.lines import VACANT
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext


@dataclass(frozen=True, slots=True)
class UnitSize:
    """A unit in force with its seats in force: in it, in it besides their own unit, or heading it.

    Seats of the units below it do not count.
    """

    unit: str
    seats: int
    vacant: int
    has_parts: bool

    @property
    def told(self) -> str:
        """`9 seats (2 vacant)`."""
        number = f"{self.seats:,} seat{'' if self.seats == 1 else 's'}" if self.seats else "no seat"
        return f"{number} ({self.vacant:,} vacant)" if self.vacant else number

    @property
    def entities(self) -> tuple[str, ...]:
        """The unit."""
        return (entity("units", self.unit),)

    def related(self, key: str) -> tuple[tuple[Spot, str], ...]:
        """Where the policy sets the limit."""
        return ((Spot("policy", "", ("unit_size", key)), "the limit"),)


def unit_sizes(context: RuleContext) -> Iterator[UnitSize]:
    """The units in force, in the order of the files."""
    organization, lines = context.organization, context.lines
    members: dict[str, dict[int, None]] = {
        name: {} for name, unit in organization.units.items() if unit.in_force(context.day)
    }
    for i, name in enumerate(lines.ids):
        seat = organization.positions[name]
        if lines.statuses[i] <= VACANT:
            for unit in (seat.unit, *seat.also_in):
                if unit in members:
                    members[unit][i] = None
    for name, own in members.items():
        for head in organization.units[name].headed_by():
            i = lines.index.get(head, -1)
            if i >= 0 and lines.statuses[i] <= VACANT:
                own[i] = None
    parents = {organization.units[name].parent for name in members}
    for name, seats in members.items():
        vacant = sum(lines.weight(i) for i in seats if lines.statuses[i] == VACANT)
        yield UnitSize(name, sum(map(lines.weight, seats)), vacant, name in parents)
