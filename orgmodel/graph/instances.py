"""Where a row of the matrix exists: once, once in each unit of a kind, or once for each seat of a role."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from orgmodel.graph.seating import Seating
from orgmodel.model.organization import entity

_ROLE = "role:"


@dataclass(slots=True, unsafe_hash=True)
class Instance:
    """One row as it exists: for the whole organisation, for a unit, or for a seat.

    `weight` is the number of like seats the row stands for.
    """

    activity: str
    unit: str | None = None
    seat: str | None = None
    weight: int = 1

    @property
    def place(self) -> str | None:
        """The id of the unit or seat the row is for."""
        return self.unit if self.unit is not None else self.seat

    @property
    def entity(self) -> str:
        """The written form: `activity:backlog`, `activity:backlog@payments`."""
        name = entity("activities", self.activity)
        return name if self.place is None else f"{name}@{self.place}"


class InstanceReader:
    """Finds the instances of each row on the day of a seating. `meant_in` has the seats that roles mean in a row."""

    def __init__(self, seating: Seating, meant_in: Callable[[str], Seating]) -> None:
        self.seating = seating
        self.meant_in = meant_in
        self.org = seating.org
        self._units: dict[str, list[str]] = {}

    def instances(self, activity: str) -> list[Instance]:
        """The instances of a row; none when it is not in force.

        A `per` that nothing answers to leaves one row for everything, so that its letters are
        still judged; `unknown_per` tells.
        """
        entry = self.org.activities[activity]
        if not entry.in_force(self.seating.day):
            return []
        if entry.per is None:
            return [Instance(activity)]
        if entry.per.startswith(_ROLE):
            return self._for_seats(activity, entry.per.removeprefix(_ROLE))
        if not self.org.units or self.unknown_per(activity) is not None:
            return [Instance(activity)]
        return [Instance(activity, unit=unit) for unit in self._of_kind(entry.per)]

    def unknown_per(self, activity: str) -> str | None:
        """A `per` that asks for a kind no unit has, or for a role that does not exist."""
        per = self.org.activities[activity].per
        if per is None:
            return None
        if per.startswith(_ROLE):
            return None if per.removeprefix(_ROLE) in self.org.roles else per
        return per if self._kinds and per not in self._kinds else None

    @cached_property
    def _kinds(self) -> frozenset[str | None]:
        return frozenset(unit.kind for unit in self.org.units.values())

    def _for_seats(self, activity: str, role: str) -> list[Instance]:
        seats = self.meant_in(activity).of_role(role)
        if not seats:
            return [Instance(activity)]
        weights = self.org.positions
        return [Instance(activity, seat=seat, weight=weights[seat].seats) for seat in seats]

    def _of_kind(self, kind: str) -> list[str]:
        if kind not in self._units:
            day = self.seating.day
            units = self.org.units.items()
            self._units[kind] = [name for name, unit in units if unit.kind == kind and unit.in_force(day)]
        return self._units[kind]
