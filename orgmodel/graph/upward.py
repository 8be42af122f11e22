"""The reporting lines upward: the nearest seat of a role, and everybody above the seats of a unit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter

from orgmodel.graph.hierarchy import TOP
from orgmodel.graph.lines import Lines
from orgmodel.model.positions import Position


class Upward:
    """Looks upward for the seats in force of some roles; what one walk finds holds for every seat on its way."""

    def __init__(
        self, lines: Lines, positions: Mapping[str, Position], roles: Collection[str], seats: Iterable[str]
    ) -> None:
        self.lines = lines
        self.positions = positions
        self.roles = roles
        self._wanted = set(map(lines.index.__getitem__, seats))
        self._above: dict[int, str | None] = {}

    def nearest(self, seat: str) -> str | None:
        """The seat itself, else the nearest one above it."""
        if self.positions[seat].role in self.roles:
            return seat
        at = self.lines.index.get(seat, TOP)
        if at not in self._above:
            self._walk(at)
        return self._above.get(at)

    def _walk(self, at: int) -> None:
        parent, wanted, above = self.lines.parent, self._wanted, self._above
        way = []
        found: str | None = None
        while at >= 0 and at not in above:
            above[at] = None  # where the line comes back to a seat, it is a loop without the role
            way.append(at)
            at = parent[at]
            if at in wanted:
                found = self.lines.ids[at]
                break
        else:
            found = above.get(at)
        above.update(dict.fromkeys(way, found))


class Overhead:
    """Everybody on the reporting lines above the seats of units, by their places in the lines."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.seating = lines.seating
        self._above: dict[str, set[int]] = {}

    def above(self, unit: str) -> set[int]:
        """Everybody above a seat in the unit or below it."""
        if unit not in self._above:
            self._above[unit] = self._climb(self._managers_in(unit))
        return self._above[unit]

    def _managers_in(self, unit: str) -> Iterator[int]:
        parent, index = self.lines.parent, self.lines.index
        for part in self.seating.units.downward(unit):
            yield from self._managers.get(part, ())
            for seat in self.seating.from_elsewhere(part):
                yield parent[index[seat]]

    def _climb(self, managers: Iterable[int]) -> set[int]:
        parent = self.lines.parent
        found: set[int] = set()
        for manager in managers:
            above = manager
            while above >= 0 and above not in found:
                found.add(above)
                above = parent[above]
        return found

    @cached_property
    def _managers(self) -> dict[str | None, list[int]]:
        """The managers of the seats whose own unit each is, or why these have none."""
        units = map(attrgetter("unit"), self.seating.entries)
        managers = map(self.lines.parent.__getitem__, self.seating.in_force.values())
        found: dict[str | None, list[int]] = {}
        for unit, above in dict.fromkeys(zip(units, managers, strict=True)):
            found.setdefault(unit, []).append(above)
        return found
