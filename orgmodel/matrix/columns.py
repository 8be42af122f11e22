"""The columns of each view: who stands there for a letter, in which order, and what their headings say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.graph.letters import Cell
from orgmodel.graph.resolution import Resolved, Resolver
from orgmodel.matrix.matrix import Column, ColumnKind, ColumnStatus
from orgmodel.matrix.names import Names, several
from orgmodel.matrix.request import By
from orgmodel.matrix.selection import Selection
from orgmodel.model.organization import PLURAL, Organization

Key = tuple[ColumnKind, str]
"""What a column is for: a kind and an id."""

_NO_UNIT: Key = ("no unit", "")
_ORDER: dict[ColumnKind, int] = {"role": 1, "position": 2, "unit": 3, "no unit": 4, "person": 5}
_FIRST: dict[By, tuple[ColumnKind, ...]] = {
    "role": ("role",),
    "position": ("position",),
    "person": ("person", "position"),
    "unit": ("unit",),
}
_KINDS: dict[str, ColumnKind] = {"role": "role", "position": "position", "unit": "unit", "person": "person"}
_EXTERNAL, _UNKNOWN = 6, 7
_MOST_DETAILS = 3


class ColumnReader:
    """Finds the columns of one view."""

    def __init__(
        self, organization: Organization, resolver: Resolver, names: Names, selection: Selection, by: By
    ) -> None:
        self.organization = organization
        self.resolver = resolver
        self.names = names
        self.selection = selection
        self.by = by
        self._roles = {name: i for i, name in enumerate(organization.roles)}
        self._units = {name: i for i, name in enumerate(organization.units)}
        self._seats = resolver.seating.in_force

    def keys(self, cell: Cell, resolved: Resolved) -> Iterator[tuple[Key, bool]]:
        """The columns in which a letter stands, and whether it is vacant there."""
        if self.by == "role" or not (resolved.seats or resolved.people):
            yield self._key(cell), resolved.is_all_vacant
        elif self.by == "position":
            yield from self._positions(cell, resolved)
        elif self.by == "person":
            yield from self._people(resolved)
        else:
            yield from self._in_units(cell, resolved)

    def _key(self, cell: Cell) -> Key:
        """The column of whoever is written; by role, the only seat of a role is the role."""
        role = self._role_of(cell.name) if cell.kind == "position" else None
        if self.by == "role" and role is not None and self.resolver.meant.of_role(role) == (cell.name,):
            return "role", role
        return _KINDS[cell.kind], cell.name

    def _role_of(self, position: str) -> str | None:
        entry = self.organization.positions.get(position)
        return entry.role if entry is not None and entry.role in self._roles else None

    def _positions(self, cell: Cell, resolved: Resolved) -> Iterator[tuple[Key, bool]]:
        for seat in resolved.seats:
            yield ("position", seat), seat in resolved.vacant
        if not resolved.seats:
            yield self._key(cell), False

    def _people(self, resolved: Resolved) -> Iterator[tuple[Key, bool]]:
        for person in resolved.people:
            yield ("person", person), False
        if resolved.kind != "person":
            for seat in (*resolved.vacant, *resolved.undisclosed):
                yield ("position", seat), seat in resolved.vacant

    def _in_units(self, cell: Cell, resolved: Resolved) -> Iterator[tuple[Key, bool]]:
        filled: dict[Key, bool] = {}
        for seat in resolved.seats:
            key = self._unit_key(seat)
            filled[key] = filled.get(key, False) or seat not in resolved.vacant
        for key, is_filled in filled.items():
            yield key, not is_filled
        if not filled:
            yield self._key(cell), False

    def _unit_key(self, seat: str) -> Key:
        unit = self.organization.positions[seat].unit
        return ("unit", unit) if unit is not None else _NO_UNIT

    def in_order(self, keys: Iterable[Key]) -> list[Key]:
        """Columns in the order of the file: what the view is about, then others, external and unknown last."""
        return sorted(keys, key=self._rank)

    def _rank(self, key: Key) -> tuple[bool, int, int, bool, str, int]:
        """By role, a seat with letters of its own follows its role. No two columns have one rank."""
        kind, name = key
        status = self._status(key)
        role = self._role_of(name) if self.by == "role" and kind == "position" else None
        if role is not None:
            return not self._is_wanted_first(key), 0, self._roles[role], True, name, _ORDER[kind]
        place = 0 if kind in _FIRST[self.by] else _ORDER[kind]
        if status in {"external", "not in the model"}:
            place = _EXTERNAL if status == "external" else _UNKNOWN
        return not self._is_wanted_first(key), place, self._index(kind, name), False, name, _ORDER[kind]

    def _index(self, kind: ColumnKind, name: str) -> int:
        if kind == "role":
            return self._roles.get(name, 0)
        if kind == "unit":
            return self._units.get(name, 0)
        if kind == "person":
            seats = self._seats_of(name)
            return self._seats[seats[0]] if seats else len(self._seats)
        return self._seats.get(name, len(self._seats))

    def _is_wanted_first(self, key: Key) -> bool:
        """Whether a column is of a role, or in a unit, that was asked for."""
        kind, name = key
        if kind == "role":
            return name in self.selection.columns
        if kind in {"unit", "no unit"}:
            return self.selection.is_inside(name)
        return any(map(self.selection.is_wanted_seat, self._seats_of(name) if kind == "person" else (name,)))

    def column(self, key: Key) -> Column:
        """The heading of a column."""
        kind, name = key
        if kind == "no unit":
            return Column(kind, name, "No unit")
        return Column(kind, name, self.names.party(kind, name), self._detail(kind, name), self._status(key))

    def _detail(self, kind: ColumnKind, name: str) -> str:
        if kind == "position" and name in self._seats:
            state = self.resolver.holders.state(name)
            held = several([self.names.person(holding.person) for holding in state.holdings], _MOST_DETAILS)
            seats = self.organization.positions[name].seats
            return " ".join(part for part in (f"× {seats:,}" if seats > 1 else "", held) if part)
        if kind == "person":
            return several([self.names.seat(seat) for seat in self._seats_of(name)], _MOST_DETAILS)
        return ""

    def _seats_of(self, person: str) -> list[str]:
        name, _, row = person.partition("\0")
        return [row] if row else list(self.resolver.holders.seats_of(name))

    def _status(self, key: Key) -> ColumnStatus:
        kind, name = key
        if kind == "no unit":
            return ""
        if kind == "person":
            return "" if self._seats_of(name) or name in self.organization.people else "not in the model"
        if name not in self.organization.section(PLURAL[kind]):
            return "not in the model"
        if kind == "position":
            return self._seat_status(name)
        return self._role_status(name) if kind == "role" else ""

    def _seat_status(self, name: str) -> ColumnStatus:
        if name not in self._seats:
            return "not in force"
        state = self.resolver.holders.state(name)
        if state.is_vacant:
            return "vacant"
        return "undisclosed" if state.is_undisclosed and not state.holdings else ""

    def _role_status(self, name: str) -> ColumnStatus:
        if self.organization.roles[name].external:
            return "external"
        return "no seat" if self.organization.positions and not self.resolver.meant.of_role(name) else ""
