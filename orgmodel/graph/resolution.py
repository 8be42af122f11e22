"""Who, really: the seats and the people that a letter means, in each place where its row exists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from orgmodel.graph.counted_roles import NONE_APART, CountedRoles, CountedSeating
from orgmodel.graph.holding import Holders, Holding, SeatState, StandIn
from orgmodel.graph.instances import Instance, InstanceReader
from orgmodel.graph.letters import Cell, LetterReader, Row, parse_assignee
from orgmodel.graph.lines import Lines, read_lines
from orgmodel.graph.seating import NO_SEATS, Seating
from orgmodel.graph.upward import Overhead, Upward
from orgmodel.model.organization import Organization

__all__ = ["Cell", "Holding", "Instance", "Resolved", "Resolver", "Row", "StandIn"]


@dataclass(slots=True, unsafe_hash=True)
class Resolved:
    """What an assignee means in one instance of a row.

    `seats` are all the seats meant, in the order of the file; `vacant`, `undisclosed` and `shared`
    (job shares) are those among them. `people` are the keys of all persons in these seats, each once.
    `seat_count` counts a seat that stands for several as that many. `hands` counts those who answer
    apart from each other: a job share is one, two seats of one person are one, a vacant seat is one.
    A unit as one party has no seats and one hand. `exists` is False when no such role, position, unit
    or person is known; `is_external` when the role needs no seat.
    """

    kind: str
    name: str
    seats: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    vacant: tuple[str, ...] = ()
    undisclosed: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    standing_in: tuple[StandIn, ...] = ()
    seat_count: int = 0
    hands: int = 0
    is_external: bool = False
    exists: bool = True

    @property
    def is_job_share(self) -> bool:
        """One seat that several people share."""
        return len(self.seats) == 1 and bool(self.shared)

    @property
    def is_all_vacant(self) -> bool:
        """There are seats, and nobody sits in any of them."""
        return bool(self.seats) and len(self.vacant) == len(self.seats)


_Place = tuple[str, str | None, str | None, frozenset[str]]
"""A role, the unit and the seat from which it is looked for, and the roles that the row keeps apart."""


class Resolver:
    """Answers for one organisation on one day; every answer is found once and shared."""

    def __init__(self, org: Organization, day: date, lines: Lines | None = None) -> None:
        self.org = org
        self.day = day
        self.lines = lines if lines is not None else read_lines(org, day)
        self.seating = self.lines.seating
        self.holders = Holders(org, day)
        self._letters = LetterReader(org, day)
        self.counted = CountedRoles(org)
        self._some_count = bool(self.counted)
        self._instances = InstanceReader(self.seating, self.meant_in)
        self._apart: dict[str, frozenset[str]] = {}
        self._meant: dict[frozenset[str], Seating] = {}
        self._seats: dict[_Place, tuple[str, ...]] = {}
        self._roles: dict[_Place, Resolved] = {}
        self._answers: dict[tuple[str, str, tuple[str, ...]], Resolved] = {}
        self._positions: dict[str, Resolved] = {}
        self._parsed: dict[str, tuple[str, str]] = {}
        self._overhead = Overhead(self.lines)
        self._upward: dict[tuple[str, frozenset[str]], Upward] = {}

    # -- rows

    def instances(self, activity: str) -> list[Instance]:
        """Where the row exists: once, for each unit of a kind, or for each seat of a role."""
        return self._instances.instances(activity)

    def unknown_per(self, activity: str) -> str | None:
        """The `per` of an activity if no unit has that kind, or no such role exists."""
        return self._instances.unknown_per(activity)

    def row(self, activity: str) -> Row:
        """All letters of an activity: judged, claimed, denied, unknown."""
        return self._letters.row(activity)

    def letters(self, activity: str) -> list[Cell]:
        """The letters of an activity that are judged."""
        return list(self._letters.row(activity).cells)

    # -- roles that count as others

    @property
    def meant(self) -> Seating:
        """The seats in force by the roles that letters mean, in rows that name no role which counts as another."""
        return self._meant_with(NONE_APART)

    def meant_in(self, activity: str) -> Seating:
        """The seats in force by the roles that letters mean in a row."""
        return self._meant_with(self.apart(activity))

    def apart(self, activity: str) -> frozenset[str]:
        """The roles that a row names itself, so that their seats count there as no other role."""
        if not self._some_count:
            return NONE_APART
        if activity not in self._apart:
            is_row = activity in self.org.activities
            self._apart[activity] = self.counted.apart(self.row(activity)) if is_row else NONE_APART
        return self._apart[activity]

    def _meant_with(self, apart: frozenset[str]) -> Seating:
        if not self._some_count:
            return self.seating
        if apart not in self._meant:
            self._meant[apart] = CountedSeating(self.seating, self.counted, apart)
        return self._meant[apart]

    # -- who

    def resolve(self, instance: Instance, assignee: str, *, owner: bool = False) -> Resolved:
        """The seats and people meant there. `owner` says that the letter is an owner letter."""
        if assignee not in self._parsed:
            self._parsed[assignee] = parse_assignee(self.org, assignee)
        kind, name = self._parsed[assignee]
        return self.resolve_named(instance, kind, name, owner=owner)

    def resolve_cell(self, instance: Instance, cell: Cell) -> Resolved:
        """What the assignee of a cell means there; its letter says whether it is an owner."""
        letter = self.org.letters_of(self.org.activities[instance.activity]).get(cell.letter)
        owner = letter is not None and "owner" in letter.traits
        return self.resolve_named(instance, cell.kind, cell.name, owner=owner)

    def resolve_named(self, instance: Instance, kind: str, name: str, *, owner: bool = False) -> Resolved:
        """Like `resolve`, for a kind (role, position, unit, person) and a name."""
        if kind == "role":
            apart = self.apart(instance.activity) if self._some_count else NONE_APART
            place = (name, instance.unit, instance.seat, apart)
            if place not in self._roles:
                self._roles[place] = self._answer(kind, name, self.role_seats(instance, name))
            return self._roles[place]
        if kind == "position":
            return self.position(name)
        if kind == "person":
            return self._answer(kind, name, self.holders.seats_of(name))
        if owner:
            return self._answer(kind, name, self.seating.heads(name))
        return Resolved(kind, name, hands=1, exists=name in self.org.units)

    @cached_property
    def sole(self) -> dict[str, str]:
        """The person, by key, in each seat in force of which nothing is said but who holds it.

        Named itself, such a seat is neither vacant nor shared, and most rules need not resolve it to know all of it.
        """
        sole, in_force = self.holders.sole, self.seating.in_force
        if len(in_force) == len(self.org.positions):
            return sole
        return {name: person for name, person in sole.items() if name in in_force}

    def position(self, name: str) -> Resolved:
        """A position that is named itself, which means the same everywhere."""
        if name not in self._positions:
            seats = (name,) if name in self.seating.in_force else NO_SEATS
            self._positions[name] = self._describe("position", name, seats)
        return self._positions[name]

    def role_seats(self, instance: Instance, role: str) -> tuple[str, ...]:
        """The seats a role means in an instance."""
        return self._seats_of(role, instance.unit, instance.seat, self.apart(instance.activity))

    def _seats_of(self, role: str, unit: str | None, seat: str | None, apart: frozenset[str]) -> tuple[str, ...]:
        key = (role, unit, seat, apart)
        if key not in self._seats:
            if seat is not None:
                self._seats[key] = self._around_seat(seat, role, apart)
            elif unit is not None:
                self._seats[key] = self._around_unit(unit, role, self._meant_with(apart))
            else:
                self._seats[key] = self._meant_with(apart).of_role(role)
        return self._seats[key]

    def in_places(self, places: Sequence[Instance], role: str) -> list[Resolved]:
        """What a role means in each of these places, all of one row. See `resolve_named`."""
        apart = self.apart(places[0].activity) if places else NONE_APART
        answers: dict[tuple[str | None, str | None], Resolved] = {}
        found = []
        for place in places:
            seat, unit = (None, place.unit) if place.seat is None else self._seen_from(place.seat, role, apart)
            if (seat, unit) not in answers:
                seats = (seat,) if seat is not None else self._seats_of(role, unit, None, apart)
                answers[seat, unit] = self._answer("role", role, seats)
            found.append(answers[seat, unit])
        return found

    # -- a role, seen from a seat or a unit

    def _around_seat(self, seat: str, role: str, apart: frozenset[str]) -> tuple[str, ...]:
        """The seat itself, else the nearest of the role on its line upward, else by unit."""
        nearest, unit = self._seen_from(seat, role, apart)
        return (nearest,) if nearest is not None else self._seats_of(role, unit, None, apart)

    def _seen_from(self, seat: str, role: str, apart: frozenset[str]) -> tuple[str | None, str | None]:
        """The one seat that a role means from a seat, or the unit from which it is to be looked for."""
        nearest = self._lines_to(role, apart).nearest(seat)
        return (nearest, None) if nearest is not None else (None, self.org.positions[seat].unit)

    def _lines_to(self, role: str, apart: frozenset[str]) -> Upward:
        if (role, apart) not in self._upward:
            meant, seats = self.counted.meant(role, apart), self._meant_with(apart).of_role(role)
            self._upward[role, apart] = Upward(self.lines, self.org.positions, meant, seats)
        return self._upward[role, apart]

    def _around_unit(self, unit: str, role: str, seating: Seating) -> tuple[str, ...]:
        """In the unit or below, first outside parts of its own kind; else the nearest above, where the line decides."""
        if not seating.of_role(role):
            return NO_SEATS
        found = seating.nearest_within(role, unit)
        if found:
            return found
        for above in seating.units.ancestors(unit):
            found = seating.directly_in(role, above)
            if found:
                return self._on_the_line(unit, found)
        return self._on_the_line(unit, seating.sitting_in(role, None))

    def _on_the_line(self, unit: str, seats: tuple[str, ...]) -> tuple[str, ...]:
        """Of several seats, those above a seat of the unit on its reporting line, if there are any."""
        if len(seats) < 2:
            return seats
        above, index = self._overhead.above(unit), self.lines.index
        return tuple([seat for seat in seats if index[seat] in above]) or seats

    # -- from seats to people

    def _answer(self, kind: str, name: str, seats: tuple[str, ...]) -> Resolved:
        key = (kind, name, seats)
        if key not in self._answers:
            self._answers[key] = self._describe(kind, name, seats)
        return self._answers[key]

    def _describe(self, kind: str, name: str, seats: tuple[str, ...]) -> Resolved:
        if len(seats) == 1 and kind != "person":
            return self._describe_seat(kind, name, seats)
        states = self.holders.states(seats)
        vacant = tuple(seat for seat, state in states.items() if state.is_vacant)
        people = self.holders.people(seats, states)
        stand_ins = (self.holders.stand_in(seat) for seat in vacant)
        is_person = kind == "person"
        if is_person:
            people = self.holders.keys_of(name) or ((name,) if name in self.org.people else ())
        positions = self.org.positions
        return Resolved(
            kind,
            name,
            seats,
            people=people,
            vacant=vacant,
            undisclosed=tuple(seat for seat, state in states.items() if state.is_undisclosed),
            shared=tuple(seat for seat, state in states.items() if state.is_shared),
            standing_in=tuple(deputy for deputy in stand_ins if deputy is not None),
            seat_count=sum([positions[seat].seats for seat in seats]),
            hands=len(people) if is_person else self._hands(seats, people, states),
            is_external=self._is_external(kind, name),
            exists=bool(people) if is_person else name in self._known(kind),
        )

    def _describe_seat(self, kind: str, name: str, seats: tuple[str, ...]) -> Resolved:
        """Like `_describe`, where one seat is meant and no person is named."""
        seat = seats[0]
        count = self.org.positions[seat].seats
        person = self.holders.sole.get(seat)
        exists, is_external = name in self._known(kind), self._is_external(kind, name)
        if person is not None:
            return Resolved(
                kind, name, seats, (person,), seat_count=count, hands=1, is_external=is_external, exists=exists
            )
        state = self.holders.state(seat)
        people = tuple([holding.person for holding in state.holdings])
        stand_in = self.holders.stand_in(seat) if state.is_vacant else None
        return Resolved(
            kind,
            name,
            seats,
            people,
            vacant=seats if state.is_vacant else NO_SEATS,
            undisclosed=seats if state.is_undisclosed else NO_SEATS,
            shared=seats if state.is_shared else NO_SEATS,
            standing_in=(stand_in,) if stand_in is not None else (),
            seat_count=count,
            hands=self._hands(seats, people, {seat: state}),
            is_external=is_external,
            exists=exists,
        )

    def holdings(self, resolved: Resolved) -> tuple[Holding, ...]:
        """Who sits in which of the seats that an assignee means; of a person only where they sit themselves."""
        held = (holding for seat in resolved.seats for holding in self.holders.state(seat).holdings)
        if resolved.kind != "person":
            return tuple(held)
        return tuple(holding for holding in held if holding.person in resolved.people)

    def _is_external(self, kind: str, name: str) -> bool:
        return kind == "role" and name in self.org.roles and self.org.roles[name].external

    def _known(self, kind: str) -> Iterable[str]:
        if kind == "role":
            return self.org.roles
        return self.org.positions if kind == "position" else self.org.units

    def _hands(self, seats: tuple[str, ...], people: Collection[str], states: Mapping[str, SeatState]) -> int:
        """How many answer apart from each other: people that share no seat, and those who are not known.

        `people` are all in the seats, `states` those of the seats of which more is said than who holds them.
        """
        joined: dict[str, str] = {}
        apart = len(people)

        def first(person: str) -> str:
            while joined.setdefault(person, person) != person:
                person = joined[person] = joined[joined[person]]
            return person

        for seat in seats if states else ():
            state = states.get(seat)
            if state is None:
                continue
            names = [holding.person for holding in state.holdings]
            if state.is_shared:
                for name in names[1:]:
                    one, other = first(name), first(names[0])
                    apart -= one != other
                    joined[one] = other
            if not names:
                apart += self.org.positions[seat].seats
            elif state.is_undisclosed and not state.is_shared:
                apart += 1
        return apart
