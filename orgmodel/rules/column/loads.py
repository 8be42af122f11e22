"""What rests on whom: the rows, wherever they exist, that each person and each seat owns or does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from orgmodel.graph.resolution import Resolved
from orgmodel.model.organization import entity
from orgmodel.rules.row.answers import Answer, Answers
from orgmodel.rules.row.judged import JudgedRow, Party, parties

_Place = str | None
_Job = tuple[str | None, Party]
"""The `per` of rows, and one party of them: in rows with the same `per` a party means the same seats."""


@dataclass(slots=True)
class Jobs:
    """Rows that one party owns or does, by name, all of the same `per`."""

    owned: dict[str, JudgedRow]
    done: dict[str, JudgedRow]

    @property
    def rows(self) -> dict[str, JudgedRow]:
        """All of them, each once."""
        return self.owned | self.done


Share = tuple[_Job, Answer]
"""One party with the seats it means in some places: what those who sit there have in common."""


@dataclass(frozen=True, slots=True)
class Load:
    """All that some people have in common, row by row in each place, written `backlog` or `backlog@payments`."""

    people: tuple[str, ...]
    owned: dict[str, JudgedRow]
    done: dict[str, JudgedRow]
    parties: dict[str, Party]

    @property
    def rows(self) -> dict[str, JudgedRow]:
        """All rows, each once, wherever it exists."""
        return self.owned | self.done


class Loads:
    """Reads rows by `per` and party, so that many rows in many places cost little.

    A unit as one party has no people; external roles have no seats.
    """

    def __init__(self, answers: Answers, rows: Iterable[JudgedRow]) -> None:
        self.answers = answers
        self.org = answers.resolver.org
        self.rows = tuple(rows)

    @cached_property
    def jobs(self) -> dict[_Job, Jobs]:
        """The rows of each party."""
        found: dict[_Job, Jobs] = {}
        for row in self.rows:
            per = row.activity.per
            for cells, is_owner in ((row.owners, True), (row.doers, False)):
                for party in parties(cells):
                    if party[0] == "unit" and not is_owner:
                        continue
                    job = found.get((per, party))
                    if job is None:
                        job = found[per, party] = Jobs({}, {})
                    (job.owned if is_owner else job.done)[row.name] = row
        return found

    def answers_of(self, job: _Job) -> tuple[Answer, ...]:
        """The seats that a party means in the places of its rows."""
        rows = self.jobs[job].rows
        return self.answers.of(next(iter(rows.values())), job[1], "owner")

    # -- people

    def beyond(self, most: int) -> Iterator[Load]:
        """People with more rows than that; those with the very same rows together. Software agents have no load."""
        shares: dict[str, list[Share]] = {}
        upper: dict[str, int] = {}
        for job, jobs in self.jobs.items():
            count = len(jobs.rows)
            for answer in self.answers_of(job):
                for person in answer.resolved.people:
                    shares.setdefault(person, []).append((job, answer))
                    upper[person] = upper.get(person, 0) + count * len(answer.places)
        alike: dict[tuple[int, ...], list[str]] = {}
        for person, count in upper.items():
            if count > most and not self._is_agent(person):
                alike.setdefault(tuple(id(answer) for _job, answer in shares[person]), []).append(person)
        for people in alike.values():
            load = self._load(people, shares[people[0]])
            if len(load.rows) > most:
                yield load

    def _is_agent(self, person: str) -> bool:
        entry = self.org.people.get(person)
        return entry is not None and entry.employment == "agent"

    def _load(self, people: list[str], shares: list[Share]) -> Load:
        owned: dict[str, JudgedRow] = {}
        done: dict[str, JudgedRow] = {}
        concerned: dict[str, Party] = {}
        for job, answer in shares:
            jobs = self.jobs[job]
            for rows, into in ((jobs.owned, owned), (jobs.done, done)):
                for row in rows.values():
                    for place in answer.places:
                        name = written(row.name, place.place)
                        into[name] = row
                        concerned.setdefault(name, job[1])
        return Load(tuple(people), owned, done, concerned)

    # -- people who are alone with a row

    def alone(self) -> dict[str, dict[str, JudgedRow]]:
        """By person the rows that nobody else owns or does, and for which nobody stands in."""
        found: dict[str, dict[str, JudgedRow]] = {}
        for (per, owner, doers), rows in self._hands().items():
            for place, person in self._alone_in(per, owner, doers):
                held = found.setdefault(person, {})
                held.update((written(row.name, place), row) for row in rows)
        return found

    def _hands(self) -> dict[tuple[str | None, Party, frozenset[Party]], list[JudgedRow]]:
        """Rows with one owner, by `per`, owner and doers."""
        found: dict[tuple[str | None, Party, frozenset[Party]], list[JudgedRow]] = {}
        for row in self.rows:
            owners = list(parties(row.owners))
            doers = frozenset(parties(row.doers))
            if len(owners) == 1 and doers and all(kind != "unit" for kind, _name in doers):
                found.setdefault((row.activity.per, owners[0], doers), []).append(row)
        return found

    def _alone_in(self, per: str | None, owner: Party, doers: frozenset[Party]) -> Iterator[tuple[_Place, str]]:
        mine = self._sole((per, owner))
        for doer in doers - {owner}:
            theirs = self._sole((per, doer))
            if mine.keys().isdisjoint(theirs):
                return
            mine = {person: places & theirs[person] for person, places in mine.items() if person in theirs}
        for person, places in mine.items():
            yield from ((place, person) for place in places)

    @cached_property
    def _soles(self) -> dict[_Job, dict[str, dict[_Place, None].keys]]:  # type: ignore[valid-type]
        return {}

    def _sole(self, job: _Job) -> Mapping[str, frozenset[_Place]]:
        """Persons who are all that a party means, and in which places."""
        if job not in self._soles:
            found: dict[str, set[_Place]] = {}
            for answer in self.answers_of(job):
                resolved = answer.resolved
                if resolved.hands == 1 and len(resolved.people) == 1 and not self._has_stand_in(resolved):
                    found.setdefault(resolved.people[0], set()).update(place.place for place in answer.places)
            self._soles[job] = {person: frozenset(places) for person, places in found.items()}
        return self._soles[job]

    def _has_stand_in(self, resolved: Resolved) -> bool:
        """Whether every seat meant has a deputy who is somebody else."""
        holders = self.answers.resolver.holders
        stand_ins = (holders.stand_in(seat) for seat in resolved.seats)
        return all(found is not None and set(found.people) - set(resolved.people) for found in stand_ins)

    # -- seats

    @cached_property
    def owned_by_seat(self) -> dict[str, int]:
        """How many rows, wherever they exist, each seat owns."""
        found: dict[str, int] = {}
        for job, jobs in self.jobs.items():
            if jobs.owned:
                for answer in self.answers_of(job):
                    count = len(jobs.owned) * len(answer.places)
                    for seat in answer.resolved.seats:
                        found[seat] = found.get(seat, 0) + count
        return found


def written(row: str, place: str | None) -> str:
    """A row where it exists: `backlog@payments`."""
    return row if place is None else f"{row}@{place}"


def row_entities_of(rows: Iterable[str], most: int = 1_000) -> tuple[str, ...]:
    """Rows in their places as entities, so many as are of use."""
    return tuple(entity("activities", name) for name in list(rows)[:most])
