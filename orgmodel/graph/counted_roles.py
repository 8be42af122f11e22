"""Roles that count as others: whose seats a letter means besides those of the role that it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from orgmodel.graph.letters import Row
from orgmodel.graph.seating import Seating
from orgmodel.model.organization import Organization

NONE_APART: frozenset[str] = frozenset()
"""What a row keeps apart that names no role which counts as another."""


class CountedRoles:
    """The `counts_as` of all roles. What is said exactly goes before what is counted: a row that names a counting
    role itself keeps that role apart, and with it all that count as another through it alone.
    """

    def __init__(self, org: Organization) -> None:
        roles = org.roles
        self.above: dict[str, list[str]] = {
            name: [other for other in dict.fromkeys(role.counts_as) if other in roles and other != name]
            for name, role in roles.items()
            if role.counts_as
        }
        self.below: dict[str, list[str]] = {}
        for name, others in self.above.items():
            for other in others:
                self.below.setdefault(other, []).append(name)
        self._meant: dict[tuple[str, frozenset[str]], tuple[str, ...]] = {}

    def __bool__(self) -> bool:
        return bool(self.below)

    def apart(self, row: Row) -> frozenset[str]:
        """The roles that a row names itself, so that they count there as no other."""
        if not row.denials and not row.unknown and self.above.keys().isdisjoint([cell.name for cell in row.cells]):
            return NONE_APART
        return frozenset(name for name in row.roles if name in self.above)

    def meant(self, role: str, apart: frozenset[str] = NONE_APART) -> tuple[str, ...]:
        """The role and all that count as it, also through others."""
        if role not in self.below:
            return (role,)
        key = (role, apart)
        if key not in self._meant:
            self._meant[key] = _closure(role, self.below, apart)
        return self._meant[key]

    def stood_for(self, role: str) -> tuple[str, ...]:
        """All roles as which a role counts, also through others; the role itself is not among them."""
        return _closure(role, self.above)[1:]


def _closure(role: str, ways: Mapping[str, Iterable[str]], apart: frozenset[str] = NONE_APART) -> tuple[str, ...]:
    found = {role: None}
    waiting = [role]
    for one in waiting:
        for other in ways.get(one, ()):
            if other not in found and other not in apart:
                found[other] = None
                waiting.append(other)
    return tuple(found)


class CountedSeating(Seating):
    """The same seats, by the roles that letters mean: a role has those of all roles that count as it."""

    def __init__(self, exact: Seating, roles: CountedRoles, apart: frozenset[str] = NONE_APART) -> None:
        super().__init__(exact.org, exact.day, exact.in_force)
        self.units = exact.units
        self.exact = exact
        self.roles = roles
        self.apart = apart
        self._seats: dict[str, tuple[str, ...]] = {}

    @cached_property
    def _own_parts(self) -> dict[str, tuple[str, ...]]:
        return self.exact._own_parts

    def meant(self, role: str) -> tuple[str, ...]:
        """The roles whose seats are meant by a role."""
        return self.roles.meant(role, self.apart)

    def of_role(self, role: str) -> tuple[str, ...]:
        """All seats of a role and of those that count as it."""
        if role not in self._seats:
            self._seats[role] = self._joined([self.exact.of_role(one) for one in self.meant(role)])
        return self._seats[role]

    def sitting_in(self, role: str, unit: str | None) -> tuple[str, ...]:
        """Like `Seating.sitting_in`, with those of roles that count as it."""
        return self._joined([self.exact.sitting_in(one, unit) for one in self.meant(role)])

    def guests_in(self, role: str, unit: str) -> tuple[str, ...]:
        """Like `Seating.guests_in`, with those of roles that count as it."""
        return self._joined([self.exact.guests_in(one, unit) for one in self.meant(role)])

    def within(self, role: str, unit: str) -> tuple[str, ...]:
        """Like `Seating.within`, with those of roles that count as it."""
        return self._joined([self.exact.within(one, unit) for one in self.meant(role)])

    def _joined(self, parts: list[tuple[str, ...]]) -> tuple[str, ...]:
        found = [part for part in parts if part]
        if len(found) < 2:
            return found[0] if found else ()
        return self.in_order(seat for part in found for seat in part)
