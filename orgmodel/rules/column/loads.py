"""What rests on whom: the rows, wherever they exist, that each seat owns or does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from orgmodel.rules.row.answers import Answer, Answers, Part
from orgmodel.rules.row.judged import Frame, JudgedRow, Party
from orgmodel.rules.seats.shared_people import SharedPerson

Job = tuple[Frame, Party]
"""The frame of rows, and one party of them: in rows of the same frame a party means the same seats."""


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

    @cached_property
    def _highest(self) -> Counter[str]:
        """How many rows each seat owns or does at the most: what it owns and does as well counts twice."""
        return self._added(Counter(self.owned_by_seat), "doer")

    def _added(self, found: Counter[str], part: Part) -> Counter[str]:
        for frame, rows in self._by_frame.items():
            places = len(self.answers.places(rows[0]))
            if not places:
                continue
            parties = chain.from_iterable([row.owning if part == "owner" else row.doing for row in rows])
            for party, count in Counter(parties).items():
                kind, name = party
                if kind == "position":
                    found[name] += count * places
                elif kind != "unit" or part == "owner":
                    for answer in self.answers_of((frame, party), part):
                        for seat in answer.resolved.seats:
                            found[seat] += count * len(answer.places)
        return found

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
        highest = self._highest
        found = {seat for seat, count in highest.items() if count > most}
        for together in self._shared_seats:
            if sum([highest[seat] for seat in together]) > most:
                found.update(together)
        return found.intersection(self.answers.resolver.seating.in_force)

    def parties_of(self, seats: Iterable[str]) -> set[Party]:
        """Parties that may mean one of these seats, or people without a seat."""
        return self._others.union([("position", seat) for seat in seats])

    @cached_property
    def _others(self) -> set[Party]:
        parties = chain.from_iterable([row.owning + row.doing for row in self.rows])
        return {party for party in parties if party[0] != "position"}


def in_place(row: str, place: str | None) -> str:
    """A row where it exists: `backlog@payments`."""
    return row if place is None else f"{row}@{place}"
