"""Where the seats are: which seats of a role exist on a day, in which unit, at whose head."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from orgmodel.graph.units import UnitTree
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Position

NO_SEATS: tuple[str, ...] = ()
_Place = tuple[str, str | None]


class Seating:
    """The seats in force on a day, filled or vacant, by role and unit, in the order of the file."""

    def __init__(self, org: Organization, day: date) -> None:
        self.org = org
        self.day = day
        self._cache: dict[_Place, tuple[str, ...]] = {}

    @cached_property
    def units(self) -> UnitTree:
        """The tree of units."""
        return UnitTree(self.org)

    @cached_property
    def in_force(self) -> dict[str, int]:
        """All seats in force, with their place in the order of the file."""
        return {name: i for i, (name, seat) in enumerate(self.org.positions.items()) if self._exists(seat)}

    def _exists(self, seat: Position) -> bool:
        if seat.status is None and seat.from_ is None and seat.until is None:
            return True
        return seat.in_force(self.day)

    @cached_property
    def _by_role(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for name in self.in_force:
            role = self.org.positions[name].role
            if role is not None:
                found.setdefault(role, []).append(name)
        return {role: tuple(seats) for role, seats in found.items()}

    @cached_property
    def _by_unit(self) -> dict[str | None, list[str]]:
        found: dict[str | None, list[str]] = {}
        for name in self.in_force:
            found.setdefault(self.org.positions[name].unit, []).append(name)
        return found

    @cached_property
    def _guests(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.in_force:
            for unit in self.org.positions[name].also_in:
                found.setdefault(unit, []).append(name)
        return found

    @cached_property
    def _sitting(self) -> dict[_Place, tuple[str, ...]]:
        """Seats by role and unit: those whose own unit it is, and its heads."""
        found: dict[_Place, list[str]] = {}
        for unit, seats in self._by_unit.items():
            for name in seats:
                role = self.org.positions[name].role
                if role is not None:
                    found.setdefault((role, unit), []).append(name)
        sitting = {place: tuple(seats) for place, seats in found.items()}
        for unit in self.org.units:
            for name in self.heads(unit):
                head = self.org.positions[name]
                if head.role is not None and head.unit != unit:
                    place = (head.role, unit)
                    sitting[place] = self.in_order((*sitting.get(place, ()), name))
        return sitting

    def in_order(self, seats: Iterable[str]) -> tuple[str, ...]:
        """Each seat once, in the order of the file."""
        return tuple(sorted(set(seats), key=self.in_force.__getitem__))

    def of_role(self, role: str) -> tuple[str, ...]:
        """All seats of a role."""
        return self._by_role.get(role, NO_SEATS)

    def heads(self, unit: str) -> tuple[str, ...]:
        """The head positions of a unit that are in force."""
        entry = self.org.units.get(unit)
        return tuple(name for name in entry.headed_by() if name in self.in_force) if entry else NO_SEATS

    def sitting_in(self, role: str, unit: str | None) -> tuple[str, ...]:
        """Seats of a role whose own unit it is, or who head it; None asks for those without a unit."""
        return self._sitting.get((role, unit), NO_SEATS)

    def guests_in(self, role: str, unit: str) -> tuple[str, ...]:
        """Seats of a role that are in the unit besides their own."""
        if unit not in self._guests:
            return NO_SEATS
        return tuple(name for name in self._guests[unit] if self.org.positions[name].role == role)

    def directly_in(self, role: str, unit: str) -> tuple[str, ...]:
        """Seats of a role in a unit itself: their own unit, headed by them, or one they are also in."""
        guests = self.guests_in(role, unit)
        seats = self.sitting_in(role, unit)
        return self.in_order((*seats, *guests)) if guests else seats

    def within(self, role: str, unit: str) -> tuple[str, ...]:
        """Seats of a role in a unit or below it."""
        place = (role, unit)
        if place not in self._cache:
            found = [name for part in self.units.downward(unit) for name in self.directly_in(role, part)]
            self._cache[place] = self.in_order(found)
        return self._cache[place]

    def members(self, unit: str) -> tuple[str, ...]:
        """All seats in a unit or below it, of any role, its heads included."""
        found = [
            name
            for part in self.units.downward(unit)
            for name in (*self._by_unit.get(part, ()), *self._guests.get(part, ()), *self.heads(part))
        ]
        return self.in_order(found)
