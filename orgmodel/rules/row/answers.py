"""What assignees mean in each place where rows exist, found once for all rows that exist in the same places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Literal

from orgmodel.graph.instances import Instance
from orgmodel.graph.resolution import Resolved, Resolver
from orgmodel.rules.row.judged import Frame, JudgedRow, Party

Part = Literal["owner", "doer"]


@dataclass(slots=True, unsafe_hash=True)
class Answer:
    """The seats an assignee means, and all the places in which it means just these."""

    resolved: Resolved
    places: tuple[Instance, ...]


@dataclass(slots=True)
class Stake:
    """All that one party answers for with the same seats: one cause, however many rows it touches.

    `anywhere` says that this holds wherever the party has a letter, not in certain places only;
    `out_of` how many places there are, where it holds in most of them.
    """

    kind: str
    name: str
    resolved: Resolved
    held: list[tuple[JudgedRow, tuple[Instance, ...]]] = field(default_factory=list)
    anywhere: bool = True
    out_of: int = 0

    @property
    def places(self) -> dict[str, Instance]:
        """The units or seats for which the rows exist."""
        alike = {id(held): held for _row, held in self.held}.values()  # rows of one frame share their places
        return {place.place: place for held in alike for place in held if place.place is not None}

    @property
    def rows(self) -> list[JudgedRow]:
        """The rows concerned, each once."""
        return list({row.name: row for row, _places in self.held}.values())

    def entities(self, most: int = 1_000) -> tuple[str, ...]:
        """The rows in their places, as `activity:backlog@payments`."""
        named = (
            row.entity if place.place is None else f"{row.entity}@{place.place}"
            for row, places in self.held
            for place in places
        )
        return tuple(islice(named, most))


_Share = tuple[Party, list[JudgedRow], Sequence[Answer]]
"""A party, its rows of one frame, and what it means there."""
Stakes = dict[tuple[object, ...], Stake]


class Answers:
    """Rows of the same frame exist in the same places, and there an assignee means the same seats.

    `parties` are those about which there may be something to say, if that is known; stakes of others are not sought.
    """

    def __init__(self, resolver: Resolver, rows: Iterable[JudgedRow], parties: set[Party] | None = None) -> None:
        self.resolver = resolver
        self.rows = tuple([row for row in rows if row.letters])
        self.parties = parties
        self._places: dict[Frame, tuple[Instance, ...]] = {}
        self._answers: dict[tuple[Frame, str, str, bool], tuple[Answer, ...]] = {}
        self._in_places: dict[tuple[Frame, str], list[Resolved]] = {}
        self._lacking: dict[tuple[Frame, str, str, bool], frozenset[str | None]] = {}
        self._shares: dict[Part, list[_Share]] = {}

    def places(self, row: JudgedRow) -> tuple[Instance, ...]:
        """Where a row exists; nowhere, if nothing answers to its `per` (a finding of its own)."""
        per, frame = row.activity.per, row.frame
        if frame not in self._places:
            places = self.resolver.instances(row.name)
            if per is not None and (per.startswith("role:") or self.resolver.org.units):
                places = [place for place in places if place.place is not None]
            self._places[frame] = tuple(places)
        return self._places[frame]

    @cached_property
    def seats_of_other_days(self) -> dict[str, list[str]]:
        """By role the seats that are not in force: planned, ended, or outside their dates."""
        found: dict[str, list[str]] = {}
        positions, in_force = self.resolver.org.positions, self.resolver.seating.in_force
        for name in positions if len(in_force) < len(positions) else ():
            if name not in in_force and (role := positions[name].role) is not None:
                found.setdefault(role, []).append(name)
        return found

    def of_other_days(self, role: str) -> Iterator[str]:
        """The seats that are not in force, of a role and of those that count as it."""
        for one in self.resolver.counted.meant(role):
            yield from self.seats_of_other_days.get(one, ())

    def of(self, row: JudgedRow, party: Party, part: Part) -> tuple[Answer, ...]:
        """What a party means in the places of a row."""
        kind, name = party
        key = (row.frame, kind, name, kind == "unit" and part == "owner")
        if key not in self._answers:
            self._answers[key] = self._read(row, party, part)
        return self._answers[key]

    def _read(self, row: JudgedRow, party: Party, part: Part) -> tuple[Answer, ...]:
        kind, name = party
        places = self.places(row)
        if kind != "role":  # nobody else means something else in another place
            meant = [self.resolver.resolve_named(place, kind, name, owner=part == "owner") for place in places[:1]]
            return tuple([Answer(resolved, places) for resolved in meant])
        found: dict[int, tuple[Resolved, list[Instance]]] = {}
        for place, resolved in zip(places, self.in_places(row, name), strict=True):
            found.setdefault(id(resolved), (resolved, []))[1].append(place)
        return tuple([Answer(resolved, tuple(there)) for resolved, there in found.values()])

    def in_places(self, row: JudgedRow, role: str) -> list[Resolved]:
        """What a role means in each place of a row, one after the other: one object where it is the same."""
        key = (row.frame, role)
        if key not in self._in_places:
            self._in_places[key] = self.resolver.in_places(self.places(row), role)
        return self._in_places[key]

    def lacking(self, row: JudgedRow, party: Party, part: Part) -> frozenset[str | None]:
        """The places of a row in which a party has no seat."""
        key = (row.frame, *party, part == "owner")
        if key not in self._lacking:
            self._lacking[key] = frozenset(
                place.place
                for answer in self.of(row, party, part)
                if has_no_seat(answer.resolved)
                for place in answer.places
            )
        return self._lacking[key]

    def stakes(
        self,
        part: Part,
        wanted: Callable[[Resolved], bool],
        counts: Callable[[JudgedRow, Party], bool] = lambda _row, _party: True,
    ) -> list[Stake]:
        """The stakes of owners or doers whose answer is wanted, one for each cause."""
        stakes: Stakes = {}
        for party, rows, answers in self._hits(part, wanted, counts):
            for answer in answers:
                self._add(stakes, party, answer, rows)
        return list(stakes.values())

    def _hits(
        self, part: Part, wanted: Callable[[Resolved], bool], counts: Callable[[JudgedRow, Party], bool]
    ) -> list[_Share]:
        """Parties with those of their rows that count, in the order in which these name them."""
        hits: list[tuple[int, int, _Share]] = []
        for party, rows, answers in self._shares_of(part):
            meant = [answer for answer in answers if wanted(answer.resolved)]
            counted = [row for row in rows if counts(row, party)] if meant else []
            if counted:
                first = counted[0]
                place = (first.owning if part == "owner" else first.doing).index(party)
                hits.append((self._numbers[first.name], place, (party, counted, meant)))
        return [share for _row, _place, share in sorted(hits, key=lambda hit: hit[:2])]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {row.name: number for number, row in enumerate(self.rows)}

    def _shares_of(self, part: Part) -> list[_Share]:
        """Every such party that owns rows or does them, with all its rows of one frame and what it means there."""
        if part not in self._shares:
            together: dict[tuple[Frame, Party], list[JudgedRow]] = {}
            for row in self.rows:
                for party in row.owning if part == "owner" else row.doing:
                    if self.parties is None or party in self.parties:
                        together.setdefault((row.frame, party), []).append(row)
            self._shares[part] = [
                (party, rows, self.of(rows[0], party, part)) for (_frame, party), rows in together.items()
            ]
        return self._shares[part]

    def _add(self, stakes: Stakes, party: Party, answer: Answer, rows: list[JudgedRow]) -> None:
        """Rows join the stake of their cause: the same seats, or the same lack of them.

        A party without a seat in one place is a cause for each place; in most places it is one cause.
        """
        seats = answer.resolved.seats
        if seats or not self._has_seats_elsewhere(rows[0], party):
            stake = stakes.setdefault((party, seats), Stake(*party, answer.resolved))
            stake.held.extend((row, answer.places) for row in rows)
            return
        everywhere = len(self.places(rows[0]))
        if 2 * len(answer.places) > everywhere > 1:
            stake = Stake(*party, answer.resolved, anywhere=False, out_of=everywhere)
            stake.held.extend((row, answer.places) for row in rows)
            stakes[party, "per", rows[0].frame] = stake
            return
        for place in answer.places:
            stake = stakes.setdefault((party, place.place), Stake(*party, answer.resolved, anywhere=False))
            stake.held.extend((row, (place,)) for row in rows)

    def _has_seats_elsewhere(self, row: JudgedRow, party: Party) -> bool:
        kind, name = party
        return kind == "role" and bool(self.resolver.meant_in(row.name).of_role(name))


def has_no_seat(resolved: Resolved) -> bool:
    """Whether a party that exists and ought to have a seat has none."""
    return resolved.exists and not resolved.is_external and not resolved.seats and resolved.hands == 0
