"""What rests on whom: the rows, wherever they exist, that each seat owns or does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from orgmodel.rules.row.answers import Answer, Answers, Part
from orgmodel.rules.row.judged import Frame, JudgedRow, Party
from orgmodel.rules.seats.shared_people import SharedPerson

Job = tuple[Frame, Party]
"""The frame of rows, and one party of them: in rows of the same frame a party means the same seats."""


@dataclass(frozen=True, slots=True)
class _Named:
    """Who owns, or does, the rows of one frame: seats by name, once for each row, and all other parties, counted."""

    seats: list[str]
    others: Counter[Party]


class Loads:
    """Counts rows by frame and party, so that many rows in many places cost little.

    A unit as one party has no people, and external roles have no seats.
    """

    def __init__(self, answers: Answers, rows: Iterable[JudgedRow], shared_people: Iterable[SharedPerson]) -> None:
        self.answers = answers
        self.rows = tuple(rows)
        self._shared_seats = [[share.seat for share in person.shares] for person in shared_people]

    @cached_property
    def owned_by_seat(self) -> Counter[str]:
        """How many rows, wherever they exist, each seat owns; one that a row names stands here in force or not."""
        return self._added(Counter(), "owner")

    @property
    def owning_units(self) -> set[str]:
        """The units that own a row as one party."""
        return {name for named in self._owners.values() for kind, name in named.others if kind == "unit"}

    @cached_property
    def _highest(self) -> Counter[str]:
        """How many rows each seat owns or does at the most: what it owns and does as well counts twice."""
        return self._added(self.owned_by_seat.copy(), "doer")

    def _added(self, found: Counter[str], part: Part) -> Counter[str]:
        for frame, named in (self._owners if part == "owner" else self._doers).items():
            places = len(self.answers.places(self._by_frame[frame][0]))
            if places == 1:
                found.update(named.seats)
            elif places:
                found.update({seat: count * places for seat, count in Counter(named.seats).items()})
            for party, count in named.others.items() if places else ():
                if party[0] != "unit" or part == "owner":
                    for answer in self.answers_of((frame, party), part):
                        for seat in answer.resolved.seats:
                            found[seat] += count * len(answer.places)
        return found

    @cached_property
    def _owners(self) -> dict[Frame, _Named]:
        return {frame: _named([row.owning for row in rows]) for frame, rows in self._by_frame.items()}

    @cached_property
    def _doers(self) -> dict[Frame, _Named]:
        return {frame: _named([row.doing for row in rows]) for frame, rows in self._by_frame.items()}

    @cached_property
    def _by_frame(self) -> dict[Frame, list[JudgedRow]]:
        found: dict[Frame, list[JudgedRow]] = {}
        for row in self.rows:
            found.setdefault(row.frame, []).append(row)
        return found

    def answers_of(self, job: Job, part: Part) -> tuple[Answer, ...]:
        """The seats that a party means in the places of its rows."""
        frame, party = job
        return self.answers.of(self._by_frame[frame][0], party, part)

    # -- where to look for people with many rows

    def seats_beyond(self, most: int) -> set[str]:
        """Seats that may hold somebody who owns or does more rows than that, with all other seats of theirs."""
        highest, in_force = self._highest, self.answers.resolver.seating.in_force
        found = {seat for seat, count in highest.items() if count > most}
        for together in self._shared_seats:
            if sum([highest[seat] for seat in together]) > most:
                found.update(together)
        return {seat for seat in found if seat in in_force}

    def parties_of(self, seats: Iterable[str]) -> set[Party]:
        """Parties that may mean one of these seats, or people without a seat."""
        return self._others.union([("position", seat) for seat in seats])

    @cached_property
    def _others(self) -> set[Party]:
        return {party for named in (*self._owners.values(), *self._doers.values()) for party in named.others}


def _named(held: Iterable[tuple[Party, ...]]) -> _Named:
    seats: list[str] = []
    others: list[Party] = []
    for party in chain.from_iterable(held):
        if party[0] == "position":
            seats.append(party[1])
        else:
            others.append(party)
    return _Named(seats, Counter(others))


def in_place(row: str, place: str | None) -> str:
    """A row where it exists: `backlog@payments`."""
    return row if place is None else f"{row}@{place}"
