"""Rows that nobody does today: each of their doers has vacant seats alone, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from orgmodel.graph.instances import Instance
from orgmodel.graph.resolution import Resolved
from orgmodel.rules.row.answers import Answers, Part, Stake, has_no_seat
from orgmodel.rules.row.judged import Frame, JudgedRow, Party

_Cause = tuple[Party, tuple[str, ...]]
_Idle = dict[str | None, tuple[Instance, Resolved]]


@dataclass(slots=True)
class Wait:
    """All that waits for one set of vacant seats, and the other doers of it, who are nobody either."""

    stake: Stake
    others: dict[Party, None] = field(default_factory=dict)


def waits(answers: Answers) -> list[Wait]:
    """A row with several doers who are nobody waits for the first of them that has seats.

    Where the vacant seats that are to do it own it too, that is the owner's fault.
    """
    found: dict[_Cause, Wait] = {}
    idle, parties = _IdlePlaces(answers), answers.parties
    for rows in _alike(row for row in answers.rows if parties is None or parties.issuperset(row.doing)):
        held: dict[_Cause, list[Instance]] = {}
        for party, resolved, place in _waiting(idle, rows[0]):
            cause = (party, resolved.seats)
            held.setdefault(cause, []).append(place)
            found.setdefault(cause, Wait(Stake(*party, resolved)))
        for cause, places in held.items():
            found[cause].stake.held.extend((row, tuple(places)) for row in rows)
            found[cause].others.update((party, None) for party in rows[0].doing if party != cause[0])
    return list(found.values())


def _alike(rows: Iterable[JudgedRow]) -> Iterator[list[JudgedRow]]:
    """Rows that exist in the same places, with the same doers and owners."""
    found: dict[tuple[object, ...], list[JudgedRow]] = {}
    for row in rows:
        if row.doers:
            key = (row.frame, row.doing, row.owning)
            found.setdefault(key, []).append(row)
    yield from found.values()


def _waiting(idle: _IdlePlaces, row: JudgedRow) -> Iterator[tuple[Party, Resolved, Instance]]:
    """The places in which nobody does a row, with the first vacant doer who does not own it."""
    doers = [(party, idle.of(row, party, "doer")) for party in row.doing]
    if not all(places for _party, places in doers):
        return
    owners = [idle.of(row, party, "owner") for party in row.owning]
    for name, (place, _resolved) in doers[0][1].items():
        if all(name in places for _party, places in doers):
            owning = {seat for places in owners if name in places for seat in places[name][1].seats}
            for party, places in doers:
                if not owning.issuperset(places[name][1].seats):
                    yield party, places[name][1], place
                    break


class _IdlePlaces:
    """For each party the places in which it has vacant seats alone, or none; found once for like rows."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self._known: dict[tuple[Frame, Party, Part], _Idle] = {}

    def of(self, row: JudgedRow, party: Party, part: Part) -> _Idle:
        """What the party is in each of these places."""
        key = (row.frame, party, part)
        if key not in self._known:
            self._known[key] = {
                place.place: (place, answer.resolved)
                for answer in self.answers.of(row, party, part)
                if _is_nobody(answer.resolved)
                for place in answer.places
            }
        return self._known[key]


def _is_nobody(resolved: Resolved) -> bool:
    return has_no_seat(resolved) or (resolved.is_all_vacant and not resolved.is_external)
