"""Where the seats are: which seats of a role exist on a day, in which unit, at whose head."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import compress
from operator import attrgetter
from typing import TypeVar

from orgmodel.graph.units import UnitTree
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Position

NO_SEATS: tuple[str, ...] = ()
_Key = TypeVar("_Key")


class Seating:
    """The seats in force on a day, filled or vacant, by role and unit, in the order of the file.

    `in_force` has them all, with their place in that order.
    """

    def __init__(self, org: Organization, day: date, in_force: Mapping[str, int]) -> None:
        self.org = org
        self.day = day
        self.in_force = in_force
        self._sitting: dict[str, dict[str | None, tuple[str, ...]]] = {}
        self._subtrees: dict[str, dict[str, list[tuple[str, ...]]]] = {}

    @cached_property
    def units(self) -> UnitTree:
        """The tree of units."""
        return UnitTree(self.org)

    @cached_property
    def entries(self) -> Collection[Position]:
        """The entries of the seats in force."""
        positions = self.org.positions
        if len(self.in_force) == len(positions):
            return positions.values()
        return list(map(positions.__getitem__, self.in_force))

    def _grouped(self, keys: Iterable[_Key]) -> dict[_Key, list[str]]:
        """The seats in force by what each of them has."""
        found: defaultdict[_Key, list[str]] = defaultdict(list)
        for key, name in zip(keys, self.in_force, strict=True):
            found[key].append(name)
        return found

    @cached_property
    def _by_role(self) -> dict[str, tuple[str, ...]]:
        grouped = self._grouped(map(attrgetter("role"), self.entries))
        return {role: tuple(seats) for role, seats in grouped.items() if role is not None}

    @cached_property
    def _by_unit(self) -> dict[str | None, list[str]]:
        return self._grouped(map(attrgetter("unit"), self.entries))

    @cached_property
    def _guests(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        further = list(map(attrgetter("also_in"), self.entries))
        for name, units in zip(compress(self.in_force, further), filter(None, further), strict=True):
            for unit in units:
                found.setdefault(unit, []).append(name)
        return found

    @cached_property
    def _visiting(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Seats by role and unit: those that are in the unit besides their own."""
        found: dict[str, dict[str, list[str]]] = {}
        for unit, seats in self._guests.items():
            for name in seats:
                role = self.org.positions[name].role
                if role is not None:
                    found.setdefault(role, {}).setdefault(unit, []).append(name)
        return {role: {unit: tuple(seats) for unit, seats in there.items()} for role, there in found.items()}

    def _by_unit_of(self, role: str) -> dict[str | None, tuple[str, ...]]:
        """Seats of a role by unit: those whose own unit it is, and its heads."""
        if role not in self._sitting:
            self._sitting[role] = self._seat(role)
        return self._sitting[role]

    def _seat(self, role: str) -> dict[str | None, tuple[str, ...]]:
        positions = self.org.positions
        found: dict[str | None, list[str]] = {}
        for name in self._by_role.get(role, ()):
            found.setdefault(positions[name].unit, []).append(name)
        sitting = {unit: tuple(seats) for unit, seats in found.items()}
        for unit, name in self._heads_from_elsewhere.get(role, ()):
            sitting[unit] = self.in_order((*sitting.get(unit, ()), name))
        return sitting

    @cached_property
    def _heads_from_elsewhere(self) -> dict[str, list[tuple[str, str]]]:
        """Units and those of their heads that have another unit of their own, by the role of these."""
        found: dict[str, list[tuple[str, str]]] = {}
        for unit, entry in self.org.units.items():
            for name in entry.headed_by():
                if name in self.in_force and (head := self.org.positions[name]).unit != unit and head.role is not None:
                    found.setdefault(head.role, []).append((unit, name))
        return found

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
        return self._by_unit_of(role).get(unit, NO_SEATS)

    def guests_in(self, role: str, unit: str) -> tuple[str, ...]:
        """Seats of a role that are in the unit besides their own."""
        there = self._visiting.get(role)
        return there.get(unit, NO_SEATS) if there else NO_SEATS

    def directly_in(self, role: str, unit: str) -> tuple[str, ...]:
        """Seats of a role in a unit itself: their own unit, headed by them, or one they are also in."""
        guests = self.guests_in(role, unit)
        seats = self.sitting_in(role, unit)
        return self.in_order((*seats, *guests)) if guests else seats

    def within(self, role: str, unit: str) -> tuple[str, ...]:
        """Seats of a role in a unit or below it."""
        if unit not in self.units.divided:
            return self.directly_in(role, unit)
        if role not in self._subtrees:
            self._subtrees[role] = self._subtrees_of(role)
        parts = self._subtrees[role].get(unit, ())
        return parts[0] if len(parts) == 1 else self.in_order(seat for part in parts for seat in part)

    def nearest_within(self, role: str, unit: str) -> tuple[str, ...]:
        """Like `within`; seats of parts of the same kind, which have rows of their own, only if there are no others."""
        found = self.within(role, unit)
        if len(found) < 2 or unit not in self.units.divided or unit not in self._own_parts:
            return found
        seats = (self.directly_in(role, part) for part in self._own_parts[unit])
        return self.in_order(seat for part in seats for seat in part) or found

    @cached_property
    def _own_parts(self) -> dict[str, tuple[str, ...]]:
        """For units that hold others of their kind: themselves and what is below, without those others."""
        kinds = {name: unit.kind for name, unit in self.org.units.items() if unit.kind is not None}
        nesting = {
            above for name, kind in kinds.items() for above in self.units.ancestors(name) if kinds.get(above) == kind
        }
        return {unit: tuple(self._own_part(unit, kinds)) for unit in nesting}

    def _own_part(self, unit: str, kinds: Mapping[str, str]) -> Iterator[str]:
        left_out: set[str] = set()
        for part in self.units.downward(unit):
            parent = self.org.units[part].parent
            if part != unit and (kinds.get(part) == kinds[unit] or parent in left_out):
                left_out.add(part)
            else:
                yield part

    def _subtrees_of(self, role: str) -> dict[str, list[tuple[str, ...]]]:
        """The seats of a role for every unit that has some in it or below, part by part: from the seats upward."""
        found: dict[str, list[tuple[str, ...]]] = {}
        visited = self._visiting.get(role, {})
        for unit in dict.fromkeys((*self._by_unit_of(role), *visited)):
            if unit is not None:
                seats = self.directly_in(role, unit)
                for above in self.units.upward(unit):
                    found.setdefault(above, []).append(seats)
        return found

    def members(self, unit: str) -> tuple[str, ...]:
        """All seats in a unit or below it, of any role, its heads included."""
        return self.in_order(self.found_in(unit))

    def from_elsewhere(self, unit: str) -> Iterator[str]:
        """Seats that are in the unit besides their own, and its heads, whatever unit these have."""
        yield from self._guests.get(unit, ())
        yield from self.heads(unit)

    def found_in(self, unit: str) -> Iterator[str]:
        """Like `members`, in no certain order; whoever heads a unit may come twice."""
        for part in self.units.downward(unit):
            yield from self._by_unit.get(part, ())
            yield from self.from_elsewhere(part)
