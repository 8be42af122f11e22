"""What rests on whom: the rows, wherever they exist, that each person and each seat owns or does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from orgmodel.rules.row.answers import Answer, Answers
from orgmodel.rules.row.judged import JudgedRow, Party, parties

Job = tuple[str | None, Party]
"""The `per` of rows, and one party of them: in rows with the same `per` a party means the same seats."""


@dataclass(slots=True)
class Jobs:
    """Rows that one party owns, and those that it does, by name."""

    owned: dict[str, JudgedRow] = field(default_factory=dict)
    done: dict[str, JudgedRow] = field(default_factory=dict)

    @property
    def rows(self) -> dict[str, JudgedRow]:
        """All of them, each once."""
        return self.owned | self.done


_Held = dict[str, list[Answer]]
"""Rows by name, each with the answers that say in which places it is held."""


@dataclass(frozen=True, slots=True)
class Load:
    """What some people own and do, all of them the same. Numbers are of rows in places."""

    people: tuple[str, ...]
    rows: dict[str, JudgedRow]
    held: _Held
    count: int
    owned: int
    done: int

    def names(self, most: int) -> list[str]:
        """Rows in their places: `backlog@payments`."""
        placed = (in_place(name, place) for name, answers in self.held.items() for place in _places(answers))
        return list(islice(placed, most))


class Loads:
    """Reads rows by `per` and party, so that many rows in many places cost little.

    A unit as one party has no people, and external roles have no seats.
    """

    def __init__(self, answers: Answers, rows: Iterable[JudgedRow]) -> None:
        self.answers = answers
        self.people = answers.resolver.org.people
        self.rows = tuple(rows)

    @cached_property
    def jobs(self) -> dict[Job, Jobs]:
        """The rows of each party."""
        found: dict[Job, Jobs] = {}
        for row in self.rows:
            per = row.activity.per
            for party in parties(row.owners):
                found.setdefault((per, party), Jobs()).owned[row.name] = row
            for party in parties(row.doers):
                if party[0] != "unit":
                    found.setdefault((per, party), Jobs()).done[row.name] = row
        return found

    def answers_of(self, job: Job) -> tuple[Answer, ...]:
        """The seats that a party means in the places of its rows."""
        jobs = self.jobs[job]
        row = next(iter((jobs.owned or jobs.done).values()))
        return self.answers.of(row, job[1], "owner" if jobs.owned else "doer")

    def beyond(self, most: int) -> Iterator[Load]:
        """People with more rows than that; those with the very same rows together. Software agents have no load."""
        shares: dict[str, list[tuple[Jobs, Answer]]] = {}
        highest: dict[str, int] = {}
        for job, jobs in self.jobs.items():
            count = len(jobs.rows)
            for answer in self.answers_of(job):
                for person in answer.resolved.people:
                    shares.setdefault(person, []).append((jobs, answer))
                    highest[person] = highest.get(person, 0) + count * len(answer.places)
        alike: dict[tuple[int, ...], list[str]] = {}
        for person, count in highest.items():
            if count > most and not self._is_agent(person):
                alike.setdefault(tuple(id(answer) for _jobs, answer in shares[person]), []).append(person)
        for people in alike.values():
            load = _load(people, shares[people[0]])
            if load.count > most:
                yield load

    def _is_agent(self, person: str) -> bool:
        entry = self.people.get(person)
        return entry is not None and entry.employment == "agent"

    @cached_property
    def owned_by_seat(self) -> dict[str, int]:
        """How many rows, wherever they exist, each seat owns."""
        found: dict[str, int] = {}
        for job, jobs in self.jobs.items():
            for answer in self.answers_of(job) if jobs.owned else ():
                count = len(jobs.owned) * len(answer.places)
                for seat in answer.resolved.seats:
                    found[seat] = found.get(seat, 0) + count
        return found


def in_place(row: str, place: str | None) -> str:
    """A row where it exists: `backlog@payments`."""
    return row if place is None else f"{row}@{place}"


def _load(people: list[str], shares: list[tuple[Jobs, Answer]]) -> Load:
    rows: dict[str, JudgedRow] = {}
    owned: _Held = {}
    done: _Held = {}
    held: _Held = {}
    for jobs, answer in shares:
        rows |= jobs.rows
        for names, into in ((jobs.owned, owned), (jobs.done, done), (jobs.rows, held)):
            for name in names:
                into.setdefault(name, []).append(answer)
    return Load(tuple(people), rows, held, *map(_count, (held, owned, done)))


def _count(held: _Held) -> int:
    return sum(len(held_in[0].places if len(held_in) == 1 else _places(held_in)) for held_in in held.values())


def _places(answers: list[Answer]) -> Sequence[str | None]:
    if len(answers) == 1:
        return [place.place for place in answers[0].places]
    return list(dict.fromkeys(place.place for answer in answers for place in answer.places))
