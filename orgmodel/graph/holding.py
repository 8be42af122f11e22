"""From seat to person: who sits where on a day, which seats are shared, and who stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from orgmodel.graph.letters import parse_assignee
from orgmodel.loading.job_shares import is_job_share
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Holder, Position

_ROUNDING = 1.05
"""A shared seat may add up to a little more than one whole."""


@dataclass(slots=True, unsafe_hash=True)
class Holding:
    """A person in a seat. `person` is a key: equal keys are one person; see `Holders.person_name`."""

    person: str
    seat: str
    fte: float | None = None
    is_interim: bool = False


@dataclass(slots=True, unsafe_hash=True)
class StandIn:
    """Who stands in for a vacant seat: the deputy as written, and the people that means."""

    seat: str
    deputy: str
    people: tuple[str, ...]


@dataclass(slots=True, unsafe_hash=True)
class SeatState:
    """A seat on the day: vacant, held by these people, by somebody undisclosed, or shared."""

    holdings: tuple[Holding, ...] = ()
    is_vacant: bool = False
    is_undisclosed: bool = False
    is_shared: bool = False


_VACANT = SeatState(is_vacant=True)


class Holders:
    """The state of each seat on a day, each found once."""

    def __init__(self, org: Organization, day: date) -> None:
        self.org = org
        self.day = day
        self._states: dict[str, SeatState] = {}

    def state(self, seat: str) -> SeatState:
        """Who sits in a seat."""
        if seat not in self._states:
            self._states[seat] = self._read(seat)
        return self._states[seat]

    @cached_property
    def sole(self) -> dict[str, str]:
        """The seats that say who holds them and nothing else about it, with the key of that person."""
        key = self.org.person_key
        return {
            name: key(name, seat.holder)
            for name, seat in self.org.positions.items()
            if seat.holder is not None and not seat.holders and (seat.status is None or seat.status == "filled")
        }

    def states(self, seats: Iterable[str]) -> dict[str, SeatState]:
        """The states of those seats that are not among `sole`."""
        sole = self.sole
        return {seat: self.state(seat) for seat in seats if seat not in sole}

    def people(self, seats: Iterable[str], states: Mapping[str, SeatState]) -> tuple[str, ...]:
        """All who sit in some seats, each once; `states` are those that `states` gives."""
        sole = self.sole
        if not states:
            return tuple(dict.fromkeys(map(sole.__getitem__, seats)))
        held = (
            [holding.person for holding in states[seat].holdings] if seat in states else (sole[seat],) for seat in seats
        )
        return tuple(dict.fromkeys(chain.from_iterable(held)))

    def person_name(self, person: str) -> str:
        """What to call the person of a key."""
        return self.org.title("people", person.partition("\0")[0])

    def seats_of(self, person: str) -> tuple[str, ...]:
        """The seats in force whose holder has this id or name, in the order of the file."""
        return tuple(self._seats_by_name.get(person, ()))

    @cached_property
    def _seats_by_name(self) -> dict[str, dict[str, None]]:
        found: dict[str, dict[str, None]] = {}
        for name, seat in self.org.positions.items():
            if not seat.in_force(self.day):
                continue
            for holding in self.state(name).holdings:
                found.setdefault(holding.person.partition("\0")[0], {})[name] = None
        return found

    def keys_of(self, person: str) -> tuple[str, ...]:
        """The keys of the people with this id or name: several where a table has namesakes."""
        held = (holding.person for seat in self.seats_of(person) for holding in self.state(seat).holdings)
        return tuple(dict.fromkeys(key for key in held if key.partition("\0")[0] == person))

    def stand_in(self, seat: str) -> StandIn | None:
        """Who stands in for a seat: its deputy, a position unless written as something else."""
        deputy = self.org.positions[seat].deputy
        if deputy is None:
            return None
        return StandIn(seat, deputy, tuple(dict.fromkeys(self._deputies(deputy))))

    def _deputies(self, deputy: str) -> Iterator[str]:
        kind, name = ("position", deputy) if deputy in self.org.positions else parse_assignee(self.org, deputy)
        if kind == "person" or (kind == "role" and name not in self.org.roles):
            yield from self.keys_of(name) or ((name,) if name in self.org.people else ())
            return
        for seat in self._seats_meant(kind, name):
            yield from (holding.person for holding in self.state(seat).holdings)

    def _seats_meant(self, kind: str, name: str) -> Iterable[str]:
        positions = self.org.positions
        if kind == "position":
            return (name,) if name in positions and positions[name].in_force(self.day) else ()
        if kind == "role":
            return [seat for seat, entry in positions.items() if entry.role == name and entry.in_force(self.day)]
        return ()

    def _read(self, name: str) -> SeatState:
        seat = self.org.positions[name]
        if name in self.sole:
            return SeatState((Holding(self.sole[name], name, seat.fte),))
        if seat.holder is None and not seat.holders and seat.status != "filled":
            return _VACANT
        held = self._held(seat)
        named = [
            Holding(self.org.person_key(name, holder.person), name, fte, holder.kind == "interim")
            for holder, fte in held
            if holder.person is not None
        ]
        holdings = tuple({holding.person: holding for holding in reversed(named)}.values())[::-1]
        count = len(holdings) + sum(holder.is_undisclosed for holder, _fte in held)
        is_vacant = not held and seat.status_on(self.day) != "filled"
        return SeatState(
            holdings,
            is_vacant=is_vacant,
            is_undisclosed=not is_vacant and (not held or any(holder.is_undisclosed for holder, _fte in held)),
            is_shared=count > 1 and (self._is_one_seat(name) or _is_share([fte for _holder, fte in held])),
        )

    def _is_one_seat(self, name: str) -> bool:
        """Several entries of one id that agree in line and unit are one shared seat."""
        repeats: list[Position] = self.org.repeats.get("positions", {}).get(name, [])
        return bool(repeats) and is_job_share(self.org.positions[name], repeats)

    def _held(self, seat: Position) -> list[tuple[Holder, float | None]]:
        """Holders with their part of the whole; one holder alone has the part of the seat."""
        holders = seat.holders_on(self.day)
        alone = len(holders) == 1
        return [(holder, seat.fte if holder.fte is None and alone else holder.fte) for holder in holders]


def _is_share(parts: list[float | None]) -> bool:
    """Several holders share one seat if each has a part of it: parts of a whole, none of them whole."""
    known = [part for part in parts if part is not None]
    if len(known) != len(parts):
        return False
    return sum(known) <= _ROUNDING or all(part < 1 for part in known)
