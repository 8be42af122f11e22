"""Reads what a model says about some of its roles: their profiles, and their letters on all rows in one pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from orgmodel.analysis.duties import TRAITS
from orgmodel.analysis.pay import figures
from orgmodel.analysis.role_records import Amount, CountedRows, Mark, Marks, Paid, PayKind, Profile, Row, Years
from orgmodel.analysis.who_records import Thing
from orgmodel.graph.counted_roles import CountedRoles
from orgmodel.graph.letters import Cell, LetterReader
from orgmodel.graph.letters import Row as Letters
from orgmodel.model.activities import Activity, Letter
from orgmodel.model.organization import Organization, entity
from orgmodel.model.roles import Role


@dataclass(frozen=True, slots=True)
class RowOfRoles:
    """A row in which at least one of the roles has a letter. `marks` and `deniers` (sources that say a role has no
    part) are by role; `most` is how many may hold a letter, by its code."""

    row: Row
    marks: dict[str, Marks]
    deniers: dict[str, tuple[str, ...]]
    most: dict[str, int | None]


class RoleReader:
    """Reads one organisation on one day."""

    def __init__(self, organization: Organization, day: date) -> None:
        self.organization = organization
        self.day = day
        self.counted = CountedRoles(organization)

    def role(self, name: str) -> Thing:
        """A role, which may be one that does not exist."""
        return Thing("role", name, self.organization.title("roles", name))

    def profile(self, name: str) -> Profile:
        """Everything about a role."""
        role = self.organization.roles[name]
        years = role.experience
        return Profile(
            self.role(name),
            aliases=role.aliases,
            external=role.external,
            purpose=role.purpose,
            level=role.level,
            grade=role.grade,
            track=role.track,
            family=role.family,
            above=tuple(map(self.role, self._above(role))),
            below=tuple(map(self.role, self.below(name))),
            works_with=tuple(map(self.role, role.works_with)),
            promotes_to=tuple(map(self.role, role.promotes_to)),
            counts_as=tuple(map(self.role, self.counted.stood_for(name))),
            seats=self._seats(name),
            skills=dict(role.skills),
            experience=Years(years.min, years.max, years.basis, years.source) if years is not None else None,
            pay=tuple(
                Paid(
                    PayKind(kind.stat, kind.currency, kind.period, kind.source, kind.year), Amount(one.lower, one.upper)
                )
                for kind, one in figures(role.pay).items()
            ),
            certifications=role.certifications,
            responsibilities=role.responsibilities,
            fields=dict(role.fields),
        )

    def below(self, name: str) -> list[str]:
        """The roles in use that report to a role."""
        return self._below.get(name, [])

    def rows(self, names: Iterable[str]) -> Iterator[RowOfRoles]:
        """The rows in which one of these roles has a letter, itself or as another, in the order of the file."""
        letters = LetterReader(self.organization, self.day)
        wanted = frozenset(names)
        written = self._written_forms(wanted)
        claimed = {one.activity for one in self.organization.assignments if one.role in written}
        for name in self._activities(wanted):
            if name not in claimed and not _names(self.organization.activities[name], written):
                continue
            found = letters.row(name)
            marks = self._marks(name, found, wanted)
            if marks:
                yield RowOfRoles(self._row(name), marks, self._deniers(found, wanted), self._most(name))

    def counted_rows(self, name: str, found: Iterable[RowOfRoles]) -> tuple[CountedRows, ...]:
        """On how many of these rows a role has letters as another."""
        rows: Counter[Thing] = Counter()
        for one in found:
            marks = one.marks.get(name, ())
            rows.update(dict.fromkeys(mark.counted_as for mark in marks if mark.counted_as is not None).keys())
        return tuple(CountedRows(self.role(name), other, count) for other, count in rows.items())

    # -- roles

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, role in self.organization.roles.items():
            if entity("roles", name) not in self.organization.silent:
                for above in self._above(role):
                    found.setdefault(above, []).extend([name] if above != name else [])
        return found

    @cached_property
    def _seat_counts(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for seat in self.organization.positions.values():
            if seat.role is not None and seat.in_force(self.day):
                found[seat.role] += seat.seats
        return found

    def _above(self, role: Role) -> list[str]:
        lines = role.reports_to or ()
        return list(dict.fromkeys(line.to for line in lines if line.in_force(self.day)))

    def _seats(self, name: str) -> int | None:
        return self._seat_counts[name] if self.organization.positions else None

    # -- rows

    def _written_forms(self, wanted: frozenset[str]) -> frozenset[str]:
        """All that an assignee who means one of the roles, or a seat of one, may be written as.

        Letters are read only where one of these stands: most rows of a large model name other roles.
        """
        seats = (name for name, seat in self.organization.positions.items() if seat.role in wanted)
        roles = {*wanted, *(other for name in wanted for other in self.counted.stood_for(name))}
        return frozenset((*roles, *(f"role:{name}" for name in roles), *(f"position:{name}" for name in seats)))

    def _activities(self, wanted: frozenset[str]) -> Iterator[str]:
        """The rows in force. Those that only a library brings count where a role asked for is itself from there."""
        silent = self.organization.silent
        if any(entity("roles", name) in silent for name in wanted):
            silent = frozenset()
        for name, activity in self.organization.activities.items():
            if activity.in_force(self.day) and (not silent or entity("activities", name) not in silent):
                yield name

    def _row(self, name: str) -> Row:
        entry = self.organization.activities[name]
        thing = Thing("activity", name, self.organization.title("activities", name))
        return Row(thing, entry.kind, entry.plane, entry.group, self.organization.scheme_of(entry))

    def _most(self, name: str) -> dict[str, int | None]:
        letters = self.organization.letters_of(self.organization.activities[name])
        return {code: letter.max for code, letter in letters.items() if "owner" in letter.traits}

    def _marks(self, activity: str, row: Letters, wanted: frozenset[str]) -> dict[str, Marks]:
        apart = self.counted.apart(row)
        found: dict[str, list[Mark]] = {}
        for cell in row.cells:
            for role in self._roles_of(cell, apart):
                if role in wanted:
                    found.setdefault(role, []).append(self._mark(activity, cell, role))
        return {role: tuple(sorted(_once(marks), key=_weight)) for role, marks in found.items()}

    def _roles_of(self, cell: Cell, apart: frozenset[str]) -> tuple[str, ...]:
        """The roles that a letter means: that of a seat alone, or a role with those that count as it."""
        if cell.kind == "position":
            seat = self.organization.positions.get(cell.name)
            return (seat.role,) if seat is not None and seat.role is not None and seat.in_force(self.day) else ()
        return self.counted.meant(cell.name, apart) if cell.kind == "role" else ()

    def _mark(self, activity: str, cell: Cell, role: str) -> Mark:
        letters = self.organization.letters_of(self.organization.activities[activity])
        letter = letters.get(cell.letter) or Letter()
        trait = next((trait for trait in TRAITS if trait in letter.traits), "")
        seat = cell.kind == "position"
        via = Thing("position", cell.name, self.organization.title("positions", cell.name)) if seat else None
        counted_as = self.role(cell.name) if not seat and cell.name != role else None
        return Mark(cell.letter, letter.name or cell.letter, trait, cell.sources, via, counted_as)

    def _deniers(self, row: Letters, wanted: frozenset[str]) -> dict[str, tuple[str, ...]]:
        apart = self.counted.apart(row)
        found: dict[str, tuple[str, ...]] = {}
        for cell in row.denials if not row.is_decided else ():
            for role in self.counted.meant(cell.name, apart) if cell.kind == "role" else ():
                if role in wanted:
                    found[role] = (*found.get(role, ()), *cell.sources)
        return found


def _once(marks: Iterable[Mark]) -> Iterable[Mark]:
    """A letter that a role has as one and as another role once."""
    found: dict[tuple[str, Thing | None], Mark] = {}
    for mark in marks:
        found.setdefault((mark.letter, mark.via), mark)
    return found.values()


def _names(activity: Activity, written: frozenset[str]) -> bool:
    return any(one.who in written for held in activity.assign.values() for one in held)


def _weight(mark: Mark) -> int:
    return TRAITS.index(mark.trait) if mark.trait else len(TRAITS)
