"""The seats in force of each role on a track, with how many report to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from orgmodel.graph.lines import FILLED, VACANT
from orgmodel.model.organization import entity
from orgmodel.model.roles import Role
from orgmodel.rules.context import RuleContext


@dataclass(slots=True)
class RoleSeats:
    """A role with its seats in force, and those of them that lead, with the number of their direct reports."""

    name: str
    seats: list[str] = field(default_factory=list)
    leading: dict[str, int] = field(default_factory=dict)

    def entities(self) -> tuple[str, ...]:
        """The role, then the seats that lead, else all."""
        return entity("roles", self.name), *(entity("positions", seat) for seat in self.leading or self.seats)


def seats_of_roles(context: RuleContext, is_wanted: Callable[[Role], bool]) -> Iterator[RoleSeats]:
    """Roles that are wanted and have seats in force; none while nothing reports to anything."""
    lines, counts = context.lines, context.direct_reports.counts
    wanted = {name: RoleSeats(name) for name, role in context.ladder.roles.items() if is_wanted(role)}
    if not wanted or not any(counts):
        return
    positions = context.organization.positions
    for i, name in enumerate(lines.ids):
        role = positions[name].role
        if role in wanted and lines.statuses[i] in {FILLED, VACANT}:
            wanted[role].seats.append(name)
            if counts[i]:
                wanted[role].leading[name] = counts[i]
    yield from (found for found in wanted.values() if found.seats)
