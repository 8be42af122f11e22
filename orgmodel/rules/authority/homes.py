"""In which units seats are at home, and in which top-level part of the organisation."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from orgmodel.graph.hierarchy import Hierarchy
from orgmodel.rules.authority.ground import Ground
from orgmodel.rules.authority.standing import NOBODY, Standing
from orgmodel.rules.context import RuleContext

Sides = frozenset[str]
"""Top-level units."""


class Homes:
    """The units of seats: their own, those they are also in, and those they head."""

    def __init__(self, context: RuleContext, ground: Ground) -> None:
        self.context = context
        self.organization = context.organization
        self.day = context.day
        self.units = context.units
        self.ground = ground
        self._homes: dict[Standing, frozenset[str]] = {}
        self._sides: dict[Standing, Sides | None] = {}

    @cached_property
    def _headed(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, unit in self.organization.units.items():
            for head in unit.headed_by():
                found.setdefault(head, []).append(name)
        return found

    @cached_property
    def _of_all(self) -> list[tuple[str, ...]]:
        """The units of every seat. Most are in one unit and head none."""
        known, units = self.organization.units, self.context.of_lines("unit")
        alone = {unit: (unit,) if unit in known else () for unit in dict.fromkeys(units) if unit is not None}
        found: list[tuple[str, ...]] = [alone.get(unit, ()) for unit in units]
        for name in self._of_several_units:
            seat, place = self.organization.positions[name], self.ground.index[name]
            further = (unit for unit in (*seat.also_in, *self._headed.get(name, ())) if unit in known)
            found[place] = (*found[place], *further)
        return found

    @cached_property
    def _of_several_units(self) -> list[str]:
        """The seats that are in further units or head some."""
        several = dict.fromkeys((*self._headed, *self.context.seats_with("also_in")))
        return [name for name in several if name in self.ground.index]

    def of(self, standing: Standing) -> frozenset[str]:
        """All units in which these seats are at home; none if nothing is known of one of them."""
        own = [self._homes_of(part) for part in standing.parts]
        return own[0] if len(own) == 1 else frozenset().union(*own) if all(own) else frozenset()

    def _homes_of(self, part: Standing) -> frozenset[str]:
        if part.is_few or part not in self._homes:
            own = [frozenset(self._of_all[member]) for member in part]
            homes: frozenset[str] = frozenset().union(*own) if all(own) else frozenset()
            if part.is_few:
                return homes
            self._homes[part] = homes
        return self._homes[part]

    def sit_within(self, standing: Standing, unit: str) -> bool:
        """Whether one of these seats is at home in a unit or below it."""
        return any(self.units.is_within(home, unit) for home in self.of(standing))

    def is_member(self, member: int, unit: str) -> bool:
        """Whether one seat is at home in a unit or below it."""
        homes = self._of_all[member]
        if len(homes) == 1:
            return self.units.is_within(homes[0], unit)
        return any(self.units.is_within(home, unit) for home in homes)

    def are_kin(self, homes: frozenset[str], others: frozenset[str]) -> bool:
        """Whether some unit of the one is, contains, or lies within some unit of the other."""
        if not homes.isdisjoint(others):
            return True
        within = self.units.is_within
        return any(within(one, other) or within(other, one) for one in homes for other in others)

    @cached_property
    def _tops(self) -> list[str]:
        """For every unit the top-level unit it lies in; empty for units that lie above all of these.

        Top-level are the units of the first level on which there are several.
        """
        hierarchy = self.units.hierarchy
        found = [""] * len(self.units.ids)
        for top in _first_level(hierarchy):
            found[top] = self.units.ids[top]
            for below in hierarchy.below(top):
                found[below] = self.units.ids[top]
        return found

    @cached_property
    def are_parted(self) -> bool:
        """Whether there are seats, and several top-level units."""
        return self.ground.kind == "positions" and len(set(self._tops) - {""}) > 1

    def side(self, unit: str) -> str:
        """The top-level unit of a unit; empty for one above all of these."""
        place = self.units.index.get(unit)
        return "" if place is None else self._tops[place]

    def sides(self, standing: Standing) -> Sides | None:
        """The top-level units of these seats; None where one of them belongs to all, or to none that is known."""
        if standing.only != NOBODY:
            return self._sides_of_all[standing.only] or None
        if standing.is_few:
            return self._sides_of_seats(standing)
        own = [self._sides_of(part) for part in standing.parts]
        known = [sides for sides in own if sides is not None]
        return frozenset().union(*known) if len(known) == len(own) else None

    def _sides_of(self, part: Standing) -> Sides | None:
        if part not in self._sides:
            self._sides[part] = self._sides_of_seats(part)
        return self._sides[part]

    def _sides_of_seats(self, members: Iterable[int]) -> Sides | None:
        own = [self._sides_of_all[member] for member in members]
        return frozenset().union(*own) if own and all(own) else None

    @cached_property
    def _sides_of_all(self) -> list[Sides]:
        """The top-level units of every seat. Most are in one unit and head none."""
        units = self.context.of_lines("unit")
        alone = {unit: frozenset([self.side(unit)]) - {""} for unit in dict.fromkeys(units) if unit is not None}
        found = [alone.get(unit, frozenset()) for unit in units]
        for name in self._of_several_units:
            found[self.ground.index[name]] = self._sides_of_several(name)
        return found

    def _sides_of_several(self, name: str) -> Sides:
        """Whoever heads a part of the organisation belongs there, also if they sit with those who lead the whole."""
        if not all(map(self.side, self._headed.get(name, ()))):
            return frozenset()
        return frozenset(map(self.side, self._of_all[self.ground.index[name]])) - {""}

    @cached_property
    def working_together(self) -> frozenset[frozenset[str]]:
        """Pairs of top-level units that state an interaction in force."""
        return frozenset(
            frozenset((self.side(name), self.side(other.with_)))
            for name, unit in self.organization.units.items()
            for other in unit.interactions
            if other.in_force(self.day)
        )


def _first_level(hierarchy: Hierarchy) -> list[int]:
    level = list(hierarchy.heads)
    while len(level) == 1:
        only = level[0]
        level = [child for child in hierarchy.children(only) if hierarchy.cut_parent[child] == only]
    return level
