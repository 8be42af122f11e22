"""People who own or do many rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from orgmodel.rules.column.loads import Job, Loads, in_place
from orgmodel.rules.row.answers import Answer
from orgmodel.rules.row.judged import Frame, JudgedRow, Party


@dataclass(slots=True)
class Jobs:
    """The rows of one frame in which one party is owner or doer, by name, and which of these it is where."""

    rows: dict[str, JudgedRow] = field(default_factory=dict)
    owned: set[str] = field(default_factory=set)
    done: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Load:
    """What one person owns and does. Numbers are of rows in places."""

    person: str
    held: list[tuple[Jobs, Answer]] = field(default_factory=list)
    count: int = 0
    owned: int = 0
    done: int = 0

    @property
    def rows(self) -> dict[str, JudgedRow]:
        """The rows, wherever they exist."""
        return {name: row for jobs, _answer in self.held for name, row in jobs.rows.items()}

    def names(self, most: int) -> list[str]:
        """Rows in their places: `backlog@payments`."""
        named = (
            in_place(name, place.place) for jobs, answer in self.held for name in jobs.rows for place in answer.places
        )
        return list(dict.fromkeys(islice(named, most)))


class Overloads:
    """Looks at those parties alone that may mean somebody with enough rows."""

    def __init__(self, loads: Loads) -> None:
        self.loads = loads
        self.people = loads.answers.resolver.org.people
        self.jobs: dict[Job, Jobs] = {}
        self._numbers: dict[tuple[Job, ...], tuple[int, int, int]] = {}

    def beyond(self, most: int) -> Iterator[list[Load]]:
        """People with more rows than that; those with the same rows together. Software agents have no load."""
        seats = self.loads.seats_beyond(most)
        self.jobs = self._jobs(self.loads.parties_of(seats))
        likely = self._people_in(seats)
        held: dict[str, list[tuple[Job, Answer]]] = {}
        highest: dict[str, int] = {}
        for job, jobs in self.jobs.items():
            count = len(jobs.rows)
            for answer in self.loads.answers_of(job, "owner" if jobs.owned else "doer"):
                for person in answer.resolved.people:
                    if person in likely or not answer.resolved.seats:
                        held.setdefault(person, []).append((job, answer))
                        highest[person] = highest.get(person, 0) + count * len(answer.places)
        alike: dict[tuple[Job, ...], list[Load]] = {}
        for person, count in highest.items():
            if count <= most or self._is_agent(person):
                continue
            load = self._load(person, held[person])
            if load.count > most:
                alike.setdefault(tuple(dict.fromkeys(job for job, _answer in held[person])), []).append(load)
        yield from alike.values()

    def _jobs(self, parties: set[Party]) -> dict[Job, Jobs]:
        """The rows of each of these parties."""
        found: dict[Job, Jobs] = {}
        among = self.loads.rows if parties else ()
        for row in [row for row in among if not (parties.isdisjoint(row.owning) and parties.isdisjoint(row.doing))]:
            for party in dict.fromkeys(row.owning + row.doing):
                is_owner, is_doer = party in row.owning, party in row.doing and party[0] != "unit"
                if party not in parties or not (is_owner or is_doer):
                    continue
                jobs = found.setdefault((row.frame, party), Jobs())
                jobs.rows[row.name] = row
                if is_owner:
                    jobs.owned.add(row.name)
                if is_doer:
                    jobs.done.add(row.name)
        return found

    def _people_in(self, seats: Iterable[str]) -> set[str]:
        state = self.loads.answers.resolver.holders.state
        return {holding.person for seat in seats for holding in state(seat).holdings}

    def _is_agent(self, person: str) -> bool:
        entry = self.people.get(person)
        return entry is not None and entry.employment == "agent"

    def _load(self, person: str, held: list[tuple[Job, Answer]]) -> Load:
        """Rows of one frame may name two parties that mean the same person; they then count once."""
        load = Load(person, [(self.jobs[job], answer) for job, answer in held])
        by_frame: dict[Frame, list[tuple[Job, Answer]]] = {}
        for job, answer in held:
            by_frame.setdefault(job[0], []).append((job, answer))
        for shares in by_frame.values():
            if len({job for job, _answer in shares}) == 1:
                self._add(load, shares)
            else:
                self._add_each(load, shares)
        return load

    def _add(self, load: Load, shares: list[tuple[Job, Answer]]) -> None:
        places = sum(len(answer.places) for _job, answer in shares)
        jobs = self.jobs[shares[0][0]]
        load.count += len(jobs.rows) * places
        load.owned += len(jobs.owned) * places
        load.done += len(jobs.done) * places

    def _add_each(self, load: Load, shares: list[tuple[Job, Answer]]) -> None:
        there: dict[str | None, list[Job]] = {}
        for job, answer in shares:
            for place in answer.places:
                there.setdefault(place.place, []).append(job)
        for jobs, places in Counter(map(tuple, there.values())).items():
            count, owned, done = self._numbers_of(jobs)
            load.count += count * places
            load.owned += owned * places
            load.done += done * places

    def _numbers_of(self, jobs: tuple[Job, ...]) -> tuple[int, int, int]:
        """How many rows several parties own or do, own, and do, in one place; a row of two of them counts once."""
        if jobs not in self._numbers:
            owned = frozenset[str]().union(*(self.jobs[job].owned for job in jobs))
            done = frozenset[str]().union(*(self.jobs[job].done for job in jobs))
            self._numbers[jobs] = (len(owned | done), len(owned), len(done))
        return self._numbers[jobs]
