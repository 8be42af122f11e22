"""The seats in force of each role on a track, with how many report to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from orgmodel.model.organization import entity
from orgmodel.model.roles import Role
from orgmodel.rules.context import RuleContext


@dataclass(frozen=True, slots=True)
class RoleSeats:
    """A role with its seats in force, and those of them that lead, with the number of their direct reports."""

    name: str
    seats: tuple[str, ...]
    leading: dict[str, int]

    def entities(self) -> tuple[str, ...]:
        """The role, then the seats that lead, else all."""
        return entity("roles", self.name), *(entity("positions", seat) for seat in self.leading or self.seats)


def seats_of_roles(context: RuleContext, is_wanted: Callable[[Role], bool]) -> Iterator[RoleSeats]:
    """Roles that are wanted and have seats in force; none while nothing reports to anything."""
    lines, counts = context.lines, context.direct_reports.counts
    leading: dict[str, dict[str, int]] = {name: {} for name, role in context.ladder.roles.items() if is_wanted(role)}
    if not leading or not any(counts):
        return
    roles = context.of_lines("role")
    for i in context.direct_reports.managers:
        if roles[i] in leading:
            leading[roles[i]][lines.ids[i]] = counts[i]
    for name, led in leading.items():
        seats = lines.seating.of_role(name)
        if seats:
            yield RoleSeats(name, seats, led)
