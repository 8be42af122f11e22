"""Everything about a person, a seat, a role or a unit: what they answer for and do, who is above and below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from orgmodel.analysis.who import RowAnswers
from orgmodel.analysis.who_cast import MOST_FOLLOWED, Cast
from orgmodel.analysis.who_records import PartyAnswer, SeatNow, Task, Thing
from orgmodel.graph.letters import Cell, Row
from orgmodel.graph.resolution import Instance
from orgmodel.model.positions import Position

_MayMean = Callable[[Row, Cell], bool]


class PartyAnswers:
    """Answers about people, seats, roles and units."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.organization = cast.organization
        self.resolver = cast.resolver

    def person(self, key: str) -> PartyAnswer:
        """Everything about a person, by the key that holdings use."""
        seats = self.seats_of(key)
        return self._of_seats(self.cast.person(key), seats, (key.partition("\0")[0],))

    def position(self, name: str) -> PartyAnswer:
        """Everything about a seat; what its holder has by name is the holder's, not the seat's."""
        return self._of_seats(self.cast.position(name), (name,), (), role=self.organization.positions[name].role)

    def role(self, name: str) -> PartyAnswer:
        """Everything about a role: the letters that name it, and its seats."""
        seats = self.resolver.seating.of_role(name)
        way = self.cast.role_way(name)
        few = seats if len(seats) <= MOST_FOLLOWED else ()
        return PartyAnswer(
            self.cast.role(name),
            counts_as=self._counts_as(name),
            seatless=self._is_seatless(seats),
            seats=self.cast.seats(seats),
            below=self.cast.roles_below(name),
            tasks=tuple(self._tasks(self._names_role(name))),
            ways=(way,) if way is not None else (),
            reports=self._reports(few),
        )

    def unit(self, name: str) -> PartyAnswer:
        """Everything about a unit: its heads, the units above and below, the rows that exist for it."""
        units = self.resolver.seating.units
        heads = self.resolver.seating.heads(name)
        positions = self.organization.positions
        members = [seat for seat in self.resolver.seating.in_force if name in _units_of(positions[seat])]
        below = [unit for unit, entry in self.organization.units.items() if entry.parent == name and unit != name]
        return PartyAnswer(
            self.cast.unit(name),
            seatless=self._is_seatless(heads),
            seats=self.cast.seats(heads),
            units=tuple(map(self.cast.unit, units.ancestors(name))),
            below=tuple(map(self.cast.unit, below)),
            tasks=tuple(self._tasks(lambda _row, cell: cell.kind == "unit" and cell.name == name)),
            rows=tuple(RowAnswers(self.cast).rows_for(name)),
            ways=tuple(map(self.cast.way, heads[:MOST_FOLLOWED])),
            reports=self.cast.seats(seat for seat in members if seat not in heads),
        )

    def seats_of(self, key: str) -> tuple[str, ...]:
        """The seats of one person, namesakes told apart."""
        holders = self.resolver.holders
        found = holders.seats_of(key.partition("\0")[0])
        return tuple(seat for seat in found if any(held.person == key for held in holders.state(seat).holdings))

    def _of_seats(
        self, subject: Thing, seats: tuple[str, ...], people: tuple[str, ...], role: str | None = None
    ) -> PartyAnswer:
        positions = self.organization.positions
        units = dict.fromkeys(unit for seat in seats for unit in _units_of(positions[seat]))
        own = frozenset(seats)
        heads = [unit for unit in self.organization.units if not own.isdisjoint(self.resolver.seating.heads(unit))]
        deputies = (self.cast.deputy(seat) for seat in seats)
        return PartyAnswer(
            subject,
            seatless=self._is_seatless(seats),
            role=self.cast.role(role) if role is not None else None,
            counts_as=self._counts_as(role) if role is not None else (),
            seats=self.cast.seats(seats),
            units=tuple(map(self.cast.unit, units)),
            heads=tuple(map(self.cast.unit, heads)),
            tasks=tuple(self._tasks(self._may_mean(own, people, heads), own, people)),
            ways=tuple(map(self.cast.way, seats)),
            also_reports_to=self._also(seats),
            reports=self._reports(seats),
            deputies=tuple(deputy for deputy in deputies if deputy is not None),
            deputy_for=self.cast.seats(self.cast.deputy_for(seats, people)),
        )

    def _reports(self, seats: Iterable[str]) -> tuple[SeatNow, ...]:
        return self.cast.seats(dict.fromkeys(report for seat in seats for report in self.cast.reports(seat)))

    def _also(self, seats: Iterable[str]) -> tuple[SeatNow, ...]:
        lines, found = self.cast.lines, dict[str, None]()
        for seat in seats:
            if seat in lines.index:
                found.update(dict.fromkeys(lines.ids[i] for i in lines.second.get(lines.index[seat], ())))
            dotted = (line.to for line in self.organization.positions[seat].dotted_to if line.in_force(lines.day))
            found.update(dict.fromkeys(name for name in dotted if name in self.organization.positions))
        return self.cast.seats(found)

    def _is_seatless(self, seats: tuple[str, ...]) -> bool:
        return bool(self.organization.positions) and not seats

    # -- tasks

    def _counts_as(self, role: str) -> tuple[Thing, ...]:
        return tuple(map(self.cast.role, self.resolver.counted.stood_for(role)))

    def _names_role(self, role: str) -> _MayMean:
        """Whether a letter of a row means a role: by its name, or by that of one as which it counts there."""
        resolver = self.resolver
        return lambda row, cell: (
            cell.kind == "role" and role in resolver.counted.meant(cell.name, resolver.apart(row.activity))
        )

    def _may_mean(self, seats: frozenset[str], people: tuple[str, ...], heads: Iterable[str]) -> _MayMean:
        """Whether a letter can mean these at all; only then its places are looked at."""
        roles = {self.organization.positions[seat].role for seat in seats}
        counted = (other for role in roles if role is not None for other in self.resolver.counted.stood_for(role))
        named = {
            "role": frozenset((*roles, *counted)),
            "position": seats,
            "person": frozenset(people),
            "unit": frozenset(heads),
        }
        return lambda _row, cell: cell.name in named.get(cell.kind, ())

    def _tasks(
        self, may_mean: _MayMean, seats: frozenset[str] | None = None, people: tuple[str, ...] = ()
    ) -> Iterator[Task]:
        """The letters that mean these seats or people; without seats, the letters themselves."""
        for name in self.cast.reader.activities():
            row = self.resolver.row(name)
            for cell in row.cells:
                if not may_mean(row, cell):
                    continue
                places, among = self._places(name, cell, seats, people)
                if not places:
                    continue
                called, trait = self.cast.letter(name, cell.letter)
                told = (self.cast.place(place) for place in places)
                yield Task(
                    self.cast.activity(name),
                    cell.letter,
                    called,
                    trait,
                    self.cast.party(cell.kind, cell.name),
                    tuple(place for place in told if place is not None),
                    among,
                    cell.sources,
                )

    def _places(
        self, name: str, cell: Cell, seats: frozenset[str] | None, people: tuple[str, ...]
    ) -> tuple[list[Instance], int]:
        places, among = [], 0
        for instance in self.resolver.instances(name):
            meant = self.resolver.resolve_cell(instance, cell)
            is_named = cell.kind == "person" and cell.name in people
            if seats is None or is_named or not seats.isdisjoint(meant.seats):
                places.append(instance)
                among = max(among, 1 if is_named else meant.seat_count)
        return places, among


def _units_of(entry: Position) -> tuple[str, ...]:
    return (entry.unit, *entry.also_in) if entry.unit is not None else entry.also_in
