"""Which rows, and which of their instances, a matrix shows."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.analysis.naming import the_one
from orgmodel.analysis.ownership import OwnershipReader
from orgmodel.graph.letters import Cell
from orgmodel.graph.resolution import Instance, Resolver
from orgmodel.matrix.request import MatrixRequest
from orgmodel.model.organization import Organization


class Selection:
    """The part of a matrix that was asked for. Raises UsageError for a name that nothing has.

    `columns` are the roles asked for, and those as which they count: there their letters stand.
    """

    def __init__(self, organization: Organization, resolver: Resolver, request: MatrixRequest) -> None:
        self.organization = organization
        self.resolver = resolver
        self.units = [the_one(organization, "units", name) for name in request.units]
        self.roles = [the_one(organization, "roles", name) for name in request.roles]
        self.activities = [the_one(organization, "activities", name) for name in request.activities]
        counted = [other for role in self.roles for other in resolver.counted.stood_for(role)]
        self.columns = frozenset((*self.roles, *counted))
        inside = [part for unit in self.units for part in resolver.seating.units.downward(unit)]
        self._inside = frozenset(inside)
        self._members = frozenset(seat for unit in self.units for seat in resolver.seating.members(unit))

    def rows(self, ownership: OwnershipReader) -> Iterator[tuple[str, list[Instance]]]:
        """The rows in the order of the file, each with the instances that are wanted."""
        for activity in ownership.activities():
            if self.activities and activity not in self.activities:
                continue
            if self.roles and not any(self._is_of_role(activity, cell) for cell in self.resolver.row(activity).cells):
                continue
            instances = [place for place in self.resolver.instances(activity) if self._is_in_units(place)]
            if instances:
                yield activity, instances

    def is_of_role(self, seat: str) -> bool:
        """Whether a seat is one of the roles asked for."""
        entry = self.organization.positions.get(seat)
        return entry is not None and entry.role in self.roles

    def is_inside(self, unit: str) -> bool:
        """Whether a unit is one of those asked for, or lies below one."""
        return unit in self._inside

    def is_wanted_seat(self, seat: str) -> bool:
        """Whether a seat is one of a role asked for; without such, whether it is in a unit asked for."""
        return self.is_of_role(seat) if self.roles else seat in self._members

    def words(self) -> str:
        """What it is cut to, in words."""
        title = self.organization.title
        parts = [title("units", unit) for unit in self.units]
        parts += [title("roles", role) for role in self.roles]
        parts += [title("activities", activity) for activity in self.activities]
        return ", ".join(parts)

    def _is_of_role(self, activity: str, cell: Cell) -> bool:
        if cell.kind == "position":
            return self.is_of_role(cell.name)
        meant = self.resolver.counted.meant(cell.name, self.resolver.apart(activity)) if cell.kind == "role" else ()
        return any(role in self.roles for role in meant)

    def _is_in_units(self, instance: Instance) -> bool:
        """Whether the row is for one of the units asked for, or somebody of them has a letter in it."""
        if not self.units or instance.unit in self._inside or instance.seat in self._members:
            return True
        for cell in self.resolver.row(instance.activity).cells:
            if cell.kind == "unit" and cell.name in self._inside:
                return True
            if not self._members.isdisjoint(self.resolver.resolve_cell(instance, cell).seats):
                return True
        return False
