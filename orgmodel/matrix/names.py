"""What to call roles, seats, people and units in a matrix, so that no two of them read alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from orgmodel.graph.resolution import Instance, Resolver
from orgmodel.model.organization import PLURAL, Organization

_MOST_NAMED = 3


class Names:
    """Titles; where several things share one, the unit (of a seat) or the id follows."""

    def __init__(self, organization: Organization, resolver: Resolver) -> None:
        self.organization = organization
        self.resolver = resolver
        self._counts: dict[str, Counter[str]] = {}

    def party(self, kind: str, name: str) -> str:
        """Whoever may hold a letter."""
        if kind == "position":
            return self.seat(name)
        if kind == "person":
            return self.person(name)
        return self._unique(PLURAL[kind], name)

    def seat(self, name: str) -> str:
        """A seat: its title, with its unit or id where several are called so."""
        title = self.organization.title("positions", name)
        if self._titles("positions")[title] < 2:
            return title
        in_unit = self._in_unit(name)
        return in_unit if self._seats_in_units[in_unit] == 1 else f"{title} ({name})"

    def person(self, key: str) -> str:
        """A person, by the key that holdings use."""
        return self.resolver.holders.person_name(key)

    def place(self, instance: Instance) -> str:
        """The unit or seat that an instance is for; empty for a row that exists once."""
        if instance.unit is not None:
            return self._unique("units", instance.unit)
        return self._seat_place(instance, instance.seat) if instance.seat is not None else ""

    def _seat_place(self, instance: Instance, seat: str) -> str:
        """The seat a row is for: by its unit, where the row is for no other seat in it; else by its id."""
        entry = self.organization.positions[seat]
        role = (self.organization.activities[instance.activity].per or "").removeprefix("role:")
        if entry.unit is not None and role:
            others = self.resolver.meant_in(instance.activity).of_role(role)
            if sum(self.organization.positions[other].unit == entry.unit for other in others) == 1:
                return self._unique("units", entry.unit)
        return seat

    def _unique(self, kind: str, name: str) -> str:
        title = self.organization.title(kind, name)
        return title if self._titles(kind)[title] < 2 else f"{title} ({name})"

    def _titles(self, kind: str) -> Counter[str]:
        if kind not in self._counts:
            self._counts[kind] = Counter(
                self.organization.title(kind, name) for name in self.organization.section(kind)
            )
        return self._counts[kind]

    @cached_property
    def _seats_in_units(self) -> Counter[str]:
        return Counter(map(self._in_unit, self.organization.positions))

    def _in_unit(self, name: str) -> str:
        unit = self.organization.positions[name].unit if name in self.organization.positions else None
        title = self.organization.title("positions", name)
        return title if unit is None else f"{title}, {self.organization.title('units', unit)}"


def several(names: Iterable[str], most: int = _MOST_NAMED) -> str:
    """Names in a row; of many the first ones, and how many more there are. Names with commas are told apart
    by semicolons."""
    found = list(dict.fromkeys(names))
    between = "; " if any("," in name for name in found) else ", "
    if len(found) <= most + 1:
        return between.join(found)
    return f"{between.join(found[:most])} and {len(found) - most:,} more"
