"""The cast of an organisation on a day: seats with those who sit there, and the ways up from them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from orgmodel.analysis.duties import TRAITS
from orgmodel.analysis.ownership import OwnershipReader
from orgmodel.analysis.who_records import Deputy, End, Part, SeatNow, Sitter, Thing, WayUp
from orgmodel.graph.hierarchy import AMBIGUOUS, LOOP, MISSING, NOT_YET, SELF, TOP, UNRESOLVED
from orgmodel.graph.letters import parse_assignee
from orgmodel.graph.resolution import Cell, Instance, Resolved, Resolver
from orgmodel.graph.role_lines import RoleLines, role_lines
from orgmodel.model.activities import Letter
from orgmodel.model.organization import Organization

MOST_FOLLOWED = 5
"""Of more seats than that, neither the ways up nor the reports are told one by one."""

_ENDS: dict[int, End] = {
    TOP: "top",
    UNRESOLVED: "unknown",
    SELF: "self",
    MISSING: "missing",
    AMBIGUOUS: "ambiguous",
    NOT_YET: "not yet",
    LOOP: "loop",
}


class Cast:
    """Turns ids into things that can be told; every seat is described once."""

    def __init__(self, organization: Organization, resolver: Resolver) -> None:
        self.organization = organization
        self.resolver = resolver
        self.lines = resolver.lines
        self.reader = OwnershipReader(organization, resolver)
        self._seats: dict[str, SeatNow] = {}

    # -- things

    def activity(self, name: str) -> Thing:
        """An activity."""
        return Thing("activity", name, self.organization.title("activities", name))

    def role(self, name: str) -> Thing:
        """A role."""
        return Thing("role", name, self.organization.title("roles", name))

    def unit(self, name: str) -> Thing:
        """A unit."""
        return Thing("unit", name, self.organization.title("units", name))

    def position(self, name: str) -> Thing:
        """A seat, without those who sit there."""
        return Thing("position", name, self.organization.title("positions", name))

    def person(self, key: str) -> Thing:
        """A person, by the key that holdings use."""
        return Thing("person", key.partition("\0")[0], self.resolver.holders.person_name(key))

    def party(self, kind: str, name: str) -> Thing:
        """Whoever may hold a letter."""
        if kind == "position":
            return self.position(name)
        if kind == "person":
            return self.person(name)
        return self.unit(name) if kind == "unit" else self.role(name)

    def place(self, instance: Instance) -> Thing | None:
        """The unit or seat a row is for."""
        if instance.unit is not None:
            return self.unit(instance.unit)
        return self.position(instance.seat) if instance.seat is not None else None

    # -- seats

    def seat(self, name: str) -> SeatNow:
        """A seat with those who sit there."""
        if name not in self._seats:
            self._seats[name] = self._describe(name)
        return self._seats[name]

    def seats(self, names: Iterable[str]) -> tuple[SeatNow, ...]:
        """Several seats."""
        return tuple(map(self.seat, names))

    def _describe(self, name: str) -> SeatNow:
        entry = self.organization.positions[name]
        unit = self.unit(entry.unit) if entry.unit is not None else None
        status = entry.status_on(self.resolver.day)
        if status == "vacant" and not self.reader.has_holders:
            return SeatNow(self.position(name), unit, entry.seats, "unsaid")
        if status in {"planned", "ended"}:
            return SeatNow(self.position(name), unit, entry.seats, status)
        state = self.resolver.holders.state(name)
        stand_in = self.resolver.holders.stand_in(name) if state.is_vacant else None
        return SeatNow(
            self.position(name),
            unit,
            entry.seats,
            status,
            tuple(Sitter(self.person(held.person), held.fte, held.is_interim) for held in state.holdings),
            undisclosed=state.is_undisclosed,
            shared=state.is_shared,
            standing_in=tuple(map(self.person, stand_in.people)) if stand_in is not None else (),
        )

    def in_force(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those seats that exist on the day."""
        return tuple(name for name in names if name in self.resolver.seating.in_force)

    def reports(self, name: str) -> tuple[str, ...]:
        """The seats in force that report to a seat."""
        return self.in_force(self.lines.reports(name))

    def deputy(self, name: str) -> Deputy | None:
        """Who stands in for a seat."""
        found = self.resolver.holders.stand_in(name)
        if found is None:
            return None
        return Deputy(self.position(name), found.deputy, tuple(map(self.person, found.people)))

    def deputy_for(self, seats: Iterable[str], people: Iterable[str]) -> tuple[str, ...]:
        """The seats in force whose deputy is one of these seats or people; never one of the seats themselves."""
        positions, own = self.organization.positions, frozenset(seats)
        names = frozenset(people)
        roles = frozenset(positions[seat].role for seat in own)
        return tuple(
            name
            for name, entry in positions.items()
            if entry.deputy is not None
            and name not in own
            and name in self.resolver.seating.in_force
            and self._is_meant(entry.deputy, own, names, roles)
        )

    def _is_meant(
        self, deputy: str, seats: frozenset[str], people: frozenset[str], roles: frozenset[str | None]
    ) -> bool:
        if deputy in self.organization.positions:
            return deputy in seats
        kind, name = parse_assignee(self.organization, deputy)
        if kind == "position":
            return name in seats
        if kind == "role" and name in self.organization.roles:
            return name in roles
        return name in people

    # -- the way up

    def way(self, name: str) -> WayUp:
        """Who is above a seat."""
        if name not in self.lines.index:
            return WayUp(self.position(name))
        chain = self.lines.chain(name)
        i = self.lines.index[chain[-1] if chain else name]
        if self.lines.hierarchy.parent[i] >= 0:
            return WayUp(self.position(name), self.seats(chain), end="loop")
        return WayUp(self.position(name), self.seats(chain), end=_ENDS[self.lines.hierarchy.parent[i]])

    @cached_property
    def role_lines(self) -> RoleLines:
        """The usual lines between roles."""
        return role_lines(self.organization, self.resolver.day)

    def role_way(self, role: str) -> WayUp | None:
        """The roles above a role; None where it has no line up or down."""
        lines = self.role_lines
        i = lines.index.get(role)
        if i is None:
            return None
        chain = lines.hierarchy.chain(i)
        last = lines.hierarchy.parent[chain[-1] if chain else i]
        above = tuple(self.role(lines.ids[j]) for j in chain)
        return WayUp(self.role(role), roles=above, end="loop" if last >= 0 else _ENDS[last])

    def roles_below(self, role: str) -> tuple[Thing, ...]:
        """The roles that report to a role."""
        i = self.role_lines.index.get(role)
        if i is None:
            return ()
        return tuple(self.role(self.role_lines.ids[j]) for j in self.role_lines.hierarchy.children(i))

    # -- letters

    def letter(self, activity: str, code: str) -> tuple[str, str]:
        """The name of a letter and its weightiest meaning, empty when it has none."""
        letter = self.organization.letters_of(self.organization.activities[activity]).get(code) or Letter()
        return letter.name or code, next((trait for trait in TRAITS if trait in letter.traits), "")

    def part(self, instance: Instance, cell: Cell) -> Part:
        """What a letter means in one place of its row."""
        name, trait = self.letter(instance.activity, cell.letter)
        meant = self.resolver.resolve_cell(instance, cell)
        return self.resolved(meant, cell.letter, name, trait, cell.sources, cell.note)

    def resolved(
        self,
        meant: Resolved,
        letter: str = "",
        name: str = "",
        trait: str = "",
        sources: tuple[str, ...] = (),
        note: str | None = None,
    ) -> Part:
        """Whom an assignee means, as it is told."""
        return Part(
            letter,
            name,
            trait,
            self.party(meant.kind, meant.name),
            known=meant.exists,
            external=meant.is_external,
            seatless=self._is_seatless(meant),
            hands=meant.hands,
            seats=self.seats(meant.seats),
            people=tuple(map(self.person, meant.people)),
            sources=sources,
            note=note,
        )

    def _is_seatless(self, meant: Resolved) -> bool:
        named = meant.exists and not meant.is_external and not meant.seats and not meant.hands
        return named and meant.kind in {"role", "position", "unit"} and bool(self.organization.positions)
